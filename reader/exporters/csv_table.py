"""CSV (RFC 4180): one row an annotation, for spreadsheets or for programs.

Every cell is quoted, rows end with CRLF in each preset, and line ends inside a
cell stay. The spreadsheet presets start with a byte order mark, without which
Excel takes UTF-8 for the system's old encoding, and guard against formulas.
"""

import codecs
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from reader.exporters.columns import COLUMNS, SHORT, Column, columns_named
from reader.exporters.exporter import (
    Exporter,
    ExportOptions,
    ExportReport,
    Preset,
    preset_named,
)
from reader.exporters.own_columns import with_own
from reader.exporters.part import Cells, parts_of
from reader.exporters.separator import list_separator
from reader.frozen import dataclass
from reader.label import Label
from reader.model.entry import AnnotatedArticle
from reader.text.guarding import guard

# What a spreadsheet cell holds, in UTF-16 units (Excel specifications and limits).
CELL_LIMIT = 32_767


@dataclass(frozen=True, slots=True)
class CsvPreset(Preset):
    """A way of writing CSV; `delimiter` "" is the list separator of the place."""

    columns: tuple[Column, ...] = COLUMNS
    arabic_headers: bool = False
    spreadsheet: bool = True
    delimiter: str = ""


PRESETS = (
    CsvPreset("excel", Label("For Excel", "لبرنامج Excel")),
    CsvPreset(
        "excel-ar",
        Label("For Excel, Arabic headers", "لبرنامج Excel بعناوين عربية"),
        arabic_headers=True,
        delimiter=";",
    ),
    CsvPreset(
        "short",
        Label("For Excel, the main columns", "لبرنامج Excel، الأعمدة الرئيسية"),
        columns=columns_named(SHORT),
    ),
    CsvPreset(
        "programs",
        Label("For programs", "للبرامج"),
        spreadsheet=False,
        delimiter=",",
    ),
)


def write_csv(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write articles as CSV; raises UnknownFormat for an unknown preset.

    Text is never shortened: cells that a spreadsheet would cut are counted in a warning.
    """
    preset = preset_named(PRESETS, options.preset)
    if preset.spreadsheet:
        stream.write(codecs.BOM_UTF8)
    delimiter = options.delimiter or preset.delimiter or list_separator(options.language)
    columns_of = with_own(preset.columns, options.shared)
    headers = [column.label.ar if preset.arabic_headers else column.key for column in columns_of]
    stream.write(_lines([[header] for header in headers], delimiter))
    rows = too_long = 0
    for annotated in articles:
        for part in parts_of(annotated, options):
            columns = [column.read(part) for column in columns_of]
            if preset.spreadsheet:
                columns = [_guarded(cells) for cells in columns]
                too_long += sum(map(_too_long, columns))
            stream.write(_lines(columns, delimiter))
            rows += len(part.entries)
            options.told(len(part.entries))
    return ExportReport(rows, _warnings(too_long))


CSV = Exporter(
    key="csv",
    label=Label("CSV table", "جدول CSV"),
    suffix=".csv",
    write=write_csv,
    summary=Label(
        "One row an annotation, for any spreadsheet or program",
        "صف لكل تعليق، لأي جدول بيانات أو برنامج",
    ),
    lost=Label(
        "the articles' texts, rulings but the newest, and of the evidence all but the addresses",
        "نصوص المقالات، والأحكام عدا أحدثها، والأدلة عدا روابطها",
    ),
    unit="cp",
    shape="table",
    presets=PRESETS,
)


def _lines(columns: Sequence[Cells], delimiter: str) -> bytes:
    """Return rows, given by columns, in UTF-8: what `csv.writer` makes of them with QUOTE_ALL.

    Where every cell is quoted there is one rule (RFC 4180, 2.7), and a column at a
    time it takes a third of the time that a writer needs for its cells.
    """
    border = f'"{delimiter}"'
    rows = zip(*(_doubled(cells) for cells in columns), strict=True)
    return "".join([f'"{border.join(row)}"\r\n' for row in rows]).encode()


def _doubled(cells: Cells) -> Cells:
    # Few columns have a quotation mark at all: one look at all cells is a tenth of one at each.
    if '"' not in "".join(cells):
        return cells
    return [cell.replace('"', '""') if '"' in cell else cell for cell in cells]


def _guarded(cells: Cells) -> Cells:
    # Many cells of a column are alike, and each of them is looked at once.
    known = {cell: guard(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _too_long(cells: Cells) -> int:
    # A code point is one unit or two, so most columns need no counting.
    if max(map(len, cells)) * 2 <= CELL_LIMIT:
        return 0
    return sum(len(cell.encode("utf-16-le")) // 2 > CELL_LIMIT for cell in cells)


def _warnings(too_long: int) -> tuple[Label, ...]:
    if not too_long:
        return ()
    return (
        Label(
            f"Cells longer than a spreadsheet shows ({CELL_LIMIT} characters): {too_long}.",
            f"عدد الخلايا الأطول مما يعرضه جدول البيانات ({CELL_LIMIT} حرفًا): {too_long}.",
        ),
    )
