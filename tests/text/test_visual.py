"""Visual order: line by line, mirrored, marks behind their letters, nothing that acts."""

import unicodedata

import pytest
import regex
from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display
from bidi.mirror import MIRRORED
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.direction import is_rtl
from reader.text.visual import visual_lines
from tests.corpus import CORPUS, FAMILY, NEWS

LINE_END = "\r\n|[\n\r\x1c-\x1e\x85\u2028\u2029]"
# One of each pair, so that mirrored and plain brackets compare alike.
CLOSING = {max(pair) for pair in MIRRORED.items()}


def letters(text: str) -> str:
    """Return presentation forms as plain letters, in the order in which they stand."""
    return unicodedata.normalize("NFKC", text)


def words(text: str) -> list[str]:
    """Return what of a text has a picture, whatever its order."""
    seen = regex.sub(r"[\p{C}\p{Z}\s]", "", letters(text))
    return sorted(MIRRORED.get(one, one) if one in CLOSING else one for one in seen)


def test_a_word_is_joined_and_reversed():
    assert visual_lines("سلام") == "\ufee1\ufefc\ufeb3"
    assert visual_lines("قال نعم") == "\ufee2\ufecc\ufee7 \ufedd\ufe8e\ufed7"


def test_the_letters_of_allah_stay_letters():
    assert visual_lines("الله") == "\ufeea\ufee0\ufedf\ufe8d"


def test_lines_stay_in_their_order():
    shown = [visual_lines("أحمد"), "", visual_lines("سالم"), visual_lines("كريم")]
    assert visual_lines("أحمد\n\nسالم\r\nكريم").split("\n") == shown


@pytest.mark.parametrize("pair", ["()", "«»", "[]"])
def test_brackets_are_mirrored(pair: str):
    opening, closing = pair
    assert letters(visual_lines(f"قال {opening}ثم{closing} نعم")) == f"معن {opening}مث{closing} لاق"
    assert visual_lines(f"He said {opening}no{closing}.") == f"He said {opening}no{closing}."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("قالت مجلة Times 1,554", "Times 1,554 ةلجم تلاق"),
        ("في 2020/3/26 أمس", "سمأ 2020/3/26 يف"),
        ("بين 10-20 كم", "مك 20-10 نيب"),
        ("عام ٢٠٢٠.", ".٢٠٢٠ ماع"),
        ("COVID-19 قال رئيس", "سيئر لاق COVID-19"),
        ("He said no (2020).", "He said no (2020)."),
    ],
)
def test_latin_and_numbers_keep_their_order(text: str, shown: str):
    assert letters(visual_lines(text)) == shown


@pytest.mark.parametrize(
    "line",
    [
        *NEWS.split("\n"),
        'قال Brigadier (Vincent Parker) لـCNN: "نعم"، ثم [غادر] بغداد - Baghdad.',
        "The minister (قال نعم) left at 10:30, 5% of العراق.",
        "+964-750-123 https://example.com/ar?q=1 نهاية",
        "«قال (نعم)»\tثم  غادر  ",
    ],
)
def test_without_marks_it_is_what_the_libraries_make(line: str):
    bare = regex.sub(r"\p{Mn}", "", line)
    shaped = ArabicReshaper({"ARABIC LIGATURE ALLAH": False}).reshape(bare)
    expected = get_display(shaped, base_dir="R" if is_rtl(bare) else "L")
    assert visual_lines(f"قاف\n{bare}").split("\n")[1] == expected


def test_each_mark_stands_behind_its_letter():
    assert letters(visual_lines("كِتابٌ")) == "بٌاتكِ"
    assert letters(visual_lines("صَرَّحَ")) == letters("حَرَّصَ")
    assert visual_lines("سلّام") == "\ufee1\ufefc\u0651\ufeb3"
    assert visual_lines("cafe\u0301 au lait") == "cafe\u0301 au lait"


@pytest.mark.parametrize("emoji", [FAMILY, "🇮🇶", "☎\ufe0f", "👍🏽", "😀", "1️⃣", "𝐀"])
def test_an_emoji_is_not_taken_apart(emoji: str):
    shown = visual_lines(f"قال {emoji} نعم {emoji}")
    assert letters(shown.replace(emoji, "*")) == "* معن * لاق"


@pytest.mark.parametrize("control", "\u200e\u200f\u061c\u202a\u202e\u202c\u2066\u2067\u2068\u2069")
def test_controls_go_and_do_no_harm(control: str):
    assert visual_lines(f"قال{control} لا") == visual_lines("قال لا")


@pytest.mark.parametrize(
    "text", ["ه\u200d", "ه\u200dلا", "\u200dلا", "👨\u200dلا", "می\u200cخواهم لا"]
)
def test_joiners_do_no_harm(text: str):
    assert words(visual_lines(text)) == words(text)


def test_a_line_without_letters_runs_as_the_text_does():
    assert visual_lines("قال:\n(10) !") == visual_lines("قال:") + "\n! (10)"
    assert visual_lines("He:\n(10) !") == "He:\n(10) !"


def test_wrapping_is_in_reading_order():
    text = "أحمد سالم كريم منير"
    first, second = visual_lines(text, columns=10).split("\n")
    assert (first, second) == (visual_lines("أحمد سالم"), visual_lines("كريم منير"))
    assert visual_lines(text, columns=0) == visual_lines(text, columns=500) == visual_lines(text)


def test_every_line_has_the_direction_of_its_paragraph():
    lines = visual_lines("قال رئيس شركة الطيران Lockheed Martin.", columns=22).split("\n")
    assert [letters(line) for line in lines] == ["ناريطلا ةكرش سيئر لاق", ".Lockheed Martin"]


def test_a_word_too_wide_is_cut_between_graphemes():
    lines = visual_lines("كَ" * 25 + " 😀😀😀", columns=10).split("\n")
    assert [letters(line).count("كَ") for line in lines] == [10, 10, 5, 0]
    assert visual_lines("😀😀😀", columns=4).split("\n") == ["😀😀", "😀"]
    assert visual_lines("😀😀", columns=1).split("\n") == ["😀", "😀"]


def test_indents_stay():
    assert visual_lines("   note: yes and no", columns=14).split("\n") == ["   note: yes", "and no"]


NASTY = "قالِ لاّ ()«»\u200d\u200c😀👨a1٢-.\n\u2067\u2069\u202e\u0378"


@settings(deadline=None)
@given(st.text(st.characters() | st.sampled_from(NASTY)), st.sampled_from([0, 1, 7]))
def test_any_text_is_drawn_line_by_line(text: str, columns: int):
    shown = visual_lines(text, columns).split("\n")
    lines = regex.split(LINE_END, text)
    if columns:
        assert len(shown) >= len(lines)
    else:
        assert [words(line) for line in shown] == [words(line) for line in lines]


@pytest.mark.parametrize("text", [text for _, text in CORPUS])
@pytest.mark.parametrize("columns", [0, 30])
def test_the_corpus_keeps_its_letters(text: str, columns: int):
    assert words(visual_lines(text, columns)) == words(text)


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_no_line_is_wider_than_the_columns(columns: int):
    lines = visual_lines(NEWS, columns).split("\n")
    assert max(len(regex.sub(r"\p{Mn}", "", line)) for line in lines) <= columns
