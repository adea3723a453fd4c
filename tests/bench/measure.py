"""Two ways to do one thing, run by turns on the same machine; what counts is their ratio.

Seconds tell of the machine, a ratio of two runs side by side tells of the code.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

RUNS = 7
Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Case:
    """Both ways over the same data.

    Each prepares outside the measured time, yields the work, and clears up after
    it. `differs` names the first thing in which the two results differ, or "".
    """

    baseline: Callable[[], AbstractContextManager[Work]]
    ours: Callable[[], AbstractContextManager[Work]]
    differs: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One row of the table.

    `target` is the most that `ours / baseline` may be; `case` lays out data of a
    size in a folder.
    """

    name: str
    baseline: str
    ours: str
    size: int
    unit: str
    target: float
    case: Callable[[Path, int], Case]


@dataclass(frozen=True, slots=True)
class Result:
    """The medians of the runs, in seconds."""

    benchmark: Benchmark
    baseline: float
    ours: float
    runs: int

    @property
    def ratio(self) -> float:
        """How many times the baseline's time ours takes."""
        return self.ours / self.baseline

    @property
    def holds(self) -> bool:
        """Whether the target is met."""
        return self.ratio <= self.benchmark.target


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
            times[name].append(timed(way))
    difference = case.differs()
    if difference:
        raise Different(f"{benchmark.name}: {difference}")
    return Result(benchmark, median(times["baseline"][1:]), median(times["ours"][1:]), runs)


def timed(way: Callable[[], AbstractContextManager[Work]]) -> float:
    """Return the seconds that the work of one way takes."""
    with way() as work:
        gc.collect()
        start = perf_counter()
        work()
        return perf_counter() - start


def table(results: Iterable[Result]) -> Iterator[str]:
    """Return the lines of a Markdown table."""
    yield "| what | size | by hand | ours | by hand, ms | ours, ms | ratio | at most | |"
    yield "|---|---:|---|---|---:|---:|---:|---:|---|"
    for result in results:
        one = result.benchmark
        yield (
            f"| {one.name} | {one.size:,} {one.unit} | {one.baseline} | {one.ours} "
            f"| {result.baseline * 1000:,.1f} | {result.ours * 1000:,.1f} "
            f"| {result.ratio:.2f} | {one.target:g} | {'holds' if result.holds else '**fails**'} |"
        )
