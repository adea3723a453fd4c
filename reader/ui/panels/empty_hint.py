"""What a panel says while it has nothing to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID


class EmptyHint(QWidget):
    """One quiet sentence that says what to do next."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = WrappedLabel(self)
        self._words.setObjectName("emptyHint")
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._words.setForegroundRole(self._words.palette().ColorRole.PlaceholderText)
        self._words.setFont(small(self.font()))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN, 8 * GRID, 2 * MARGIN, 2 * MARGIN)
        column.addWidget(self._words)
        column.addStretch(1)

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._words.setText(sentence)

    def text(self) -> str:
        """Return the sentence on show."""
        return self._words.text()
