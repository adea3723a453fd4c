"""The bar under the page that asks what an annotation is to be related to, and how."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from reader.label import Language
from reader.model.vocabulary import RELATION_TYPES, label_of
from reader.ui.panels.look import MARGIN, look_of, small
from reader.ui.panels.menus import PLAIN_BUTTON, MenuButton, choice_menu, refill
from reader.ui.theme import GRID


class RelateBar(QWidget):
    """Offers the types of relations and the other annotations of the text.

    `picked` carries the uid of the annotation that a person picked from the list, `closed`
    tells that they want none. The page stays there to be clicked in.
    """

    picked = Signal(str)
    closed = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("relateBar")
        self._language: Language = language
        self.type_key = RELATION_TYPES[0].key
        self._words = QLabel(self)
        self._words.setObjectName("relateWords")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setFont(small(self.font(), QFont.Weight.DemiBold))
        types = [(one.key, one.label.text(language), "") for one in RELATION_TYPES]
        self._types = choice_menu(self.tr("Type of the relation"), types, self, exclusive=True)
        self._types.triggered.connect(self._take_type)
        self.type_button = MenuButton(types[0][1], self._types, self)
        self.type_button.setObjectName("relateType")
        self.type_button.setToolTip(self.tr("Type of the relation (Space)"))
        self._others = QMenu(self.tr("Pick the other annotation"), self)
        self._others.triggered.connect(self._take_other)
        self.other_button = MenuButton(self._others.title(), self._others, self)
        self.other_button.setObjectName("relateOther")
        self.other_button.setToolTip(self.tr("Pick the other annotation from a list (Space)"))
        hint = QLabel(self.tr("or click it on the page"), self)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setFont(small(self.font()))
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        close = QToolButton(self)
        close.setText("×")
        close.setAccessibleName(self.tr("Relate to nothing"))
        close.setToolTip(self.tr("Relate to nothing (Esc)"))
        close.setStyleSheet(PLAIN_BUTTON)
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
        row.setSpacing(2 * GRID)
        for widget in (self._words, self.type_button, self.other_button, hint):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(close)
        self.hide()

    def ask(self, words: str, others: Iterable[tuple[str, str]]) -> None:
        """Show the bar for an annotation of these words; `others` are uids with their words."""
        self._words.setText(words)
        refill(self._others, ((uid, text, "") for uid, text in others))
        self._mark_type()
        self.show()
        self.type_button.setFocus()

    def _mark_type(self) -> None:
        for action in self._types.actions():
            action.setChecked(action.data() == self.type_key)
        label = label_of(RELATION_TYPES, self.type_key).text(self._language)
        self.type_button.setText(label)
        self.type_button.setAccessibleName(label)

    def _take_type(self, action: QAction) -> None:
        self.type_key = str(action.data())
        self._mark_type()
        self.other_button.setFocus()

    def _take_other(self, action: QAction) -> None:
        self.picked.emit(str(action.data()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a hairline towards the page."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 1, look_of(self).line)
