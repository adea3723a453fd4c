"""The statements that ask the index for articles and subjects.

They are asked with every letter that is typed, so each is written once; words are
parameters.
"""

from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Select,
    and_,
    bindparam,
    not_,
    null,
    select,
    true,
    union_all,
)

from reader.storage.queries import ARTICLES
from reader.storage.search.index import DOCUMENTS, numbers_with
from reader.storage.search.prepared import Prepared


@cache
def articles_with(dialect: str, wanted: int, spelt: int, unwanted: int) -> Select[Any]:
    """Return the query for articles that hold so many words, and not others.

    The words are bound to `wanted_0` and so on, `spelt_0`, `unwanted_0`.
    """
    exact = and_(true(), *(_in_article(dialect, f"spelt_{one}") for one in range(spelt)))
    return select(ARTICLES.c.id, exact.label("spelt")).where(
        ARTICLES.c.deleted_at.is_(None),
        *(_in_article(dialect, f"wanted_{one}") for one in range(wanted)),
        *(not_(_in_article(dialect, f"unwanted_{one}")) for one in range(unwanted)),
    )


@lru_cache(maxsize=256)
def records_with(dialect: Dialect, wanted: int, spelt: int, unwanted: int) -> Prepared:
    """Return the query for the same articles and for subjects that hold the words.

    Its rows are the number of an article, whether it holds the words as they are
    spelt, and the uid of a subject: the first two or the last are None.
    """
    articles = articles_with(dialect.name, wanted, spelt, unwanted).add_columns(null())
    named = _subjects_with(dialect.name, wanted).subquery()
    return Prepared(union_all(articles, select(null(), null(), named.c.record_uid)), dialect)


def _subjects_with(dialect: str, wanted: int) -> Select[Any]:
    held = [
        documents("subject", "record_uid").where(
            DOCUMENTS.c.id.in_(numbers_with(dialect, bindparam(f"wanted_{one}")))
        )
        for one in range(wanted)
    ]
    first, *others = held
    return first.where(*(DOCUMENTS.c.record_uid.in_(one) for one in others)).distinct()


def _in_article(dialect: str, name: str) -> ColumnElement[bool]:
    """Return the condition that an article holds the word that a parameter is bound to."""
    held = select(DOCUMENTS.c.article_id).where(
        DOCUMENTS.c.id.in_(numbers_with(dialect, bindparam(name))),
        DOCUMENTS.c.article_id.is_not(None),
    )
    return ARTICLES.c.id.in_(held)


def documents(kind: str, column: str) -> Select[Any]:
    """Return the query for a column of the documents of a kind."""
    return select(DOCUMENTS.c[column]).where(DOCUMENTS.c.kind == kind)
