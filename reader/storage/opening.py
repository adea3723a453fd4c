"""What stands at the path of a library, before anything is opened for work (REL-10).

In this order: links resolved, an ordinary file, its owner and rights; then,
without a write and without files left behind, the application id and the
version; then SQLite's quick check and the list of what may be in the file.
SQLite itself reads the file: a handle of our own, when closed, would drop the
locks that SQLite holds in this process (fcntl(2), advisory record locking).
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from reader.errors import (
    DamagedLibrary,
    LibraryMissing,
    LibraryUnwritable,
    NewerLibrary,
    NotALibrary,
)
from reader.frozen import dataclass
from reader.label import Label
from reader.paths import data_folder
from reader.reasons import os_reason
from reader.storage.contents import (
    is_empty,
    marks_of,
    refuse_damaged,
    refuse_foreign,
    refuse_incomplete,
)
from reader.storage.driver import sqlite_driver
from reader.storage.drives import takes_write_ahead
from reader.storage.engine import BUSY_MS
from reader.storage.faults import told
from reader.storage.schema import APPLICATION_ID, SCHEMA_VERSION

SIDE_FILES = ("-wal", "-shm", "-journal")

# A page of SQLite in bytes; it takes a file that is shorter for an empty one and writes over it.
_SMALLEST = 512

_IMMUTABLE = "mode=ro&immutable=1"
_READ_ONLY = "mode=ro"
_READ_WRITE = "mode=rw"
_LOG_WITHOUT_LIBRARY = Label(
    "the file is empty, although its log is not", "الملف فارغ مع أن سجله ليس فارغًا"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class FileState:
    """What was found at a path, and how the library there can be opened.

    `path` has its links resolved: open this one. `exists` is False for a library
    that is yet to be made; the file is there then, empty and private. `version`
    is that of its schema, 0 for a new one. `immutable`: the file can be read only
    as if nobody wrote in it. `write_ahead` is False on disks where SQLite's
    log is not safe (REL-9).
    """

    path: Path
    exists: bool
    version: int = 0
    read_only: bool = False
    immutable: bool = False
    write_ahead: bool = True

    @property
    def needs_migration(self) -> bool:
        """Tell whether an older Hashiya made the library."""
        return self.exists and self.version < SCHEMA_VERSION


def inspect_file(path: Path, *, create: bool, read_only: bool) -> FileState:
    """Look at the file of a library, make it private, and tell how to open it.

    With `create`, a missing or empty file becomes an empty private one. A file or
    a folder that may not be written, or that belongs to another user, is told as
    read-only. Raises LibraryMissing, NotALibrary, NewerLibrary, DamagedLibrary,
    LibraryBusy, LibraryFull or LibraryUnwritable, and then nothing has changed.
    """
    name = str(path)
    with told(name):
        real = Path(os.path.realpath(path))
        size = _size(real, name)
        if size == 0 and holds_bytes(real, "-wal"):
            raise DamagedLibrary(name=name, reason=_LOG_WITHOUT_LIBRARY)
        if not size:
            if read_only or not create or (size is None and path.is_symlink()):
                raise LibraryMissing(name=name)
            _make(real, name)
            return FileState(path=real, exists=False, write_ahead=takes_write_ahead(real))
        writable = may_write(real)
        version = _examined(real, name, writable=writable and not read_only)
        if not version and (read_only or not create or not writable):
            raise LibraryMissing(name=name)
        if writable and not read_only:
            _make_private(real)
        return FileState(
            path=real,
            exists=version > 0,
            version=version,
            read_only=read_only or not writable,
            immutable=not writable and not holds_bytes(real, "-wal"),
            write_ahead=takes_write_ahead(real),
        )


def may_write(path: Path) -> bool:
    """Tell whether this user may write in the file and beside it.

    What belongs to somebody else may not be written, even where its mode allows
    it: files of two users beside it would lock each other out.
    """
    if hasattr(os, "geteuid"):
        if os.geteuid() != 0 and path.stat().st_uid not in (os.geteuid(), 0):
            return False
        return _may(path, os.W_OK) and _may(path.parent, os.W_OK)
    return _may(path, os.W_OK)


@contextmanager
def connection_to(path: Path, query: str) -> Iterator[Any]:
    """Open the file with SQLite for the block; `query` is that of SQLite's URI."""
    module = sqlite_driver().module
    address = f"{path.absolute().as_uri()}?{query}"
    connection = module.connect(address, timeout=BUSY_MS / 1000, isolation_level=None, uri=True)
    try:
        for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
            connection.execute(f"PRAGMA {setting}").close()
        yield connection
    finally:
        connection.close()


