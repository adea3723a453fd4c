"""Which annotations a person wants handed on: by tag, status, day, or by name."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.frozen import dataclass
from reader.model.entry import AnnotatedArticle, Entry, KeptText


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A choice among annotations; what is empty lets everything through.

    `since` and `until` are days or parts of ISO 8601 dates such as 2026-01, both of them
    wanted too; the day is that of the person's own clock. `uids` names annotations.
    """

    tags: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    uids: frozenset[str] | None = None

    @property
    def is_all(self) -> bool:
        """Tell whether nothing is left out."""
        return self == _ALL

    def lets(self, entry: Entry) -> bool:
        """Tell whether an entry is wanted."""
        one = entry.annotation
        if self.uids is not None and one.uid not in self.uids:
            return False
        if (self.tags and one.tag not in self.tags) or (
            self.statuses and one.status not in self.statuses
        ):
            return False
        if not self.since and not self.until:
            return True
        day = one.created_at.astimezone().date().isoformat()
        # A part of a date stands for all days that begin with it.
        return (not self.since or day[: len(self.since)] >= self.since) and (
            not self.until or day[: len(self.until)] <= self.until
        )

    def among(self, articles: Iterable[AnnotatedArticle]) -> Iterator[AnnotatedArticle]:
        """Yield articles with the entries that are wanted; without those that have none of them.

        Where everything is wanted, articles without annotations come too.
        """
        for annotated in articles:
            if self.is_all:
                yield annotated
                continue
            entries = tuple(filter(self.lets, annotated.entries))
            lost = tuple(filter(self.lets, annotated.lost))
            if entries or lost:
                yield replace(annotated, entries=entries, lost=lost)

    def in_texts(self, texts: Iterable[KeptText]) -> Iterator[KeptText]:
        """Yield all texts of an article, each with the entries that are wanted."""
        for text in texts:
            yield replace(text, entries=tuple(filter(self.lets, text.entries)))


_ALL = Wanted()
