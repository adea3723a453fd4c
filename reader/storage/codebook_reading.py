"""What can be read of the codebook from an open library."""

from collections.abc import Mapping, Sequence

from reader.model.annotation import Relation
from reader.model.codebook import OwnField, Template
from reader.model.history import Event
from reader.model.numbers import Numbers
from reader.storage import codebook, recording
from reader.storage.article_reading import ArticleReads
from reader.storage.numbers import numbers, numbers_of
from reader.storage.queueing import next_in_queue


class CodebookReads(ArticleReads):
    """The part of `Store` that reads free fields, templates, their uses, and statistics."""

    def own_fields(self) -> list[OwnField]:
        """Return the free fields of all tags, tag by tag, in their order."""
        with self._library.read() as connection:
            return codebook.own_fields(connection)

    def templates(self) -> list[Template]:
        """Return the templates of annotations, in the order of menus."""
        with self._library.read() as connection:
            return codebook.templates(connection)

    def uses(self) -> Mapping[str, int]:
        """Return how many annotations bear each tag, by key, and fill each free field, by uid."""
        with self._library.read() as connection:
            return codebook.uses(connection)

    def choice_uses(self, field_uid: str) -> Mapping[str, int]:
        """Return how many annotations hold each choice of a free field."""
        with self._library.read() as connection:
            return codebook.choice_uses(connection, field_uid)

    def relations_of(self, annotation_uid: str) -> list[Relation]:
        """Return the relations from and to an annotation, oldest first."""
        with self._library.read() as connection:
            return codebook.relations_of(connection, annotation_uid)

    def relations_on(self, revision_uid: str) -> list[Relation]:
        """Return the relations that begin in a text, oldest first."""
        with self._library.read() as connection:
            return codebook.relations_on(connection, revision_uid)

    def next_in_queue(self, queue: str, after: tuple[int, int, str] | None) -> str | None:
        """Return the next annotation that waits in a queue, a key of QUEUES, or None.

        `after` is where one is: an article's number, a position in code points, a uid.
        """
        with self._library.read() as connection:
            return next_in_queue(connection, queue, after)

    def history(self, annotation_uid: str) -> list[Event]:
        """Return what became of an annotation and of what hung on it, oldest first."""
        with self._library.read() as connection:
            return recording.history_of(connection, annotation_uid)

    def numbers(
        self,
        article_uids: Sequence[str] | None = None,
        annotation_uids: Sequence[str] | None = None,
    ) -> Numbers:
        """Return the statistics of articles, of annotations, or of all that is not in the trash."""
        with self._library.read() as connection:
            if annotation_uids is not None:
                return numbers_of(connection, annotation_uids)
            return numbers(connection, article_uids)
