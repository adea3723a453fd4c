"""What a value is typed or chosen in: bare, because `field_row.py` paints around it.

Each input has `text()` and `set_text()`, tells by `taken` that a value was
chosen that needs no Enter, and names in `enter` the modifier with which Enter
ends it (None: Enter has another meaning there).
"""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QWidget

from reader.frozen import dataclass
from reader.ui.panels.dropdown import quiet_list
from reader.ui.panels.look import input_height, look_of
from reader.ui.panels.marks import dot_icon, draw_chevron
from reader.ui.panels.own_line import OwnLine, begins_right
from reader.ui.panels.own_text import OwnText
from reader.ui.panels.pressed_inputs import FlagInput, StepsInput
from reader.ui.panels.prose import draw_own
from reader.ui.theme import GRID

_DOT = 10  # px
_OPENING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Option:
    """One row of a closed list: key, words, and the colour of its dot ("" for none)."""

    key: str
    words: str
    colour: str = ""


class LineInput(OwnLine):
    """A value of one line."""

    taken = Signal()
    enter: Qt.KeyboardModifier | None = Qt.KeyboardModifier.NoModifier

    def set_text(self, text: str) -> None:
        """Show another value, from its beginning."""
        self.setText(text)
        self.setCursorPosition(0)

    def words_of(self, value: str) -> str:
        """Return a value as a person reads it."""
        return value

    def set_fixed(self, fixed: bool) -> None:
        """Let the value only be read, or be edited."""
        self.setReadOnly(fixed)


class MomentInput(LineInput):
    """A date and a time of day, shown as they are where the reader is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, latin=True)
        self._held = ""

    def set_text(self, text: str) -> None:
        """Show a moment that is given in ISO 8601 with its zone; anything else as it is."""
        self._held = text
        super().set_text(self.words_of(text))

    def text(self) -> str:
        """Return the moment that is held, or what was typed instead."""
        shown = super().text()
        return self._held if shown == self.words_of(self._held) else shown

    def words_of(self, value: str) -> str:
        """Return a moment as a person reads it."""
        try:
            return datetime.fromisoformat(value).astimezone().strftime("%Y-%m-%d %H:%M")
        except (ValueError, OverflowError):
            return value


class LongInput(OwnText):
    """A value of several lines."""

    taken = Signal()
    enter: Qt.KeyboardModifier | None = Qt.KeyboardModifier.ControlModifier

    def words_of(self, value: str) -> str:
        """Return a value as a person reads it."""
        return value

    def set_fixed(self, fixed: bool) -> None:
        """Let the value only be read, or be edited."""
        self.setReadOnly(fixed)


class ChoiceInput(QComboBox):
    """A value of a closed list, which looks like text until the mouse or the keyboard is there.

    The arrows, Enter and Space open the list; the wheel scrolls the panel and changes nothing.
    """

    taken = Signal()
    enter: Qt.KeyboardModifier | None = None

    def __init__(self, options: Iterable[Option], parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        quiet_list(self)
        self._known = tuple(options)
        for option in self._known:
            self.addItem(dot_icon(option.colour, _DOT), option.words, option.key)
        self.activated.connect(self.taken)

    def set_options(self, options: Iterable[Option]) -> None:
        """Offer other options; the chosen key stays chosen."""
        chosen, self._known = self.text(), tuple(options)
        self.clear()
        for option in self._known:
            self.addItem(dot_icon(option.colour, _DOT), option.words, option.key)
        self.set_text(chosen)

    def text(self) -> str:
        """Return the key that is chosen."""
        return str(self.currentData() or "")

    def words_of(self, value: str) -> str:
        """Return the words of a key."""
        return next((one.words for one in self._known if one.key == value), value)

    def set_text(self, text: str) -> None:
        """Choose a key; one that is not in the list is shown as it is."""
        while self.count() > len(self._known):
            self.removeItem(self.count() - 1)
        if self.findData(text) < 0:
            self.addItem(text, text)
        self.setCurrentIndex(self.findData(text))

    def set_fixed(self, fixed: bool) -> None:
        """Let the value only be read, or be chosen."""
        self.setEnabled(not fixed)

    def sizeHint(self) -> QSize:
        """Return the size of a line of text."""
        return QSize(20 * GRID, input_height(self.font()))

    def minimumSizeHint(self) -> QSize:
        """Return the size of a line of text."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list, rather than change the value unseen."""
        if event.key() in _OPENING and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot and the words, and a chevron while in use."""
        look = look_of(self)
        painter = QPainter(self)
        chevron = 3 * GRID if self.isEnabled() else 0
        room = QRect(0, 0, self.width() - chevron, self.height())
        if not self.itemIcon(self.currentIndex()).isNull():
            square = QRect(0, (self.height() - _DOT) // 2, _DOT, _DOT)
            self.itemIcon(self.currentIndex()).paint(painter, self._placed(square))
            room.setLeft(_DOT + GRID + 2)
        painter.setPen(self._pen() if self.text() else look.faint)
        draw_own(painter, self._placed(room), self.currentText(), default=begins_right(self))
        if (self.underMouse() or self.hasFocus()) and self.isEnabled():
            sign = QRect(self.width() - 10, (self.height() - 10) // 2, 10, 10)
            draw_chevron(painter, QRectF(self._placed(sign)), look.muted)

    def _pen(self) -> QColor:
        """Return the colour of the value: one that is only read is quieter, never faded."""
        group = QPalette.ColorGroup.Active
        ink, quiet = QPalette.ColorRole.WindowText, QPalette.ColorRole.PlaceholderText
        return self.palette().color(group, ink if self.isEnabled() else quiet)

    def _placed(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


Input = LineInput | LongInput | ChoiceInput | FlagInput | StepsInput
