"""Column types and small parts that the tables share."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, Dialect, TypeDecorator

from reader.model.vocabulary import Choice


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC, to the microsecond.

    PostgreSQL keeps the zone; SQLite has none, so there the text is UTC without
    a mark. Values go in and come out aware.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Move a moment to UTC on the way in."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> datetime | None:
        """Mark a moment as UTC on the way out."""
        if value is None:
            return None
        aware: datetime = value if value.tzinfo else value.replace(tzinfo=UTC)
        return aware.astimezone(UTC)


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
