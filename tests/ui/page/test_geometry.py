"""What follows from where graphemes stand, without Qt."""

import pytest

from reader.ui.page.geometry import Cap, Cell, Cells, Edges, Extent, cap_of, merged

# «قال 26 في» in a line from 100 (right) to 0: words to the left, the number to the right.
PARAGRAPH = Edges(start=100, end=20, rtl=True)
WORD, NUMBER, LAST = Extent(60, 100, rtl=True), Extent(40, 60, rtl=False), Extent(20, 40, rtl=True)
TWO, SIX = Extent(40, 50, rtl=False), Extent(50, 60, rtl=False)
LINE = Cells([Cell(0, 4, WORD), Cell(4, 5, TWO), Cell(5, 6, SIX), Cell(6, 8, LAST)], PARAGRAPH, 0)


def test_extents_that_touch_become_one_piece():
    assert merged([Extent(50, 60, rtl=False), WORD, Extent(30, 30, rtl=True)]) == [
        Extent(50, 100, rtl=False)
    ]
    assert [(one.left, one.right) for one in merged([WORD, LAST])] == [(20, 40), (60, 100)]


@pytest.mark.parametrize(
    ("inside", "outside", "start", "cap"),
    [
        (WORD, None, True, Cap(100, -1)),
        (LAST, None, False, Cap(20, 1)),
        # A span that begins or ends with the whole number: its outside in the paragraph's way.
        (TWO, WORD, True, Cap(60, -1)),
        (SIX, LAST, False, Cap(40, 1)),
        # One that begins or ends within the number: its own edge.
        (SIX, TWO, True, Cap(50, 1)),
        (TWO, SIX, False, Cap(50, -1)),
        # A number at the ends of the line.
        (TWO, None, True, Cap(100, -1)),
        (SIX, None, False, Cap(20, 1)),
    ],
)
def test_ends_stand_where_a_reader_comes_from(inside, outside, start, cap):
    assert cap_of(inside, outside, PARAGRAPH, start=start) == cap


@pytest.mark.parametrize(
    ("x", "position"),
    [
        (150, (0, False)),
        (99, (0, False)),
        (61, (4, True)),
        (59, (6, True)),
        (51, (5, False)),
        (49, (5, True)),
        (41, (4, False)),
        (39, (6, False)),
        (21, (8, True)),
        (-5, (8, True)),
    ],
)
def test_the_position_at_x(x, position):
    assert LINE.position_at(x) == position


@pytest.mark.parametrize(
    ("cp", "upstream", "x", "rtl"),
    [
        (0, False, 100, True),
        (4, True, 60, True),
        (4, False, 40, False),
        (5, False, 50, False),
        (6, True, 60, False),
        (6, False, 40, True),
        (8, False, 20, True),
    ],
)
def test_a_border_of_directions_has_two_places(cp, upstream, x, rtl):
    place = LINE.caret_at(cp, upstream=upstream)
    assert (place.x, place.rtl) == (x, rtl)


def test_an_empty_line_has_its_start():
    empty = Cells([], PARAGRAPH, 7)
    assert empty.position_at(3) == (7, False)
    assert empty.text_end == 7
    assert empty.caret_at(7, upstream=False).x == 100
