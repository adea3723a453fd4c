"""No cell runs as a formula, and every guarded cell can be had back."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.text.guarding import guard, is_dangerous, unguard

FORMULAS = (
    "=1+1",
    "+966 11 000",
    "-1",
    "- رويترز",
    "@بغداد",
    "|calc",
    "%0A",
    "＝1",
    "＋1",
    "﹣1",
    "＠x",
    "｜x",
    "％x",
    "⁺1",
    "⩵1",
    " =1",
    "\u00a0=1",
    "\u200f=1",
    "\u202e=1",
    "\u2066=1",
    "\ufeff=1",
    "\u00ad\u061c\u180e\u2060=1",
    "\x7f=1",
    "\tنص",
    "\rنص",
    "\nنص",
    "\0نص",
)
HARMLESS = (
    "",
    "قال",
    "1+1",
    "'",
    "''",
    "'قال",
    "«=1»",
    " قال",
    "\u200fقال",
    "ـ=",
    "−1",
    "a=1",
    "   ",
)
# Letters that meet the rule, so that random strings do too.
TRICKY = st.text(st.sampled_from("'=+-@|%＝ \t\r\n\0\u00a0\u200f\u202e\ufeffقaة"), max_size=8)


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_formula_is_guarded(cell):
    assert guard(cell) == "'" + cell
    assert unguard("'" + cell) == cell


@pytest.mark.parametrize("cell", HARMLESS)
def test_other_cells_stay_as_they_are(cell):
    assert guard(cell) == cell
    assert unguard(cell) == cell


def test_an_apostrophe_before_a_formula_is_guarded_too():
    assert guard("'=1") == "''=1"
    assert guard("''=1") == "'''=1"
    assert len({guard("=1"), guard("'=1"), guard("''=1")}) == 3


@given(st.text() | TRICKY)
@example("'" * 3 + "\u200b=")
def test_a_guarded_cell_can_be_had_back(cell):
    assert unguard(guard(cell)) == cell


@given(st.text() | TRICKY)
def test_no_guarded_cell_starts_a_formula(cell):
    guarded = guard(cell)
    assert not is_dangerous(guarded)
    assert guarded[:1] not in set("\t\r\n\0")
    assert unicodedata.normalize("NFKC", guarded.lstrip()[:1])[:1] not in set("=+-@|%")


@given(TRICKY, TRICKY)
def test_two_cells_never_look_the_same(one, other):
    assert (guard(one) == guard(other)) == (one == other)
