"""Bring articles in: files, folders and standard input, the bad ones named and passed over."""

import re
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.again import Brought, brought
from reader.commands.articles import article_row
from reader.commands.bundled import bundled, tell_misfits
from reader.commands.command import DONE, FAILED, JSON, REPEATED, Argument, Command
from reader.commands.library import address_of, me, open_library
from reader.commands.progress import Progress
from reader.commands.shapes import article_object
from reader.commands.terminal import Terminal
from reader.errors import (
    BadInput,
    BadValue,
    ImportFailed,
    LibraryFailed,
    ReaderError,
    SourceEmpty,
)
from reader.frozen import dataclass
from reader.importers import Child, Given, Imported, from_bytes
from reader.importers.addresses import MayCall, host_of, is_public
from reader.importers.attaching import attached
from reader.importers.columns import FIELDS, Columns
from reader.importers.fetching import VISIT, fetch
from reader.importers.folders import files_of
from reader.importers.reading import read_bytes
from reader.label import Label
from reader.model.article import ArticleSummary, ImportedArticle
from reader.model.bundle import Bundle
from reader.model.identity import new_uid
from reader.model.package import FILE_BYTES
from reader.storage.merging import bundle_of, is_library, is_same

if TYPE_CHECKING:
    from reader.storage import Store

_STANDARD_INPUT = "-"
_INPUT_NAME = "stdin"
_WEB_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_COLUMN_EXPECTED = Label(
    f"write FIELD=HEADER, with one of the fields {', '.join(FIELDS)}",
    f"اكتب FIELD=HEADER، والحقل واحد من {', '.join(FIELDS)}",
)
_TAGS = Label("{name}: tags: {count}", "{name}: العلامات: {count}")
_NOTE = Label("{name}: {note}", "{name}: {note}")


@dataclass(frozen=True, slots=True)
class _Bundled:
    """What a file of annotations holds, and what the file is called."""

    name: str
    bundle: Bundle


class _Import:
    """The sources of one import, read one by one; what cannot be read is named and passed over."""

    def __init__(
        self, request: Namespace, terminal: Terminal, child: Child, may_call: MayCall
    ) -> None:
        self._terminal = terminal
        self._may_call = may_call
        self._child = child
        self._given = Given(encoding=request.encoding or None, columns=_columns(request.columns))
        self.status = DONE
        self.progress = Progress(terminal)
        self._sources = list(self._all_of(request.sources))
        self._library = Path(address_of(request))

    def articles(self) -> Iterator[tuple[ImportedArticle | _Bundled, tuple[Label, ...]]]:
        """Yield what could be read and what to say of it; `status` tells whether all was."""
        for done, source in enumerate(self._sources):
            self.progress.show(done, len(self._sources), str(source))
            try:
                imported = self._read(source)
            except (ImportFailed, LibraryFailed) as error:
                self.failed(error)
                continue
            for one in imported.articles:
                yield one, (*imported.notes, *one.notes)
            if imported.bundle is not None:
                name = source.name if isinstance(source, Path) else source
                yield _Bundled(name, imported.bundle), imported.notes

    def kept(self, request: Namespace) -> Iterator[tuple[ArticleSummary, Brought]]:
        """Yield the articles that came, each with what it has come to.

        No library is made for sources of which none can be read.
        """
        articles = self.articles()
        first = next(articles, None)
        if first is None:
            return
        with open_library(request, create=True) as store:
            annotator, session = me(store), new_uid()
            for imported, notes in chain([first], articles):
                try:
                    if isinstance(imported, _Bundled):
                        came = self._bundled(store, imported, annotator.uid, session)
                    else:
                        by = (annotator.uid, session)
                        came = [brought(store, imported, *by, as_new=request.as_new)]
                    summaries = store.summaries([one.article_uid for one in came])
                except BadInput as error:
                    self.failed(error)
                except LibraryFailed as error:
                    self.failed(error)
                    return
                else:
                    for summary, one in zip(summaries, came, strict=True):
                        yield summary, replace(one, notes=(*notes, *one.notes))

    def _bundled(
        self, store: "Store", one: _Bundled, annotator_uid: str, session_uid: str
    ) -> list[Brought]:
        """Bring in a file of annotations; raises SourceEmpty where it brings nothing."""
        bundle = attached(one.bundle, one.name, store)
        came, misfits = bundled(store, bundle, annotator_uid, session_uid)
        self.progress.clear()
        tell_misfits(self._terminal, one.name, misfits)
        if not came and bundle.tags and not bundle.texts:
            self._terminal.warn(_TAGS, name=one.name, count=len(bundle.tags))
        elif not came:
            self.failed(SourceEmpty(name=one.name))
        return came

    def failed(self, error: ReaderError) -> None:
        """Name a failure; the import goes on, but is not done."""
        self.progress.clear()
        self._terminal.complain(error)
        self.status = FAILED

    def _read(self, source: str | Path) -> Imported:
        if isinstance(source, Path):
            if is_same(source, self._library) or is_library(source):
                return Imported(bundle=bundle_of(source, self._library))
            name, content = source.name, read_bytes(source)
        elif source == _STANDARD_INPUT:
            name, content = _INPUT_NAME, self._terminal.bytes_in(FILE_BYTES + 1)
        else:
            return self._fetched(source)
        return from_bytes(content, name, self._given, child=self._child)

    def _fetched(self, url: str) -> Imported:
        """Fetch a page: its address on the command line is the person's word for it."""
        if host := host_of(url):
            self.progress.clear()
            self._terminal.warn(VISIT, host=host)
        found = fetch(url, may_call=self._may_call)
        given = replace(self._given, url=found.url)
        return from_bytes(found.source, found.name, given, child=self._child)

    def _all_of(self, sources: Sequence[str]) -> Iterator[str | Path]:
        """Yield the files that sources stand for; folders are looked through."""
        for source in sources:
            if source == _STANDARD_INPUT or _WEB_ADDRESS.match(source):
                yield source
            else:
                yield from files_of(Path(source), self.failed)


