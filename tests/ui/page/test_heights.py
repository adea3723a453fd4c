"""Sums of heights, against the plain way."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.page.heights import Heights

HEIGHTS = st.lists(st.integers(0, 400), min_size=1, max_size=700)


@given(HEIGHTS, st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 900)), max_size=8))
def test_tops_and_corrections(heights, corrections):
    sums = Heights(heights)
    for at, height in corrections:
        block = at % len(heights)
        assert sums.correct(block, height) == height - heights[block]
        heights[block] = height
    tops = list(accumulate(heights, initial=0))
    assert [sums.top(block) for block in range(len(heights))] == tops[:-1]
    assert [sums.of(block) for block in range(len(heights))] == heights
    assert sums.total == tops[-1]


@given(HEIGHTS, st.integers(-50, 300_000))
def test_the_block_at_a_distance(heights, y):
    found = Heights(heights).at(y)
    tops = list(accumulate(heights, initial=0))
    inside = [block for block in range(len(heights)) if tops[block] <= y < tops[block + 1]]
    if inside:
        assert found == inside[0]
    else:
        assert found == (0 if y < 0 else len(heights) - 1)
