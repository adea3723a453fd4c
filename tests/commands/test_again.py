"""The same article imported again from the command line: a revision, told, or nothing at all."""

import csv
import io

import pytest

FIRST = "محطة جديدة\nقال الوزير إن المحطة تضخ ألف متر في الساعة.\nونفت الوزارة صحة الأنباء.\n"
SECOND = FIRST.replace("ألف", "مئة")


@pytest.fixture
def news(tmp_path, hashiya):
    path = tmp_path / "محطة.txt"
    path.write_text(FIRST, encoding="utf-8")
    (first,) = hashiya("import", path, "--json").json
    start = FIRST.index("إن المحطة")
    hashiya("annotate", first["id"], start, FIRST.index(" الساعة"), "quote")
    hashiya("annotate", first["id"], 0, 4, "entity")
    return path, first["id"]


def test_another_text_becomes_a_revision_and_is_told(hashiya, news):
    path, number = news
    path.write_text(SECOND, encoding="utf-8")
    (again,) = hashiya("import", path, "--json").json
    assert again["id"] == number
    assert again["again"] == {
        "revision": 2,
        "new": True,
        "places": 1,
        "stayed": 1,
        "moved": 0,
        "uncertain": 1,
        "lost": 0,
        "found_again": 0,
    }
    assert "مئة" in hashiya("show", number).out
    assert hashiya("check").status == 0


def test_people_read_it_in_words(hashiya, news):
    path, number = news
    path.write_text(SECOND, encoding="utf-8")
    answer = hashiya("import", path)
    assert answer.status == 0
    assert answer.out.startswith(f"{number}\t")
    assert "revision 2; places changed: 1" in answer.err


def test_the_same_text_brings_nothing(hashiya, news):
    path, number = news
    (again,) = hashiya("import", path, "--json").json
    assert (again["id"], again["again"]) == (number, {"revision": 1, "new": False})
    assert len(hashiya("articles", "--json").json) == len({number}) + 2


def test_an_earlier_text_is_shown_again(hashiya, news):
    path, number = news
    path.write_text(SECOND, encoding="utf-8")
    hashiya("import", path)
    path.write_text(FIRST, encoding="utf-8")
    (back,) = hashiya("import", path, "--json").json
    assert (back["again"]["revision"], back["again"]["stayed"]) == (1, 2)
    assert "ألف" in hashiya("show", number).out


def test_it_can_be_an_article_of_its_own(hashiya, news):
    path, number = news
    (apart,) = hashiya("import", path, "--as-new", "--json").json
    assert apart["id"] != number
    assert apart["again"] is None


def test_lost_annotations_are_listed_and_exported_without_a_place(hashiya, news):
    """Their words and their state are told, also where only some are asked for."""
    path, number = news
    start = FIRST.index("ونفت")
    lost = hashiya("annotate", number, start, len(FIRST) - 1, "claim", "--json").json
    assert (lost["anchor"], lost["start"]) == ("exact", start)
    path.write_text("\n".join(FIRST.split("\n")[:2]), encoding="utf-8")
    (again,) = hashiya("import", path, "--json").json
    assert again["again"]["lost"] == 1
    listed = hashiya("annotations", "--json").json
    assert [one["anchor"] for one in listed] == ["exact", "exact", "orphan"]
    told = listed[-1]
    assert (told["uid"], told["text"]) == (lost["uid"], lost["text"])
    assert (told["start"], told["end"]) == (None, None)
    (only,) = hashiya("annotations", "--tag", "claim", "--article", number, "--json").json
    assert only == told
    assert hashiya("annotations", "--tag", "entity", "--json").json == listed[:1]
    assert hashiya("annotations").out.splitlines()[-1].split("\t")[3] == "lost"
    rows = list(csv.DictReader(io.StringIO(hashiya("export", "--preset", "programs").out)))
    assert [one["anchor_status"] for one in rows] == ["exact", "exact", "orphan"]
    row = rows[-1]
    assert (row["text"], row["tag"]) == (lost["text"], "claim")
    places = ("start", "end", "segments", "paragraph", "sentence")
    assert [row[key] for key in places] == [""] * len(places)
    assert all(rows[0][key] for key in places)
