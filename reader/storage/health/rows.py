"""What holds for rows without their texts: ties, identities, versions, times, fields."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    Connection,
    ForeignKeyConstraint,
    String,
    Table,
    and_,
    cast,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
    union_all,
)

from reader.model.annotation import FIELDS_OF_TAG
from reader.model.identity import now
from reader.storage.health.checks import Found
from reader.storage.mapping import KINDS, TABLE_OF_FIELDS
from reader.storage.queries import ANNOTATIONS, ANNOTATORS, ARTICLES, REVISIONS
from reader.storage.schema import Row
from reader.storage.types import UtcDateTime

# Before there was a program, and after the wrongest clock that still is one.
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(days=2)
# How SQLAlchemy writes a moment into SQLite.
_MOMENT = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9]*"


def look_at_rows(connection: Connection) -> Iterator[Found]:
    """Yield rows that contradict each other or themselves."""
    for table in Row.metadata.sorted_tables:
        yield from _dangling(connection, table)
        yield from _versions(connection, table)
        yield from _times(connection, table)
    yield from _shared_uids(connection)
    yield from _articles_without_text(connection)
    yield from _fields_of_other_tags(connection)


def _name(table: Table, keys: tuple[object, ...]) -> str:
    return " ".join((table.name, *map(str, keys)))


def _dangling(connection: Connection, table: Table) -> Iterator[Found]:
    key = table.primary_key.columns
    for constraint in table.constraints:
        if not isinstance(constraint, ForeignKeyConstraint):
            continue
        parent = constraint.referred_table.alias()
        pairs = [(one.parent, parent.c[one.column.name]) for one in constraint.elements]
        there = exists().where(and_(*(child == held for child, held in pairs)))
        set_at_all = and_(*(child.is_not(None) for child, _ in pairs))
        for row in connection.execute(select(*key).where(set_at_all, not_(there))):
            yield "references", f"{_name(table, tuple(row))} → {constraint.referred_table.name}"


def _versions(connection: Connection, table: Table) -> Iterator[Found]:
    if "version" not in table.c:
        return
    query = select(*table.primary_key.columns).where(
        or_(table.c.version.is_(None), table.c.version < 1)
    )
    for row in connection.execute(query):
        yield "versions", _name(table, tuple(row))


def _times(connection: Connection, table: Table) -> Iterator[Found]:
    for column in table.columns:
        if not isinstance(column.type, UtcDateTime):
            continue
        wrong = or_(column < _EARLIEST, column > now() + _AHEAD)
        if connection.dialect.name == "sqlite":
            text = cast(column, String)
            wrong = or_(wrong, not_(text.op("GLOB")(_MOMENT)))
        query = select(*table.primary_key.columns).where(column.is_not(None), wrong)
        for row in connection.execute(query):
            yield "times", f"{_name(table, tuple(row))} {column.name}"


def _shared_uids(connection: Connection) -> Iterator[Found]:
    tables = [kind.table for kind in KINDS.values()] + [REVISIONS, ANNOTATORS]
    every = union_all(*(select(table.c.uid, literal(table.name).label("t")) for table in tables))
    each = every.subquery()
    query = select(each.c.uid).group_by(each.c.uid).having(func.count() > 1)
    for (uid,) in connection.execute(query):
        yield "uids", str(uid)


def _articles_without_text(connection: Connection) -> Iterator[Found]:
    there = exists().where(REVISIONS.c.article_uid == ARTICLES.c.uid)
    for (uid,) in connection.execute(select(ARTICLES.c.uid).where(not_(there))):
        yield "revisions", f"articles {uid}"


def _fields_of_other_tags(connection: Connection) -> Iterator[Found]:
    for tag, cls in FIELDS_OF_TAG.items():
        table = TABLE_OF_FIELDS[cls]
        query = select(ANNOTATIONS.c.uid).join(table).where(ANNOTATIONS.c.tag != tag)
        for (uid,) in connection.execute(query):
            yield "fields", f"{table.name} {uid}"
