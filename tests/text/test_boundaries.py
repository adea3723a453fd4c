"""Graphemes, words, sentences and paragraphs, against Qt and against the whole text."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from reader.text import boundaries
from reader.text.offsets import Utf16Map
from tests.corpus import CORPUS, FAMILY, NEWS, names

Kind = QTextBoundaryFinder.BoundaryType
TEXTS = [text for _, text in CORPUS]
# Qt drops lone surrogates, and takes U+FEFF and U+FFFE at the start for byte order marks.
QT_TEXTS = [text for text in TEXTS if "\ud83d" not in text and text[:1] not in {"\ufeff", "\ufffe"}]
LETTERS = "قالبلاaBـ"
MARKS = "\u064e\u0651\u0301\u200d\u200f\u200c\ufe0f\u20e3"
OTHERS = ' \n؟!،"«»3٣,/-_👍🏽'
# Qt differs at `.` and between an emoji and a flag; `regex` at `'`, behind half a flag and
# at a mark behind a comma. Of what people write, the rest is the same.
FOR_QT = st.lists(
    st.sampled_from([*LETTERS, *(letter + mark for letter in LETTERS for mark in MARKS), *OTHERS]),
    max_size=30,
).map("".join)
MIXED = st.text(st.sampled_from(LETTERS + MARKS + OTHERS + ".'😀👨🇮🇶"), max_size=40)


def qt_edges(kind: Kind, text: str) -> list[int]:
    finder = QTextBoundaryFinder(kind, text)
    offsets = Utf16Map(text)
    edges = [0]
    while (unit := finder.toNextBoundary()) != -1:
        edges.append(offsets.cp_of(unit))
    return edges


def qt_words(text: str) -> list[int]:
    """Return where Qt ends words, without `.` and `:` between letters, where UAX #29 does not."""
    inside = [match.start() for match in re.finditer(r"(?<=[^\W\d])[.:](?=[^\W\d])", text)]
    return sorted(set(qt_edges(Kind.Word, text)) - {cp + n for cp in inside for n in (0, 1)})


def walked(step: Callable[[str, int], int], text: str) -> list[int]:
    edges = [0]
    while edges[-1] < len(text):
        edges.append(step(text, edges[-1]))
    return edges


def pieces(text: str) -> list[str]:
    """Return the words of a text one after the other, found by their first positions."""
    found, cp = [], 0
    while cp < len(text):
        start, end = boundaries._word_around(text, cp)
        assert start == cp < end
        found.append(text[start:end])
        cp = end
    return found


# What UAX #29 makes of them (facts/arabic.md, 6).
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«لن نتراجع»، 1,554 هل؟", "«|لن| |نتراجع|»|،| |1,554| |هل|؟"),
        ("١٬٥٥٤ و3.5", "١٬٥٥٤| |و3.5"),
        ("3.5", "3.5"),
        ("2020/3/26", "2020|/|3|/|26"),
        ("كوفيد-19", "كوفيد|-|19"),
        ("الـCOVID", "الـCOVID"),
        ("#وسم @شفق", "#|وسم| |@|شفق"),
        ("كِتابٌ قـــال", "كِتابٌ| |قـــال"),
        ("كلمة   كلمة", "كلمة|   |كلمة"),
        ("وكالة أ.ف.ب. أمس", "وكالة| |أ.ف.ب|.| |أمس"),
        ("\u200fقال", "\u200f|قال"),
        (f"{FAMILY}🇮🇶🇪🇬", f"{FAMILY}|🇮🇶|🇪🇬"),
    ],
)
def test_words(text: str, words: str):
    assert pieces(text) == words.split("|")


@pytest.mark.parametrize("text", QT_TEXTS)
def test_words_are_those_of_qt(text: str):
    edges = [0]
    for piece in pieces(text):
        edges.append(edges[-1] + len(piece))
    assert edges == qt_words(text)


@pytest.mark.parametrize("text", QT_TEXTS)
def test_graphemes_are_those_of_qt(text: str):
    assert walked(boundaries.next_grapheme, text) == qt_edges(Kind.Grapheme, text)


