"""What statistics are counted with: annotations in their articles, joined to more, in groups."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, func, select

from reader.frozen import dataclass
from reader.storage.queries import ANNOTATIONS, ARTICLES, REVISIONS, SHOWN

Condition = ColumnElement[bool]
_LENGTH = ANNOTATIONS.c.end_cp - ANNOTATIONS.c.start_cp


@dataclass(frozen=True, slots=True)
class Source:
    """Annotations in their articles, joined to more, under a condition."""

    joined: FromClause
    condition: Condition


def joined_to(condition: Condition, *more: Table) -> Source:
    """Return annotations in their articles, joined to further tables."""
    joined: FromClause = ANNOTATIONS.join(REVISIONS).join(ARTICLES, SHOWN)
    for table in more:
        joined = joined.join(table)
    return Source(joined, condition)


def chosen(source: Source, *columns: Any) -> Select[Any]:
    """Return a query of these columns."""
    return select(*columns).select_from(source.joined).where(source.condition)


def groups(connection: Connection, source: Source, *by: Any) -> Sequence[Any]:
    """Return groups, each with how many annotations it has and how long they are together."""
    query = chosen(source, *by, func.count(), func.sum(_LENGTH)).group_by(*by)
    return connection.execute(query).all()
