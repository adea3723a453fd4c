"""Keep the index of words as the library is, in the same transaction as what changes it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, exists, select, true

from reader.model.annotation import FIELDS_OF_TAG, Annotation
from reader.model.article import Article, Revision
from reader.model.change import Edit, Record
from reader.model.claim import Evidence, Ruling
from reader.model.searched import SEARCHED, OnClaim, Searched, searched_texts
from reader.model.subject import Subject
from reader.storage.mapping import KINDS, TABLE_OF_FIELDS
from reader.storage.queries import (
    ANNOTATIONS,
    ARTICLES,
    REVISIONS,
    SHOWN,
    SUBJECT_NAMES,
    SUBJECTS,
    chunks,
)
from reader.storage.search.documents import (
    KIND_OF,
    Document,
    article_ids,
    article_ids_of_claims,
    document_of,
    put_in,
    take_out,
    text_document,
)
from reader.storage.search.index import DOCUMENTS, make_anew, suits
from reader.text.terms import terms_of

# So much text is read at once: texts, and code points in them unless one alone is longer.
_TEXTS_AT_ONCE = 200
_LENGTH_AT_ONCE = 1_000_000

_ON_CLAIMS: Mapping[str, Table] = {key: KINDS[key].table for key in ("ruling", "evidence")}
_TABLES: Mapping[type, Table] = {
    Article: ARTICLES,
    Annotation: ANNOTATIONS,
    Subject: SUBJECTS,
    Ruling: _ON_CLAIMS["ruling"],
    Evidence: _ON_CLAIMS["evidence"],
}
_SUBJECT_UIDS = select(SUBJECTS.c.uid)


def follow(connection: Connection, edits: Iterable[Edit]) -> None:
    """Let the index follow edits that were carried out."""
    ends: dict[str, tuple[Record | None, Record | None]] = {}
    for one in edits:
        first = ends[one.uid][0] if one.uid in ends else one.before
        ends[one.uid] = (first, one.after)
    gone = [_searched(before) for before, after in ends.values() if _differ(before, after)]
    new = [_searched(after) for before, after in ends.values() if _differ(before, after)]
    if gone or new:
        records = [one for one in (*gone, *new) if one is not None]
        articles = _articles_of(connection, records)
        take_out(connection, list(_documents(gone, articles)))
        put_in(connection, _documents(new, articles))


def add_article(connection: Connection, article: Article, revision: Revision) -> None:
    """Put an article and its text into the index."""
    text = text_document(revision.uid, article.id, revision.text)
    put_in(connection, (text, document_of(article, article.id)))


def follow_text(
    connection: Connection, article_id: int, before: Revision | None, after: Revision | None
) -> None:
    """Let the index follow an article of which another text is shown, or none."""
    if before is not None:
        take_out(connection, [text_document(before.uid, article_id, before.text)])
    if after is not None:
        put_in(connection, [text_document(after.uid, article_id, after.text)])


def prepare(connection: Connection) -> None:
    """Fill an index that is still empty, and make one anew that this SQLite cannot use."""
    filled = connection.scalar(select(exists().select_from(DOCUMENTS).where(true())))
    held = (select(exists().select_from(one).where(true())) for one in (ARTICLES, SUBJECTS))
    if (not filled and any(map(connection.scalar, held))) or not suits(connection):
        rebuild(connection)


def rebuild(connection: Connection) -> None:
    """Make the index anew from what the library holds."""
    make_anew(connection)
    for documents in all_documents(connection):
        put_in(connection, documents)


def all_documents(connection: Connection) -> Iterator[list[Document]]:
    """Yield what the index should hold, some documents at a time."""
    for revisions in _shown_texts(connection):
        query = select(REVISIONS.c.uid, REVISIONS.c.text).where(REVISIONS.c.uid.in_(revisions))
        rows = connection.execute(query).all()
        yield [text_document(row.uid, revisions[row.uid], row.text) for row in rows]
    articles = {
        row.uid: row.id for row in connection.execute(select(ARTICLES.c.uid, ARTICLES.c.id))
    }
    yield from _spoken(connection, "head", articles)
    query = select(ANNOTATIONS.c.uid, ARTICLES.c.id).select_from(
        ANNOTATIONS.join(REVISIONS, REVISIONS.c.uid == ANNOTATIONS.c.revision_uid).join(
            ARTICLES, ARTICLES.c.uid == REVISIONS.c.article_uid
        )
    )
    annotations = {row.uid: row.id for row in connection.execute(query)}
    yield from _spoken(connection, "annotation", annotations)
    yield from _spoken(connection, "subject", dict.fromkeys(connection.scalars(_SUBJECT_UIDS)))
    for kind, table in _ON_CLAIMS.items():
        rows = connection.execute(select(table.c.uid, table.c.annotation_uid)).all()
        claims = {uid: annotations[claim] for uid, claim in rows if claim in annotations}
        yield from _spoken(connection, kind, claims)


def _spoken(
    connection: Connection, kind: str, articles: Mapping[str, int | None]
) -> Iterator[list[Document]]:
    """Yield the documents of a kind, given by uid with the numbers of their articles.

    Only the words are read: what else is wrong with a row does not matter here.
    """
    for uids in chunks(list(articles)):
        texts: dict[str, list[str]] = {}
        for key, columns in _sources()[kind]:
            for row in connection.execute(select(key, *columns).where(key.in_(uids))):
                texts.setdefault(row[0], []).extend(row[1:])
        yield [Document(kind, uid, articles[uid], terms_of(*some)) for uid, some in texts.items()]


@cache
def _sources() -> Mapping[str, list[tuple[Any, list[Any]]]]:
    """Return, for each kind of document, where its words stand: a uid and columns of texts."""
    columns: dict[tuple[str, Table], list[Any]] = {}
    for field in SEARCHED:
        table = _TABLES[field.record]
        if field.tag:
            table = TABLE_OF_FIELDS[FIELDS_OF_TAG[field.tag]]
        if field.attribute in table.c:
            columns.setdefault((KIND_OF[field.record], table), []).append(table.c[field.attribute])
    columns["subject", SUBJECT_NAMES] = [SUBJECT_NAMES.c.name]
    found: dict[str, list[tuple[Any, list[Any]]]] = {}
    for (kind, table), some in columns.items():
        found.setdefault(kind, []).append((_uid_of(table), some))
    return found


def _uid_of(table: Table) -> Any:
    return table.c.uid if "uid" in table.c else table.c[0]


def _shown_texts(connection: Connection) -> Iterator[dict[str, int]]:
    """Yield the shown text of each article with the article's number, not too much at once."""
    query = (
        select(REVISIONS.c.uid, ARTICLES.c.id, REVISIONS.c.length_cp)
        .join(ARTICLES, SHOWN)
        .order_by(ARTICLES.c.id)
    )
    part: dict[str, int] = {}
    length = 0
    for uid, number, length_cp in connection.execute(query).all():
        part[uid] = number
        length += length_cp
        if length >= _LENGTH_AT_ONCE or len(part) >= _TEXTS_AT_ONCE:
            yield part
            part, length = {}, 0
    if part:
        yield part


