"""Where a note is written in the margin of the page; one for the whole window."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.ui.panels.list_view import is_enter
from reader.ui.panels.look import RADIUS
from reader.ui.panels.own_text import OwnText
from reader.ui.theme import GRID

_MOST_LINES = 12


class MarginEditor(OwnText):
    """Enter keeps the note, Shift+Enter begins a line, Esc gives up what was typed.

    Signals: `kept` follows Enter, `given_up` Esc, `left` the loss of the keyboard.
    """

    kept = Signal()
    given_up = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__((1, _MOST_LINES), parent)
        self.setObjectName("marginEditor")
        self.setAccessibleName(self.tr("Note"))
        self.setStyleSheet(
            "QTextEdit { background: palette(base); border: 1px solid palette(highlight);"
            f" border-radius: {RADIUS}px; padding: {GRID - 1}px {GRID}px; }}"
        )
        self.hide()

    def begin(self, note: str, font: QFont) -> None:
        """Show a note in the font of the margin, the cursor at its end."""
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.set_text(note)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _is_own(self, event: QKeyEvent) -> bool:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return event.key() == Qt.Key.Key_Escape or (is_enter(event) and not shifted)

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Esc from the shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_own(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End at Enter and Esc; type everything else."""
        if not self._is_own(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            self.kept.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere, but for a menu."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
