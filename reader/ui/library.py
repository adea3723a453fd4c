"""The open library as the window sees it: every edit passes here, and nowhere else.

An act takes effect in memory and is told at once (`changed`); a worker saves it,
and only the COMMIT that returned makes it "saved" and puts it into the history.
An act that cannot be saved stays on screen, marked as unsaved (`saving.py`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reader.errors import ActUnderWay, LibraryReadOnly
from reader.model.annotation import Annotation, Annotator
from reader.model.article import Article, ImportedArticle
from reader.model.change import ACTS, Change, Edit, Record, edit
from reader.model.identity import new_uid
from reader.ui.annotation_acts import Planned
from reader.ui.article_acts import ArticleActs
from reader.ui.saving import Saver, SaveState
from reader.ui.undo import History, recent_changes, reversal
from reader.ui.worker import Job, Receiver

if TYPE_CHECKING:
    from reader.label import Label
    from reader.storage.store import Store

# Kinds of record that lists of articles are made of.
_SHELVED = ("article", "collection", "label")


class Library(ArticleActs):
    """The one writer and the one signal.

    `changed` carries a `Change` that has taken effect: an act of this window, an
    undo, another window's act, or a return to what the library holds.
    `articles_changed` tells that a list of articles may be another, `counts_changed`
    that only what it says of annotations is. `article_added` carries the article that
    an import has put into the library. `undo_due` tells that a large act which somebody
    wished to undo while it was being saved is saved now.
    """

    changed = Signal(object)
    articles_changed = Signal()
    counts_changed = Signal()
    article_added = Signal(object)
    history_changed = Signal()
    save_state_changed = Signal(object)
    conflict_met = Signal(object)
    undo_due = Signal()

    def __init__(
        self,
        store: "Store",
        annotator: Annotator,
        parent: QObject | None = None,
        committed: Iterable[Change] | None = None,
    ) -> None:
        """Begin to watch a library; what `recent_changes` gives may have been read already."""
        self.session_uid = new_uid()
        found = list(recent_changes(store) if committed is None else committed)
        saver = Saver(store, self.session_uid, found[-1].sequence if found else 0)
        super().__init__(store, annotator, saver.pending, parent)
        saver.setParent(self)
        self._saver = saver
        self._history = History(one for one in found if one.annotator_uid == annotator.uid)
        self._undo_when_saved = False
        saver.committed.connect(self._note_commit)
        saver.taken_back.connect(self._take_back)
        saver.met_elsewhere.connect(self._take_foreign)
        saver.state_changed.connect(self.save_state_changed)
        saver.state_changed.connect(self._undo_what_failed)
        saver.conflict_met.connect(self.conflict_met)

    def is_unsaved(self, uid: str) -> bool:
        """Tell whether an act on this record waits to be saved."""
        return uid in self.unsaved()

    def unsaved(self) -> frozenset[str]:
        """Return the uids of records that wait, once a save has failed."""
        failing = self.save_state.kind in ("unsaved", "busy")
        return self._pending.uids() if failing else frozenset()

    @property
    def save_state(self) -> SaveState:
        """Return whether what is on screen is in the library."""
        return self._saver.state

    # Acts: each is one change, one step of the history ------------------------

    def act(self, act: str, edits: tuple[Edit, ...], **how: Any) -> Change | None:
        """Let edits take effect, tell everybody, and queue them to be saved.

        `act` is a key of ACTS; `how` names what it reverses. Without edits nothing
        happens. Raises LibraryReadOnly, and ActUnderWay while a large act is prepared.
        """
        if not edits:
            return None
        self._refuse()
        change = self._change(act, edits, **how)
        self._remember(edits, waits=True)
        self._saver.submit(change)
        self.changed.emit(change)
        self.history_changed.emit()
        return change

    def resolve(self, ours: Record | None, theirs: Record | None) -> None:
        """Settle a conflict in favour of `ours`."""
        self.act("resolve", (edit(theirs, ours),))

    def undo(self) -> Change | None:
        """Take back the newest act, saved or not; return it. Raises StaleEdit, ActUnderWay."""
        self._refuse()
        if len(self._pending):
            return self._undo_unsaved()
        change = self._history.next_undo()
        return self.carry_out(self.reversing(change, "undo")) if change else None

    def redo(self) -> Change | None:
        """Do again what was undone last; return it. Raises StaleEdit, ActUnderWay."""
        change = self._history.next_redo()
        if change is None or len(self._pending):
            return None
        return self.carry_out(self.reversing(change, "redo"))

    def next_undo(self) -> Change | None:
        """Return the saved change that an undo would take back; None while another waits."""
        return None if len(self._pending) else self._history.next_undo()

    def next_redo(self) -> Change | None:
        """Return the change that a redo would do again; None while another waits."""
        return None if len(self._pending) else self._history.next_redo()

    def reversing(self, change: Change, direction: str) -> Planned:
        """Prepare an "undo" or "redo" of a change, in any thread; raises StaleEdit."""
        held = self.records(change.edits)

        def current(kind: str, uid: str) -> Record | None:
            return held.get((kind, uid))

        edits = reversal(change, direction, current)
        return Planned(change.act, edits, {"direction": direction, "reverses": change.uid})

    def begin_preparing(self) -> None:
        """Let no act begin until `end_preparing`, since a large one is being prepared.

        Raises LibraryReadOnly and ActUnderWay.
        """
        self._refuse()
        self._saver.is_expecting = True

    def end_preparing(self) -> None:
        """Let acts begin again."""
        self._saver.is_expecting = False

    def undo_label(self) -> "Label | None":
        """Return what an undo would take back, or None."""
        waiting = self._pending.all()
        change = waiting[-1] if waiting else self._history.next_undo()
        return ACTS.get(change.act) if change else None

    def redo_label(self) -> "Label | None":
        """Return what a redo would do again, or None."""
        change = self._history.next_redo()
        return ACTS.get(change.act) if change else None

    # Care ---------------------------------------------------------------------

    def adder(self) -> Callable[[ImportedArticle], Article]:
        """Return what adds an import as an article of its own, from any thread.

        It raises as `Store.add_article` does; `note_added` tells of it in this thread.
        """
        return partial(
            self.store.add_article, annotator_uid=self.annotator.uid, session_uid=self.session_uid
        )

    def note_added(self, articles: Sequence[Article]) -> None:
        """Tell that articles are in the library; `article_added` carries the last of them."""
        self.articles_changed.emit()
        self.article_added.emit(articles[-1])

    def note_brought(self, change: Change | None) -> None:
        """Let an act that has come into the library by another way take effect here too."""
        if change is not None:
            self._remember(change.edits)
            self.changed.emit(change)
            self._note_commit(change)
        self.articles_changed.emit()

    def run(self, job: Job, receiver: Receiver) -> None:
        """Do a job on the store that is no act, in turn with the saves."""
        self._refuse()
        self._saver.run(job, receiver)

    def note(self, job: Job, receiver: Receiver) -> None:
        """Do a job that edits nothing, in turn with the saves, also while an act is prepared."""
        self._saver.run(job, receiver)

    def forget_erased(self) -> None:
        """Read the history anew: nothing of what was erased can be undone any more."""
        mine = self.annotator.uid
        found = recent_changes(self.store)
        self._history = History(one for one in found if one.annotator_uid == mine)
        self.read_anew()
        self.history_changed.emit()
        self.articles_changed.emit()

    def retry(self) -> None:
        """Try again to save what waits."""
        self._saver.retry()

    def copier_to(self, path: Path) -> Callable[[object], None]:
        """Return what copies the library with what waits now, in a thread; raises LibraryFailed."""
        waiting = self._pending.all()
        return lambda _: self.store.copy_with(path, waiting)

    def flush(self, timeout_ms: int = 10_000) -> bool:
        """Wait until everything is saved; tell whether it is."""
        return self._saver.flush(timeout_ms)

    def close(self) -> None:
        """Stop watching, wait for the save at hand and let go of the store."""
        self._saver.close()
        self.store.close()

    # Inside -------------------------------------------------------------------

    def _refuse(self) -> None:
        if self.store.read_only:
            raise LibraryReadOnly(name=self.store.address)
        if self._saver.is_expecting:
            raise ActUnderWay

    def _change(self, act: str, edits: tuple[Edit, ...], **how: Any) -> Change:
        return Change(
            act=act,
            edits=edits,
            annotator_uid=self.annotator.uid,
            session_uid=self.session_uid,
            **how,
        )

    def _undo_unsaved(self) -> Change | None:
        change = self._saver.drop_last()
        self._undo_when_saved = change is None
        if change is None:
            return None
        self._take_back(tuple(Edit(one.after, one.before) for one in reversed(change.edits)))
        return change

    def _note_commit(self, change: Change) -> None:
        self.moment += 1
        self.read_anew()
        self._history.record(change)
        self.history_changed.emit()
        self._tell_counts(change)
        if self._undo_when_saved and not len(self._pending):
            self._undo_when_saved = False
            if change.is_large:
                self.undo_due.emit()
            else:
                self.undo()

    def _undo_what_failed(self, state: SaveState) -> None:
        """Take back an act whose undo was asked for while it was being saved, and that failed."""
        if self._undo_when_saved and state.kind in ("unsaved", "busy"):
            self._undo_unsaved()

    def _take_back(self, edits: tuple[Edit, ...]) -> None:
        self._remember(edits)
        self.changed.emit(self._change("resolve", edits))
        self.history_changed.emit()

    def _take_foreign(self, change: Change) -> None:
        """Follow another window, except where an act of ours still waits."""
        waiting = self._pending.uids()
        edits = tuple(one for one in change.edits if one.uid not in waiting)
        self._remember(edits)
        self.changed.emit(replace(change, edits=edits))
        if change.act == "erase":
            self.forget_erased()
        self._tell_counts(change)

    def _tell_counts(self, change: Change) -> None:
        """Tell what a change that is in the library has done to lists of articles."""
        if any(one.kind in _SHELVED for one in change.edits):
            self.articles_changed.emit()
        elif any(_is_counted(one) for one in change.edits):
            self.counts_changed.emit()


def _is_counted(one: Edit) -> bool:
    """Tell whether an edit may change what a list of articles says of annotations."""
    if not isinstance(one.before, Annotation) or not isinstance(one.after, Annotation):
        return one.kind == "annotation"
    return (one.before.tag, one.before.status) != (one.after.tag, one.after.status)
