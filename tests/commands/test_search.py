"""Words are found in all articles, however they are spelt."""

import pytest


def found(answer) -> list[tuple[int, str]]:
    """Return the article and the words of each hit."""
    return [(hit["article"], hit["text"]) for hit in answer.json]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("احمد", [(1, "أحمد"), (1, "أحمد")]),
        ("واضاف احمد", [(1, "أحمد"), (1, "وأضافَ"), (1, "أحمد")]),
        ('"واضاف احمد"', [(1, "وأضافَ\u00a0أحمد")]),
        ("اضاف", [(1, "أضافَ")]),
        ("الوزار", [(1, "الوزار")]),
        ("احمد -السعر", []),
        ("الأسعار -السعر", [(2, "الأسعار")]),
        ("tag:claim", []),
        ("الأسعار", [(2, "الأسعار")]),
        ("١٥", [(1, "15")]),
        ("NEAR(", []),
        ("\u202e\udcff", []),
        ("%", []),
        ('"', []),
    ],
)
def test_words_are_found(hashiya, query, hits):
    answer = hashiya("search", query, "--json")
    assert answer.status == 0
    assert found(answer) == hits


def test_a_hit_tells_its_place_and_surroundings(hashiya, first):
    (hit,) = hashiya("search", "واضاف", "--json").json
    start = first.index("وأضافَ")
    assert first[hit["start"] : hit["end"]] == hit["text"] == "وأضافَ"
    assert hit["start"] == start
    assert hit["before"] == first[start - 30 : start]
    assert hit["after"] == first[hit["end"] : hit["end"] + 30]
    assert hit["article_uid"] == hashiya("articles", "--json").json[1]["uid"]


def test_a_hit_is_one_line(hashiya, first):
    answer = hashiya("search", "واضاف")
    (line,) = answer.out.splitlines()
    article, place, words = line.split("\t")
    start = first.index("وأضافَ")
    assert (article, place) == ("1", f"{start}–{start + 6}")
    assert 'نتراجع". [وأضافَ]\u00a0أحمد' in words


def test_words_are_whole_and_alone_when_asked(hashiya):
    assert hashiya("search", "الوزار", "--whole-words", "--json").json == []
    assert hashiya("search", "اضاف", "--no-particles", "--json").json == []


def test_notes_and_names_are_found_and_tell_where_they_belong(hashiya, first):
    start = first.index("لن")
    annotate = ("annotate", 1, start, start + 10, "quote", "--note", "زرافة")
    made = hashiya(*annotate, "--set", "speaker=سيبويه", "--json").json
    name, speaker = hashiya("search", "سيبويه", "--json").json
    assert (name["field"], name["name"], name["text"]) == ("name", "سيبويه", "سيبويه")
    assert (speaker["field"], speaker["annotation"]) == ("speaker", made["uid"])
    (note,) = hashiya("search", "زرافه", "--json").json
    assert (note["field"], note["field_start"], note["field_end"]) == ("note", 0, 5)
    assert (note["start"], note["end"], note["exact"]) == (start, start + 10, False)
    (quote,) = hashiya("search", 'القائل:"سيبويه" نتراجع', "--json").json
    assert quote["text"] == first[quote["start"] : quote["end"]] == "نتراجع"
    assert hashiya("search", "زرافة").out.splitlines() == [f"1\t{start}–{start + 10}\t[زرافة]"]


def test_what_is_no_date_is_told(hashiya):
    answer = hashiya("search", "before:yesterday الأسعار")
    assert answer.status == 0
    assert "“yesterday” is no date" in answer.err
    assert "[الأسعار]" in answer.out


def test_nothing_found_is_done(hashiya):
    answer = hashiya("search", "غير موجود")
    assert (answer.status, answer.out, answer.err) == (0, "", "")


@pytest.mark.parametrize("query", ["", "  ", "\n", "ن" * 1001])
def test_nothing_and_too_much_cannot_be_searched(hashiya, query):
    assert "1 to 1000 characters" in hashiya("search", query).refusal


def test_a_thousand_characters_can(hashiya):
    assert hashiya("search", "ن" * 1000, "--json").json == []
