"""An article as it is opened: read in a thread where it is long or has many annotations."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reader.model.annotation import Annotation
from reader.model.article import Article, Revision
from reader.model.article_filter import ArticleFilter, ArticleOrder
from reader.progress import Progress, unwatched

if TYPE_CHECKING:
    from reader.storage.store import Store

# What is no longer is read within a frame of the screen, so it is on the page at once.
_AT_ONCE_CP = 400_000
_AT_ONCE_ANNOTATIONS = 300


@dataclass(frozen=True, slots=True)
class Contents:
    """An article, its shown text and the annotations that the library held at a moment."""

    article: Article
    revision: Revision
    annotations: Sequence[Annotation]


def opens_at_once(store: "Store", article_uid: str) -> bool:
    """Tell whether an article is short enough to be read in the window's thread."""
    length, annotations = store.extent(article_uid)
    return length <= _AT_ONCE_CP and annotations <= _AT_ONCE_ANNOTATIONS


def contents_of(store: "Store", article_uid: str, progress: Progress = unwatched) -> Contents:
    """Read an article; raises UnknownArticle, and what `progress` raises."""
    progress(0, 0)
    _, total = store.extent(article_uid)
    article, revision = store.article(article_uid), store.revision(article_uid)
    annotations = store.annotations(revision.uid, partial(_tell, progress, total))
    progress(total, total)
    return Contents(article, revision, annotations)


def first_contents(store: "Store", last_uid: str) -> Contents | None:
    """Read the article where the last session ended, or else the newest; None for no article."""
    uids = store.article_uids(ArticleFilter(), ArticleOrder())
    if not uids:
        return None
    return contents_of(store, last_uid if last_uid in uids else uids[0])


def _tell(progress: Progress, total: int, done: int, _unknown: int) -> None:
    progress(done, total)
