"""What a search of the library has found."""

from reader.frozen import dataclass
from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.searched import TEXT
from reader.model.subject import Subject

# The most hits of one article that are kept; the rest is counted, and found on the page.
MOST_IN_ONE = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A place where what was sought stands, in code points of what a field holds.

    `field` is TEXT, for the article's own words, or a key of SEARCHED. `before`
    and `after` are what stands around the `words`; `exact` tells whether they are
    spelt as they were typed. `annotation` is the one that the words belong to.
    """

    field: str
    start_cp: int
    end_cp: int
    words: str
    before: str
    after: str
    exact: bool
    annotation: Annotation | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Return where to look in the article's text, in code points."""
        if self.field == TEXT:
            return self.start_cp, self.end_cp
        if self.annotation is not None:
            return self.annotation.start_cp, self.annotation.end_cp
        return 0, 0


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundArticle:
    """An article with its hits in reading order; `count` of them all, `hits` the first of them."""

    article: Article
    revision_uid: str
    hits: tuple[Hit, ...]
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundSubject:
    """A person, an organisation or a place with what was found in its names."""

    subject: Subject
    hits: tuple[Hit, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundPage:
    """Some of what was found: subjects only at first, then articles by their rank."""

    subjects: tuple[FoundSubject, ...] = ()
    articles: tuple[FoundArticle, ...] = ()

    @property
    def count(self) -> int:
        """Return how many hits it holds."""
        in_names = sum(len(one.hits) for one in self.subjects)
        return in_names + sum(len(one.hits) for one in self.articles)
