"""Annotations are handed on from the shell."""

import csv
import io
import sys
import zipfile

import pytest

from reader.exporters import EXPORTERS
from reader.exporters.columns import COLUMNS


def table(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.fixture
def exported(hashiya, tmp_path):
    """Return what exports to a file, on a library with three annotations."""
    for article, tag in ((1, "quote"), (1, "claim"), (2, "claim")):
        hashiya("annotate", article, 0, 4, tag, "--note", "=1")

    def run(*words: object) -> bytes:
        path = tmp_path / "out.csv"
        assert hashiya("export", "--output", path, *words).status == 0
        return path.read_bytes()

    return run


def test_a_file_is_written_and_said(hashiya, exported, tmp_path):
    data = exported()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = table(data)
    assert list(rows[0]) == [column.key for column in COLUMNS]
    assert [row["note"] for row in rows] == ["'=1"] * 3
    answer = hashiya("export", "-o", tmp_path / "b.csv")
    assert answer.out == f"Annotations written to {tmp_path / 'b.csv'}: 3.\n"
    assert (tmp_path / "b.csv").read_bytes() == data


@pytest.mark.parametrize("words", [[], ["--output", "-"], ["--output", "/dev/stdout"]])
def test_without_a_file_it_is_the_output(hashiya, exported, words):
    data = exported()
    answer = hashiya("export", *words)
    assert answer.status == 0
    assert answer.out.encode() == data


def test_rows_are_sorted_by_document_then_place(exported):
    rows = table(exported())
    places = [(row["document_id"], int(row["start"]), -int(row["end"])) for row in rows]
    assert places == sorted(places)
    assert len({row["document_id"] for row in rows}) == 2


def test_text_is_what_stands_between_the_positions(exported, first):
    for row in table(exported("--article", 1)):
        assert row["text"] == first[int(row["start"]) : int(row["end"])]


def test_articles_and_tags_are_chosen(exported):
    assert len(table(exported("--article", 1))) == 2
    assert len(table(exported("--article", 1, "--article", 2, "--tag", "claim"))) == 2
    assert table(exported("--tag", "entity")) == []


def test_statuses_dates_and_collections_are_chosen(exported, hashiya):
    assert len(table(exported("--status", "draft"))) == 3
    assert table(exported("--status", "reviewed")) == []
    assert len(table(exported("--since", "2020", "--until", "2999-12"))) == 3
    assert table(exported("--until", "2019")) == []
    assert "2020-03" in hashiya("export", "--since", "yesterday").refusal
    assert "it takes draft" in hashiya("export", "--status", "x").refusal
    assert "collection" in hashiya("export", "--collection", "x").refusal


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda one: one.key)
def test_every_format_is_written_from_the_shell(hashiya, tmp_path, exporter):
    hashiya("annotate", 1, 0, 4, "quote")
    path = tmp_path / f"out{exporter.suffix}"
    assert hashiya("export", "--format", exporter.key, "-o", path).status == 0
    assert path.stat().st_size > 0


def test_presets_and_delimiters(exported):
    assert exported("--preset", "programs").startswith(b'"annotation_id",')
    assert len(table(exported("--preset", "short"))[0]) == 11
    assert "معرّف التعليق" in table(exported("--preset", "excel-ar"), ";")[0]
    assert table(exported("--delimiter", "semicolon"), ";") == table(exported())
    assert table(exported("--delimiter", "\t"), "\t") == table(exported())


def test_arabic_places_get_semicolons(exported, monkeypatch):
    monkeypatch.setenv("LANG", "ar_EG.UTF-8")
    assert len(table(exported(), ";")) == 3


def test_the_folded_text_is_asked_for(exported):
    assert {row["text_folded"] for row in table(exported())} == {""}
    assert "قال " in {row["text_folded"] for row in table(exported("--folded"))}


