"""The shelves of a library as a tree: all, recent, collections, labels, the trash."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reader.model.article_filter import Shelf
from reader.model.collection import Shelves, children_of
from reader.ui.panels.articles_model import ARTICLES_MIME
from reader.ui.panels.prose import flat

COLLECTION_MIME = "application/x-hashiya-collection"
COLLECTIONS = Shelf("collections")
LABELS = Shelf("labels")

_ROOT = QModelIndex()
_NAMED = ("collection", "label")
# Where articles can be let fall, and what a collection can be put into.
_TAKES_ARTICLES = ("collection", "label", "trash", "unfiled", "collections")
_TAKES_COLLECTIONS = ("collection", "collections")

Index = QModelIndex | QPersistentModelIndex


class ShelfRole(IntEnum):
    """What the tree holds of a shelf, beside Qt's own roles."""

    SHELF = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    COLOUR = Qt.ItemDataRole.UserRole + 3


@dataclass(slots=True, eq=False)
class _Node:
    """One row of the tree."""

    shelf: Shelf
    words: str
    count: int = 0
    colour: str = ""
    parent: "_Node | None" = None
    children: list["_Node"] = field(default_factory=list)

    def add(self, child: "_Node") -> None:
        """Put a row under this one, the last."""
        child.parent = self
        self.children.append(child)

    def all(self) -> Iterator["_Node"]:
        """Give this row and all below."""
        yield self
        for child in self.children:
            yield from child.all()