@settings(deadline=None)
@given(FOR_QT)
def test_graphemes_and_words_of_any_mixture_are_those_of_qt(text: str):
    assert walked(boundaries.next_grapheme, text) == qt_edges(Kind.Grapheme, text)
    edges = qt_edges(Kind.Word, text)
    assert [cp for cp in range(len(text) + 1) if boundaries.is_word_edge(text, cp)] == edges


@settings(deadline=None)
@given(MIXED)
def test_from_any_position_the_same_borders_are_found(text: str):
    graphemes = walked(boundaries.next_grapheme, text)
    for cp in range(len(text) + 1):
        assert boundaries.next_grapheme(text, cp) == min(
            (edge for edge in graphemes if edge > cp), default=len(text)
        )
        assert boundaries.previous_grapheme(text, cp) == max(
            (edge for edge in graphemes if edge < cp), default=0
        )
    word_edges = [cp for cp in range(len(text) + 1) if boundaries.is_word_edge(text, cp)]
    for cp in range(len(text)):
        start, end = boundaries._word_around(text, cp)
        assert start == max(edge for edge in word_edges if edge <= cp)
        assert end == min(edge for edge in word_edges if edge > cp)


@settings(deadline=None)
@given(MIXED, st.data())
def test_snap_widens_to_whole_graphemes(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edges = set(walked(boundaries.next_grapheme, text))
    low, high = boundaries.snap(text, start, end)
    assert {low, high} <= edges
    assert low <= start
    assert not edges & set(range(low + 1, start + 1))
    if start == end:
        assert low == high
    else:
        assert high >= end
        assert not edges & set(range(end, high))
    assert boundaries.snap(text, low, high) == (low, high)


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("كِتابٌ", 1, 5, (0, 6)),
        (FAMILY, 2, 3, (0, 7)),
        ("🇮🇶🇪🇬", 1, 3, (0, 4)),
        ("لا", 1, 2, (1, 2)),
        ("كِ", 1, 1, (0, 0)),
        ("قال", 3, 3, (3, 3)),
        ("", 0, 0, (0, 0)),
    ],
)
def test_snap(text: str, start: int, end: int, expected: tuple[int, int]):
    assert boundaries.snap(text, start, end) == expected


@pytest.mark.parametrize(
    ("marked", "word"),
    [
        ("«|لن نتراجع»،", "لن"),
        ("«لن| نتراجع»،", "لن"),
        ("«لن |نتراجع»،", "نتراجع"),
        ("«لن نتر|اجع»،", "نتراجع"),
        ("«لن نتراجع|»،", "نتراجع"),
        ("نتراجع»|،", "،"),
        ("نتراجع»،|", "،"),
        ("هل؟| نعم", "؟"),
        ("هل|؟", "هل"),
        ("هل  |  نعم", "    "),
        ("1|,554", "1,554"),
        ("في 2020|/3/26", "2020"),
        ("ك|ِتابٌ", "كِتابٌ"),
        ("|", ""),
    ],
)
def test_word_at(marked: str, word: str):
    cp = marked.index("|")
    text = marked.replace("|", "")
    start, end = boundaries.word_at(text, cp)
    assert text[start:end] == word
    assert start <= cp <= end


