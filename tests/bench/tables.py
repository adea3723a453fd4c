"""The page of the results, in Markdown."""

import os
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import qVersion

from reader.storage.driver import sqlite_driver
from tests.bench.interpreter import screen
from tests.bench.measure import RUNS, Comparison, Result, Scale

Compared = tuple[Comparison, Sequence[Mapping[str, float]]]


def report(results: Sequence[Result], compared: Sequence[Compared] = ()) -> str:
    """Return the page of the results."""
    rows = "\n".join(table(results))
    sides = "".join(
        f"\n## {one.title}\n\n{chr(10).join(side(one, its))}\n" for one, its in compared
    )
    return f"""# Benchmarks

Written by `make bench`. Each row does one thing twice, with hand-written code and with Hashiya,
{RUNS} times by turns on the same data, and compares the medians after making sure that both had the
same result. The ratio counts; milliseconds and megabytes are those of one machine:
{machine()}.

Rows of the window measure the real program on a library in a file, in an interpreter of its own for
every turn. A start is measured from the outside, from the call to the end of a process that ends
itself once it has painted. Memory is what the process holds (RSS): shared libraries count in full,
so the figure does not depend on what else runs, and is more than the program alone costs.

{rows}
{"".join(f"{chr(10)}{reason}" for reason in reasons(results))}{sides}"""


def machine() -> str:
    """Return what the figures depend on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return (
        f"{processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} "
        f"{platform.release().split('-')[0]}, Python {platform.python_version()}, "
        f"Qt {qVersion()} ({screen()}), SQLite {sqlite_driver().module.sqlite_version}"
    )


def processor() -> str:
    """Return what the processor calls itself."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if platform.system() == "Linux" else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def table(results: Iterable[Result]) -> Iterator[str]:
    """Return the lines of the table of targets."""
    yield "| what | size | against | ours | against | ours | ratio | at most | |"
    yield "|---|---:|---|---|---:|---:|---:|---:|---|"
    for result in results:
        one = result.benchmark
        baseline = "" if result.baseline is None else shown(result.baseline, one.scale)
        ratio = "" if result.baseline is None else told(result.figure)
        yield (
            f"| {one.name} | {one.size:,} {one.unit} | {one.baseline} | {one.ours} "
            f"| {baseline} | {shown(result.ours, one.scale)} | {ratio} | {target(result)} "
            f"| {verdict(result)} |"
        )


def reasons(results: Sequence[Result]) -> Iterator[str]:
    """Tell of each target that does not hold what the same takes by hand, as it was measured."""
    rows = {result.benchmark.name: result for result in results}
    for result in results:
        one, by_hand = result.benchmark, rows.get(result.benchmark.by_hand)
        if result.holds or by_hand is None or one.target is None:
            continue
        floor = by_hand.figure
        if result.baseline is None and by_hand.baseline is not None:
            floor = by_hand.baseline * one.scale.of_measured
        takes = f"{floor:.1f} {one.scale.name}" if result.baseline is None else told(floor)
        out = "no code of ours could hold it here" if floor > one.target else "the rest is ours"
        yield (
            f"- {one.name}, {one.size:,} {one.unit}: at most {target(result)}; by hand it takes "
            f"{takes} ({by_hand.benchmark.name}), so {out}.\n"
        )


def side(comparison: Comparison, figures: Sequence[Mapping[str, float]]) -> Iterator[str]:
    """Return the lines of the table of a comparison."""
    heads = [f"{key}, {scale.name}" for key, scale in comparison.columns.items()]
    yield f"| {' | '.join((*comparison.heads, *heads))} |"
    yield f"|{'---|' * len(comparison.heads)}{'---:|' * len(heads)}"
    for contestant, its in zip(comparison.contestants, figures, strict=True):
        cells = (
            f"{its[key] * scale.of_measured:,.1f}" for key, scale in comparison.columns.items()
        )
        yield f"| {' | '.join((*contestant.names, *cells))} |"


def shown(value: float, scale: Scale) -> str:
    """Return a measured value in its unit."""
    return f"{value * scale.of_measured:,.1f} {scale.name}"


def told(ratio: float) -> str:
    """Return a ratio with the digits that tell it from its target."""
    return f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.4f}"


def target(result: Result) -> str:
    """Return what may not be exceeded: a ratio, or a figure in a unit."""
    one = result.benchmark
    if one.target is None:
        return ""
    return f"{one.target:g}" if result.baseline is not None else f"{one.target:g} {one.scale.name}"


def verdict(result: Result) -> str:
    """Say whether the target is met."""
    if result.benchmark.target is None:
        return "told"
    return "holds" if result.holds else "**fails**"
