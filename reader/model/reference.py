"""An annotation that points to a subject, with the article in which it does."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.frozen import dataclass
from reader.model.annotation import Annotation
from reader.model.article import Article


@dataclass(frozen=True, slots=True)
class Reference:
    """A quote that a subject said, an entity that is the subject, a claim that it made."""

    annotation: Annotation
    article: Article

    @property
    def snippet(self) -> tuple[str, str, str]:
        """Return what stands before the words, the words, and what stands after them."""
        one = self.annotation
        return one.prefix, one.exact, one.suffix


# What a reference is called by the tag of the annotation.
COUNTED: Mapping[str, str] = {"quote": "said", "entity": "about", "claim": "claimed"}


@dataclass(frozen=True, slots=True)
class Referred:
    """How often a subject is pointed to, by the tag of what points: said, about, claimed."""

    said: int = 0
    about: int = 0
    claimed: int = 0

    @property
    def total(self) -> int:
        """Return how often altogether."""
        return self.said + self.about + self.claimed

    def with_more(self, key: str, count: int) -> "Referred":
        """Return the same with more of one sort, a value of COUNTED, or fewer."""
        return replace(self, **{key: getattr(self, key) + count})


def in_order(references: Sequence[Reference]) -> list[Reference]:
    """Return references by the date of their article, the newest first, then in reading order."""
    by_place = sorted(references, key=_place)
    return sorted(by_place, key=_published, reverse=True)


def _place(one: Reference) -> tuple[int, int, int, str]:
    annotation = one.annotation
    return one.article.id, annotation.start_cp, -annotation.end_cp, annotation.uid


def _published(one: Reference) -> str:
    return one.article.published
