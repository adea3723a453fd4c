import itertools
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.finding import holds, holds_value, merged, places_in, places_of, snippet
from reader.text.folding import Folded
from reader.text.nearby import windows
from reader.text.seeking import parse_query
from reader.text.terms import terms_of

LETTERS = "ابكلوفعرقةهىيأإَـ12., «»\n"


def found(typed, text, **options):
    query = parse_query(typed, **options)
    (sought,) = query.sought
    return [(text[one.start_cp : one.end_cp], one.exact) for one in places_of(sought, query, text)]


@pytest.mark.parametrize(
    ("typed", "text", "places"),
    [
        ("احمد", "قال أحمدُ 😀 واحمد", [("أحمدُ", False), ("احمد", True)]),
        (
            "العراق",
            "للعراق وبالعراق العراقي",
            [("لعراق", False), ("العراق", True), ("العراق", True)],
        ),
        ("ألف", "للفرد ألف", [("ألف", True)]),
        ("عراق", "بعراق معراق", [("عراق", True)]),
        ("1,554", "العدد ١٬٥٥٤ لا ١٬٥٥", [("١٬٥٥٤", False)]),
        ("554", "العدد 1,554", []),
        ("وزير", "وزيرها", [("وزير", True)]),
        ("في", "فيها في", [("في", True)]),
        ('"مجلس الامن"', "ومجلس  الأمن ومجلس الأمنية", [("مجلس  الأمن", False)]),
        ('"مجلس الأمن"', "مجلس\nالأمن مجلس في الأمن", []),
        ("كوفيد-19", "كوفيد 19، كوفيد-19", [("كوفيد 19", False), ("كوفيد-19", True)]),
        ("nato", "NATO", [("NATO", True)]),
    ],
)
def test_places_are_found(typed, text, places):
    assert found(typed, text) == places


def test_whole_words_end_where_they_are_typed_to_end():
    assert found("وزير", "وزيرها والوزير", whole_words=True) == [("وزير", True)]


def test_particles_are_left_alone():
    assert found("عراق", "بعراق العراق عراق", particles=False) == [("عراق", True)]
    assert found("العراق", "للعراق العراق", particles=False) == [("العراق", True)]


@given(st.text(LETTERS, min_size=1, max_size=60), st.data(), st.booleans(), st.booleans())
def test_every_word_is_found_where_it_stands(text, data, whole_words, particles):
    """And the index holds it: what is found is among what the index names."""
    words = [word for word in text.split() if parse_query(word).sought]
    if not words:
        return
    typed = data.draw(st.sampled_from(words))
    query = parse_query(typed, whole_words=whole_words, particles=particles)
    for sought in query.sought:
        assert holds(sought, query, text)
        places = places_of(sought, query, text)
        assert places
        ends = [(one.start_cp, one.end_cp) for one in places]
        assert ends == sorted(ends)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(ends))
        assert all(0 <= start < end <= len(text) for start, end in ends)


@given(st.text("ابكلوفعرق ة", max_size=40), st.text("ابكلوفعرقة", min_size=1, max_size=6))
def test_what_is_found_stands_in_the_index(text, typed):
    query = parse_query(typed)
    terms = terms_of(text)
    held = terms.plain | terms.folded | terms.behind
    for sought in query.sought:
        (word,) = sought.words
        named = any(
            one.startswith(word) if query.ends_open(sought) else one == word for one in held
        )
        assert holds(sought, query, text) == named


@given(
    st.text("ابلكوفالق ةأ\u064e\u0640\u200f 1,. \n\t\ufefb\ufdfa-", max_size=80),
    st.sampled_from(
        ("ال", "الب", "بل", "لا", "1,1", '"ال بل"', '"ا ب ل"', "ب-ل", "فق", "أب", "قه")
    ),
    st.booleans(),
    st.booleans(),
)
def test_what_is_found_by_parts_is_what_is_found_in_the_whole(text, typed, whole, particles):
    query = parse_query(typed, whole_words=whole, particles=particles)
    for sought in query.sought:
        assert places_of(sought, query, text) == places_in(sought, query, Folded(text))
        assert holds(sought, query, text) == bool(places_in(sought, query, Folded(text)))
        parts = list(windows(sought, query, text))
        assert all(low < high for low, high in parts) or not text
        assert all(one[1] <= other[0] for one, other in pairwise(parts))


def test_only_what_is_near_is_looked_at():
    text = "كلمة " * 1000 + "والماءُ نقيّ " + "كلمة " * 1000
    query = parse_query("ماء")
    (part,) = windows(query.sought[0], query, text)
    assert text[slice(*part)] == "والماءُ"


def test_values_are_whole_words_side_by_side():
    assert holds_value("احمد سالم", "الوزير أحمد سالم")
    assert not holds_value("احمد سالم", "أحمد", "سالم")
    assert not holds_value("احمد", "الأحمد", "")


def test_places_of_several_words_are_told_once():
    query = parse_query('"ماء نقي" نقي')
    places = [places_of(one, query, "ماء نقي نقي") for one in query.sought]
    assert [(one.start_cp, one.end_cp) for one in merged(places)] == [(0, 7), (8, 11)]


def test_snippets_are_cut_between_words():
    text = "كان ماء النهر نقيًا في ذلك العام"
    start = text.index("النهر")
    around = snippet(text, start, start + 5, 5, 9)
    assert (around.before, around.words, around.after) == ("ماء ", "النهر", " نقيًا في")
    assert snippet(text, start, start + 5, 5, 8).after == " نقيًا"
    assert snippet("ماء", 0, 3, 9, 9).words == "ماء"
    assert snippet("ن" * 50, 20, 21, 5, 5).before == "ن" * 5
