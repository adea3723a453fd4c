"""The library's articles and annotations, written for other programs and people.

To add a format, write one module with an `Exporter` and add it to EXPORTERS: the
menu, the file dialog and the command line read the table.
"""

from collections.abc import Iterable
from pathlib import Path

from reader.errors import OutputUnwritable, UnknownFormat
from reader.exporters.brat import BRAT
from reader.exporters.cas import CAS_JSON, CAS_XMI
from reader.exporters.conll import CONLL
from reader.exporters.csv_table import CSV
from reader.exporters.doccano import DOCCANO
from reader.exporters.exporter import (
    Desk,
    Exporter,
    ExportOptions,
    ExportReport,
    Preset,
    preset_named,
)
from reader.exporters.formats import CLAIM_REVIEW, MARKDOWN, NINJS, PACKAGE, PAGE, PDF, WORD, XLSX
from reader.exporters.label_studio import LABEL_STUDIO, LABEL_STUDIO_CONFIGURATION
from reader.exporters.output import atomic_write
from reader.exporters.refi import REFI_CODEBOOK, REFI_PROJECT
from reader.exporters.wanted import Wanted
from reader.exporters.web_annotation import WEB_ANNOTATION
from reader.label import Label
from reader.model.entry import AnnotatedArticle

EXPORTERS = (
    CSV,
    XLSX,
    PAGE,
    PDF,
    WORD,
    MARKDOWN,
    PACKAGE,
    CLAIM_REVIEW,
    NINJS,
    WEB_ANNOTATION,
    BRAT,
    CONLL,
    DOCCANO,
    LABEL_STUDIO,
    LABEL_STUDIO_CONFIGURATION,
    CAS_JSON,
    CAS_XMI,
    REFI_PROJECT,
    REFI_CODEBOOK,
)
_LIBRARY = Label("it is the library itself", "إنه المكتبة نفسها")

__all__ = [
    "EXPORTERS",
    "Desk",
    "ExportOptions",
    "ExportReport",
    "Exporter",
    "Preset",
    "Wanted",
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