def way_to_read(path: Path) -> str:
    """Return the query for `connection_to` that reads a sound library and leaves nothing behind."""
    if may_write(path):
        return _READ_WRITE
    return _READ_ONLY if holds_bytes(path, "-wal") else _IMMUTABLE


def make_empty(path: Path) -> None:
    """Make a file that only this user can read, unless there is one; SQLite's side files follow."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    os.close(os.open(path, flags, 0o600))


def _may(path: Path, what: int) -> bool:
    return os.access(path, what, effective_ids=os.access in os.supports_effective_ids)


def _size(path: Path, name: str) -> int | None:
    """Return the length of an ordinary file in bytes; None for no file."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not stat.S_ISREG(found.st_mode) or 0 < found.st_size < _SMALLEST:
        raise NotALibrary(name=name)
    if not _may(path, os.R_OK):
        refused = OSError(errno.EACCES, os.strerror(errno.EACCES))
        raise LibraryUnwritable(name=name, reason=os_reason(refused))
    return found.st_size


def holds_bytes(path: Path, side: str) -> bool:
    """Tell whether one of SIDE_FILES stands beside a library with something in it."""
    try:
        return Path(f"{path}{side}").stat().st_size > 0
    except OSError:
        return False


def _make(path: Path, name: str) -> None:
    """Leave an empty private file at the path.

    Folders are made for our own data only: a folder that is missing elsewhere is
    a drive that is not there.
    """
    if path.parent == Path(os.path.realpath(data_folder())):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.parent.is_dir():
        raise LibraryMissing(name=name)
    try:
        make_empty(path)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise LibraryUnwritable(name=name, reason=os_reason(error)) from error
        raise
    _make_private(path)


def _make_private(path: Path) -> None:
    """Take every right from others (SEC-8); disks without rights are left as they are."""
    for place in (path, *(Path(f"{path}{side}") for side in SIDE_FILES)):
        with suppress(OSError):
            mode = stat.S_IMODE(place.stat().st_mode)
            if mode & 0o077:
                place.chmod(mode & 0o700)
    if path.parent == Path(os.path.realpath(data_folder())):
        with suppress(OSError):
            path.parent.chmod(0o700)


def _examined(path: Path, name: str, *, writable: bool) -> int:
    """Return the version of the library's schema; 0 for a database with nothing in it."""
    marks = _marks_at_rest(path)
    if marks is not None:
        _refuse_newer(marks, name)
    query = _way_in(path, name, marks, writable=writable)
    try:
        return _version(path, name, query)
    except (DamagedLibrary, sqlite_driver().module.DatabaseError):
        # Without locks, a library that another window is just writing looks damaged.
        if query != _IMMUTABLE or not any(holds_bytes(path, side) for side in SIDE_FILES):
            raise
        return _version(path, name, _READ_ONLY)


def _way_in(path: Path, name: str, marks: tuple[int, int] | None, *, writable: bool) -> str:
    """Return how to look at the file so that nothing in it or beside it changes.

    A log or a journal beside it needs SQLite's locks, because it is part of the
    library. Without one, a library of ours is opened as for work (SQLite then
    takes its side files away again), and anything else as if nobody wrote in it.
    """
    application = None if marks is None else marks[0]
    if holds_bytes(path, "-wal"):
        return _READ_ONLY
    if application not in (None, 0, APPLICATION_ID):
        raise NotALibrary(name=name)
    if holds_bytes(path, "-journal"):
        return _READ_WRITE if writable else _READ_ONLY
    return _READ_WRITE if application == APPLICATION_ID and writable else _IMMUTABLE


def _version(path: Path, name: str, query: str) -> int:
    with connection_to(path, query) as connection:
        application, version = marks_of(connection)
        _refuse_newer((application, version), name)
        if is_empty(connection):
            return 0
        if application != APPLICATION_ID or version < 1:
            raise NotALibrary(name=name)
        refuse_damaged(connection, name)
        refuse_foreign(connection, name)
        refuse_incomplete(connection, name)
    return version


def _marks_at_rest(path: Path) -> tuple[int, int] | None:
    """Return the marks in the file without its log; None where another look must tell."""
    try:
        with connection_to(path, _IMMUTABLE) as connection:
            return marks_of(connection)
    except sqlite_driver().module.DatabaseError:
        return None


def _refuse_newer(marks: tuple[int, int], name: str) -> None:
    if marks[0] == APPLICATION_ID and marks[1] > SCHEMA_VERSION:
        raise NewerLibrary(name=name, found=marks[1], known=SCHEMA_VERSION)
