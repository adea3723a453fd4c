"""Reads: a connection in, values out, each list in as few statements as can be."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, func, or_, select, true

from reader.model.annotation import (
    FIELDS_OF_TAG,
    Annotation,
    Annotator,
    ClaimFields,
    Figure,
    TypedFields,
)
from reader.model.article import Article, Revision
from reader.model.change import HANGING, Record
from reader.model.claim import Ruling
from reader.model.subject import Subject, SubjectRole
from reader.model.tags import Tag
from reader.progress import Progress, unwatched
from reader.storage import codebook, scales
from reader.storage.mapping import KINDS, TABLE_OF_FIELDS, builder, copier, is_storable, table_of
from reader.storage.schema import (
    AnnotationRow,
    AnnotatorRow,
    ArticleRow,
    CollectedRow,
    FigureRow,
    LabelledRow,
    RevisionRow,
    RulingRow,
    SubjectNameRow,
    SubjectRoleRow,
    SubjectRow,
    TagRow,
)

ANNOTATIONS = table_of(AnnotationRow)
ANNOTATORS = table_of(AnnotatorRow)
ARTICLES = table_of(ArticleRow)
COLLECTED = table_of(CollectedRow)
FIGURES = table_of(FigureRow)
LABELLED = table_of(LabelledRow)
REVISIONS = table_of(RevisionRow)
SUBJECTS = table_of(SubjectRow)
SUBJECT_NAMES = table_of(SubjectNameRow)
SUBJECT_ROLES = table_of(SubjectRoleRow)

# A database takes so many parameters in one statement and no more; far below both limits.
_CHUNK = 1000

Condition = ColumnElement[bool]
_WITH_PARTS: Mapping[str, Callable[[Connection, Condition], Sequence[Record]]] = {
    "field": codebook.own_fields,
    "template": codebook.templates,
    "scale": scales.verdict_scales,
}

# What ties an article to the one of its texts that is shown.
SHOWN = and_(
    REVISIONS.c.article_uid == ARTICLES.c.uid, REVISIONS.c.number == ARTICLES.c.revision_number
)


def chunks(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield parts of a list, each short enough for one statement."""
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]


def rows_of(
    connection: Connection, query: Select[Any], progress: Progress = unwatched
) -> Iterator[Row[Any]]:
    """Yield the rows of a long list, some at a time, so that few live when Python collects.

    `progress` is told how many rows have come.
    """
    for at, part in enumerate(connection.execute(query).partitions(_CHUNK)):
        progress(at * _CHUNK, 0)
        yield from part


def article_where(connection: Connection, condition: Condition) -> Article | None:
    """Return the article that meets a condition, or None."""
    return next(iter(articles_where(connection, condition)), None)


def articles_where(connection: Connection, condition: Condition, *order: Any) -> list[Article]:
    """Return articles with where they are put; the trash too, unless the condition says no."""
    copy = copier(ARTICLES, Article)
    placed = select(COLLECTED.c.article_uid, COLLECTED.c.collection_uid).join(ARTICLES)
    borne = select(LABELLED.c.article_uid, LABELLED.c.label_uid).join(ARTICLES)
    places = {row[0]: row[1] for row in connection.execute(placed.where(condition))}
    labels: dict[str, tuple[str, ...]] = {}
    in_turn = borne.where(condition).order_by(LABELLED.c.position)
    for uid, label in connection.execute(in_turn):
        labels[uid] = (*labels.get(uid, ()), label)
    rows = connection.execute(select(*copy.columns).where(condition).order_by(*order))
    return [
        copy.value(row, collection_uid=places.get(row.uid), label_uids=labels.get(row.uid, ()))
        for row in rows
    ]


def shown_revision_uid(connection: Connection, article_uid: str) -> str | None:
    """Return the uid of the text of an article that is shown, or None."""
    query = select(REVISIONS.c.uid).join(ARTICLES, SHOWN).where(ARTICLES.c.uid == article_uid)
    return connection.scalar(query)


def revision(connection: Connection, uid: str) -> Revision | None:
    """Return a text of an article, or None."""
    copy = copier(REVISIONS, Revision)
    row = connection.execute(select(*copy.columns).where(REVISIONS.c.uid == uid)).first()
    return copy.value(row) if row else None


