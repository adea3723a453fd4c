"""What can be read from an open library."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import select

from reader.errors import UnknownAnnotation, UnknownArticle
from reader.model.annotation import Annotation, Annotator
from reader.model.article import Article, ArticleSummary, Revision
from reader.model.change import Change, Record
from reader.model.claim import VerdictScale
from reader.model.entry import AnnotatedArticle, Entry
from reader.model.subject import Subject
from reader.model.tags import Tag
from reader.storage import queries, recording
from reader.storage.entries import entries_where
from reader.storage.known import Known
from reader.storage.mapping import is_storable
from reader.storage.opened import OpenLibrary
from reader.storage.queries import ANNOTATIONS, ARTICLES, REVISIONS
from reader.text.folding import same_name

# Larger numbers are no ids of ours, and too large for a column.
_LARGEST_ID = 2**31 - 1


class Reads:
    """The reading half of `Store`: each method sees one state of the library."""

    def __init__(self, library: OpenLibrary) -> None:
        self._library = library
        self._known = Known()

    @property
    def address(self) -> str:
        """Return what to call the library: its path, or its server without the password."""
        return self._library.address.name

    @property
    def path(self) -> Path | None:
        """Return the library's file, links resolved; None on a server or in memory."""
        return self._library.address.path

    @property
    def is_server(self) -> bool:
        """Tell whether a server holds the library."""
        return self._library.address.is_server

    @property
    def read_only(self) -> bool:
        """Tell whether every write would be refused."""
        return self._library.read_only

    @property
    def is_alone(self) -> bool:
        """Tell whether an old SQLite keeps every other window out of the library."""
        return self._library.is_alone

    # Articles and texts -------------------------------------------------------

    def articles(self) -> list[ArticleSummary]:
        """Return a line for each article that is not in the trash, newest first."""
        with self._library.read() as connection:
            return queries.article_summaries(connection)

    def article(self, key: str) -> Article:
        """Return an article by its uid or its number; raises UnknownArticle."""
        condition = ARTICLES.c.uid == key
        if key.isdecimal() and int(key) <= _LARGEST_ID:
            condition = ARTICLES.c.id == int(key)
        with self._library.read() as connection:
            found = queries.article_where(connection, condition) if is_storable(key) else None
        if found is None:
            raise UnknownArticle(article=key)
        return found

    def revision(self, article_uid: str) -> Revision:
        """Return an article's newest text; raises UnknownArticle."""
        with self._library.read() as connection:
            uid = queries.newest_revision_uid(connection, article_uid)
            found = self._known.revision(connection, uid) if uid else None
        if found is None:
            raise UnknownArticle(article=article_uid)
        return found

    def revision_by_uid(self, uid: str) -> Revision:
        """Return a text of an article; raises UnknownArticle."""
        with self._library.read() as connection:
            found = self._known.revision(connection, uid)
        if found is None:
            raise UnknownArticle(article=uid)
        return found

    def source_bytes(self, revision_uid: str) -> bytes:
        """Return the bytes that a text was made from; raises UnknownArticle."""
        query = select(REVISIONS.c.source).where(REVISIONS.c.uid == revision_uid)
        with self._library.read() as connection:
            found = connection.scalar(query)
        if found is None:
            raise UnknownArticle(article=revision_uid)
        return bytes(found)

    # Annotations and what they point to ---------------------------------------

    def annotations(self, revision_uid: str) -> list[Annotation]:
        """Return a text's annotations by start, the longer first, then by uid."""
        with self._library.read() as connection:
            condition = ANNOTATIONS.c.revision_uid == revision_uid
            return queries.annotations_where(connection, condition)

    def annotation(self, uid: str) -> Annotation:
        """Return an annotation; raises UnknownAnnotation."""
        found = self.record("annotation", uid)
        if not isinstance(found, Annotation):
            raise UnknownAnnotation(annotation=uid)
        return found

    def entry(self, uid: str) -> Entry:
        """Return an annotation with what it points to; raises UnknownAnnotation."""
        with self._library.read() as connection:
            found = entries_where(connection, ANNOTATIONS.c.uid == uid) if is_storable(uid) else []
        if not found:
            raise UnknownAnnotation(annotation=uid)
        return found[0]

    def annotated(self, article_uid: str) -> AnnotatedArticle:
        """Return an article's newest text with its entries; raises UnknownArticle."""
        with self._library.read() as connection:
            article = queries.article_where(connection, ARTICLES.c.uid == article_uid)
            uid = queries.newest_revision_uid(connection, article_uid)
            text = queries.revision(connection, uid) if uid else None
            if article is None or text is None:
                raise UnknownArticle(article=article_uid)
            entries = entries_where(connection, ANNOTATIONS.c.revision_uid == text.uid)
        return AnnotatedArticle(article=article, revision=text, entries=tuple(entries))

    def annotated_articles(
        self, article_uids: Iterable[str] | None = None
    ) -> Iterator[AnnotatedArticle]:
        """Yield articles with their entries, in the order given, or all by number.

        Articles in the trash come only when they are asked for by name. Each
        article is read for itself, so that a library of any size fits in memory.
        Raises UnknownArticle.
        """
        if article_uids is None:
            article_uids = [one.article.uid for one in reversed(self.articles())]
        yield from map(self.annotated, article_uids)

    def record(self, kind: str, uid: str) -> Record | None:
        """Return a record by its kind, a key of RECORD_KINDS, and its uid; None where it is not."""
        with self._library.read() as connection:
            return queries.records(connection, kind, [uid]).get(uid)

    def records(self, kind: str, uids: Iterable[str]) -> dict[str, Record]:
        """Return many records of a kind at once, by uid; without those that are not there."""
        with self._library.read() as connection:
            return queries.records(connection, kind, uids)

    def dependents(self, uids: Iterable[str]) -> list[Record]:
        """Return the rulings, evidence and relations that hang on annotations.

        They have to be deleted before the annotations, in the same change; undone
        in reverse, they come back after them.
        """
        with self._library.read() as connection:
            return queries.dependents(connection, list(uids))

    # The desk -----------------------------------------------------------------

    def subjects(self) -> list[Subject]:
        """Return people, organisations and places, by name."""
        with self._library.read() as connection:
            return queries.subjects_where(connection)

    def subject_named(self, name: str) -> Subject | None:
        """Return the first subject that has a name, compared as `text.folding` does."""
        for subject in self.subjects():
            names = (subject.name, subject.latin_name, *subject.other_names)
            if any(one and same_name(one, name) for one in names):
                return subject
        return None

    def tags(self) -> tuple[Tag, ...]:
        """Return the kinds of annotation, in the order of menus."""
        with self._library.read() as connection:
            return queries.tags(connection)

    def verdict_scales(self) -> tuple[VerdictScale, ...]:
        """Return the verdict scales with their steps, best first."""
        with self._library.read() as connection:
            return queries.verdict_scales(connection)

    def annotators(self) -> list[Annotator]:
        """Return those who annotate, by name."""
        with self._library.read() as connection:
            return queries.annotators_where(connection)

    # The record of changes ----------------------------------------------------

    def changes(self, after: int = 0, limit: int | None = None) -> list[Change]:
        """Return what was committed after a sequence, oldest first, at most `limit` changes.

        Asked often, it is also where the loss of the file is noticed between saves:
        raises LibraryGone.
        """
        self._library.check_file()
        with self._library.read() as connection:
            return recording.changes_after(connection, after, limit)

    def changes_of(self, record_uid: str) -> list[Change]:
        """Return the changes that touched a record, oldest first."""
        with self._library.read() as connection:
            return recording.changes_of(connection, record_uid)

    def last_sequence(self) -> int:
        """Return the place of the newest change in the order of commits; 0 for none."""
        with self._library.read() as connection:
            return recording.last_sequence(connection)
