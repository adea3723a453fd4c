"""The box that filters a list as a person types."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.ui.panels.look import MARGIN, look_of
from reader.ui.panels.marks import draw_lens
from reader.ui.panels.own_line import OwnLine
from reader.ui.theme import GRID

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(QWidget):
    """A line with a lens over a hairline, which lights up while it has the keyboard.

    `changed` carries what is typed; `moved_on` tells that Down or Enter was
    pressed, to go to the list. Esc clears the box first; in an empty one it is
    left to the window, and told with `left` too.
    """

    changed = Signal(str)
    moved_on = Signal()
    left = Signal()

    def __init__(self, name: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = OwnLine(self)
        self.line.set_hint(name)
        self.line.setAccessibleName(name)
        self.line.setToolTip(f"{name} ({key})")
        self.line.textChanged.connect(self.changed)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        self.setFixedHeight(10 * GRID)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(Lens(self))
        row.addWidget(self.line, 1)

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text()

    def type_on(self, text: str) -> None:
        """Take the keyboard and add what was typed elsewhere."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.end(False)
        self.line.insert(text)

    def _is_ours(self, event: QKeyEvent) -> bool:
        clears = event.key() == Qt.Key.Key_Escape and bool(self.text())
        return clears or event.key() in (*_ENTER, Qt.Key.Key_Down)

    def _leaves(self, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return is_escape and not self.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Esc, Enter and Down for the line."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if event.type() == QEvent.Type.KeyPress and self._leaves(event):
            self.left.emit()
        if not isinstance(event, QKeyEvent) or not self._is_ours(event):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # Enter and Esc mean something here, whatever the window's actions say
        elif event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.line.clear()
        elif event.type() == QEvent.Type.KeyPress:
            self.moved_on.emit()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline."""
        look = look_of(self)
        painter = QPainter(self)
        colour = look.accent if self.line.hasFocus() else look.line
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour)


class Lens(QWidget):
    """The sign before the words."""

    def sizeHint(self) -> QSize:
        """Return the size of the lens."""
        return QSize(14, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline."""
        square = QRectF(0, (self.height() - 14) / 2, 14, 14)
        draw_lens(QPainter(self), square, look_of(self).muted)
