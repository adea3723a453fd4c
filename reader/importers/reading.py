"""Reads a file's bytes, and only an ordinary file's, and only so many.

A pipe must not hang the program, a device must not fill the memory, and a size
that a file system reports need not be true: so the file is opened without
waiting, looked at through its descriptor, and counted while it is read.
"""

import os
import stat
from pathlib import Path

from reader.errors import (
    ReaderError,
    SourceMissing,
    SourceNotAFile,
    SourceTooLarge,
    SourceUnreadable,
)
from reader.reasons import os_reason

LIMIT_BYTES = 50_000_000
_CHUNK_BYTES = 1 << 20


def read_bytes(path: Path) -> bytes:
    """Return the bytes of an ordinary file of at most 50 MB; a link is followed.

    Raises SourceMissing, SourceNotAFile, SourceTooLarge and SourceUnreadable.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            return _read(file.fileno(), path.name)
    except FileNotFoundError as error:
        raise SourceMissing(name=path.name) from error
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error


def limited(source: bytes, name: str) -> bytes:
    """Return bytes that came another way, if they are not too many; raises SourceTooLarge."""
    if len(source) > LIMIT_BYTES:
        raise SourceTooLarge(name=name, limit=LIMIT_BYTES // 1_000_000)
    return source


def _read(descriptor: int, name: str) -> bytes:
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise SourceNotAFile(name=name)
    chunks = bytearray()
    while chunk := os.read(descriptor, _CHUNK_BYTES):
        chunks += chunk
        if len(chunks) > LIMIT_BYTES:
            raise SourceTooLarge(name=name, limit=LIMIT_BYTES // 1_000_000)
    return bytes(chunks)


def _refused(path: Path, error: OSError | ValueError) -> ReaderError:
    """Return what to say of a file that the system would not open or read."""
    if isinstance(error, ValueError):  # a NUL in the name
        return SourceMissing(name=path.name)
    try:
        is_file = path.is_file()
    except OSError:
        is_file = True
    if not is_file and path.exists():
        return SourceNotAFile(name=path.name)
    return SourceUnreadable(name=path.name, reason=os_reason(error))
