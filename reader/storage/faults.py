"""What SQLite, PostgreSQL and the operating system report, as the failures we foresaw.

Only here are codes of databases known. A code that is in no table is a bug of
ours and passes through as it came.
"""

import errno
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from reader.errors import (
    DamagedLibrary,
    DriverMissing,
    LibraryBusy,
    LibraryFailed,
    LibraryFull,
    LibraryGone,
    LibraryMissing,
    LibraryReadOnly,
    LibraryUnwritable,
    NotALibrary,
    ServerUnreachable,
)
from reader.label import Label
from reader.reasons import os_reason
from reader.storage.driver import sqlite_driver

_Told = tuple[type[LibraryFailed], Label]

_NOTHING_TO_ADD = Label("", "")
_OVERLOADED = Label("it is overloaded", "الخادم مثقل")
_DISK = Label(
    "the disk refused it; it may be full, over its quota or failing",
    "رفض القرص ذلك؛ قد يكون ممتلئًا أو تجاوز الحصة المسموح بها أو معطوبًا",
)
_PAGES = Label("some of its pages make no sense", "بعض صفحاتها لا معنى لها")
_CUT = Label("a part of the file is missing", "ينقص جزء من الملف")
_LETTERS = Label("some of its text is no text", "بعض نصوصها ليس نصًا")

# https://www.sqlite.org/rescode.html: extended codes first, then primary ones (code & 0xff).
_SQLITE: Mapping[int, _Told] = {
    522: (DamagedLibrary, _CUT),  # IOERR_SHORT_READ
    1032: (LibraryGone, _NOTHING_TO_ADD),  # READONLY_DBMOVED
    8202: (DamagedLibrary, _PAGES),  # IOERR_DATA
    8458: (DamagedLibrary, _PAGES),  # IOERR_CORRUPTFS
    3: (LibraryUnwritable, Label("permission denied", "لا تسمح الصلاحيات بذلك")),
    5: (LibraryBusy, _NOTHING_TO_ADD),
    6: (LibraryBusy, _NOTHING_TO_ADD),
    7: (LibraryUnwritable, Label("there is not enough memory", "الذاكرة لا تكفي")),
    8: (LibraryReadOnly, _NOTHING_TO_ADD),
    10: (LibraryUnwritable, _DISK),
    11: (DamagedLibrary, _PAGES),
    13: (LibraryFull, _NOTHING_TO_ADD),
    14: (LibraryUnwritable, Label("the file cannot be opened", "يتعذر فتح الملف")),
    15: (LibraryBusy, _NOTHING_TO_ADD),  # PROTOCOL: too many windows at the lock
    26: (NotALibrary, _NOTHING_TO_ADD),
}

# The copying interface of the driver leaves the code out; sqlite3_errstr() is never translated.
_SQLITE_WORDS: Mapping[str, int] = {
    "database is locked": 5,
    "database table is locked": 6,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}

_SERVER_DOWN = Label("it is starting or stopping", "الخادم يبدأ العمل أو يتوقف عنه")
_WRONG_PASSWORD = Label("it refused the name or the password", "رفض الاسم أو كلمة المرور")
_NO_SUCH_DATABASE = Label("it has no such database", "لا توجد فيه قاعدة بيانات بهذا الاسم")
_LOST = Label("the connection was lost", "انقطع الاتصال")

# https://www.postgresql.org/docs/current/errcodes-appendix.html: codes first, then classes.
_SERVER: Mapping[str, _Told] = {
    "25006": (LibraryReadOnly, _NOTHING_TO_ADD),
    "3D000": (ServerUnreachable, _NO_SUCH_DATABASE),
    "40001": (LibraryBusy, _NOTHING_TO_ADD),
    "40P01": (LibraryBusy, _NOTHING_TO_ADD),
    "42501": (LibraryReadOnly, _NOTHING_TO_ADD),
    "42P01": (NotALibrary, _NOTHING_TO_ADD),
    "53100": (LibraryFull, _NOTHING_TO_ADD),
    "55P03": (LibraryBusy, _NOTHING_TO_ADD),
    "57014": (LibraryBusy, _NOTHING_TO_ADD),
    "58030": (LibraryUnwritable, _DISK),
    "08": (ServerUnreachable, _LOST),
    "28": (ServerUnreachable, _WRONG_PASSWORD),
    "53": (ServerUnreachable, _OVERLOADED),
    "57": (ServerUnreachable, _SERVER_DOWN),
    "XX": (DamagedLibrary, _PAGES),
}

