"""The rows of a table whose first line names its columns, as texts by those names."""

import csv
import io
from collections.abc import Iterator

from reader.importers.decoding import decode
from reader.importers.document import Given

_MARK = "\ufeff"
_CELL_CP = 50_000_000


def named_rows(source: bytes, name: str, given: Given) -> Iterator[dict[str, str]]:
    """Yield the rows of a table; raises what `decode` raises."""
    return rows_of(decode(source, name, given.encoding).text.removeprefix(_MARK))


def rows_of(text: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table's text; what most often parts its names is the delimiter."""
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    before = csv.field_size_limit(_CELL_CP)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        names = [name.strip() for name in next(reader, [])]
        for row in reader:
            yield dict(zip(names, row, strict=False))
    finally:
        csv.field_size_limit(before)
