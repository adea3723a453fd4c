"""XLSX: a workbook for people, right to left, with a sheet for each kind of record.

Every cell is a text or a number, so that nothing in it can be a formula (CWE-1236), and
rows leave the memory as they are written. What one cell cannot hold goes on in a sheet of
its own, part by part.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reader.exporters.exporter import ExportOptions, ExportReport, preset_named
from reader.exporters.formats import XLSX_PRESETS
from reader.exporters.part import Part, parts_of
from reader.exporters.sheets import (
    NUMBERS,
    SUBJECTS,
    Heading,
    Row,
    Sheet,
    nothing,
    sheets_of,
    subject_row,
)
from reader.label import Label
from reader.model.entry import AnnotatedArticle
from reader.model.subject import Subject
from reader.model.tags import tag_of

# Excel specifications and limits: UTF-16 units in a cell, rows in a sheet.
CELL_LIMIT = 32_767
ROW_LIMIT = 1_048_576
# What names of sheets cannot have, and how long they may be, astral letters counted twice.
_UNNAMEABLE, _NAME_LIMIT = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]"), 15
_RIGHT_TO_LEFT = 2
_LONG = Sheet(
    "long_texts",
    Label("Long texts", "نصوص طويلة"),
    (
        Heading("sheet", Label("Sheet", "الورقة")),
        Heading("row", Label("Row", "الصف")),
        Heading("column", Label("Column", "العمود")),
        Heading("part", Label("Part", "الجزء")),
        Heading("text", Label("Text", "النص"), 48),
    ),
    nothing,
)
_HEADER = {"bold": True, "bg_color": "#EDE6D6", "bottom": 1, "text_wrap": True}
_CELL = {"valign": "top", "text_wrap": True}
_COLOUR, _GREY = re.compile("#[0-9a-fA-F]{6}"), "#8a8a8a"
_TINT = 0.75  # how much of a tag's colour gives way to white, so that its words stay legible


def write_xlsx(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write articles as a workbook; raises UnknownFormat for an unknown preset.

    Text is never shortened: what a cell cannot hold is spread over a sheet, and told.
    """
    preset = preset_named(XLSX_PRESETS, options.preset)
    rows = 0
    subjects: dict[str, Subject] = {}
    with _book(stream) as workbook:
        book = _Book(workbook, options)
        sheets = [book.sheet(one) for one in sheets_of(preset.key, options)]
        for annotated in articles:
            for part in parts_of(annotated, options):
                for sheet in sheets:
                    sheet.write(part)
                found = (entry.subject for entry in part.entries)
                subjects.update((one.uid, one) for one in found if one is not None)
                rows += len(part.entries)
                options.told(len(part.entries))
        named = book.sheet(SUBJECTS)
        names = {one.uid: one.name for one in options.shared.subjects}
        for one in sorted(subjects.values(), key=lambda one: one.name):
            named.row(subject_row(one, names, options))
        book.finish()
    return ExportReport(rows, _warnings(book.long))


class _Sheet(Worksheet):  # type: ignore[misc]  # it has no types
    """A sheet that has no rich text: XlsxWriter would take cells such as "<r>…</r>" for it."""

    def _xml_rich_inline_string(self, string: str, attributes: Any = ()) -> None:
        self._xml_inline_string(string, True, attributes)


class _Book:
    """One workbook: its sheets, the looks of its cells, and what was too long for one of them."""

    def __init__(self, workbook: Workbook, options: ExportOptions) -> None:
        self._workbook = workbook
        self.options = options
        order = {"reading_order": _RIGHT_TO_LEFT} if options.language == "ar" else {}
        # With the prefix, a cell stays text even where somebody edits it.
        self._look = _CELL | order | {"quote_prefix": True}
        self.header = workbook.add_format(_HEADER | order)
        self.text = workbook.add_format(self._look)
        self.number = workbook.add_format(_CELL)
        self._tags: dict[str, Format] = {}
        self._writers: list[_Writer] = []
        self._names: set[str] = set()
        self._rest: _Writer | None = None
        self.long = 0

    def sheet(self, sheet: Sheet) -> "_Writer":
        """Return what writes a sheet, its header written already."""
        self._writers.append(_Writer(self, sheet))
        return self._writers[-1]

    def add(self, name: str) -> Worksheet:
        """Return a new worksheet; no name that a person gave comes twice, or is refused."""
        plain = _UNNAMEABLE.sub(" ", name).strip(" '")[:_NAME_LIMIT].strip(" '") or "-"
        taken, number, found = self._names, 1, plain
        while found.casefold() in taken:
            number += 1
            found = f"{plain[: _NAME_LIMIT - len(str(number)) - 1]} {number}"
        taken.add(found.casefold())
        return self._workbook.add_worksheet(found, _Sheet)

    def of_tag(self, key: str) -> Format:
        """Return the look of a cell that names a tag."""
        if key not in self._tags:
            colour = _tinted(tag_of(key, self.options.shared.tags).colour)
            self._tags[key] = self._workbook.add_format(self._look | {"bg_color": colour})
        return self._tags[key]

    def spread(self, cell: str, place: Row) -> str:
        """Write a cell that is too long into the sheet of those; return the first part of it."""
        self.long += 1
        if self._rest is None:
            self._rest = self.sheet(_LONG)
        pieces = list(_pieces(cell))
        for number, piece in enumerate(pieces, start=1):
            self._rest.row((*place, str(number), piece))
        return pieces[0]

    def finish(self) -> None:
        """Let people filter each sheet."""
        for writer in self._writers:
            writer.finish()


