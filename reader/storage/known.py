"""What was read once and stays true: texts that never change, tags that are there."""

from threading import Lock

from sqlalchemy import Connection

from reader.errors import BadSpan, UnknownTag
from reader.model.annotation import Annotation
from reader.model.article import Revision
from reader.storage.queries import revision, tags

_KEPT = 2


class Known:
    """A few revisions, the one read last at the end, and the keys of tags; for any thread.

    A page and its library share one copy of a text, and an annotation is checked
    against it without a million words being read from the disk again.
    """

    def __init__(self) -> None:
        self._revisions: dict[str, Revision] = {}
        self._tags: frozenset[str] = frozenset()
        self._lock = Lock()

    def revision(self, connection: Connection, uid: str) -> Revision | None:
        """Return a revision, read where it is not kept; None where there is none."""
        with self._lock:
            kept = self._revisions.pop(uid, None)
            if kept is not None:
                self._revisions[uid] = kept
                return kept
        found = revision(connection, uid)
        if found is not None:
            with self._lock:
                self._revisions[uid] = found
                while len(self._revisions) > _KEPT:
                    del self._revisions[next(iter(self._revisions))]
        return found

    def check(self, connection: Connection, annotation: Annotation) -> None:
        """Raise UnknownTag, or BadSpan unless the text at the span is the annotation's words.

        An annotation of a revision that is not there passes: the database refuses it.
        """
        if annotation.tag not in self._tags:
            self._tags = frozenset(tag.key for tag in tags(connection))
            if annotation.tag not in self._tags:
                listed = ", ".join(tag.key for tag in tags(connection))
                raise UnknownTag(tag=annotation.tag, tags=listed)
        found = self.revision(connection, annotation.revision_uid)
        start, end = annotation.start_cp, annotation.end_cp
        if found is not None and found.text[start:end] != annotation.exact:
            raise BadSpan(start=start, end=end, length=len(found.text))
