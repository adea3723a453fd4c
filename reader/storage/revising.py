"""The texts of an article: another one beside those that are there, and which is shown.

A text is added once and stays; which of them an article shows, and where its
annotations stand in it, is changed by an act like any other.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, insert, not_, select

from reader.errors import UnknownArticle
from reader.model.anchors import LOST
from reader.model.annotation import Annotation
from reader.model.article import Article, ImportedArticle, Revision, RevisionSummary
from reader.model.change import Edit
from reader.storage import queries
from reader.storage.mapping import copier, row_of
from reader.storage.queries import ANNOTATIONS, ARTICLES, REVISIONS, SHOWN, annotations_where
from reader.storage.search import indexing

_LENGTH = REVISIONS.c.length_cp.label("length")


def next_revision(
    connection: Connection, imported: ImportedArticle, article_uid: str
) -> tuple[Article, Revision, bool]:
    """Return an article and what was imported as one of its texts, and whether it is new.

    New, it is inserted under the next number. Raises UnknownArticle and BadValue.
    """
    article = queries.article_where(connection, ARTICLES.c.uid == article_uid)
    if article is None:
        raise UnknownArticle(article=article_uid)
    ours = imported.revision
    of_article = REVISIONS.c.article_uid == article_uid
    same = (of_article, REVISIONS.c.text_sha256 == ours.text_sha256)
    uid = connection.scalar(select(REVISIONS.c.uid).where(*same).order_by(REVISIONS.c.number))
    found = queries.revision(connection, uid) if uid else None
    if found is not None:
        return article, found, False
    last = connection.scalar(select(func.max(REVISIONS.c.number)).where(of_article)) or 0
    new = replace(ours, article_uid=article_uid, number=last + 1)
    more = {"length_cp": len(new.text), "source": imported.source}
    connection.execute(insert(REVISIONS), row_of(REVISIONS, new, **more))
    return article, new, True


def revision_summaries(connection: Connection, article_uid: str) -> list[RevisionSummary]:
    """Return a line for each text of an article, the first import first; reads no text."""
    copy = copier(REVISIONS, RevisionSummary)
    count = select(func.count()).where(ANNOTATIONS.c.revision_uid == REVISIONS.c.uid)
    query: Select[Any] = (
        select(*copy.columns, _LENGTH, count.scalar_subquery().label("annotations"))
        .where(REVISIONS.c.article_uid == article_uid)
        .order_by(REVISIONS.c.number)
    )
    rows = connection.execute(query)
    return [copy.value(row, length=row.length, annotations=row.annotations) for row in rows]


def annotations_elsewhere(connection: Connection, article_uid: str) -> list[Annotation]:
    """Return the annotations of an article in texts that are not shown, the oldest text first."""
    is_shown = exists().where(SHOWN).correlate(REVISIONS)
    query = select(REVISIONS.c.uid).where(REVISIONS.c.article_uid == article_uid, not_(is_shown))
    found: list[Annotation] = []
    for uid in connection.scalars(query.order_by(REVISIONS.c.number)).all():
        found += annotations_where(connection, ANNOTATIONS.c.revision_uid == uid)
    return found


def lost_of(article_uid: str, shown_uid: str) -> ColumnElement[bool]:
    """Return the condition that an annotation of an article has no place in the shown text."""
    others = select(REVISIONS.c.uid).where(
        REVISIONS.c.article_uid == article_uid, REVISIONS.c.uid != shown_uid
    )
    return and_(ANNOTATIONS.c.revision_uid.in_(others), ANNOTATIONS.c.anchor == LOST)


def follow_shown(connection: Connection, edits: Sequence[Edit]) -> None:
    """Let the index of words follow articles of which another text is shown than before."""
    for one in edits:
        before, after = one.before, one.after
        if not (isinstance(before, Article) and isinstance(after, Article)):
            continue
        if before.revision_number != after.revision_number:
            texts = (_numbered(connection, before), _numbered(connection, after))
            indexing.follow_text(connection, after.id, *texts)


def _numbered(connection: Connection, article: Article) -> Revision | None:
    where = (
        REVISIONS.c.article_uid == article.uid,
        REVISIONS.c.number == article.revision_number,
    )
    uid = connection.scalar(select(REVISIONS.c.uid).where(*where))
    return queries.revision(connection, uid) if uid else None
