"""The package: all of a library's articles with all that is known of them, to be read back whole.

Tables go to temporary files while the texts and sources are written, so that the memory
does not grow with the library.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import fields, replace
from functools import cache
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO, cast

import reader
from reader.exporters.exporter import ExportOptions, ExportReport, watched
from reader.exporters.zipped import Zipped
from reader.label import Label
from reader.model import package
from reader.model.change import Record, kind_of
from reader.model.claim import DeskRules, Ruling
from reader.model.collection import Collection
from reader.model.entry import AnnotatedArticle, Entry, KeptText
from reader.model.package import Table
from reader.model.places import places_around
from reader.model.shared import Shared
from reader.model.subject import Subject
from reader.model.tabular import cells_of, columns_of
from reader.text.canonical import CANONICAL_VERSION, sha256_of
from reader.text.guarding import guard

_FILES = ("text_file", "source_file")


def write_package(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write articles with all of their texts, sources, annotations and what hangs on those."""
    with ExitStack() as stack:
        counted = _Counted(stream)
        archive = stack.enter_context(Zipped(cast("BinaryIO", counted)))
        archive.add_stored(package.KIND_NAME, package.KIND)
        writer = _Writer(archive, stack, options)
        for annotated in articles:
            writer.article(annotated)
        writer.shared()
        writer.finish()
    too_much = writer.unpacked > package.UNPACKED_BYTES or counted.size > package.FILE_BYTES
    return ExportReport(writer.annotations, _warnings(too_much=too_much))


class _Counted(io.RawIOBase):
    """Passes bytes on and counts them; nobody goes back in it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.size = 0

    def writable(self) -> bool:
        """Tell that bytes may be written."""
        return True

    def write(self, part: Any) -> int:
        """Write some bytes."""
        self._stream.write(part)
        self.size += len(part)
        return len(part)


class _Rows:
    """One table on its way: its rows in a temporary file, counted, with a digest of them."""

    def __init__(self, table: Table, stack: ExitStack) -> None:
        self.table = table
        self.count = 0
        self.file: IO[bytes] = stack.enter_context(TemporaryFile())  # noqa: SIM115 - it is one
        self._digest = hashlib.sha256()
        self._columns = self.columns()
        self._put("\ufeff")
        self._line(self._columns)

    def columns(self) -> list[str]:
        """Return the columns: what the records are tied to first, what lies in files last."""
        table = self.table
        first = [table.key] if table.key else []
        last = _FILES if table is package.REVISIONS else ()
        return [*first, *columns_of(table.cls, table.without), *last]

    def add(self, record: Any, *, first: Sequence[str] = (), last: Sequence[str] = ()) -> None:
        """Write a record, with the cells that no field of it holds."""
        self._line([*first, *cells_of(record, self.table.without), *last])
        self.count += 1

    def described(self) -> dict[str, Any]:
        """Return what the list of the package's contents says of the table."""
        return {"rows": self.count, "sha256": self._digest.hexdigest(), "columns": self._columns}

    def _line(self, cells: Sequence[str]) -> None:
        line = io.StringIO()
        writer = csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow([guard(cell) for cell in cells])
        self._put(line.getvalue())

    def _put(self, text: str) -> None:
        part = text.encode()
        self._digest.update(part)
        self.file.write(part)


