"""A line to type in, which takes the direction of what is typed."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.text.direction import is_rtl
from reader.ui.panels.look import look_of
from reader.ui.panels.prose import draw_line

# Frames and grounds are painted by whatever holds the line.
_BARE = "QLineEdit { background: transparent; border: 0; padding: 0; }"

_INSET = 2  # px; what Qt leaves free at both ends of a line, here left to the frame


def way(rtl: bool) -> Qt.LayoutDirection:
    """Return Qt's name for a direction."""
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


def begins_right(widget: QWidget | None) -> bool:
    """Tell whether the interface around a widget runs from right to left."""
    return widget is not None and widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


class OwnLine(QLineEdit):
    """A bare line: Arabic runs from the right, Latin from the left, nothing as the panel.

    A line made with `latin` holds an id or a date: always left to right, but
    standing where the panel's own lines begin.
    """

    def __init__(self, parent: QWidget, *, latin: bool = False) -> None:
        super().__init__(parent)
        self._latin = latin
        self._hint = ""
        self._composing = False
        self.setFrame(False)
        self.setStyleSheet(_BARE)
        self.setTextMargins(-_INSET, 0, -_INSET, 0)
        self.textChanged.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        panel_rtl = begins_right(self.parentWidget())
        rtl = not self._latin and is_rtl(self.displayText(), panel_rtl)
        # A line edit heeds its first strong letter, not its layout direction; only
        # these keys (Ctrl+Shift on Windows) tell it better.
        key = Qt.Key.Key_Direction_R if rtl else Qt.Key.Key_Direction_L
        super().keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
        if self._latin:
            side = Qt.AlignmentFlag.AlignRight if panel_rtl else Qt.AlignmentFlag.AlignLeft
            self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def set_hint(self, hint: str) -> None:
        """Set what an empty line says, fainter than any value."""
        self._hint = hint
        self.update()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what is composed; the hint is in its way."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, or the hint where the panel's own lines begin.

        What does not fit ends with an ellipsis while nobody is typing.
        """
        if self._is_cut():
            self._paint_cut()
            return
        super().paintEvent(event)
        if self._hint and not self.text() and not self._composing:
            painter = QPainter(self)
            painter.setFont(self.font())
            # The line's own palette is that of its style sheet: no ground, hence black.
            painter.setPen(look_of(self.parentWidget() or self).faint)
            from_right = begins_right(self.parentWidget())
            rtl = is_rtl(self._hint, from_right and not self._latin)
            draw_line(painter, self.rect(), self._hint, rtl=rtl, from_right=from_right)

    def _is_cut(self) -> bool:
        length = self.fontMetrics().horizontalAdvance(self.displayText())
        return not self.hasFocus() and length > self.width()

    def _paint_cut(self) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(look_of(self.parentWidget() or self).ink)
        # What is read, not what it stands for: a line may hold a key behind its words.
        shown = self.displayText()
        panel_rtl = begins_right(self.parentWidget())
        if self._latin:
            draw_line(painter, self.rect(), shown, rtl=False, from_right=panel_rtl)
        else:
            draw_line(painter, self.rect(), shown, rtl=is_rtl(shown, panel_rtl))

    def event(self, event: QEvent) -> bool:
        """Follow the panel's direction."""
        if event.type() in (QEvent.Type.ParentChange, QEvent.Type.Polish):
            self._turn()
        return super().event(event)
