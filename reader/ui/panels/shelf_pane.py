"""The tree of shelves with what can be done in it: make, name, delete, drag and drop."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.label import Language
from reader.model.article_filter import Shelf
from reader.model.collection import Shelves
from reader.ui.library import Library
from reader.ui.panels.list_view import Act
from reader.ui.panels.moments import locale_of
from reader.ui.panels.shelf_model import COLLECTIONS, LABELS, ShelfModel
from reader.ui.panels.shelf_tree import ShelfTree


class ShelfPane(QObject):
    """Ties the tree to the library.

    `chosen` carries a shelf to be shown, `entered` tells that the list is wanted,
    `opened` that the tree has to be seen, `empty_wanted` that the trash is to be emptied.
    """

    chosen = Signal(object)
    entered = Signal()
    opened = Signal()
    empty_wanted = Signal()

    def __init__(self, library: Library, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._parent = parent
        self.model = ShelfModel(locale_of(language).toString, self)
        self.tree = ShelfTree(self.model, self.tr("Collections and labels"), parent)
        self.shelf = Shelf()
        self._unnamed: Shelf | None = None  # made, and not in the tree yet
        self.tree.chosen.connect(self.choose)
        self.tree.entered.connect(self.entered)
        self.tree.new_wanted.connect(self.make)
        self.tree.delete_wanted.connect(self.delete)
        self.tree.menu_wanted.connect(self._show_menu)
        self.model.renamed.connect(self._rename)
        self.model.articles_dropped.connect(self.put)
        self.model.collection_dropped.connect(self._nest)

    def follow(self, shelves: Shelves) -> None:
        """Show what there is; a shelf that is gone gives way to all articles."""
        moved = self.model.follow(shelves)
        if not self.model.index_of(self.shelf).isValid():
            self.shelf = Shelf()
        if moved:
            self.tree.follow(self.shelf)
        if self._unnamed is not None:
            self._name(self._unnamed)

    def choose(self, shelf: Shelf) -> None:
        """Put a shelf on show."""
        self.shelf = shelf
        self.tree.setCurrentIndex(self.model.index_of(shelf))
        self.chosen.emit(shelf)

    def make(self, heading: Shelf, uids: tuple[str, ...] = (), parent_uid: str = "") -> None:
        """Make a collection or a label, put articles there, and let it be named."""
        if heading == COLLECTIONS:
            name = self.tr("New collection")
            uid = self._library.add_collection(name, parent_uid or None, uids).uid
            shelf = Shelf("collection", uid)
        else:
            shelf = Shelf("label", self._library.add_label(self.tr("New label"), uids).uid)
        self._name(shelf)

    def _name(self, shelf: Shelf) -> None:
        """Let a shelf be named, as soon as it is there: many articles take a moment to move."""
        self._unnamed = None if self.model.index_of(shelf).isValid() else shelf
        if self._unnamed is None:
            self.opened.emit()
            self.tree.setFocus()
            self.tree.rename(shelf)

    def put(self, shelf: Shelf, uids: list[str]) -> None:
        """Put articles where they were let fall."""
        if shelf.kind == "collection":
            self._library.collect(uids, shelf.uid)
        elif shelf.kind == "label":
            self._library.set_label(uids, shelf.uid, on=True)
        elif shelf.kind == "trash":
            self._library.trash(uids)
        else:
            self._library.collect(uids, None)

    def delete(self, shelf: Shelf) -> None:
        """Delete a collection or a label; the articles stay. Asks before the trash is emptied."""
        if shelf.kind == "collection":
            self._library.delete_collection(shelf.uid)
        elif shelf.kind == "label":
            self._library.delete_label(shelf.uid)
        elif shelf.kind == "trash":
            self.empty_wanted.emit()

    def _rename(self, shelf: Shelf, name: str) -> None:
        if shelf.kind == "collection":
            self._library.rename_collection(shelf.uid, name)
        else:
            self._library.rename_label(shelf.uid, name)

    def _nest(self, uid: str, parent_uid: str) -> None:
        self._library.move_collection(uid, parent_uid or None)

    def _show_menu(self, shelf: Shelf, where: QPoint) -> None:
        self.menu(shelf).exec(where)

    def menu(self, shelf: Shelf) -> QMenu:
        """Return the menu of a shelf."""
        menu = QMenu(self._parent)
        if shelf.kind == "collection":
            inside = partial(self.make, COLLECTIONS, (), shelf.uid)
            self._add(menu, self.tr("New collection inside"), "", inside)
        if shelf.kind in ("collection", "label"):
            self._add(menu, self.tr("Rename"), "F2", partial(self.tree.rename, shelf))
            words = self.tr("Delete, and keep the articles")
            self._add(menu, words, "Del", partial(self.delete, shelf))
            menu.addSeparator()
        if shelf.kind == "trash":
            self._add(menu, self.tr("Empty the trash…"), "Del", self.empty_wanted.emit)
            menu.addSeparator()
        self._add(menu, self.tr("New collection"), "", partial(self.make, COLLECTIONS))
        self._add(menu, self.tr("New label"), "", partial(self.make, LABELS))
        return menu

    def _add(self, menu: QMenu, words: str, key: str, act: Act) -> None:
        action = menu.addAction(f"{words}\t{key}" if key else words)
        action.triggered.connect(partial(self._do, act))

    def _do(self, act: Act, *_: object) -> None:
        act()
