"""The bar under the page that asks where an annotation belongs, with the words it had."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.ui.panels.look import MARGIN, look_of, small
from reader.ui.panels.menus import SWITCH
from reader.ui.panels.own_line import OwnLine
from reader.ui.theme import GRID


class PlaceBar(QWidget):
    """Says what is not certain, shows the old words, and offers what can be done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("placeBar")
        self._heading = QLabel(self)
        self._heading.setObjectName("placeHeading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setFont(small(self.font(), QFont.Weight.DemiBold))
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setFont(small(self.font()))
        self._hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.words = OwnLine(self)
        self.words.setObjectName("placeWords")
        self.words.setReadOnly(True)
        self.words.setFrame(False)
        self.words.setAccessibleName(self.tr("The words it had"))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(2 * GRID)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(2 * GRID)
        upper.addWidget(self._heading)
        upper.addWidget(self._hint, 1)
        lower.setSpacing(2 * GRID)
        lower.addWidget(self.words, 1)
        lower.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 2 * GRID, MARGIN, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(upper)
        column.addLayout(lower)
        self.hide()

    def take(self, actions: Iterable[QAction]) -> None:
        """Show actions as buttons."""
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setFont(small(self.font()))
            button.setStyleSheet(SWITCH)
            self._buttons.addWidget(button)

    def ask(self, heading: str, hint: str, words: str) -> None:
        """Show the bar for an annotation; `words` are those it had for certain."""
        self._heading.setText(heading)
        self._hint.setText(hint)
        self.words.setText(words)
        self.words.setCursorPosition(0)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a hairline towards the page."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(look_of(self).line)
        painter.drawLine(0, 0, self.width(), 0)
