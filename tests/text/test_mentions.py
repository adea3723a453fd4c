"""Names with particles joined to them, and words that only look so."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.lookalikes import spelt
from reader.text.mentions import mentions, name_of
from tests.text.mentions import cases, measured


def found(text: str, *names: str, article: bool = False, others: tuple[str, ...] = ()) -> list[str]:
    name = name_of(names, others, takes_article=article)
    return [text[start:end] for start, end in mentions(name, text)]


def test_the_corpus_is_large_and_nothing_wrong_is_found_in_it():
    result = measured()
    assert result.particle_cases >= 300
    assert result.wrong == ()
    assert result.recall >= 0.95


def test_the_corpus_would_show_a_search_that_knows_no_other_words():
    """A breach: particles alone, without the list, find what is inside other words."""
    bare = [
        span for case in cases() for span in _by_particles_alone(case) if span not in case.wanted
    ]
    assert len(bare) > 20


def _by_particles_alone(case):
    from reader.text.folding import find

    for name in case.names:
        yield from find(name, case.text, whole_word=True, particles=True)


def test_names_of_the_register_are_no_particles_and_a_name():
    assert found("قال كرامي ورامي", "رامي") == ["رامي"]
    assert found("قال فرامي ورامي", "رامي") == ["رامي", "رامي"]
    assert found("قال فرامي ورامي", "رامي", others=("عمر فرامي",)) == ["رامي"]


def test_a_longer_name_of_another_is_left_to_them():
    assert found("علي حسن وعلي", "علي") == ["علي", "علي"]
    assert found("علي حسن وعلي", "علي", others=("علي حسن",)) == ["علي"]


def test_the_longest_spelling_counts():
    text = "قالت المهندسة سلمى الراوندي وأضافت الراوندي"
    names = ("سلمى الراوندي", "الراوندي", "المهندسة سلمى الراوندي")
    assert found(text, *names) == ["المهندسة سلمى الراوندي", "الراوندي"]


def test_the_article_stands_before_places_and_organisations_only():
    assert found("الحسن وللحسن", "حسن") == []
    assert found("المرصد وللمرصد", "مرصد", article=True) == ["مرصد", "مرصد"]


@pytest.mark.parametrize("names", [(), ("",), (" ",), ("و",)])
def test_nothing_is_sought_for_no_name(names):
    assert found("و ف ب قال", *names) == []


@pytest.mark.parametrize("word", sorted(spelt())[::97])
def test_words_of_the_list_hold_no_name_behind_their_first_letter(word):
    if len(word) > 3:
        assert found(f"قال {word} ثم و{word}", word[1:]) == []
        assert found(f"قال {word} ثم", word) == [word]


@given(st.text(alphabet="ولبكفا علي😀ـَ", max_size=30))
def test_spans_are_in_order_and_apart(text):
    spans = mentions(name_of(("علي", "ولي")), text)
    assert spans == sorted(spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(0 <= start < end <= len(text) for start, end in spans)
