"""Texts that say nearly the same are found, whatever their order, particles and endings."""

import pytest

from reader.text.folding import fold
from reader.text.similar import LEAST_SCORE, SimilarTexts, stem_of
from tests.text.similar_claims import HELD_OUT, LEAST_FIRST, PAIRS, measure, pairs

CLAIM = "ارتفعت أسعار الخبز في بغداد بنسبة 30% خلال شهر"
OTHER = "افتتح الوزير محطة مياه جديدة في أم السواقي"


@pytest.fixture
def texts():
    made = SimilarTexts()
    made.put("bread", CLAIM)
    made.put("water", OTHER)
    return made


@pytest.mark.parametrize(
    "asked",
    [
        CLAIM,
        "أسعارُ الخُبز ببغداد ارتفعت ٣٠٪ في شهر",
        "ارتفاع سعر الخبز في بغداد بنسبة 30 بالمئة",
        "وبأسعار الخبز ببغداد ارتفاع خلال شهر",
    ],
)
def test_the_same_claim_is_found_however_it_is_put(texts, asked):
    found = texts.like(asked)
    assert [one.key for one in found] == ["bread"]
    assert LEAST_SCORE <= found[0].score <= 1


def test_the_same_words_are_wholly_alike(texts):
    assert texts.like(CLAIM)[0].score == pytest.approx(1)


@pytest.mark.parametrize("asked", ["", "  ؟! ", "ذهب الأولاد إلى الحقل صباحا"])
def test_what_is_like_nothing_finds_nothing(texts, asked):
    assert texts.like(asked) == []


def test_a_claim_is_not_like_itself_where_it_is_left_out(texts):
    assert texts.like(CLAIM, without="bread") == []


def test_another_text_takes_the_place_of_the_former(texts):
    texts.put("bread", "فاز المنتخب بكأس آسيا")
    assert texts.like(CLAIM) == []
    assert [one.key for one in texts.like("المنتخب فاز بكأس اسيا")] == ["bread"]
    assert len(texts) == 2


def test_a_text_that_is_gone_leaves_nothing(texts):
    texts.drop("bread")
    texts.drop("bread")
    texts.drop("water")
    assert (len(texts), dict(texts._having)) == (0, {})
    assert texts.like(CLAIM) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("والوزارة", "وزارة"),
        ("بالمدينة", "المدينة"),
        ("للوزير", "الوزير"),
        ("معلمون", "معلمين"),
        ("أسعارها", "أسعار"),
    ],
)
def test_particles_and_endings_do_not_count(one, other):
    assert stem_of(fold(one)) == stem_of(fold(other))


@pytest.mark.parametrize("word", ["1554", "3.5", "ماء", "سد"])
def test_numbers_and_short_words_stay_whole(word):
    assert stem_of(word) == word


def test_the_made_claims_are_a_hundred_and_each_is_there_once():
    every = [text for path in (PAIRS, HELD_OUT) for pair in pairs(path) for text in pair]
    assert (len(pairs()) >= 100, len(pairs(HELD_OUT)) >= 60) == (True, True)
    assert len(set(every)) == len(every)


def test_twins_come_first_among_ten_thousand_others():
    found = measure()
    assert found.first >= LEAST_FIRST, found.misses
    assert found.told >= LEAST_FIRST
    assert found.strangers <= 0.1


def test_twins_that_no_choice_was_made_on_come_first_too():
    found = measure(HELD_OUT)
    assert found.first >= LEAST_FIRST, found.misses
    assert found.told >= LEAST_FIRST
    assert found.strangers <= 0.2
