"""The open library as the window sees it: every edit passes here, and nowhere else.

An act takes effect in memory and is told at once (`changed`); a worker saves it,
and only the COMMIT that returned makes it "saved" and puts it into the history.
An act that cannot be saved stays on screen, marked as unsaved (`saving.py`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reader.errors import LibraryReadOnly
from reader.model.annotation import Annotation, Annotator, empty_fields
from reader.model.article import Article, ImportedArticle, Revision
from reader.model.change import ACTS, Change, Edit, Record, edit
from reader.model.fields import edits_for
from reader.model.identity import new_uid, now
from reader.model.tags import known_tag
from reader.text.anchoring import moved, new_annotation
from reader.ui.reading import LibraryReader
from reader.ui.saving import Saver, SaveState
from reader.ui.undo import History, recent_changes, reversal

if TYPE_CHECKING:
    from reader.label import Label
    from reader.storage.store import Store


class Library(LibraryReader):
    """The one writer and the one signal.

    `changed` carries a `Change` that has taken effect: an act of this window, an
    undo, another window's act, or a return to what the library holds.
    `article_added` carries the article that an import has put into the library.
    """

    changed = Signal(object)
    articles_changed = Signal()
    article_added = Signal(object)
    history_changed = Signal()
    save_state_changed = Signal(object)
    conflict_met = Signal(object)

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

    def annotate(self, revision: Revision, start_cp: int, end_cp: int, tag: str) -> Annotation:
        """Mark a span; raises BadSpan and UnknownTag."""
        known_tag(tag, self._tags)
        fields = empty_fields(tag)
        new = new_annotation(revision, start_cp, end_cp, tag, self.annotator.uid, fields=fields)
        self._act("annotate", (edit(None, new),))
        return new

    def annotate_all(
        self, revision: Revision, spans: Sequence[tuple[int, int]], tag: str
    ) -> list[Annotation]:
        """Mark every span as one act; raises BadSpan and UnknownTag.

        A span that has this tag already is left out. Returns what is new.
        """
        known_tag(tag, self._tags)
        held = {(one.start_cp, one.end_cp, one.tag) for one in self.annotations(revision.uid)}
        new = [
            new_annotation(revision, *span, tag, self.annotator.uid, origin="propagated")
            for span in dict.fromkeys(spans)
            if (*span, tag) not in held
        ]
        self._act("annotate_all", tuple(edit(None, one) for one in new))
        return new

    def retag(self, uids: Iterable[str], tag: str) -> None:
        """Give annotations another tag; the fields of the old one go."""
        known_tag(tag, self._tags)
        new = {"tag": tag, "fields": empty_fields(tag)}
        self._act("retag", self._edited(uids, "tag", tag, **new))

    def set_status(self, uids: Iterable[str], status: str) -> None:
        """Give annotations a status, a key of STATUSES."""
        self._act("status", self._edited(uids, "status", status, status=status))

    def set_note(self, uid: str, note: str) -> None:
        """Write an annotation's note."""
        self._act("note", self._edited((uid,), "note", note, note=note))

    def set_fields(self, uid: str, values: Mapping[str, str]) -> None:
        """Set typed fields; raises UnknownField and BadValue."""
        entry = self.entry(uid)
        if entry is not None:
            self._act("field", edits_for(entry, values, self))

    def move_ends(self, uid: str, start_cp: int, end_cp: int) -> None:
        """Move the ends of an annotation within its text; raises BadSpan."""
        before = self.annotation(uid)
        if before is None or (before.start_cp, before.end_cp) == (start_cp, end_cp):
            return
        text = self.store.revision_by_uid(before.revision_uid).text
        self._act("move", (edit(before, moved(before, text, start_cp, end_cp)),))

    def delete(self, uids: Iterable[str]) -> None:
        """Remove annotations, with the rulings, evidence and relations that hang on them."""
        gone = [one for one in map(self.annotation, uids) if one is not None]
        hanging = self.dependents([one.uid for one in gone])
        self._act("delete", tuple(edit(one, None) for one in (*hanging, *gone)))

    def resolve(self, ours: Record | None, theirs: Record | None) -> None:
        """Settle a conflict in favour of `ours`."""
        self._act("resolve", (edit(theirs, ours),))

    def undo(self) -> Change | None:
        """Take back the newest act, saved or not; return it. Raises StaleEdit."""
        if len(self._pending):
            return self._undo_unsaved()
        change = self._history.next_undo()
        return self._reverse(change, "undo") if change else None

    def redo(self) -> Change | None:
        """Do again what was undone last; return it. Raises StaleEdit."""
        change = self._history.next_redo()
        if change is None or len(self._pending):
            return None
        return self._reverse(change, "redo")

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
        """Return what puts an imported article into the library, from any thread.

        It raises as `Store.add_article` does; `note_added` tells of it in this thread.
        """
        return partial(
            self.store.add_article, annotator_uid=self.annotator.uid, session_uid=self.session_uid
        )

    def note_added(self, articles: Sequence[Article]) -> None:
        """Tell that articles are in the library; `article_added` carries the last of them."""
        self.articles_changed.emit()
        self.article_added.emit(articles[-1])

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

    def _refuse_read_only(self) -> None:
        if self.store.read_only:
            raise LibraryReadOnly(name=self.store.address)

    def _act(self, act: str, edits: tuple[Edit, ...], **how: Any) -> Change | None:
        """Let edits take effect, tell everybody, and queue them to be saved."""
        if not edits:
            return None
        self._refuse_read_only()
        change = self._change(act, edits, **how)
        self._remember(edits)
        self._saver.submit(change)
        self.changed.emit(change)
        self.history_changed.emit()
        return change

    def _change(self, act: str, edits: tuple[Edit, ...], **how: Any) -> Change:
        return Change(
            act=act,
            edits=edits,
            annotator_uid=self.annotator.uid,
            session_uid=self.session_uid,
            **how,
        )

    def _edited(
        self, uids: Iterable[str], attribute: str, value: str, **new: Any
    ) -> tuple[Edit, ...]:
        found = [one for one in map(self.annotation, uids) if one is not None]
        return tuple(
            edit(one, replace(one, updated_at=now(), **new))
            for one in found
            if getattr(one, attribute) != value
        )

    def _reverse(self, change: Change, direction: str) -> Change | None:
        held = self.records(change.edits)

        def current(kind: str, uid: str) -> Record | None:
            return held.get((kind, uid))

        edits = reversal(change, direction, current)
        return self._act(change.act, edits, direction=direction, reverses=change.uid)

    def _undo_unsaved(self) -> Change | None:
        change = self._saver.drop_last()
        self._undo_when_saved = change is None
        if change is None:
            return None
        self._take_back(tuple(Edit(one.after, one.before) for one in reversed(change.edits)))
        return change

    def _note_commit(self, change: Change) -> None:
        self.moment += 1
        self._history.record(change)
        self.history_changed.emit()
        self._tell_counts(change)
        if self._undo_when_saved and not len(self._pending):
            self._undo_when_saved = False
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
        self._tell_counts(change)

    def _tell_counts(self, change: Change) -> None:
        """Tell that the list of articles is another, where a change comes or goes in it."""
        if any(
            one.kind == "article" or (one.kind == "annotation" and not (one.before and one.after))
            for one in change.edits
        ):
            self.articles_changed.emit()
