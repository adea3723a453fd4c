"""The program of the limited child in which foreign documents are read (SEC-2, SEC-3).

It never sees a library or a window. Sealed before its first document, it waits for
requests; for each it loads the format's reader, forks, and lets the copy read: a
document meets no trace of the one before it, and starts in milliseconds. The child
itself only carries bytes. `apart.Child` is the other end.
"""

import gc
import importlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO, NoReturn

from reader.errors import ReaderError
from reader.importers import wire
from reader.importers.limits import Limits
from reader.importers.sealing import bound_copy, seal

# The exit status of a copy that ran out of memory and could say so; Python's own is 1.
OUT_OF_MEMORY = 3


def main() -> None:
    """Seal this process and answer requests until there are none."""
    limits = Limits(*json.loads(sys.argv[-1]))
    held = seal(limits)
    wire.send(sys.stdout.buffer, json.dumps(held).encode())
    serve(sys.stdin.buffer, sys.stdout.buffer, limits, forks=hasattr(os, "fork"))


def serve(requests: BinaryIO, answers: BinaryIO, limits: Limits, *, forks: bool) -> None:
    """Answer requests; without `forks` only one, because a process reads one document.

    An answer is its parts, an empty one, and a report of how the reading ended.
    """
    while (header := wire.receive(requests)) is not None:
        request = json.loads(header)
        source = wire.receive(requests) or b""
        importlib.import_module(request["module"])
        gc.freeze()  # what is loaded stays shared with the copies
        if forks:
            report = _read_in_copy(request, source, limits, answers)
        else:
            report = {
                "code": 0,
                "much": not _pass_on(iter(_read(request, source)), answers, limits),
            }
        wire.send(answers, b"")
        wire.send(answers, json.dumps(report).encode())
        if not forks:
            return


def _read_in_copy(
    request: dict[str, Any], source: bytes, limits: Limits, answers: BinaryIO
) -> dict[str, int]:
    """Pass on what a copy of this process reads; return how it ended.

    That is its exit code, its greatest memory in kB, and whether it had too much to say.
    """
    ours, theirs = os.pipe()
    copy = os.fork()
    if copy == 0:
        os.close(ours)
        _work(theirs, request, source, limits)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        whole = _pass_on(_parts(pipe, limits), answers, limits)
    # Closing the pipe ends a copy that has still more to say.
    _, status, used = os.wait4(copy, 0)
    code, peak = os.waitstatus_to_exitcode(status), used.ru_maxrss
    return {"code": code, "peak": peak, "much": not whole}


def _parts(pipe: BinaryIO, limits: Limits) -> Iterator[bytes]:
    """Yield what a copy says, part by part; a torn one is none."""
    with suppress(wire.NotUnderstood):
        while part := wire.receive(pipe, limits.bundle_bytes):
            yield part


def _pass_on(parts: Iterator[bytes], answers: BinaryIO, limits: Limits) -> bool:
    """Pass parts on while they are not too much; tell whether all were."""
    left = limits.bundle_bytes
    for number, part in enumerate(parts):
        left -= len(part)
        if left < 0 or (number == 0 and len(part) > limits.answer_bytes):
            return False
        wire.send(answers, part)
    return True


def _work(pipe: int, request: dict[str, Any], source: bytes, limits: Limits) -> NoReturn:
    """Read a document in the copy, and end it whatever happens."""
    code = 1
    try:
        bound_copy(request.get("seconds", limits.seconds))
        for stream in (0, 1):  # what a library prints goes where its complaints go
            os.dup2(2, stream)
        with os.fdopen(pipe, "wb") as answers:
            for part in _read(request, source):
                wire.send(answers, part)
        code = 0
    except MemoryError:
        code = OUT_OF_MEMORY
    finally:
        os._exit(code)


def _read(request: dict[str, Any], source: bytes) -> Iterator[bytes]:
    reader = importlib.import_module(request["module"])
    try:
        outcome = reader.read(source, request["name"], wire.unpack_given(request["given"]))
    except ReaderError as error:
        outcome = error
    return wire.pack(outcome)
