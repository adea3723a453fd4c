"""Folding: the table, the way back, and search that loses nothing."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.boundaries import snap
from reader.text.folding import FOLDING, TEH_MARBUTA, Folded, find, fold, same_name
from tests.corpus import CORPUS, FAMILY, names

ALPHABET = (
    "ابتةهيىئؤكلوفمنء"
    "أإآٱیکھۀ"
    "\u064b\u064e\u0651\u0654\u0670\u0640\u200f\u200c"
    '٠٣۳3aA «»“"،,؟?'
    "  \u00a0\n\ufefb\ufdf2\ufe76\ufdfa😀"
)
MIXED = st.text(st.sampled_from(ALPHABET), max_size=40)
SHORT = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=4)


def read(text: str, needle: str, **options: bool) -> list[str]:
    return [text[start:end] for start, end in find(needle, text, **options)]


# The whole table of facts/arabic.md, 8, as spelt there.
@pytest.mark.parametrize(
    ("points", "folded"),
    [
        ("064B-065F 0670 0610-061A 06D6-06ED 0640", ""),
        ("200B-200F 061C 202A-202E 2066-2069 FEFF 00AD", ""),
        ("0623 0625 0622 0671 0672 0673", "ا"),
        ("0649 06CC 06D0 06CD 0626", "ي"),
        ("0624", "و"),
        ("0629 06C1 06BE 06C0 06D5", "ه"),
        ("06A9 06AA", "ك"),
        ("00AB 00BB 201C 201D 201E 201F 2033", '"'),
        ("060C 066C", ","),
        ("061B", ";"),
        ("061F", "?"),
        ("066A", "%"),
        ("066B", "."),
        ("00A0 202F 2009", " "),
        *((f"{0x0660 + digit:04X} {0x06F0 + digit:04X}", str(digit)) for digit in range(10)),
    ],
)
def test_the_table(points: str, folded: str):
    for part in points.split():
        first, _, last = part.partition("-")
        for code in range(int(first, 16), int(last or first, 16) + 1):
            assert fold(chr(code)) == folded, f"{code:04X}"


def test_presentation_forms_fold_as_their_letters_do():
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        letters = unicodedata.normalize("NFKC", chr(code))
        assert fold(chr(code)) == ("" if fold(letters).isspace() else fold(letters)), f"{code:04X}"


@pytest.mark.parametrize("kept", ["ء", "گ", "چ", "پ", "ڤ", "ژ", "ب", "3", ".", "-", "😀", "é"])
def test_what_stays(kept: str):
    assert fold(kept) == kept


def test_no_code_point_stands_in_two_rules():
    codes = [code for rule in FOLDING for code in rule.codes()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("قَالَ الرَّئِيسُ", "قال الرييس"),
        ("قـــال", "قال"),
        ("أحمد إلى آخر", "احمد الي اخر"),
        ("وزارة Health", "وزاره health"),
        ("١٬٥٥٤ و۲۰۲۰", "1,554 و2020"),
        ("«هل؟»، نعم؛ ٣٫٥٪", '"هل?", نعم; 3.5%'),
        ("a \u00a0\u200f\u202f b\n\n c", "a b\n\n c"),
        ("\ufefb \ufdf2 \ufee3\ufeae\ufea3\ufe92\ufe8e", "لا الله مرحبا"),
        ("\ufdfa", "صلي الله عليه وسلم"),
        ("ق\ufe77ال", "قال"),
        ("می\u200cخواهم", "ميخواهم"),
    ],
)
def test_texts(text: str, folded: str):
    assert fold(text) == folded
    assert Folded(text).text == folded


def test_teh_marbuta_can_be_kept():
    assert TEH_MARBUTA in FOLDING
    assert fold("وزارة أخرى", keep_teh_marbuta=True) == "وزارة اخري"
    assert find("وزاره", Folded("وزارة")) == [(0, 5)]
    assert find("وزاره", Folded("وزارة", keep_teh_marbuta=True)) == []
    assert find("وزارة", Folded("وِزارة", keep_teh_marbuta=True)) == [(0, 6)]


@settings(deadline=None)
@given(st.text(st.characters() | st.sampled_from(ALPHABET)))
def test_folding_twice_is_folding_once(text: str):
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF)))
def test_composed_and_decomposed_fold_alike(text: str):
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@settings(deadline=None)
@given(MIXED)
def test_the_way_back(text: str):
    folded = Folded(text)
    assert folded.text == fold(text)
    spans = [folded.span(at, at + 1) for at in range(len(folded.text))]
    for at, (start, end) in enumerate(spans):
        assert folded.text[at] in fold(text[start:end])
        assert start < end
    assert spans == sorted(spans)
    # What no span covers is nothing to a search.
    covered = {cp for start, end in spans for cp in range(start, end)}
    assert fold("".join(text[cp] for cp in range(len(text)) if cp not in covered)) == ""
    if spans:
        assert folded.span(0, len(spans)) == (spans[0][0], spans[-1][1])


@settings(deadline=None)
@given(MIXED, SHORT)
def test_no_exact_hit_is_lost(text: str, needle: str):
    found = find(needle, text)
    assert found == sorted(found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    at = text.find(needle)
    while at >= 0:
        end = at + len(needle)
        assert any(start < end and at < stop for start, stop in found)
        at = text.find(needle, at + 1)
    literal = find(needle, text, exact=True)
    assert all(text[start:end] == needle for start, end in literal)
    assert len(literal) == text.count(needle)


@settings(deadline=None)
@given(MIXED, st.data())
def test_every_piece_of_a_text_is_found_however_it_is_spelt(text: str, data: st.DataObject):
    folded = fold(text)
    if not folded:
        return
    start = data.draw(st.integers(0, len(folded) - 1))
    needle = folded[start : data.draw(st.integers(start + 1, min(len(folded), start + 4)))]
    found = find(needle, text)
    assert found
    assert all(needle in fold(text[start:end]) for start, end in found)


@pytest.mark.parametrize("text", [text for _, text in CORPUS if text], ids=[
    name for name in names() if name != "empty"
])  # fmt: skip
def test_the_corpus_finds_itself(text: str):
    assert find(text, text) == [(0, len(text))]
    assert find(text, text, exact=True) == [(0, len(text))]


@pytest.mark.parametrize(
    ("needle", "text", "found"),
    [
        ("كتاب", "كِتابٌ مفيد", ["كِتابٌ"]),
        ("قال", "قَالَ ثم قال", ["قَالَ", "قال"]),
        ("صرح", "صَرَّحَ", ["صَرَّحَ"]),
        ("علي", "علی\u0654 على", ["علی\u0654", "على"]),
        ("لا", "سلام \ufefb", ["لا", "\ufefb"]),
        ("الله", "قال \ufdf2", ["\ufdf2"]),
        ("covid", "الـCOVID", ["COVID"]),
        ("2020", "عام ٢٠٢٠", ["٢٠٢٠"]),
        ('"نعم"', "قال «نعم»", ["«نعم»"]),
        ("قال نعم", "قال \u00a0 نعم", ["قال \u00a0 نعم"]),
        ("👨", FAMILY, [FAMILY]),
        ("\u0651", "مدّ", ["\u0651"]),
        ("", "قال", []),
        ("قال", "", []),
    ],
)
def test_find(needle: str, text: str, found: list[str]):
    assert read(text, needle) == found


def test_an_exact_hit_goes_before_a_looser_one_that_it_overlaps():
    assert find("أا", "اأا") == [(1, 3)]
    assert find("اا", "اأا") == [(0, 2)]


def test_exact_folds_nothing():
    assert read("قَالَ قال", "قال", exact=True) == ["قال"]
    assert find("ب", "بٌ", exact=True) == [(0, 1)]


@settings(deadline=None)
@given(MIXED, SHORT)
def test_a_hit_cuts_no_grapheme_at_its_end(text: str, needle: str):
    for _, end in find(needle, text):
        assert snap(text, end, end) == (end, end)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال وقال قالوا", ["قال"]),
        ("«قَالَ»، قال.", ["قَالَ", "قال"]),
        ("قـــالـ", ["قـــال"]),
        ("مقال", []),
    ],
)
def test_whole_word(text: str, found: list[str]):
    assert read(text, "قال", whole_word=True) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("العراق والعراق بالعراق فالعراق كالعراق", ["العراق"] * 5),
        ("للعراق وللعراق", ["لعراق"] * 2),
        ("وَالعِراقِ «فبالعراق»", ["العِراقِ", "العراق"]),
        ("سالعراق", []),
        ("العراقيون", []),
    ],
)
def test_a_name_behind_particles(text: str, found: list[str]):
    assert read(text, "العراق", particles=True, whole_word=True) == found


def test_particles_before_a_name_without_the_article():
    text = "بغداد وبغداد لبغداد ولبغداد فببغداد"
    assert read(text, "بغداد", particles=True) == ["بغداد"] * 5
    assert read("الـCOVID والـCOVID", "COVID", particles=True) == ["COVID"] * 2
    assert read("القوات وللقوات", "قوات", particles=True, whole_word=True) == ["قوات"] * 2
    assert read("العراقيون", "العراق", particles=True) == ["العراق"]
    assert read("والعراق وَالعراق", "العراق", exact=True, particles=True) == ["العراق"] * 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("أحمد", "احمد", True),
        ("  فاطمة ", "فَاطِمَه", True),
        ("علي", "على", True),
        ("Parker", "PARKER", True),
        ("العراق", "عراق", False),
        ("أحمد", "محمد", False),
    ],
)
def test_same_name(one: str, other: str, *, same: bool):
    assert same_name(one, other) is same
