"""Two ways to do one thing, run by turns on the same machine; what counts is their ratio.

Seconds tell of the machine, a ratio of two runs side by side tells of the code. Some
targets are no ratios: what a person notices, or what fits into a memory. They are
figures of ours alone, in a unit.
"""

import gc
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

RUNS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """What a work has measured itself, in its benchmark's unit, and counts instead of its time."""

    value: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The unit of a row's figures: its name, and how many of it are in what was measured."""

    name: str
    of_measured: float = 1.0


MS = Scale("ms", 1000)  # measured in seconds
MB = Scale("MB", 1 / 1024**2)  # measured in bytes

# Its time counts, or the Figure that it returns.
Work = Callable[[], object]
Way = Callable[[], AbstractContextManager[Work]]


@dataclass(frozen=True, slots=True)
class Case:
    """Both ways over the same data; no baseline where the target is no ratio.

    Each prepares outside the measured time, yields the work, and clears up after
    it. `differs` names the first thing in which the two results differ, or "".
    """

    baseline: Way | None
    ours: Way
    differs: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One row of the table.

    `target` is the most that `ours / baseline` may be, or that ours may be in
    `scale` where there is no baseline (""); None where the figure is only told.
    `case` lays out data of a size in a folder. `by_hand` names the row that tells what is
    left of the target where nothing of ours has a part in it.
    """

    name: str
    baseline: str
    ours: str
    size: int
    unit: str
    target: float | None
    case: Callable[[Path, int], Case]
    scale: Scale = MS
    by_hand: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The medians of the runs, in seconds or what else was measured."""

    benchmark: Benchmark
    baseline: float | None
    ours: float
    runs: int

    @property
    def figure(self) -> float:
        """What the target speaks of: how many times the baseline, or ours in the row's unit."""
        if self.baseline is None:
            return self.ours * self.benchmark.scale.of_measured
        return self.ours / self.baseline

    @property
    def holds(self) -> bool:
        """Whether the target is met, if there is one."""
        return self.benchmark.target is None or self.figure <= self.benchmark.target


@dataclass(frozen=True, slots=True)
class Contestant:
    """One row of a comparison: what to call it, and one turn of its figures by column."""

    names: tuple[str, ...]
    turn: Callable[[Path], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several programs, or sizes, side by side, without a target.

    `heads` are the columns of the contestants' names, `columns` those of their
    figures with the units.
    """

    title: str
    heads: tuple[str, ...]
    columns: Mapping[str, Scale]
    contestants: tuple[Contestant, ...]


class Different(Exception):
    """The two ways did not do the same, so their times say nothing."""


def measure(benchmark: Benchmark, folder: Path, runs: int = RUNS, size: int = 0) -> Result:
    """Run both by turns and return the medians; raises Different.

    The first turn of each is not counted: it fills caches and loads modules.
    """
    case = benchmark.case(folder, size or benchmark.size)
    times: dict[str, list[float]] = {"baseline": [], "ours": []}
    for turn in range(runs + 1):
        ways = [("baseline", case.baseline), ("ours", case.ours)]
        for name, way in ways if turn % 2 else reversed(ways):
            if way is not None:
                times[name].append(measured(way))
    difference = case.differs()
    if difference:
        raise Different(f"{benchmark.name}: {difference}")
    baseline = median(times["baseline"][1:]) if case.baseline else None
    return Result(benchmark, baseline, median(times["ours"][1:]), runs)


def measured(way: Way) -> float:
    """Return the seconds that the work of one way takes, or what it has measured itself."""
    with way() as work:
        gc.collect()
        start = perf_counter()
        outcome = work()
        took = perf_counter() - start
    return outcome.value if isinstance(outcome, Figure) else took


def compare(comparison: Comparison, folder: Path, runs: int = RUNS) -> list[Mapping[str, float]]:
    """Let all have their turns, and return the medians of each; the first turn is not counted."""
    turns = [
        [contestant.turn(folder) for contestant in comparison.contestants] for _ in range(runs + 1)
    ][1:]
    return [
        {key: median(one[key] for one in own) for key in comparison.columns}
        for own in zip(*turns, strict=True)
    ]
