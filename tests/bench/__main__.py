"""Measure all, or those whose names are given in part, and write `docs/benchmarks.md`."""

import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.storage.engine import sqlite_driver
from tests.bench.bulk_insert import BULK_INSERT
from tests.bench.csv_export import CSV_EXPORT
from tests.bench.measure import RUNS, Benchmark, Result, measure, table

BENCHMARKS = (BULK_INSERT, CSV_EXPORT)
REPORT = Path(__file__).parents[2] / "docs" / "benchmarks.md"


def report(results: Sequence[Result]) -> str:
    """Return the page of the results."""
    lines = "\n".join(table(results))
    return f"""# Benchmarks

Written by `make bench`. Each row does one thing twice, with hand-written code and with Hashiya,
{RUNS} times by turns on the same data, and compares the medians after making sure that both had the
same result. The ratio counts; the milliseconds are those of one machine ({machine()}).

{lines}
"""


def machine() -> str:
    """Return what the figures depend on."""
    sqlite = sqlite_driver().module.sqlite_version
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, SQLite {sqlite}"
    )


def run(benchmarks: Sequence[Benchmark]) -> list[Result]:
    """Measure benchmarks one after the other, each in a folder of its own."""
    results = []
    for benchmark in benchmarks:
        with TemporaryDirectory() as folder:
            results.append(measure(benchmark, Path(folder)))
        print(f"{benchmark.name}: {results[-1].ratio:.2f} of {benchmark.target:g}", flush=True)
    return results


def main(names: Sequence[str]) -> int:
    """Return 0 when every target is met; only a whole run is written down."""
    wanted = [one for one in BENCHMARKS if not names or any(name in one.name for name in names)]
    results = run(wanted)
    if wanted == list(BENCHMARKS):
        REPORT.write_text(report(results), encoding="utf-8")
    print("\n".join(table(results)))
    return 0 if all(result.holds for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
