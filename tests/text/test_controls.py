"""Foreign names are shown harmless; a text's unseen characters are counted."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.controls import HIDDEN, guarded, hidden_counts, isolated, printable
from tests.corpus import CORPUS, FAMILY

ACTING = (
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
    "\x00\x07\x1b\n\t\r\x7f\x85\x9b\u2028\u2029\u200b\u2060\u00ad\ufeff\u206a\ufff9"
    "\U000e0041\ud83d\udc80\ufffe\ufdd0"
)
ANY = st.text(st.characters() | st.sampled_from(ACTING + "قال"))


@pytest.mark.parametrize("control", ACTING, ids=lambda control: f"{ord(control):04X}")
def test_a_control_in_a_name_is_shown_as_its_number(control: str):
    assert guarded(f"تقرير{control}fdp.exe") == f"تقرير‹{ord(control):04X}›fdp.exe"


@pytest.mark.parametrize(
    "name",
    [
        "كِتابٌ",
        "Times",
        FAMILY,
        "می\u200cخواهم",
        "a b",
        "د\u00a0أحمد",
        "\u0600١",
        "☎\ufe0f",
        "\ue000",
    ],
)
def test_what_can_be_seen_or_spells_a_word_stays(name: str):
    assert guarded(name) == name


@settings(deadline=None)
@given(ANY)
def test_what_is_guarded_can_be_printed_anywhere(name: str):
    shown = guarded(name)
    assert guarded(shown) == shown
    assert shown.encode().decode() == shown
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in shown)
    assert printable(shown) == shown


def test_a_terminal_sees_no_escape_but_keeps_lines():
    assert printable("a\x1b[2Jb\tc\nd\r\x9b\ud83d") == "a‹001B›[2Jb\tc\nd‹000D›‹009B›‹D83D›"
    assert printable("\u202eقال\u200f 😀") == "\u202eقال\u200f 😀"


@pytest.mark.parametrize(
    ("text", "rtl", "mark"),
    [
        ("قال Times", True, "\u2067"),
        ("قال نعم", None, "\u2067"),
        ("COVID-19 قال العميد", None, "\u2067"),
        ("Times", None, "\u2068"),
        ("10-20", None, "\u2068"),
        ("قال", False, "\u2068"),
    ],
)
def test_isolation_is_closed_and_knows_arabic(text: str, rtl: bool | None, mark: str):
    assert isolated(text, rtl=rtl) == f"{mark}{text}\u2069"


@settings(deadline=None)
@given(ANY)
def test_nothing_breaks_out_of_isolation(text: str):
    shown = isolated(text)
    counts = hidden_counts(shown)
    assert counts["isolate"] == 2
    assert not counts.keys() & {"override", "embedding", "unclosed"}
    assert unicodedata.bidirectional(shown[0]) in {"RLI", "FSI"}
    assert shown[-1] == "\u2069"
    assert "B" not in map(unicodedata.bidirectional, shown)


def test_a_date_keeps_its_marks_in_isolation():
    date = "٢٦\u200f/٣\u200f/٢٠٢٠"
    assert isolated(date, rtl=True) == f"\u2067{date}\u2069"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("قال نعم", {}),
        ("ا\u202eب\u202c\u200f\u200b\U000e0041\ufe0f", {
            "override": 1, "embedding": 1, "mark": 1, "zero_width": 1, "tag": 1, "variation": 1,
        }),
        ("ملف \u202efdp.exe", {"override": 1, "unclosed": 1}),
        ("\u2067قال \u2066Parker\u2069\u2069", {"isolate": 4}),
        ("\u2067قال \u2066Parker\u2069\nثم\u2069", {"isolate": 4, "unclosed": 1}),
        ("\u2068\u202bقال\u2069", {"isolate": 2, "embedding": 1}),
        ("\u202b\u2068قال\u202c\u2069", {"isolate": 2, "embedding": 2, "unclosed": 1}),
        ("علي علی كتاب", {"look_alike": 1}),
        ("paypal pаypal", {"look_alike": 1}),
        ("Times Москва", {}),
    ],
)  # fmt: skip
def test_unseen_characters_are_counted_by_kind(text: str, counts: dict[str, int]):
    assert hidden_counts(text) == counts


@pytest.mark.parametrize("text", [text for _, text in CORPUS])
def test_counts_have_labels(text: str):
    assert hidden_counts(text).keys() <= {kind.key for kind in HIDDEN}
