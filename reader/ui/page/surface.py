"""The page without its widget: blocks in a column, what part is seen, and where things are.

Points are in pixels of the viewport, positions in code points of the text. The
heights of blocks that nobody has seen are guesses; when one turns out wrong above
what is seen, `top` moves with it, so nothing on the screen ever jumps.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from reader.ui.page.columns import Columns, Side
from reader.ui.page.document import PageText
from reader.ui.page.heights import Heights
from reader.ui.page.layouts import Layouts, Line
from reader.ui.page.look import PageLook
from reader.ui.page.places import Anchor, Hit, Seen, Shot
from reader.ui.page.setting import Setting

_ABOVE = 1.5
_BELOW = 3.0
_MOST_BLOCKS = 64
_CARET_ABOVE = 1.0
_CARET_BELOW = 0.42


class Surface:
    """The column of blocks and its place in the viewport.

    `top` is how many pixels are scrolled away. `settle` must follow whatever
    moves it; the methods that move it by themselves call it.
    """

    def __init__(self, look: PageLook, dots_per_inch: float) -> None:
        self.top = 0
        self.width = self.height = 0
        self.text = PageText()
        self._look = look
        self._dots_per_inch = dots_per_inch
        self._notes_side: Side = ""
        self._seen: tuple[object, Sequence[Seen]] = None, ()
        self._relay()

    @property
    def em(self) -> int:
        """Return the size of the text in pixels."""
        return self._setting.text.em

    @property
    def leading(self) -> int:
        """Return the distance between two lines of text in pixels."""
        return self._setting.text.leading

    @property
    def left(self) -> int:
        """Return where the column begins."""
        return self.columns.left

    @property
    def column(self) -> int:
        """Return the width of the column in pixels."""
        return self._setting.width

    @property
    def furthest(self) -> int:
        """Return the greatest useful `top`."""
        below = self._first_y + self._heights.total + round(self.em * _BELOW)
        return max(0, below - self.height)

    def show(self, text: PageText) -> None:
        """Show a text from its beginning."""
        self.text, self.top = text, 0
        self._relay()

    def set_look(self, look: PageLook) -> None:
        """Set every block anew; call `hold` afterwards to keep the place."""
        self._look = look
        self._relay()

    def resize(self, width: int, height: int) -> None:
        """Fit the column into a viewport of a size in pixels."""
        self.width, self.height = width, height
        self._fit()

    def set_notes_side(self, side: Side) -> None:
        """Leave room for notes at a side; call `hold` afterwards to keep the place."""
        self._notes_side = side
        self._fit()

    def settle(self) -> None:
        """Lay out what is seen, until all of it stands at its true height."""
        while self._settle_once():
            pass

    def seen(self) -> Sequence[Seen]:
        """Return the blocks in view from top to bottom; call after `settle`."""
        now = self.layouts, self.layouts.made, len(self._measured), self.top, self.height
        if self._seen[0] != now:
            self._seen = now, self._in_view()
        return self._seen[1]

    def _in_view(self) -> list[Seen]:
        found = []
        block = self._heights.at(self.top - self._first_y)
        y = self._y(block)
        while block < len(self.text) and y < self.height:
            found.append(Seen(block, y, self.layouts.of(block)))
            y += self._heights.of(block)
            block += 1
        return found

    def shot(self) -> Shot:
        """Return where the words are now, to tell later how far they moved."""
        block = self._heights.at(self.top - self._first_y)
        return Shot(self.layouts, block, self._y(block))

    def moved_since(self, shot: Shot | None) -> int | None:
        """Return how many pixels the words have moved down; None if they were laid out anew."""
        if shot is None or shot.layouts is not self.layouts:
            return None
        return self._y(shot.block) - shot.y

    def anchor(self) -> Anchor:
        """Return what stands at the top of the viewport."""
        if self.top <= 0:
            return Anchor(0)
        for seen in self.seen():
            for line in seen.layout.lines:
                offset = seen.y + line.top
                if offset + line.height > 0:
                    cp = self.text.start(seen.block) + line.first
                    return Anchor(cp, -offset / line.height)
        return Anchor(self.text.length)

    def hold(self, anchor: Anchor) -> None:
        """Bring the line of an anchor to where the anchor says; the first goes with the margin."""
        block, line = self._line(anchor.cp, upstream=False)
        y = self._first_y + self._heights.top(block) + line.top
        self.top = y + round(anchor.gone * line.height)
        if anchor.cp == 0 and anchor.gone <= 0:
            self.top = 0
        self.settle()

    def reveal(self, cp: int, *, upstream: bool = False) -> None:
        """Scroll as little as shows a position; one far away comes to the upper third."""
        for _ in range(4):
            block, line = self._line(cp, upstream=upstream)
            y = self._y(block) + line.top
            room = min(line.height, max(0, (self.height - line.height) // 2))
            if room <= y <= self.height - line.height - room:
                return
            near = -self.height < y < 2 * self.height
            aim = room if y < room else self.height - line.height - room
            self.top += y - (aim if near else self.height // 3)
            before = self.top
            self.settle()
            if self.top in {0, self.furthest} and self.top == before:
                return

    def caret(self, cp: int, *, upstream: bool) -> tuple[QRectF, bool]:
        """Return the caret's rectangle and whether the words there run from right to left."""
        block, line = self._line(cp, upstream=upstream)
        layout = self.layouts.of(block)
        local = cp - self.text.start(block)
        place = layout.caret_at(local, upstream=upstream)
        baseline = self._y(block) + line.baseline
        top = baseline - round(line.em * _CARET_ABOVE)
        thick = max(2, line.em // 12)
        height = round(line.em * (_CARET_ABOVE + _CARET_BELOW))
        return QRectF(self.left + place.x - thick / 2, top, thick, height), place.rtl

    def hit(self, point: QPointF) -> Hit:
        """Return what a point means; beside the words it is the nearest line."""
        y = max(0.0, min(point.y(), self.height - 1.0))
        block = self._heights.at(y + self.top - self._first_y)
        self._measure(block)
        inside = y - self._y(block)
        if inside < 0 and block == 0:
            return Hit(0, upstream=False, over=None)
        if inside >= self._heights.of(block) and block + 1 == len(self.text):
            return Hit(self.text.length, upstream=True, over=None)
        layout = self.layouts.of(block)
        number = layout.line_at(inside)
        cells, x, start = layout.cells(number), point.x() - self.left, self.text.start(block)
        cp, upstream = cells.position_at(x)
        line = layout.lines[number]
        cell = cells.cell_under(x) if line.top <= inside < line.top + line.height else None
        return Hit(start + cp, upstream, None if cell is None else start + cell.start)

    def position_down(self, y: float) -> int:
        """Return about which position is y pixels below the top of all; nothing is laid out."""
        block = self._heights.at(y - self._first_y)
        inside = (y - self._first_y - self._heights.top(block)) / self._heights.of(block)
        start, end = self.text.start(block), self.text.end(block) + 1
        return start + round((end - start) * max(0.0, min(inside, 1.0)))

    def line_of(self, cp: int, *, upstream: bool) -> tuple[int, int]:
        """Return where the line of a position begins, and where its words end."""
        block, _ = self._line(cp, upstream=upstream)
        start, layout = self.text.start(block), self.layouts.of(block)
        number = layout.line_of(cp - start, upstream=upstream)
        first = layout.lines[number].first
        return start + first, start + max(first, layout.cells(number).text_end)

    def beside(self, cp: int, *, upstream: bool, step: int, x: float) -> Hit | None:
        """Return what stands at x one line down (step 1) or up (-1); None beyond the text."""
        block, _ = self._line(cp, upstream=upstream)
        layout = self.layouts.of(block)
        number = layout.line_of(cp - self.text.start(block), upstream=upstream) + step
        if not 0 <= number < len(layout.lines):
            block += step
            if not 0 <= block < len(self.text):
                return None
            self._measure(block)
            layout = self.layouts.of(block)
            number = 0 if step > 0 else len(layout.lines) - 1
        local, up = layout.cells(number).position_at(x - self.left)
        return Hit(self.text.start(block) + local, up, None)

    def rects(self, start_cp: int, end_cp: int) -> list[QRectF]:
        """Return the visual pieces of a range, as high as their lines.

        Of a range of very many blocks only the part in view is looked at.
        """
        first, last = self.text.block_at(start_cp), self.text.block_at(max(start_cp, end_cp - 1))
        if last - first > _MOST_BLOCKS:
            seen = self.seen()
            first, last = max(first, seen[0].block), min(last, seen[-1].block)
        blocks = range(first, last + 1)
        for block in blocks:
            self._measure(block)
        here = (Seen(block, self._y(block), self.layouts.of(block)) for block in blocks)
        return [rect for one in here for rect in self.rects_in(one, start_cp, end_cp)]

    def rects_in(self, seen: Seen, start_cp: int, end_cp: int) -> list[QRectF]:
        """Return the visual pieces of a range in one block."""
        base = self.text.start(seen.block)
        found = []
        for number, line in enumerate(seen.layout.lines):
            for piece in seen.layout.pieces(number, start_cp - base, end_cp - base):
                width = piece.right - piece.left
                left = self.left + piece.left
                found.append(QRectF(left, seen.y + line.top, width, line.height))
        return found

    def _line(self, cp: int, *, upstream: bool) -> tuple[int, Line]:
        cp = max(0, min(cp, self.text.length))
        block = self.text.block_at(cp)
        if upstream and block > 0 and self.text.end(block - 1) == cp:
            block -= 1
        self._measure(block)
        layout = self.layouts.of(block)
        return block, layout.lines[layout.line_of(cp - self.text.start(block), upstream=upstream)]

    @property
    def _first_y(self) -> int:
        return round(self.em * _ABOVE)

    def _y(self, block: int) -> int:
        return self._first_y + self._heights.top(block) - self.top

    def _columns(self) -> Columns:
        em = self._look.em(self._dots_per_inch)
        return Columns.of(self._look, em, self.width, self._notes_side)

    def _fit(self) -> None:
        self.columns = self._columns()
        if self.columns.width != self._setting.width:
            self._relay()

    def _relay(self) -> None:
        self.columns = self._columns()
        self._setting = Setting.of(self._look, self.columns.width, self._dots_per_inch)
        self.layouts = Layouts(self.text, self._setting)
        self._heights = Heights(self.layouts.estimates())
        self._measured: set[int] = set()

    def _measure(self, block: int) -> bool:
        """Set a block to its true height; return whether that moved `top`."""
        if block in self._measured:
            return False
        self._measured.add(block)
        above = self._y(block) < 0
        growth = self._heights.correct(block, self.layouts.height(block))
        if above:
            self.top += growth
        return above and growth != 0

    def _settle_once(self) -> bool:
        before = self.top
        self.top = max(0, min(self.top, self.furthest))
        moved = self.top != before
        block = self._heights.at(self.top - self._first_y)
        y = self._y(block)
        while block < len(self.text) and y < self.height:
            if self._measure(block):
                return True
            y += self._heights.of(block)
            block += 1
        return moved or self.top > self.furthest