def annotations_where(
    connection: Connection, condition: Condition, progress: Progress = unwatched
) -> list[Annotation]:
    """Return annotations in reading order: by start, the longer first, then by uid.

    `progress` is told how many annotations have come, of an unknown number; it may raise.
    """
    copy = copier(ANNOTATIONS, Annotation)
    fields = _typed_fields(connection, condition, progress)
    own = codebook.own_values(connection, condition)
    order = (ANNOTATIONS.c.start_cp, ANNOTATIONS.c.end_cp.desc(), ANNOTATIONS.c.uid)
    query = select(*copy.columns).where(condition).order_by(*order)
    build, uid = builder(Annotation, (*copy.names, "fields", "own")), copy.names.index("uid")
    rows = rows_of(connection, query, progress)
    return [build((*row, fields.get(row[uid]), own.get(row[uid], ()))) for row in rows]


def annotations_near(
    connection: Connection, revision_uid: str, span: tuple[int, int], most: int
) -> list[Annotation]:
    """Return annotations of a text that begin in a span, in code points, the first `most`."""
    here = and_(ANNOTATIONS.c.revision_uid == revision_uid, ANNOTATIONS.c.start_cp.between(*span))
    # Asked anew by each statement: of those that begin at one place it has to be the same ones.
    order = (ANNOTATIONS.c.start_cp, ANNOTATIONS.c.uid)
    first = select(ANNOTATIONS.c.uid).where(here).order_by(*order).limit(most)
    return annotations_where(connection, ANNOTATIONS.c.uid.in_(first))


def rulings_on(connection: Connection, revision_uid: str) -> list[Ruling]:
    """Return the rulings on a text's annotations, in no order."""
    table = table_of(RulingRow)
    copy = copier(table, Ruling)
    query = (
        select(*copy.columns).join(ANNOTATIONS).where(ANNOTATIONS.c.revision_uid == revision_uid)
    )
    return [copy.value(row) for row in rows_of(connection, query)]


def extent(connection: Connection, article_uid: str) -> tuple[int, int]:
    """Return the length of the text that is shown, in code points, and its annotations' number.

    Zeros where there is no such article.
    """
    count = select(func.count()).where(ANNOTATIONS.c.revision_uid == REVISIONS.c.uid)
    query = (
        select(REVISIONS.c.length_cp, count.scalar_subquery())
        .join(ARTICLES, SHOWN)
        .where(ARTICLES.c.uid == article_uid)
    )
    row = connection.execute(query).first()
    return (row[0], row[1]) if row else (0, 0)


def _typed_fields(
    connection: Connection, condition: Condition, progress: Progress
) -> Mapping[str, TypedFields]:
    """Return typed fields by the annotation's uid; each table is read for itself, not joined.

    Most annotations have most fields empty, so equal rows share one value.
    """

    def go_on(_done: int, _total: int) -> None:
        progress(0, 0)  # it may raise; what counts are the annotations

    found: dict[str, TypedFields] = {}
    for tag, kind in FIELDS_OF_TAG.items():
        fields_kind: type = kind
        table = TABLE_OF_FIELDS[fields_kind]
        copy = copier(table, fields_kind)
        figures = _figures(connection, condition) if fields_kind is ClaimFields else {}
        # With the tag, the database need not look for a row that cannot be there.
        of_tag = and_(condition, ANNOTATIONS.c.tag == tag)
        query = select(table.c.annotation_uid, *copy.columns).join(ANNOTATIONS).where(of_tag)
        built: dict[tuple[Any, ...], TypedFields] = {}
        for row in rows_of(connection, query, go_on):
            fields = row[1:]
            if fields not in built:
                built[fields] = copy.value(fields)
            found[row[0]] = built[fields]
        for uid, numbers in figures.items():
            found[uid] = replace(found[uid], numbers=numbers)
    return found


