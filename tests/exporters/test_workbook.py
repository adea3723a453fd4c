"""Workbooks: read back by openpyxl, right to left, nothing in them that could run."""

import io
from dataclasses import replace

import openpyxl
import pytest

from reader.errors import UnknownFormat
from reader.exporters import ExportOptions, exporter_named
from reader.exporters.columns import COLUMNS
from reader.exporters.workbook import CELL_LIMIT, units, write_xlsx
from reader.label import Label
from reader.model.annotation import OwnValue
from reader.model.claim import Ruling
from reader.model.codebook import OwnField
from reader.model.entry import AnnotatedArticle
from reader.model.shared import Shared
from reader.model.tags import TAGS, Tag
from reader.model.vocabulary import Choice
from tests.exporters.conftest import MADE
from tests.exporters.test_csv_table import with_note

SHEETS = ["Annotations", "Quotes", "Entities", "Claims", "Rulings", "Evidence", "Subjects"]


def book(*articles: AnnotatedArticle, warnings: int = 0, **options) -> openpyxl.Workbook:
    """Return what openpyxl reads of a workbook."""
    stream = io.BytesIO()
    report = exporter_named("xlsx").write(articles, stream, ExportOptions(**options))
    assert report.rows == sum(len(one.entries) for one in articles)
    assert len(report.warnings) == warnings
    return openpyxl.load_workbook(io.BytesIO(stream.getvalue()))


def lines(sheet) -> list[dict[str, object]]:
    """Return the rows of a sheet by their headers."""
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_each_kind_of_record_has_its_sheet(annotated):
    found = book(annotated)
    assert found.sheetnames == SHEETS
    rows = {name: lines(found[name]) for name in SHEETS}
    assert [len(rows[name]) for name in SHEETS] == [7, 1, 1, 1, 1, 3, 1]
    assert list(rows["Annotations"][0]) == [column.label.en for column in COLUMNS]
    assert rows["Quotes"][0]["Speaker"] == "أحمد سالم"
    assert rows["Quotes"][0]["Kind of quote"] == "Direct"
    assert rows["Entities"][0]["Kind of entity"] == "Person"
    assert rows["Claims"][0]["Verdict"] == "misleading"
    assert rows["Evidence"][0]["Address"] == "https://oil.example/a"
    assert rows["Subjects"][0] == dict.fromkeys(rows["Subjects"][0]) | {
        "Name": "أحمد سالم",
        "Kind": "Person",
    }


def test_all_rulings_are_told(annotated):
    entries = []
    for entry in annotated.entries:
        ruling = entry.ruling
        older = ruling and replace(ruling, uid="older", label="صحيح", rated_at=MADE)
        entries.append(replace(entry, rulings=(older, ruling) if ruling else ()))
    rows = lines(book(replace(annotated, entries=tuple(entries)))["Rulings"])
    assert [row["Verdict"] for row in rows] == ["صحيح", "مضلل"]
    assert isinstance(entries[4].rulings[0], Ruling)


def test_it_reads_from_right_to_left_and_can_be_filtered(annotated):
    found = book(annotated, language="ar")
    assert found.sheetnames[0] == "التعليقات"
    for sheet in found:
        assert sheet.sheet_view.rightToLeft
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions.replace(":", ":")
        assert sheet["A1"].alignment.readingOrder == 2
    sheet = found["التعليقات"]
    assert sheet["A1"].value == "معرّف التعليق"
    assert sheet["E2"].alignment.readingOrder == 2
    assert not book(annotated)["Annotations"].sheet_view.rightToLeft


def test_tags_have_their_colours_and_positions_are_numbers(annotated):
    sheet = book(annotated)["Annotations"]
    colours = {row[2].value: row[3].fill.fgColor.rgb for row in sheet.iter_rows(min_row=2)}
    assert colours["quote"] == "FFF2E2BF"
    assert len(set(colours.values())) == 4
    (row, *_) = lines(sheet)
    assert row["Start"] == 0
    assert row["End"] == 8


def test_the_main_columns_are_a_preset(annotated):
    assert len(lines(book(annotated, preset="main")["Annotations"])[0]) == 11
    with pytest.raises(UnknownFormat, match="all, main"):
        write_xlsx([annotated], io.BytesIO(), ExportOptions(preset="x"))


@pytest.mark.parametrize("letter", ["ن", "😀", "a😀"])
def test_a_text_that_no_cell_holds_is_spread_and_told(annotated, letter):
    note = letter * 40_000
    found = book(with_note(annotated, note), warnings=1)
    (row,) = lines(found["Annotations"])
    assert note.startswith(row["Note"])
    assert units(row["Note"]) <= CELL_LIMIT
    parts = lines(found["Long texts"])
    assert "".join(part["Text"] for part in parts) == note
    assert parts[0] | {"Text": ""} == {
        "Sheet": "Annotations", "Row": "2", "Column": "Note", "Part": "1", "Text": "",
    }  # fmt: skip


def test_a_text_that_just_fits_stays_in_its_cell(annotated):
    note = "ن" * CELL_LIMIT
    found = book(with_note(annotated, note))
    assert lines(found["Annotations"])[0]["Note"] == note


def test_rows_beyond_the_limit_go_on_in_another_sheet(annotated, monkeypatch):
    monkeypatch.setattr("reader.exporters.workbook.ROW_LIMIT", 5)
    found = book(annotated)
    assert found.sheetnames == [*SHEETS[:6], "Annotations 2", "Subjects"]
    rows = lines(found["Annotations"]) + lines(found["Annotations 2"])
    assert len(rows) == 7
    assert found["Annotations 2"].freeze_panes == "A2"


def test_a_failure_leaves_neither_workbook_nor_files(annotated, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    stream = io.BytesIO()

    def told(_: int) -> None:
        assert any(tmp_path.iterdir())
        raise KeyError

    with pytest.raises(KeyError):
        write_xlsx([annotated], stream, ExportOptions(told=told))
    assert stream.getvalue() == b""
    assert not any(tmp_path.iterdir())


def test_a_tag_of_ones_own_has_a_sheet_with_its_fields(annotated):
    own = OwnField(
        tag="رأي",
        key="tone",
        label=Label("Tone", "النبرة"),
        kind="choice",
        choices=(Choice("calm", Label("Calm", "هادئ")),),
    )
    entries = tuple(
        replace(
            one,
            annotation=replace(one.annotation, own=(OwnValue(field_uid=own.uid, choice="calm"),)),
        )
        if one.annotation.tag == "رأي"
        else one
        for one in annotated.entries
    )
    tags = (*TAGS, Tag("رأي", Label("Opinion", "رأي"), "#123456"))
    shared = Shared(tags=tags, own_fields=(own,))
    found = book(replace(annotated, entries=entries), shared=shared)
    rows = lines(found["Opinion"])
    assert len(rows) == 4
    assert {row["Tone"] for row in rows} == {"Calm"}


@pytest.mark.parametrize(
    "name", ["Quotes", "a/b\\c:d*e?f[g]", "'", "", "History", "ن" * 90, "😀" * 40, "\x1b"]
)
def test_whatever_a_tag_is_called_its_sheet_can_be_opened(annotated, name):
    tags = (*TAGS, Tag("رأي", Label(name, name), "#123456"), Tag("x", Label(name, name), "#123456"))
    found = book(annotated, shared=Shared(tags=tags))
    assert len(found.sheetnames) == len(SHEETS) + 2
