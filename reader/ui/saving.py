"""Saves acts one after another in a worker, and watches for those of other windows."""

from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QTimer, Signal

from reader.errors import LibraryBusy, ReaderError, StaleEdit
from reader.frozen import dataclass
from reader.model.change import Change, Edit, Record
from reader.ui.pending import Pending
from reader.ui.worker import Job, Receiver, Worker

if TYPE_CHECKING:
    from reader.storage.store import Store

POLL_MS = 400  # another window's act is to be seen within a second
RETRY_MS = 1500
BUSY_RETRY_MS = 250
_SOON_MS = 1  # not 0: PySide would keep for ever what was not called in time


@dataclass(frozen=True, slots=True)
class SaveState:
    """Whether what is on screen is in the library.

    `kind` is "saved", "saving", "busy" (another program is saving), "unsaved"
    (a save failed; `error` says why) or "read_only"; `unsaved` counts the acts
    that wait.
    """

    kind: str
    unsaved: int = 0
    error: ReaderError | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A record that somebody else changed first: the value meant, and the value held."""

    kind: str
    ours: Record | None
    theirs: Record | None


class Saver(QObject):
    """The one writer's queue.

    `committed` carries a change that is safe; `taken_back` the edits by which the
    screen returns to what the library holds; `met_elsewhere` another window's change.
    """

    committed = Signal(object)
    taken_back = Signal(object)
    met_elsewhere = Signal(object)
    state_changed = Signal(object)
    conflict_met = Signal(object)

    def __init__(
        self, store: "Store", session_uid: str, seen: int, parent: QObject | None = None
    ) -> None:
        """Begin to watch for changes after the sequence `seen`."""
        super().__init__(parent)
        self._store = store
        self._session_uid = session_uid
        self._worker = Worker(self)
        self.pending = Pending()
        self._state = SaveState("read_only" if store.read_only else "saved")
        self.is_expecting = False  # whether an act is being prepared that will be queued
        self._saving = False
        self._polling = False
        self._seen = seen
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self.retry)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look_around)
        self._poll.start()

    @property
    def state(self) -> SaveState:
        """Return whether everything is saved."""
        return self._state

    def submit(self, change: Change) -> None:
        """Queue a change and begin to save it."""
        self.pending.add(change)
        self._pump()

    def retry(self) -> None:
        """Try again to save what waits."""
        self._pump()

    def run(self, job: Job, receiver: Receiver) -> None:
        """Do another job for the library, in turn with the saves."""
        self._worker.run(job, receiver)

    def drop_last(self) -> Change | None:
        """Take back the newest act that waits; None while it is just being saved."""
        if self._saving and len(self.pending) == 1:
            return None
        change = self.pending.drop_last()
        self._tell("unsaved" if len(self.pending) else "saved", self._state.error)
        return change

    def flush(self, timeout_ms: int) -> bool:
        """Wait until everything is saved, for at most `timeout_ms`; tell whether it is."""
        loop = QEventLoop()
        deadline = QDeadlineTimer(timeout_ms)
        while not self._is_done() and not deadline.hasExpired():
            self._pump()
            loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        return self._is_done()

    def _is_done(self) -> bool:
        return not len(self.pending) and not self.is_expecting

    def close(self) -> None:
        """Stop watching; do what was given before, as places that were noted last."""
        self._poll.stop()
        self._retry.stop()
        self._worker.close(drop=False)

    def _pump(self) -> None:
        if self._saving or not len(self.pending):
            return
        self._saving = True
        self._retry.stop()
        change = self.pending.first()
        if self._state.kind in ("saved", "saving"):
            self._tell("saving")
        self._worker.run(partial(self._store.apply, change), self._save_ended)

    def _save_ended(self, future: "Future[Any]") -> None:
        self._saving = False
        try:
            change = future.result()
        except StaleEdit as error:
            self._give_way(error)
        except LibraryBusy as error:
            self._fail("busy", error, BUSY_RETRY_MS)
        except ReaderError as error:
            self._fail("unsaved", error, RETRY_MS)
        else:
            self.pending.drop_first()
            self.committed.emit(change)
            self._settle()

    def _settle(self) -> None:
        self._tell("saving" if len(self.pending) else "saved")
        self._pump()

    def _fail(self, kind: str, error: ReaderError, again_ms: int) -> None:
        self._tell(kind, error)
        self._retry.start(again_ms)

    def _give_way(self, error: StaleEdit) -> None:
        """Leave a change to the one that came first, with all that builds on it."""
        failed = self.pending.first()
        dropped = self.pending.drop_touching(frozenset(one.uid for one in failed.edits))
        meant = {(one.kind, one.uid): one.after for change in dropped for one in change.edits}
        back = []
        for (kind, uid), ours in meant.items():
            theirs = self._store.record(kind, uid)
            back.append(Edit(ours, theirs))
            if ours != theirs and _is_stale(error, theirs, ours):
                self._conflict_later(Conflict(kind, ours, theirs))
        self.taken_back.emit(tuple(one for one in back if one.before or one.after))
        self._settle()

    def _conflict_later(self, conflict: Conflict) -> None:
        QTimer.singleShot(_SOON_MS, self, partial(self.conflict_met.emit, conflict))

    def _look_around(self) -> None:
        if self._polling or self._saving:
            return
        self._polling = True
        self._worker.run(partial(self._store.changes, self._seen), self._looked)

    def _looked(self, future: "Future[Any]") -> None:
        self._polling = False
        try:
            changes = future.result()
        except ReaderError as error:
            if not len(self.pending):
                self._tell("unsaved", error)
            return
        if self._state.kind == "unsaved" and not len(self.pending):
            self._tell("saved")
        for change in changes:
            self._seen = max(self._seen, change.sequence)
            if change.session_uid != self._session_uid:
                self.met_elsewhere.emit(change)

    def _tell(self, kind: str, error: ReaderError | None = None) -> None:
        if self._store.read_only:
            kind = "read_only"
        state = SaveState(kind, len(self.pending), None if kind == "saved" else error)
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)


def _is_stale(error: StaleEdit, theirs: Record | None, ours: Record | None) -> bool:
    """Tell whether this record is the one that the library refused."""
    refused = error.theirs if error.theirs is not None else error.ours
    return getattr(refused, "uid", None) == getattr(theirs or ours, "uid", "")
