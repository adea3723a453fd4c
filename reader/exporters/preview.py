"""The first lines of an export, as the dialog shows them before anything is written."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.exporters.csv_table import PRESETS as CSV_PRESETS
from reader.exporters.exporter import Exporter, ExportOptions, preset_named
from reader.exporters.part import parts_of
from reader.exporters.report.content import report_of
from reader.exporters.report.laid import LaidReport, laid_out
from reader.exporters.separator import list_separator
from reader.exporters.sheets import sheets_of
from reader.frozen import dataclass
from reader.model.entry import AnnotatedArticle, KeptText

_ENTRIES, _TEXT_CP, _SHOWN_CP, _COLUMNS, _ARTICLES = 12, 3000, 6000, 12, 2


@dataclass(frozen=True, slots=True)
class Preview:
    """What can be shown: a table, words, or a page; `rows` begin with the headers."""

    rows: tuple[tuple[str, ...], ...] = ()
    text: str = ""
    page: LaidReport | None = None


def preview_of(
    exporter: Exporter, articles: Iterable[AnnotatedArticle], options: ExportOptions
) -> Preview:
    """Return the beginning of what an exporter makes of articles; raises as it does."""
    few = [_short(one) for _, one in zip(range(_ARTICLES), articles, strict=False)]
    if not few:
        return Preview()
    options = replace(options, kept_texts=_OnlyShown(few).texts)
    if exporter.shape == "page":
        whole = preset_named(exporter.presets, options.preset).key == "whole"
        return Preview(page=laid_out(report_of(few[0], options), options.language, whole=whole))
    if exporter.key == "xlsx":
        return Preview(rows=_sheet(exporter, few, options))
    made = io.BytesIO()
    exporter.write(few, made, options)
    if exporter.shape == "table":
        return Preview(rows=_table(made.getvalue(), options))
    if exporter.shape == "parts":
        return Preview(text=_parts(made.getvalue()))
    return Preview(text=made.getvalue().decode("utf-8", "replace")[:_SHOWN_CP])


class _OnlyShown:
    """Gives of each article the text that is shown, for formats that hold all of them."""

    def __init__(self, articles: Sequence[AnnotatedArticle]) -> None:
        self._articles = {one.article.uid: one for one in articles}

    def texts(self, uid: str) -> Iterable[KeptText]:
        """Return the only text of an article, its words as its source."""
        one = self._articles[uid]
        yield KeptText(
            revision=one.revision, source=one.revision.text.encode(), entries=one.entries
        )


def _short(annotated: AnnotatedArticle) -> AnnotatedArticle:
    """Return the beginning of an article: its first entries, and the text up to their ends."""
    entries = annotated.entries[:_ENTRIES]
    end = max([_TEXT_CP, *(one.annotation.end_cp for one in entries)])
    revision = replace(annotated.revision, text=annotated.revision.text[:end])
    return replace(annotated, revision=revision, entries=entries)


def _sheet(
    exporter: Exporter, articles: Sequence[AnnotatedArticle], options: ExportOptions
) -> tuple[tuple[str, ...], ...]:
    preset = preset_named(exporter.presets, options.preset).key
    sheet = sheets_of(preset, options)[0]
    rows = [tuple(heading.label.text(options.language) for heading in sheet.headings)]
    for annotated in articles:
        for part in parts_of(annotated, options):
            rows += map(tuple, sheet.rows(part))
    return tuple(row[:_COLUMNS] for row in rows)


def _table(made: bytes, options: ExportOptions) -> tuple[tuple[str, ...], ...]:
    preset = preset_named(CSV_PRESETS, options.preset)
    delimiter = options.delimiter or preset.delimiter or list_separator(options.language)
    text = io.StringIO(made.decode("utf-8-sig"), newline="")
    return tuple(tuple(row[:_COLUMNS]) for row in csv.reader(text, delimiter=delimiter))


def _parts(made: bytes) -> str:
    """Return the names of the parts, and the beginning of those that are words."""
    said = []
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        said = [f"{info.filename} · {info.file_size}" for info in archive.infolist()]
        for info in archive.infolist():
            if info.filename.endswith((".csv", ".ann", ".conll", ".json", ".qde", ".xmi")):
                words = archive.read(info).decode("utf-8-sig", "replace")
                said.append(f"\n— {info.filename}\n{words[: _SHOWN_CP // 6]}")
    return "\n".join(said)[:_SHOWN_CP]
