"""Articles, and where they are put, as they will be when every waiting act is saved."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from reader.model.annotation import Annotator
from reader.model.article import Article, ArticleSummary, Reading, Revision
from reader.model.article_filter import ArticleFilter, ArticleOrder
from reader.model.change import Edit, Record
from reader.model.collection import ArticleLabel, Collection, Shelves
from reader.ui.lately import Lately
from reader.ui.pending import Pending

if TYPE_CHECKING:
    from reader.storage.store import Store

Placed = TypeVar("Placed", Collection, ArticleLabel)


class ShelfReader(QObject):
    """What the window reads of articles: the store, with the acts that wait laid over it."""

    def __init__(
        self, store: "Store", annotator: Annotator, pending: Pending, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.annotator = annotator
        self._pending = pending
        self._homes = Lately(store.article_of)

    def articles(
        self, wanted: ArticleFilter | None = None, order: ArticleOrder | None = None
    ) -> list[ArticleSummary]:
        """Return the articles that a filter lets through; without one all, newest first."""
        how = (wanted or ArticleFilter(), order or ArticleOrder())
        return self.summaries(self.article_uids(*how))

    def article(self, uid: str) -> Article:
        """Return an article; raises UnknownArticle."""
        waits, value = self._pending.lookup("article", uid)
        return value if waits and isinstance(value, Article) else self.store.article(uid)

    def article_of(self, revision_uid: str) -> Article:
        """Return the article that a text belongs to; raises UnknownArticle."""
        return self.as_edited(self._homes.of(revision_uid))

    def as_edited(self, article: Article) -> Article:
        """Return an article, as it was just read, as it will be when everything is saved."""
        waits, value = self._pending.lookup("article", article.uid)
        return value if waits and isinstance(value, Article) else article

    def revision(self, article_uid: str) -> Revision:
        """Return the text of an article that is shown; raises UnknownArticle."""
        waits, value = self._pending.lookup("article", article_uid)
        if waits and isinstance(value, Article):
            for line in self.store.revisions(article_uid):
                if line.number == value.revision_number:
                    return self.store.revision_by_uid(line.uid)
        return self.store.revision(article_uid)

    def reading(self, article_uid: str) -> Reading | None:
        """Return where the annotator is with an article, or None."""
        return self.store.reading(article_uid, self.annotator.uid)

    def article_uids(self, wanted: ArticleFilter, order: ArticleOrder) -> list[str]:
        """Return the uids of the articles that a filter lets through, in their order.

        What waits to be saved is where it is put; its place in the order follows when
        it is saved. Raises UnknownSort.
        """
        uids = self.store.article_uids(wanted, order, self.annotator.uid)
        waiting = self._waiting()
        if not waiting:
            return uids
        held = set(uids)
        staying = {uid for uid, one in waiting.items() if _belongs(one, wanted)}
        coming = [] if _is_picky(wanted) else sorted(staying - held)
        return [*coming, *(uid for uid in uids if uid not in waiting or uid in staying)]

    def summaries(self, uids: Sequence[str]) -> list[ArticleSummary]:
        """Return a line for each of these articles, in this order."""
        waiting = self._waiting()
        return [
            replace(one, article=waiting.get(one.article.uid, one.article))
            for one in self.store.summaries(uids, self.annotator.uid)
        ]

    def shelves(self, found: Shelves | None = None) -> Shelves:
        """Return what a list of articles can be chosen by, with how many articles each holds.

        `found` is what the library holds, where it was just read in a thread.
        """
        if found is None:
            found = self.store.shelves(self.annotator.uid)
        edits = self._pending.edits()
        if not edits:
            return found
        return replace(
            found,
            collections=_laid_over(found.collections, edits, Collection),
            labels=_laid_over(found.labels, edits, ArticleLabel),
        )

    def record(self, kind: str, uid: str) -> Record | None:
        """Return a record as it will be when everything is saved, or None."""
        waits, value = self._pending.lookup(kind, uid)
        return value if waits else self.store.record(kind, uid)

    def records(self, edits: Iterable[Edit]) -> dict[tuple[str, str], Record | None]:
        """Return, by kind and uid, the records that edits touch, each as `record` tells it."""
        uids: dict[str, set[str]] = {}
        for one in edits:
            uids.setdefault(one.kind, set()).add(one.uid)
        found: dict[tuple[str, str], Record | None] = {}
        for kind, wanted in uids.items():
            found |= {(kind, uid): one for uid, one in self.store.records(kind, wanted).items()}
        waiting = [one for one in self._pending.edits() if one.uid in uids.get(one.kind, ())]
        return found | {(one.kind, one.uid): one.after for one in waiting}

    def all_of(self, kind: str, uids: Iterable[str]) -> list[Record]:
        """Return the records of a kind that are there, as `record` tells them, in this order."""
        wanted = list(dict.fromkeys(uids))
        found: dict[str, Record | None] = dict(self.store.records(kind, wanted))
        found |= {one.uid: one.after for one in self._pending.edits() if one.kind == kind}
        return [one for one in map(found.get, wanted) if one is not None]

    def _waiting(self) -> dict[str, Article]:
        return {
            one.uid: one.after for one in self._pending.edits() if isinstance(one.after, Article)
        }


def _laid_over(
    held: Iterable[Placed], edits: Iterable[Edit], kind: type[Placed]
) -> tuple[Placed, ...]:
    found = {one.uid: one for one in held}
    for one in edits:
        if isinstance(one.after or one.before, kind):
            found.pop(one.uid, None)
            if isinstance(one.after, kind):
                found[one.uid] = one.after
    return tuple(sorted(found.values(), key=_position))


def _position(one: Collection | ArticleLabel) -> tuple[int, object, str]:
    return one.position, one.created_at, one.uid


def _belongs(one: Article, wanted: ArticleFilter) -> bool:
    """Tell whether an article is put where a filter looks."""
    if (one.deleted_at is not None) != wanted.trashed:
        return False
    if wanted.collection_uids and one.collection_uid not in wanted.collection_uids:
        return False
    if wanted.unfiled and one.collection_uid is not None:
        return False
    return not wanted.label_uid or wanted.label_uid in one.label_uids


def _is_picky(wanted: ArticleFilter) -> bool:
    """Tell whether a filter asks for more than where an article is put."""
    return wanted.is_narrow() or wanted.recent or wanted.duplicates
