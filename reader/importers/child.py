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
from typing import Any, BinaryIO, NoReturn

from reader.errors import ReaderError
from reader.importers import wire
from reader.importers.limits import Limits
from reader.importers.sealing import bound_copy, seal

# The exit status of a copy that ran out of memory and could say so; Python's own is 1.
OUT_OF_MEMORY = 3
_CHUNK_BYTES = 1 << 20


def main() -> None:
    """Seal this process and answer requests until there are none."""
    limits = Limits(*json.loads(sys.argv[-1]))
    held = seal(limits)
    wire.send(sys.stdout.buffer, json.dumps(held).encode())
    serve(sys.stdin.buffer, sys.stdout.buffer, limits, forks=hasattr(os, "fork"))


def serve(requests: BinaryIO, answers: BinaryIO, limits: Limits, *, forks: bool) -> None:
    """Answer requests; without `forks` only one, because a process reads one document."""
    while (header := wire.receive(requests)) is not None:
        request = json.loads(header)
        source = wire.receive(requests) or b""
        importlib.import_module(request["module"])
        gc.freeze()  # what is loaded stays shared with the copies
        if forks:
            report, answer = _read_in_copy(request, source, limits)
        else:
            answer = _read(request, source)
            report = {"code": 0, "bytes": len(answer)}
        wire.send(answers, json.dumps(report).encode())
        wire.send(answers, answer if len(answer) <= limits.answer_bytes else b"")
        if not forks:
            return


def _read_in_copy(
    request: dict[str, Any], source: bytes, limits: Limits
) -> tuple[dict[str, int], bytes]:
    """Return how a copy of this process ended, with its greatest memory in kB, and its answer."""
    ours, theirs = os.pipe()
    copy = os.fork()
    if copy == 0:
        os.close(ours)
        _work(theirs, request, source, limits)
    os.close(theirs)
    answer = bytearray()
    with os.fdopen(ours, "rb", buffering=0) as pipe:
        while len(answer) <= limits.answer_bytes and (part := pipe.read(_CHUNK_BYTES)):
            answer += part
    # Closing the pipe ends a copy that has still more to say.
    _, status, used = os.wait4(copy, 0)
    code, peak = os.waitstatus_to_exitcode(status), used.ru_maxrss
    return {"code": code, "peak": peak, "bytes": len(answer)}, bytes(answer)


def _work(pipe: int, request: dict[str, Any], source: bytes, limits: Limits) -> NoReturn:
    """Read a document in the copy, and end it whatever happens."""
    code = 1
    try:
        bound_copy(limits)
        for stream in (0, 1):  # what a library prints goes where its complaints go
            os.dup2(2, stream)
        with os.fdopen(pipe, "wb") as answers:
            answers.write(_read(request, source))
        code = 0
    except MemoryError:
        code = OUT_OF_MEMORY
    finally:
        os._exit(code)


def _read(request: dict[str, Any], source: bytes) -> bytes:
    reader = importlib.import_module(request["module"])
    try:
        outcome = reader.read(source, request["name"], wire.unpack_given(request["given"]))
    except ReaderError as error:
        outcome = error
    return wire.pack(outcome)
