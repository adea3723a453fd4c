"""Open an article of a library in the program: seconds to paint, bytes added, longest stall.

python -m tests.bench.scenes.open_article DATABASE [WATCHED_MS]
"""

import json
import sys
from time import perf_counter

from PySide6.QtCore import Qt, QTimer

from tests.bench.scenes.memory import resident
from tests.bench.scenes.painted import settle
from tests.bench.scenes.program import opening, program


class Heartbeat:
    """Asks the event loop for a turn every millisecond, and notes the longest wait in seconds.

    It begins at a moment that may be past: what has held the loop up since counts.
    """

    def __init__(self, since: float) -> None:
        self.longest = 0.0
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = since
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
        # The panels follow in the turn in which the page was painted.
        heartbeat = Heartbeat(workspace.page.met_at)
        settle(int(watched_ms))
        heartbeat.stop()
        figures = {"open": took, "memory": resident() - before, "stall": heartbeat.longest}
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
