"""What the menu of the list of articles offers for the rows that are chosen."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.model.article import Article
from reader.model.collection import Shelves, in_order
from reader.ui.panels.marks import dot_icon
from reader.ui.panels.prose import flat

_DOT = 10  # px
_INDENT = "\N{EM SPACE}"


class ArticleMenu(QObject):
    """Builds the menu anew each time.

    `do` is called with the name of an act and what it is given: "open", "details",
    "trash", "restore", "erase", "collect" (a uid or None), "new_collection",
    "label" (a uid), "unlabel" (a uid), "new_label".
    """

    def __init__(self, do: Callable[..., None], parent: QWidget) -> None:
        super().__init__(parent)
        self._do = do
        self._parent = parent

    def made(self, articles: Sequence[Article], shelves: Shelves) -> QMenu:
        """Return the menu of some articles."""
        menu = QMenu(self._parent)
        if articles and articles[0].deleted_at is not None:
            self._add(menu, self.tr("Open"), "Enter", "open")
            menu.addSeparator()
            self._add(menu, self.tr("Restore"), "", "restore")
            self._add(menu, self.tr("Delete for good…"), "Del", "erase")
            return menu
        self._add(menu, self.tr("Open"), "Enter", "open")
        self._add(menu, self.tr("Edit the details"), "F2", "details")
        menu.addSeparator()
        menu.addMenu(self._collections(menu, articles, shelves))
        menu.addMenu(self._labels(menu, articles, shelves))
        menu.addSeparator()
        self._add(menu, self.tr("Move to the trash"), "Del", "trash")
        return menu

    def _add(self, menu: QMenu, words: str, key: str, act: str, *given: object) -> QAction:
        plain = words.replace("&", "&&")
        action = menu.addAction(f"{plain}\t{key}" if key else plain)
        action.triggered.connect(partial(self._act, act, given))
        return action

    def _act(self, act: str, given: Sequence[object], *_: object) -> None:
        self._do(act, *given)

    def _collections(self, menu: QMenu, articles: Sequence[Article], shelves: Shelves) -> QMenu:
        inner = QMenu(self.tr("Move to a collection"), menu)
        held = {one.collection_uid for one in articles}
        for depth, one in in_order(shelves.collections):
            action = self._add(inner, f"{_INDENT * depth}{flat(one.name)}", "", "collect", one.uid)
            action.setCheckable(True)
            action.setChecked(held == {one.uid})
        if shelves.collections:
            inner.addSeparator()
        if held != {None}:
            self._add(inner, self.tr("Take out of the collection"), "", "collect", None)
        self._add(inner, self.tr("New collection"), "", "new_collection")
        return inner

    def _labels(self, menu: QMenu, articles: Sequence[Article], shelves: Shelves) -> QMenu:
        inner = QMenu(self.tr("Labels"), menu)
        for one in shelves.labels:
            borne = all(one.uid in article.label_uids for article in articles)
            act = "unlabel" if borne else "label"
            action = self._add(inner, flat(one.name), "", act, one.uid)
            action.setCheckable(True)
            action.setChecked(borne)
            action.setIcon(dot_icon(one.colour, _DOT))
        if shelves.labels:
            inner.addSeparator()
        self._add(inner, self.tr("New label"), "", "new_label")
        return inner
