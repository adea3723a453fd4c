"""The words of an annotation, as the article has them."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QWidget

from reader.model.tags import Tag
from reader.text.controls import guarded
from reader.ui.panels.look import MARGIN, heading
from reader.ui.panels.own_text import OwnText
from reader.ui.theme import GRID

_BAR = 3  # px
_LINES = (1, 6)
_LONGEST_CP = 3_000  # more is not read in a panel, and laying out a book takes minutes


class QuotedWords(QWidget):
    """A few lines beside a stroke in the tag's colour; the rest is reached by scrolling."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = QColor()
        self._text = OwnText(_LINES, self)
        self._text.setFont(heading(self.font()))
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("The marked words"))
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.addSpacing(_BAR + 2 * GRID)
        row.addWidget(self._text)

    def show_words(self, words: str, tag: Tag) -> None:
        """Show the words of an annotation with a tag; of very many the first and the last."""
        if len(words) > _LONGEST_CP:
            half = _LONGEST_CP // 2
            words = f"{words[:half]}…\n…{words[-half:]}"
        shown = "\n".join(guarded(line) for line in words.split("\n"))
        if shown != self._text.text():
            self._text.set_text(shown)
        self._colour = QColor(tag.colour)
        self.update()

    def text(self) -> str:
        """Return the words on show."""
        return self._text.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the stroke."""
        bar = QRect(MARGIN, MARGIN, _BAR, self.height() - 2 * MARGIN)
        placed = QStyle.visualRect(self.layoutDirection(), self.rect(), bar)
        QPainter(self).fillRect(placed, self._colour)