class _Writer:
    """Writes one sheet, and another of the same kind where its rows are used up."""

    def __init__(self, book: _Book, sheet: Sheet) -> None:
        self._book = book
        self._sheet = sheet
        self._numbers = [one.key in NUMBERS for one in sheet.headings]
        self._begin()

    def write(self, part: Part) -> None:
        """Write the rows of some annotations."""
        rows = self._sheet.rows(part)
        if self._sheet.tag < 0:
            for cells in rows:
                self.row(cells)
            return
        for one, cells in zip(part.annotations, rows, strict=True):
            self.row(cells, self._book.of_tag(one.tag))

    def row(self, cells: Row, of_tag: Format | None = None) -> None:
        """Write one row; `of_tag` is the look of the cell that names the tag."""
        if self._at == ROW_LIMIT:
            self.finish()
            self._begin()
        page, at, text = self._page, self._at, self._book.text
        self._at += 1
        for column, cell in enumerate(cells):
            if not cell:
                continue
            if self._numbers[column]:
                page.write_number(at, column, float(cell), self._book.number)
                continue
            whole = len(cell) * 2 <= CELL_LIMIT or units(cell) <= CELL_LIMIT
            fitting = cell if whole else self._book.spread(cell, self._place(column))
            look = of_tag if of_tag is not None and column == self._sheet.tag else text
            page.write_string(at, column, fitting, look)

    def finish(self) -> None:
        """Let people filter the rows that were written."""
        self._page.autofilter(0, 0, self._at - 1, len(self._numbers) - 1)

    def _place(self, column: int) -> Row:
        heading = self._sheet.headings[column].label.text(self._book.options.language)
        return self._page.get_name(), str(self._at), heading

    def _begin(self) -> None:
        language = self._book.options.language
        page = self._page = self._book.add(self._sheet.label.text(language))
        if language == "ar":
            page.right_to_left()
        page.freeze_panes(1, 0)
        for column, heading in enumerate(self._sheet.headings):
            page.set_column(column, column, heading.width)
            page.write_string(0, column, heading.label.text(language), self._book.header)
        self._at = 1


@contextmanager
def _book(stream: BinaryIO) -> Iterator[Workbook]:
    """Give a workbook that is written to a stream at the end; nothing is left after a failure."""
    with TemporaryDirectory(prefix="hashiya-") as folder:
        packed = Path(folder) / "book.xlsx"
        workbook = Workbook(packed, {"constant_memory": True, "tmpdir": folder})
        workbook.use_zip64()
        try:
            yield workbook
            workbook.close()
        finally:
            for page in workbook.worksheets():
                page.row_data_fh.close()
        # XlsxWriter goes back in what it writes, and nobody can in a pipe.
        with packed.open("rb") as written:
            shutil.copyfileobj(written, stream)


def units(text: str) -> int:
    """Return how long a text is in UTF-16 units, which spreadsheets count in."""
    return len(text.encode("utf-16-le")) // 2


def _pieces(cell: str) -> Iterator[str]:
    """Yield the parts of a text that fit a cell each; joined, they are the text."""
    while cell:
        size = CELL_LIMIT
        while units(cell[:size]) > CELL_LIMIT:
            size -= max(1, (units(cell[:size]) - CELL_LIMIT) // 2)
        yield cell[:size]
        cell = cell[size:]


def _tinted(colour: str) -> str:
    """Return a colour as light as paper."""
    known = colour if _COLOUR.fullmatch(colour) else _GREY
    parts = (int(known[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * _TINT):02X}" for part in parts)


def _warnings(long: int) -> tuple[Label, ...]:
    if not long:
        return ()
    return (
        Label(
            f"Texts longer than a cell ({CELL_LIMIT} characters), whole in the last sheet: {long}.",
            f"عدد النصوص الأطول من خلية ({CELL_LIMIT} حرفًا)، وهي كاملة في الورقة الأخيرة: {long}.",
        ),
    )
