"""A list model that keeps its rows sorted and filtered by single steps (`stepping.py`)."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QModelIndex

from reader.model.annotation import OwnValue
from reader.model.codebook import OwnField
from reader.text.folding import fold
from reader.text.own_asked import OwnAsked, holds_own, own_asked
from reader.ui.panels.made_rows import MadeRows, Row
from reader.ui.panels.stepping import Index, Stepping

Value = TypeVar("Value")
_ROWS_A_STEP = 100
_FOLDED_A_STEP = 25  # to fold a text takes longer than to sort it in
_FEW = 8  # rows that are merged one by one
_KEY = attrgetter("key")
_ROOT = QModelIndex()


class Listing(Stepping[Row[Value]], Generic[Value]):
    """Rows by uid. A child says by what they are sorted and which words the filter searches.

    `own_fields` gives the free fields that a filter may ask of, for lists of annotations.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, Row[Value]] = {}
        self._ordered: list[Row[Value]] = []
        self._needles: list[str] = []
        self._asked: tuple[OwnAsked, ...] = ()
        self._lets_through: Callable[[Value], bool] | None = None
        self.own_fields: Callable[[], tuple[OwnField, ...]] = tuple
        self._being_made: WeakSet[MadeRows[Value]] = WeakSet()
        self._arrangement = 0  # counts how often rows were sorted or filtered in another way

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
        self._asked, words = own_asked(text)
        self._needles = words.split()
        self.filter_again()

    def narrow(self, lets_through: Callable[[Value], bool] | None) -> None:
        """Show only values that are let through beside what else is asked; None for all."""
        self._lets_through = lets_through
        self.filter_again()

    def folding(self) -> Iterator[int]:
        """Fold the words of all rows before somebody filters, in steps; each gives its rows."""
        rows = [row for row in self._ordered if row.folded is None]
        for at in range(0, len(rows), _FOLDED_A_STEP):
            part = rows[at : at + _FOLDED_A_STEP]
            for row in part:
                row.folded = fold(self.words_of(row.value))
            yield len(part)

    def holds_asked(self, tag: str, held: Sequence[OwnValue]) -> bool:
        """Tell whether an annotation holds what the filter asks of free fields."""
        return not self._asked or holds_own(tag, held, self._asked, self.own_fields())

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
        return self.index(_place_of(row, self._shown))

    def uids_around(self, row: int, count: int) -> list[str]:
        """Return the uids of at most so many rows below a row, then of those above, backwards."""
        below = self._shown[row + 1 : row + 1 + count]
        above = self._shown[max(0, row - count) : row]
        return [one.uid for one in (*below, *reversed(above))]

    def replace_all(self, values: Iterable[tuple[str, Value]]) -> None:
        """Begin anew with other rows."""
        for _ in self.replacing(values):
            pass

    def replacing(self, values: Iterable[tuple[str, Value]]) -> Iterator[int]:
        """Begin anew with other rows, in steps; they come all at once, in the last of them.

        Each step gives how many rows are made.
        """
        self.put((yield from self.making(values)))

    def making(
        self, values: Iterable[tuple[str, Value]]
    ) -> Generator[int, None, "MadeRows[Value]"]:
        """Make other rows in steps, for `put`; nothing that is on show changes."""
        made: MadeRows[Value] = MadeRows(self._arrangement)
        self._being_made.add(made)
        for uid, value in values:
            made.rows[uid] = self._made(uid, value)
            if len(made.rows) % _ROWS_A_STEP == 0:
                yield len(made.rows)
        made.ordered = sorted(made.rows.values(), key=_KEY)
        yield len(made.rows)
        return made

    def put(self, made: "MadeRows[Value]") -> None:
        """Begin anew with rows that were made: those on show come all at once."""
        self._being_made.discard(made)
        self.beginResetModel()
        self._rows, self._ordered = made.rows, made.ordered
        self._shown = [row for row in made.ordered if row.wanted]
        self.count_anew()
        self.endResetModel()
        if made.arrangement != self._arrangement:
            self.rearrange()
        for values, gone in made.late:
            self.merge(values, gone)

    def merge(self, values: Iterable[tuple[str, Value]], gone: Collection[str] = ()) -> None:
        """Put rows in, give rows other values, and take the rows of `gone` out."""
        values = list(values)
        self._note_late(values, gone)
        if len(values) + len(gone) <= _FEW and self._merged_singly(values, gone):
            return
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
        self.count_anew()
        for row in leaving:
            row.wanted = False
        if leaving:
            self._ordered = [row for row in self._ordered if row.uid in self._rows]
        self._arrange()
        self._tell(touched)

    def _note_late(self, values: Sequence[tuple[str, Value]], gone: Collection[str]) -> None:
        for made in self._being_made:
            made.late.append((values, gone))

    def count_anew(self) -> None:
        """Forget what is known of the number of rows: many are others."""

    def count_one(self, _value: Value, _by: int) -> None:
        """Count one row more (1) or fewer (-1)."""

    def _merged_singly(self, values: Sequence[tuple[str, Value]], gone: Collection[str]) -> bool:
        """Merge a few rows one by one, without a look at the others; tell whether that could be.

        It cannot where a row comes to another place.
        """
        coming: list[Row[Value]] = []
        changed: list[tuple[Row[Value], Value]] = []
        for uid, value in values:
            known = self._rows.get(uid)
            if known is None:
                coming.append(self._made(uid, value))
            elif known.value != value:
                made = self._made(uid, value)
                if (made.key, made.wanted) != (known.key, known.wanted):
                    return False
                changed.append((known, value))
        for row in filter(None, map(self._rows.get, gone)):
            self._take_out(row)
        for row, value in changed:
            self._change(row, value)
        for row in coming:
            self._put_in(row)
        return True

    def _take_out(self, row: Row[Value]) -> None:
        del self._rows[row.uid], self._ordered[_place_of(row, self._ordered)]
        self.count_one(row.value, -1)
        if row.wanted:
            place = _place_of(row, self._shown)
            self.beginRemoveRows(_ROOT, place, place)
            del self._shown[place]
            self.endRemoveRows()

    def _put_in(self, row: Row[Value]) -> None:
        self._rows[row.uid] = row
        insort(self._ordered, row, key=_KEY)
        self.count_one(row.value, 1)
        if row.wanted:
            place = bisect_right(self._shown, row.key, key=_KEY)
            self.beginInsertRows(_ROOT, place, place)
            self._shown.insert(place, row)
            self.endInsertRows()

    def _change(self, row: Row[Value], value: Value) -> None:
        self.count_one(row.value, -1)
        self.count_one(value, 1)
        row.value, row.folded = value, None
        if row.wanted:
            here = self.index(_place_of(row, self._shown))
            self.dataChanged.emit(here, here)

    def filter_again(self) -> None:
        """Filter again, after `passes` has changed: the rows that are left stand as they stood."""
        self._arrangement += 1
        passes, is_searched = self._passes_all(), bool(self._needles)
        for row in self._ordered:
            row.wanted = passes(row.value) and (not is_searched or self._holds_words(row))
        self.bring_to([row for row in self._ordered if row.wanted])

    def rearrange(self) -> None:
        """Sort and filter again, after `key_of` or `passes` have changed."""
        self._arrangement += 1
        for row in self._ordered:
            self._place(row)
        self._arrange()

    def _made(self, uid: str, value: Value) -> Row[Value]:
        row = Row(uid, value)
        self._place(row)
        return row

    def _place(self, row: Row[Value]) -> None:
        row.key = self.key_of(row.value)
        row.wanted = self._is_wanted(row)

    def _is_wanted(self, row: Row[Value]) -> bool:
        return self._passes_all()(row.value) and self._holds_words(row)

    def _passes_all(self) -> Callable[[Value], bool]:
        return self.passes if self._lets_through is None else self._passes_both

    def _passes_both(self, value: Value) -> bool:
        lets_through = self._lets_through
        return self.passes(value) and (lets_through is None or lets_through(value))

    def _holds_words(self, row: Row[Value]) -> bool:
        if not self._needles:
            return True
        if row.folded is None:
            row.folded = fold(self.words_of(row.value))
        # No generator: thousands of rows are asked at each key.
        return all(map(row.folded.__contains__, self._needles))

    def _arrange(self) -> None:
        """Bring what is on show to what it should be."""
        self._ordered.sort(key=_KEY)
        self.bring_to([row for row in self._ordered if row.wanted])

    def _tell(self, touched: set[Row[Value]]) -> None:
        places = [number for number, row in enumerate(self._shown) if row in touched]
        if touched and places:
            self.dataChanged.emit(self.index(places[0]), self.index(places[-1]))


def _place_of(row: Row[Any], rows: Sequence[Row[Any]]) -> int:
    """Return where a row stands among sorted ones."""
    at = bisect_left(rows, row.key, key=_KEY)
    while rows[at] is not row:
        at += 1
    return at
