"""What a search has found as a list: a heading for each article, its hits beneath."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from reader.frozen import dataclass
from reader.label import Language
from reader.model.found import FoundArticle, FoundPage, FoundSubject, Hit
from reader.model.searched import SEARCHED, TEXT
from reader.model.tags import Tag, tag_of
from reader.text.controls import isolated
from reader.ui.panels.moments import date_in_words
from reader.ui.panels.prose import flat, listed

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class FoundRole(IntEnum):
    """What the list holds of a row, beside Qt's own roles: the row itself."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above an article's hits, or above the names."""

    title: str
    detail: str = ""
    count: str = ""
    found: FoundArticle | None = None


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit in an article; `label` says in which field, `tag` in which kind of annotation."""

    found: FoundArticle
    hit: Hit
    number: int
    label: str = ""
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class NameRow:
    """A hit in the names of a subject."""

    found: FoundSubject
    hit: Hit
    label: str = ""


@dataclass(frozen=True, slots=True)
class RestRow:
    """Says that an article has more hits than are listed."""

    words: str


FoundRow = Heading | HitRow | NameRow | RestRow


class FoundModel(QAbstractListModel):
    """The rows of one search; `more_wanted` when the view has come to the last of them."""

    more_wanted = Signal()

    def __init__(self, tags: Iterable[Tag], language: Language) -> None:
        super().__init__()
        self._tags = tuple(tags)
        self._language: Language = language
        self._rows: list[FoundRow] = []
        self._may_grow = False

    def set_tags(self, tags: Iterable[Tag]) -> None:
        """Name what is listed from now on by these tags."""
        self._tags = tuple(tags)

    def begin(self, page: FoundPage, *, may_grow: bool) -> None:
        """Show the first page of a search and nothing else."""
        self.beginResetModel()
        self._rows = self._rows_of(page)
        self._may_grow = may_grow
        self.endResetModel()

    def grow(self, page: FoundPage, *, may_grow: bool) -> None:
        """Show one more page beneath."""
        rows = self._rows_of(page)
        self._may_grow = may_grow
        if rows:
            last = len(self._rows)
            self.beginInsertRows(_ROOT, last, last + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row_at(self, index: Index) -> FoundRow | None:
        """Return the row at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def articles(self) -> int:
        """Return how many articles are listed."""
        headings = (one for one in self._rows if isinstance(one, Heading))
        return sum(1 for one in headings if one.found is not None)

    def first_hit(self) -> QModelIndex:
        """Return the first row with a hit."""
        hits = (row for row, one in enumerate(self._rows) if isinstance(one, HitRow | NameRow))
        return self.index(next(hits, -1))

    def _rows_of(self, page: FoundPage) -> list[FoundRow]:
        rows: list[FoundRow] = []
        if page.subjects:
            rows.append(Heading(self.tr("Names")))
            firsts = ((one, one.hits[0]) for one in page.subjects)
            rows += [NameRow(one, hit, self._label(hit)) for one, hit in firsts]
        for one in page.articles:
            rows.append(self._heading(one))
            for number, hit in enumerate(one.hits):
                tag = tag_of(hit.annotation.tag, self._tags) if hit.annotation else None
                rows.append(HitRow(one, hit, number, self._label(hit), tag))
            if one.count > len(one.hits):
                more = self.tr(
                    "%Ln more here; open it and press Ctrl+F", "", one.count - len(one.hits)
                )
                rows.append(RestRow(more))
        return rows

    def _heading(self, one: FoundArticle) -> Heading:
        publisher = flat(one.article.publisher)
        date = date_in_words(one.article.published, self._language)
        return Heading(
            flat(one.article.title) or self.tr("Untitled"),
            listed((isolated(part) for part in (publisher, date) if part), self._language),
            self.tr("%Ln hit(s)", "", one.count),
            one,
        )

    def _label(self, hit: Hit) -> str:
        """Return the name of the field that holds a hit; "" for the text."""
        if hit.field == TEXT:
            return ""
        label = next(one.label for one in SEARCHED if one.key == hit.field)
        return label.text(self._language)

    def _spoken(self, row: FoundRow) -> str:
        """Return what a screen reader says of a row."""
        if isinstance(row, Heading):
            parts = (row.title, row.detail, row.count)
        elif isinstance(row, RestRow):
            parts = (row.words, "", "")
        else:
            name = flat(row.found.subject.name) if isinstance(row, NameRow) else ""
            words = flat(f"{row.hit.before}{row.hit.words}{row.hit.after}")
            parts = (name, row.label, words)
        return self.tr(", ").join(part for part in parts if part)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of a row."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == FoundRole.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: one that only says something is not chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.row_at(index), RestRow):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether more may come."""
        return self._may_grow and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:
        """Ask for more; the rows come later."""
        self._may_grow = False
        self.more_wanted.emit()
