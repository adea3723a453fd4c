"""The panel of articles: a filter box over a list."""

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.article import Article
from reader.ui.library import Library
from reader.ui.panels.articles_delegate import ArticleDelegate
from reader.ui.panels.articles_model import ArticlesModel
from reader.ui.panels.empty_hint import EmptyHint
from reader.ui.panels.list_view import Act, OwnKeys, is_enter, is_typing, make_quiet
from reader.ui.panels.rows import draw_waiting
from reader.ui.panels.search_box import SearchBox


class ArticlesPanel(QWidget):
    """Lists the library's articles, newest first.

    `article_chosen` carries the uid of the article that a person opens, by a
    click or Enter.
    """

    article_chosen = Signal(str)

    def __init__(self, library: Library, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articlesPanel")
        self._library = library
        self._model = ArticlesModel(language)
        self._model.setParent(self)
        self._box = SearchBox(self.tr("Filter the articles"), "Ctrl+L", self)
        self._list = _ArticleList(self.tr("Articles"), self)
        self._list.setModel(self._model)
        self._delegate = ArticleDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._hint = EmptyHint(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._box)
        column.addWidget(self._stack, 1)
        self._box.changed.connect(self._filter)
        self._box.moved_on.connect(self._enter_list)
        self._list.typed.connect(self._box.type_on)
        self._list.entered_on.connect(self._choose)
        self._list.clicked.connect(self._choose)
        library.articles_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Follow the library's articles."""
        self._model.follow(self._library.articles())
        if not self._list.currentIndex().isValid():
            self._select_current()
        self._show_hint()

    def show_current(self, article: Article | None) -> None:
        """Mark the article that is on the page, without choosing it."""
        self._delegate.open_uid = article.uid if article else ""
        self._select_current()

    def focus_filter(self) -> None:
        """Let the person type into the filter box."""
        self._box.setFocus()
        self._box.line.selectAll()

    def _filter(self, text: str) -> None:
        self._model.filter_by(text)
        self._select_current()
        self._show_hint()

    def _select_current(self) -> None:
        index = self._model.index_of(self._delegate.open_uid)
        flag = QItemSelectionModel.SelectionFlag
        how = flag.ClearAndSelect if index.isValid() else flag.Clear
        self._list.selectionModel().setCurrentIndex(index, how)
        self._list.viewport().update()

    def _enter_list(self) -> None:
        if self._model.rowCount():
            if not self._list.currentIndex().isValid():
                self._list.setCurrentIndex(self._model.index(0))
            self._list.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        uid = self._model.uid_at(index)
        if uid:
            self.article_chosen.emit(uid)

    def _show_hint(self) -> None:
        if not self._model.total():
            self._hint.say(self.tr("Drop a file here, paste text, or press Ctrl+O"))
        else:
            self._hint.say(self.tr("No article matches. Esc clears the filter."))
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1)


class _ArticleList(QListView):
    """Opens with Enter; what is typed goes to the filter box."""

    typed = Signal(str)
    entered_on = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        make_quiet(self, name)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a title may need another line
        self._keys = OwnKeys(self, self._act_of)

    def _act_of(self, event: QKeyEvent) -> Act | None:
        if is_enter(event):
            return self._enter
        if is_typing(event) and event.text() != " ":
            return partial(self.typed.emit, event.text())
        return None

    def _enter(self) -> None:
        self.entered_on.emit(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows."""
        super().paintEvent(event)
        draw_waiting(self)
