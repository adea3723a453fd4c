"""Makes an article of each row of a table, or object of a list, with its piece of the file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.errors import SourceDamaged, SourceEmpty
from reader.frozen import dataclass
from reader.importers.columns import Columns, guessed
from reader.importers.dates import iso_moment
from reader.importers.decoding import Decoded
from reader.importers.document import Contents, Document, Given
from reader.importers.flow import document_of
from reader.importers.notes import DATE_LEFT_OUT, rows_left_out
from reader.label import Label
from reader.text.canonical import canonical

_SAMPLE_ROWS, _SAMPLE_CP = 20, 120
_LOST_BYTES = Label("not all of its bytes fit its encoding", "بعض بايتاته لا توافق ترميزه")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and the piece of the decoded text that it is, in code points."""

    cells: Sequence[str]
    start: int
    end: int


def understood(headers: Sequence[str], given: Given) -> Columns:
    """Return what columns hold: as guessed, unless a person said otherwise of a header."""
    columns = guessed(headers)
    chosen = given.columns or Columns((), ())
    for header, field in zip(chosen.headers, chosen.fields, strict=True):
        if header in columns.headers:
            columns = columns.with_field(field, header)
    return columns


def sampled(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Return columns with the first words that stand in each, of the first rows."""
    top = rows[:_SAMPLE_ROWS]
    samples = tuple(
        next((found for row in top if (found := _sample(row.cells, place))), "")
        for place in range(len(columns.headers))
    )
    return replace(columns, samples=samples)


def _sample(cells: Sequence[str], place: int) -> str:
    return " ".join(canonical(cells[place][:_SAMPLE_CP]).split()) if place < len(cells) else ""


def contents_of(
    columns: Columns,
    rows: Iterable[Row],
    decoded: Decoded,
    source: bytes,
    name: str,
    header: Row | None = None,
) -> Contents:
    """Return the articles of rows; each has its own bytes, after those of the header.

    Raises SourceEmpty where no row holds a text, SourceDamaged for a lossy decoding.
    """
    ranges = _Ranges(decoded, source, name)
    top = (ranges.of(header),) if header is not None else ()
    documents, left_out = [], 0
    for row in rows:
        own = ranges.of(row)
        document = _document(columns, row.cells, decoded.encoding, (*top, own))
        if document is None:
            left_out += any(cell.strip() for cell in row.cells)
        else:
            documents.append(document)
    if not documents:
        raise SourceEmpty(name=name)
    notes = (rows_left_out(left_out),) if left_out else ()
    return Contents(documents=tuple(documents), columns=columns, notes=notes)


def _document(
    columns: Columns, cells: Sequence[str], encoding: str, parts: tuple[tuple[int, int], ...]
) -> Document | None:
    said = {
        field: canonical(cells[place]).strip(" \t\n")
        for place, field in enumerate(columns.fields)
        if field and place < len(cells)
    }
    text = said.pop("text", "")
    if not text:
        return None
    date = said.pop("published", "")
    published = iso_moment(date)
    notes = (DATE_LEFT_OUT,) if date and not published else ()
    return document_of(
        [text], notes=notes, parts=parts, encoding=encoding, published=published, **said
    )


class _Ranges:
    """Tells which bytes pieces of the decoded text were; pieces are asked for in order."""

    def __init__(self, decoded: Decoded, source: bytes, name: str) -> None:
        self._decoded = decoded
        self._cp = 0
        encoded = decoded.text.encode(decoded.encoding, "replace")
        # The bytes of a byte order mark stand before the text.
        self._byte = len(source) - len(encoded)
        if not (source.endswith(encoded) or self._byte == 0):
            raise SourceDamaged(name=name, reason=_LOST_BYTES)

    def of(self, row: Row) -> tuple[int, int]:
        """Return the bytes of a piece, half-open."""
        start = self._byte + self._size(self._cp, row.start)
        end = start + self._size(row.start, row.end)
        self._cp, self._byte = row.end, end
        return start, end

    def _size(self, start: int, end: int) -> int:
        return len(self._decoded.text[start:end].encode(self._decoded.encoding, "replace"))
