"""What a search reads of the library: articles with their shown texts, annotations, subjects."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import repeat

from sqlalchemy import Connection, Dialect, bindparam, case, exists, literal, select

from reader.frozen import dataclass
from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.claim import Evidence, Ruling, in_list_order
from reader.model.fields import subject_uid_of
from reader.model.searched import OnClaim
from reader.model.subject import Subject
from reader.storage.mapping import KINDS, Copier, copier
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
from reader.storage.search.prepared import Prepared

# Asked with every letter that is typed, so written once.
_TEXT = select(REVISIONS.c.text).where(REVISIONS.c.uid == bindparam("uid"))
# Said so that a database looks for these few by their article, not through all of a kind.
_ON_CLAIMS = ("ruling", "evidence")
# A list of values would have to be written into a statement each time.
_NOTES = [literal(one) for one in ("annotation", *_ON_CLAIMS)]
_KIND = DOCUMENTS.c.kind.concat("")
_NOTED = select(DOCUMENTS.c.record_uid, DOCUMENTS.c.article_id, DOCUMENTS.c.kind).where(
    DOCUMENTS.c.article_id.in_(bindparam("numbers", expanding=True)),
    _KIND.in_(_NOTES),
    DOCUMENTS.c.part == 0,
)
# So many articles are read at once, by a statement that is always the same: a list of any length
# would have to be written into it each time.
ARTICLES_AT_ONCE = 32
_NUMBERS = tuple(f"number_{at}" for at in range(ARTICLES_AT_ONCE))
# In code points; a longer text is read for itself, so that few are held at once.
_ORDINARY_LENGTH = 30_000


@dataclass(frozen=True, slots=True)
class Known:
    """An article with its shown text; None for a text that is longer than ordinary.

    `is_noted`: some of its annotations say something of their own, or were checked.
    """

    article: Article
    revision_uid: str
    text: str | None
    is_noted: bool


@dataclass(frozen=True, slots=True)
class Noted:
    """An annotation with what was found of it if it is a claim: rulings, then evidence."""

    annotation: Annotation
    checked: tuple[OnClaim, ...] = ()


@lru_cache(maxsize=8)
def _known(dialect: Dialect) -> tuple[Copier, Prepared]:
    """Return the query for articles with their shown texts, and how its rows become values."""
    copy = copier(ARTICLES, Article)
    text = case((REVISIONS.c.length_cp <= _ORDINARY_LENGTH, REVISIONS.c.text))
    said = DOCUMENTS.alias()
    noted = exists().where(said.c.article_id == ARTICLES.c.id, said.c.kind.concat("").in_(_NOTES))
    query = (
        select(*copy.columns, REVISIONS.c.uid, text, noted)
        .join(DOCUMENTS, DOCUMENTS.c.article_id == ARTICLES.c.id)
        .join(REVISIONS, REVISIONS.c.uid == DOCUMENTS.c.record_uid)
        .where(
            ARTICLES.c.id.in_([bindparam(name) for name in _NUMBERS]),
            _KIND == "text",
            DOCUMENTS.c.part == 0,
        )
    )
    return copy, Prepared(query, dialect)


def known_articles(connection: Connection, numbers: Sequence[int]) -> dict[int, Known]:
    """Return articles with their shown texts, by number; ARTICLES_AT_ONCE at most, one at least.

    Raises ValueError for more or none.
    """
    if not 1 <= len(numbers) <= ARTICLES_AT_ONCE:
        raise ValueError(f"{len(numbers)} articles")
    copy, query = _known(connection.dialect)
    padded = (*numbers, *repeat(numbers[0], ARTICLES_AT_ONCE - len(numbers)))
    bound = dict(zip(_NUMBERS, padded, strict=True))
    known = [Known(copy.value(row), *row[-3:]) for row in query.rows(connection, bound)]
    found = {one.article.id: one for one in known}
    return {number: found[number] for number in numbers if number in found}


def text_of(connection: Connection, known: Known) -> str:
    """Return the text of an article, read now if it is a long one."""
    if known.text is not None:
        return known.text
    return str(connection.scalar(_TEXT, {"uid": known.revision_uid}))


def notes_of(connection: Connection, known: Mapping[int, Known]) -> dict[int, list[Noted]]:
    """Return the annotations of articles that say something or were checked, by number."""
    numbers = [number for number, one in known.items() if one.is_noted]
    if not numbers:
        return {}
    articles: dict[str, int] = {}
    listed: dict[str, list[str]] = {}
    for uid, number, kind in connection.execute(_NOTED, {"numbers": numbers}):
        articles[uid] = number
        listed.setdefault(kind, []).append(uid)
    checked = [
        one
        for kind in _ON_CLAIMS
        if kind in listed
        for one in _checked_where(connection, kind, "uid", listed[kind])
    ]
    articles |= {one.annotation_uid: articles[one.uid] for one in checked}
    uids = {one.annotation_uid for one in checked}.union(listed.get("annotation", ()))
    found: dict[int, list[Noted]] = {}
    for one in _with_checks(annotations_of(connection, sorted(uids)), checked):
        found.setdefault(articles[one.annotation.uid], []).append(one)
    return found


def noted(connection: Connection, annotations: Sequence[Annotation]) -> list[Noted]:
    """Return annotations, claims with all that was found of them."""
    claims = [one.uid for one in annotations if one.tag == "claim"]
    kinds = _ON_CLAIMS if claims else ()
    checked = [
        one for kind in kinds for one in _checked_where(connection, kind, "annotation_uid", claims)
    ]
    return _with_checks(annotations, checked)


def _with_checks(annotations: Iterable[Annotation], checked: Iterable[OnClaim]) -> list[Noted]:
    found: dict[str, list[OnClaim]] = {}
    for one in checked:
        found.setdefault(one.annotation_uid, []).append(one)
    return [Noted(one, _in_order(found.get(one.uid, ()))) for one in annotations]


def _in_order(checked: Iterable[OnClaim]) -> tuple[OnClaim, ...]:
    some = list(checked)
    rulings = sorted((one for one in some if isinstance(one, Ruling)), key=_given)
    return (*rulings, *in_list_order(one for one in some if isinstance(one, Evidence)))


def _given(ruling: Ruling) -> tuple[datetime, str]:
    return ruling.rated_at, ruling.uid


def _checked_where(
    connection: Connection, kind: str, column: str, uids: Sequence[str]
) -> list[OnClaim]:
    table = KINDS[kind].table
    copy = copier(table, KINDS[kind].value)
    found: list[OnClaim] = []
    for part in chunks(uids):
        rows = connection.execute(select(*copy.columns).where(table.c[column].in_(part)))
        found += [copy.value(row) for row in rows]
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
