"""Finding earlier claims that say the same in other words, among ten thousand."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from reader.text.similar import SimilarTexts
from tests.bench.measure import Benchmark, Case, Figure, Work
from tests.text.similar_claims import MOST_MS, others, pairs

_MOST = 5  # that are told of


def case(_folder: Path, count: int) -> Case:
    """Ask for the twin of every made claim, one question at a time."""
    made, index = pairs(), SimilarTexts()
    for number, text in enumerate(others(count)):
        index.put(f"other {number}", text)
    for number, (claim, _) in enumerate(made):
        index.put(str(number), claim)
    found: list[bool] = []

    def ask() -> Figure:
        found.clear()
        times = []
        for number, (_, twin) in enumerate(made):
            begun = perf_counter()
            told = index.like(twin, most=_MOST, least=0.0)
            times.append(perf_counter() - begun)
            found.append(str(number) in [one.key for one in told])
        return Figure(median(times))

    @contextmanager
    def ours() -> Iterator[Work]:
        yield ask

    def differs() -> str:
        return "" if sum(found) > len(made) // 2 else "most twins are not found"

    return Case(None, ours, differs)


SIMILAR_CLAIMS = Benchmark(
    "similar claims, median",
    "",
    "`SimilarTexts.like`, one question",
    10_000,
    "claims",
    MOST_MS,
    case,
)
