"""A list model that keeps its rows sorted and filtered by single steps.

A view that is told "everything is new" loses its selection, its place and its
time, so only another article resets the list. All else is rows that leave, rows
that change places and rows that come.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex

from reader.text.folding import fold

Value = TypeVar("Value")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(slots=True, eq=False)
class Row(Generic[Value]):
    """One row: its value, its place in the order, and whether the filter lets it through.

    `folded` keeps the words that the filter searches, folded once they are needed.
    """

    uid: str
    value: Value
    key: tuple[Any, ...] = ()
    wanted: bool = True
    folded: str | None = None


class Listing(QAbstractListModel, Generic[Value]):
    """Rows by uid. A child says by what they are sorted and which words the filter searches."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, Row[Value]] = {}
        self._ordered: list[Row[Value]] = []
        self._shown: list[Row[Value]] = []
        self._needles: list[str] = []

    def key_of(self, value: Value) -> tuple[Any, ...]:
        """Return what a value is sorted by."""
        raise NotImplementedError

    def words_of(self, value: Value) -> str:
        """Return the words of a value that the filter searches."""
        raise NotImplementedError

    def passes(self, _value: Value) -> bool:
        """Tell whether a value may be shown, whatever its words."""
        return True

    def filter_by(self, text: str) -> None:
        """Show only rows that hold every word of a text, compared as search compares."""
        self._needles = fold(text).split()
        self.rearrange()

    def total(self) -> int:
        """Return the number of rows, those that the filter hides too."""
        return len(self._rows)

    def values(self) -> Iterator[Value]:
        """Give every value, hidden ones too."""
        return map(attrgetter("value"), self._rows.values())

    def shown_uids(self) -> list[str]:
        """Return the uids of the rows on show, in their order."""
        return [row.uid for row in self._shown]

    def value_at(self, index: Index) -> Value | None:
        """Return the value at an index, or None outside the list."""
        return self._shown[index.row()].value if index.isValid() else None

    def uid_at(self, index: Index) -> str:
        """Return the uid at an index, "" outside the list."""
        return self._shown[index.row()].uid if index.isValid() else ""

    def index_of(self, uid: str | None) -> QModelIndex:
        """Return where a uid stands; an invalid index where it is not on show."""
        row = self._rows.get(uid or "")
        if row is None or not row.wanted:
            return QModelIndex()
        return self.index(self._shown.index(row))

    def replace_all(self, values: Iterable[tuple[str, Value]]) -> None:
        """Begin anew with other rows."""
        self.beginResetModel()
        self._rows = {uid: self._made(uid, value) for uid, value in values}
        self._ordered = sorted(self._rows.values(), key=attrgetter("key"))
        self._shown = [row for row in self._ordered if row.wanted]
        self.endResetModel()

    def merge(self, values: Iterable[tuple[str, Value]], gone: Collection[str] = ()) -> None:
        """Put rows in, give rows other values, and take the rows of `gone` out."""
        touched, count = set(), len(self._rows)
        for uid, value in values:
            known = self._rows.get(uid)
            if known is None:
                self._rows[uid] = made = self._made(uid, value)
                self._ordered.append(made)
            elif known.value != value:
                known.value = value
                known.folded = None
                self._place(known)
                touched.add(known)
        leaving = [self._rows.pop(uid) for uid in gone if uid in self._rows]
        if not touched and not leaving and len(self._rows) == count:
            return
        for row in leaving:
            row.wanted = False
        if leaving:
            self._ordered = [row for row in self._ordered if row.uid in self._rows]
        self._arrange()
        self._tell(touched)

    def rearrange(self) -> None:
        """Sort and filter again, after `key_of` or `passes` have changed."""
        for row in self._ordered:
            self._place(row)
        self._arrange()

    def _made(self, uid: str, value: Value) -> Row[Value]:
        row = Row(uid, value)
        self._place(row)
        return row

    def _place(self, row: Row[Value]) -> None:
        row.key = self.key_of(row.value)
        row.wanted = self.passes(row.value) and self._holds_words(row)

    def _holds_words(self, row: Row[Value]) -> bool:
        if not self._needles:
            return True
        if row.folded is None:
            row.folded = fold(self.words_of(row.value))
        return all(needle in row.folded for needle in self._needles)

    def _arrange(self) -> None:
        """Bring what is on show to what it should be: drop, order, add."""
        self._ordered.sort(key=attrgetter("key"))
        target = [row for row in self._ordered if row.wanted]
        if target == self._shown:
            return
        if not all(map(attrgetter("wanted"), self._shown)):
            self._drop_unwanted()
        here = set(self._shown)
        self._reorder([row for row in target if row in here])
        self._add(target, here)

    def _drop_unwanted(self) -> None:
        last = len(self._shown)
        while last > 0:
            first = last
            while first > 0 and not self._shown[first - 1].wanted:
                first -= 1
            if first < last:
                self.beginRemoveRows(_ROOT, first, last - 1)
                del self._shown[first:last]
                self.endRemoveRows()
            last = first - 1

    def _reorder(self, target: list[Row[Value]]) -> None:
        if target == self._shown:
            return
        self.layoutAboutToBeChanged.emit()
        place = {row: number for number, row in enumerate(target)}
        old = self.persistentIndexList()
        new = [self.index(place[self._shown[index.row()]]) for index in old]
        self._shown = target
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _add(self, target: list[Row[Value]], here: set[Row[Value]]) -> None:
        first = 0
        while first < len(target):
            last = first
            while last < len(target) and target[last] not in here:
                last += 1
            if last > first:
                self.beginInsertRows(_ROOT, first, last - 1)
                self._shown[first:first] = target[first:last]
                self.endInsertRows()
            first = last + 1

    def _tell(self, touched: set[Row[Value]]) -> None:
        places = [number for number, row in enumerate(self._shown) if row in touched]
        if touched and places:
            self.dataChanged.emit(self.index(places[0]), self.index(places[-1]))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows on show."""
        return 0 if parent.isValid() else len(self._shown)
