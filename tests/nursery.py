"""Processes to be killed, many of them and quickly: one that has imported everything forks them.

A program started anew takes half a second to import; a fork of one that waits
takes a millisecond. The waiting process has one thread, so a fork of it is a
whole program.
"""

import json
import os
import signal
import subprocess
import sys
from importlib import import_module
from types import TracebackType

_READY = "ready\n"


class Nursery:
    """Forks processes that run one function; use it as a context.

    `job` names the function as `module:function`; it takes strings.
    """

    def __init__(self, job: str) -> None:
        command = [sys.executable, "-W", "ignore", "-m", "tests.nursery", job]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> "Nursery":
        assert self._answer() == _READY
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()

    def start(self, *arguments: str) -> int:
        """Run the function in a process of its own, and return its id."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(arguments) + "\n")
        self._process.stdin.flush()
        return int(self._answer())

    def kill(self, pid: int) -> None:
        """End the process that was started last, at once, and wait until it is gone."""
        # It is reaped by its parent only after this, so the id is still its own.
        os.kill(pid, signal.SIGKILL)
        assert int(self._answer()) == -signal.SIGKILL, "it ended by itself"

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()


def main(job: str) -> None:
    """Fork one process after another, each for a line of arguments on standard input."""
    module, _, name = job.partition(":")
    function = getattr(import_module(module), name)
    print(_READY, end="", flush=True)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            function(*json.loads(line))
            os._exit(0)
        print(pid, flush=True)
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
