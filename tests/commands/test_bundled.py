"""Files that hold annotations come in from the command line: as one act, told line by line."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.exporters import EXPORTERS
from reader.storage import Store

TWO_WAY = [one.key for one in EXPORTERS if one.two_way]


@pytest.fixture
def annotated(hashiya):
    """Annotate the first article."""
    assert (
        hashiya("annotate", 1, 4, 10, "quote", "--note", "م", "--set", "speaker=أحمد").status == 0
    )
    return hashiya


@pytest.mark.parametrize("key", TWO_WAY)
def test_what_was_exported_comes_into_another_library(annotated, tmp_path, key):
    path, other = tmp_path / "out.bin", tmp_path / "other.db"
    assert annotated("export", "--format", key, "-o", path).status == 0
    answer = annotated("import", path, database=other)
    assert answer.status == 0, answer.err
    (one,) = annotated("annotations", "--json", database=other).json
    assert (one["tag"], one["start"], one["end"]) == ("quote", 4, 10)
    with Store.open(other) as store:
        (change,) = (one for one in store.changes() if one.act == "import_annotations")
        assert len(change.edits) >= 2


def test_what_does_not_fit_is_named_and_the_rest_is_kept(hashiya, tmp_path):
    line = {"text": "نص\u202eجديد", "label": [[0, 2, "quote"], [0, 99, "claim\nx"]]}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    answer = hashiya("import", tmp_path / "a.jsonl", "--json")
    assert answer.status == 0
    assert [one["annotations"] for one in answer.json] == [1]
    (misfit,) = answer.err.splitlines()
    assert misfit == "hashiya: a.jsonl: claim x 0-99: its place lies outside of the text"


def test_a_file_that_brings_nothing_fails(hashiya, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text":" ","label":[[0,1,"quote"]]}', encoding="utf-8")
    answer = hashiya("import", tmp_path / "a.jsonl")
    assert answer.status == 1
    assert "holds no text" in answer.err


def test_another_library_is_merged(annotated, library, tmp_path):
    other = tmp_path / "other.db"
    Path(shutil.copy(library, other))
    assert annotated("annotate", 1, 0, 3, "claim", database=other).status == 0
    answer = annotated("import", other)
    assert answer.status == 0, answer.err
    assert [one["tag"] for one in annotated("annotations", "--json").json] == ["claim", "quote"]
    assert "annotation: 1 new, 1 here already" in answer.err


def test_a_library_is_not_merged_into_itself(annotated, library):
    answer = annotated("import", library)
    assert answer.refusal == f"{library} is the library that is open: there is nothing to merge."


def test_a_database_of_another_program_is_named(hashiya, tmp_path):
    with closing(sqlite3.connect(tmp_path / "x.db")) as made, made:
        made.execute("CREATE TABLE t (a)")
    assert "is a database" in hashiya("import", tmp_path / "x.db").refusal
