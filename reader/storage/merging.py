"""Another library's file as a bundle, so that it comes in through the door of all annotations.

The file is inspected like any library (`opening`), copied, and only the copy is opened:
an older one is renewed there, and the other library stays as it was.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.errors import SameLibrary
from reader.model.bundle import Bundle, BundledText
from reader.model.change import Record, kind_of
from reader.model.claim import DeskRules
from reader.model.entry import Entry, KeptText
from reader.progress import Progress, unwatched
from reader.storage.backup import backup_file
from reader.storage.opening import inspect_file
from reader.storage.schema import APPLICATION_ID
from reader.storage.store import Store

_SIGN = b"SQLite format 3\x00"
_ID_AT = slice(68, 72)  # the application id in SQLite's header ("Database File Format", 1.3)


def is_library(path: Path) -> bool:
    """Tell whether a file begins as a library of ours does.

    Not to be asked of a library that this process has open: see `opening`.
    """
    try:
        # Neither a pipe without a writer nor a device may hold the program up.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            is_file = stat.S_ISREG(os.fstat(descriptor).st_mode)
            head = os.read(descriptor, 100) if is_file else b""
        finally:
            os.close(descriptor)
    except (OSError, ValueError):
        return False
    return head.startswith(_SIGN) and int.from_bytes(head[_ID_AT], "big") == APPLICATION_ID


def is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def bundle_of(path: Path, ours: Path | None = None, progress: Progress = unwatched) -> Bundle:
    """Return all that a library's file holds outside of its trash; `ours` must be another file.

    `progress` is told how many articles were read. Raises children of LibraryFailed,
    SameLibrary for `ours` itself.
    """
    if ours is not None and is_same(path, ours):
        raise SameLibrary(name=path)
    with _opened(path) as store:
        shared = store.shared()
        texts: list[BundledText] = []
        records: dict[tuple[str, str], Record] = {}
        articles = [one.article for one in reversed(store.articles())]
        for done, article in enumerate(articles):
            progress(done, len(articles))
            for kept in store.kept_texts(article.uid):
                texts.append(BundledText(revision=kept.revision, source=kept.source))
                records |= {(kind_of(one), one.uid): one for one in _records(kept)}
        progress(len(articles), len(articles))
        there = {uid for kind, uid in records if kind == "annotation"}
        return Bundle(
            annotators=shared.annotators,
            tags=shared.tags,
            articles=tuple(articles),
            texts=tuple(texts),
            records=(
                *shared.scales,
                *_said(shared.rules),
                *shared.collections,
                *shared.labels,
                *shared.subjects,
                *shared.own_fields,
                *shared.templates,
                *_whole(records.values(), there),
            ),
        )


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    """Open a copy of a library, renewed where its schema is older: nothing is left beside it."""
    inspect_file(path, create=False, read_only=True)
    with TemporaryDirectory(prefix="hashiya-") as folder:
        copy = Path(folder, "other.db")
        backup_file(path, copy)
        with Store.open(copy, create=False) as store:
            yield store


def _records(kept: KeptText) -> Iterator[Record]:
    for entry in kept.entries:
        yield entry.annotation
        yield from _behind(entry)


def _behind(entry: Entry) -> Iterator[Record]:
    yield from entry.rulings
    yield from entry.evidence
    yield from entry.reviews
    yield from entry.appearances
    yield from entry.corrections
    yield from entry.relations


def _said(rules: DeskRules) -> tuple[DeskRules, ...]:
    """Return the rules of a desk that has any of its own."""
    return () if rules == DeskRules() else (rules,)


def _whole(records: Iterable[Record], annotations: set[str]) -> Iterator[Record]:
    """Yield records without the relations that lead into the trash."""
    for one in records:
        ends = {getattr(one, end) for end in ("from_uid", "to_uid") if hasattr(one, end)}
        if ends <= annotations:
            yield one
