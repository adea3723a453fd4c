"""Which articles, annotations and subjects may hold what is sought, asked of the index.

All that hold it are among them; whether one does is for `text.finding` to say.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    false,
    not_,
    or_,
    select,
    true,
)

from reader.frozen import dataclass
from reader.model.annotation import ClaimFields, EntityFields, QuoteFields
from reader.storage.mapping import KINDS, TABLE_OF_FIELDS
from reader.storage.queries import ANNOTATIONS, ARTICLES, REVISIONS, tags
from reader.storage.search.index import DOCUMENTS, Word, looked_up, numbers_with
from reader.storage.search.own_values import may_hold
from reader.storage.search.statements import articles_with, documents, records_with
from reader.text.folding import fold
from reader.text.seeking import Condition, LibraryQuery, Sought
from reader.text.terms import LONGEST_TERM_CP, spelling, words

# More words narrow the choice no further, and a statement has its limits.
MOST_NARROWING = 16
_AFTER_ALL = "~"  # stands behind every digit, hyphen and colon of a date

_QUOTES, _ENTITIES, _CLAIMS = (
    TABLE_OF_FIELDS[one] for one in (QuoteFields, EntityFields, ClaimFields)
)
_SPEAKERS = (_QUOTES.c.speaker_uid, _CLAIMS.c.claimant_uid)
_NAMED = (*_SPEAKERS, _ENTITIES.c.subject_uid)
_ON_CLAIMS = tuple((kind, KINDS[kind].table) for kind in ("ruling", "evidence"))
_Clause = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Candidates:
    """What may hold what is sought.

    `articles` and `annotations` (by the number of their article) stand in the
    order in which they are shown: those that are spelt as typed first, then the
    newest.
    """

    articles: Sequence[int] = ()
    annotations: Sequence[tuple[int, Sequence[str]]] = ()
    subjects: Sequence[str] = ()


def candidates(connection: Connection, query: LibraryQuery) -> Candidates:
    """Return what may hold what is sought; nothing for a query that asks for nothing."""
    if query.is_empty:
        return Candidates()
    asked = _Asked(connection, query)
    if query.chooses_annotations:
        return Candidates(annotations=asked.annotations())
    return asked.records() if query.wanted and not query.conditions else asked.articles()


class _Asked:
    """A query on its way to becoming statements."""

    def __init__(self, connection: Connection, query: LibraryQuery) -> None:
        self._connection = connection
        self._query = query
        self._dialect = connection.dialect.name
        self._collation = "BINARY" if self._dialect == "sqlite" else "C"
        longest = sorted(query.wanted, key=_length, reverse=True)
        self._words = [word for one in longest for word in self._words_of(one)][:MOST_NARROWING]
        self._spelt = [word for one in longest for word in _spelt_of(one, query)][:MOST_NARROWING]

    def articles(self) -> Candidates:
        """Return articles alone."""
        unwanted = self._unwanted_words()
        statement = articles_with(self._dialect, len(self._words), len(self._spelt), len(unwanted))
        if self._query.conditions:
            statement = statement.where(*self._of_articles())
        rows = self._connection.execute(statement, self._bound(unwanted)).all()
        return Candidates(articles=_ranked(rows))

    def records(self) -> Candidates:
        """Return articles and subjects."""
        unwanted = self._unwanted_words()
        statement = records_with(
            self._connection.dialect, len(self._words), len(self._spelt), len(unwanted)
        )
        rows = statement.rows(self._connection, self._bound(unwanted))
        subjects = sorted(subject for _, _, subject in rows if subject is not None)
        return Candidates(_ranked(row for row in rows if row[0] is not None), subjects=subjects)

    def annotations(self) -> list[tuple[int, list[str]]]:
        """Return the uids of annotations by the numbers of their articles."""
        spelt = and_(true(), *(self._in_annotation(word) for word in self._spelt))
        found = self._connection.execute(
            select(ANNOTATIONS.c.uid, ARTICLES.c.id, spelt.label("spelt"))
            .join(REVISIONS, REVISIONS.c.uid == ANNOTATIONS.c.revision_uid)
            .join(ARTICLES, ARTICLES.c.uid == REVISIONS.c.article_uid)
            .where(
                ARTICLES.c.deleted_at.is_(None),
                REVISIONS.c.uid.in_(documents("text", "record_uid")),
                *(self._in_annotation(word) for word in self._words),
                *self._of_annotations(),
                *may_hold(self._query),
                *self._of_articles(),
            )
            .order_by(ANNOTATIONS.c.start_cp, ANNOTATIONS.c.end_cp.desc(), ANNOTATIONS.c.uid)
        ).all()
        uids: dict[int, list[str]] = {}
        for row in found:
            uids.setdefault(row.id, []).append(row.uid)
        exact = {row.id for row in found if row.spelt}
        return sorted(uids.items(), key=lambda item: (item[0] not in exact, -item[0]))

    def _bound(self, unwanted: Sequence[Word]) -> dict[str, str]:
        """Return what the parameters of a statement are bound to."""
        named = (("wanted", self._words), ("spelt", self._spelt), ("unwanted", unwanted))
        return {
            f"{name}_{number}": looked_up(self._dialect, word)
            for name, sought in named
            for number, word in enumerate(sought)
        }

    def _numbers(self, word: Word) -> Select[Any]:
        return numbers_with(self._dialect, looked_up(self._dialect, word))

    def _words_of(self, sought: Sought) -> list[Word]:
        last = len(sought.words) - 1
        return [
            Word(
                one,
                open=number == last and self._query.ends_open(sought),
                behind=number == 0 and self._query.particles,
            )
            for number, one in enumerate(sought.words)
        ]

    def _unwanted_words(self) -> list[Word]:
        """Return what the index alone can exclude: words, not phrases, that it does not cut."""
        single = [one for one in self._query.unwanted if len(one.words) == 1]
        found = [word for one in single for word in self._words_of(one)]
        return [one for one in found if _is_sure(one)][:MOST_NARROWING]

    def _in_annotation(self, word: Word) -> _Clause:
        """Return the condition that an annotation, its checks or its text hold a word."""
        numbers = self._numbers(word)
        said = documents("annotation", "record_uid").where(DOCUMENTS.c.id.in_(numbers))
        text = documents("text", "record_uid").where(DOCUMENTS.c.id.in_(numbers))
        checked = (
            ANNOTATIONS.c.uid.in_(
                select(table.c.annotation_uid).where(
                    table.c.uid.in_(
                        documents(kind, "record_uid").where(DOCUMENTS.c.id.in_(numbers))
                    )
                )
            )
            for kind, table in _ON_CLAIMS
        )
        return or_(ANNOTATIONS.c.uid.in_(said), ANNOTATIONS.c.revision_uid.in_(text), *checked)

    def _subjects_with(self, sought: Iterable[Word]) -> Select[Any]:
        held = (
            DOCUMENTS.c.record_uid.in_(
                documents("subject", "record_uid").where(DOCUMENTS.c.id.in_(self._numbers(word)))
            )
            for word in sought
        )
        return documents("subject", "record_uid").where(DOCUMENTS.c.part == 0, *held)

    def _of_articles(self) -> list[_Clause]:
        """Return what has to hold of an article, whatever it says."""
        clauses: list[_Clause] = []
        publishers = [self._published_by(one) for one in self._wanted("publisher")]
        if publishers:
            clauses.append(or_(*publishers))
        for one in (*self._query.of("before"), *self._query.of("after")):
            held = self._dated(one)
            clauses += [ARTICLES.c.published != "", not_(held) if one.negated else held]
        return clauses

    def _of_annotations(self) -> list[_Clause]:
        """Return what has to hold of an annotation, whatever it says."""
        clauses: list[_Clause] = []
        wanted = self._wanted("tag")
        if wanted:
            keys = {key for one in wanted for key in tag_keys(self._connection, one.value)}
            clauses.append(ANNOTATIONS.c.tag.in_(sorted(keys)) if keys else false())
        for key, links in (("speaker", _SPEAKERS), ("name", _NAMED)):
            people = [self._points_to(one, links) for one in self._wanted(key)]
            if people:
                clauses.append(or_(*people))
        return clauses

    def _wanted(self, key: str) -> list[Condition]:
        return [one for one in self._query.of(key) if not one.negated]

    def _published_by(self, condition: Condition) -> _Clause:
        held = (
            ARTICLES.c.id.in_(
                documents("head", "article_id").where(DOCUMENTS.c.id.in_(self._numbers(word)))
            )
            for word in _value_words(condition)
        )
        return and_(*held)

    def _dated(self, condition: Condition) -> _Clause:
        """Return the condition on a date; one that is less precise may lie on either side."""
        published = ARTICLES.c.published.collate(self._collation)
        date = condition.value
        if condition.operator.key == "before":
            return published < date
        vaguer = [date[:length] for length in (4, 7) if length < len(date)]
        return or_(published > date + _AFTER_ALL, ARTICLES.c.published.in_(vaguer))

    def _points_to(self, condition: Condition, links: Sequence[Any]) -> _Clause:
        sought = _value_words(condition)
        subjects = self._subjects_with(sought)
        linked = (
            ANNOTATIONS.c.uid.in_(select(link.table.c.annotation_uid).where(link.in_(subjects)))
            for link in links
        )
        printed = (
            ANNOTATIONS.c.uid.in_(
                documents("annotation", "record_uid").where(DOCUMENTS.c.id.in_(self._numbers(word)))
            )
            for word in sought
        )
        return or_(and_(*printed), *linked)


def tag_keys(connection: Connection, value: str) -> list[str]:
    """Return the keys of the tags that go by a folded name, in either language."""
    found = []
    for tag in tags(connection):
        names = (tag.key, tag.label.en, tag.label.ar)
        if any(" ".join(words(fold(name))) == value for name in names):
            found.append(tag.key)
    return found


def _value_words(condition: Condition) -> list[Word]:
    return [Word(one) for one in condition.value.split(" ")][:MOST_NARROWING]


def _spelt_of(sought: Sought, query: LibraryQuery) -> list[Word]:
    """Return the words as they are typed; none where folding makes other words of them."""
    typed = [spelling(one) for one in words(sought.typed)]
    if len(typed) != len(sought.words):
        return [Word(one) for one in sought.words]
    last = len(typed) - 1
    return [
        Word(folded, open=number == last and query.ends_open(sought), spelt=spelt)
        for number, (folded, spelt) in enumerate(zip(sought.words, typed, strict=True))
    ]


def _is_sure(word: Word) -> bool:
    return len(word.folded) < LONGEST_TERM_CP


def _length(sought: Sought) -> int:
    return sum(map(len, sought.words))


def _ranked(rows: Iterable[Any]) -> list[int]:
    return [row[0] for row in sorted(rows, key=_rank)]


def _rank(row: Any) -> tuple[bool, int]:
    number, is_spelt, *_ = row
    return not is_spelt, -number