# A connection that fails has words only, no code; the server's may be in another language.
_CONNECTING: tuple[tuple[re.Pattern[str], Label], ...] = (
    (re.compile(r"timeout expired"), Label("no answer came in time", "لم يأتِ جواب في الوقت")),
    (
        re.compile(r"[Cc]onnection refused|No such file or directory"),
        Label("nothing listens at that address", "لا شيء يعمل في ذلك العنوان"),
    ),
    (
        re.compile(r"resolve host|translate host name"),
        Label("there is no host of that name", "لا يوجد مضيف بهذا الاسم"),
    ),
    (
        re.compile(r"password|authentication failed|pg_hba\.conf|role \".*\" does not exist"),
        _WRONG_PASSWORD,
    ),
    (re.compile(r"database \".*\" does not exist"), _NO_SUCH_DATABASE),
    (re.compile(r"starting up|shutting down|recovery mode"), _SERVER_DOWN),
    (re.compile(r"too many clients|connection slots"), _OVERLOADED),
    (
        re.compile(r"SSL|certificate"),
        Label("no secure connection could be made", "تعذر إنشاء اتصال آمن"),
    ),
    (re.compile(r"closed|terminat|lost|reset|broken", re.IGNORECASE), _LOST),
)
_REFUSED = Label("it refused the connection", "رفض الاتصال")

_SYSTEM: Mapping[int, type[LibraryFailed]] = {
    errno.ENOSPC: LibraryFull,
    errno.EDQUOT: LibraryFull,
    errno.EFBIG: LibraryFull,
    errno.EROFS: LibraryReadOnly,
    errno.ENOENT: LibraryMissing,
    errno.ENOTDIR: LibraryMissing,
    errno.ESTALE: LibraryGone,
    errno.ENODEV: LibraryGone,
    errno.ENXIO: LibraryGone,
}


class FileWatch:
    """Notices that a library's file was deleted, replaced or unmounted (REL-4).

    SQLite goes on writing into a deleted file and says that all is well. The path
    is asked, the file never opened: closing it would drop SQLite's locks.
    """

    def __init__(self, path: Path, name: str = "") -> None:
        """Remember the file that is at `path` now; raises LibraryGone when there is none."""
        self._path = path
        self._name = name or str(path)
        self._file = self._identity()

    def check(self) -> None:
        """Raise LibraryGone unless the same file is still at the path."""
        if self._identity() != self._file:
            raise LibraryGone(name=self._name)

    def _identity(self) -> tuple[int, int]:
        try:
            found = self._path.stat()
        except OSError as error:
            raise LibraryGone(name=self._name) from error
        return found.st_dev, found.st_ino


@contextmanager
def told(name: str, watch: FileWatch | None = None) -> Iterator[None]:
    """Tell what goes wrong in the block as a LibraryFailed that names the library.

    `name` is safe to print (no password). With `watch`, a failure of a library
    whose file is gone is told as LibraryGone. Our own errors pass through, and so
    do errors that only a bug explains.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, sqlite_driver().module.Error, OSError) as error:
        failure = failure_of(error, name)
        if failure is None:
            raise
        if watch is not None:
            watch.check()
        raise failure from error
    except ImportError as error:
        if not _is_missing_driver(error):
            raise
        raise DriverMissing from error


def failure_of(error: Exception, name: str) -> LibraryFailed | None:
    """Return what an error means for the library called `name`; None for a bug."""
    cause: BaseException = error
    if isinstance(error, DBAPIError) and error.orig is not None:
        cause = error.orig
    if isinstance(cause, PoolTimeout):
        return LibraryBusy(name=name)
    if isinstance(cause, OSError):
        kind = _SYSTEM.get(cause.errno or 0, LibraryUnwritable)
        return kind(name=name, reason=os_reason(cause))
    if hasattr(cause, "sqlstate"):
        lost = isinstance(error, OperationalError | InterfaceError)
        found = _of_server(cause.sqlstate, str(cause), lost=lost)
    else:
        found = _of_sqlite(cause)
    return found[0](name=name, reason=found[1]) if found else None


def _of_sqlite(error: BaseException) -> _Told | None:
    code = getattr(error, "sqlite_errorcode", _SQLITE_WORDS.get(str(error)))
    if code is not None:
        return _SQLITE.get(code) or _SQLITE.get(code & 0xFF)
    # The driver's own complaint about bytes that came without an error of SQLite.
    return (DamagedLibrary, _LETTERS) if "decode to UTF-8" in str(error) else None


def _of_server(state: str | None, words: str, *, lost: bool) -> _Told | None:
    if state:
        return _SERVER.get(state) or _SERVER.get(state[:2])
    if not lost:
        return None
    # Without a code there is no connection, or none any more.
    reasons = (reason for pattern, reason in _CONNECTING if pattern.search(words))
    return ServerUnreachable, next(reasons, _REFUSED)


def _is_missing_driver(error: ImportError) -> bool:
    """Tell psycopg that is not installed, or has no libpq, from a bug."""
    return (error.name or "").partition(".")[0] == "psycopg" or "pq wrapper" in str(error)