class _Writer:
    """Gathers the tables of a package while texts and sources go into it."""

    def __init__(self, archive: Zipped, stack: ExitStack, options: ExportOptions) -> None:
        self._archive = archive
        self._options = options
        self._rows = {table.name: _Rows(table, stack) for table in package.TABLES}
        self._texts = 0
        self._version = 1
        self._named: set[str] = set()
        self._tags: set[str] = set()
        self._hanging: set[str] = set()
        self.annotations = 0
        self.unpacked = 0

    def article(self, annotated: AnnotatedArticle) -> None:
        """Write an article with its texts."""
        article = annotated.article
        self._record(article)
        kept = list(self._options.kept_texts(article.uid)) or [_only(annotated)]
        for text in kept:
            is_shown = text.revision.uid == annotated.revision.uid
            entries = annotated.entries if is_shown else text.entries
            self._text(text)
            for entry in watched(entries, self._options):
                self._entry(entry)
            self.annotations += len(entries)
            self._options.told(len(entries))

    def shared(self) -> None:
        """Write what the articles share: all of it, or what is pointed to."""
        shared = self._options.shared
        for person in shared.annotators:
            if self._is_wanted(person.uid):
                self._rows[package.ANNOTATORS.name].add(person)
        for tag in shared.tags:
            if self._options.whole or tag.key in self._tags:
                self._rows[package.TAG_TABLE.name].add(tag)
        for one in _parts_of(shared, self._named):
            if self._is_wanted(one.uid) or getattr(one, "tag", None) in self._tags:
                self._record(one)
        if self._options.whole and shared.rules != DeskRules():
            self._record(shared.rules)

    def finish(self) -> None:
        """Write the tables and the list of everything."""
        for name, rows in self._rows.items():
            self.unpacked += rows.file.tell()
            rows.file.seek(0)
            self._archive.add_stream(name, rows.file)
        manifest = {
            "format": "hashiya-package",
            "version": self._version,
            "app_version": reader.__version__,
            "made_at": self._options.moment.isoformat(),
            "canonical_version": CANONICAL_VERSION,
            "offset_unit": "code points",
            "ends": "excluded",
            "encoding": "utf-8",
            "bom": True,
            "delimiter": ",",
            "guard": "apostrophe",
            "texts": self._texts,
            "tables": {name: rows.described() for name, rows in self._rows.items()},
        }
        said = json.dumps(manifest, ensure_ascii=False, indent=1)
        self._archive.add(package.MANIFEST, said + "\n")

    def _text(self, text: KeptText) -> None:
        self._texts += 1
        names = package.text_name(self._texts), package.source_name(self._texts)
        said = text.revision.text.encode()
        self._archive.add(names[0], said)
        self._archive.add(names[1], text.source)
        self._rows[package.REVISIONS.name].add(text.revision, last=names)
        self.unpacked += len(said) + len(text.source)

    def _entry(self, entry: Entry) -> None:
        one = entry.annotation
        self._record(one)
        self._tags.add(one.tag)
        if one.fields is not None and one.tag in package.TYPED:
            self._rows[package.TYPED[one.tag].name].add(one.fields, first=[one.uid])
            self._version = max(self._version, package.version_for(one.fields))
            self._note(one.fields)
        hanging: tuple[Record, ...] = (
            *entry.evidence,
            *entry.rulings,
            *entry.reviews,
            *entry.appearances,
            *entry.corrections,
            *entry.relations,
        )
        if entry.ruling is not None and not entry.rulings:
            hanging = (*hanging, entry.ruling)
        for record in hanging:
            if record.uid not in self._hanging:  # a relation hangs on both of its ends
                self._hanging.add(record.uid)
                self._record(record)

    def _record(self, record: Record) -> None:
        self._rows[package.RECORDS[kind_of(record)].name].add(record)
        self._note(record)

    def _note(self, value: Any) -> None:
        """Note what a record points to."""
        cls: type = type(value)
        for name in _links(cls):
            held = getattr(value, name)
            self._named.update(held if isinstance(held, tuple) else filter(None, (held,)))
        if isinstance(value, Ruling):
            self._named.add(value.scale)

    def _is_wanted(self, uid: str) -> bool:
        return self._options.whole or uid in self._named


@cache
def _links(cls: type) -> tuple[str, ...]:
    names = (one.name for one in fields(cls))
    return tuple(name for name in names if name.endswith(("_uid", "_uids")))


def _parts_of(shared: Shared, named: set[str]) -> Iterator[Any]:
    """Yield what is shared, collections only after those that lie in them have named them."""
    by_uid = {one.uid: one for one in shared.collections}
    for uid in sorted(named & by_uid.keys()):
        at: Collection | None = by_uid[uid]
        while at is not None and at.parent_uid is not None:
            named.add(at.parent_uid)
            at = by_uid.get(at.parent_uid)
    named.update(_around(shared.subjects, named))
    yield from shared.scales
    yield from shared.collections
    yield from shared.labels
    yield from shared.subjects
    yield from shared.own_fields
    yield from shared.templates


def _around(subjects: Sequence[Subject], named: set[str]) -> set[str]:
    """Return the places that those which are named are part of."""
    by_uid = {one.uid: one for one in subjects}
    starts = named & by_uid.keys()
    return {outer for uid in starts for outer in places_around(uid, by_uid)}


def _only(annotated: AnnotatedArticle) -> KeptText:
    """Return the shown text of an article as its only one, its words as its source."""
    revision = annotated.revision
    digest = sha256_of(revision.text)
    whole = replace(revision, source_sha256=digest, encoding="utf-8")
    return KeptText(revision=whole, source=revision.text.encode(), entries=annotated.entries)


def _warnings(*, too_much: bool) -> tuple[Label, ...]:
    if not too_much:
        return ()
    return (
        Label(
            "The package is larger than Hashiya reads back at once; export fewer articles at a"
            " time.",
            "الحزمة أكبر مما تقرؤه حاشية دفعة واحدة؛ صدّر مقالات أقل في كل مرة.",
        ),
    )
