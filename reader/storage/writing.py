"""Edits become rows: each checked against what the library holds, none by force.

The caller holds the write lock and one transaction; whatever is raised here
rolls all of it back.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import (
    Connection,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from reader.errors import StaleEdit
from reader.model.annotation import Annotation
from reader.model.article import Article, ImportedArticle
from reader.model.change import Edit
from reader.storage.known import Known
from reader.storage.mapping import KINDS, Kind, row_of, uid_of
from reader.storage.parts import write_parts
from reader.storage.queries import ARTICLES, REVISIONS, chunks, records

_FOREIGN_KEY_VIOLATION = "23503"


def write(connection: Connection, edits: Sequence[Edit], known: Known) -> None:
    """Carry out edits in their order, neighbours of one sort in one go.

    Raises StaleEdit, BadSpan, BadValue and UnknownTag.
    """
    for (key, act), part in _parts_of(edits):
        kind = KINDS[key]
        for one in part:
            if isinstance(one.after, Annotation):
                known.check(connection, one.after)
        _refuse_stale(connection, kind, part)
        try:
            _STEPS[act](connection, kind, part)
        except IntegrityError as error:
            if not _is_dangling(error):
                raise
            # What it points to is gone, or what is to be deleted is pointed to.
            first = part[0]
            raise StaleEdit(kind=kind.label, ours=first.after, theirs=first.before) from error


def _parts_of(edits: Sequence[Edit]) -> Iterator[tuple[tuple[str, str], list[Edit]]]:
    """Yield runs of edits of one sort, each of another record, so that later ones see earlier."""
    for sort, group in groupby(edits, _sort_of):
        part: dict[str, Edit] = {}
        for one in group:
            if one.uid in part:
                yield sort, list(part.values())
                part = {}
            part[one.uid] = one
        yield sort, list(part.values())


def insert_article(connection: Connection, imported: ImportedArticle) -> Article:
    """Insert an article with its text and its bytes; return it with its number. Raises BadValue."""
    row = row_of(ARTICLES, imported.article)
    del row["id"]  # the library gives it
    number = connection.execute(insert(ARTICLES).returning(ARTICLES.c.id), row).scalar_one()
    text = imported.revision
    more = {"length_cp": len(text.text), "source": imported.source}
    connection.execute(insert(REVISIONS), row_of(REVISIONS, text, **more))
    write_parts(connection, [Edit(None, imported.article)])
    return replace(imported.article, id=number)


def _sort_of(edit: Edit) -> tuple[str, str]:
    act = "insert" if edit.before is None else "delete" if edit.after is None else "update"
    if edit.kind == "article" and act != "update":
        raise ValueError("articles come by an import and go to the trash")
    return edit.kind, act


def _is_dangling(error: IntegrityError) -> bool:
    state = getattr(error.orig, "sqlstate", None)
    return state == _FOREIGN_KEY_VIOLATION or "FOREIGN KEY" in str(error.orig)


def _insert(connection: Connection, kind: Kind, edits: Sequence[Edit]) -> None:
    values = [one.after for one in edits if one.after is not None]
    connection.execute(_insert_into(kind.table), [row_of(kind.table, one) for one in values])
    write_parts(connection, edits)


def _update(connection: Connection, kind: Kind, edits: Sequence[Edit]) -> None:
    rows = [row_of(kind.table, one.after) | {"held_uid": one.uid} for one in edits]
    connection.execute(_update_of(kind.table), rows)
    write_parts(connection, edits)


def _delete(connection: Connection, kind: Kind, edits: Sequence[Edit]) -> None:
    connection.execute(_delete_from(kind.table), [{"held_uid": one.uid} for one in edits])


_STEPS: Mapping[str, Callable[[Connection, Kind, Sequence[Edit]], None]] = {
    "insert": _insert,
    "update": _update,
    "delete": _delete,
}


@cache
def _update_of(table: Table) -> Update:
    columns = [one.key for one in table.columns if one.key not in ("uid", "id")]
    statement = update(table).where(uid_of(table) == bindparam("held_uid"))
    return statement.values({key: bindparam(key) for key in columns})


@cache
def _delete_from(table: Table) -> Delete:
    return delete(table).where(uid_of(table) == bindparam("held_uid"))


@cache
def _versions_in(table: Table) -> Select[Any]:
    known_by = uid_of(table)
    found = known_by.in_(bindparam("uids", expanding=True))
    return select(known_by.label("uid"), table.c.version).where(found).with_for_update()


@cache
def _insert_into(table: Table) -> Insert:
    return insert(table)


def _refuse_stale(connection: Connection, kind: Kind, edits: Sequence[Edit]) -> None:
    """Refuse an edit that was not made from what the library holds.

    On a server the rows stay locked until the end of the transaction, also
    against programs that are not ours.
    """
    held = _held_versions(connection, kind.table, [one.uid for one in edits])
    for one in edits:
        if held.get(one.uid) != (one.before.version if one.before is not None else None):
            theirs = records(connection, kind.key, [one.uid]).get(one.uid)
            raise StaleEdit(kind=kind.label, ours=one.after, theirs=theirs)


def _held_versions(connection: Connection, table: Table, uids: Sequence[str]) -> dict[str, int]:
    held: dict[str, int] = {}
    for part in chunks(uids):
        rows = connection.execute(_versions_in(table), {"uids": part})
        held |= {row.uid: row.version for row in rows}
    return held
