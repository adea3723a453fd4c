"""Hand annotations on, to a file or to standard output."""

from argparse import Namespace
from pathlib import Path

from reader.commands.command import DONE, ONLY_ARTICLE, ONLY_TAG, Argument, Command
from reader.commands.library import named_articles, named_tags, open_library
from reader.commands.terminal import Terminal
from reader.exporters import (
    EXPORTERS,
    ExportOptions,
    ExportReport,
    chosen,
    export_to_file,
    exporter_named,
    preset_named,
)
from reader.exporters.separator import DELIMITERS, delimiter_named
from reader.label import Label

# Replacing the link /dev/stdout by a file would be the last thing that anybody wants.
_STANDARD_OUTPUT = ("", "-", "/dev/stdout")
_FORMATS = ", ".join(exporter.key for exporter in EXPORTERS)
_PRESETS = ", ".join(preset.key for exporter in EXPORTERS for preset in exporter.presets)
_DELIMITERS = ", ".join(delimiter.key for delimiter in DELIMITERS)
_WRITTEN = Label(
    "Annotations written to {path}: {rows}.", "عدد التعليقات المكتوبة في {path}: {rows}."
)


def _export(request: Namespace, terminal: Terminal) -> int:
    exporter = exporter_named(request.format)
    preset = preset_named(exporter.presets, request.preset).key if request.preset else ""
    delimiter = delimiter_named(request.delimiter) if request.delimiter else ""
    with open_library(request) as store:
        options = ExportOptions(
            preset=preset,
            delimiter=delimiter,
            language=terminal.language,
            folded=request.folded,
            shared=store.shared(),
            kept_texts=store.kept_texts,
        )
        tags = named_tags(store, request)
        uids = sorted(named_articles(store, request))
        articles = chosen(store.annotated_articles(uids), tags)
        if request.output in _STANDARD_OUTPUT:
            with terminal.bytes_out() as stream:
                report = exporter.write(articles, stream, options)
        else:
            path = Path(request.output)
            report = export_to_file(exporter, articles, path, options, library=store.path)
            terminal.say(terminal.word(_WRITTEN, rows=report.rows, path=path))
    _warn(report, terminal)
    return DONE


def _warn(report: ExportReport, terminal: Terminal) -> None:
    for warning in report.warnings:
        terminal.warn(warning)


EXPORT = Command(
    "export",
    Label("write annotations for other programs", "كتابة التعليقات لبرامج أخرى"),
    _export,
    (
        Argument(
            ("--format",),
            Label(f"the format: {_FORMATS}", f"الصيغة: {_FORMATS}"),
            {"metavar": "FORMAT", "default": EXPORTERS[0].key},
        ),
        Argument(
            ("--output", "-o"),
            Label(
                "the file to write; standard output without it",
                "الملف الذي يُكتب؛ وإلا فالمخرج القياسي",
            ),
            {"metavar": "PATH", "default": ""},
        ),
        ONLY_ARTICLE,
        ONLY_TAG,
        Argument(
            ("--preset",),
            Label(f"for whom: {_PRESETS}", f"الإعداد: {_PRESETS}"),
            {"metavar": "PRESET", "default": ""},
        ),
        Argument(
            ("--delimiter",),
            Label(f"between cells: {_DELIMITERS}", f"الفاصل بين الخلايا: {_DELIMITERS}"),
            {"metavar": "DELIMITER", "default": ""},
        ),
        Argument(
            ("--folded",),
            Label("also the text as search compares it", "مع النص كما يقارنه البحث"),
            {"action": "store_true"},
        ),
    ),
)
