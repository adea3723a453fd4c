"""The texts that were read last, kept because a revision never changes."""

from threading import Lock

from sqlalchemy import Connection

from reader.model.article import Revision
from reader.storage.queries import revision

_KEPT = 2


class Revisions:
    """A few revisions by uid, the one read last at the end; usable from any thread.

    A page and its library share one copy of a text, and an annotation is checked
    against it without reading a million words from the disk again.
    """

    def __init__(self) -> None:
        self._kept: dict[str, Revision] = {}
        self._lock = Lock()

    def of(self, connection: Connection, uid: str) -> Revision | None:
        """Return a revision, read where it is not kept; None where there is none."""
        with self._lock:
            kept = self._kept.pop(uid, None)
            if kept is not None:
                self._kept[uid] = kept
                return kept
        found = revision(connection, uid)
        if found is not None:
            with self._lock:
                self._kept[uid] = found
                while len(self._kept) > _KEPT:
                    del self._kept[next(iter(self._kept))]
        return found
