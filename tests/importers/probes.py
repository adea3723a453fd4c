"""Readers that behave as a broken or hostile one could; `test_apart.py` has the child run them.

The name of the source says what to do.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from reader.errors import EncodingUncertain, SourceDamaged
from reader.importers.document import Contents, Document, Given
from reader.label import Label


def read(source: bytes, name: str, given: Given) -> Contents:
    act, _, argument = name.partition(":")
    said = ACTS[act](source, argument)
    return Contents(
        documents=(Document(title=act, text=str(said), notes=(Label("look", "انظر"),)),),
        notes=(Label("all", "الكل"),),
    )


def refused(act, *arguments) -> str:
    """Return the error with which the child may not do something, "" if it may."""
    try:
        act(*arguments)
    except OSError as error:
        return type(error).__name__
    return ""


def by_c(path: str) -> int:
    """Open a file as a library in C would, past Python's own hooks."""
    return ctypes.CDLL(None).open(path.encode(), os.O_RDONLY)


def socket_by_c(_: str) -> int:
    return ctypes.CDLL(None).socket(socket.AF_INET, socket.SOCK_STREAM, 0)


def grow(*_) -> str:
    return "x" * (1 << 30)


def damaged(source: bytes, argument: str) -> str:
    raise SourceDamaged(name=argument, reason=Label("torn", "ممزق"))


def uncertain(source: bytes, argument: str) -> str:
    raise EncodingUncertain(name=argument, source=source, candidates=("cp1256",))


def wait_for_ever(*_) -> str:
    while True:
        time.sleep(60)


def work_for_ever(*_) -> str:
    while True:
        pass


ACTS = {
    "echo": lambda source, _: source.decode(),
    "open": lambda _, path: refused(Path(path).read_bytes),
    "open in C": lambda _, path: by_c(path),
    "write": lambda _, path: refused(Path(path).write_bytes, b"x"),
    "list": lambda _, path: refused(os.listdir, path),
    "socket": lambda *_: refused(socket.socket),
    "socket in C": lambda _, path: socket_by_c(path),
    "program": lambda *_: refused(subprocess.run, ["true"]),
    "here": lambda *_: refused(os.listdir) or refused(os.stat, ".") or "a folder",
    "environment": lambda *_: " ".join(os.environ),
    "modules": lambda *_: " ".join(sorted(sys.modules)),
    "pid": lambda *_: os.getpid(),
    "grow": grow,
    "too much": lambda *_: "x" * 3_000_000,
    "damaged": damaged,
    "uncertain": uncertain,
    "bug": lambda *_: 1 // 0,
    "abort": lambda *_: os.abort(),
    "end": lambda *_: os._exit(0),
    "kill parent": lambda *_: os.kill(os.getppid(), signal.SIGKILL),
    "print": lambda *_: print("{}", flush=True),
    "wait": wait_for_ever,
    "work": work_for_ever,
}
