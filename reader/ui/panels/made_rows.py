"""The rows of a list model (`listing.py`), those on show and those that are being made."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


@dataclass(slots=True, eq=False)
class Row(Generic[Value]):
    """One row: its value, its place in the order, and whether the filter lets it through.

    `folded` keeps the words that the filter searches, folded once they are needed.
    """

    uid: str
    value: Value
    key: tuple[Any, ...] = ()
    wanted: bool = True
    folded: str | None = None


@dataclass(eq=False)
class MadeRows(Generic[Value]):
    """Rows that are being made to be shown.

    `arrangement` tells in which order and by which filter, `late` what was merged into the
    list meanwhile.
    """

    arrangement: int
    rows: dict[str, Row[Value]] = field(default_factory=dict)
    ordered: list[Row[Value]] = field(default_factory=list)
    late: list[tuple[Sequence[tuple[str, Value]], Collection[str]]] = field(default_factory=list)
