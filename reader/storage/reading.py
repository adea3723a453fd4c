"""What can be read from an open library."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.errors import UnknownAnnotation, UnknownArticle
from reader.model.anchors import UNCERTAIN
from reader.model.annotation import Annotation, Annotator
from reader.model.change import Change, Record
from reader.model.claim import DeskRules, Ruling, VerdictScale
from reader.model.claim_line import ClaimLine
from reader.model.entry import AnnotatedArticle, Entry, KeptText
from reader.model.found import MOST_IN_ONE
from reader.model.shared import Shared
from reader.model.subject import Subject
from reader.model.tags import Tag
from reader.progress import Progress, unwatched
from reader.storage import people, queries, recording, revising, scales
from reader.storage.claim_lines import claim_lines
from reader.storage.entries import entries_where
from reader.storage.mapping import is_storable
from reader.storage.queries import ANNOTATIONS, ARTICLES
from reader.storage.referring import SubjectReads
from reader.storage.search.results import Search
from reader.text.folding import same_name
from reader.text.revising import Held, Revised, revise
from reader.text.seeking import LibraryQuery


class Reads(SubjectReads):
    """The reading half of `Store`: each method sees one state of the library."""

    # Annotations and what they point to ---------------------------------------

    def annotations(self, revision_uid: str, progress: Progress = unwatched) -> list[Annotation]:
        """Return a text's annotations by start, the longer first, then by uid.

        `progress` is told how many have come; what it raises ends the reading.
        """
        with self._library.read() as connection:
            condition = ANNOTATIONS.c.revision_uid == revision_uid
            return queries.annotations_where(connection, condition, progress)

    def annotations_elsewhere(self, article_uid: str) -> list[Annotation]:
        """Return the annotations of an article that are in other texts than the one that is shown.

        They lost their place there: in reading order of their own texts, oldest text first.
        """
        with self._library.read() as connection:
            return revising.annotations_elsewhere(connection, article_uid)

    def certain(self, uids: Sequence[str]) -> dict[str, Annotation]:
        """Return annotations as they were when their place was last certain, by uid.

        That is how a person, or their own words, had placed them; without those that
        never were.
        """
        with self._library.read() as connection:
            return recording.certain_before(connection, uids)

    def revised(
        self, article_uid: str, revision_uid: str, progress: Progress = unwatched
    ) -> Revised:
        """Return what becomes of an article when another of its texts is shown; change nothing.

        `progress` is told how many annotations have been followed, and may raise.
        Raises UnknownArticle.
        """
        article, shown = self.article(article_uid), self.revision_by_uid(revision_uid)
        if shown.article_uid != article.uid:
            raise UnknownArticle(article=revision_uid)
        held = self.annotations(self.revision(article.uid).uid, progress)
        held += self.annotations_elsewhere(article.uid)
        certain = self.certain([one.uid for one in held if one.anchor == UNCERTAIN])
        return revise(article, shown, Held(held, certain, self._text_of), progress)

    def _text_of(self, revision_uid: str) -> str:
        return self.revision_by_uid(revision_uid).text

    def annotations_near(
        self, revision_uid: str, span: tuple[int, int], most: int
    ) -> list[Annotation]:
        """Return annotations of a text that begin in a span, in code points, the first `most`."""
        with self._library.read() as connection:
            return queries.annotations_near(connection, revision_uid, span, most)

    def rulings_on(self, revision_uid: str) -> list[Ruling]:
        """Return the rulings on a text's annotations, in no order."""
        with self._library.read() as connection:
            return queries.rulings_on(connection, revision_uid)

    def extent(self, article_uid: str) -> tuple[int, int]:
        """Return an article's length in code points and the number of its annotations.

        Zeros where there is no such article.
        """
        with self._library.read() as connection:
            return queries.extent(connection, article_uid)

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

    def annotated(self, article_uid: str, progress: Progress = unwatched) -> AnnotatedArticle:
        """Return the text of an article that is shown, with its entries; raises UnknownArticle.

        `progress` is told how many entries have been read; what it raises ends the reading.
        """
        with self._library.read() as connection:
            article = queries.article_where(connection, ARTICLES.c.uid == article_uid)
            uid = queries.shown_revision_uid(connection, article_uid)
            text = queries.revision(connection, uid) if uid else None
            if article is None or text is None:
                raise UnknownArticle(article=article_uid)
            entries = entries_where(connection, ANNOTATIONS.c.revision_uid == text.uid, progress)
            lost = entries_where(connection, revising.lost_of(article_uid, text.uid))
        return AnnotatedArticle(
            article=article, revision=text, entries=tuple(entries), lost=tuple(lost)
        )

    def annotated_articles(
        self, article_uids: Iterable[str] | None = None, progress: Progress = unwatched
    ) -> Iterator[AnnotatedArticle]:
        """Yield articles with their entries, in the order given, or all by number.

        Articles in the trash come only when they are asked for by name. Each
        article is read for itself, so that a library of any size fits in memory.
        Raises UnknownArticle, and what `progress` raises, as in `annotated`.
        """
        if article_uids is None:
            article_uids = [one.article.uid for one in reversed(self.articles())]
        for uid in article_uids:
            yield self.annotated(uid, progress)

    def kept_texts(self, article_uid: str) -> Iterator[KeptText]:
        """Yield all texts of an article, the first import first, each read for itself."""
        for one in self.revisions(article_uid):
            with self._library.read() as connection:
                entries = entries_where(connection, ANNOTATIONS.c.revision_uid == one.uid)
            yield KeptText(
                revision=self.revision_by_uid(one.uid),
                source=self.source_bytes(one.uid),
                entries=tuple(entries),
            )

    def shared(self) -> Shared:
        """Return what all articles share, as exports need it."""
        shelves = self.shelves()
        return Shared(
            tags=self.tags(),
            subjects=tuple(self.subjects()),
            annotators=tuple(self.annotators()),
            scales=self.verdict_scales(),
            rules=self.desk_rules(),
            collections=shelves.collections,
            labels=shelves.labels,
            own_fields=tuple(self.own_fields()),
            templates=tuple(self.templates()),
        )

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

    # Search -------------------------------------------------------------------

    def search(self, query: LibraryQuery, most_in_one: int = MOST_IN_ONE) -> Search:
        """Begin a search of the library; of each article so many hits are told one by one."""
        return Search(self._library.read, query, most_in_one)

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

    def claim_lines(self, progress: Progress = unwatched) -> list[ClaimLine]:
        """Return a line for each claim of all articles; `progress` may raise."""
        with self._library.read() as connection:
            return claim_lines(connection, progress)

    def verdict_scales(self) -> tuple[VerdictScale, ...]:
        """Return the verdict scales with their steps, best first."""
        with self._library.read() as connection:
            return scales.verdict_scales(connection)

    def desk_rules(self) -> DeskRules:
        """Return how the desk works on claims."""
        with self._library.read() as connection:
            return scales.desk_rules(connection)

    def scale_uses(self) -> Mapping[tuple[str, str], int]:
        """Return how many rulings use each step of each scale, by scale and code."""
        with self._library.read() as connection:
            return scales.scale_uses(connection)

    def annotators(self) -> list[Annotator]:
        """Return those who annotate, by name."""
        with self._library.read() as connection:
            return queries.annotators_where(connection)

    def people(self) -> list[Annotator]:
        """Return those of them who can be named: see `people.py`."""
        with self._library.read() as connection:
            return people.people(connection)

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
