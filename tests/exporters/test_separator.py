"""Cells are separated as the reader's spreadsheet expects."""

import pytest

from reader.errors import UnknownFormat
from reader.exporters.separator import DELIMITERS, delimiter_named, list_separator


def test_arabic_places_separate_by_semicolon():
    assert list_separator("ar") == ";"
    assert list_separator("en") == ","


@pytest.mark.parametrize("delimiter", DELIMITERS, ids=[row.key for row in DELIMITERS])
def test_a_delimiter_is_named_by_word_or_by_itself(delimiter):
    assert delimiter_named(delimiter.key) == delimiter.character
    assert delimiter_named(delimiter.character) == delimiter.character


@pytest.mark.parametrize("name", ["،", "؛", "", ",,", "\n", '"', "Comma"])
def test_what_no_spreadsheet_splits_at_is_refused(name):
    with pytest.raises(UnknownFormat) as refused:
        delimiter_named(name)
    assert "comma, semicolon, tab" in refused.value.sentence("ar")
