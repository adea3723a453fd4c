"""Put a finished database file in its place, wholly or not at all (EXP-1)."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from reader.errors import (
    BackupFailed,
    LibraryFailed,
    LibraryFull,
    LibraryGone,
    LibraryMissing,
    LibraryReadOnly,
    LibraryUnwritable,
    OutputUnwritable,
)
from reader.label import Label
from reader.reasons import os_reason
from reader.storage.faults import told
from reader.storage.opening import SIDE_FILES, holds_bytes, make_empty

# ISO 8601, basic format: colons are for no file name.
STAMP = "%Y%m%dT%H%M%SZ"

_ITSELF = Label("it is the library itself", "إنها المكتبة نفسها")
_NOT_A_FILE = Label("it is not an ordinary file", "ليس ملفًا عاديًا")
_IN_USE = Label(
    "a library is there that a program has open or did not close",
    "توجد هناك مكتبة مفتوحة في برنامج أو لم تُغلق",
)
# What the failure of a database file means when the file is our output.
_OUTPUT_REASONS: dict[type[LibraryFailed], int] = {
    LibraryFull: errno.ENOSPC,
    LibraryReadOnly: errno.EROFS,
    LibraryMissing: errno.ENOENT,
    LibraryGone: errno.ENOENT,
}
_OUTPUT_FAILURES: tuple[type[LibraryFailed], ...] = (LibraryUnwritable, *_OUTPUT_REASONS)


@contextmanager
def placed(target: Path, source: Path | None = None) -> Iterator[Path]:
    """Give the path of an empty private file that stands at `target` once the block has ended.

    It is in the target's folder, reaches the disk, and takes the old file's place
    in one step; a link at `target` is replaced. After any failure what was there
    is as it was and nothing else is left. `source` is the library that is being
    copied. Raises OutputUnwritable, and BackupFailed where a library in use would
    be replaced.
    """
    _refuse_target(target, source)
    partial = target.with_name(f".hashiya-{uuid4().hex}.part")
    try:
        with told_as_output(target):
            make_empty(partial)
        yield partial
        with told_as_output(target):
            _settle(partial)
            partial.replace(target)
            sync_folder(target.parent)
    finally:
        # The first is gone already when it has become the new file.
        for side in ("", *SIDE_FILES):
            with suppress(OSError):
                Path(f"{partial}{side}").unlink()


@contextmanager
def told_as_output(target: Path) -> Iterator[None]:
    """Tell what goes wrong while a copy is written as OutputUnwritable."""
    try:
        with told(str(target)):
            yield
    except _OUTPUT_FAILURES as error:
        code = _OUTPUT_REASONS.get(type(error))
        reason = error.facts.get("reason") if code is None else os_reason(OSError(code, ""))
        raise OutputUnwritable(name=target, reason=reason) from error


def unused(library: Path, what: str, at: datetime) -> Path:
    """Return a name beside the library that nothing has: `annotations.db.what-20260102T030405Z`."""
    first = library.with_name(f"{library.name}.{what}-{stamp(at)}")
    free, number = first, 1
    while os.path.lexists(free):
        number += 1
        free = first.with_name(f"{first.name}-{number}")
    return free


def stamp(at: datetime) -> str:
    """Return a moment in UTC for the name of a file."""
    return at.strftime(STAMP)


def sweep(folder: Path, before: datetime) -> None:
    """Remove what programs that were killed left in a folder before a moment."""
    with suppress(OSError):
        for leftover in folder.glob(".hashiya-*.part*"):
            if leftover.lstat().st_mtime < before.timestamp():
                leftover.unlink()


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    # The file is whole either way; where this fails (Windows, some network disks),
    # a power cut may bring the old file back.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refuse_target(target: Path, source: Path | None) -> None:
    real = Path(os.path.realpath(target))
    if source is not None:
        library = Path(os.path.realpath(source))
        own = (library, *(Path(f"{library}{side}") for side in SIDE_FILES))
        if real in own or (real.exists() and library.exists() and real.samefile(library)):
            raise BackupFailed(name=target, reason=_ITSELF)
    with told_as_output(target):
        try:
            found = target.stat()
        except FileNotFoundError:
            return
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(found.st_mode):
            raise OutputUnwritable(name=target, reason=_NOT_A_FILE)
    if any(holds_bytes(real, side) for side in SIDE_FILES):
        # The log of the old file would be taken for the new one's.
        raise BackupFailed(name=target, reason=_IN_USE)


def _settle(partial: Path) -> None:
    # No connection is open on it any more, so closing a handle drops no lock.
    descriptor = os.open(partial, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
