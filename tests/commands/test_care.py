"""A library is checked, copied and put back from the shell."""

import sqlite3
from contextlib import closing

import pytest


def uids(hashiya, **options) -> list[str]:
    """Return the annotations of the library."""
    return [one["uid"] for one in hashiya("annotations", "--json", **options).json]


def test_a_sound_library_is_said_to_be(hashiya, library):
    answer = hashiya("check")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"The library {library} is sound.\n"


def test_a_changed_text_is_found(hashiya, library):
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE revisions SET text = replace(text, '15', '51')")
    answer = hashiya("check")
    assert answer.status == 1
    assert "a text is not the one imported\t1\t" in answer.out
    assert answer.err == f"hashiya: The library {library} is not sound.\n"


def test_the_index_of_words_is_made_anew(hashiya, library):
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("DELETE FROM search_documents")
    answer = hashiya("check")
    assert answer.status == 0
    assert "the index of words is not that of the texts" in answer.out
    assert hashiya("search", "الأسعار", "--json").json == []
    assert hashiya("check", "--reindex").out == f"The library {library} is sound.\n"
    assert len(hashiya("search", "الأسعار", "--json").json) == 1


def test_a_damaged_library_is_told_in_one_line(hashiya, library):
    with library.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 4)
    answer = hashiya("check")
    assert answer.status == 1
    assert str(library) in answer.err
    assert "Traceback" not in answer.err


def test_a_copy_is_a_library_of_its_own(hashiya, tmp_path):
    hashiya("annotate", 1, 0, 3, "quote")
    copy = tmp_path / "copy.db"
    answer = hashiya("backup", copy)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == f"Copied to {copy}, and verified.\n"
    assert uids(hashiya, database=copy) == uids(hashiya)
    assert hashiya("check", database=copy).status == 0


def test_a_copy_is_put_back_and_the_library_kept(hashiya, library, tmp_path):
    hashiya("annotate", 1, 0, 3, "quote")
    before = uids(hashiya)
    hashiya("backup", tmp_path / "copy.db")
    hashiya("annotate", 1, 3, 6, "claim")
    after = uids(hashiya)
    answer = hashiya("restore", tmp_path / "copy.db")
    assert (answer.status, answer.err) == (0, "")
    said, kept = answer.out.splitlines()
    assert said == f"The library {library} is as in {tmp_path / 'copy.db'}."
    assert uids(hashiya) == before
    place = kept.removeprefix("What was there is kept in ").removesuffix(".")
    assert uids(hashiya, database=place) == after


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_place_that_will_not_do_is_told(hashiya, tmp_path, command):
    before = uids(hashiya)
    assert str(tmp_path / "none" / "x.db") in hashiya(command, tmp_path / "none" / "x.db").refusal
    (tmp_path / "notes.txt").write_text("نص", encoding="utf-8")
    if command == "restore":
        assert str(tmp_path / "notes.txt") in hashiya(command, tmp_path / "notes.txt").refusal
    assert uids(hashiya) == before


@pytest.mark.parametrize("copy", ["copy.db", "./نسخة ١.db", "sub/../copy.db"])
def test_a_copy_may_be_named_as_it_lies_beside(hashiya, tmp_path, monkeypatch, copy):
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    hashiya("annotate", 1, 0, 3, "quote", database="annotations.db")
    assert hashiya("backup", copy, database="annotations.db").status == 0
    hashiya("annotate", 1, 4, 6, "quote", database="annotations.db")
    assert hashiya("restore", copy, database="annotations.db").status == 0
    assert len(uids(hashiya, database="annotations.db")) == 1
