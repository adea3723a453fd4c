"""CSV and its kin: each row of the table is an article (RFC 4180, any usual delimiter)."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.errors import ColumnsUncertain, SourceDamaged, SourceEmpty, SourceRefused
from reader.importers.columns import Columns, guessed
from reader.importers.decoding import decode
from reader.importers.document import Contents, Given
from reader.importers.rows import Row, contents_of, sampled, understood
from reader.label import Label

_DELIMITERS = ",;\t|"
_MOST_COLUMNS = 1000
_TOP_CP = 100_000
# A column of texts that no header names: its header is a word or two, its cells are prose.
_HEADER_CP, _PROSE_CP = 60, 120
_SAMPLE_ROWS = 20
_TOO_WIDE = Label(
    f"its table has more than {_MOST_COLUMNS} columns", f"أعمدة جدوله أكثر من {_MOST_COLUMNS}"
)
_TORN = Label("a quotation mark in its table is not closed", "في جدوله علامة اقتباس لم تُغلق")
_NO_TABLE = Label("its table cannot be read", "تعذرت قراءة جدوله")


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the articles of a table.

    Raises SourceEmpty, SourceDamaged, SourceRefused, what `decode` raises, and ColumnsUncertain
    where neither a header nor the cells tell which column holds the texts.
    """
    decoded = decode(source, name, given.encoding)
    rows = [row for row in _rows(decoded.text, name) if any(cell.strip() for cell in row.cells)]
    if not rows:
        raise SourceEmpty(name=name)
    header, *articles = rows
    if len(header.cells) > _MOST_COLUMNS:
        raise SourceRefused(name=name, reason=_TOO_WIDE)
    columns = _with_texts(understood(header.cells, given), articles[:_SAMPLE_ROWS])
    columns = sampled(columns, articles)
    if "text" not in columns.fields:
        raise ColumnsUncertain(
            name=name, source=source, headers=columns.headers, samples=columns.samples
        )
    return contents_of(columns, articles, decoded, source, name, header)


def _rows(text: str, name: str) -> Iterator[Row]:
    """Yield all rows with their places; raises SourceDamaged."""
    # The limit is the whole process's, so it is raised for this table only.
    before = csv.field_size_limit(max(len(text), csv.field_size_limit()))
    lines = _Lines(text)
    start = 0
    try:
        for cells in csv.reader(lines, delimiter=_delimiter(text)):
            yield Row(cells, start, lines.read_cp)
            last, start = start, lines.read_cp
    except csv.Error as error:
        raise SourceDamaged(name=name, reason=_NO_TABLE) from error
    finally:
        csv.field_size_limit(before)
    # A mark that is left open takes all the rest of the table into one cell.
    if start and text.count('"', last) % 2:
        raise SourceDamaged(name=name, reason=_TORN)


class _Lines:
    """The lines of a text with their ends, counted in code points as they are read."""

    def __init__(self, text: str) -> None:
        self._stream = io.StringIO(text, newline="")
        self.read_cp = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            self.read_cp += len(line)
            yield line


def _delimiter(text: str) -> str:
    """Return the delimiter with which the first row names the most fields, or has most cells."""
    best, most = _DELIMITERS[0], (0, 1)
    for delimiter in _DELIMITERS:
        headers = next(csv.reader(io.StringIO(text[:_TOP_CP], newline=""), delimiter=delimiter), [])
        known = guessed(headers[:_MOST_COLUMNS]).fields
        worth = (sum(map(bool, known)), len(headers))
        if worth > most:
            best, most = delimiter, worth
    return best


def _with_texts(columns: Columns, sample: Sequence[Row]) -> Columns:
    """Return the columns with the one of the longest cells as texts, if none is yet."""
    if "text" in columns.fields or not sample:
        return columns
    means = [
        sum(len(row.cells[place]) for row in sample if place < len(row.cells)) / len(sample)
        for place in range(len(columns.headers))
    ]
    place = max(range(len(means)), key=means.__getitem__)
    if means[place] < _PROSE_CP or len(columns.headers[place]) > _HEADER_CP:
        return columns
    fields = list(columns.fields)
    fields[place] = "text"
    return replace(columns, fields=tuple(fields))
