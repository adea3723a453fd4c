"""Annotations are made and listed from the shell."""

import sqlite3
from contextlib import closing

import pytest

from reader.exporters.codebook import save_codebook
from tests.importers.test_codebook_file import BOOK


def contents(library) -> list[str]:
    """Return everything that a library holds, as SQL."""
    with closing(sqlite3.connect(library)) as connection:
        return list(connection.iterdump())


def test_a_quote_is_marked_and_its_uid_printed(hashiya, first):
    answer = hashiya("annotate", 1, 0, 20, "quote")
    assert (answer.status, answer.err) == (0, "")
    uid = answer.out.strip()
    (listed,) = hashiya("annotations", "--json").json
    assert listed["uid"] == uid
    assert (listed["tag"], listed["start"], listed["end"]) == ("quote", 0, 20)
    assert listed["text"] == first[:20]
    assert listed["article"] == 1
    assert listed["status"] == "draft"
    assert listed["created_at"] == listed["updated_at"]


def test_positions_count_code_points(hashiya, first):
    start = first.index("لن")
    made = hashiya("annotate", 1, start, start + 9, "quote", "--json").json
    assert "😀" in first[:start]
    assert made["text"] == "لن نتراجع"


def test_an_article_is_named_by_its_uid_too(hashiya):
    uid = hashiya("articles", "--json").json[0]["uid"]
    assert hashiya("annotate", uid, 0, 4, "claim", "--json").json["article"] == 2


def fields_set(hashiya, tag: str, fields: dict[str, str]) -> dict[str, str]:
    """Return the fields of a new annotation that was given some."""
    options = [word for pair in fields.items() for word in ("--set", "=".join(pair))]
    answer = hashiya("annotate", 1, 0, 10, tag, "--json", *options)
    assert (answer.status, answer.err) == (0, "")
    return answer.json["fields"]


QUOTE = {
    "quote_type": "direct",
    "speaker": "أحمد سالم",
    "speaker_role": "وزير = نفط",
    "cue": "قال",
    "verification_url": "https://radio.example/1?a=b",
    "verified_at": "2020-03-26T14:30:00Z",
    "is_translation": "yes",
}
ENTITY = {
    "entity_type": "number",
    "entity_name": "أحمد سالم",
    "wikidata_id": "Q42",
    "value": "23.8",
    "unit": "مليار",
}
CLAIM = {
    "claim_text": "رُفع السعر",
    "claimant": "وزارة النفط",
    "claim_date": "2020-03",
    "check_worthiness": "high",
    "verdict": "",
    "verdict_label": "",
    "state": "candidate",
    "priority": "high",
}


@pytest.mark.parametrize(
    ("tag", "fields"), [("quote", QUOTE), ("entity", ENTITY), ("claim", CLAIM)]
)
def test_every_field_can_be_set(hashiya, tag, fields):
    found = fields_set(hashiya, tag, fields)
    assert {key: value for key, value in found.items() if value or key in fields} == fields


def test_line_ends_and_digits_are_taken_as_they_are_typed(hashiya):
    made = hashiya(
        "annotate", 1, 0, 3, "claim", "--json",
        "--note", "سطر\r\nثانٍ", "--set", "claim_date=٢٠٢٠-٠٣",
    ).json  # fmt: skip
    assert made["note"] == "سطر\nثانٍ"
    assert made["fields"]["claim_date"] == "2020-03"


def test_a_verdict_is_given_at_once(hashiya):
    made = hashiya("annotate", 1, 0, 3, "claim", "--set", "verdict=false", "--json")
    if made.status:
        made = hashiya("annotate", 1, 0, 3, "claim", "--set", "verdict=?")
        code = made.refusal.split("takes ")[-1].split(",")[0]
        made = hashiya("annotate", 1, 0, 3, "claim", "--set", f"verdict={code}", "--json")
    assert made.json["fields"]["verdict"]
    assert made.json["fields"]["verdict_label"]


def test_one_speaker_of_two_quotes_is_one_subject(hashiya, library):
    for start in (0, 5):
        hashiya("annotate", 1, start, start + 4, "quote", "--set", "speaker=أحمد")
    with closing(sqlite3.connect(library)) as connection:
        assert connection.execute("SELECT count(*) FROM subjects").fetchone() == (1,)


def test_annotations_are_chosen_by_article_and_tag(hashiya):
    for article, tag in ((1, "quote"), (1, "claim"), (2, "claim")):
        hashiya("annotate", article, 0, 3, tag)

    def found(*words: object) -> list[tuple[int, str]]:
        listed = hashiya("annotations", "--json", *words).json
        return [(one["article"], one["tag"]) for one in listed]

    assert sorted(found()) == [(1, "claim"), (1, "quote"), (2, "claim")]
    assert found("--article", 2) == [(2, "claim")]
    assert sorted(found("--tag", "claim")) == [(1, "claim"), (2, "claim")]
    assert found("--tag", "quote", "--article", 1, "--article", 1) == [(1, "quote")]
    assert found("--tag", "entity") == []