def test_a_cell_too_long_for_a_spreadsheet_is_told(hashiya, tmp_path):
    hashiya("annotate", 1, 0, 4, "quote", "--note", "ن" * 40_000)
    answer = hashiya("export", "-o", tmp_path / "long.csv")
    assert answer.status == 0
    assert "hashiya: Cells longer than a spreadsheet shows (32767 characters): 1." in answer.err
    assert table((tmp_path / "long.csv").read_bytes())[0]["note"] == "ن" * 40_000


FORMATS = ", ".join(exporter.key for exporter in EXPORTERS)
BAD = [
    (["--format", "wav"], f"There is no format “wav”; there are {FORMATS}."),
    (["--preset", "pdf"], "There is no preset “pdf”; there are excel, excel-ar, short, programs."),
    (["--delimiter", "،"], "There is no delimiter “،”; there are comma, semicolon, tab."),
    (["--article", "9"], "There is no article 9 in this library."),
    (["--tag", "x"], "There is no tag “x”; the tags are quote, entity, claim."),
]


@pytest.mark.parametrize(("words", "sentence"), BAD)
def test_bad_input_is_told_and_the_old_file_stays(hashiya, tmp_path, words, sentence):
    path = tmp_path / "old.csv"
    path.write_bytes(b"old")
    assert hashiya("export", "-o", path, *words).refusal == sentence
    assert path.read_bytes() == b"old"


def test_the_library_itself_is_never_replaced(hashiya, library):
    before = library.read_bytes()
    assert "it is the library itself" in hashiya("export", "-o", library).refusal
    link = library.with_name("link.csv")
    link.symlink_to(library)
    assert "it is the library itself" in hashiya("export", "-o", link).refusal
    assert library.read_bytes() == before
    assert link.is_symlink()


def test_an_output_that_cannot_be_written_is_told(hashiya, tmp_path):
    refusal = hashiya("export", "-o", tmp_path / "none" / "a.csv").refusal
    assert "could not be written: there is no such file or folder." in refusal
    refusal = hashiya("export", "-o", tmp_path / ("ط" * 300)).refusal
    assert "could not be written: the name is too long." in refusal
    assert "could not be written: it is a folder." in hashiya("export", "-o", tmp_path).refusal


def parts(data: bytes) -> bytes:
    """Return all that a file says, what lies in a zip unpacked."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(
            (*map(str.encode, archive.namelist()), *map(archive.read, archive.namelist()))
        )


@pytest.mark.parametrize("exporter", EXPORTERS, ids=[one.key for one in EXPORTERS])
def test_no_format_tells_where_library_and_sources_lie(hashiya, tmp_path, exporter):
    secret = tmp_path / "hunter2"
    secret.mkdir()
    source, library = secret / "source.txt", secret / "annotations.db"
    source.write_text("قالت الوزيرة نعم.", encoding="utf-8")
    assert hashiya("import", source, database=library).status == 0
    assert hashiya("annotate", 1, 0, 4, "claim", database=library).status == 0
    output = secret / "out"
    words = ("export", "--format", exporter.key, "--output", output)
    assert hashiya(*words, database=library).status == 0
    made = parts(output.read_bytes())
    assert made
    assert b"hunter2" not in made


def test_where_a_library_lies_would_be_seen(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.csv", "/home/hunter2/a.txt")
    assert b"hunter2" in parts((tmp_path / "a.zip").read_bytes())


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_bar_on_a_terminal_says_how_far_an_export_is(hashiya, exported, tmp_path, monkeypatch):
    exported()
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    hashiya("export", "--output", tmp_path / "b.csv")
    drawn = screen.getvalue().split("\r\x1b[K")
    assert [line.split()[1:] for line in drawn if "/" in line][-1] == ["3/3", "b.csv"]
    assert drawn[-1] == ""
    # Nothing is drawn among what is written to the terminal itself.
    screen.truncate(0)
    hashiya("export")
    assert screen.getvalue().strip("\0") == ""


def test_the_help_says_which_format_has_which_presets(hashiya):
    said = " ".join(hashiya("export", "--help").out.split())
    assert "csv: excel, excel-ar, short, programs;" in said
    assert "doccano: labels, relations" in said
