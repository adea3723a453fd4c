"""An article as it is opened: read in a thread where it is long or has many annotations."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.frozen import dataclass
from reader.model.annotation import Annotation
from reader.model.article import Article, Reading, Revision
from reader.model.article_filter import ArticleFilter, ArticleOrder
from reader.model.claim import Ruling
from reader.progress import Progress, unwatched
from reader.ui.page.document import PageText
from reader.ui.page.marks import Marks
from reader.ui.page.ticks import Starts
from reader.ui.reading import reading_order

if TYPE_CHECKING:
    from reader.storage.store import Store

# What is no longer is read within a frame of the screen, so it is on the page at once.
_AT_ONCE_CP = 400_000
_AT_ONCE_ANNOTATIONS = 300
# What is near enough to a place to be seen with it, in code points.
_ABOVE_CP, _BELOW_CP = 2_000, 10_000


@dataclass(frozen=True, slots=True)
class Contents:
    """An article, its shown text and the annotations that the library held at a moment.

    Where there are many, only those near a place are read: then it is not `is_whole`.
    `blocks` are the text as the page sets it, `top_cp` is where it begins, in code points,
    `reading` is where its reader was with it before.
    """

    article: Article
    revision: Revision
    annotations: Sequence[Annotation]
    blocks: PageText
    top_cp: int = 0
    is_whole: bool = True
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Arranged:
    """All annotations of a text in reading order, as the page finds and ticks them.

    `rulings` are those on them, where they were read too.
    """

    revision: Revision
    annotations: Sequence[Annotation]
    marks: Marks
    starts: Starts
    rulings: Sequence[Ruling] | None = None


def opens_at_once(store: "Store", article_uid: str) -> bool:
    """Tell whether an article is short enough to be read in the window's thread."""
    length, annotations = store.extent(article_uid)
    return length <= _AT_ONCE_CP and annotations <= _AT_ONCE_ANNOTATIONS


def contents_of(
    store: "Store",
    article_uid: str,
    reader_uid: str,
    top_cp: int = 0,
    progress: Progress = unwatched,
) -> Contents:
    """Read an article, but of many annotations only those near where it begins.

    That is `top_cp`, or else where its reader was in this text. Raises UnknownArticle,
    and what `progress` raises.
    """
    progress(0, 0)
    article, revision = store.article(article_uid), store.revision(article_uid)
    progress(0, 0)
    reading = store.reading(article_uid, reader_uid)
    top_cp = top_cp or _last_place(reading, revision)
    count = store.extent(article_uid)[1]
    is_whole = count <= _AT_ONCE_ANNOTATIONS
    annotations: Sequence[Annotation] = ()
    if not is_whole:
        span = max(0, top_cp - _ABOVE_CP), top_cp + _BELOW_CP
        annotations = store.annotations_near(revision.uid, span, _AT_ONCE_ANNOTATIONS)
    elif count:
        annotations = store.annotations(revision.uid)
    blocks = blocks_of(article, revision)
    progress(1, 1)
    return Contents(article, revision, annotations, blocks, top_cp, is_whole, reading)


def blocks_of(article: Article, revision: Revision) -> PageText:
    """Return the text of an article as the page sets it."""
    return PageText(revision.text, default_rtl=article.language != "en", headline=True)


def read_whole(store: "Store", revision: Revision, progress: Progress = unwatched) -> Arranged:
    """Read and arrange all annotations of a text; raises what `progress` raises."""
    total = store.extent(revision.article_uid)[1]
    annotations = store.annotations(revision.uid, partial(_tell, progress, total))
    rulings = store.rulings_on(revision.uid)
    return _arranged(revision, annotations, rulings, progress)


def arranged(
    revision: Revision, annotations: Iterable[Annotation], progress: Progress = unwatched
) -> Arranged:
    """Arrange annotations of a text, in any order; raises what `progress` raises."""
    return _arranged(revision, sorted(annotations, key=reading_order), None, progress)


def _arranged(
    revision: Revision,
    annotations: Sequence[Annotation],
    rulings: Sequence[Ruling] | None,
    progress: Progress,
) -> Arranged:
    progress(0, 0)
    marks, starts = Marks(annotations), Starts(annotations)
    progress(len(annotations), len(annotations))
    return Arranged(revision, annotations, marks, starts, rulings)


def first_contents(
    store: "Store", reader_uid: str, last_uid: str, top_cp: int = 0
) -> Contents | None:
    """Read the article where the last session ended, or else the newest; None for no article.

    `top_cp` is where in it the last session ended, in code points.
    """
    uids = store.article_uids(ArticleFilter(), ArticleOrder())
    if not uids:
        return None
    if last_uid in uids:
        return contents_of(store, last_uid, reader_uid, top_cp)
    return contents_of(store, uids[0], reader_uid)


def _last_place(reading: Reading | None, revision: Revision) -> int:
    """Return where this text was left the last time it was read."""
    same = reading is not None and reading.revision_uid == revision.uid
    return reading.top_cp if reading is not None and same else 0


def _tell(progress: Progress, total: int, done: int, _unknown: int) -> None:
    progress(done, total)
