"""What holds for rows without their texts: ties, identities, versions, times, fields."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    exists,
    func,
    literal_column,
    not_,
    or_,
    select,
    union_all,
)

from reader.model.annotation import FIELDS_OF_TAG
from reader.model.identity import now
from reader.storage.codebook import OWN_FIELDS, OWN_VALUES
from reader.storage.health.checks import Found
from reader.storage.mapping import KINDS, TABLE_OF_FIELDS
from reader.storage.queries import ANNOTATIONS, ANNOTATORS, ARTICLES, REVISIONS, SHOWN
from reader.storage.schema import Row
from reader.storage.types import UtcDateTime

# Before there was a program, and after the wrongest clock that still is one.
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(days=2)
# How `UtcDateTime` writes a moment into SQLite.
_MOMENT = (
    "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]"
    ".[0-9][0-9][0-9][0-9][0-9][0-9]+00:00"
)


def ties(connection: Connection) -> Iterator[Found]:
    """Yield rows that point to a row which is not there."""
    for query, target in _ties():
        for row in connection.execute(query):
            yield "references", f"{' '.join(map(str, row))} → {target}"


def versions(connection: Connection) -> Iterator[Found]:
    """Yield rows whose version counts nothing."""
    for query in _wrong_versions():
        for row in connection.execute(query):
            yield "versions", " ".join(map(str, row))


def times(connection: Connection) -> Iterator[Found]:
    """Yield rows with a moment that cannot be, or in a form that nobody writes."""
    bounds = {"earliest": _EARLIEST, "latest": now() + _AHEAD}
    for query in _wrong_times(connection.dialect.name):
        for row in connection.execute(query, bounds):
            yield "times", " ".join(map(str, row))


def identities(connection: Connection) -> Iterator[Found]:
    """Yield uids that two things share."""
    known_by: list[ColumnElement[str]] = [kind.uid.label("uid") for kind in KINDS.values()]
    known_by += [REVISIONS.c.uid, ANNOTATORS.c.uid]
    every = union_all(*map(select, known_by)).subquery()
    query = select(every.c.uid).group_by(every.c.uid).having(func.count() > 1)
    for (uid,) in connection.execute(query):
        yield "uids", str(uid)


def articles(connection: Connection) -> Iterator[Found]:
    """Yield articles without the text that they show."""
    there = exists().where(SHOWN)
    for (uid,) in connection.execute(select(ARTICLES.c.uid).where(not_(there))):
        yield "revisions", f"articles {uid}"


def typed_fields(connection: Connection) -> Iterator[Found]:
    """Yield annotations that have a row in the table of another tag."""
    for tag, cls in FIELDS_OF_TAG.items():
        table = TABLE_OF_FIELDS[cls]
        query = select(ANNOTATIONS.c.uid).join(table).where(ANNOTATIONS.c.tag != tag)
        for (uid,) in connection.execute(query):
            yield "fields", f"{table.name} {uid}"
    filled = ANNOTATIONS.join(OWN_VALUES).join(OWN_FIELDS)
    of_others = select(ANNOTATIONS.c.uid).select_from(filled)
    for (uid,) in connection.execute(of_others.where(ANNOTATIONS.c.tag != OWN_FIELDS.c.tag)):
        yield "fields", f"{OWN_VALUES.name} {uid}"


def _rows_of(table: Table) -> Select[Any]:
    """Return a query of what to call each row: its table and its key."""
    return select(literal_column(f"'{table.name}'"), *table.primary_key.columns)


@cache
def _ties() -> tuple[tuple[Select[Any], str], ...]:
    """Return for each foreign key the rows that it leads nowhere from, and where it should lead."""
    found = []
    for table in Row.metadata.sorted_tables:
        for constraint in table.foreign_key_constraints:
            parent: FromClause = constraint.referred_table
            if parent is table:
                parent = parent.alias()
            pairs = [(one.parent, parent.c[one.column.name]) for one in constraint.elements]
            there = exists().where(and_(*(child == held for child, held in pairs)))
            is_set = and_(*(child.is_not(None) for child, _ in pairs))
            query = _rows_of(table).where(is_set, not_(there))
            found.append((query, constraint.referred_table.name))
    return tuple(found)


@cache
def _wrong_versions() -> tuple[Select[Any], ...]:
    tables = [table for table in Row.metadata.sorted_tables if "version" in table.c]
    return tuple(
        _rows_of(table).where(or_(table.c.version.is_(None), table.c.version < 1))
        for table in tables
    )


@cache
def _wrong_times(dialect: str) -> tuple[Select[Any], ...]:
    found = []
    for table in Row.metadata.sorted_tables:
        moments = [column for column in table.columns if isinstance(column.type, UtcDateTime)]
        wrong = [one < bindparam("earliest", type_=one.type) for one in moments]
        wrong += [one > bindparam("latest", type_=one.type) for one in moments]
        if dialect == "sqlite":
            wrong += [cast(one, Text).bool_op("NOT GLOB")(_MOMENT) for one in moments]
        if wrong:
            found.append(_rows_of(table).where(or_(*wrong)))
    return tuple(found)
