"""Words and notes side by side: the words keep their measure, the notes their side."""

import pytest

from reader.ui.page.columns import LEAST_MEASURE, Columns
from reader.ui.page.look import PageLook

EM = 24
LOOK = PageLook()


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("width", range(300, 2400, 37))
def test_columns_lie_beside_each_other_within_the_page(side, width):
    made = Columns.of(LOOK, EM, width, side)
    assert made.left >= 0
    assert made.left + made.width <= width
    assert made.width <= LOOK.measure_em * EM
    if made.notes_width:
        assert made.width >= min(LEAST_MEASURE, LOOK.measure_em) * EM
        assert 7 * EM <= made.notes_width <= 12.5 * EM
        if side == "left":
            assert made.notes_left > 0
            assert made.notes_left + made.notes_width + made.gutter == made.left
        else:
            assert made.notes_left == made.left + made.width + made.gutter
            assert made.notes_left + made.notes_width < width
    else:
        assert made == Columns.of(LOOK, EM, width)


def test_the_column_moves_before_it_shrinks_and_stays_centred_if_it_can():
    full = round(LOOK.measure_em * EM)
    moved = Columns.of(LOOK, EM, 1100, "left")
    assert moved.width == full
    assert moved.notes_width > 0
    assert moved.left > Columns.of(LOOK, EM, 1100).left
    wide = Columns.of(LOOK, EM, 2000, "left")
    assert wide.left == Columns.of(LOOK, EM, 2000).left
    assert Columns.of(LOOK, EM, 1100, "right").left < Columns.of(LOOK, EM, 1100).left


def test_a_narrow_page_has_no_margin():
    assert Columns.of(LOOK, EM, 600, "left").notes_width == 0
    assert Columns.of(LOOK, EM, 800, "left").notes_width > 0
