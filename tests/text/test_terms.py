from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.folding import _PARTICLES, FOLDING, PRESENTATION_FORMS, fold
from reader.text.terms import (
    LONGEST_TERM_CP,
    Terms,
    forms_behind,
    is_border,
    particles_before,
    terms_of,
    words,
)

LETTERS = "ابتكلموفقدرسنهةىأإآؤئءَّـ٠١23.,،٬ «»-_aZé\u200c\u200f\u00a0\ufdfa\n😀"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قالَ: «لن نتراجعَ»،", ["قالَ", "لن", "نتراجعَ"]),
        ("1,554 و3.5 في 2020/3/26.", ["1,554", "و3.5", "في", "2020", "3", "26"]),
        ("كوفيد-19، أ.ف.ب", ["كوفيد", "19", "أ", "ف", "ب"]),
        ("می\u200cخواهم a_b", ["می\u200cخواهم", "a_b"]),
        ("... — 😀", []),
    ],
)
def test_words_are_letters_digits_and_marks(text, found):
    assert words(text) == found


def test_terms_tell_how_a_word_is_spelt():
    terms = terms_of("أحمد في احمد مدرسة")
    assert terms.plain == {"احمد", "في"}
    assert terms.folded == {"مدرسه"}
    assert terms.spelt == {"أحمد", "مدرسة"}


def test_latin_capitals_are_no_other_spelling():
    assert terms_of("NATO") == terms_of("nato") == Terms(plain=frozenset({"nato"}))


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("والعراق", {"العراق", "عراق"}),
        ("للعراق", {"لعراق", "عراق", "العراق"}),
        ("وللعراق", {"للعراق", "لعراق", "عراق", "العراق"}),
        ("وبالعراق", {"بالعراق", "العراق", "عراق"}),
        ("بلد", {"لد"}),
        ("وك", set()),
        ("سلام", set()),
    ],
)
def test_words_stand_behind_particles(word, found):
    assert set(forms_behind(word)) == found


@given(st.text("وفبكلاعرق", min_size=1, max_size=7))
def test_particles_are_those_of_the_find_bar(word):
    cuts = {word[at:] for at in range(1, len(word) - 1) if _PARTICLES.fullmatch(word[:at])}
    bare = {word.removeprefix("و"), word.removeprefix("ف"), word}
    swallowed = {"ال" + one[2:] for one in bare if one.startswith("لل") and len(one) > 2}
    assert cuts <= set(forms_behind(word)) <= cuts | swallowed


@given(st.text(LETTERS))
def test_words_end_where_borders_are(text):
    folded = fold(text)
    at = 0
    for word in words(folded):
        at = folded.index(word, at)
        assert is_border(folded, at)
        assert is_border(folded, at + len(word))
        assert not any(is_border(folded, at + inside) for inside in range(1, len(word)))
        at += len(word)


@given(st.text(LETTERS))
def test_terms_are_the_words_of_the_folded_text(text):
    terms = terms_of(text)
    assert terms.plain | terms.folded == {word[:LONGEST_TERM_CP] for word in words(fold(text))}
    assert not terms.plain & terms.folded
    assert not terms.behind & (terms.plain | terms.folded)


def test_folding_makes_no_words_and_takes_none_apart():
    """A border of the text is one of the folded text, or the index would hold other words."""
    for rule in (*FOLDING, PRESENTATION_FORMS):
        for code in rule.codes():
            to = fold(chr(code))
            if to:
                assert bool(words(to)) == bool(words(chr(code))), hex(code)


def test_particle_is_found_before_a_place():
    text = "قال وبالعراق"
    assert particles_before(text, 8) == 4
    assert particles_before(text, 9) is None
    assert particles_before(text, 1) is None


def test_long_words_are_cut():
    assert terms_of("ن" * 1000).plain == {"ن" * LONGEST_TERM_CP}


def test_every_join_is_one_of_the_particles():
    joins = ("".join(parts) for parts in product("وفبكلا", repeat=3))
    for join in joins:
        is_join = _PARTICLES.fullmatch(join) is not None
        assert (("عراق") in forms_behind(join + "عراق")) == is_join, join
