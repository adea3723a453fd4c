"""`said`: everything that somebody said, whatever the spelling of the name."""

import pytest


@pytest.fixture
def spoken(hashiya, first) -> None:
    start = first.index("لن")
    hashiya("annotate", 1, start, start + 9, "quote", "--set", "speaker=أحمد سالم")
    hashiya("annotate", 2, 0, 4, "quote", "--set", "speaker=أحمد سالم")
    hashiya("annotate", 2, 5, 8, "quote", "--set", "speaker=سعاد سالم")
    hashiya("annotate", 2, 5, 8, "entity", "--set", "entity_name=أحمد سالم")


@pytest.mark.parametrize("name", ["أحمد سالم", "احمد سالم", "وأحمد سالم", "الوزير أحمد سالم"])
def test_a_name_finds_its_quotes_in_all_articles(hashiya, spoken, name):
    lines = hashiya("said", name).out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["1", "2"]
    assert "لن نتراجع" in lines[0]


def test_json_tells_the_source_of_each(hashiya, spoken):
    said = hashiya("said", "أحمد سالم", "--json").json
    assert [(one["text"], one["fields"]["speaker"]) for one in said] == [
        ("لن نتراجع", "أحمد سالم"),
        ("مقال", "أحمد سالم"),
    ]
    assert all({"title", "publisher", "published", "url", "article"} <= one.keys() for one in said)


def test_a_last_name_that_two_bear_is_refused_with_both(hashiya, spoken):
    refusal = hashiya("said", "سالم").refusal
    assert "أحمد سالم" in refusal
    assert "سعاد سالم" in refusal


def test_nobody_of_the_name(hashiya):
    assert "ليلى" in hashiya("said", "ليلى").refusal
