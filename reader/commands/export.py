"""Hand annotations on, to a file or to standard output."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.command import DONE, ONLY_ARTICLE, ONLY_TAG, REPEATED, Argument, Command
from reader.commands.filtering import in_collection
from reader.commands.library import named_articles, named_tags, open_library
from reader.commands.progress import Progress
from reader.commands.terminal import Terminal
from reader.errors import BadValue
from reader.exporters import (
    EXPORTERS,
    Desk,
    ExportOptions,
    ExportReport,
    Wanted,
    export_to_file,
    exporter_named,
    preset_named,
)
from reader.exporters.separator import DELIMITERS, delimiter_named
from reader.label import Label
from reader.model.dates import parse_partial_date
from reader.model.entry import KeptText
from reader.model.vocabulary import STATUSES
from reader.text.canonical import canonical

if TYPE_CHECKING:
    from reader.storage import Store

# Replacing the link /dev/stdout by a file would be the last thing that anybody wants.
_STANDARD_OUTPUT = ("", "-", "/dev/stdout")
_FORMATS = ", ".join(exporter.key for exporter in EXPORTERS)
_PRESETS = "; ".join(
    f"{exporter.key}: {', '.join(preset.key for preset in exporter.presets)}"
    for exporter in EXPORTERS
    if exporter.presets
)
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
            desk=Desk(request.desk, request.desk_url),
        )
        wanted = _wanted(store, request)
        uids = sorted(_articles(store, request))
        options = replace(
            options,
            whole=wanted.is_all and not request.articles and not request.collection,
            kept_texts=partial(_texts, store, wanted),
        )
        articles = wanted.among(store.annotated_articles(uids))
        if request.output in _STANDARD_OUTPUT:
            with terminal.bytes_out() as stream:
                report = exporter.write(articles, stream, options)
        else:
            path = Path(request.output)
            total = sum(one.annotations for one in store.summaries(uids))
            with Progress(terminal) as bar:
                options = replace(options, told=_Count(bar, total, path.name).told)
                report = export_to_file(exporter, articles, path, options, library=store.path)
            terminal.say(terminal.word(_WRITTEN, rows=report.rows, path=path))
    _warn(report, terminal)
    return DONE


class _Count:
    """Shows on a bar how many annotations of a number have been written."""

    def __init__(self, bar: Progress, total: int, name: str) -> None:
        self._bar = bar
        self._total = total
        self._name = name
        self._done = 0

    def told(self, more: int) -> None:
        """Count some more of them."""
        self._done = min(self._total, self._done + more)
        self._bar.show(self._done, self._total, self._name)


def _wanted(store: "Store", request: Namespace) -> Wanted:
    known = [one.key for one in STATUSES]
    for status in request.statuses:
        if status not in known:
            listed = ", ".join(known)
            expected = Label(f"it takes {listed}", f"القيم المقبولة {listed}")
            raise BadValue(field="--status", value=status, expected=expected)
    return Wanted(
        tags=named_tags(store, request),
        statuses=frozenset(request.statuses),
        since=parse_partial_date(request.since, "--since"),
        until=parse_partial_date(request.until, "--until"),
    )


def _articles(store: "Store", request: Namespace) -> list[str]:
    """Return the uids of the articles that are named, lie in a collection, or of all."""
    if not request.collection:
        return named_articles(store, request)
    wanted = in_collection(request.collection, store)
    inside = [one.article.uid for one in store.articles(wanted)]
    return list(
        dict.fromkeys([*inside, *(named_articles(store, request) if request.articles else ())])
    )


def _texts(store: "Store", wanted: Wanted, article_uid: str) -> Iterable[KeptText]:
    return wanted.in_texts(store.kept_texts(article_uid))


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
        Argument(
            ("--collection",),
            Label("only articles of this collection", "من مقالات هذه المجموعة فقط"),
            {"metavar": "COLLECTION", "default": "", "type": canonical},
        ),
        ONLY_TAG,
        Argument(
            ("--status",),
            Label("only of this status; may be repeated", "بهذه الحالة فقط؛ يمكن تكراره"),
            {**REPEATED, "metavar": "STATUS", "dest": "statuses"},
        ),
        Argument(
            ("--since",),
            Label("only annotations made then or later", "التعليقات المنشأة حينئذ أو بعده فقط"),
            {"metavar": "DATE", "default": "", "type": canonical},
        ),
        Argument(
            ("--until",),
            Label("only annotations made then or before", "التعليقات المنشأة حينئذ أو قبله فقط"),
            {"metavar": "DATE", "default": "", "type": canonical},
        ),
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
            ("--desk",),
            Label("who publishes the verdicts", "ناشر الأحكام"),
            {"metavar": "NAME", "default": "", "type": canonical},
        ),
        Argument(
            ("--desk-url",),
            Label("the address of who publishes the verdicts", "عنوان ناشر الأحكام على الويب"),
            {"metavar": "ADDRESS", "default": "", "type": canonical},
        ),
        Argument(
            ("--folded",),
            Label("also the text as search compares it", "مع النص كما يقارنه البحث"),
            {"action": "store_true"},
        ),
    ),
)
