"""When a widget was last painted, and waiting for it."""

import os
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

_LONGEST_MS = 120_000
_LOOKS_MS = 50
SIZE = (1240, 820)


class Painted:
    """Notes the end of each painting; mixed into a widget before its class."""

    painted_at = 0.0
    paintings = 0

    def paintEvent(self, event):
        super().paintEvent(event)
        self.painted_at = perf_counter()
        self.paintings += 1


def wait_until(condition: Callable[[], bool]) -> None:
    """Let the events run until a condition is met; raises TimeoutError."""
    deadline = QDeadlineTimer(_LONGEST_MS)
    # As the program's own loop does, it sleeps until there is an event: one that turned
    # without end would hold threads up that have something to do.
    alarm = QTimer(interval=_LOOKS_MS)
    alarm.start()
    while not condition():
        if deadline.hasExpired():
            raise TimeoutError(condition)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def hurried(figure: int, instead: int) -> int:
    """Return a number, or another where only a test asks whether all this runs."""
    return instead if "BENCH_HURRY" in os.environ else figure


def settle(ms: int) -> None:
    """Let the events run for some time, without a busy loop."""
    loop = QEventLoop()
    QTimer.singleShot(hurried(ms, 0), loop.quit)
    loop.exec()


def scroll_on(view: QAbstractScrollArea, by: int) -> None:
    """Scroll down, from the end to the beginning; what cannot scroll is painted anew."""
    bar = view.verticalScrollBar()
    if bar.maximum() == 0:
        view.viewport().update()
    bar.setValue(bar.value() + by if bar.value() < bar.maximum() else 0)


def seconds_to_paint(widget: Painted, act: Callable[[], object]) -> float:
    """Act, and return the seconds until the widget has been painted after it."""
    start = perf_counter()
    act()
    after = widget.paintings
    wait_until(lambda: widget.paintings > after)
    return widget.painted_at - start
