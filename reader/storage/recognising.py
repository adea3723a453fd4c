"""Which article an import brings again: with the same text, or as it reads by now.

An address says most, because it is where readers find the article. Then the text.
The name of a source alone says little, so it counts only with half of the words.
"""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, and_, case, func, select

from reader.model.article import Article, ImportedArticle, Recognised
from reader.storage import article_lists, queries
from reader.storage.article_filtering import KEPT
from reader.storage.mapping import is_storable
from reader.storage.queries import ARTICLES, REVISIONS, SHOWN
from reader.text.folding import fold
from reader.text.web_address import page_of

# Of the words of both texts; the same address needs none in common.
_ENOUGH = 0.5
# A table gives its name to thousands of articles: those with the same title are asked first.
_MOST_OF_A_NAME = 20
# Formats of which one source holds many articles, told apart by their titles.
_OF_MANY = ("csv", "json")


def recognise(connection: Connection, imported: ImportedArticle) -> Recognised | None:
    """Return the article that an import brings again, or None.

    What is in the trash does not count, nor what another page has published, though
    its words be the same.
    """
    text = imported.revision
    twin = twin_of(connection, imported)
    if twin is not None:
        return _recognised(connection, twin, text.text_sha256)
    for candidate in _of_the_name(connection, imported):
        return _recognised(connection, candidate, text.text_sha256)
    return None


def twin_of(connection: Connection, imported: ImportedArticle) -> Article | None:
    """Return the article with the same address or the same text, and nothing against it."""
    article, text = imported.article, imported.revision
    twins = article_lists.duplicates_of(connection, text.text_sha256, article.url, article.uid)
    by_address = [one for one in twins if one.same_address]
    by_text = [one for one in twins if one.same_text and _may_be(imported, one.article)]
    found = sorted(by_address, key=lambda one: not one.same_text) or by_text
    return found[0].article if found else None


def _may_be(imported: ImportedArticle, article: Article) -> bool:
    """Tell whether nothing speaks against an import being an article: no page, no title."""
    page, other = page_of(article.url), page_of(imported.article.url)
    if page and other and page != other:
        return False
    is_row = imported.revision.format in _OF_MANY
    return not is_row or imported.article.title == article.title


def _of_the_name(connection: Connection, imported: ImportedArticle) -> Iterator[Article]:
    """Yield the article whose source has the name of an import's and most of its words."""
    article, revision = imported.article, imported.revision
    if not (revision.source_name and is_storable(revision.source_name + article.title)):
        return
    named = select(REVISIONS.c.article_uid).where(REVISIONS.c.source_name == revision.source_name)
    same_title = case((ARTICLES.c.title == article.title, 0), else_=1)
    query = (
        select(ARTICLES.c.uid, REVISIONS.c.text)
        .join(ARTICLES, SHOWN)
        .where(KEPT, ARTICLES.c.uid.in_(named), ARTICLES.c.uid != article.uid)
        .order_by(same_title, ARTICLES.c.id.desc())
        .limit(_MOST_OF_A_NAME)
    )
    found = connection.execute(query).all()
    shares = [(words_in_common(row.text, revision.text), row.uid) for row in found]
    for share, uid in sorted(shares, key=lambda one: -one[0]):
        held = queries.article_where(connection, ARTICLES.c.uid == uid)
        if share >= _ENOUGH and held and _may_be(imported, held):
            yield held


def words_in_common(one: str, other: str) -> float:
    """Return which share of the words of the longer of two texts stands in both."""
    ours, theirs = _words(one), _words(other)
    longer = max(sum(ours.values()), sum(theirs.values()))
    return sum((ours & theirs).values()) / longer if longer else 0.0


def _words(text: str) -> Counter[str]:
    return Counter(fold(text).split())


def _recognised(connection: Connection, article: Article, text_sha256: str) -> Recognised:
    same = and_(REVISIONS.c.article_uid == article.uid, REVISIONS.c.text_sha256 == text_sha256)
    uid = connection.scalar(select(func.min(REVISIONS.c.uid)).where(same))
    is_shown = uid is not None and uid == queries.shown_revision_uid(connection, article.uid)
    return Recognised(article=article, revision_uid=uid, is_shown=is_shown)
