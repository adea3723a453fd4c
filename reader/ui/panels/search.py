"""The panel that searches the whole library as a person types."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.label import Language
from reader.model.tags import Tag
from reader.text.seeking import LONGEST_QUERY_CP, LibraryQuery, parse_query
from reader.text.terms import words
from reader.ui.panels.empty_hint import EmptyHint
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.found_delegate import FoundDelegate
from reader.ui.panels.found_model import FoundModel, FoundRole, FoundRow, Heading, HitRow, NameRow
from reader.ui.panels.list_view import Act, OwnKeys, is_enter, is_typing, make_quiet
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.menus import switch_button
from reader.ui.panels.rows import draw_waiting
from reader.ui.panels.search_box import SearchBox
from reader.ui.panels.search_help import SearchHelp
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.seeker import Found
from reader.ui.theme import GRID


class SearchPanel(QWidget):
    """A line to ask in, and what was found.

    `changed` follows what is asked; `more_wanted` tells that the list has come to
    its end; `hit_chosen` carries the `HitRow` or `Heading` that a person goes to,
    `closed` that Esc was pressed in an empty line.
    """

    changed = Signal()
    more_wanted = Signal()
    hit_chosen = Signal(object)
    closed = Signal()

    def __init__(
        self, tags: Iterable[Tag], language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("searchPanel")
        self._language: Language = language
        self._box = SearchBox(self.tr("Search the library"), "Ctrl+Shift+F", self)
        self._box.line.setObjectName("searchLine")
        self._box.line.setMaxLength(LONGEST_QUERY_CP)
        self._whole = self._switch("searchWhole", self.tr("Whole word"))
        self._whole.setToolTip(self.tr("No word that only begins so"))
        self._particles = self._switch("searchParticles", self.tr("With attached particles"))
        self._particles.setToolTip(self.tr("Also behind و ف ب ك ل ال joined to the word"))
        self._particles.setChecked(True)
        self._count = WrappedLabel(self)
        self._count.setObjectName("searchCount")
        self._count.setFont(small(self.font()))
        self._count.setProperty("role", "quiet")
        self._model = FoundModel(tags, language)
        self._model.setParent(self)
        self.list = FoundList(self.tr("What was found"), self)
        self.list.setModel(self._model)
        self._delegate = FoundDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self._help = SearchHelp(language, self)
        self._hint = EmptyHint(self)
        self._stack = QStackedWidget(self)
        for page in (self._help, self.list, self._hint):
            self._stack.addWidget(page)
        self._lay_out()
        self._connect()

    def set_tags(self, tags: Iterable[Tag]) -> None:
        """Name what is found by these tags."""
        self._model.set_tags(tags)

    def query(self) -> LibraryQuery:
        """Return what is asked."""
        return parse_query(
            self._box.text(),
            whole_words=self._whole.isChecked(),
            particles=self._particles.isChecked(),
        )

    def open(self, words: str = "") -> None:
        """Take the keyboard, with other words to seek if there are any."""
        if words:
            self._box.line.setText(words)
        self._box.setFocus()
        self._box.line.selectAll()

    def ask(self, typed: str) -> None:
        """Seek what somebody could have typed."""
        self._box.line.setText(typed)
        self._box.setFocus()

    def clear(self) -> None:
        """Show how to ask."""
        self._count.hide()
        self._stack.setCurrentWidget(self._help)

    def show_found(self, found: Found) -> None:
        """Show a page of what was found."""
        # Without words in it, a query asks for whole annotations and articles.
        self._delegate.marks = bool(self.query().wanted)
        if found.is_first:
            self._model.begin(found.page, may_grow=not found.is_over)
            self.list.scrollToTop()
        else:
            self._model.grow(found.page, may_grow=not found.is_over)
        is_missing = not self._model.rowCount() and found.is_over
        if is_missing:
            self._hint.say(self._reason())
        self._stack.setCurrentWidget(self._hint if is_missing else self.list)
        self._count.setText("" if is_missing else self._counted(found))
        self._count.setVisible(bool(self._count.text()))

    def show_current(self, article_uid: str) -> None:
        """Mark the article that is on the page."""
        self._delegate.open_uid = article_uid
        self.list.viewport().update()

    def _counted(self, found: Found) -> str:
        if found.is_over:
            said = self.tr("In %Ln article(s), the newest first", "", self._model.articles())
        else:
            # The index knows words, not where they stand: some articles may fall away yet.
            said = self.tr("In up to %Ln article(s), the newest first", "", found.candidates)
        unread = self.query().unread
        if unread:
            told = self.tr("“%1” is no date such as 2021-03-14").replace("%1", unread[0])
            said = f"{said} · {told}"
        return said

    def _reason(self) -> str:
        unread = self.query().unread
        if unread:
            return self.tr("“%1” is no date such as 2021-03-14").replace("%1", unread[0])
        if self._whole.isChecked():
            return self.tr("Nothing found. Turn “Whole word” off to find more.")
        if not self._particles.isChecked():
            return self.tr("Nothing found. Turn “With attached particles” on to find more.")
        if self.query().has_just_begun:
            return self.tr(
                "Nothing found yet. From the third letter on, words that begin so are found too."
            )
        return self.tr("Nothing found. Fewer words find more.")

    def _lay_out(self) -> None:
        options = QWidget(self)
        flow = FlowLayout(options, GRID)
        flow.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
        flow.addWidget(self._whole)
        flow.addWidget(self._particles)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 0, MARGIN, GRID)
        row.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._box)
        column.addWidget(options)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.clear()

    def _connect(self) -> None:
        self._box.changed.connect(self.changed)
        self._box.moved_on.connect(self._enter_list)
        self._box.left.connect(self.closed)
        self._whole.toggled.connect(self.changed)
        self._particles.toggled.connect(self.changed)
        self._help.chosen.connect(self.ask)
        self._model.more_wanted.connect(self.more_wanted)
        self.list.typed.connect(self._box.type_on)
        self.list.entered_on.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.list.left.connect(self._box.setFocus)

    def _switch(self, name: str, words: str) -> QToolButton:
        switch = switch_button(words, self, checkable=True)
        switch.setObjectName(name)
        return switch

    def _enter_list(self) -> None:
        if self._stack.currentWidget() is not self.list:
            return
        index = self.list.currentIndex()
        if not index.isValid():
            index = self._model.first_hit()
        self.list.setCurrentIndex(index)
        self.list.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        row: FoundRow | None = index.data(FoundRole.ROW)
        if isinstance(row, NameRow):
            name = "اسم" if self._language == "ar" else "name"
            # A quotation mark of its own would end the name too early.
            self.ask(f'{name}:"{" ".join(words(row.found.subject.name))}"')
        elif isinstance(row, HitRow) or (isinstance(row, Heading) and row.found is not None):
            self.hit_chosen.emit(row)


class FoundList(QListView):
    """Enter goes to a hit; what is typed goes to the line; Esc goes back to it."""

    typed = Signal(str)
    entered_on = Signal(QModelIndex)
    left = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("foundList")
        make_quiet(self, name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(200)
        self._keys = OwnKeys(self, self._act_of)

    def _act_of(self, event: QKeyEvent) -> Act | None:
        if is_enter(event):
            return self._enter
        if event.key() == Qt.Key.Key_Escape:
            return self.left.emit
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 1:
            return self.left.emit
        if is_typing(event) and event.text() != " ":
            return partial(self.typed.emit, event.text())
        return None

    def _enter(self) -> None:
        self.entered_on.emit(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard; the row that is current from now on is painted so."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows."""
        super().paintEvent(event)
        draw_waiting(self)
