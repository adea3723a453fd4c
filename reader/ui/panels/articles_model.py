"""The articles of a list: all rows by their uids, and what is looked at read some at a time."""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QMimeData, Qt

from reader.label import Language
from reader.model.article import ArticleSummary
from reader.model.collection import ArticleLabel
from reader.text.controls import isolated
from reader.ui.panels.moments import date_in_words
from reader.ui.panels.prose import flat, listed, tooltip
from reader.ui.panels.stepping import Index, Stepping

ARTICLES_MIME = "application/x-hashiya-articles"

# Rows that are read together: more than a window shows.
_PAGE = 60
# Another list rather than the same one with a few steps.
_FEW_STEPS = 200

Fetch = Callable[[Sequence[str]], list[ArticleSummary]]


class ArticleRole(IntEnum):
    """What the list holds of an article, beside Qt's own roles."""

    UID = Qt.ItemDataRole.UserRole + 1
    DETAIL = Qt.ItemDataRole.UserRole + 2  # publisher and date, as one line
    COUNT = Qt.ItemDataRole.UserRole + 3  # "12 annotations"
    BADGE = Qt.ItemDataRole.UserRole + 4  # a word: changed since it was read, or there is another
    COLOURS = Qt.ItemDataRole.UserRole + 5  # of its labels, as #rrggbb


class ArticlesModel(Stepping[str]):
    """Articles by uid; `fetch` returns their summaries, those of a page at once."""

    def __init__(self, language: Language, fetch: Fetch) -> None:
        super().__init__()
        self._language: Language = language
        self._fetch = fetch
        self._labels: dict[str, ArticleLabel] = {}
        self._read: dict[str, ArticleSummary | None] = {}
        self._places: dict[str, int] | None = None
        self._answers: Mapping[int, Callable[[ArticleSummary], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._title,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            ArticleRole.UID: attrgetter("article.uid"),
            ArticleRole.DETAIL: self._detail,
            ArticleRole.COUNT: self._count,
            ArticleRole.BADGE: self._badge,
            ArticleRole.COLOURS: self._colours,
        }

    def show(self, uids: list[str], labels: Sequence[ArticleLabel] = ()) -> None:
        """Show these articles in this order; those that stay are read anew."""
        self._labels = {one.uid: one for one in labels}
        self._places = None
        if len(set(uids) ^ set(self._shown)) > _FEW_STEPS:
            self.beginResetModel()
            self._read.clear()
            self._shown = list(uids)
            self.endResetModel()
        else:
            self._read.clear()
            self.bring_to(list(uids))
            self._places = None
            self.read_anew()

    def read_anew(self) -> None:
        """Read what is on show once more, as it is now."""
        self._read.clear()
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def uids(self) -> list[str]:
        """Return the uids of all rows, in their order."""
        return list(self._shown)

    def uid_at(self, index: Index) -> str:
        """Return the uid at an index, "" outside the list."""
        return self._shown[index.row()] if index.isValid() else ""

    def row_of(self, uid: str) -> int:
        """Return the row of an article, -1 where it is not in the list."""
        if self._places is None:
            self._places = {one: number for number, one in enumerate(self._shown)}
        return self._places.get(uid, -1)

    def follower_of(self, gone: Sequence[str]) -> str:
        """Return the row after those that go, or the one before them; "" for none."""
        leaving, last = set(gone), max(0, self.row_of(gone[-1]))
        after = (uid for uid in self._shown[last:] if uid not in leaving)
        before = (uid for uid in reversed(self._shown[:last]) if uid not in leaving)
        return next(after, next(before, ""))

    def summary_at(self, index: Index) -> ArticleSummary | None:
        """Return the article at an index, read with its neighbours; None for one that is gone."""
        if not index.isValid():
            return None
        uid = self._shown[index.row()]
        if uid not in self._read:
            first = index.row() // _PAGE * _PAGE
            page = self._shown[first : first + _PAGE]
            self._read |= dict.fromkeys(page)
            self._read |= {one.article.uid: one for one in self._fetch(page)}
        return self._read[uid]

    def _title(self, one: ArticleSummary) -> str:
        return flat(one.article.title) or self.tr("Untitled")

    def _tip(self, one: ArticleSummary) -> str:
        return tooltip(one.article.title)

    def _detail(self, one: ArticleSummary) -> str:
        date = date_in_words(one.article.published, self._language)
        publisher = flat(one.article.publisher)
        return listed((isolated(part) for part in (publisher, date) if part), self._language)

    def _count(self, one: ArticleSummary) -> str:
        return self.tr("%Ln annotation(s)", "", one.annotations)

    def _badge(self, one: ArticleSummary) -> str:
        if one.is_changed:
            return self.tr("Changed")
        return self.tr("Duplicate") if one.is_duplicate else ""

    def _colours(self, one: ArticleSummary) -> tuple[str, ...]:
        return tuple(
            self._labels[uid].colour for uid in one.article.label_uids if uid in self._labels
        )

    def _spoken(self, one: ArticleSummary) -> str:
        labels = (self._labels.get(uid) for uid in one.article.label_uids)
        names = (flat(label.name) for label in labels if label is not None)
        parts = (self._title(one), self._detail(one), self._count(one), self._badge(one), *names)
        return self.tr(", ").join(part for part in parts if part)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of an article."""
        answer = self._answers.get(role)
        one = self.summary_at(index) if answer is not None else None
        return answer(one) if answer is not None and one is not None else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen and dragged."""
        own = super().flags(index)
        return own | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else own

    def mimeTypes(self) -> list[str]:
        """Return what a dragged row is."""
        return [ARTICLES_MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """Return the uids of dragged rows, a line each."""
        mime = QMimeData()
        uids = (self.uid_at(index) for index in indexes)
        mime.setData(ARTICLES_MIME, "\n".join(uids).encode())
        return mime

    def supportedDragActions(self) -> Qt.DropAction:
        """Let rows be dragged from where they are to where they shall be."""
        return Qt.DropAction.MoveAction
