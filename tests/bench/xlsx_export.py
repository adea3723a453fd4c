"""The workbook of all annotations against XlsxWriter by hand, and what exports hold in memory."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import xlsxwriter

from reader.exporters import ExportOptions, export_to_file, exporter_named
from reader.exporters.part import parts_of
from reader.exporters.sheets import NUMBERS, sheets_of
from reader.storage import Store
from tests.bench.csv_export import ARTICLES, WORDS_EACH
from tests.bench.library import annotate_evenly, import_prose
from tests.bench.measure import Benchmark, Case, Figure, Scale, Work

OPTIONS = ExportOptions(preset="all", language="ar")
EACH = 250  # annotations an article, where articles grow in number
_STREAMED = (
    "html", "pdf", "docx", "markdown", "package", "claimreview", "ninjs", "w3c", "brat", "conll",
    "doccano", "label-studio", "cas-json", "cas-xmi", "refi",
)  # fmt: skip
_WORDS = re.compile(rb"<(?:t|v)[^>]*>([^<]*)</")
# What a process has held at most is told by the kernel; what its parent held does not count.
_MEASURED = """
import sys
from pathlib import Path
from reader.cli import main
status = main(sys.argv[1:])
print(Path("/proc/self/status").read_text())
sys.exit(status)
"""
_KIB = Scale("MB", 1 / 1024)


def filled(path: Path, articles: int, each: int) -> None:
    """Make a library of articles with annotations."""
    with Store.open(path) as store:
        for number in range(articles):
            annotate_evenly(store, import_prose(store, each * WORDS_EACH, f"{number}.txt"), each)


def case(folder: Path, count: int) -> Case:
    """Lay out a library, and the cells that a workbook of it holds."""
    path, book = folder / "library.db", folder / "ours.xlsx"
    filled(path, ARTICLES, count // ARTICLES)
    cells = held(path)

    @contextmanager
    def ours() -> Iterator[Work]:
        with Store.open(path) as store:
            found = exporter_named("xlsx")
            yield lambda: export_to_file(found, store.annotated_articles(), book, OPTIONS)

    @contextmanager
    def baseline() -> Iterator[Work]:
        yield lambda: write(cells, folder / "baseline.xlsx")

    def differs() -> str:
        hand, our = words(folder / "baseline.xlsx"), words(book)
        pairs = zip(hand, our, strict=True)
        return next((f"{one!r} and {other!r}" for one, other in pairs if one != other), "")

    return Case(baseline, ours, differs)


def held(path: Path) -> list[list[tuple[str, ...]]]:
    """Return the rows of each sheet, as texts."""
    sheets = sheets_of(OPTIONS.preset, OPTIONS)
    rows = [[tuple(one.label.ar for one in sheet.headings)] for sheet in sheets]
    with Store.open(path) as store:
        for annotated in store.annotated_articles():
            for part in parts_of(annotated, OPTIONS):
                for sheet, lines in zip(sheets, rows, strict=True):
                    lines.extend(map(tuple, sheet.rows(part)))
    return rows


def write(sheets: list[list[tuple[str, ...]]], path: Path) -> None:
    """Write the same cells by hand."""
    numbers = [one.key in NUMBERS for one in sheets_of(OPTIONS.preset, OPTIONS)[0].headings]
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    look = book.add_format({"reading_order": 2, "text_wrap": True, "valign": "top"})
    for at, rows in enumerate(sheets):
        page = book.add_worksheet()
        for row, line in enumerate(rows):
            for column, cell in enumerate(line):
                if cell and row and at == 0 and numbers[column]:
                    page.write_number(row, column, float(cell), look)
                elif cell:
                    page.write_string(row, column, cell, look)
    book.close()


def words(path: Path) -> list[bytes]:
    """Return the texts and numbers of a workbook's sheets, but for that of the subjects."""
    found = []
    with zipfile.ZipFile(path) as archive:
        for number in range(1, len(sheets_of(OPTIONS.preset, OPTIONS)) + 1):
            found += _WORDS.findall(archive.read(f"xl/worksheets/sheet{number}.xml"))
    return found


def memory(key: str, folder: Path, count: int) -> Case:
    """Lay out a library, and one that is ten times as large, of articles of the same size."""
    small, large = folder / "small.db", folder / "large.db"
    filled(small, count // EACH // 10, EACH)
    filled(large, count // EACH, EACH)

    @contextmanager
    def of(path: Path) -> Iterator[Work]:
        yield lambda: Figure(peak(key, path, folder / "out"))

    return Case(lambda: of(small), lambda: of(large), lambda: "")


def peak(key: str, path: Path, target: Path) -> float:
    """Return the most memory that an export from the command line has held, in KiB."""
    words = ("--database", path, "export", "--format", key, "-o", target)
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *words], check=True, capture_output=True, text=True
    )
    return float(done.stdout.rpartition("VmHWM:")[2].split()[0])


def _memory_of(key: str, name: str, size: int = 25_000) -> Benchmark:
    def laid_out(folder: Path, count: int) -> Case:
        return memory(key, folder, count)

    return Benchmark(
        f"memory of an export as {name}",
        "a tenth of the annotations",
        "`hashiya export`, the most it holds",
        size,
        "annotations",
        1.2,
        laid_out,
        _KIB,
    )


XLSX_EXPORT = (
    Benchmark(
        "export all annotations as XLSX",
        "XlsxWriter, `constant_memory`, of the same cells",
        "`export_to_file`, six sheets",
        10_000,
        "annotations",
        1.5,
        case,
    ),
    _memory_of("csv", "CSV", 100_000),
    _memory_of("xlsx", "XLSX"),
    # The others are written article by article, too.
    *(_memory_of(key, key, 2_500) for key in _STREAMED),
)
