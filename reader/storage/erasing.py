"""Delete articles for good: the one act that cannot be undone (SEC-14).

Their texts, sources, annotations and all that hangs on them go, and what the record
of changes says of them: its rows stay, so that who did what when is still told, but
without the values before and after. The chain of digests is made anew from the first
of these rows on, and the erasure is recorded itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, and_, bindparam, delete, select, update

from reader.errors import LibraryFailed
from reader.model.change import HANGING, Change
from reader.model.searched import OnClaim
from reader.storage.faults import told
from reader.storage.mapping import KINDS
from reader.storage.queries import (
    ANNOTATIONS,
    ARTICLES,
    REVISIONS,
    annotations_where,
    articles_where,
    chunks,
    dependents,
)
from reader.storage.recording import CHANGES, digest_of, record_erasure
from reader.storage.search.documents import document_of, take_out, text_document

_ROWS_AT_ONCE = {"yield_per": 1000}
# How a snapshot (`snapshots.py`) names what it belongs to.
_REVISION = re.compile('"revision_uid":"([^"]*)"')
_ANNOTATION = re.compile('"(?:annotation_uid|from_uid|to_uid)":"([^"]*)"')


def erase(connection: Connection, article_uids: Sequence[str], change: Change) -> list[str]:
    """Delete those of the articles that are in the trash; return their uids.

    `change` says who does it, and when; it is recorded once for each of them. The
    caller holds the write lock.
    """
    gone: list[str] = []
    for part in chunks(article_uids):
        trashed = and_(ARTICLES.c.uid.in_(part), ARTICLES.c.deleted_at.is_not(None))
        gone += connection.scalars(select(ARTICLES.c.uid).where(trashed)).all()
    if not gone:
        return []
    revisions = set(_uids(connection, REVISIONS.c.article_uid, gone))
    annotations = set(_uids(connection, ANNOTATIONS.c.revision_uid, sorted(revisions)))
    _take_out_of_index(connection, gone)
    hanging = dependents(connection, sorted(annotations))
    for key in HANGING:
        table = KINDS[key].table
        _delete(
            connection, table, [one.uid for one in hanging if isinstance(one, KINDS[key].value)]
        )
    _delete(connection, ARTICLES, gone)
    _blank(connection, frozenset(gone), revisions, annotations)
    record_erasure(connection, change, gone)
    return gone


def leave_no_trace(engine: Engine, name: str) -> None:
    """Take what was deleted out of the log of SQLite, or out of the server's tables.

    In the pages of SQLite it is overwritten already (secure_delete). When another
    window is just reading, the log is emptied at its next turn.
    """
    try:
        with told(name), engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                cursor = connection.connection.cursor()
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                cursor.close()
                return
        with told(name), engine.connect() as connection:
            outside = connection.execution_options(isolation_level="AUTOCOMMIT")
            outside.exec_driver_sql("SET lock_timeout = '5s'")
            for table in (REVISIONS, ANNOTATIONS, ARTICLES, CHANGES):
                outside.exec_driver_sql(f"VACUUM (FULL) {table.name}")
    except LibraryFailed:
        # The rows are gone all the same; the server cleans up behind them in time.
        return


def _take_out_of_index(connection: Connection, article_uids: Sequence[str]) -> None:
    """Take the words of articles, texts, annotations and their checks out of the index."""
    for part in chunks(article_uids):
        for article in articles_where(connection, ARTICLES.c.uid.in_(part)):
            texts = select(REVISIONS.c.uid, REVISIONS.c.text)
            texts = texts.where(REVISIONS.c.article_uid == article.uid)
            documents = [document_of(article, article.id)]
            for uid, text in connection.execute(texts).all():
                documents.append(text_document(uid, article.id, text))
                found = annotations_where(connection, ANNOTATIONS.c.revision_uid == uid)
                hanging = dependents(connection, [one.uid for one in found])
                checked = (one for one in hanging if isinstance(one, OnClaim))
                documents += [document_of(one, article.id) for one in (*found, *checked)]
            take_out(connection, documents)


def _uids(connection: Connection, link: Any, parents: Sequence[str]) -> Iterator[str]:
    for part in chunks(parents):
        yield from connection.scalars(select(link.table.c.uid).where(link.in_(part)))


def _delete(connection: Connection, table: Any, uids: Sequence[str]) -> None:
    for part in chunks(uids):
        connection.execute(delete(table).where(table.c.uid.in_(part)))


def _blank(
    connection: Connection, articles: frozenset[str], revisions: set[str], annotations: set[str]
) -> None:
    """Empty the rows of the record that tell of erased things, also of those deleted before."""
    annotations = annotations | {
        row.record_uid
        for row in _rows(connection, ("annotation",))
        if revisions & _named(_REVISION, row)
    }
    about = {("article", uid) for uid in articles} | {("annotation", uid) for uid in annotations}
    about |= {
        (row.kind, row.record_uid)
        for row in _rows(connection, HANGING)
        if annotations & _named(_ANNOTATION, row)
    }
    emptied = [
        row.sequence
        for row in _rows(connection, ("article", "annotation", *HANGING))
        if (row.kind, row.record_uid) in about
    ]
    for part in chunks(emptied):
        empty = update(CHANGES).where(CHANGES.c.sequence.in_(part))
        connection.execute(empty.values(before=None, after=None))
    if emptied:
        _chain_anew(connection, emptied[0])


def _rows(connection: Connection, kinds: Iterable[str]) -> Iterator[Any]:
    columns = (CHANGES.c.sequence, CHANGES.c.kind, CHANGES.c.record_uid)
    query = select(*columns, CHANGES.c.before, CHANGES.c.after)
    query = query.where(CHANGES.c.kind.in_(list(kinds))).order_by(CHANGES.c.sequence)
    yield from connection.execute(query, execution_options=_ROWS_AT_ONCE)


def _named(pattern: re.Pattern[str], row: Any) -> set[str]:
    return set(pattern.findall(row.before or "")) | set(pattern.findall(row.after or ""))


def _chain_anew(connection: Connection, first: int) -> None:
    """Give every row from a sequence on the digest that follows from the one before."""
    previous = select(CHANGES.c.digest).where(CHANGES.c.sequence < first)
    digest = connection.scalar(previous.order_by(CHANGES.c.sequence.desc()).limit(1)) or ""
    query = select(CHANGES).where(CHANGES.c.sequence >= first).order_by(CHANGES.c.sequence)
    new = []
    for row in connection.execute(query, execution_options=_ROWS_AT_ONCE).mappings():
        digest = digest_of(digest, row)
        new.append({"at_sequence": row["sequence"], "new_digest": digest})
    statement = update(CHANGES).where(CHANGES.c.sequence == bindparam("at_sequence"))
    for part in chunks(new):
        connection.execute(statement.values(digest=bindparam("new_digest")), list(part))
