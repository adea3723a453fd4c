"""Work that may take long: it leaves the window free, is shown in one place, and can be given up.

What only computes, reads or writes runs in a thread (`run`); what must touch Qt's objects
runs in the window's thread, a few milliseconds between its events (`step`).
"""

import sys
from collections.abc import Callable, Generator
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.progress import Cancelled, Progress
from reader.ui.worker import Worker

if TYPE_CHECKING:
    from concurrent.futures import Future

SHOWN_AFTER_MS = 500
_LOOKS_MS = 100
_TURN_S = 0.012  # less than a frame of the screen
_THREADS = 4  # so that an article opens while another is exported
# How long one thread may keep the interpreter from another that waits for it: Python's own time,
# and that while there is long work. A window lets go of it in each call of Qt: at 5 ms, a thread
# that reads would stretch one painting by many times that.
_USUAL_S, _SHARED_S = 0.005, 0.0005

Result = TypeVar("Result")
Steps = Generator[tuple[int, int], None, Result]
Complain = Callable[[ReaderError], object]


class Task:
    """One piece of work that a person can watch and give up. `Tasks` makes them.

    It is the `Progress` of its job: told from any thread how much is done, it raises
    Cancelled once the work was given up.
    """

    def __init__(self, label: str) -> None:
        self.label = label
        self.done = 0
        self.total = 0
        self.is_cancelled = False
        self._age = QElapsedTimer()
        self._age.start()

    def __call__(self, done: int, total: int) -> None:
        """Note how much is done, and of how much (0: unknown); raises Cancelled."""
        self.done, self.total = done, total
        if self.is_cancelled:
            raise Cancelled

    def cancel(self) -> None:
        """Give the work up; its job stops at its next step."""
        self.is_cancelled = True

    def age_ms(self) -> int:
        """Return how long ago the work was asked for."""
        return self._age.elapsed()


class Tasks(QObject):
    """Does the window's long work.

    Each piece ends in exactly one call, in the window's thread: `done` with the result,
    `cancelled`, or `failed` with a ReaderError (the notices, unless another is named).
    `looked` is emitted while there is work: the strip then shows `shown()`.
    """

    looked = Signal()

    def __init__(self, complain: Complain, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._complain = complain
        self._worker = Worker(self, threads=_THREADS)
        self._tasks: list[Task] = []
        self._is_closed = False
        self._looks = QTimer(self, interval=_LOOKS_MS)
        self._looks.timeout.connect(self.looked)
        self._steppers: set[_Stepper] = set()

    def run(
        self,
        label: str,
        job: Callable[[Progress], Result],
        done: Callable[[Result], object],
        *,
        cancelled: Callable[[], object] | None = None,
        failed: Complain | None = None,
    ) -> Task:
        """Do a job in a thread. It calls its `Progress` where it can stop, at its end too.

        A result that comes all the same after `cancel` is handed to `done`: what was
        written is then there.
        """
        task = self._begin(label)
        end = partial(self._end, task, done, cancelled, failed)
        if not self._is_closed:
            self._worker.run(partial(job, task), end)
        return task

    def step(
        self,
        label: str,
        steps: Steps[Result],
        done: Callable[[Result], object],
        *,
        cancelled: Callable[[], object] | None = None,
        failed: Complain | None = None,
    ) -> Task:
        """Do short steps in the window's thread; each yields how much is done, and of how much.

        What the generator returns is the result. It is closed when the work is given up.
        """
        task = self._begin(label)
        end = partial(self._end, task, done, cancelled, failed)
        if not self._is_closed:
            self._steppers.add(_Stepper(task, steps, end, self))
        return task

    def shown(self) -> tuple[Task | None, int]:
        """Return the oldest task that has taken long enough to be seen, and how many wait so."""
        long = [one for one in self._tasks if one.age_ms() >= SHOWN_AFTER_MS]
        return (long[0] if long else None), len(long)

    def close(self) -> None:
        """Give everything up and wait until the threads have stopped; what comes later is left."""
        self._is_closed = True
        for task in self._tasks:
            task.cancel()
        for stepper in self._steppers:
            stepper.drop()
        self._steppers.clear()
        self._rest()
        self._worker.close()

    def _rest(self) -> None:
        self._looks.stop()
        sys.setswitchinterval(_USUAL_S)

    def _begin(self, label: str) -> Task:
        task = Task(label)
        if self._is_closed:  # what a closing window still asks for, nobody waits for any more
            task.cancel()
            return task
        self._tasks.append(task)
        sys.setswitchinterval(_SHARED_S)
        self._looks.start()
        return task

    def _end(
        self,
        task: Task,
        done: Callable[[Any], object],
        cancelled: Callable[[], object] | None,
        failed: Complain | None,
        future: "Future[Any]",
    ) -> None:
        self._tasks.remove(task)
        self._steppers = {one for one in self._steppers if one.task is not task}
        if not self._tasks:
            self._rest()
        self.looked.emit()
        try:
            result = future.result()
        except Cancelled:
            if cancelled is not None:
                cancelled()
        except ReaderError as error:
            (failed or self._complain)(error)
        else:
            done(result)


class _Stepper(QObject):
    """Takes the steps of one task, a turn at a time."""

    def __init__(
        self, task: Task, steps: Steps[Any], end: Callable[["Future[Any]"], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.task = task
        self._steps = steps
        self._end = end
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._turn)
        self._turns.start()

    def drop(self) -> None:
        """Stop for good, and tell nobody."""
        self._turns.stop()
        self._steps.close()

    def _turn(self) -> None:
        from concurrent.futures import Future  # noqa: PLC0415 - behind the first paint

        outcome: Future[Any] = Future()
        until = perf_counter() + _TURN_S
        try:
            while perf_counter() < until:
                self.task(*next(self._steps))
        except StopIteration as ended:
            outcome.set_result(ended.value)
        except (Cancelled, ReaderError) as error:
            outcome.set_exception(error)
        if outcome.done():
            self.drop()
            self.deleteLater()
            self._end(outcome)
