"""A text of several lines to type in: each paragraph in its own direction, growing as it fills."""

from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.text.direction import is_rtl
from reader.ui.panels.look import fade_placeholder
from reader.ui.panels.own_line import begins_right, way

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}  # what Qt writes for Shift+Enter and for Enter
_BARE = "QTextEdit { background: transparent; border: 0; }"


class OwnText(QTextEdit):
    """Plain words without a frame, from `lines[0]` to `lines[1]` lines high, then scrolling.

    `resized` tells that it has grown or shrunk.
    """

    resized = Signal()

    def __init__(self, lines: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self._turning = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_BARE)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._turn)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._turn()

    def text(self) -> str:
        """Return what is typed; unlike `toPlainText` with its no-break spaces."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.setPlainText(text)

    def _turn(self) -> None:
        """Give each paragraph the direction of most of its letters, outside the undo history."""
        if self._turning:
            return
        self._turning = True
        default = is_rtl(self.text(), begins_right(self.parentWidget()))
        block = self.document().begin()
        while block.isValid():
            wanted = way(is_rtl(block.text(), default))
            if block.blockFormat().layoutDirection() != wanted:
                cursor = QTextCursor(block)
                cursor.joinPreviousEditBlock()
                form = block.blockFormat()
                form.setLayoutDirection(wanted)
                cursor.setBlockFormat(form)
                cursor.endEditBlock()
            block = block.next()
        self._turning = False

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        least, most = (count * line for count in self._lines)
        needed = ceil(self.document().size().height())
        height = max(least, min(needed, most)) + self._around()
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if needed > most
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(policy)
        if height != self.height():
            self.setFixedHeight(height)
            self.resized.emit()

    def _around(self) -> int:
        """Return the px above and below the words: the frame's and the style sheet's."""
        return self.height() - self.viewport().height()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ParentChange):
            fade_placeholder(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink with the new width."""
        super().resizeEvent(event)
        self._grow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the right direction."""
        super().focusInEvent(event)
        self._turn()
