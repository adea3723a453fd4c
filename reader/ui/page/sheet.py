"""The page on paper: its blocks cut into sheets between lines, drawn as on the screen."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from reader.frozen import dataclass
from reader.model.annotation import Annotation
from reader.model.tags import Tag
from reader.ui.page.document import PageText
from reader.ui.page.inked import InkedBlocks
from reader.ui.page.look import PageLook
from reader.ui.page.marks import Marks
from reader.ui.page.pencil import Pencil
from reader.ui.page.places import Seen
from reader.ui.page.shapes import DrawnBlock, DrawnMark, MarkShapes
from reader.ui.page.strokes import Inks
from reader.ui.page.surface import Surface
from reader.ui.page.tiles import LineTiles

_FEWEST_LINES = 2  # of a paragraph, at the foot of a sheet and at the head of the next
_NUMBER_SIZE = 0.5
_NUMBER_ABOVE = 0.95


@dataclass(frozen=True, slots=True)
class Slice:
    """Lines of one block on a sheet: the first, the one after the last, the block's y there."""

    block: int
    first: int
    last: int
    y: int


class Sheets:
    """A text with its annotations, set in a column of a size in pixels of a device.

    `numbers` are drawn where annotations end, by their uids.
    """

    def __init__(
        self,
        text: PageText,
        annotations: Iterable[Annotation],
        tags: tuple[Tag, ...],
        look: PageLook,
        dots_per_inch: float,
        size: tuple[int, int],
        numbers: Mapping[str, str] | None = None,
    ) -> None:
        self._colours = look.colours
        self._numbers = numbers or {}
        self._height = size[1]
        self._surface = Surface(look, dots_per_inch)
        self._surface.resize(*size)
        self._surface.show(text)
        self._shapes = MarkShapes(self._surface, Marks(annotations))
        self._inked = InkedBlocks(self._shapes, Inks(tags, look.colours), LineTiles(1.0))

    def cut(self, top: int = 0) -> Iterator[tuple[Slice, ...]]:
        """Return the sheets one by one, laid out as they are asked for.

        `top` is the room in pixels that is taken on the first one. A paragraph leaves
        at least two lines on each side of a cut, and a headline keeps what follows.
        """
        text, layouts = self._surface.text, self._surface.layouts
        sheet: list[Slice] = []
        y = top
        for block in range(len(text)):
            lines, first = layouts.of(block).lines, 0
            while first < len(lines):
                start = lines[first].top
                last = self._last_fitting(block, first, y)
                if last > first:
                    sheet.append(Slice(block, first, last, y - start))
                if last == len(lines):
                    y += layouts.height(block) - start
                    break
                yield tuple(sheet)
                sheet, y, first = [], 0, last
        yield tuple(sheet)

    def position_after(self, sheet: tuple[Slice, ...]) -> int:
        """Return where the text of a sheet ends, in code points."""
        return self._surface.text.end(sheet[-1].block) if sheet else 0

    def foot(self, sheet: tuple[Slice, ...]) -> int:
        """Return how far down a sheet is filled, in pixels."""
        if not sheet:
            return 0
        last = sheet[-1]
        line = self._surface.layouts.of(last.block).lines[last.last - 1]
        return last.y + line.top + line.height

    def draw(self, painter: QPainter, sheet: tuple[Slice, ...], origin: QPointF) -> None:
        """Draw a sheet with its top left at a point."""
        painter.save()
        painter.translate(origin)
        pencil = Pencil(painter, self._surface.left)
        drawn = [(one, self._inked.inked(self._drawn_on(one))) for one in sheet]
        for one, block in drawn:
            pencil.grounds(block, one.y)
        for one, block in drawn:
            pencil.lines(block, one.y, None, QColor())
        painter.setPen(QColor(self._colours.ink))
        for one in sheet:
            self._draw_words(painter, one)
        for one, block in drawn:
            self._draw_numbers(painter, one, block.drawn.marks)
        painter.restore()

    def _last_fitting(self, block: int, first: int, y: int) -> int:
        """Return after which line a block is cut, if it is to begin with `first` at y."""
        lines = self._surface.layouts.of(block).lines
        start = lines[first].top
        last = first
        while last < len(lines) and y + lines[last].top + lines[last].height - start <= (
            self._height
        ):
            last += 1
        if last == len(lines):
            heading = self._surface.text.is_headline(block) and block + 1 < len(self._surface.text)
            follows = y + 4 * lines[-1].height + lines[-1].top - start > self._height
            return first if heading and follows and y > 0 else last
        last = min(last, len(lines) - _FEWEST_LINES)
        if last - first < min(_FEWEST_LINES, len(lines)):
            # On an empty sheet something must stand, however little fits.
            return first if y > 0 else max(last, first + 1)
        return last

    def _drawn_on(self, one: Slice) -> DrawnBlock:
        """Return the shapes of a slice, on its lines alone."""
        layout = self._surface.layouts.of(one.block)
        low = layout.lines[one.first].baseline
        high = layout.lines[one.last - 1].baseline
        block = self._shapes.of(Seen(one.block, one.y, layout))
        found = []
        for mark in block.marks:
            here = tuple(each for each in mark.stretches if low <= each.band.baseline <= high)
            if here:
                found.append(DrawnMark(mark.uid, mark.tag, here))
        under = tuple(each for each in block.grounds if low <= each.band.baseline <= high)
        return DrawnBlock(tuple(found), under)

    def _draw_words(self, painter: QPainter, one: Slice) -> None:
        layout = self._surface.layouts.of(one.block)
        # Qt draws every line that touches the clip, so it reaches from baseline to baseline.
        top = one.y + layout.lines[one.first].baseline - 1
        bottom = one.y + layout.lines[one.last - 1].baseline
        clip = QRectF(0, top, self._surface.width, bottom - top)
        layout.draw(painter, QPointF(self._surface.left, one.y), clip)

    def _draw_numbers(self, painter: QPainter, one: Slice, marks: Iterable[DrawnMark]) -> None:
        painter.setPen(QColor(self._colours.muted))
        taken: list[QRectF] = []
        for mark in marks:
            stretch, number = mark.stretches[-1], self._numbers.get(mark.uid)
            end = self._ends_in(one, mark.uid)
            if number is None or not end or not stretch.shape.caps:
                continue
            cap, em = stretch.shape.caps[-1], stretch.band.em
            font = painter.font()
            font.setPixelSize(max(1, round(em * _NUMBER_SIZE)))
            painter.setFont(font)
            bottom = one.y + stretch.band.baseline - round(em * _NUMBER_ABOVE)
            box = QRectF(0, 0, em * 2, em * _NUMBER_SIZE * 1.3)
            box.moveCenter(QPointF(self._surface.left + cap.x, bottom - box.height() / 2))
            while any(box.intersects(other.adjusted(em * 0.6, 0, -em * 0.6, 0)) for other in taken):
                box.moveLeft(box.left() - cap.inward * em * _NUMBER_SIZE)
            taken.append(box)
            painter.fillPath(_outlined(number, font, box), QColor(self._colours.muted))

    def _ends_in(self, one: Slice, uid: str) -> bool:
        """Tell whether an annotation ends on the lines of a slice."""
        mark = self._shapes.mark(uid)
        if mark is None:
            return False
        text, lines = self._surface.text, self._surface.layouts.of(one.block).lines
        base = text.start(one.block)
        return lines[one.first].first < mark.end_cp - base <= lines[one.last - 1].last


def _outlined(number: str, font: QFont, box: QRectF) -> QPainterPath:
    """Return a number in the middle of a box as a shape: who copies the words takes no number."""
    metrics = QFontMetricsF(font)
    path = QPainterPath()
    left = box.center().x() - metrics.horizontalAdvance(number) / 2
    path.addText(left, box.center().y() + metrics.capHeight() / 2, font, number)
    return path
