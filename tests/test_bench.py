"""The benchmarks compare like with like; their figures are for `make bench`, not for here."""

from contextlib import nullcontext
from dataclasses import replace

import pytest

from tests.bench.__main__ import BENCHMARKS
from tests.bench.beside import highlights, widgets
from tests.bench.interpreter import Failed, figures
from tests.bench.measure import (
    MB,
    Benchmark,
    Case,
    Comparison,
    Contestant,
    Different,
    Figure,
    Result,
    compare,
    measure,
)
from tests.bench.page import PAGE
from tests.bench.start_up import START_UP
from tests.bench.tables import report
from tests.bench.typed_search import TYPED_SEARCH

# Rows of the window start interpreters: one of each kind is enough to know that they run.
OF_WINDOW = (*START_UP, *PAGE, *TYPED_SEARCH)
MEMORY = [one for one in BENCHMARKS if one.name.startswith("memory of an export")]
IN_PROCESS = [one for one in BENCHMARKS if one not in (*OF_WINDOW, *MEMORY[1:])]
WINDOWS = {getattr(one.case, "func", one.case).__name__: one for one in OF_WINDOW}


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch):
    monkeypatch.setenv("BENCH_HURRY", "1")


def benchmark(differs: str = "", turns: list[str] | None = None) -> Benchmark:
    noted = turns if turns is not None else []
    case = Case(
        lambda: nullcontext(lambda: noted.append("baseline")),
        lambda: nullcontext(lambda: noted.append("ours")),
        lambda: differs,
    )
    return Benchmark("wait", "by hand", "ours", 10, "waits", 1.5, lambda folder, size: case)


@pytest.mark.parametrize("one", IN_PROCESS, ids=lambda one: one.name)
def test_both_ways_have_the_same_result(one, tmp_path):
    result = measure(one, tmp_path, runs=1, size=60)
    assert result.figure > 0


@pytest.mark.parametrize("name", WINDOWS)
def test_each_way_of_the_window_runs(name, tmp_path):
    case = WINDOWS[name].case(tmp_path, 200)
    for way in filter(None, (case.baseline, case.ours)):
        with way() as work:
            outcome = work()
        assert not isinstance(outcome, Figure) or isinstance(outcome.value, float | int)


def test_comparisons_fill_their_columns(tmp_path):
    for comparison in (widgets(sizes=(60,)), highlights(counts=(1,), words=60)):
        for contestant in comparison.contestants:
            assert set(contestant.turn(tmp_path)) == set(comparison.columns)


def test_a_scene_that_breaks_off_is_told(tmp_path):
    with pytest.raises(Failed, match="FileNotFoundError"):
        figures("widget", "page", tmp_path / "missing.txt")


def test_comparison_is_of_medians_without_the_first_turn(tmp_path):
    values = iter([100.0, 1.0, 2.0, 9.0])
    contestant = Contestant(("page",), lambda folder: {"memory": next(values) * 1024**2})
    comparison = Comparison("Side", ("widget",), {"memory": MB}, (contestant,))
    found = compare(comparison, tmp_path, runs=3)
    assert found == [{"memory": 2 * 1024**2}]
    assert "## Side\n\n| widget | memory, MB |\n|---|---:|\n| page | 2.0 |" in report(
        [], [(comparison, found)]
    )


def test_figure_counts_instead_of_the_time(tmp_path):
    one = Benchmark(
        "memory", "", "ours", 1, "article", 40, lambda folder, size: held(41 * 1024**2), MB
    )
    result = measure(one, tmp_path, runs=1)
    assert (result.figure, result.holds) == (41, False)
    assert "| ours |  | 41.0 MB |  | 40 MB | **fails** |" in report([result])


def held(number: float) -> Case:
    return Case(None, lambda: nullcontext(lambda: Figure(number)), str)


def test_different_results_are_not_compared(tmp_path):
    with pytest.raises(Different, match="wait: one row more"):
        measure(benchmark("one row more"), tmp_path, runs=1)


def test_the_ways_take_turns_at_going_first(tmp_path):
    turns: list[str] = []
    measure(benchmark(turns=turns), tmp_path, runs=1)
    assert turns == ["ours", "baseline", "baseline", "ours"]


def test_report_tells_which_target_fails():
    page = report([Result(benchmark(), 0.002, 0.003, 7), Result(benchmark(), 0.002, 0.0032, 7)])
    assert "| 2.0 ms | 3.0 ms | 1.50 | 1.5 | holds |" in page
    assert "| 2.0 ms | 3.2 ms | 1.60 | 1.5 | **fails** |" in page


@pytest.mark.parametrize(
    ("by_hand", "words"),
    [(0.0032, "so no code of ours could hold it here"), (0.0028, "so the rest is ours")],
)
def test_what_does_not_hold_is_told_with_what_it_takes_by_hand(by_hand, words):
    missed = replace(benchmark(), by_hand="by hand")
    floor = replace(benchmark(), name="by hand", target=None)
    page = report([Result(missed, 0.002, 0.0034, 7), Result(floor, 0.002, by_hand, 7)])
    assert f"by hand it takes {by_hand / 0.002:.2f} (by hand), {words}." in page
    held = report([Result(missed, 0.002, 0.003, 7), Result(floor, 0.002, by_hand, 7)])
    assert "it takes" not in held


def test_a_figure_of_its_own_is_told_with_that_of_the_hand():
    missed = replace(benchmark(), by_hand="by hand", target=2)
    floor = replace(benchmark(), name="by hand", target=None)
    page = report([Result(missed, None, 0.004, 7), Result(floor, 0.003, 0.004, 7)])
    assert "at most 2 ms; by hand it takes 3.0 ms (by hand), so no code" in page


def test_each_row_by_hand_is_there():
    names = {one.name for one in BENCHMARKS}
    assert {one.by_hand for one in BENCHMARKS if one.by_hand} <= names
