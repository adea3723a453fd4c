"""Open an article of a library in the program: seconds to paint, bytes added, longest stall.

python -m tests.bench.scenes.open_article DATABASE [WATCHED_MS]
"""

import json
import sys
from time import perf_counter

from PySide6.QtCore import QTimer

from tests.bench.scenes.memory import resident
from tests.bench.scenes.painted import settle
from tests.bench.scenes.program import opening, program


class Heartbeat:
    """Asks the event loop for a turn again and again, and notes the longest wait in seconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._beat)
        self._last = perf_counter()
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def stop(self) -> None:
        self._timer.stop()


def main(database: str, watched_ms: str = "0") -> None:
    with program(database) as workspace:
        before = resident()
        took = opening(workspace)()
        heartbeat = Heartbeat()
        settle(int(watched_ms))
        heartbeat.stop()
        figures = {"open": took, "memory": resident() - before, "stall": heartbeat.longest}
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
