"""Write a file wholly or not at all (EXP-1): what was there stays until the new one is safe."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from reader.errors import OutputUnwritable
from reader.label import Label
from reader.reasons import os_reason

_NEW_FILE_MODE = 0o644
# O_BINARY exists on Windows only, where a line end would be changed without it.
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_NOT_A_FILE = Label("it is not an ordinary file", "ليس ملفًا عاديًا")


@contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose bytes stand at `path` once the block has ended well.

    They go to a temporary file in the same folder, readable by its owner only,
    reach the disk, and then take the place of the old file in one step. The new
    file has the old one's mode, or that of any new file. A link at `path` is
    replaced; the file that it points to is not touched. After any failure the old
    file is as it was and nothing else is left. Raises OutputUnwritable.
    """
    try:
        mode = _mode_for(path)
        temporary = path.with_name(f".hashiya-{uuid4().hex}.part")
        descriptor = os.open(temporary, _CREATE, 0o600)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            _settle(stream)
        temporary.chmod(mode)
        temporary.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        # Gone already when it has become the new file.
        with suppress(OSError):
            temporary.unlink()
    _sync_folder(path.parent)


def _mode_for(path: Path) -> int:
    """Return the mode that the new file takes; refuses what must not be replaced."""
    try:
        target = path.stat()
        is_link = path.is_symlink()
    except FileNotFoundError:
        return _new_file_mode()
    if stat.S_ISDIR(target.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(target.st_mode):
        raise OutputUnwritable(name=path, reason=_NOT_A_FILE)
    return _new_file_mode() if is_link else stat.S_IMODE(target.st_mode)


def _new_file_mode() -> int:
    # The umask can only be read by setting it; for that moment it is the strictest.
    umask = os.umask(0o077)
    os.umask(umask)
    return _NEW_FILE_MODE & ~umask


def _settle(stream: BinaryIO) -> None:
    """Bring all bytes to the disk, and make sure that they are all there."""
    stream.flush()
    descriptor = stream.fileno()
    if os.fstat(descriptor).st_size != stream.tell():
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    # The file is whole either way; where a folder cannot be synchronised (Windows,
    # some network disks), a power cut may bring the old file back.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _unwritable(path: Path, error: OSError) -> OutputUnwritable:
    return OutputUnwritable(name=path, reason=os_reason(error))
