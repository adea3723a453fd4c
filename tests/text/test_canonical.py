"""The canonical form: what it replaces, and that it leaves all else alone."""

import hashlib
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from reader.text.canonical import canonical, sha256_of
from tests.corpus import CORPUS, names

REPLACED = "\ufeff\r\n\u2028\u2029\x00\ud83d\ude00\ufdd0\ufdef\ufffe\uffff"
NASTY = st.text(st.characters() | st.sampled_from(REPLACED + "\u00a0\u200f\x85قَا😀"))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\ufeff\ufeffنص\ufeffنص", "نص\ufeffنص"),
        ("\ufeff", ""),
        ("أ\r\nب\rج\nد\r\r\nه\u2028و\u2029ز", "أ\nب\nج\nد\n\nه\nو\nز"),
        ("\n\r", "\n\n"),
        ("ا\x00ب\ud83dج\ufdd0د\ufdefه\ufffeو\uffff", "ا\ufffdب\ufffdج\ufffdد\ufffdه\ufffdو\ufffd"),
        ("\ud83d\ude00", "\ufffd\ufffd"),
        ("\ufffe\ufeffنص", "\ufffd\ufeffنص"),
    ],
)
def test_what_is_replaced(raw: str, expected: str):
    assert canonical(raw) == expected


@pytest.mark.parametrize(
    "kept",
    [
        "قال\u00a0العميد\u202f1",
        "مّ\u064eد ا\u0654 \ufdfa \ufedf\ufe8e \ufc5e",
        "می\u200cخواهم \u200fنعم\u200e \u202eلا\u202c \u2067نعم\u2069",
        "\t أ\vب\fج\x85د\x1c \x1b \n ",
        '"نعم" “لا” ٢٠٢٠ 2020',
        "😀\U0010fffd\ue000\ufffc\ufffd\U0001fffe",
    ],
)
def test_what_is_kept(kept: str):
    assert canonical(kept) == kept


@settings(deadline=None)
@given(NASTY)
def test_twice_is_once(raw: str):
    text = canonical(raw)
    assert canonical(text) == text
    assert text.encode("utf-8").decode("utf-8") == text


@settings(deadline=None)
@given(NASTY)
@pytest.mark.usefixtures("qapp")
def test_qt_shows_it_unaltered(raw: str):
    text = canonical(raw)
    document = QTextDocument()
    document.setPlainText(text)
    assert document.toRawText().replace("\u2029", "\n") == text


@pytest.mark.parametrize("raw", [text for _, text in CORPUS], ids=names())
def test_only_the_listed_characters_change(raw: str):
    listed = set("\ufeff\r\n\u2028\u2029\x00\ufffe\uffff\ufffd")

    def rest(text: str) -> list[str]:
        return [char for char in text if char not in listed and unicodedata.category(char) != "Cs"]

    noncharacters = {chr(code) for code in range(0xFDD0, 0xFDF0)}
    assert rest(canonical(raw)) == [char for char in rest(raw) if char not in noncharacters]


def test_the_digest_is_that_of_utf8():
    assert sha256_of("قال") == hashlib.sha256("قال".encode()).hexdigest()
