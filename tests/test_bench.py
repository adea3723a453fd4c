"""The benchmarks compare like with like; their figures are for `make bench`, not for here."""

from contextlib import nullcontext

import pytest

from tests.bench.__main__ import BENCHMARKS, report
from tests.bench.measure import Benchmark, Case, Different, Result, measure


def benchmark(differs: str = "", turns: list[str] | None = None) -> Benchmark:
    noted = turns if turns is not None else []
    case = Case(
        lambda: nullcontext(lambda: noted.append("baseline")),
        lambda: nullcontext(lambda: noted.append("ours")),
        lambda: differs,
    )
    return Benchmark("wait", "by hand", "ours", 10, "waits", 1.5, lambda folder, size: case)


@pytest.mark.parametrize("one", BENCHMARKS, ids=lambda one: one.name)
def test_both_ways_have_the_same_result(one, tmp_path):
    result = measure(one, tmp_path, runs=1, size=60)
    assert result.ratio > 0


def test_different_results_are_not_compared(tmp_path):
    with pytest.raises(Different, match="wait: one row more"):
        measure(benchmark("one row more"), tmp_path, runs=1)


def test_the_ways_take_turns_at_going_first(tmp_path):
    turns: list[str] = []
    measure(benchmark(turns=turns), tmp_path, runs=1)
    assert turns == ["ours", "baseline", "baseline", "ours"]


def test_report_tells_which_target_fails():
    page = report([Result(benchmark(), 0.002, 0.003, 7), Result(benchmark(), 0.002, 0.0032, 7)])
    assert "| 2.0 | 3.0 | 1.50 | 1.5 | holds |" in page
    assert "| 2.0 | 3.2 | 1.60 | 1.5 | **fails** |" in page
