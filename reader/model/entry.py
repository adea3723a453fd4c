"""An annotation together with what it points to: what a person looks at or exports."""

from collections.abc import Mapping
from dataclasses import field

from reader.frozen import dataclass
from reader.model.annotation import Annotation, Relation
from reader.model.article import Article, Revision
from reader.model.claim import Appearance, Correction, Evidence, Review, Ruling
from reader.model.subject import Subject


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One annotation and its surroundings.

    `subject` is the quote's speaker, the entity's referent or the claim's
    claimant; `ruling` the claim's newest, and `rulings` all of them, oldest first;
    `reviews` are those beyond the one that a ruling names itself, of all rulings;
    `relations` go from the annotation or to it.
    `names` are those of the annotators, by uid.
    """

    annotation: Annotation
    subject: Subject | None = None
    ruling: Ruling | None = None
    evidence: tuple[Evidence, ...] = ()
    relations: tuple[Relation, ...] = ()
    annotator: str = ""
    reviewer: str = ""
    rulings: tuple[Ruling, ...] = ()
    reviews: tuple[Review, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    corrections: tuple[Correction, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class AnnotatedArticle:
    """An article's shown revision with its entries in reading order: one unit of export.

    `lost` are those that have no place in it: their words were in another text.
    """

    article: Article
    revision: Revision
    entries: tuple[Entry, ...]
    lost: tuple[Entry, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptText:
    """One of an article's texts with the bytes it was made from, and the entries tied to it."""

    revision: Revision
    source: bytes
    entries: tuple[Entry, ...]
