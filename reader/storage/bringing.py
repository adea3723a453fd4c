"""An import finds its place: as an article of its own, or as the next text of one that is there."""

from reader.frozen import dataclass
from reader.model.article import Article, ImportedArticle, Revision
from reader.progress import Progress, unwatched
from reader.storage.store import Store
from reader.text.comparing import compare


@dataclass(frozen=True, slots=True)
class Again:
    """An article that was imported again: the text that came, and in how many places it differs.

    With `is_shown` the article shows this very text already, and nothing was added.
    Otherwise `places` counts the runs of words that were removed, added or moved.
    """

    article: Article
    revision: Revision
    imported: ImportedArticle
    places: int = 0
    is_shown: bool = False


def bring(
    store: Store,
    imported: ImportedArticle,
    annotator_uid: str,
    session_uid: str,
    progress: Progress = unwatched,
) -> Article | Again:
    """Add what was imported as an article, or as the next text of the one that it is.

    Which text is shown stays as it is. Raises as `Store.add_article` does, and what
    `progress` raises.
    """
    progress(0, 0)
    known = store.recognised(imported)
    if known is None or known.article.uid == imported.article.uid:
        return store.add_article(imported, annotator_uid, session_uid)
    shown = store.revision(known.article.uid)
    if known.is_shown:
        return Again(known.article, shown, imported, is_shown=True)
    new = store.add_revision(imported, known.article.uid, annotator_uid, session_uid)
    return Again(known.article, new, imported, compare(shown.text, new.text).places)
