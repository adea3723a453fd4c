"""Acts that are not in the library yet, laid over what it holds."""

from collections.abc import Iterable

from reader.model.annotation import Relation
from reader.model.change import Change, Edit, Record
from reader.model.claim import Appearance, Correction, Evidence, Review, Ruling


class Pending:
    """The changes that wait to be saved, in order; the first is being saved.

    They may be many thousand edits, and each annotation that is shown asks for its own:
    they are found by the record that they edit, and by the annotation that it hangs on.
    """

    def __init__(self) -> None:
        self._changes: list[Change] = []
        self._index = _Index(())

    def __len__(self) -> int:
        return len(self._changes)

    def add(self, change: Change) -> None:
        """Put a change at the end."""
        self._changes.append(change)
        self._index.add(change)

    def first(self) -> Change:
        """Return the change that is saved next."""
        return self._changes[0]

    def all(self) -> tuple[Change, ...]:
        """Return the changes in order."""
        return tuple(self._changes)

    def drop_first(self) -> Change:
        """Take out the change that has been saved."""
        return self._without(0)

    def drop_last(self) -> Change:
        """Take back the newest change."""
        return self._without(-1)

    def drop_touching(self, uids: frozenset[str]) -> tuple[Change, ...]:
        """Take out every change that edits one of these records, or builds on such a one."""
        dropped: list[Change] = []
        kept: list[Change] = []
        tainted = set(uids)
        for change in self._changes:
            touched = {one.uid for one in change.edits}
            if touched & tainted:
                tainted |= touched
                dropped.append(change)
            else:
                kept.append(change)
        self._changes = kept
        self._index = _Index(kept)
        return tuple(dropped)

    def edits(self) -> tuple[Edit, ...]:
        """Return every edit that waits, oldest first."""
        return tuple(one for change in self._changes for one in change.edits)

    def hanging_on(self, annotation_uids: Iterable[str]) -> list[Edit]:
        """Return the edits that wait of what hangs on annotations, oldest first."""
        places = self._index.hanging
        found = {place: one for uid in annotation_uids for place, one in places.get(uid, ())}
        return [found[place] for place in sorted(found)]

    def lookup(self, kind: str, uid: str) -> tuple[bool, Record | None]:
        """Tell whether an edit of this record waits, and the value that it leaves."""
        for one in reversed(self._index.of.get(uid, ())):
            if one.kind == kind:
                return True, one.after
        return False, None

    def creates(self, uid: str) -> bool:
        """Tell whether the first edit that waits for a record makes it."""
        waiting = self._index.of.get(uid)
        return waiting is not None and waiting[0].before is None

    def uids(self) -> frozenset[str]:
        """Return the uids of all records that wait."""
        return frozenset(self._index.of)

    def _without(self, place: int) -> Change:
        gone = self._changes.pop(place)
        # Another thread may be reading the one that was.
        self._index = _Index(self._changes)
        return gone


class _Index:
    """Edits by the uid of their record, and by that of the annotation which it hangs on.

    What hangs stands with its place in the order of all edits.
    """

    def __init__(self, changes: Iterable[Change]) -> None:
        self.of: dict[str, list[Edit]] = {}
        self.hanging: dict[str, list[tuple[int, Edit]]] = {}
        self._count = 0
        for change in changes:
            self.add(change)

    def add(self, change: Change) -> None:
        for one in change.edits:
            self.of.setdefault(one.uid, []).append(one)
            for uid in _hangs_on(one.after or one.before):
                self.hanging.setdefault(uid, []).append((self._count, one))
            self._count += 1


def _hangs_on(record: Record | None) -> tuple[str, ...]:
    """Return the uids of the annotations with which a record goes."""
    if isinstance(record, Ruling | Evidence | Review | Appearance | Correction):
        return (record.annotation_uid,)
    return (record.from_uid, record.to_uid) if isinstance(record, Relation) else ()
