"""Reads a file's bytes, and only an ordinary file's, and only so many.

A pipe must not hang the program, a device must not fill the memory, and the size
that a file system reports need not be true: so the file is opened without
waiting, looked at through its descriptor, and counted while it is read.
"""

import os
import stat
from pathlib import Path

from reader.errors import (
    ImportFailed,
    SourceMissing,
    SourceNotAFile,
    SourceTooLarge,
    SourceUnreadable,
)
from reader.importers.signs import is_package
from reader.model.package import FILE_BYTES
from reader.reasons import os_reason

LIMIT_BYTES = 50_000_000
_HEAD_BYTES = 1000
_CHUNK_BYTES = 1 << 20
# Not every system has all of them.
_OPEN_FLAGS = os.O_RDONLY | sum(
    getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of an ordinary file of at most 50 MB, or 250 for a package of ours.

    A link is followed.

    Raises SourceMissing, SourceNotAFile, SourceTooLarge and SourceUnreadable.
    """
    try:
        descriptor = os.open(path, _OPEN_FLAGS)
        try:
            return _read(descriptor, path.name)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error


def limited(source: bytes, name: str) -> bytes:
    """Return bytes that came another way, if they are not too many; raises SourceTooLarge."""
    _refuse_more_than_the_limit(source, name)
    return source


def _read(descriptor: int, name: str) -> bytes:
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise SourceNotAFile(name=name)
    source = bytearray()
    while chunk := os.read(descriptor, _CHUNK_BYTES):
        source += chunk
        _refuse_more_than_the_limit(source, name)
    return bytes(source)


def _refuse_more_than_the_limit(source: bytes | bytearray, name: str) -> None:
    if len(source) <= LIMIT_BYTES:
        return
    limit = FILE_BYTES if is_package(bytes(source[:_HEAD_BYTES])) else LIMIT_BYTES
    if len(source) > limit:
        raise SourceTooLarge(name=name, limit=limit // 1_000_000)


def _refused(path: Path, error: OSError | ValueError) -> ImportFailed:
    """Return what to say of a file that the system would not open or read."""
    # A ValueError is a NUL in the name, which no file has.
    if isinstance(error, FileNotFoundError | ValueError):
        return SourceMissing(name=path.name)
    try:
        mode = path.stat().st_mode
    except OSError:
        mode = stat.S_IFREG
    if not stat.S_ISREG(mode):  # a socket, or a folder where folders cannot be opened
        return SourceNotAFile(name=path.name)
    return SourceUnreadable(name=path.name, reason=os_reason(error))
