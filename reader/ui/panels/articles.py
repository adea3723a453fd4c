"""The panel of articles: a filter box, the shelves, and the list of what is on the one chosen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.model.article import Article
from reader.model.article_filter import ArticleOrder, Shelf, narrowed, on_shelf
from reader.model.change import Change
from reader.model.collection import Shelves
from reader.ui.library import Library
from reader.ui.panels.article_filters import ArticleFilters
from reader.ui.panels.article_menu import ArticleMenu
from reader.ui.panels.articles_delegate import ArticleDelegate
from reader.ui.panels.articles_list import ArticleList
from reader.ui.panels.articles_model import ArticlesModel
from reader.ui.panels.empty_hint import EmptyHint
from reader.ui.panels.large_later import LargeLater
from reader.ui.panels.moments import locale_of
from reader.ui.panels.search_box import SearchBox
from reader.ui.panels.shelf_model import COLLECTIONS, LABELS
from reader.ui.panels.shelf_pane import ShelfPane
from reader.ui.settings import Settings

_COUNTED_AFTER_MS = 250  # so that no act waits for it, and acts in a row are counted once
_SHELVED = ("article", "collection", "label")


class ArticlesPanel(QWidget):
    """Lists the articles of a shelf, narrowed and ordered.

    `article_chosen` carries the uid of the article that a person opens, by a click or
    Enter; `details_wanted` one whose details are to be edited, `erase_wanted` those
    that are to be deleted for good. `left_empty` tells that the article on the page
    has gone to the trash, and that there is no other in the list.
    """

    article_chosen = Signal(str)
    details_wanted = Signal(str)
    erase_wanted = Signal(list)
    left_empty = Signal()

    def __init__(self, library: Library, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articlesPanel")
        self._library, self._settings = library, settings
        self._language = settings.language()
        self._shelves = Shelves()
        self._follower = ""  # what is gone to where the page loses its article
        self._model = ArticlesModel(self._language, library.summaries)
        self.listed = self._model.uids  # the articles that the list shows, in its order
        self._model.setParent(self)
        self._box = SearchBox(self.tr("Filter the articles"), "Ctrl+L", self)
        order = ArticleOrder(settings.get("articles/sort"), settings.get("articles/reversed"))
        self._filters = ArticleFilters(library, self._language, order, self)
        self._pane = ShelfPane(library, self._language, self)
        self._list = ArticleList(self.tr("Articles"), self)
        self._list.setModel(self._model)
        self._delegate = ArticleDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._menu = ArticleMenu(self._do, self)
        self._hint = EmptyHint(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._hint)
        self._lay_out()
        self._tie()
        self._filters.shelf_button.setChecked(settings.get("articles/tree"))
        self._show_tree(settings.get("articles/tree"))
        self.refresh()

    def refresh(self) -> None:
        """Follow the library: its shelves, and the articles on the one that is chosen."""
        self._shelves = self._library.shelves()
        self._pane.follow(self._shelves)
        self._list_anew()

    def follow_shelves(self, found: Shelves) -> None:
        """Follow the numbers of the shelves, as just read, but leave the list as it is."""
        self._shelves = self._library.shelves(found)
        self._pane.follow(self._shelves)

    def show_current(self, article: Article | None) -> None:
        """Mark the article that is on the page, without choosing it."""
        self._delegate.open_uid = article.uid if article else ""
        self._select_current()

    def show_shelf(self, shelf: Shelf) -> None:
        """Put a shelf on show."""
        self._pane.choose(shelf)

    def focus_filter(self) -> None:
        """Let the person type into the filter box."""
        self._box.setFocus()
        self._box.line.selectAll()

    def step(self, by: int) -> None:
        """Open the next article of the list (1), or the one before (-1)."""
        count, row = self._model.rowCount(), self._model.row_of(self._delegate.open_uid)
        target = row + by if row >= 0 else (0 if by > 0 else count - 1)
        if 0 <= target < count:
            self.article_chosen.emit(self._model.uid_at(self._model.index(target)))

    def chosen(self) -> list[str]:
        """Return the uids of the rows that are chosen, in their order."""
        uids = self._model.uids()
        return [uids[row] for row in self._list.chosen_rows()]

    def trash_open(self) -> None:
        """Put the article on the page into the trash."""
        if self._delegate.open_uid:
            self._trash([self._delegate.open_uid])

    def new_collection(self) -> None:
        """Make a collection, and let it be named."""
        self._pane.make(COLLECTIONS)

    # Building -----------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._box)
        column.addWidget(self._filters)
        column.addWidget(self._pane.tree)
        column.addWidget(self._stack, 1)

    def _tie(self) -> None:
        self._box.changed.connect(self._narrow)
        self._box.moved_on.connect(self._enter_list)
        self._filters.changed.connect(self._take_filters)
        self._filters.tree_toggled.connect(self._show_tree)
        self._pane.chosen.connect(self._narrow)
        self._pane.entered.connect(self._enter_list)
        self._pane.opened.connect(partial(self._filters.shelf_button.setChecked, True))
        self._pane.empty_wanted.connect(self._empty_trash)
        self._list.typed.connect(self._box.type_on)
        self._list.opened.connect(self._choose)
        self._list.deleted.connect(self._delete)
        self._list.renamed.connect(self._edit_details)
        self._list.menu_wanted.connect(self._show_menu)
        self._library.changed.connect(LargeLater(self._follow, self).take)
        self._library.articles_changed.connect(self.refresh)
        soon = QTimer(self, singleShot=True, interval=_COUNTED_AFTER_MS)
        soon.timeout.connect(self._follow_counts)
        self._library.counts_changed.connect(soon.start)

    # The list -----------------------------------------------------------------

    def _narrow(self, *_: object) -> None:
        """Show another list, and in it the article on the page."""
        self._list_anew()
        self._select_current()
        if not self._list.currentIndex().isValid():
            self._list.scrollToTop()

    def _list_anew(self) -> None:
        """Ask the library for the list, and keep the person's place in it."""
        shelf = self._pane.shelf
        whole = on_shelf(shelf, self._shelves.collections)
        wanted = narrowed(whole, self._filters.wanted(), self._box.text())
        order = ArticleOrder("read") if shelf.kind == "recent" else self._filters.order()
        self._model.show(self._library.article_uids(wanted, order), self._shelves.labels)
        if not self._list.currentIndex().isValid():
            self._select_current()
        count = self._model.rowCount()
        number = locale_of(self._language).toString(count) if count else ""
        name = self._pane.model.index_of(shelf).data()
        self._filters.shelf_button.say(str(name or ""), number)
        self._show_hint(is_narrow=wanted.is_narrow())

    def _take_filters(self) -> None:
        order = self._filters.order()
        self._settings.set("articles/sort", order.key)
        self._settings.set("articles/reversed", order.reversed)
        self._narrow()

    def _select_current(self) -> None:
        self._list.go_to(self._model.row_of(self._delegate.open_uid))

    def _enter_list(self) -> None:
        if self._model.rowCount():
            if not self._list.currentIndex().isValid():
                self._list.go_to(0)
            self._list.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        if uid := self._model.uid_at(index):
            self.article_chosen.emit(uid)

    def _show_hint(self, *, is_narrow: bool) -> None:
        hints = {
            "recent": self.tr("Articles that you open are listed here."),
            "collection": self.tr("Drag articles onto the collection, or move them by their menu."),
            "label": self.tr("Drag articles onto the label, or label them by their menu."),
            "trash": self.tr("The trash is empty."),
        }
        if is_narrow:
            hint = self.tr("No article matches. Esc clears the filter.")
        elif not self._shelves.total and self._pane.shelf.kind != "trash":
            hint = self.tr("Drop a file here, paste text, or press Ctrl+O")
        else:
            hint = hints.get(self._pane.shelf.kind, self.tr("There is no article here."))
        self._hint.say(hint)
        self._stack.setCurrentIndex(0 if self._model.rowCount() else 1)

    # Following ----------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        """Show an act; go to what an undo has touched."""
        if not any(one.kind in _SHELVED for one in change.edits):
            return
        self.refresh()
        own = change.session_uid == self._library.session_uid
        if own and change.direction != "do":
            rows = (self._model.row_of(one.uid) for one in change.edits if one.kind == "article")
            self._list.go_to(next((row for row in rows if row >= 0), -1))
        elif own and change.act == "trash":
            self._go_on(change)

    def _follow_counts(self) -> None:
        """Follow the numbers of annotations; the list itself only where it goes by them."""
        wanted = self._filters.wanted()
        if wanted.tag or wanted.status or self._filters.order().key == "annotations":
            self._list_anew()
        else:
            self._model.read_anew()

    # Shelves ------------------------------------------------------------------

    def _show_tree(self, visible: bool) -> None:
        self._settings.set("articles/tree", visible)
        self._pane.tree.setVisible(visible)
        if visible:
            self._pane.tree.follow(self._pane.shelf)

    def _empty_trash(self) -> None:
        trash = on_shelf(Shelf("trash"), ())
        uids = self._library.article_uids(trash, ArticleOrder())
        if uids:
            self.erase_wanted.emit(uids)

    # Acts ---------------------------------------------------------------------

    def _show_menu(self, where: QPoint) -> None:
        articles = [one.article for one in self._library.summaries(self.chosen())]
        if articles:
            self._menu.made(articles, self._shelves).exec(where)

    def _delete(self) -> None:
        """Put what is chosen into the trash; delete for good what is there already."""
        self._do("erase" if self._pane.shelf.kind == "trash" else "trash")

    def _edit_details(self) -> None:
        uid = self._model.uid_at(self._list.currentIndex())
        if uid:
            self.details_wanted.emit(uid)

    def _do(self, act: str, *given: str) -> None:
        """Do what the menu or a key has asked for with the rows that are chosen."""
        uids = self.chosen()
        if not uids:
            return
        acts: dict[str, Callable[..., object]] = {
            "open": partial(self._choose, self._list.currentIndex()),
            "details": self._edit_details,
            "trash": partial(self._trash, uids),
            "restore": partial(self._library.restore, uids),
            "erase": partial(self.erase_wanted.emit, uids),
            "collect": partial(self._library.collect, uids),
            "new_collection": partial(self._pane.make, COLLECTIONS, tuple(uids)),
            "label": partial(self._library.set_label, uids, on=True),
            "unlabel": partial(self._library.set_label, uids, on=False),
            "new_label": partial(self._pane.make, LABELS, tuple(uids)),
        }
        acts[act](*given)

    def _trash(self, gone: list[str]) -> None:
        """Put articles into the trash, and open the next where the page loses its own."""
        self._follower = self._model.follower_of(gone)
        self._library.trash(gone)

    def _go_on(self, change: Change) -> None:
        """Leave what is in the trash now; that may be a moment after it was wished."""
        is_open = any(one.uid == self._delegate.open_uid for one in change.edits)
        if is_open and self._follower:
            self.article_chosen.emit(self._follower)
        elif is_open:
            self.left_empty.emit()
        self._list.go_to(self._model.row_of(self._follower))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list more room than the tree."""
        super().resizeEvent(event)
        self._pane.tree.set_room(self.height() * 2 // 5)
