"""The library's articles and annotations, written for other programs and people.

To add a format, write one module with an `Exporter` and add it to EXPORTERS: the
menu, the file dialog and the command line read the table.
"""

from collections.abc import Iterable
from pathlib import Path

from reader.errors import OutputUnwritable, UnknownFormat
from reader.exporters.csv_table import CSV
from reader.exporters.exporter import (
    Exporter,
    ExportOptions,
    ExportReport,
    Preset,
    chosen,
    preset_named,
)
from reader.exporters.output import atomic_write
from reader.label import Label
from reader.model.entry import AnnotatedArticle

EXPORTERS = (CSV,)
_LIBRARY = Label("it is the library itself", "إنه المكتبة نفسها")

__all__ = [
    "EXPORTERS",
    "ExportOptions",
    "ExportReport",
    "Exporter",
    "Preset",
    "chosen",
    "export_to_file",
    "exporter_named",
    "preset_named",
]


def exporter_named(key: str) -> Exporter:
    """Return an exporter by its key; raises UnknownFormat."""
    found = next((exporter for exporter in EXPORTERS if exporter.key == key), None)
    if found is None:
        names = ", ".join(exporter.key for exporter in EXPORTERS)
        raise UnknownFormat(what=Label("format", "صيغة"), name=key, names=names)
    return found


def export_to_file(
    exporter: Exporter,
    articles: Iterable[AnnotatedArticle],
    path: Path,
    options: ExportOptions,
    *,
    library: Path | None = None,
) -> ExportReport:
    """Write articles to a file, wholly or not at all.

    `library` is the file that they come from, which no export may replace. Raises
    OutputUnwritable and UnknownFormat; the old file is then as it was.
    """
    if library is not None and _is_same(path, library):
        raise OutputUnwritable(name=path, reason=_LIBRARY)
    with atomic_write(path) as stream:
        return exporter.write(articles, stream, options)


def _is_same(path: Path, library: Path) -> bool:
    try:
        return path.samefile(library)
    except OSError:  # nothing there, or what `atomic_write` will tell
        return False