def test_a_list_for_people_is_one_line_each(hashiya, first):
    hashiya("annotate", 1, 0, 60, "quote", "--note", "سطر\nثانٍ")
    hashiya("annotate", 1, 0, len(first), "claim")
    long, short = hashiya("annotations").out.splitlines()
    assert short.split("\t")[1:4] == ["1", "quote", "0–60"]
    assert short.endswith("\tسطر ثانٍ")
    assert long.split("\t")[4].endswith("…")


BAD = [
    ((9, 0, 3, "quote"), "There is no article 9 in this library."),
    (("٩" * 40, 0, 3, "quote"), "There is no article"),
    ((1, 3, 3, "quote"), "Positions 3 to 3 mark nothing in a text of "),
    ((1, 4, 3, "quote"), "Positions 4 to 3 mark nothing"),
    ((1, -1, 3, "quote"), "Positions -1 to 3 mark nothing"),
    ((1, 0, 10**30, "quote"), "mark nothing"),
    ((1, 0, 3, "اقتباس"), "There is no tag “اقتباس”; the tags are quote, entity, claim"),
    ((1, 0, 3, "quote", "--set", "verdict=true"), "The tag “quote” has no field “verdict”"),
    ((1, 0, 3, "quote", "--set", "quote_type=x"), "The field “quote_type” does not take “x”"),
    ((1, 0, 3, "claim", "--set", "claim_date=أمس"), "The field “claim_date” does not take “أمس”"),
    ((1, 0, 3, "claim", "--set", "claimant=س", "--set", "verdict=x"), "“verdict” does not take"),
    ((1, 0, 3, "entity", "--set", "wikidata_id=796"), "a Wikidata id such as Q796"),
    ((1, 0, 3, "q\x1b[31m\udcff"), "There is no tag “q‹001B›[31m\ufffd”"),
    (("\udcff", 0, 3, "quote"), "There is no article \ufffd in this library."),
]


@pytest.mark.parametrize(("words", "sentence"), BAD)
def test_bad_input_is_told_and_changes_nothing(hashiya, library, words, sentence):
    before = contents(library)
    assert sentence in hashiya("annotate", *words).refusal
    assert contents(library) == before


@pytest.mark.parametrize("words", [("--article", "7"), ("--tag", "x")])
def test_an_unknown_article_or_tag_is_no_empty_list(hashiya, words):
    assert hashiya("annotations", *words).refusal.startswith("There is no ")


@pytest.fixture
def own_fields(hashiya, tmp_path):
    """Take in a codebook with fields of one's own."""
    save_codebook(BOOK, tmp_path / "book.json")
    assert hashiya("codebook", "import", tmp_path / "book.json").status == 0


@pytest.mark.usefixtures("own_fields")
def test_fields_of_ones_own_are_set_and_asked_for(hashiya):
    made = hashiya("annotate", 1, 0, 4, "context", "--set", "tone=calm", "--json")
    assert (made.status, made.json["own"]) == (0, {"tone": "calm"})
    said = ("--set", "quote.count=٢٫٥", "--set", "speaker=أحمد")
    quote = hashiya("annotate", 1, 5, 9, "quote", *said, "--json").json
    assert (quote["own"], quote["fields"]["speaker"]) == ({"count": "2.5"}, "أحمد")
    hashiya("annotate", 1, 5, 12, "quote")
    for wanted, uids in (
        (("--field", "tone=calm"), [made.json["uid"]]),
        (("--field", "tone=loud"), []),
        (("--field", "count=2.50"), [quote["uid"]]),
        (("--field", "count=2.5", "--field", "speaker=أحمد"), [quote["uid"]]),
        (("--field", "count=2.5", "--field", "speaker=سالم"), []),
    ):
        assert [one["uid"] for one in hashiya("annotations", *wanted, "--json").json] == uids
    assert len(hashiya("annotations", "--field", "count=", "--json").json) == 1
    assert hashiya("check").status == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("annotate", 1, 0, 4, "context", "--set", "tone=quiet"), "tone"),
        (("annotate", 1, 0, 4, "quote", "--set", "count=كثير"), "count"),
        (("annotate", 1, 0, 4, "quote", "--set", "tone=calm"), "tone"),
        (("annotations", "--field", "mood=calm"), "mood"),
        (("annotations", "--tag", "quote", "--field", "tone=calm"), "tone"),
    ],
)
@pytest.mark.usefixtures("own_fields")
def test_a_field_that_is_none_and_a_value_that_does_not_fit(hashiya, library, words, told):
    before = contents(library)
    assert told in hashiya(*words).refusal
    assert contents(library) == before
