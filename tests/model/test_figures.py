"""The numbers of a claim as they are typed, and as they come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import BadValue
from reader.model.annotation import Figure
from reader.model.figures import figure_in_words, figures_told, parse_figures


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("1554 متر مكعب", Figure(value=1554, unit="متر مكعب")),
        ("  1,554.5   متر  مكعب ", Figure(value=1554.5, unit="متر مكعب")),
        ("نحو ١٥٥٤ مترًا", Figure(value=1554, unit="مترًا", approximate=True)),
        ("~37%", Figure(value=37, unit="%", approximate=True)),
        ("٪37", Figure(value=37, unit="٪")),
        ("about 5kg", Figure(value=5, unit="kg", approximate=True)),
        ("أكثر من 12 شهرًا", Figure(value=12, unit="شهرًا", approximate=True)),
        ("٢٣٫٨ مليار دينار", Figure(value=23.8, unit="مليار دينار")),
        ("−4 درجات", Figure(value=-4, unit="درجات")),
        ("182000", Figure(value=182000)),
    ],
)
def test_a_line_is_a_number_and_its_unit(typed, figure):
    assert parse_figures(typed, "numbers") == (figure,)


@pytest.mark.parametrize("typed", ["متر", "5-7 kg", "1 2", "12.", "1e5", "2020/3/26", "~", "1٫2٫3"])
def test_what_is_no_number_is_said(typed):
    with pytest.raises(BadValue) as refused:
        parse_figures(f"3 كغ\n{typed}", "numbers")
    assert refused.value.facts["value"] == typed


def test_each_line_is_one_and_empty_lines_are_none():
    typed = "1554 متر مكعب\n\n~37 %\n"
    figures = parse_figures(typed, "numbers")
    assert len(figures) == 2
    assert figures_told(figures).ar == "1554 متر مكعب؛ ~37 %"
    assert parse_figures("", "numbers") == ()


UNITS = st.text(st.characters(categories=("Ll", "Lo")), max_size=12).filter(
    lambda unit: not unit.startswith("e")
)


@given(st.floats(-1e15, 1e15), UNITS, st.booleans())
def test_what_is_told_is_read_back(value, unit, approximate):
    figure = Figure(value=value, unit=unit, approximate=approximate)
    assert parse_figures(figure_in_words(figure), "numbers") == (figure,)
