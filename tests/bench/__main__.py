"""Measure all, or those whose names are given in part, and write `docs/benchmarks.md`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.beside import highlights, widgets
from tests.bench.bulk_insert import BULK_INSERT
from tests.bench.csv_export import CSV_EXPORT
from tests.bench.import_articles import IMPORT_ARTICLES
from tests.bench.measure import Benchmark, Comparison, Result, compare, measure
from tests.bench.page import PAGE
from tests.bench.read_annotations import READ_ANNOTATIONS
from tests.bench.search_articles import SEARCH_ARTICLES
from tests.bench.similar_claims import SIMILAR_CLAIMS
from tests.bench.start_up import START_UP
from tests.bench.tables import Compared, report, shown, side, table, target, told
from tests.bench.typed_search import TYPED_SEARCH
from tests.bench.xlsx_export import XLSX_EXPORT

BENCHMARKS: tuple[Benchmark, ...] = (
    BULK_INSERT,
    CSV_EXPORT,
    *XLSX_EXPORT,
    READ_ANNOTATIONS,
    IMPORT_ARTICLES,
    *SEARCH_ARTICLES,
    *TYPED_SEARCH,
    SIMILAR_CLAIMS,
    *START_UP,
    *PAGE,
)
COMPARISONS: tuple[Comparison, ...] = (widgets(), highlights())
REPORT = Path(__file__).parents[2] / "docs" / "benchmarks.md"


def run(benchmarks: Sequence[Benchmark]) -> list[Result]:
    """Measure benchmarks one after the other, each in a folder of its own."""
    results = []
    for benchmark in benchmarks:
        with TemporaryDirectory() as folder:
            results.append(measure(benchmark, Path(folder)))
        print(line(results[-1]), flush=True)
    return results


def line(result: Result) -> str:
    """Say in one line what came out."""
    one = result.benchmark
    ours = shown(result.ours, one.scale)
    if result.baseline is not None:
        ours = f"{told(result.figure)} ({ours} / {shown(result.baseline, one.scale)})"
    limit = f", at most {target(result)}" if one.target is not None else ""
    return f"{one.name}, {one.size:,} {one.unit}: {ours}{limit}"


def run_compared(comparisons: Sequence[Comparison]) -> list[Compared]:
    """Measure comparisons one after the other, each in a folder of its own."""
    compared = []
    for comparison in comparisons:
        with TemporaryDirectory() as folder:
            compared.append((comparison, compare(comparison, Path(folder))))
        print("", comparison.title, *side(*compared[-1]), sep="\n", flush=True)
    return compared


def main(names: Sequence[str]) -> int:
    """Return 0 when every target is met; only a whole run is written down."""

    def is_wanted(name: str) -> bool:
        return not names or any(one in name for one in names)

    results = run([one for one in BENCHMARKS if is_wanted(one.name)])
    compared = run_compared([one for one in COMPARISONS if is_wanted(one.title)])
    if not names:
        REPORT.write_text(report(results, compared), encoding="utf-8")
    print("", *table(results), sep="\n")
    return 0 if all(result.holds for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
