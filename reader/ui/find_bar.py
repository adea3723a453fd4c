"""The bar under the page in which a person looks for words."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.tags import Tag, tag_of
from reader.text.pieces import LONGEST_QUERY_CP, Query
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.look import MARGIN, look_of, small
from reader.ui.panels.menus import PLAIN_BUTTON, SWITCH, MenuButton, refill
from reader.ui.panels.own_line import OwnLine
from reader.ui.panels.search_box import Lens
from reader.ui.theme import GRID

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINE = 9 * GRID  # px; the height of the upper row


class FindBar(QWidget):
    """What is sought and how; the controller answers with `show_count` and `say`.

    `changed` follows what is typed and every option; `next_wanted` and
    `previous_wanted` Enter and Shift+Enter; `closed` Esc and the cross.
    `annotate_wanted` carries the key of the tag that every hit is to get.
    """

    changed = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()
    annotate_wanted = Signal(str)

    def __init__(self, tags: Iterable[Tag], language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._tags = tuple(tags)
        self._language: Language = language
        self._tag = self._tags[0].key
        self._is_missing = False
        self.line = OwnLine(self)
        self.line.setObjectName("findLine")
        self.line.set_hint(self.tr("Find in the article"))
        self.line.setAccessibleName(self.tr("Find in the article"))
        self.line.setMaxLength(LONGEST_QUERY_CP)
        self.line.textChanged.connect(self.changed)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        self.count = _quiet_label("findCount", self)
        self.message = _quiet_label("findMessage", self)
        self._steps = QHBoxLayout()
        self._exact = self._switch("findExact", self.tr("Exact"))
        self._exact.setToolTip(self.tr("Harakat, hamza and the like have to agree"))
        self._whole = self._switch("findWhole", self.tr("Whole word"))
        self._whole.setToolTip(self.tr("Not as a part of a longer word"))
        self._particles = self._switch("findParticles", self.tr("With attached particles"))
        self._particles.setToolTip(self.tr("Also behind و ف ب ك ل ال joined to the word"))
        self.annotate = self._button("findAnnotate", self.tr("Annotate all"))
        self.annotate.clicked.connect(self._ask_to_annotate)
        self.tag_button = self._made_tag_button()
        self._lay_out()
        self.show_count("")
        self.set_can_annotate(can=False)
        self.hide()

    def set_tags(self, tags: Iterable[Tag]) -> None:
        """Offer other tags to annotate with; the chosen one stays so while it is there."""
        self._tags = tuple(tags)
        known = {tag.key for tag in self._tags}
        self._tag = self._tag if self._tag in known else self._tags[0].key
        self._fill(self.tag_button.menu())
        self.tag_button.setText(tag_of(self._tag, self._tags).label.text(self._language))

    def take(self, previous: QAction, following: QAction) -> None:
        """Show the actions that go from hit to hit as buttons."""
        for action in (previous, following):
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.installEventFilter(self)
            self._steps.addWidget(button)

    def query(self) -> Query:
        """Return what is sought."""
        return Query(
            self.line.text(),
            exact=self._exact.isChecked(),
            whole_word=self._whole.isChecked(),
            particles=self._particles.isChecked(),
        )

    def open(self, words: str = "") -> None:
        """Show the bar and take the keyboard, with other words to seek if there are any."""
        self.show()
        if words:
            self.line.setText(words)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def show_count(self, words: str, *, missing: bool = False) -> None:
        """Show how many hits there are; with `missing`, that there are none."""
        self.count.setText(words)
        self._is_missing = missing
        self.update()

    def say(self, words: str) -> None:
        """Show a remark, until the next one."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def set_can_annotate(self, *, can: bool) -> None:
        """Let all hits be annotated, or not now."""
        self.annotate.setEnabled(can)
        self.tag_button.setEnabled(can)

    def _lay_out(self) -> None:
        close = self._button("findClose", "×")
        close.setFont(self.font())
        close.setAccessibleName(self.tr("Close the find bar"))
        close.setToolTip(self.tr("Close the find bar (Esc)"))
        close.clicked.connect(self.closed)
        upper = QHBoxLayout()
        upper.setSpacing(2 * GRID)
        self._steps.setSpacing(0)
        lens = Lens(self)
        lens.setFixedHeight(_LINE)
        upper.addWidget(lens)
        upper.addWidget(self.line, 1)
        upper.addWidget(self.message)
        upper.addWidget(self.count)
        upper.addLayout(self._steps)
        upper.addWidget(close)
        lower = QWidget(self)
        flow = FlowLayout(lower, GRID)
        flow.setContentsMargins(0, 0, 0, 0)
        gap = QWidget(lower)
        gap.setFixedSize(2 * GRID, 1)
        switches = (self._exact, self._whole, self._particles)
        together = QWidget(lower)
        row = QHBoxLayout(together)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.annotate)
        row.addWidget(self.tag_button)
        for one in (*switches, gap, together):
            flow.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GRID // 2, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(upper)
        column.addWidget(lower)

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(words)
        button.setFont(small(self.font()))
        button.setStyleSheet(PLAIN_BUTTON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.installEventFilter(self)
        return button

    def _switch(self, name: str, words: str) -> QToolButton:
        switch = self._button(name, words)
        switch.setCheckable(True)
        switch.setStyleSheet(SWITCH)
        switch.toggled.connect(self.changed)
        return switch

    def _fill(self, menu: QMenu) -> None:
        rows = [(tag.key, tag.label.text(self._language), "") for tag in self._tags]
        refill(menu, rows, exclusive=True)
        for action in menu.actions():
            action.setChecked(action.data() == self._tag)

    def _made_tag_button(self) -> MenuButton:
        menu = QMenu(self.tr("Tag"), self)
        self._fill(menu)
        menu.triggered.connect(self._choose_tag)
        button = MenuButton(self._tags[0].label.text(self._language), menu, self)
        button.setObjectName("findTag")
        button.setToolTip(self.tr("The tag that all hits get"))
        button.installEventFilter(self)
        return button

    def _choose_tag(self, action: QAction) -> None:
        self._tag = action.data()
        self.tag_button.setText(action.text())
        name = tag_of(self._tag, self._tags).label.text(self._language)
        self.tag_button.setAccessibleName(name)

    def _ask_to_annotate(self) -> None:
        self.annotate_wanted.emit(self._tag)

    def _answers(self, watched: QObject, event: QKeyEvent, *, now: bool) -> bool:
        """Tell whether a key is the bar's own; carry it out if it is pressed `now`."""
        if event.key() == Qt.Key.Key_Escape:
            if now:
                self.closed.emit()
            return True
        if event.key() not in _ENTER:
            return False
        if now and isinstance(watched, QToolButton):
            watched.click()
        elif now:
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_wanted if shifted else self.next_wanted).emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer Enter and Esc before the window's actions do."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and self._answers(
            watched, event, now=False
        ):
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._answers(watched, event, now=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line above: red where nothing is found."""
        look = look_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.surface)
        painter.fillRect(0, 0, self.width(), 1, look.line)
        below = self.line.geometry()
        if self._is_missing:
            painter.fillRect(below.left(), below.bottom(), below.width(), 2, look.danger)
        else:
            colour = look.accent if self.line.hasFocus() else look.line
            painter.fillRect(below.left(), below.bottom(), below.width(), 1, colour)


def _quiet_label(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(small(parent.font()))
    label.setProperty("role", "quiet")
    return label
