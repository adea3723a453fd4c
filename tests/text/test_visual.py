"""Visual order: line by line, mirrored, marks after their letters, nothing that acts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.visual import visual_lines


def base_letters(text: str) -> str:
    """Return presentation forms as plain letters, in the order in which they stand."""
    import unicodedata

    return unicodedata.normalize("NFKC", text)


def test_a_line_is_reversed_and_joined():
    assert visual_lines("سلام") == "ﻡﻼﺳ"


def test_lines_stay_in_their_order():
    assert visual_lines("أحمد\nسالم").split("\n") == [visual_lines("أحمد"), visual_lines("سالم")]


@pytest.mark.parametrize("pair", ["()", "«»", "[]"])
def test_brackets_are_mirrored(pair):
    opening, closing = pair
    shown = visual_lines(f"قال {opening}لا{closing} ثم مضى")
    assert shown.index(opening) < shown.index(closing)


def test_latin_and_numbers_keep_their_order():
    assert "Times 1,554" in visual_lines("قالت Times 1,554")


def test_an_english_line_stays_as_it_is():
    assert visual_lines("He said no (2020).") == "He said no (2020)."


def test_each_mark_stands_behind_its_letter():
    shown = base_letters(visual_lines("كِتابٌ"))
    assert shown.index("\u0650") == shown.index("ك") + 1
    assert shown.index("\u064c") == shown.index("ب") + 1


@pytest.mark.parametrize("control", "\u200e\u200f\u061c\u202a\u202e\u202c\u2066\u2067\u2068\u2069")
def test_controls_go_and_do_no_harm(control):
    assert visual_lines(f"قال{control} لا") == visual_lines("قال لا")


def test_wrapping_is_in_reading_order():
    first, second = visual_lines("أحمد سالم كريم منير", columns=10).split("\n")
    assert first == visual_lines("أحمد سالم")
    assert second == visual_lines("كريم منير")


@pytest.mark.parametrize("emoji", ["👨\u200d👩\u200d👧", "🇮🇶", "☎\ufe0f", "👍🏽", "😀"])
def test_a_pictogram_is_not_taken_apart(emoji):
    assert emoji in visual_lines(f"قال {emoji} نعم {emoji}")


@given(st.text(alphabet=st.sampled_from("ابتلا ()«»\u064b\u0651😀a1٢.\n\u2067\u2069\u202e\u200f")))
def test_any_text_has_as_many_lines_as_before(text):
    assert visual_lines(text).count("\n") == text.count("\n")
