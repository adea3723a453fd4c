"""What every new library begins with: the built-in tags and the verdict scales."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from reader.model.shipped_scales import shipped_scales
from reader.model.tags import TAGS
from reader.storage.mapping import row_of, table_of
from reader.storage.scales import LABELS, SCALES, step_rows
from reader.storage.schema import TagRow

_TAGS = table_of(TagRow)


def seed(connection: Connection) -> None:
    """Add the built-in tags and the shipped scales that the library has not; change none."""
    _add(connection, _TAGS, (row_of(_TAGS, one) for one in TAGS))
    scales = shipped_scales()
    new = _add(connection, SCALES, (row_of(SCALES, one) for one in scales))
    steps = [row for one in scales if one.key in new for row in step_rows(one)]
    if steps:
        connection.execute(insert(LABELS), steps)


def _add(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> frozenset[str]:
    """Insert the rows whose key is new; return those keys."""
    known = set(connection.scalars(select(table.c.key)))
    new = [row for row in rows if row["key"] not in known]
    if new:
        connection.execute(insert(table), new)
    return frozenset(row["key"] for row in new)
