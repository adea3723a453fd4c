"""What a list of articles shows, what there is to choose it by, and what is there twice.

A long list is read in two steps: the uids of all rows in their order
(`article_filtering.py`), then the rows that are looked at.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, or_, select, true

from reader.model.article import ArticleHead, ArticleSummary, Duplicate, Reading
from reader.model.collection import ArticleLabel, Collection, Shelves
from reader.storage.article_filtering import (
    KEPT,
    READINGS,
    RECENT,
    has_page_of_another,
    has_text_of_another,
    read_by,
    with_twins,
)
from reader.storage.article_keys import ARTICLE_KEYS
from reader.storage.mapping import copier, table_of
from reader.storage.queries import (
    ANNOTATIONS,
    ARTICLES,
    COLLECTED,
    LABELLED,
    REVISIONS,
    SHOWN,
    Condition,
    articles_where,
    chunks,
    values_where,
)
from reader.storage.schema import CollectionRow, LabelRow
from reader.text.web_address import page_of

COLLECTIONS = table_of(CollectionRow)
LABELS = table_of(LabelRow)

_KEYS = ARTICLE_KEYS.c


def article_summaries(
    connection: Connection, uids: Sequence[str], reader_uid: str
) -> list[ArticleSummary]:
    """Return a line for each article of these uids that is there, in their order; reads no text.

    `reader_uid` as in `article_uids`.
    """
    found: dict[str, ArticleSummary] = {}
    for part in chunks(uids):
        condition = ARTICLES.c.uid.in_(part)
        articles = {one.uid: one for one in articles_where(connection, condition)}
        for row in connection.execute(_summaries(reader_uid).where(condition)):
            found[row.article_uid] = ArticleSummary(
                article=articles[row.article_uid],
                revision_uid=row.uid,
                length=row.length_cp,
                annotations=row.annotations,
                is_duplicate=bool(row.twice),
                is_changed=row.read_uid not in (None, row.uid),
            )
    return [found[uid] for uid in uids if uid in found]


def heads(connection: Connection) -> list[ArticleHead]:
    """Return what articles are chosen by, of all outside the trash, the newest first."""
    columns = (ARTICLES.c.uid, ARTICLES.c.title, ARTICLES.c.publisher, ARTICLES.c.published)
    order = (ARTICLES.c.published.desc(), ARTICLES.c.id.desc())
    rows = connection.execute(select(*columns).where(KEPT).order_by(*order))
    return [ArticleHead(*row) for row in rows]


def shelves(connection: Connection, reader_uid: str) -> Shelves:
    """Return what a list of articles can be chosen by; `reader_uid` as in `article_uids`."""
    placed = select(COLLECTED.c.collection_uid, func.count()).join(ARTICLES).where(KEPT)
    borne = select(LABELLED.c.label_uid, func.count()).join(ARTICLES).where(KEPT)
    in_collections = _counts(connection, placed.group_by(COLLECTED.c.collection_uid))
    total = _count(connection, KEPT)
    read = select(func.count()).select_from(READINGS).join(ARTICLES, read_by(reader_uid))
    twice = select(func.count()).select_from(with_twins().subquery())
    order = (COLLECTIONS.c.position, COLLECTIONS.c.created_at, COLLECTIONS.c.uid)
    label_order = (LABELS.c.position, LABELS.c.created_at, LABELS.c.uid)
    return Shelves(
        collections=tuple(values_where(connection, COLLECTIONS, Collection, true(), *order)),
        labels=tuple(values_where(connection, LABELS, ArticleLabel, true(), *label_order)),
        total=total,
        recent=min(RECENT, connection.scalar(read.where(KEPT)) or 0),
        unfiled=total - sum(in_collections.values()),
        trashed=_count(connection, ARTICLES.c.deleted_at.is_not(None)),
        duplicates=connection.scalar(twice) or 0,
        in_collections=in_collections,
        with_labels=_counts(connection, borne.group_by(LABELLED.c.label_uid)),
    )


def duplicates_of(
    connection: Connection, text_sha256: str, url: str, except_uid: str
) -> list[Duplicate]:
    """Return the articles outside the trash that have a text or an address, oldest first."""
    page = page_of(url)
    has_text = select(REVISIONS.c.article_uid).where(REVISIONS.c.text_sha256 == text_sha256)
    has_address = select(_KEYS.article_uid).where(_KEYS.address == page, _KEYS.address != "")
    by_text = set(connection.scalars(has_text))
    by_address = set(connection.scalars(has_address))
    uids = sorted((by_text | by_address) - {except_uid})
    found = []
    for part in chunks(uids):
        condition = and_(KEPT, ARTICLES.c.uid.in_(part))
        found += articles_where(connection, condition, ARTICLES.c.id)
    return [
        Duplicate(article=one, same_text=one.uid in by_text, same_address=one.uid in by_address)
        for one in found
    ]


def reading_of(connection: Connection, article_uid: str, reader_uid: str) -> Reading | None:
    """Return where somebody is with an article, or None."""
    copy = copier(READINGS, Reading)
    condition = and_(READINGS.c.article_uid == article_uid, READINGS.c.annotator_uid == reader_uid)
    row = connection.execute(select(*copy.columns).where(condition)).first()
    return copy.value(row) if row else None


def _summaries(reader_uid: str) -> Select[Any]:
    count = select(func.count()).where(ANNOTATIONS.c.revision_uid == REVISIONS.c.uid)
    return (
        select(
            REVISIONS.c.article_uid,
            REVISIONS.c.uid,
            REVISIONS.c.length_cp,
            count.scalar_subquery().label("annotations"),
            and_(KEPT, or_(_twin_text(), has_page_of_another(ARTICLE_KEYS))).label("twice"),
            READINGS.c.revision_uid.label("read_uid"),
        )
        .join(ARTICLES, SHOWN)
        .join(ARTICLE_KEYS, _KEYS.article_uid == ARTICLES.c.uid)
        .outerjoin(READINGS, read_by(reader_uid))
    )


def _twin_text() -> Condition:
    """Return the condition that another article has one of an article's texts."""
    own = REVISIONS.alias()
    return exists().where(own.c.article_uid == ARTICLES.c.uid, has_text_of_another(own))


def publishers(connection: Connection) -> tuple[str, ...]:
    """Return the names of publishers, each in one spelling, in alphabetical order."""
    query = (
        select(_KEYS.publisher_key, ARTICLES.c.publisher)
        .join(ARTICLE_KEYS, _KEYS.article_uid == ARTICLES.c.uid)
        .where(KEPT, _KEYS.publisher_key != "")
        .distinct()
    )
    names: dict[str, str] = {}
    for key, name in connection.execute(query):
        names[key] = min(name, names.get(key, name))
    return tuple(names[key] for key in sorted(names))


def _count(connection: Connection, condition: Condition) -> int:
    return connection.scalar(select(func.count()).select_from(ARTICLES).where(condition)) or 0


def _counts(connection: Connection, query: Select[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(query)}
