"""Acts that are not in the library yet, laid over what it holds."""

from reader.model.change import Change, Edit, Record


class Pending:
    """The changes that wait to be saved, in order; the first is being saved."""

    def __init__(self) -> None:
        self._changes: list[Change] = []

    def __len__(self) -> int:
        return len(self._changes)

    def add(self, change: Change) -> None:
        """Put a change at the end."""
        self._changes.append(change)

    def first(self) -> Change:
        """Return the change that is saved next."""
        return self._changes[0]

    def all(self) -> tuple[Change, ...]:
        """Return the changes in order."""
        return tuple(self._changes)

    def drop_first(self) -> Change:
        """Take out the change that has been saved."""
        return self._changes.pop(0)

    def drop_last(self) -> Change:
        """Take back the newest change."""
        return self._changes.pop()

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
        return tuple(dropped)

    def edits(self) -> tuple[Edit, ...]:
        """Return every edit that waits, oldest first."""
        return tuple(one for change in self._changes for one in change.edits)

    def lookup(self, kind: str, uid: str) -> tuple[bool, Record | None]:
        """Tell whether an edit of this record waits, and the value that it leaves."""
        for change in reversed(self._changes):
            for one in reversed(change.edits):
                if one.uid == uid and one.kind == kind:
                    return True, one.after
        return False, None

    def creates(self, uid: str) -> bool:
        """Tell whether the first edit that waits for a record makes it."""
        return next((one.before is None for one in self.edits() if one.uid == uid), False)

    def uids(self) -> frozenset[str]:
        """Return the uids of all records that wait."""
        return frozenset(one.uid for one in self.edits())
