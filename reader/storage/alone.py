"""One window at a time, where the SQLite of the computer is too old for two (REL-2).

SQLite 3.7.0 to 3.51.2 may damage a database that several connections write to.
The lock is the system's own and on a file of its own: it goes with the process,
and opening or closing it drops none of SQLite's locks on the library.
"""

import os
import sys
from pathlib import Path

from reader.errors import LibraryInUse
from reader.storage.faults import told

if sys.platform != "win32":
    import fcntl


class Alone:
    """Holds a library for one program, from its making to `release`."""

    def __init__(self, library: Path, name: str) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
        with told(name):
            self._descriptor = os.open(library.with_name(f"{library.name}.lock"), flags, 0o600)
        try:
            _lock(self._descriptor)
        except BlockingIOError as error:
            self.release()
            raise LibraryInUse(name=name) from error

    def release(self) -> None:
        """Let the next program have the library; the lock's file stays, empty."""
        os.close(self._descriptor)


def _lock(descriptor: int) -> None:
    """Take the lock or raise BlockingIOError; every Windows has the new SQLite's wheel."""
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
