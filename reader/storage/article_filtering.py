"""Which articles a filter lets through, in SQL that both databases answer alike."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
)

from reader.errors import UnknownSort
from reader.model.article_filter import ArticleFilter, ArticleOrder
from reader.model.article_sorts import ARTICLE_SORTS, sort_named
from reader.storage.article_keys import ARTICLE_KEYS, days_of
from reader.storage.mapping import is_storable, table_of
from reader.storage.queries import (
    ANNOTATIONS,
    ARTICLES,
    COLLECTED,
    LABELLED,
    REVISIONS,
    SHOWN,
    Condition,
)
from reader.storage.schema import ReadingRow
from reader.text.collation import sort_key
from reader.text.folding import fold

READINGS = table_of(ReadingRow)
# What a person can keep in mind; older ones are found by the order "last read".
RECENT = 50
KEPT = ARTICLES.c.deleted_at.is_(None)

_KEYS = ARTICLE_KEYS.c
# The orders and the fields of ArticleFilter that ask the table of keys.
_OF_KEYS = ("published", "title", "publisher", "text", "published_from", "published_to")


def article_uids(
    connection: Connection, wanted: ArticleFilter, order: ArticleOrder, reader_uid: str
) -> list[str]:
    """Return the uids of the articles that a filter lets through, in their order.

    `reader_uid` is the annotator whose readings count. What an order knows nothing
    of stands at the end, whichever way it runs; equals stand as they were added,
    newest first. Raises UnknownSort.
    """
    sort = sort_named(order.key)
    if sort is None:
        raise UnknownSort(sort=order.key, sorts=", ".join(one.key for one in ARTICLE_SORTS))
    if not _is_askable(wanted):
        return []
    key, unknown = _ORDERS[order.key]()
    descending = sort.descending != order.reversed
    query = select(ARTICLES.c.uid).where(*_conditions(wanted))
    if order.key in _OF_KEYS or any(getattr(wanted, name, "") for name in _OF_KEYS):
        query = query.join(ARTICLE_KEYS, _KEYS.article_uid == ARTICLES.c.uid)
    if order.key == "read":
        query = query.outerjoin(READINGS, read_by(reader_uid))
    if unknown is not None:
        query = query.order_by(unknown)
    last = ARTICLES.c.id.asc() if descending and order.key == "imported" else ARTICLES.c.id.desc()
    query = query.order_by(key.desc() if descending else key.asc(), last)
    if wanted.recent:
        newest = select(READINGS.c.article_uid).join(ARTICLES, read_by(reader_uid)).where(KEPT)
        newest = newest.order_by(READINGS.c.read_at.desc(), ARTICLES.c.id.desc()).limit(RECENT)
        query = query.where(ARTICLES.c.uid.in_(newest))
    return list(connection.scalars(query).all())


def read_by(reader_uid: str) -> Condition:
    """Return what ties an article to the reading of an annotator."""
    return and_(READINGS.c.article_uid == ARTICLES.c.uid, READINGS.c.annotator_uid == reader_uid)


def with_twins() -> Select[Any]:
    """Return the uids of the articles outside the trash of which there is another.

    What stands there once is left out by a look at the indexes alone.
    """
    texts = select(REVISIONS.c.text_sha256).group_by(REVISIONS.c.text_sha256)
    pages = select(_KEYS.address).where(_KEYS.address != "").group_by(_KEYS.address)
    own, keys = REVISIONS.alias(), ARTICLE_KEYS.alias()
    same_text = select(own.c.article_uid).where(
        own.c.text_sha256.in_(texts.having(func.count() > 1)), has_text_of_another(own)
    )
    same_page = select(keys.c.article_uid).where(
        keys.c.address.in_(pages.having(func.count() > 1)), has_page_of_another(keys)
    )
    article = ARTICLES.alias()
    kept = article.c.deleted_at.is_(None)
    twin = or_(article.c.uid.in_(same_text), article.c.uid.in_(same_page))
    return select(article.c.uid).where(kept, twin)


def has_text_of_another(own: FromClause) -> Condition:
    """Return the condition that an article outside the trash has the text of a revision."""
    other, article = REVISIONS.alias(), ARTICLES.alias()
    return exists().where(
        other.c.text_sha256 == own.c.text_sha256,
        other.c.article_uid != own.c.article_uid,
        article.c.uid == other.c.article_uid,
        article.c.deleted_at.is_(None),
    )


def has_page_of_another(own: FromClause) -> Condition:
    """Return the condition that an article outside the trash has the address of some keys."""
    other, article = ARTICLE_KEYS.alias(), ARTICLES.alias()
    return exists().where(
        own.c.address != "",
        other.c.address == own.c.address,
        other.c.article_uid != own.c.article_uid,
        article.c.uid == other.c.article_uid,
        article.c.deleted_at.is_(None),
    )


def _is_askable(wanted: ArticleFilter) -> bool:
    """Tell whether a filter holds only what a database can compare; nothing meets another."""
    asked = (wanted.text, wanted.publisher, wanted.tag, wanted.status, wanted.label_uid)
    return all(is_storable(one) for one in (*asked, *wanted.collection_uids))


def _conditions(wanted: ArticleFilter) -> list[Condition]:
    found: list[Condition] = [ARTICLES.c.deleted_at.is_not(None) if wanted.trashed else KEPT]
    for names, conditions in _CRITERIA:
        if any(getattr(wanted, name) for name in names):
            found += conditions(wanted)
    return found


def _of_words(wanted: ArticleFilter) -> list[Condition]:
    return [_KEYS.words.contains(word, autoescape=True) for word in fold(wanted.text).split()]


def _of_publisher(wanted: ArticleFilter) -> list[Condition]:
    return [_KEYS.publisher_key == sort_key(wanted.publisher)]


def _of_time(wanted: ArticleFilter) -> list[Condition]:
    found: list[Condition] = [_KEYS.first_day != ""]
    if wanted.published_from:
        found.append(_KEYS.last_day >= days_of(wanted.published_from)[0])
    if wanted.published_to:
        found.append(_KEYS.first_day <= days_of(wanted.published_to)[1])
    return found


def _of_collections(wanted: ArticleFilter) -> list[Condition]:
    inside = COLLECTED.c.collection_uid.in_(sorted(wanted.collection_uids))
    return [exists().where(COLLECTED.c.article_uid == ARTICLES.c.uid, inside)]


def _of_none(_wanted: ArticleFilter) -> list[Condition]:
    return [~exists().where(COLLECTED.c.article_uid == ARTICLES.c.uid)]


def _of_label(wanted: ArticleFilter) -> list[Condition]:
    bears = LABELLED.c.label_uid == wanted.label_uid
    return [exists().where(LABELLED.c.article_uid == ARTICLES.c.uid, bears)]


def _of_twins(_wanted: ArticleFilter) -> list[Condition]:
    return [ARTICLES.c.uid.in_(with_twins())]


def _of_annotation(wanted: ArticleFilter) -> list[Condition]:
    """Return the condition that one annotation of the text that is shown has a tag and a status."""
    asked = [ANNOTATIONS.c.tag == wanted.tag] if wanted.tag else []
    asked += [ANNOTATIONS.c.status == wanted.status] if wanted.status else []
    found = select(ANNOTATIONS.c.uid).select_from(ANNOTATIONS.join(REVISIONS)).where(SHOWN, *asked)
    return [found.exists()]


# By the fields of ArticleFilter, any of which may be set: what an article must meet then.
_CRITERIA: tuple[tuple[tuple[str, ...], Callable[[ArticleFilter], list[Condition]]], ...] = (
    (("text",), _of_words),
    (("publisher",), _of_publisher),
    (("published_from", "published_to"), _of_time),
    (("tag", "status"), _of_annotation),
    (("collection_uids",), _of_collections),
    (("unfiled",), _of_none),
    (("label_uid",), _of_label),
    (("duplicates",), _of_twins),
)


_Key = tuple[ColumnElement[Any], ColumnElement[Any] | None]


def _by_annotations() -> _Key:
    count = select(func.count()).select_from(ANNOTATIONS).join(REVISIONS).where(SHOWN)
    return count.correlate(ARTICLES).scalar_subquery(), None


def _by_words(name: str) -> Callable[[], _Key]:
    def key() -> _Key:
        return _KEYS[name], _KEYS[name] == ""

    return key


def _by_import() -> _Key:
    return ARTICLES.c.id, None


def _by_reading() -> _Key:
    return READINGS.c.read_at, READINGS.c.read_at.is_(None)


# By the keys of ARTICLE_SORTS: what is compared, and what is true where it is not known.
_ORDERS: Mapping[str, Callable[[], _Key]] = {
    "imported": _by_import,
    "published": _by_words("first_day"),
    "title": _by_words("title_key"),
    "publisher": _by_words("publisher_key"),
    "annotations": _by_annotations,
    "read": _by_reading,
}
