"""The direction of a paragraph."""

import pytest

from reader.text.direction import is_rtl


@pytest.mark.parametrize(
    "paragraph",
    [
        "قال العميد",
        "COVID-19 قال العميد باركر",
        "BAGHDAD قال العميد فنسنت",
        "אבג",
        "ab قا",
        "قا ab",
        "\u202ax قال",
    ],
)
def test_right_to_left(paragraph: str):
    assert is_rtl(paragraph, False)


@pytest.mark.parametrize(
    "paragraph", ["The end.", "قال Brigadier General Parker", "قا abc", "\u200f\u200f\u200fab"]
)
def test_left_to_right(paragraph: str):
    assert not is_rtl(paragraph, True)


@pytest.mark.parametrize(
    "paragraph", ["", " ", "10-20", "\u02b9", "؟؛", "😀", "٢٠٢٠", "\u200f", "\u064e"]
)
@pytest.mark.parametrize("default", [True, False])
def test_without_letters_the_document_decides(paragraph: str, default: bool):
    assert is_rtl(paragraph, default) is default


def test_marks_weigh_nothing():
    assert not is_rtl("قَ\u0651\u064e\u064e\u064e ab")