def _columns(said: Sequence[str]) -> Columns | None:
    """Return the columns that a person named, as FIELD=HEADER; raises BadValue."""
    pairs = [one.partition("=") for one in said]
    for field, sign, header in pairs:
        if not sign or field not in {"", *FIELDS}:
            value = f"{field}{sign}{header}"
            raise BadValue(field="column", value=value, expected=_COLUMN_EXPECTED)
    if not pairs:
        return None
    return Columns(tuple(header for _, _, header in pairs), tuple(field for field, _, _ in pairs))


def run_import(request: Namespace, terminal: Terminal, may_call: MayCall = is_public) -> int:
    """Bring the sources of a request in; `may_call` judges the addresses of sites."""
    shown = []
    with Child() as child:
        importing = _Import(request, terminal, child, may_call)
        with importing.progress:
            for summary, came in importing.kept(request):
                importing.progress.clear()
                if request.json:
                    said = [note.text(terminal.language) for note in came.notes]
                    told = {"notes": said, "again": came.again}
                    shown.append({**article_object(summary), **told})
                else:
                    article_row(summary, terminal)
                for note in () if request.json else came.notes:
                    terminal.warn(_NOTE, name=summary.article.title, note=note)
    if request.json:
        terminal.say_json(shown)
    return importing.status


IMPORT = Command(
    "import",
    Label(
        "read files, folders, web pages, other libraries or - into the library",
        "قراءة ملفات أو مجلدات أو صفحات ويب أو مكتبات أخرى أو - إلى المكتبة",
    ),
    run_import,
    (
        Argument(
            ("sources",),
            Label(
                "a file, a folder with all below it, a page's address, or - for standard input",
                "ملف أو مجلد بكل ما تحته أو عنوان صفحة أو - للمدخل القياسي",
            ),
            {"metavar": "SOURCE", "nargs": "+"},
        ),
        Argument(
            ("--encoding",),
            Label("the encoding, where it cannot be told", "الترميز، حيث تتعذر معرفته"),
            {"metavar": "NAME"},
        ),
        Argument(
            ("--as-new",),
            Label(
                "add an article of its own, also where it looks like one that is there",
                "إضافة مقال مستقل وإن أشبه مقالًا موجودًا",
            ),
            {"action": "store_true", "dest": "as_new"},
        ),
        Argument(
            ("--column",),
            Label(
                "which column of a table holds what, such as text=Body; may be repeated",
                "ما يحتويه عمود من جدول، مثل text=Body؛ يمكن تكراره",
            ),
            {**REPEATED, "metavar": "FIELD=HEADER", "dest": "columns"},
        ),
        JSON,
    ),
)