def test_moving_by_words_takes_no_space_along():
    text = "قال «نعم»،  ثم\nغادر."
    ends = walked(boundaries.next_word, text)
    assert [text[:end].rsplit(maxsplit=1)[-1] for end in ends[1:]] == [
        "قال", "«", "«نعم", "«نعم»", "«نعم»،", "ثم", "غادر", "غادر.",
    ]  # fmt: skip
    starts, cp = [], len(text)
    while cp:
        cp = boundaries.previous_word(text, cp)
        starts.append(text[cp:].split(maxsplit=1)[0])
    assert starts == [".", "غادر.", "ثم", "،", "»،", "نعم»،", "«نعم»،", "قال"]
    assert boundaries.next_word("قال  ", 3) == 5
    assert boundaries.previous_word("  قال", 2) == 0


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, gathered from every position in it."""
    spans = [boundaries.sentence_at(text, cp) for cp in range(len(text) + 1)]
    assert spans == sorted(spans)
    return [text[start:end] for start, end in dict.fromkeys(spans) if start < end]


@pytest.mark.parametrize(
    "split",
    [
        "قال نعم.|ثم غادر.",
        "هل تبقى؟|نعم!|لا…|ربما...|لا بأس",
        "قال د. أحمد لوكالة أ.ف.ب. أمس.|ثم غادر.",
        "بلغت 3.5 مليون.|ثم 26.3.2020 كان.",
        "قال «نعم.»|ثم غادر",
        'قال "نعم."|"ثم غادر".',
        "«هل تأتي؟»، سأل العميد.|نعم",
        "الأول؛ والثاني.|الثالث",
        "انظر www.example.com الآن.|نعم",
        "The U.S. army left.|Then it rained. and so on.",
        "ثم . . . قال.",
        "قال نعم.ثم غادر.",
        "عام 2020م. وقال",
    ],
)
def test_sentences(split: str):
    expected = {
        "ثم . . . قال.": ["ثم . . .", "قال."],
        "قال نعم.ثم غادر.": ["قال نعم.", "ثم غادر."],
        "عام 2020م. وقال": ["عام 2020م.", "وقال"],
    }.get(split, split.split("|"))
    text = split if split not in expected and "|" not in split else split.replace("|", " ")
    assert sentences(text) == expected


def test_a_newline_ends_a_sentence():
    text = "العنوان\n  قال نعم. ثم \n\nغادر"
    assert sentences(text) == ["العنوان", "قال نعم.", "ثم", "غادر"]
    assert boundaries.sentence_at(text, text.index("\n\n") + 1) == (text.index("\n\n") + 1,) * 2


@pytest.mark.parametrize("text", TEXTS, ids=names())
def test_every_position_has_a_sentence_in_its_paragraph(text: str):
    for cp in range(0, len(text) + 1, 1 + len(text) // 400):
        low, high = boundaries.paragraph_at(text, cp)
        start, end = boundaries.sentence_at(text, cp)
        assert low <= start <= end <= high
        assert low <= cp <= high
        assert "\n" not in text[low:high]


@settings(deadline=None)
@given(MIXED)
def test_numbering_counts_the_sentences_that_are_found(text: str):
    numbering = boundaries.Numbering(text)
    starts = [cp for cp in range(len(text)) if boundaries.sentence_at(text, cp)[0] == cp]
    starts = [cp for cp in starts if boundaries.sentence_at(text, cp)[1] > cp]
    for number, cp in enumerate(starts, 1):
        assert numbering.sentence(cp) == number
        assert numbering.sentence(boundaries.sentence_at(text, cp)[1] - 1) == number


def test_paragraphs_are_counted_without_the_blank_ones():
    numbering = boundaries.Numbering(NEWS)
    assert numbering.paragraph(0) == 1
    assert numbering.paragraph(NEWS.index("\n")) == 1
    assert numbering.paragraph(NEWS.index("وذكرت")) == 3
    assert numbering.paragraph(NEWS.index("\n\n") + 1) == 3
    assert numbering.paragraph(NEWS.index("شفق")) == 4
    assert boundaries.paragraph_number(NEWS, len(NEWS)) == 4
    assert boundaries.sentence_number(NEWS, NEWS.index("وأضاف")) == 3
    assert boundaries.paragraph_number("", 0) == boundaries.sentence_number("", 0) == 1


def test_a_pile_of_marks_and_a_row_of_flags_are_found_whole():
    pile = "ق" + "\u064e" * 100_000
    assert boundaries.snap(pile, 50_000, 50_001) == (0, len(pile))
    flags = "🇮🇶" * 20_000
    assert boundaries.snap(flags, 20_001, 20_002) == (20_000, 20_002)
    assert boundaries.word_at("كلمة" * 20_000, 40_001) == (0, 80_000)


@given(MIXED)
def test_grapheme_edges_are_where_graphemes_begin_and_end(text: str):
    edges = {0, len(text)}
    cp = 0
    while cp < len(text):
        cp = boundaries.next_grapheme(text, cp)
        edges.add(cp)
    found = {cp for cp in range(len(text) + 1) if boundaries.is_grapheme_edge(text, cp)}
    assert found == edges
