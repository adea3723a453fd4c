"""Put a copy in the place of a library; what was there is kept beside it (REL-11)."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from reader.errors import (
    BackupFailed,
    DamagedLibrary,
    ForeignPart,
    LibraryBusy,
    LibraryMissing,
    LibraryReadOnly,
    NotALibrary,
)
from reader.label import Label
from reader.model.identity import now
from reader.storage.address import Address
from reader.storage.backup import backup_file, save_copy
from reader.storage.engine import make_engine
from reader.storage.faults import told
from reader.storage.health import check
from reader.storage.opening import (
    SIDE_FILES,
    FileState,
    connection_to,
    holds_bytes,
    inspect_file,
    way_to_read,
)
from reader.storage.placing import sync_folder, told_as_output, unused

# Another window has a library open for hours; there is no use in waiting longer.
_WAIT_MS = 500
_SQLITE_MAGIC = b"SQLite format 3\0"
_ITSELF = Label("it is the library itself", "إنها المكتبة نفسها")
_OPEN_ELSEWHERE = Label(
    "another window has the library open; close it first",
    "المكتبة مفتوحة في نافذة أخرى؛ أغلقها أولًا",
)


def restore(source: Path, library: Path) -> Path | None:
    """Put a verified copy in the place of a library; return where the old one was kept.

    The copy must be sound. A sound library is kept as a copy of its own and takes
    in the other's content in one transaction; a damaged one is set aside with its
    log, byte for byte. None when there was none. Nobody may have the library open,
    this program included. After a failure the library is as it was. Raises
    BackupFailed, OutputUnwritable and what `inspect_file` raises for either file.
    """
    with told(str(source)):
        fresh = inspect_file(source, create=False, read_only=True)
        _refuse_unsound(fresh, source)
    name = str(library)
    with told(name):
        place = Path(os.path.realpath(library))
        if place.exists() and place.samefile(fresh.path):
            raise BackupFailed(name=source, reason=_ITSELF)
        state = _usable(library)
        if state is not None:
            return _take_in(fresh.path, place, source)
        if any(holds_bytes(place, side) for side in ("", *SIDE_FILES)):
            return _take_the_place_of_damaged(fresh.path, place)
    backup_file(fresh.path, place)
    return None


def _refuse_unsound(fresh: FileState, source: Path) -> None:
    """Refuse a copy with findings; one of an older schema has passed SQLite's check only."""
    if fresh.needs_migration:
        return
    place = Address(str(source), path=fresh.path)
    engine = make_engine(place, read_only=True, immutable=not holds_bytes(fresh.path, "-wal"))
    try:
        report = check(engine, None, str(source))
    finally:
        engine.dispose()
    grave = [finding.label for finding in report.findings if finding.grave]
    if grave:
        raise BackupFailed(name=source, reason=grave[0])


def _usable(library: Path) -> FileState | None:
    """Return the state of a library that can be opened and written; None for a damaged or none."""
    try:
        state = inspect_file(library, create=False, read_only=False)
    except (DamagedLibrary, ForeignPart, LibraryMissing):
        return None
    except NotALibrary:
        if not library.is_file() or _is_database(library):
            raise
        return None
    if state.read_only:
        raise LibraryReadOnly(name=library)
    return state


def _is_database(path: Path) -> bool:
    # It is no library that anybody has open, so closing the handle drops no lock.
    with path.open("rb") as stream:
        return stream.read(len(_SQLITE_MAGIC)) == _SQLITE_MAGIC


def _take_in(fresh: Path, library: Path, source: Path) -> Path:
    kept = unused(library, "before-restore", now())
    with _alone(library, source) as current:
        save_copy(current, kept)
        with connection_to(fresh, way_to_read(fresh)) as verified:
            # One transaction with a journal: a crash or a full disk leaves the old content.
            verified.backup(current)
    return kept


@contextmanager
def _alone(library: Path, source: Path) -> Iterator[Any]:
    """Open a library so that nobody else has it open, nor can open it."""
    with connection_to(library, "mode=rw") as connection:
        for setting in (f"busy_timeout = {_WAIT_MS}", "synchronous = EXTRA"):
            connection.execute(f"PRAGMA {setting}").close()
        try:
            with told(str(library)):
                # Leaving the log needs the whole library; so does the lock that is kept.
                connection.execute("PRAGMA journal_mode = DELETE").close()
                connection.execute("PRAGMA locking_mode = EXCLUSIVE").close()
                connection.execute("BEGIN EXCLUSIVE")
                connection.execute("COMMIT")
        except LibraryBusy as error:
            raise BackupFailed(name=source, reason=_OPEN_ELSEWHERE) from error
        yield connection


def _take_the_place_of_damaged(fresh: Path, library: Path) -> Path:
    ready = unused(library, "restored", now())
    backup_file(fresh, ready)
    kept = unused(library, "damaged", now())
    try:
        with told_as_output(kept):
            _set_aside(library, kept)
            ready.replace(library)
            sync_folder(library.parent)
    finally:
        # Gone already when it has become the library.
        with suppress(OSError):
            ready.unlink()
    return kept


def _set_aside(library: Path, kept: Path) -> None:
    """Keep a damaged library and its log under another name, without a moment in which it is lost.

    The log goes before the new library comes: it would be taken for the new one's.
    """
    if library.exists():
        try:
            os.link(library, kept)
        except OSError:  # a disk without links
            shutil.copyfile(library, kept)
        kept.chmod(0o600)
    for side in SIDE_FILES:
        with suppress(FileNotFoundError):
            Path(f"{library}{side}").rename(f"{kept}{side}")
