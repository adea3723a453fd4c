"""A list model that comes to other rows by single steps.

A view that is told "everything is new" loses its selection, its place and its
time. So only another article, or another shelf, resets a list. All else is rows that
leave, rows that change places and rows that come.
"""

from collections.abc import Hashable, Set
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex

Item = TypeVar("Item", bound=Hashable)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Stepping(QAbstractListModel, Generic[Item]):
    """Items in the order in which they are shown; a child says what each of them says."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Item] = []

    def bring_to(self, target: list[Item]) -> None:
        """Bring what is on show to these items: drop, order, add."""
        if target == self._shown:
            return
        staying = set(target)
        if not staying.issuperset(self._shown):
            self._drop(staying)
        here = set(self._shown)
        self._reorder([one for one in target if one in here])
        self._add(target, here)

    def _drop(self, staying: Set[Item]) -> None:
        last = len(self._shown)
        while last > 0:
            first = last
            while first > 0 and self._shown[first - 1] not in staying:
                first -= 1
            if first < last:
                self.beginRemoveRows(_ROOT, first, last - 1)
                del self._shown[first:last]
                self.endRemoveRows()
            last = first - 1

    def _reorder(self, target: list[Item]) -> None:
        if target == self._shown:
            return
        self.layoutAboutToBeChanged.emit()
        place = {one: number for number, one in enumerate(target)}
        old = self.persistentIndexList()
        new = [self.index(place[self._shown[index.row()]]) for index in old]
        self._shown = target
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _add(self, target: list[Item], here: Set[Item]) -> None:
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

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows on show."""
        return 0 if parent.isValid() else len(self._shown)
