"""CSV files: byte for byte as agreed, and readable back."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import OutputUnwritable, UnknownFormat
from reader.exporters import (
    EXPORTERS,
    export_to_file,
    exporter_named,
    preset_named,
)
from reader.exporters.columns import COLUMNS
from reader.exporters.csv_table import CELL_LIMIT, CSV, PRESETS, write_csv
from reader.exporters.exporter import ExportOptions, ExportReport
from reader.model.entry import AnnotatedArticle, Entry
from reader.text.guarding import is_dangerous, unguard

GOLDEN = Path(__file__).parent / "golden"
BOM = b"\xef\xbb\xbf"


def written(articles: list[AnnotatedArticle], **options) -> tuple[bytes, ExportReport]:
    """Return the bytes of a table and the report on it."""
    stream = io.BytesIO()
    report = write_csv(articles, stream, ExportOptions(**options))
    assert not stream.closed
    return stream.getvalue(), report


def parsed(table: bytes, delimiter: str = ",") -> list[list[str]]:
    """Return the cells of a table as any program reads them."""
    text = table.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def with_note(annotated: AnnotatedArticle, note: str) -> AnnotatedArticle:
    """Return the article with one entry, of this note."""
    annotation = replace(annotated.entries[0].annotation, note=note)
    return replace(annotated, entries=(Entry(annotation=annotation),))


@pytest.mark.parametrize("preset", PRESETS, ids=[preset.key for preset in PRESETS])
def test_each_preset_is_as_agreed(annotated, preset, tmp_path):
    table, report = written([annotated], preset=preset.key)
    (tmp_path / "new.csv").write_bytes(table)
    golden = GOLDEN / f"{preset.key}.csv"
    same = golden.read_bytes() == table
    assert same, f"if the change is meant: cp {tmp_path / 'new.csv'} {golden}"
    assert report == ExportReport(7)


def test_spreadsheets_get_a_mark_and_guards_and_programs_neither(annotated):
    excel, _ = written([annotated], preset="excel")
    programs, _ = written([annotated], preset="programs")
    assert excel.startswith(BOM)
    assert not programs.startswith(BOM)
    guarded, raw = parsed(excel), parsed(programs)
    assert guarded[0] == raw[0] == [column.key for column in COLUMNS]
    assert [[unguard(cell) for cell in row] for row in guarded] == raw
    assert not any(is_dangerous(cell) for row in guarded for cell in row)
    assert sum(cell.startswith("'") for row in guarded for cell in row) == 16


def test_every_cell_is_quoted_and_rows_end_with_crlf(annotated):
    table, _ = written([annotated], preset="programs")
    assert table.endswith(b'"\r\n')
    assert table.count(b"\r\n") == 8
    assert table.replace(b"\r\n", b"").count(b"\r") == 0
    assert b",," not in table
    assert 'سطر\nوسطر; ثانٍ"'.encode() in table
    assert '""رفعنا السعر'.encode() in table


@pytest.mark.parametrize(
    ("options", "delimiter"),
    [
        ({}, ","),
        ({"language": "ar"}, ";"),
        ({"preset": "short", "language": "ar"}, ";"),
        ({"preset": "excel-ar"}, ";"),
        ({"preset": "programs", "language": "ar"}, ","),
        ({"language": "ar", "delimiter": ","}, ","),
        ({"preset": "excel-ar", "delimiter": "\t"}, "\t"),
        ({"preset": "programs", "delimiter": ";"}, ";"),
    ],
)
def test_the_delimiter_follows_the_place_unless_one_is_chosen(annotated, options, delimiter):
    table, _ = written([annotated], **options)
    header, *rows = parsed(table, delimiter)
    assert len(header) == (11 if options.get("preset") == "short" else 53)
    assert all(len(row) == len(header) for row in rows)
    assert len(rows) == 7


def test_the_first_preset_is_meant_when_none_is_named(annotated):
    assert written([annotated])[0] == written([annotated], preset="excel")[0]


def test_an_empty_library_has_a_header(annotated):
    table, report = written([])
    assert len(parsed(table)) == 1
    assert report == ExportReport(0)


def test_an_unknown_preset_is_refused_before_anything_is_written(annotated):
    stream = io.BytesIO()
    with pytest.raises(UnknownFormat, match="excel, excel-ar, short, programs"):
        write_csv([annotated], stream, ExportOptions(preset="pdf"))
    assert stream.getvalue() == b""


def test_rows_are_written_as_the_articles_come(annotated):
    stream = io.BytesIO()
    sizes = []

    def articles() -> Iterator[AnnotatedArticle]:
        for _ in range(3):
            sizes.append(stream.tell())
            yield annotated

    assert write_csv(articles(), stream, ExportOptions()).rows == 21
    assert sizes == sorted(set(sizes))
    assert sizes[0] > 0


@pytest.mark.parametrize(
    ("note", "warned"),
    [
        ("ن" * CELL_LIMIT, False),
        ("ن" * (CELL_LIMIT + 1), True),
        ("=" * CELL_LIMIT, True),
        ("😀" * (CELL_LIMIT // 2), False),
        ("😀" * (CELL_LIMIT // 2 + 1), True),
    ],
)
def test_a_cell_too_long_for_a_spreadsheet_is_whole_and_told(annotated, note, warned):
    table, report = written([with_note(annotated, note)])
    cell = parsed(table)[1][5]
    assert unguard(cell) == note
    assert len(report.warnings) == warned
    for warning in report.warnings:
        assert "32767" in warning.en
        assert "32767" in warning.ar


def test_programs_are_not_warned_of_a_spreadsheets_limit(annotated):
    _, report = written([with_note(annotated, "ن" * 40_000)], preset="programs")
    assert report.warnings == ()


NOTES = st.text(
    st.sampled_from("'=+-@|%＝ \t\r\n\0\u00a0\u200f\u202e\ufeffقa\",;😀َ")
    | st.characters(codec="utf-8")
)


# The article is a frozen value, so that all examples may share it.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NOTES, st.sampled_from([",", ";", "\t"]), st.sampled_from(["excel", "programs"]))
def test_whatever_is_in_a_cell_is_read_back(annotated, note, delimiter, preset):
    table, _ = written([with_note(annotated, note)], preset=preset, delimiter=delimiter)
    header, row = parsed(table, delimiter)
    cell = row[header.index("note")]
    assert (unguard(cell) if preset == "excel" else cell) == note
    assert len(row) == 53


# The article is a frozen value, so that all examples may share it.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NOTES, st.sampled_from([",", ";", "\t"]))
def test_the_bytes_are_those_of_pythons_own_writer(annotated, note, delimiter):
    table, _ = written([with_note(annotated, note)], preset="programs", delimiter=delimiter)
    expected = io.StringIO(newline="")
    writer = csv.writer(expected, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows(parsed(table, delimiter))
    assert expected.getvalue().encode() == table


def test_exporters_are_found_by_their_keys():
    assert exporter_named("csv") is CSV
    assert CSV in EXPORTERS
    with pytest.raises(UnknownFormat, match="“wav”; there are csv"):
        exporter_named("wav")
    assert preset_named(CSV.presets, "short").key == "short"


def test_a_file_is_written(annotated, tmp_path):
    path = tmp_path / "تعليقات.csv"
    options = ExportOptions(preset="programs")
    assert export_to_file(CSV, [annotated], path, options).rows == 7
    assert path.read_bytes() == written([annotated], preset="programs")[0]


def test_a_failing_library_leaves_the_old_file(annotated, tmp_path):
    path = tmp_path / "old.csv"
    path.write_bytes(b"old")

    def articles() -> Iterator[AnnotatedArticle]:
        yield annotated
        raise OutputUnwritable(name="x", reason="y")

    with pytest.raises(OutputUnwritable):
        export_to_file(CSV, articles(), path, ExportOptions())
    with pytest.raises(UnknownFormat):
        export_to_file(CSV, [annotated], path, ExportOptions(preset="pdf"))
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["old.csv"]
