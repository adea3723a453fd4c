"""A text of several lines to type in: each paragraph in its own direction, growing as it fills."""

from math import ceil

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.text.direction import is_rtl
from reader.ui.panels.look import look_of
from reader.ui.panels.own_line import begins_right, way
from reader.ui.panels.prose import draw_own

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
        self._hint = ""
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

    def set_hint(self, hint: str) -> None:
        """Set what an empty field says (Qt's placeholder stands on the left in any language)."""
        self._hint = hint
        self.viewport().update()

    def text(self) -> str:
        """Return what is typed; unlike `toPlainText` with its no-break spaces."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.setPlainText(text)

    def _turn(self) -> None:
        """Give the text the direction of most of its letters, and each paragraph its own.

        The text's direction is an option, outside the undo history. A paragraph's
        is a format, which is a step of it; so only one that differs has any, and
        none is given after an undo, where it would end the history.
        """
        if self._turning:
            return
        self._turning = True
        rtl = is_rtl(self.text(), begins_right(self.parentWidget()))
        option = self.document().defaultTextOption()
        if option.textDirection() != way(rtl):
            option.setTextDirection(way(rtl))
            self.document().setDefaultTextOption(option)
        block = self.document().begin()
        while block.isValid() and not self.document().isRedoAvailable():
            own = is_rtl(block.text(), rtl)
            _give(block, Qt.LayoutDirection.LayoutDirectionAuto if own == rtl else way(own))
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, or the hint where the interface's lines begin."""
        super().paintEvent(event)
        composing = self.textCursor().block().layout().preeditAreaText()
        if self._hint and self.document().isEmpty() and not composing:
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            painter.setPen(look_of(self.parentWidget() or self).faint)
            line = QRect(0, 0, self.viewport().width(), self.fontMetrics().lineSpacing())
            draw_own(painter, line, self._hint, default=begins_right(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink with the new width."""
        super().resizeEvent(event)
        self._grow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the right direction."""
        super().focusInEvent(event)
        self._turn()


def _give(block: QTextBlock, direction: Qt.LayoutDirection) -> None:
    """Give a paragraph a direction, or the text's where it is automatic."""
    if block.blockFormat().layoutDirection() != direction:
        form = block.blockFormat()
        form.setLayoutDirection(direction)
        QTextCursor(block).setBlockFormat(form)
