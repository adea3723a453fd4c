"""Column types and small parts that the tables share."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, Dialect, Text, TypeDecorator
from sqlalchemy.types import TypeEngine

from reader.model.vocabulary import Choice


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC, to the microsecond; values go in and come out aware.

    SQLite has no type for moments: there it is ISO 8601 with its offset, which any
    tool can read, sort and compare. A list of many annotations spends a good part
    of its time here, so the way out is one call.
    """

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return what the database itself keeps."""
        is_sqlite = dialect.name == "sqlite"
        return dialect.type_descriptor(Text() if is_sqlite else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Move a moment to UTC on the way in."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        is_sqlite = dialect.name == "sqlite"
        return moment.isoformat(timespec="microseconds") if is_sqlite else moment

    def result_processor(self, dialect: Dialect, _coltype: object) -> Callable[[Any], Any]:
        """Return what reads a moment, in UTC, on the way out."""
        return _from_text if dialect.name == "sqlite" else _from_server


def _from_text(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


def _from_server(value: datetime | None) -> datetime | None:
    return None if value is None else value.astimezone(UTC)


def one_of(
    column: str, choices: Iterable[Choice | str], *, may_be_empty: bool = False
) -> CheckConstraint:
    """Return the rule that a column holds a key of a closed list, or "" where that is allowed.

    The keys stay readable in the constraint's `info`, so that a value can be
    refused by name before the database refuses it without one.
    """
    keys = [choice.key if isinstance(choice, Choice) else choice for choice in choices]
    if may_be_empty:
        keys.insert(0, "")
    listed = ", ".join(f"'{key}'" for key in keys)
    return CheckConstraint(
        f"{column} IN ({listed})", name=column, info={"column": column, "keys": tuple(keys)}
    )
