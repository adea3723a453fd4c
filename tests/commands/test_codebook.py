"""Codebooks on the command line: written, taken in as one act, differences named."""

import json

import pytest

from reader.exporters.codebook import save_codebook
from reader.storage import Store
from tests.importers.test_codebook_file import BOOK, said


@pytest.fixture
def path(tmp_path):
    """Write a codebook of another desk."""
    save_codebook(BOOK, tmp_path / "book.json")
    return tmp_path / "book.json"


def test_a_codebook_travels_from_library_to_library(hashiya, library, path, tmp_path):
    assert hashiya("codebook", "import", path).status == 0
    with Store.open(library) as store:
        (change,) = (one for one in store.changes() if one.act == "codebook")
        assert [one.kind for one in change.edits] == ["tag", "field", "field", "template"]
        assert store.check().is_sound
    answer = hashiya("codebook", "export", tmp_path / "again.json")
    assert answer.out == f"Tags written to {tmp_path / 'again.json'}: 4.\n"
    assert json.loads((tmp_path / "again.json").read_text(encoding="utf-8")) == said(BOOK)
    again = hashiya("codebook", "import", tmp_path / "again.json")
    assert again.err == ""
    assert again.out.splitlines()[0] == "tag: 0 new, 4 here already"
    with Store.open(library) as store:
        assert len([one for one in store.changes() if one.act == "codebook"]) == 1


def test_what_differs_is_named_and_kept(hashiya, library, path):
    hashiya("codebook", "import", path)
    content = json.loads(path.read_text(encoding="utf-8"))
    content["tags"][3]["colour"] = "#000000"
    path.write_text(json.dumps(content), encoding="utf-8")
    answer = hashiya("codebook", "import", path)
    (line,) = answer.err.splitlines()
    assert line.endswith("tag: context: it is here and stays as it is; different: colour")
    with Store.open(library) as store:
        assert store.tags()[-1].colour == "#2f9e44"


def test_a_bad_file_changes_nothing(hashiya, library, path):
    path.write_text('{"format": "hashiya-codebook", "version": 1, "tags": [7]}', encoding="utf-8")
    assert "tags[0]" in hashiya("codebook", "import", path).refusal
    assert "none.json" in hashiya("codebook", "import", path.with_name("none.json")).refusal
    assert hashiya("codebook", "burn", path).status == 2
    with Store.open(library) as store:
        assert not [one for one in store.changes() if one.act == "codebook"]


def test_a_path_that_cannot_be_written_is_told(hashiya, tmp_path):
    assert "written" in hashiya("codebook", "export", tmp_path / "no" / "a.json").refusal
