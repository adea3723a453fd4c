"""What only tells of an act follows it: the page shows it and it is saved first."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reader.ui.library import Library
from reader.ui.saving import SaveState

Job = Callable[[], object]

_LATEST_MS = 40  # a slow disk must not hold up what a person sees


class Afterwards(QObject):
    """Jobs that wait until the act at hand is saved, then done in order, one a turn.

    The thread that saves and the window's share one interpreter: what the panels tell of
    an act would hold up its COMMIT and the next painting of the page.
    """

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Job] = deque()
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._latest = QTimer(self, singleShot=True, interval=_LATEST_MS)
        self._next_turn.timeout.connect(self._go_on)
        self._latest.timeout.connect(self._go_on)
        library.save_state_changed.connect(self._look)

    def take(self, job: Job) -> None:
        """Do a job in a later turn: soon after the act was saved, or could not be."""
        self._waiting.append(job)
        if not self._latest.isActive():
            self._latest.start()

    def finish(self) -> None:
        """Do at once all that waits, because somebody builds on it."""
        while self._waiting:
            self._waiting.popleft()()

    def _look(self, state: SaveState) -> None:
        if self._waiting and state.kind != "saving":
            self._next_turn.start()

    def _go_on(self) -> None:
        self._latest.stop()
        if self._waiting:
            self._waiting.popleft()()
        if self._waiting:
            self._next_turn.start()
