"""Notices what a hostile document could reach: a server that listens, files that are watched."""

import ctypes
import os
import socket
import struct
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

_IN_OPEN, _IN_ACCESS = 0x20, 0x1
_IN_NONBLOCK = os.O_NONBLOCK


class Lures:
    """A loopback server and a folder of files that documents name; counts who comes.

    `address` is where the server listens, `folder` where the files are. `connections`
    and `opened` say what happened since the start (inotify(7) tells of each open).
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("secret.txt", "x.png", "x.css", "x.dtd", "x.xhtml"):
            (folder / name).write_text("SECRET", encoding="utf-8")
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        self.connections = 0
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        libc = ctypes.CDLL(None, use_errno=True)
        self._watch = libc.inotify_init1(_IN_NONBLOCK)
        if libc.inotify_add_watch(self._watch, os.fsencode(folder), _IN_OPEN | _IN_ACCESS) < 0:
            raise OSError(ctypes.get_errno(), "inotify")
        self._opened = 0

    def __enter__(self) -> "Lures":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Closing alone would not wake the thread that waits.
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join()
        os.close(self._watch)

    @property
    def opened(self) -> int:
        """Return how often a file of the folder was opened or read."""
        with suppress(BlockingIOError):
            while events := os.read(self._watch, 1 << 16):
                self._opened += len(list(_events(events)))
        return self._opened

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._server.accept()
                self.connections += 1
                connection.close()


def _events(raw: bytes) -> list[int]:
    """Return the masks of inotify events."""
    masks, at = [], 0
    while at < len(raw):
        _, mask, _, size = struct.unpack_from("iIII", raw, at)
        masks.append(mask)
        at += 16 + size
    return masks


class Ticks:
    """A thread that wakes each millisecond, as a window's would, and notes how late it once was."""

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._tick)

    def __enter__(self) -> "Ticks":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _tick(self) -> None:
        last = time.perf_counter()
        while not self._ended.wait(0.001):
            now = time.perf_counter()
            self.longest_ms = max(self.longest_ms, 1000 * (now - last))
            last = now