def _searched(record: Record | None) -> Searched | None:
    return record if isinstance(record, Searched) else None


def _differ(before: Record | None, after: Record | None) -> bool:
    """Tell whether the words of a record changed that a search looks through."""
    return _texts(before) != _texts(after)


def _texts(record: Record | None) -> list[tuple[object, str]]:
    searched = _searched(record)
    return [] if searched is None else list(searched_texts(searched))


def _articles_of(connection: Connection, records: Sequence[Searched]) -> dict[str, int]:
    """Return the numbers of articles by the uid of their text, or of a claim in it."""
    texts = [one.revision_uid for one in records if isinstance(one, Annotation)]
    claims = [one.annotation_uid for one in records if isinstance(one, OnClaim)]
    found = article_ids(connection, texts) if texts else {}
    return found | (article_ids_of_claims(connection, claims) if claims else {})


def _documents(records: Iterable[Searched | None], articles: dict[str, int]) -> Iterator[Document]:
    for one in records:
        if isinstance(one, Annotation):
            yield document_of(one, articles[one.revision_uid])
        elif isinstance(one, OnClaim):
            # A claim that has gone in the same act has no number any more, and needs none.
            yield document_of(one, articles.get(one.annotation_uid))
        elif one is not None:
            yield document_of(one, one.id if isinstance(one, Article) else None)
