"""Statistics on the command line."""


def test_numbers_of_the_library_and_of_an_article(hashiya):
    hashiya("annotate", 1, 0, 3, "quote", "--set", "speaker=أحمد سالم")
    hashiya("annotate", 2, 0, 4, "entity", "--set", "entity_type=person")
    every = hashiya("numbers", "--json").json
    assert (every["articles"], every["annotations"]) == (2, 2)
    tables = {table["key"]: table["rows"] for table in every["tables"]}
    assert {row["key"]: row["count"] for row in tables["tags"]} == {"quote": 1, "entity": 1}
    (speaker,) = tables["speakers"]
    assert (speaker["label_ar"], speaker["count"], speaker["characters"]) == ("أحمد سالم", 1, 3)
    one = hashiya("numbers", "--article", 2, "--json").json
    assert one["annotations"] == 1
    assert "speakers" not in {table["key"] for table in one["tables"]}


def test_lines_for_people(hashiya):
    hashiya("annotate", 1, 0, 3, "quote", "--set", "speaker={أحمد}")
    answer = hashiya("numbers")
    assert answer.status == 0
    lines = [line.split("\t") for line in answer.out.splitlines()]
    assert ["{أحمد}", "1", "3"] in lines


def test_what_nobody_published_counts_nothing(hashiya):
    hashiya("annotate", 1, 0, 3, "quote")
    none = hashiya("numbers", "--publisher", "لا أحد", "--json").json
    assert none == {"articles": 0, "annotations": 0, "tables": []}


def test_an_unknown_article_is_refused(hashiya):
    assert "77" in hashiya("numbers", "--article", 77).refusal