def _figures(connection: Connection, condition: Condition) -> dict[str, Any]:
    """Return the numbers that claims name, by the annotation's uid, in their order."""
    copy = copier(FIGURES, Figure)
    query = select(*copy.columns, FIGURES.c.annotation_uid).join(ANNOTATIONS).where(condition)
    found: dict[str, tuple[Figure, ...]] = {}
    for row in connection.execute(query.order_by(FIGURES.c.position)):
        found[row.annotation_uid] = (*found.get(row.annotation_uid, ()), copy.value(row))
    return found


def subjects_where(connection: Connection, condition: Condition | None = None) -> list[Subject]:
    """Return subjects with all their names and roles, by name."""
    copy = copier(SUBJECTS, Subject)
    spellings = select(SUBJECT_NAMES.c.subject_uid, SUBJECT_NAMES.c.name).join(SUBJECTS)
    query = select(*copy.columns).order_by(SUBJECTS.c.name, SUBJECTS.c.uid)
    role = copier(SUBJECT_ROLES, SubjectRole)
    offices = select(*role.columns, SUBJECT_ROLES.c.subject_uid).join(SUBJECTS)
    if condition is not None:
        spellings, query = spellings.where(condition), query.where(condition)
        offices = offices.where(condition)
    names: dict[str, list[str]] = {}
    for uid, name in connection.execute(spellings.order_by(SUBJECT_NAMES.c.position)):
        names.setdefault(uid, []).append(name)
    roles: dict[str, list[SubjectRole]] = {}
    for row in connection.execute(offices.order_by(SUBJECT_ROLES.c.position)):
        roles.setdefault(row.subject_uid, []).append(role.value(row))
    return [
        copy.value(
            row,
            other_names=tuple(names.get(row.uid, ())),
            roles=tuple(roles.get(row.uid, ())),
        )
        for row in connection.execute(query)
    ]


def records(connection: Connection, kind: str, uids: Iterable[str]) -> dict[str, Record]:
    """Return the records of a kind by uid, those that are there."""
    known_by = KINDS[kind].uid
    found: dict[str, Record] = {}
    for part in chunks([uid for uid in uids if is_storable(uid)]):
        condition = known_by == part[0] if len(part) == 1 else known_by.in_(part)
        found |= {one.uid: one for one in _records_where(connection, kind, condition)}
    return found


def _records_where(connection: Connection, kind: str, condition: Condition) -> Sequence[Record]:
    if kind == "annotation":
        return annotations_where(connection, condition)
    if kind == "subject":
        return subjects_where(connection, condition)
    if kind == "article":
        return articles_where(connection, condition)
    if kind in _WITH_PARTS:
        return _WITH_PARTS[kind](connection, condition)
    return values_where(connection, KINDS[kind].table, KINDS[kind].value, condition)


def values_where(
    connection: Connection, table: Table, value: type, condition: Condition, *order: Any
) -> list[Any]:
    """Return the values of a table that needs no other table."""
    copy = copier(table, value)
    rows = connection.execute(select(*copy.columns).where(condition).order_by(*order))
    return [copy.value(row) for row in rows]


def dependents(connection: Connection, uids: Sequence[str]) -> list[Record]:
    """Return what hangs on annotations, in an order in which it can be deleted."""
    found: dict[str, Record] = {}
    for part in chunks(uids):
        for key in HANGING:
            columns = KINDS[key].table.c
            links = ("from_uid", "to_uid") if key == "relation" else ("annotation_uid",)
            condition = or_(*(columns[link].in_(part) for link in links))
            for one in _records_where(connection, key, condition):
                found.setdefault(one.uid, one)
    return list(found.values())


def annotators_where(connection: Connection, *conditions: Condition) -> list[Annotator]:
    """Return those who annotate, by name."""
    copy = copier(ANNOTATORS, Annotator)
    order = (ANNOTATORS.c.name, ANNOTATORS.c.login, ANNOTATORS.c.uid)
    rows = connection.execute(select(*copy.columns).where(*conditions).order_by(*order))
    return [copy.value(row) for row in rows]


def tags(connection: Connection) -> tuple[Tag, ...]:
    """Return the kinds of annotation, in the order of menus."""
    table = table_of(TagRow)
    return tuple(values_where(connection, table, Tag, true(), table.c.position, table.c.key))
