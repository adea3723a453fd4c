"""Numbers of a claim as they go out: signs in tables, words in reports, nothing a sheet runs."""

import io
from dataclasses import replace

import pytest

from reader.exporters import ExportOptions, exporter_named
from reader.exporters.words import in_words
from reader.model.annotation import Figure
from reader.model.fields import field_named
from reader.text.guarding import unguard
from tests.exporters.conftest import claim_entry
from tests.exporters.test_csv_table import parsed, written
from tests.exporters.test_workbook import book, lines

NUMBERS = (
    Figure(value=1554.0, unit="م³", bound="above"),
    Figure(value=5.0, unit="كغ", up_to=7.0),
    Figure(value=0.5, unit="%", approximate=True),
)
SIGNS = ">1554 م³ | 5–7 كغ | ~0.5 %"


def with_numbers(annotated, *numbers):
    """Return the article with its claim alone, which names some numbers."""
    entry = claim_entry()
    fields = replace(entry.annotation.fields, numbers=numbers)
    entry = replace(entry, annotation=replace(entry.annotation, fields=fields))
    return replace(annotated, entries=(entry,))


def cell(annotated, preset):
    """Return the cell of the numbers as it stands in a table."""
    delimiter = ";" if preset == "excel-ar" else ","
    header, row = parsed(written([annotated], preset=preset)[0], delimiter)
    return row[52 if preset == "excel-ar" else header.index("claim_numbers")]


@pytest.mark.parametrize("preset", ["excel", "excel-ar", "programs"])
def test_tables_hold_signs_and_no_sign_needs_a_guard(annotated, preset):
    assert cell(with_numbers(annotated, *NUMBERS), preset) == SIGNS


@pytest.mark.parametrize(
    ("number", "held"),
    [
        (Figure(value=-5.0, up_to=-3.0), "-5–-3"),
        (Figure(value=-5.0), "-5"),
        (Figure(value=3.0, unit="=1+1"), '3 "=1+1"'),
    ],
)
def test_a_number_below_nothing_is_guarded_for_spreadsheets_and_comes_back(annotated, number, held):
    for preset in ("excel", "excel-ar"):
        found = cell(with_numbers(annotated, number), preset)
        assert found == (f"'{held}" if held.startswith("-") else held)
        assert unguard(found) == held
    assert cell(with_numbers(annotated, number), "programs") == held


def test_a_workbook_holds_them_as_texts(annotated):
    found = book(with_numbers(annotated, *NUMBERS, Figure(value=-5.0)))
    (row,) = lines(found["Annotations"])
    assert SIGNS + " | -5" in row.values()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "أكثر من 1554 م³؛ بين 5 و7 كغ؛ نحو 0.5 %"),
        ("en", "more than 1554 م³; between 5 and 7 كغ; about 0.5 %"),
    ],
)
def test_reports_tell_them_in_words(annotated, language, words):
    article = with_numbers(annotated, *NUMBERS)
    (entry,) = article.entries
    field = field_named("claim", "numbers")
    assert in_words(entry, field, language) == words
    stream = io.BytesIO()
    exporter_named("markdown").write([article], stream, ExportOptions(language=language))
    assert words.split("%")[0].strip() in stream.getvalue().decode().replace("\\", "")
    assert in_words(with_numbers(annotated).entries[0], field, language) == ""
