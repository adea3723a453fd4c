"""What can be undone and redone, read from the library's record of changes.

The record survives the program, so the history does too. Not a QUndoStack: its
index moves even when an undo could not be saved (see docs/adr).
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from reader.errors import StaleEdit
from reader.model.change import RECORD_KINDS, Change, Edit, Record, edit, same_content
from reader.model.claim import Ruling, with_kept_rating

if TYPE_CHECKING:
    from reader.storage.store import Store

HISTORY_LENGTH = 2000  # acts that are read back at start
Current = Callable[[str, str], Record | None]

# An import is taken back by deleting the article, not by Ctrl+Z, and an erasure by nothing.
_LASTING = frozenset({"import", "erase"})


class History:
    """The acts of one annotator, as two stacks: done, and undone.

    Only committed changes enter, so a failed save leaves it as it was.
    """

    def __init__(self, committed: Iterable[Change] = ()) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []
        for change in committed:
            self.record(change)

    def record(self, change: Change) -> None:
        """Take in a change that has been committed."""
        if change.act in _LASTING or not change.edits:
            return
        if change.direction == "do":
            self._done.append(change)
            self._undone.clear()
        elif change.direction == "undo":
            _move(change.reverses, self._done, self._undone)
        else:
            _move(change.reverses, self._undone, self._done)

    def next_undo(self) -> Change | None:
        """Return the change that an undo would take back."""
        return self._done[-1] if self._done else None

    def next_redo(self) -> Change | None:
        """Return the change that a redo would do again."""
        return self._undone[-1] if self._undone else None


def recent_changes(store: "Store") -> list[Change]:
    """Read the changes that an undo can go back to, oldest first."""
    return store.changes(max(0, store.last_sequence() - HISTORY_LENGTH))


def reversal(change: Change, direction: str, current: Current) -> tuple[Edit, ...]:
    """Return the edits that undo or redo a change from the values of now.

    Raises StaleEdit when a record is no longer what the change left behind.
    """
    undoing = direction == "undo"
    edits = []
    for one in reversed(change.edits) if undoing else change.edits:
        found, wanted = (one.after, one.before) if undoing else (one.before, one.after)
        now = current(one.kind, one.uid)
        if isinstance(found, Ruling) and isinstance(now, Ruling) and found.rating is None:
            # It was recorded before there were ratings, and got one by a migration.
            found = with_kept_rating(found, now)
            wanted = with_kept_rating(wanted, now) if isinstance(wanted, Ruling) else wanted
        if not same_content(now, found):
            raise StaleEdit(kind=_kind_label(one.kind), ours=wanted, theirs=now)
        edits.append(edit(now, wanted))
    return tuple(edits)


def _kind_label(kind: str) -> object:
    return next(label for key, _, label in RECORD_KINDS if key == kind)


def _move(uid: str | None, source: list[Change], target: list[Change]) -> None:
    """Move a change between the stacks; one that is too old to be there is no matter."""
    for i in range(len(source) - 1, -1, -1):
        if source[i].uid == uid:
            target.append(source.pop(i))
            return
