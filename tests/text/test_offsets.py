"""Code points and UTF-16 units: one pair, held by properties."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from reader.text.offsets import Utf16Map
from tests.corpus import CORPUS, FAMILY, names


def units_before(text: str, cp: int) -> int:
    return len(text[:cp].encode("utf-16-le", "surrogatepass")) // 2


def assert_true_to_utf16(text: str) -> None:
    offsets = Utf16Map(text)
    assert offsets.length_units == units_before(text, len(text))
    for cp in range(len(text) + 1):
        unit = units_before(text, cp)
        assert offsets.unit_of(cp) == unit
        assert offsets.cp_of(unit) == cp
        if cp < len(text) and ord(text[cp]) > 0xFFFF:
            assert offsets.cp_of(unit + 1) == cp


@settings(deadline=None)
@given(st.text(st.characters() | st.sampled_from("😀🏽👨\u200d\U0010ffffقا\n"), max_size=60))
def test_every_position_goes_there_and_back(text: str):
    assert_true_to_utf16(text)


@pytest.mark.parametrize("text", [text for _, text in CORPUS], ids=names())
def test_the_corpus_goes_there_and_back(text: str):
    assert_true_to_utf16(text[:2000])


# What a peer's emoji correction gets wrong (facts/arabic.md, 1): code points, units.
EMOJI = [
    ("😀 قال", 5, 6),
    (FAMILY, 7, 11),
    (f"{FAMILY} قال", 11, 15),
    ("☎ قال", 5, 5),
    ("1️⃣ قال", 7, 7),
    ("𝐀𝐁 قال", 6, 8),
    ("🇮🇶", 2, 4),
    ("\U0010ffff", 1, 2),
]


@pytest.mark.parametrize(("text", "length_cp", "length_units"), EMOJI)
def test_emoji(text: str, length_cp: int, length_units: int):
    offsets = Utf16Map(text)
    assert len(text) == length_cp
    assert offsets.length_units == length_units
    assert offsets.unit_of(length_cp) == length_units
    assert offsets.cp_of(length_units) == length_cp


@pytest.mark.parametrize("text", [text for text, _, _ in EMOJI])
@pytest.mark.usefixtures("qapp")
def test_qt_counts_the_same(text: str):
    document = QTextDocument()
    document.setPlainText(text)
    assert Utf16Map(text).length_units == document.characterCount() - 1


def test_the_middle_of_a_pair_rounds_down():
    offsets = Utf16Map("ا😀ب")
    assert [offsets.cp_of(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


@pytest.mark.parametrize("outside", [-1, 4])
def test_positions_outside_are_refused(outside: int):
    offsets = Utf16Map("قال")
    with pytest.raises(IndexError):
        offsets.unit_of(outside)
    with pytest.raises(IndexError):
        offsets.cp_of(outside)
