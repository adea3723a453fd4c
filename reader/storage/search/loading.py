"""What a search reads of the library: articles with their shown texts, annotations, subjects."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.fields import subject_uid_of
from reader.model.subject import Subject
from reader.storage.mapping import Copier, copier
from reader.storage.queries import (
    ANNOTATIONS,
    ARTICLES,
    REVISIONS,
    SUBJECTS,
    annotations_where,
    chunks,
    subjects_where,
)
from reader.storage.search.index import DOCUMENTS

# Asked with every letter that is typed, so written once.
_TEXTS = select(REVISIONS.c.uid, REVISIONS.c.text).where(
    REVISIONS.c.uid.in_(bindparam("uids", expanding=True))
)
# Said so that a database looks for these few by their article, not through all of a kind.
_KIND = DOCUMENTS.c.kind.concat("")
_NOTED = select(DOCUMENTS.c.record_uid, DOCUMENTS.c.article_id).where(
    DOCUMENTS.c.article_id.in_(bindparam("numbers", expanding=True)),
    _KIND == "annotation",
    DOCUMENTS.c.part == 0,
)
# So much text is read at once, unless one alone is longer; in code points.
_LENGTH_AT_ONCE = 500_000


@dataclass(frozen=True, slots=True)
class Known:
    """An article with the uid and the length, in code points, of the text that is shown."""

    article: Article
    revision_uid: str
    length: int


@cache
def _known() -> tuple[Copier, Select[Any]]:
    """Return the query for articles with their shown texts, and how its rows become values."""
    copy = copier(ARTICLES, Article)
    query = (
        select(*copy.columns, REVISIONS.c.uid, REVISIONS.c.length_cp)
        .join(DOCUMENTS, DOCUMENTS.c.article_id == ARTICLES.c.id)
        .join(REVISIONS, REVISIONS.c.uid == DOCUMENTS.c.record_uid)
        .where(
            ARTICLES.c.id.in_(bindparam("numbers", expanding=True)),
            _KIND == "text",
            DOCUMENTS.c.part == 0,
        )
    )
    return copy, query


def known_articles(connection: Connection, numbers: Sequence[int]) -> dict[int, Known]:
    """Return articles with the uid and the length of their shown text, by number."""
    copy, query = _known()
    rows = connection.execute(query, {"numbers": numbers})
    found = {row.id: Known(copy.value(row), row[-2], row[-1]) for row in rows}
    return {number: found[number] for number in numbers if number in found}


def texts_from(connection: Connection, known: dict[int, Known], first: int) -> dict[str, str]:
    """Return the texts of an article and of those after it, not too much at once."""
    wanted: list[str] = []
    length = 0
    numbers = list(known)
    for number in numbers[numbers.index(first) :]:
        length += known[number].length
        if wanted and length > _LENGTH_AT_ONCE:
            break
        wanted.append(known[number].revision_uid)
    return {row.uid: row.text for row in connection.execute(_TEXTS, {"uids": wanted})}


def notes_of(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Annotation]]:
    """Return the annotations of articles that say something of their own, by number."""
    rows = connection.execute(_NOTED, {"numbers": numbers})
    articles = {row.record_uid: row.article_id for row in rows}
    found: dict[int, list[Annotation]] = {}
    for one in annotations_of(connection, list(articles)):
        found.setdefault(articles[one.uid], []).append(one)
    return found


def annotations_of(connection: Connection, uids: Sequence[str]) -> list[Annotation]:
    """Return annotations in reading order."""
    found: list[Annotation] = []
    for part in chunks(uids):
        found += annotations_where(connection, ANNOTATIONS.c.uid.in_(part))
    return sorted(found, key=_reading_order)


def _reading_order(annotation: Annotation) -> tuple[int, int, str]:
    return annotation.start_cp, -annotation.end_cp, annotation.uid


def subjects_of(connection: Connection, annotations: Sequence[Annotation]) -> dict[str, Subject]:
    """Return the subjects that annotations point to, by uid."""
    uids = sorted({uid for one in annotations if (uid := subject_uid_of(one))})
    found: dict[str, Subject] = {}
    for part in chunks(uids):
        found |= {one.uid: one for one in subjects_where(connection, SUBJECTS.c.uid.in_(part))}
    return found
