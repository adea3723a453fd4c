"""What is found, page by page: candidates read and looked through until there is enough."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from reader.frozen import dataclass
from reader.model.annotation import Annotation, ClaimFields, QuoteFields
from reader.model.article import Article
from reader.model.fields import subject_uid_of
from reader.model.found import MOST_IN_ONE, FoundArticle, FoundPage, FoundSubject, Hit
from reader.model.searched import TEXT, searched_texts
from reader.model.subject import Subject
from reader.storage.queries import SUBJECTS, subjects_where
from reader.storage.search.candidates import candidates, tag_keys
from reader.storage.search.loading import (
    ARTICLES_AT_ONCE,
    Noted,
    annotations_of,
    known_articles,
    noted,
    notes_of,
    subjects_of,
    text_of,
)
from reader.storage.search.own_values import holding
from reader.text.finding import Place, holds, holds_value, merged, places_of, snippet
from reader.text.seeking import Condition, LibraryQuery

BEFORE_CP = 60
AFTER_CP = 140
_MOST_SUBJECTS = 20

Read = Callable[[], AbstractContextManager[Connection]]
_Waiting = tuple[int, tuple[str, ...] | None]


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class _Content:
    """What a field holds, and where that begins in the article's text if it is a part of it."""

    field: str
    text: str
    annotation: Annotation | None = None
    from_cp: int = 0


class Search:
    """A search under way; any thread may read on, one at a time.

    Attributes:
        query: what is sought.
        candidates: how many articles the index names, once something was read; those that
            hold what is sought are among them.

    """

    def __init__(self, read: Read, query: LibraryQuery, most_in_one: int = MOST_IN_ONE) -> None:
        self.query = query
        self.candidates = 0
        self._read = read
        self._most = most_in_one
        self._has_begun = query.is_empty
        # With each article those of its annotations that are asked for; None for all of it.
        self._articles: list[_Waiting] = []
        self._subjects: list[str] = []
        self._unwanted_tags: set[str] = set()
        self._at = 0

    @property
    def is_over(self) -> bool:
        """Tell whether there is nothing more to read."""
        return self._has_begun and self._at >= len(self._articles) and not self._subjects

    def _begin(self, connection: Connection) -> None:
        """Ask the index."""
        self._has_begun = True
        waiting = candidates(connection, self.query)
        self._articles += [(number, None) for number in waiting.articles]
        self._articles += [(number, tuple(uids)) for number, uids in waiting.annotations]
        self._subjects = list(waiting.subjects[:_MOST_SUBJECTS])
        self.candidates = len(self._articles)
        for one in self.query.of("tag"):
            if one.negated:
                self._unwanted_tags.update(tag_keys(connection, one.value))

    def read_on(self, least: int, should_stop: Callable[[], bool] = _never) -> FoundPage:
        """Return what comes next, at least so many hits unless there are no more.

        Asked between articles, `should_stop` ends the reading early.
        """
        found: list[FoundArticle] = []
        with self._read() as connection:
            if not self._has_begun:
                self._begin(connection)
            subjects = self._found_subjects(connection)
            count = sum(len(one.hits) for one in subjects)
            while self._at < len(self._articles) and count < least and not should_stop():
                batch = self._articles[self._at : self._at + ARTICLES_AT_ONCE]
                for article in self._looked_through(connection, batch):
                    self._at += 1
                    if article is not None:
                        found.append(article)
                        count += len(article.hits)
                    if count >= least or should_stop():
                        break
        return FoundPage(subjects=tuple(subjects), articles=tuple(found))

    def _found_subjects(self, connection: Connection) -> list[FoundSubject]:
        uids, self._subjects = self._subjects, []
        if not uids:
            return []
        found = []
        for subject in subjects_where(connection, SUBJECTS.c.uid.in_(uids)):
            contents = [_Content(field.key, text) for field, text in searched_texts(subject)]
            hits, _ = self._hits(contents)
            if hits:
                found.append(FoundSubject(subject=subject, hits=tuple(hits)))
        return found

    def _looked_through(
        self, connection: Connection, batch: Sequence[_Waiting]
    ) -> Iterator[FoundArticle | None]:
        """Yield for each article what was found in it, or None."""
        known = known_articles(connection, [number for number, _ in batch])
        notes = {} if self.query.chooses_annotations else notes_of(connection, known)
        for number, uids in batch:
            if number not in known:
                yield None
                continue
            article, revision_uid = known[number].article, known[number].revision_uid
            if any(not self._is_published_so(article, one) for one in self.query.of("publisher")):
                yield None
            elif uids is None:
                text = text_of(connection, known[number])
                contents = _contents(article, text, notes.get(number, ()))
                yield self._found_in(article, revision_uid, contents)
            else:
                yield self._found_annotations(connection, article, revision_uid, uids)

    def _found_in(
        self, article: Article, revision_uid: str, contents: Sequence[_Content]
    ) -> FoundArticle | None:
        hits, count = self._hits(contents)
        if not count:
            return None
        return FoundArticle(
            article=article, revision_uid=revision_uid, hits=tuple(hits), count=count
        )

    def _found_annotations(
        self, connection: Connection, article: Article, revision_uid: str, uids: Sequence[str]
    ) -> FoundArticle | None:
        """Return the hits in annotations of one article, each annotation looked at by itself."""
        hits: list[Hit] = []
        count = 0
        annotations = holding(connection, self.query, annotations_of(connection, uids))
        names = self.query.of("speaker") or self.query.of("name")
        subjects = subjects_of(connection, annotations) if names else {}
        meant = [
            one
            for one in annotations
            if self._is_meant(one, subjects.get(subject_uid_of(one) or ""))
        ]
        for one in noted(connection, meant) if self.query.sought else map(Noted, meant):
            found, number = self._hits(_said(one))
            hits += found[: self._most - len(hits)]
            count += number
        if not count:
            return None
        return FoundArticle(
            article=article, revision_uid=revision_uid, hits=tuple(hits), count=count
        )

    def _is_meant(self, annotation: Annotation, subject: Subject | None) -> bool:
        """Tell whether an annotation is what the operators ask for."""
        if annotation.tag in self._unwanted_tags:
            return False
        for key in ("speaker", "name"):
            asked = self.query.of(key)
            wanted = [one for one in asked if not one.negated]
            unwanted = [one for one in asked if one.negated]
            if wanted and not any(_is_by(annotation, subject, one) for one in wanted):
                return False
            if any(_is_by(annotation, subject, one) for one in unwanted):
                return False
        return True

    def _is_published_so(self, article: Article, condition: Condition) -> bool:
        """Tell whether an article meets what is asked of its publisher; one of several does."""
        if condition.negated:
            return not holds_value(condition.value, article.publisher)
        wanted = [one for one in self.query.of("publisher") if not one.negated]
        return any(holds_value(one.value, article.publisher) for one in wanted)

    def _hits(self, contents: Sequence[_Content]) -> tuple[list[Hit], int]:
        """Return the first hits in what belongs together, and how many there are.

        There are none where something that has to be there is nowhere.
        """
        query = self.query
        if any(holds(one, query, field.text) for one in query.unwanted for field in contents):
            return [], 0
        if not query.wanted:
            return [_beginning(contents[0])], 1
        found: list[list[list[Place]]] = []
        for sought in query.wanted:
            places = [places_of(sought, query, field.text) for field in contents]
            if not any(places):
                return [], 0
            found.append(places)
        hits: list[Hit] = []
        count = 0
        for number, content in enumerate(contents):
            kept = merged([places[number] for places in found])
            hits += [_hit(content, place) for place in kept[: self._most - len(hits)]]
            count += len(kept)
        return hits, count


