"""Small marks along the scroll bar: where in the whole text annotations and hits are.

They are put together per row of pixels, so their number does not matter: each row
asks, of each tag, whether anything begins between the positions that it stands for.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.frozen import dataclass
from reader.model.annotation import Annotation
from reader.model.tags import Tag
from reader.ui.page.hits import Span
from reader.ui.page.look import PageColours
from reader.ui.page.surface import Surface

ROW = 2  # px; the height of a tick
_REACH = 2  # rows; how far beside a tick a click still means it
_EDGE = 1  # px; left free at both sides
_SETTLED_MS = 120  # heights that scrolling corrects are not followed at each step
_SOON_MS = 15  # what goes with the article's first painting has its turn before


@dataclass(frozen=True, slots=True)
class Row:
    """What one row shows: the colours of the tags there, and whether there is a hit."""

    tags: tuple[QColor, ...]
    hit: bool
    first_cp: int


class Starts:
    """Where the annotations of each tag begin, sorted, in code points."""

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        self._by_tag: dict[str, list[int]] = {}
        for mark in annotations:
            self._by_tag.setdefault(mark.tag, []).append(mark.start_cp)
        for starts in self._by_tag.values():
            starts.sort()

    def replace(self, before: Annotation | None, after: Annotation | None) -> None:
        """Take one annotation away and add another; None for either is let pass."""
        if before is not None:
            starts = self._by_tag[before.tag]
            del starts[bisect_left(starts, before.start_cp)]
        if after is not None:
            insort(self._by_tag.setdefault(after.tag, []), after.start_cp)

    def first_in(self, tag: str, start_cp: int, end_cp: int) -> int | None:
        """Return where the first annotation of a tag begins within a range."""
        starts = self._by_tag.get(tag, [])
        at = bisect_left(starts, start_cp)
        return starts[at] if at < len(starts) and starts[at] < end_cp else None

    def tags(self) -> list[str]:
        """Return the keys of the tags that occur."""
        return [tag for tag, starts in self._by_tag.items() if starts]


class TickStrip(QWidget):
    """Lies over a scroll bar and lets the mouse through, but for a click on a tick.

    Signals: `chosen` carries the position of the tick that was clicked, in code points.
    """

    chosen = Signal(int)

    def __init__(self, bar: QScrollBar, surface: Surface) -> None:
        super().__init__(bar)
        self._starts = Starts()
        self.rows: dict[int, Row] = {}
        self._picture: QPixmap | None = None
        self._bar = bar
        self._surface = surface
        self._hits: Sequence[Span] = ()
        self._tags: dict[str, QColor] = {}
        self._other = QColor()
        self._hit = QColor()
        self._stale = QTimer(self, singleShot=True)
        self._stale.timeout.connect(self.renew)
        self._seen: object = None
        self._painted = False
        # Where the rows begin in the text, and for which heights that was so.
        self._edges: list[int] = []
        self._edges_of: object = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(bar.rect())
        bar.installEventFilter(self)

    def set_colours(self, tags: Iterable[Tag], colours: PageColours) -> None:
        """Draw in the colours of tags, in a theme."""
        self._tags = {tag.key: colours.line_of(tag.colour) for tag in tags}
        self._other = QColor(colours.muted)
        self._hit = colours.hit_line
        self.mark_stale()

    def set_starts(self, starts: Starts) -> None:
        """Show where annotations begin."""
        self._starts = starts
        if self._painted:
            self._stale.start(_SOON_MS)

    def replace(self, before: Annotation | None, after: Annotation | None) -> None:
        """Show one annotation in place of another; None for one that is not there."""
        self._starts.replace(before, after)
        if self._stale.isActive() or self._edges_of != self._heights():
            self.mark_stale()
            return
        keys = self._starts.tags()
        for one in filter(None, (before, after)):
            row = bisect_right(self._edges, one.start_cp) - 1
            self._renew_row(keys, row)
            self._draw_row(row)

    def set_hits(self, spans: Sequence[Span]) -> None:
        """Show where hits are."""
        self._hits = spans
        self.mark_stale()

    def mark_stale(self) -> None:
        """Look again soon, once the strip is seen, where what is shown or its place is another."""
        is_soon = self._stale.isActive() and self._stale.interval() == _SOON_MS
        if self._painted and not is_soon:
            self._stale.start(0)

    def follow(self) -> None:
        """Look again when scrolling has come to rest, if it has corrected any heights."""
        now = self._heights()
        if now != self._seen and self._painted:
            self._seen = now
            self._stale.start(_SETTLED_MS)

    def renew(self) -> None:
        """Put the ticks together anew."""
        self._stale.stop()
        self._find_edges()
        keys = self._starts.tags()
        self.rows = {}
        for row in range(len(self._edges) - 1):
            self._renew_row(keys, row)
        self._picture = None
        self.update()

    def _heights(self) -> tuple[object, ...]:
        """Return what the places of the rows depend on."""
        return self._surface.layouts, self._surface.furthest, self.height()

    def _find_edges(self) -> None:
        """Find where each row begins in the text, where the heights are others than they were."""
        heights = self._heights()
        if heights == self._edges_of:
            return
        count = self.height() // ROW
        whole = self._surface.furthest + self._surface.height
        self._edges = [self._surface.position_down(whole * row / count) for row in range(count)]
        self._edges.append(self._surface.text.length + 1)
        self._edges_of = heights

    def _renew_row(self, keys: list[str], row: int) -> None:
        if not 0 <= row < len(self._edges) - 1:
            return
        found = self._row(keys, self._edges[row], self._edges[row + 1])
        if found is not None:
            self.rows[row] = found
        else:
            self.rows.pop(row, None)

    def _row(self, keys: list[str], start_cp: int, end_cp: int) -> Row | None:
        firsts = [(self._starts.first_in(key, start_cp, end_cp), key) for key in keys]
        here = [(cp, self._tags.get(key, self._other)) for cp, key in firsts if cp is not None]
        at = bisect_left(self._hits, (start_cp,))
        hit = at < len(self._hits) and self._hits[at][0] < end_cp
        positions = [cp for cp, _ in here]
        if hit:
            positions.append(self._hits[at][0])
        if not positions:
            return None
        return Row(tuple(colour for _, colour in here), hit, min(positions))

    def _tick_at(self, y: int) -> Row | None:
        """Return the row nearest to a height in pixels, None where there is none close by."""
        wanted = y // ROW
        beside = [step for reach in range(1, _REACH + 1) for step in (-reach, reach)]
        near = (wanted + step for step in (0, *beside))
        return next((self.rows[row] for row in near if row in self.rows), None)

    def _is_on_handle(self, y: int) -> bool:
        bar = self._bar
        whole = bar.maximum() + bar.pageStep()
        return bar.value() <= y * whole / max(1, self.height()) <= bar.value() + bar.pageStep()

    def _pressed(self, point: QPoint) -> bool:
        """Answer a click on a tick; what is on the handle is in view already."""
        row = None if self._is_on_handle(point.y()) else self._tick_at(point.y())
        if row is not None:
            self.chosen.emit(row.first_cp)
        return row is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the bar's size, and answer clicks on ticks for it."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._bar.rect())
            self.mark_stale()
        elif (
            event.type() == QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        ):
            return self._pressed(event.position().toPoint())
        return super().eventFilter(watched, event)

    def _draw_row(self, number: int) -> None:
        """Draw one row of the picture anew."""
        if self._picture is None:
            return
        painter = QPainter(self._picture)
        here = QRect(0, number * ROW, self.width(), ROW)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(here, Qt.GlobalColor.transparent)
        if number in self.rows:
            self._paint_row(painter, number, self.rows[number])
        self.update(here)

    def _paint_row(self, painter: QPainter, number: int, row: Row) -> None:
        """Paint the annotations at the side of the text, the hits at the other."""
        # Not `fillRect`: choosing among its many forms would load all gradients that Qt knows.
        y, half = number * ROW, (self.width() - 2 * _EDGE) // 2
        for place, colour in enumerate(row.tags):
            left = _EDGE + half + half * place // len(row.tags)
            right = _EDGE + half + half * (place + 1) // len(row.tags)
            painter.setBackground(colour)
            painter.eraseRect(self._placed(QRect(left, y, right - left, ROW)))
        if row.hit:
            painter.setBackground(self._hit)
            painter.eraseRect(self._placed(QRect(_EDGE, y, half, ROW)))

    def _placed(self, rect: QRect) -> QRect:
        """Mirror a rectangle where the interface is: `QStyle.visualRect` would load all styles."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveLeft(self.width() - rect.left() - rect.width())
        return rect

    def _drawn(self) -> QPixmap:
        """Return the picture of all rows, drawn when it is first asked for."""
        ratio = self.devicePixelRatio()
        picture = self._picture
        if picture is None or picture.deviceIndependentSize() != QSizeF(self.size()):
            self._picture = picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            for number, row in self.rows.items():
                self._paint_row(painter, number, row)
        return picture

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew for another direction of the interface."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._picture = None
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the picture: the bar beneath repaints all of it at every step."""
        if not self._painted:  # the article comes first: its first painting waits for no ticks
            self._painted = True
            self._stale.start(_SETTLED_MS)
            return
        QPainter(self).drawPixmap(0, 0, self._drawn())
