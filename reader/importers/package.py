"""Reads the package that `exporters.package` writes: tables, texts and sources.

Each line that is no record, and each text that is another than the list of them says, is
told and left out; the rest comes.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from reader.errors import BadSpan, SourceDamaged, SourceRefused
from reader.importers.archive import Archive, Bounds, Watched
from reader.importers.document import Contents, Given
from reader.label import Label
from reader.model import package
from reader.model.annotation import Annotation
from reader.model.bundle import Bundle, BundledText, Misfit
from reader.model.change import Record
from reader.model.package import Table
from reader.model.tabular import record_of
from reader.text.canonical import canonical, sha256_of
from reader.text.guarding import unguard

_BOUNDS = Bounds(package.PARTS, package.UNPACKED_BYTES, package.UNPACKED_BYTES)
_CELL_BYTES = 50_000_000
_NOT_LISTED = Label("the list of what is in it is missing", "قائمة محتوياته غير موجودة")
_NEWER = Label(
    "it was made by a newer Hashiya; update this one first",
    "صنعه إصدار أحدث من حاشية؛ حدّث هذا الإصدار أولًا",
)
_NO_RECORD = Label("the line is no record", "السطر ليس سجلًا")
_OTHER_TEXT = Label(
    "the text or its source is another than when the package was made",
    "النص أو مصدره غير ما كان عند صنع الحزمة",
)
_CHANGED = Label(
    "Tables were changed after the package was made: {names}.",
    "جداول تغيرت بعد صنع الحزمة: {names}.",
)


def read(source: bytes, name: str, _given: Given) -> Contents:
    """Return what a package holds; raises SourceDamaged and SourceRefused."""
    archive = Archive(source, name, _BOUNDS)
    reading = _Reading(archive, _manifest(archive, name))
    bundle = reading.bundle()
    notes: tuple[Label, ...] = ()
    if reading.changed:
        names = ", ".join(reading.changed)
        notes = (Label(_CHANGED.en.format(names=names), _CHANGED.ar.format(names=names)),)
    return Contents(bundle=bundle, notes=notes)


def _manifest(archive: Archive, name: str) -> Mapping[str, Any]:
    try:
        found = json.loads(archive.part(package.MANIFEST))
        version = found["version"]
        known = {"tables": dict(found["tables"]), "guard": found["guard"]}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SourceDamaged(name=name, reason=_NOT_LISTED) from error
    if not isinstance(version, int) or version > package.VERSION:
        raise SourceRefused(name=name, reason=_NEWER)
    return known


class _Reading:
    """One package being read; `changed` are the tables that are not as they were made."""

    def __init__(self, archive: Archive, manifest: Mapping[str, Any]) -> None:
        self._archive = archive
        self._manifest = manifest
        self._misfits: list[Misfit] = []
        self.changed: list[str] = []

    def bundle(self) -> Bundle:
        """Return all that fits."""
        articles = list(self._records(package.RECORDS["article"]))
        records: list[Record] = []
        for kind, table in package.RECORDS.items():
            if kind not in ("article", "annotation"):
                records += self._records(table)
        return Bundle(
            annotators=tuple(self._records(package.ANNOTATORS)),
            tags=tuple(self._records(package.TAG_TABLE)),
            articles=tuple(articles),
            texts=tuple(self._texts()),
            records=(*records, *self._annotations()),
            misfits=tuple(self._misfits),
        )

    def _annotations(self) -> Iterator[Annotation]:
        typed: dict[tuple[str, str], Any] = {}
        for tag, table in package.TYPED.items():
            for number, row in self._rows(table):
                made = self._made(table, number, row)
                if made is not None:
                    typed[tag, row[table.key]] = made
        table = package.RECORDS["annotation"]
        for number, row in self._rows(table):
            fields = typed.get((row.get("tag", ""), row.get("uid", "")))
            made = self._made(table, number, row, fields=fields)
            if made is not None:
                yield made

    def _texts(self) -> Iterator[BundledText]:
        table = package.REVISIONS
        for number, row in self._rows(table):
            names = row.get("text_file", ""), row.get("source_file", "")
            if names[0] not in self._archive or names[1] not in self._archive:
                self._leave(table, number, _OTHER_TEXT)
                continue
            text = self._archive.part(names[0]).decode("utf-8", "replace")
            source = self._archive.part(names[1])
            made = self._made(table, number, row, text=text)
            if made is None:
                continue
            is_true = (
                made.text_sha256 == sha256_of(text)
                and made.source_sha256 == hashlib.sha256(source).hexdigest()
                and text == canonical(text)
            )
            if is_true:
                yield BundledText(revision=made, source=source)
            else:
                self._leave(table, number, _OTHER_TEXT)

    def _records(self, table: Table) -> Iterator[Any]:
        for number, row in self._rows(table):
            made = self._made(table, number, row)
            if made is not None:
                yield made

    def _made(self, table: Table, number: int, row: Mapping[str, str], **more: Any) -> Any:
        try:
            return record_of(table.cls, row, **more)
        except (ValueError, TypeError, KeyError, BadSpan, RecursionError):
            self._leave(table, number, _NO_RECORD)
            return None

    def _rows(self, table: Table) -> Iterator[tuple[int, Mapping[str, str]]]:
        """Yield the rows of a table by their headers, with their numbers from 1."""
        if table.name not in self._archive:
            return
        told = self._manifest["tables"].get(table.name)
        plain = unguard if self._manifest["guard"] == "apostrophe" else str
        before = csv.field_size_limit(_CELL_BYTES)
        try:
            with self._archive.opened(table.name) as stream:
                digest = hashlib.sha256()
                watched = io.BufferedReader(Watched(stream, digest.update))
                lines = io.TextIOWrapper(watched, "utf-8-sig", "replace", newline="")
                header: list[str] = []
                for number, cells in enumerate(csv.reader(lines)):
                    if number == 0:
                        header = cells
                    elif len(cells) == len(header):
                        yield number, dict(zip(header, map(plain, cells), strict=True))
                    else:
                        self._leave(table, number, _NO_RECORD)
                if not isinstance(told, dict) or told.get("sha256") != digest.hexdigest():
                    self.changed.append(table.name)
        except csv.Error:
            self._leave(table, 0, _NO_RECORD)
            self.changed.append(table.name)
        finally:
            csv.field_size_limit(before)

    def _leave(self, table: Table, number: int, reason: Label) -> None:
        self._misfits.append(Misfit(f"{table.name}, {number}", reason))
