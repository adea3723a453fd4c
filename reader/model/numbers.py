"""Statistics of a selection of articles: what is counted, as values."""

from collections.abc import Iterable
from dataclasses import field

from reader.frozen import dataclass
from reader.label import Label


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """One line of a table: what is counted, how many, and in which colour, "" for the common one.

    `key` is what the database holds, "" for "not set". `measure` is a second number where the
    table has one: of quotes, their length in code points; of numbers, their sum.
    """

    key: str
    label: Label
    count: int
    measure: float = 0
    colour: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberTable:
    """One thing that is counted; `bars` in the order in which they are shown.

    `measured` says what `Bar.measure` is, None where there is none. `in_time` tells that
    the bars follow each other in time.
    """

    key: str
    label: Label
    bars: tuple[Bar, ...]
    measured: Label | None = None
    in_time: bool = False

    @property
    def total(self) -> int:
        """Return the sum of all counts."""
        return sum(one.count for one in self.bars)


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbers:
    """The statistics of some articles: of their shown texts, without what lost its place."""

    articles: int = 0
    annotations: int = 0
    tables: tuple[NumberTable, ...] = field(default=())

    def table(self, key: str) -> NumberTable | None:
        """Return a table by its key, None where nothing is counted in it."""
        return next((one for one in self.tables if one.key == key), None)


def in_order(bars: Iterable[Bar]) -> tuple[Bar, ...]:
    """Return the most first, then by name, so that equal numbers stand alike everywhere."""
    return tuple(sorted(bars, key=lambda one: (-one.count, one.label.ar, one.key)))
