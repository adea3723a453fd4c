"""Notes stacked: none overlaps another, none leaves its room, and none moves without need."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.page.stacking import fitting, settled, shared_lines

GAP = 4
NOTES = st.lists(st.tuples(st.integers(0, 600), st.integers(10, 120)), min_size=1, max_size=12)


@given(NOTES, st.integers(0, 2000))
def test_notes_never_overlap_and_stay_in_a_room_that_holds_them(notes, room):
    tops, heights = [top for top, _ in sorted(notes)], [height for _, height in sorted(notes)]
    placed = settled(tops, heights, room, GAP)
    for at in range(1, len(placed)):
        assert placed[at] >= placed[at - 1] + heights[at - 1] + GAP
    assert placed[0] >= 0
    if sum(heights) + GAP * (len(heights) - 1) <= room:
        assert placed[-1] + heights[-1] <= room


@given(NOTES)
def test_notes_with_room_enough_stand_where_they_belong(notes):
    tops, top = [], 0
    for gap, height in notes:
        tops.append(top + gap)
        top = tops[-1] + height + GAP
    assert settled(tops, [height for _, height in notes], top, GAP) == tops


def test_two_that_collide_share_the_way():
    assert settled([100, 100], [40, 40], 1000, GAP) == [78, 122]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(-5, 40))
def test_lines_are_dealt_out_fairly(wanted, spare):
    shown = shared_lines(wanted, spare, 4)
    assert all(1 <= lines <= min(4, most) for lines, most in zip(shown, wanted, strict=True))
    assert sum(shown) - len(wanted) <= max(0, spare)
    for lines, most in zip(shown, wanted, strict=True):
        # Who has less than another by more than one has all that it wanted.
        assert lines >= max(shown) - 1 or lines == min(most, 4)


def test_what_fits_is_counted_with_the_gaps():
    assert fitting(5, 100, 30, 5) == 3
    assert fitting(2, 100, 30, 5) == 2
    assert fitting(5, 10, 30, 5) == 1