def _hit(content: _Content, place: Place) -> Hit:
    around = snippet(content.text, place.start_cp, place.end_cp, BEFORE_CP, AFTER_CP)
    return Hit(
        field=content.field,
        start_cp=place.start_cp + content.from_cp,
        end_cp=place.end_cp + content.from_cp,
        words=around.words,
        before=around.before,
        after=around.after,
        exact=place.exact,
        annotation=content.annotation,
    )


def _beginning(content: _Content) -> Hit:
    """Return the hit of a query without words: an annotation whole, or how an article begins."""
    end = len(content.text) if content.annotation is not None else 0
    around = snippet(content.text, 0, end, 0, AFTER_CP)
    return Hit(
        field=content.field,
        start_cp=content.from_cp,
        end_cp=content.from_cp + end,
        words=around.words,
        before="",
        after=around.after,
        exact=True,
        annotation=content.annotation,
    )


def _contents(article: Article, text: str, notes: Sequence[Noted]) -> list[_Content]:
    """Return all that an article is searched in; a title that the text begins with is there."""
    found = [_Content(TEXT, text)]
    for field, words_of in searched_texts(article):
        if field.key != "title" or not text.lstrip().startswith(words_of):
            found.append(_Content(field.key, words_of))
    for one in notes:
        found += _noted_of(one)
    return found


def _said(one: Noted) -> list[_Content]:
    """Return all that an annotation is searched in: its words first."""
    annotation = one.annotation
    return [_Content(TEXT, annotation.exact, annotation, annotation.start_cp), *_noted_of(one)]


def _noted_of(one: Noted) -> Iterator[_Content]:
    """Yield what is said of an annotation: of a claim, also what it was found to be and why."""
    for record in (one.annotation, *one.checked):
        for field, words_of in searched_texts(record):
            yield _Content(field.key, words_of, one.annotation)


def _is_by(annotation: Annotation, subject: Subject | None, condition: Condition) -> bool:
    """Tell whether an annotation bears a name: as printed, or by the subject it points to."""
    fields = annotation.fields
    names: list[str] = []
    if isinstance(fields, QuoteFields):
        names.append(fields.speaker)
    elif isinstance(fields, ClaimFields):
        names.append(fields.claimant)
    elif condition.operator.key == "speaker":
        return False
    if subject is not None:
        names += (subject.name, subject.latin_name, *subject.other_names)
    return holds_value(condition.value, *names)
