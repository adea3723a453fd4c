"""Has foreign documents read in a limited process beside ours, and ends it when it is time.

The child is started with the first document and reads the next ones too, as long as
they behave. It gets bytes and gives JSON; it is killed with all that it started when
it takes too long, says too much or is no longer wanted.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, BinaryIO, cast

import reader
from reader.errors import (
    ImportCancelled,
    NoChild,
    ReaderError,
    SourceCrashed,
    SourceNeedsMemory,
    SourceRefused,
    SourceTookTooLong,
)
from reader.importers import wire
from reader.importers.document import Contents, Given
from reader.importers.limits import LIMITS, Limits
from reader.importers.signs import is_package
from reader.label import Label
from reader.reasons import os_reason

Cancelled = Callable[[], bool]
# The child is made of the same sources as we are, wherever those lie.
_CODE = """
import sys
if sys.argv[1] not in sys.path:
    sys.path.insert(0, sys.argv[1])
from reader.importers.child import main
main()
"""
_HERE = str(Path(reader.__file__).parents[1])
# Windows cannot start a program without the first; the loader may need the second.
_VARIABLES = ("SYSTEMROOT", "LD_LIBRARY_PATH")
_OUT_OF_MEMORY = 3  # `child.OUT_OF_MEMORY`; the child's module is the child's alone
_TIMED_OUT = {getattr(signal, name, 0) for name in ("SIGXCPU", "SIGALRM")} - {0}
_LOOK_SECONDS = 0.05
_HELLO_BYTES, _REPORT_BYTES = 1000, 1000
_TOO_MUCH = Label("it unfolds into too much text", "نصه بعد فكّه أكبر من الحد المسموح")
_NO_HELLO = Label("it ended at once", "انتهت فور بدئها")


def never() -> bool:
    """Return that nobody has cancelled."""
    return False


class Child:
    """A limited process in which documents are read, one after another; closed by its owner."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._limits = limits
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._held: tuple[str, ...] = ()
        self._closed = False
        # Its thread waits for the pipes, so that ours can look at the clock.
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hashiya-child")

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def held(self) -> tuple[str, ...]:
        """Return which limits the system itself holds, once the child has been started."""
        return self._held

    def close(self) -> None:
        """End the process, if there is one, and what it reads; nothing is read any more."""
        self._closed = True
        with self._lock:
            self._end()
            self._executor.shutdown()

    def read(
        self, module: str, source: bytes, name: str, given: Given, cancelled: Cancelled = never
    ) -> Contents:
        """Return what the reader in `module` makes of a document.

        Raises what that reader raises; SourceTookTooLong, SourceNeedsMemory, SourceCrashed
        and SourceRefused for what the child did over it; NoChild where there is none; and
        ImportCancelled soon after `cancelled` returns true, or the child is closed.
        """
        seconds = self._limits.package_seconds if is_package(source) else self._limits.seconds
        request = {"module": module, "name": name, "given": wire.pack_given(given)}
        with self._lock:
            if self._closed:
                raise ImportCancelled(name=name)
            job = self._executor.submit(self._exchange, request | {"seconds": seconds}, source)
            try:
                report, unpacking = self._wait(job, name, seconds, cancelled)
            except (OSError, wire.NotUnderstood) as error:
                raise SourceCrashed(name=name) from error
            finally:
                if not job.done() or job.exception() is not None:
                    self._end(job)
        if report["code"] or report["much"]:
            raise self._what_happened(report, name, seconds)
        try:
            return unpacking.contents()
        except wire.NotUnderstood as error:
            raise SourceCrashed(name=name) from error

    def _wait(
        self,
        job: "Future[tuple[Mapping[str, int], wire.Unpacking]]",
        name: str,
        seconds: int,
        cancelled: Cancelled,
    ) -> tuple[Mapping[str, int], wire.Unpacking]:
        until = time.monotonic() + seconds
        while True:
            with suppress(TimeoutError):
                return job.result(_LOOK_SECONDS)
            if self._closed or cancelled():
                raise ImportCancelled(name=name)
            if time.monotonic() > until:
                raise SourceTookTooLong(name=name, seconds=seconds)

    def _exchange(
        self, request: Mapping[str, Any], source: bytes
    ) -> tuple[Mapping[str, int], wire.Unpacking]:
        """Send a request and return the report and the answer; in the executor's thread."""
        requests, answers = self._streams(request["name"])
        wire.send(requests, json.dumps(request).encode())
        wire.send(requests, source)
        unpacking = wire.Unpacking(source)
        left = self._limits.bundle_bytes
        while part := wire.receive(answers, left):
            left -= len(part)
            unpacking.take(part)
        report = None if part is None else wire.receive(answers, _REPORT_BYTES)
        if report is None:
            raise wire.NotUnderstood
        return json.loads(report), unpacking

    def _streams(self, name: str) -> tuple[BinaryIO, BinaryIO]:
        """Return where requests go and whence answers come, from a child that is there."""
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._process is None:
            try:
                self._start()
            except OSError as error:
                raise NoChild(name=name, reason=os_reason(error)) from error
            except wire.NotUnderstood as error:
                raise NoChild(name=name, reason=_NO_HELLO) from error
        process = cast("subprocess.Popen[bytes]", self._process)
        return cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)

    def _start(self) -> None:
        # "-I": neither the user's own modules nor what an environment says is loaded.
        self._process = subprocess.Popen(  # noqa: S603 - our own program, and no word of a document
            [sys.executable, "-I", "-B", "-c", _CODE, _HERE, json.dumps(astuple(self._limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,
        )
        hello = wire.receive(cast("BinaryIO", self._process.stdout), _HELLO_BYTES)
        if hello is None:
            raise wire.NotUnderstood
        self._held = tuple(json.loads(hello))

    def _end(self, job: "Future[Any] | None" = None) -> None:
        """Kill the process with all that it started, and wait until `job` has noticed."""
        while True:
            process = self._process
            if process is not None:
                _kill(process)
                process.wait()
            # The job may just have been about to start the process.
            if job is None or not wait([job], _LOOK_SECONDS).not_done:
                break
        if process is not None:
            with suppress(BrokenPipeError), process:  # closes its pipes
                self._process = None

    def _what_happened(self, report: Mapping[str, int], name: str, seconds: int) -> ReaderError:
        """Return what to say of a document over which the copy of the child ended."""
        code = report["code"]
        if report["much"]:
            return SourceRefused(name=name, reason=_TOO_MUCH)
        if -code in _TIMED_OUT:
            return SourceTookTooLong(name=name, seconds=seconds)
        # Libraries in C end when they get no memory; then they have had much of it.
        if code == _OUT_OF_MEMORY or report["peak"] * 1024 > self._limits.memory_bytes // 2:
            limit = self._limits.memory_bytes >> 20
            return SourceNeedsMemory(name=name, limit=limit)
        return SourceCrashed(name=name)


def _environment() -> dict[str, str]:
    """Return what a child is told of the system: not even whose it is."""
    known = {key: os.environ[key] for key in _VARIABLES if key in os.environ}
    return {"HOME": os.sep, **known}


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process and its copies, which are a group of their own where there are groups."""
    # One that is known to have ended has left its number to others, and its copies end with it.
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
