"""Bring articles in, and list them."""

import re
from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from reader.commands.command import DONE, FAILED, JSON, Argument, Command
from reader.commands.library import me, open_library
from reader.commands.shapes import article_object
from reader.commands.terminal import Terminal
from reader.errors import (
    BadInput,
    ImportFailed,
    LibraryFailed,
    ReaderError,
    SourceEmpty,
    SourceUnreadable,
)
from reader.importers import IMPORTERS, Imported, from_bytes, load
from reader.importers.reading import LIMIT_BYTES
from reader.label import Label
from reader.model.article import Article, ArticleSummary, ImportedArticle, Revision
from reader.model.identity import new_uid
from reader.reasons import os_reason

_STANDARD_INPUT = "-"
_INPUT_NAME = "stdin"
_WEB_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_WEB_REASON = Label(
    "it is a web address; save the page as text and import that file",
    "هو عنوان على الشبكة؛ احفظ الصفحة نصًا ثم استورد ذلك الملف",
)


class _Reading:
    """The sources of one import, read one by one; a bad one is named and passed over."""

    def __init__(self, terminal: Terminal, encoding: str | None) -> None:
        self._terminal = terminal
        self._encoding = encoding
        self.status = DONE

    def articles(self, sources: Sequence[str]) -> Iterator[ImportedArticle]:
        """Yield what could be read; `status` tells at the end whether all of it was."""
        for source in sources:
            try:
                paths = _files_of(source)
            except ImportFailed as error:
                self.failed(error)
                continue
            for path in paths:
                try:
                    imported = self._read(path)
                except ImportFailed as error:
                    self.failed(error)
                else:
                    yield from imported.articles

    def failed(self, error: ReaderError) -> None:
        """Name a failure; the import goes on, but is not done."""
        self._terminal.complain(error)
        self.status = FAILED

    def _read(self, source: str | Path) -> Imported:
        if isinstance(source, Path):
            return load(source, self._encoding)
        source_bytes = self._terminal.bytes_in(LIMIT_BYTES + 1)
        return from_bytes(source_bytes, _INPUT_NAME, self._encoding)


def _files_of(source: str) -> Sequence[str | Path]:
    """Return the files that a source stands for; raises SourceUnreadable and SourceEmpty."""
    if source == _STANDARD_INPUT:
        return [source]
    if _WEB_ADDRESS.match(source):
        raise SourceUnreadable(name=source, reason=_WEB_REASON)
    path = Path(source)
    try:
        if not path.is_dir():
            return [path]
        inside = sorted(path.iterdir())
    except OSError as error:
        raise SourceUnreadable(name=source, reason=os_reason(error)) from error
    suffixes = {suffix for importer in IMPORTERS for suffix in importer.suffixes}
    files = [file for file in inside if file.suffix.lower() in suffixes and file.is_file()]
    if not files:
        raise SourceEmpty(name=source)
    return files


def _import(request: Namespace, terminal: Terminal) -> int:
    reading = _Reading(terminal, request.encoding or None)
    articles = reading.articles(request.sources)
    added: list[ArticleSummary] = []
    first = next(articles, None)
    # No library is made for sources of which none can be read.
    if first is not None:
        with open_library(request, create=True) as store:
            annotator, session = me(store), new_uid()
            for imported in chain([first], articles):
                try:
                    article = store.add_article(imported, annotator.uid, session)
                except BadInput as error:
                    reading.failed(error)
                    continue
                except LibraryFailed as error:
                    reading.failed(error)
                    break
                added.append(_summary(article, imported.revision))
                if not request.json:
                    _row(added[-1], terminal)
    if request.json:
        terminal.say_json([article_object(summary) for summary in added])
    return reading.status


def _articles(request: Namespace, terminal: Terminal) -> int:
    with open_library(request) as store:
        summaries = store.articles()
    if request.json:
        terminal.say_json([article_object(summary) for summary in summaries])
        return DONE
    for summary in summaries:
        _row(summary, terminal)
    return DONE


def _row(summary: ArticleSummary, terminal: Terminal) -> None:
    article = summary.article
    terminal.row(article.id, article.title, article.published, summary.annotations)


def _summary(article: Article, text: Revision) -> ArticleSummary:
    return ArticleSummary(
        article=article, revision_uid=text.uid, length=len(text.text), annotations=0
    )


IMPORT = Command(
    "import",
    Label("read files, folders or - into the library", "قراءة ملفات أو مجلدات أو - إلى المكتبة"),
    _import,
    (
        Argument(
            ("sources",),
            Label(
                "a text file, a folder of them, or - for standard input",
                "ملف نصي أو مجلد ملفات نصية أو - للمدخل القياسي",
            ),
            {"metavar": "SOURCE", "nargs": "+"},
        ),
        Argument(
            ("--encoding",),
            Label("the encoding, where it cannot be told", "الترميز، حيث تتعذر معرفته"),
            {"metavar": "NAME"},
        ),
        JSON,
    ),
)
ARTICLES = Command(
    "articles",
    Label("list the articles, newest first", "سرد المقالات، الأحدث أولًا"),
    _articles,
    (JSON,),
)
