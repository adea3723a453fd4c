"""Foreign names are shown harmless; a text's unseen characters are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.controls import guarded, hidden_counts, isolated, printable

ACTING = ["\u202e", "\u2067", "\u200f", "\u061c", "\x1b", "\x00", "\x85", "\u200b", "\ufeff",
          "\n", "\u2028", "\U000e0041", "\u00ad"]  # fmt: skip


@pytest.mark.parametrize("control", ACTING)
def test_a_control_in_a_name_is_shown_as_its_number(control):
    assert guarded(f"تقرير{control}fdp.exe") == f"تقرير‹{ord(control):04X}›fdp.exe"


@pytest.mark.parametrize("name", ["كِتابٌ", "Times", "👨‍👩‍👧", "می‌خواهم", "a b"])
def test_what_spells_a_word_stays(name):
    assert guarded(name) == name


@given(st.text())
def test_guarding_twice_is_guarding_once(name):
    assert guarded(guarded(name)) == guarded(name)


def test_a_terminal_sees_no_escape_but_keeps_lines():
    assert printable("a\x1b[2Jb\tc\nd\r") == "a‹001B›[2Jb\tc\nd‹000D›"


@pytest.mark.parametrize(
    ("text", "rtl", "mark"),
    [("قال Times", True, "\u2067"), ("قال نعم", None, "\u2067"), ("Times", None, "\u2068")],
)
def test_isolation_is_closed_and_knows_arabic(text, rtl, mark):
    assert isolated(text, rtl=rtl) == f"{mark}{text}\u2069"


def test_unseen_characters_are_counted_by_kind():
    text = "ا\u202eب\u202c\u200f\u200b\U000e0041\ufe0f"
    assert hidden_counts(text) == {
        "override": 1, "embedding": 1, "mark": 1, "zero_width": 1, "tag": 1, "variation": 1
    }  # fmt: skip
    assert hidden_counts("قال نعم") == {}