class ShelfModel(QAbstractItemModel):
    """Rows as the library has them; names of collections and labels are edited in their place.

    `renamed` carries a shelf and its new name, `articles_dropped` a shelf and uids,
    `collection_dropped` a uid and that of the collection that it is put into, or "".
    """

    renamed = Signal(object, str)
    articles_dropped = Signal(object, list)
    collection_dropped = Signal(str, str)

    def __init__(self, number: Callable[[int], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._root = _Node(Shelf("root"), "")
        self._shape: object = None

    def follow(self, shelves: Shelves) -> bool:
        """Show these shelves; tell whether rows have come, gone or moved."""
        root = self._made(shelves)
        shape = [(one.shelf, one.parent and one.parent.shelf) for one in root.all()]
        if shape == self._shape:
            for old, new in zip(self._root.all(), root.all(), strict=True):
                old.words, old.count, old.colour = new.words, new.count, new.colour
            self._tell(self._root)
            return False
        self.beginResetModel()
        self._root, self._shape = root, shape
        self.endResetModel()
        return True

    def index_of(self, shelf: Shelf) -> QModelIndex:
        """Return where a shelf stands, an invalid index where it does not."""
        for node in self._root.all():
            if node.shelf == shelf and node.parent is not None:
                return self.createIndex(node.parent.children.index(node), 0, node)
        return QModelIndex()

    def shelf_at(self, index: Index) -> Shelf | None:
        """Return the shelf at an index, None outside the tree."""
        return self._node(index).shelf if index.isValid() else None

    def _made(self, shelves: Shelves) -> _Node:
        root = _Node(Shelf("root"), "")
        root.add(_Node(Shelf("all"), self.tr("All articles"), shelves.total))
        root.add(_Node(Shelf("recent"), self.tr("Recently read"), shelves.recent))
        if shelves.duplicates:
            root.add(_Node(Shelf("duplicates"), self.tr("Duplicates"), shelves.duplicates))
        group = _Node(COLLECTIONS, self.tr("Collections"))
        root.add(group)
        self._add_collections(group, None, shelves)
        if shelves.collections:
            group.add(_Node(Shelf("unfiled"), self.tr("In no collection"), shelves.unfiled))
        group = _Node(LABELS, self.tr("Labels"))
        root.add(group)
        for one in shelves.labels:
            shelf = Shelf("label", one.uid)
            count = shelves.with_labels.get(one.uid, 0)
            group.add(_Node(shelf, flat(one.name), count, one.colour))
        root.add(_Node(Shelf("trash"), self.tr("Trash"), shelves.trashed))
        return root

    def _add_collections(self, above: _Node, parent_uid: str | None, shelves: Shelves) -> int:
        """Add the collections that lie in one; return how many articles they hold in all."""
        total = 0
        for one in children_of(shelves.collections, parent_uid):
            node = _Node(Shelf("collection", one.uid), flat(one.name))
            above.add(node)
            node.count = shelves.in_collections.get(one.uid, 0)
            node.count += self._add_collections(node, one.uid, shelves)
            total += node.count
        return total

    def _tell(self, node: _Node) -> None:
        """Tell that every row may say something else."""
        if node.children:
            last = len(node.children) - 1
            first, end = node.children[0], node.children[last]
            self.dataChanged.emit(self.createIndex(0, 0, first), self.createIndex(last, 0, end))
        for child in node.children:
            self._tell(child)

    def _node(self, index: Index) -> _Node:
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, _Node) else self._root

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return the index of a row."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).children[row])

    def parent(self, index: Index = _ROOT) -> Any:
        """Return the index of the row that one lies in."""
        above = self._node(index).parent
        if above is None or above.parent is None:
            return QModelIndex()
        return self.createIndex(above.parent.children.index(above), 0, above)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows that lie in one."""
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, _parent: Index = _ROOT) -> int:
        """Return one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of a shelf."""
        if not index.isValid():
            return None
        node = self._node(index)
        count = self._number(node.count) if node.count else ""
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: node.words,
            Qt.ItemDataRole.EditRole: node.words,
            Qt.ItemDataRole.AccessibleTextRole: f"{node.words} {count}".strip(),
            ShelfRole.SHELF: node.shelf,
            ShelfRole.COUNT: count,
            ShelfRole.COLOUR: node.colour,
        }
        return answers.get(role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what a person has called a shelf."""
        shelf = self.shelf_at(index)
        if shelf is None or role != Qt.ItemDataRole.EditRole or shelf.kind not in _NAMED:
            return False
        self.renamed.emit(shelf, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings stand, names be edited, collections be dragged, things be let fall."""
        shelf = self.shelf_at(index)
        if shelf is None:
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled
        if shelf not in (COLLECTIONS, LABELS):
            found |= Qt.ItemFlag.ItemIsSelectable
        if shelf.kind in _NAMED:
            found |= Qt.ItemFlag.ItemIsEditable
        if shelf.kind == "collection":
            found |= Qt.ItemFlag.ItemIsDragEnabled
        if shelf.kind in _TAKES_ARTICLES:
            found |= Qt.ItemFlag.ItemIsDropEnabled
        return found

    def mimeTypes(self) -> list[str]:
        """Return what can be let fall here."""
        return [ARTICLES_MIME, COLLECTION_MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """Return the uid of the collection that is dragged."""
        mime = QMimeData()
        shelf = self.shelf_at(indexes[0])
        mime.setData(COLLECTION_MIME, (shelf.uid if shelf else "").encode())
        return mime

    def supportedDropActions(self) -> Qt.DropAction:
        """Let things be moved here."""
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Tell whether something can be let fall on a shelf; nothing can between two."""
        shelf = self.shelf_at(parent)
        if shelf is None or row >= 0:
            return False
        if data.hasFormat(ARTICLES_MIME):
            return shelf.kind in _TAKES_ARTICLES
        return data.hasFormat(COLLECTION_MIME) and shelf.kind in _TAKES_COLLECTIONS

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell what was let fall where; the library moves it, not the view."""
        shelf = self.shelf_at(parent)
        if shelf is None or not self.canDropMimeData(data, action, row, column, parent):
            return False
        if data.hasFormat(ARTICLES_MIME):
            uids = bytes(data.data(ARTICLES_MIME).data()).decode().split("\n")
            self.articles_dropped.emit(shelf, uids)
        else:
            uid = bytes(data.data(COLLECTION_MIME).data()).decode()
            self.collection_dropped.emit(uid, shelf.uid)
        return False
