"""How long the window's thread gave no turn to its events: a stall that a person feels."""

from time import perf_counter, thread_time

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT_MS = 2


class Heartbeat(QObject):
    """Beats in the event loop while the block runs; `longest_ms` is the longest pause.

    `busiest_ms` is the longest time between two beats in which the window's thread itself
    was at work: on a busy machine a pause is longer than what it does.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = self.busiest_ms = 0.0
        self.beats = 0
        self._begin()
        self._timer = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        self.longest_ms = max(self.longest_ms, (perf_counter() - self._last) * 1000)
        self.busiest_ms = max(self.busiest_ms, (thread_time() - self._worked) * 1000)
        self.beats += 1
        self._begin()

    def _begin(self) -> None:
        self._last, self._worked = perf_counter(), thread_time()

    def __enter__(self) -> "Heartbeat":
        self._begin()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._beat()
        self._timer.stop()
