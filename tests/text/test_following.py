"""Spans in a later state of their text: found, or lost, but never somewhere else."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.boundaries import Span
from reader.text.canonical import canonical
from reader.text.following import ORPHAN, Followed, follow
from tests.corpus import NEWS, texts
from tests.text.edited import outcomes

TWIN = "ونفت الوزارة صحة الأنباء المتداولة."
A, B, C = (
    "افتتحت محطة جديدة لتنقية المياه في المدينة.",
    "وقال الخبير عادل نصيف إن الملوحة أقل.",
    "وصوت المجلس على المشروع بعد جدل طويل.",
)


def followed(old: str, new: str, words: str, *, nth: int = 0) -> tuple[str, str]:
    """Return the state of some words in another text, and the words there."""
    start = -1
    for _ in range(nth + 1):
        start = old.index(words, start + 1)
    found = follow(old, new, [(start, start + len(words))])[0]
    return found.state, new[found.start_cp : found.end_cp]


def naive(old: str, new: str, spans: list[Span]) -> list[Followed]:
    """Take the first place where the words stand, as many programs do."""
    places = [(new.find(old[start:end]), end - start) for start, end in spans]
    return [Followed("exact", at, at + size, 1.0) if at >= 0 else ORPHAN for at, size in places]


def test_nothing_lands_on_a_look_alike():
    found = list(outcomes(200, seed=1))
    assert [one for one in found if one.verdict == "wrong"] == []
    # What is lost is an orphan, and it is little: otherwise finding nothing would do.
    standing = [one for one in found if one.untouched]
    again = sum(1 for one in standing if one.found.state != "orphan")
    assert again >= 0.93 * len(standing)
    assert set(Counter(one.found.state for one in found)) == {"exact", "moved", "fuzzy", "orphan"}


def test_the_corpus_catches_one_who_guesses():
    wrong = sum(1 for one in outcomes(40, 1, naive) if one.verdict == "wrong")
    assert wrong > 20


@pytest.mark.parametrize(
    ("old", "new", "nth", "state"),
    [
        (f"{A} {TWIN} {B} {TWIN} {C}", f"{A} {B} {TWIN} {C}", 0, "orphan"),
        (f"{A} {TWIN} {B} {TWIN} {C}", f"{A} {B} {TWIN} {C}", 1, "exact"),
        (f"{A} {TWIN} {B} {TWIN} {C}", f"{A} {TWIN} {C}", 0, "orphan"),
        (f"{A} {TWIN} {B} {TWIN} {C}", f"{A} {TWIN} {C}", 1, "orphan"),
        (f"{A} {TWIN} {B}", f"{A} {TWIN} {B} {TWIN} {C}", 0, "exact"),
        (f"{A} {B} {TWIN} {C}", f"{A} {B} {C} {TWIN}", 0, "moved"),
    ],
)
def test_twin_sentences_are_told_apart_or_lost(old: str, new: str, nth: int, state: str):
    found, words = followed(old, new, TWIN, nth=nth)
    assert found == state
    assert words == ("" if state == "orphan" else TWIN)
    if (state, nth) == ("exact", 0):
        assert follow(old, new, [(len(A) + 1, len(A) + 1 + len(TWIN))])[0].start_cp == len(A) + 1


def test_a_name_stays_in_its_sentence_among_others_alike():
    old = f"{A} وقال العراق كلمته في المؤتمر أمس. {B} وأكد العراق التزامه بالاتفاق كله. {C}"
    new = f"{B} وأكد العراق التزامه بالاتفاق كله. {C} {A} وقال العراق كلمته في المؤتمر أمس."
    span = old.index("العراق"), old.index("العراق") + len("العراق")
    found = follow(old, new, [span])[0]
    assert new[found.start_cp :].startswith("العراق كلمته")
    gone = f"{A} {B} وأكد العراق التزامه بالاتفاق كله. {C}"
    assert follow(old, gone, [span]) == [ORPHAN]


@pytest.mark.parametrize(
    ("words", "change", "state", "then"),
    [
        ("محطة جديدة", ("افتتحت محطة", "افتتحت أمس محطة"), "exact", "محطة جديدة"),
        ("محطة جديدة", ("جديدة لتنقية", "جديدة كبرى لتنقية"), "exact", "محطة جديدة"),
        ("محطة جديدة لتنقية", ("جديدة", "حديثة"), "fuzzy", "محطة حديثة لتنقية"),
        ("محطة جديدة لتنقية", ("جديدة", "جَديدة"), "fuzzy", "محطة جَديدة لتنقية"),
        ("محطة جديدة", ("محطة جديدة", "بئر ارتوازية"), "orphan", ""),
        ("مياه", ("المياه", "المِياه"), "fuzzy", "مِياه"),
        ("مياه", ("في المدينة", "في القرية"), "exact", "مياه"),
    ],
)
def test_edits_before_inside_over_and_behind_a_span(
    words: str, change: tuple[str, str], state: str, then: str
):
    old = f"{A} {B} {C}"
    assert followed(old, old.replace(*change), words) == (state, then)


def test_an_emptied_text_leaves_orphans():
    assert follow(NEWS, "", [(0, 5), (10, 20)]) == [ORPHAN, ORPHAN]
    assert follow("   \n", "نص", [(0, 2)]) == [ORPHAN]


@given(st.sampled_from([canonical(text) for text in texts() if text]), st.data())
def test_what_lands_lies_in_the_new_text(text: str, data: st.DataObject):
    at = data.draw(st.integers(0, len(text)))
    new = text[:at] + data.draw(st.sampled_from(["", "كلمة ", "\n", text[:40]])) + text[at + 1 :]
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = follow(text, new, [(start, end)])[0]
    if found.state == "orphan":
        assert found == ORPHAN
    else:
        assert 0 <= found.start_cp < found.end_cp <= len(new)
        same = new[found.start_cp : found.end_cp] == text[start:end]
        assert same == (found.state in ("exact", "moved"))


def test_a_text_that_did_not_change_keeps_everything():
    assert follow(NEWS, NEWS, [(3, 9)]) == [Followed("exact", 3, 9, 1.0)]
