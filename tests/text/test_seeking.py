import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.seeking import LONGEST_QUERY_CP, OPERATORS, Sought, parse_query

PIECES = (
    *(f"{name}:" for operator in OPERATORS for name in operator.names),
    *('"', "«", "»", "-", "--", ":", " ", "\n", "\0", "\udcff", "\u202e", "*", "NEAR(", "OR", "%"),
    *("ماء", "قالَ", "2021-03-14", "٢٠٢١", "'", "\\", "😀", "\ufdfa", ".", ",", "(", ")"),
)
ANY_QUERY = st.one_of(
    st.text(st.characters(), min_size=1, max_size=LONGEST_QUERY_CP),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map("".join),
)


def sought(typed):
    return [(" ".join(one.words), one.phrase, one.negated) for one in parse_query(typed).sought]


def asked(typed):
    found = parse_query(typed).conditions
    return [(one.operator.key, one.value, one.negated) for one in found]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ماءٌ نقيّ", [("ماء", False, False), ("نقي", False, False)]),
        ('"مجلس الأمن"', [("مجلس الامن", True, False)]),
        ("«مجلس الأمن» “قال”", [("مجلس الامن", True, False), ("قال", True, False)]),
        ("-الأمس", [("الامس", False, True)]),
        ('-"يوم الأمس', [("يوم الامس", True, True)]),
        ("كوفيد-19", [("كوفيد 19", False, False)]),
        ("- ماء", [("ماء", False, False)]),
        ("surname:سالم", [("surname سالم", False, False)]),
        ("ماء ماء", [("ماء", False, False)]),
        ('"" - . «', []),
    ],
)
def test_words_and_phrases_are_read(typed, found):
    assert sought(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tag:claim", [("tag", "claim", False)]),
        ("TAG: Claim", [("tag", "claim", False)]),
        ("وسم:ادعاء", [("tag", "ادعاء", False)]),
        ("-وسم:ادعاء", [("tag", "ادعاء", True)]),
        ('speaker:"أحمد سالم"', [("speaker", "احمد سالم", False)]),
        ("القائل: «أحمد سالم»", [("speaker", "احمد سالم", False)]),
        ("الناشر:الجزيرة", [("publisher", "الجزيره", False)]),
        ("قبل:2021-03-14 بعد:٢٠٢٠", [("before", "2021-03-14", False), ("after", "2020", False)]),
        ("اسم:سالم", [("name", "سالم", False)]),
        ("speaker:", []),
        ('speaker:"', []),
        ("tag:!", []),
    ],
)
def test_operators_are_read_in_both_languages(typed, found):
    assert asked(typed) == found
    assert not sought(typed)


def test_what_is_no_date_is_told():
    query = parse_query("before:yesterday ماء بعد:2021-02-30")
    assert query.unread == ("yesterday", "2021-02-30")
    assert query.conditions == ()
    assert [one.words for one in query.sought] == [("ماء",)]


def test_short_words_and_phrases_end_where_they_end():
    query = parse_query('من ماء "ماء"')
    assert [query.ends_open(one) for one in query.sought] == [False, True, False]
    whole = parse_query("ماء", whole_words=True)
    assert not whole.ends_open(Sought(("ماء",), "ماء"))


def test_query_knows_what_it_asks_for():
    assert parse_query("«").is_empty
    assert not parse_query("-ماء").is_empty
    assert parse_query("-ماء").wanted == ()
    assert parse_query("tag:claim").chooses_annotations
    assert not parse_query("before:2021").chooses_annotations


@given(ANY_QUERY, st.booleans(), st.booleans())
def test_every_text_has_a_meaning(typed, whole_words, particles):
    query = parse_query(typed, whole_words=whole_words, particles=particles)
    for one in query.sought:
        assert one.words
        assert all(one.words)
    assert all(one.value for one in query.conditions)
