"""Threads beside the window's, so that a slow disk or server never freezes the page."""

from collections.abc import Callable
from functools import cached_property, partial
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Job = Callable[[], Any]
Receiver = Callable[["Future[Any]"], None]


class Worker(QObject):
    """Runs jobs in the order given and hands each outcome back in the window's thread.

    With one thread a job begins when the one before it has ended.

    The receiver gets the finished future and calls `result()`: a failure is
    raised there, in the window's thread, where it can be shown. A thread holds only
    its number: were its reference the last one, widgets would be taken apart there.
    """

    _finished = Signal(int, object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 1) -> None:
        super().__init__(parent)
        self._most = threads
        self._finished.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self._closed = False
        self._numbers = count()
        self._receivers: dict[int, Receiver] = {}

    @cached_property
    def _executor(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - behind the first paint

        return ThreadPoolExecutor(max_workers=self._most, thread_name_prefix="hashiya")

    def run(self, job: Job, receiver: Receiver) -> None:
        """Do a job in a thread; `receiver` is called later with its future."""
        number = next(self._numbers)
        self._receivers[number] = receiver
        self._executor.submit(job).add_done_callback(partial(self._reply, number))

    def close(self, *, drop: bool = True) -> None:
        """Wait for the jobs at hand, and drop those that have not begun, or do them too."""
        self._closed = True
        self._executor.shutdown(wait=True, cancel_futures=drop)
        self._receivers.clear()

    def _reply(self, number: int, future: "Future[Any]") -> None:
        """Carry an outcome over to the window's thread; called in the worker's."""
        if not self._closed:
            self._finished.emit(number, future)

    def _hand_over(self, number: int, future: "Future[Any]") -> None:
        receiver = self._receivers.pop(number, None)
        if receiver is not None and not future.cancelled():
            receiver(future)
