"""The mouse on the page: clicks, drags by graphemes, words or paragraphs, and at the edges."""

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent

from reader.text import boundaries
from reader.ui.page.cursor import Cursor, Selected
from reader.ui.page.places import Hit
from reader.ui.page.surface import Surface

_SLIP = 3
_TICK_MS = 30
_GRAPHEME, _WORD, _PARAGRAPH = 1, 2, 3


class Pointer(QObject):
    """Turns mouse events into selections.

    Signals: `clicked` carries the code point under a plain click, -1 beside the
    words; `finished` follows the end of a drag or click; `scroll_wanted` carries
    the pixels to scroll while a drag is held beyond an edge.
    """

    clicked = Signal(int)
    finished = Signal()
    scroll_wanted = Signal(int)

    def __init__(self, surface: Surface, cursor: Cursor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        self._cursor = cursor
        self._clicks = 0
        self._since = QElapsedTimer()
        self._pressed_at: QPointF | None = None
        self._point = QPointF()
        self._moved = False
        self._free = False
        self._base = (0, 0)
        self._edge_timer = QTimer(self)
        self._edge_timer.timeout.connect(self._scroll_on)

    @property
    def is_dragging(self) -> bool:
        """Tell whether the left button is held."""
        return self._pressed_at is not None

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag; the third press in time selects the paragraph."""
        point = event.position()
        again = self._clicks > 1 and self._in_time() and self._is_near(point)
        self._begin(point, self._clicks + 1 if again else 1)
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._clicks == _GRAPHEME:
            hit = self._surface.hit(point)
            anchor = self._cursor.selected.anchor if shifted else hit.cp
            self._moved = shifted
            self._cursor.set(Selected(anchor, hit.cp, hit.upstream), reveal=False)
        else:
            self._select_unit()

    def double_press(self, event: QMouseEvent) -> None:
        """Select the word under a double click."""
        self._begin(event.position(), _WORD)
        self._select_unit()

    def move(self, event: QMouseEvent) -> None:
        """Draw the selection to the pointer; with Alt by graphemes whatever began it."""
        if self._pressed_at is None:
            return
        self._point = event.position()
        self._free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        slip = (self._point - self._pressed_at).manhattanLength()
        if not self._moved and slip < _SLIP:
            return
        self._moved = True
        self._extend()
        beyond = not 0 <= self._point.y() < self._surface.height
        if beyond and not self._edge_timer.isActive():
            self._edge_timer.start(_TICK_MS)
        elif not beyond:
            self._edge_timer.stop()

    def release(self) -> None:
        """End the click or drag."""
        if self._pressed_at is None:
            return
        point, self._pressed_at = self._pressed_at, None
        self._edge_timer.stop()
        if self._clicks == _GRAPHEME and not self._moved:
            over = self._surface.hit(point).over
            self.clicked.emit(-1 if over is None else over)
        self.finished.emit()

    def _begin(self, point: QPointF, clicks: int) -> None:
        self._clicks = clicks if clicks <= _PARAGRAPH else _GRAPHEME
        self._pressed_at = self._point = point
        self._moved = self._free = False
        self._since.start()

    def _in_time(self) -> bool:
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        return self._since.isValid() and self._since.elapsed() <= interval

    def _is_near(self, point: QPointF) -> bool:
        slack = QGuiApplication.styleHints().startDragDistance()
        return (point - self._point).manhattanLength() <= slack

    def _select_unit(self) -> None:
        self._base = self._unit(self._surface.hit(self._point))
        self._cursor.select(*self._base, reveal=False)

    def _unit(self, hit: Hit) -> tuple[int, int]:
        text = self._cursor.text
        cp = hit.cp if hit.over is None else hit.over
        if self._clicks == _PARAGRAPH:
            return boundaries.paragraph_at(text, cp)
        return boundaries.word_at(text, cp)

    def _extend(self) -> None:
        hit = self._surface.hit(self._point)
        if self._clicks == _GRAPHEME or self._free:
            self._cursor.extend(hit.cp, upstream=hit.upstream, reveal=False)
            return
        start, end = self._unit(hit)
        if start < self._base[0]:
            self._cursor.select(self._base[1], start, reveal=False)
        else:
            self._cursor.select(self._base[0], max(end, self._base[1]), reveal=False)

    def _scroll_on(self) -> None:
        """Scroll while the pointer is held beyond an edge, faster the further it is."""
        y, height = self._point.y(), self._surface.height
        beyond = y if y < 0 else y - height + 1
        step = beyond / 3 + (
            self._surface.leading / 4 if beyond > 0 else -self._surface.leading / 4
        )
        self.scroll_wanted.emit(round(step))
        self._extend()
