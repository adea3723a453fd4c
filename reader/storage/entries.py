"""Annotations together with what they point to: what a person looks at or exports."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from reader.model.annotation import Relation
from reader.model.claim import Appearance, Correction, Evidence, Review, Ruling, in_list_order
from reader.model.entry import Entry
from reader.model.fields import subject_uid_of
from reader.model.subject import Subject
from reader.progress import Progress, unwatched
from reader.storage.mapping import KINDS, builder, copier, table_of
from reader.storage.queries import (
    ANNOTATIONS,
    SUBJECTS,
    Condition,
    annotations_where,
    annotators_where,
    chunks,
    subjects_where,
)
from reader.storage.schema import RelationRow, RulingRow

_RULINGS = table_of(RulingRow)
_RELATIONS = table_of(RelationRow)
_BUILD = builder(
    Entry,
    (
        "annotation",
        "subject",
        "ruling",
        "evidence",
        "relations",
        "annotator",
        "reviewer",
        "rulings",
        "reviews",
        "appearances",
        "corrections",
        "names",
    ),
)

# What hangs on annotations, by their uid.
_Hanging = dict[str, list[Any]]


def entries_where(
    connection: Connection, condition: Condition, progress: Progress = unwatched
) -> list[Entry]:
    """Return the entries of annotations in reading order; what `progress` raises ends it."""
    annotations = annotations_where(connection, condition, progress)
    names: Mapping[str | None, str] = {one.uid: one.name for one in annotators_where(connection)}
    links = [subject_uid_of(one) for one in annotations]
    subjects = _subjects(connection, links)
    rulings = _hanging(connection, Ruling, _RULINGS.c.annotation_uid, "rated_at", condition)
    evidence = _listed(connection, Evidence, condition)
    reviews = _listed(connection, Review, condition)
    appearances = _listed(connection, Appearance, condition)
    corrections = _listed(connection, Correction, condition)
    going = _hanging(connection, Relation, _RELATIONS.c.from_uid, "created_at", condition)
    coming = _hanging(connection, Relation, _RELATIONS.c.to_uid, "created_at", condition)
    relations = {uid: _both_ways(going, coming, uid) for uid in going.keys() | coming.keys()}
    progress(len(annotations), 0)
    return [
        _BUILD(
            (
                one,
                subjects.get(link),
                rulings[one.uid][-1] if one.uid in rulings else None,
                in_list_order(evidence[one.uid]) if one.uid in evidence else (),
                relations.get(one.uid, ()),
                names.get(one.annotator_uid, ""),
                names.get(one.reviewed_by_uid, ""),
                tuple(rulings.get(one.uid, ())),
                tuple(reviews.get(one.uid, ())),
                in_list_order(appearances[one.uid]) if one.uid in appearances else (),
                in_list_order(corrections[one.uid]) if one.uid in corrections else (),
                names,
            )
        )
        for one, link in zip(annotations, links, strict=True)
    ]


def _subjects(connection: Connection, links: Sequence[str | None]) -> Mapping[str | None, Subject]:
    found: dict[str | None, Subject] = {}
    for part in chunks(sorted({link for link in links if link is not None})):
        found |= {one.uid: one for one in subjects_where(connection, SUBJECTS.c.uid.in_(part))}
    return found


def _both_ways(going: _Hanging, coming: _Hanging, uid: str) -> tuple[Relation, ...]:
    """Return the relations from and to an annotation; one to itself is told once."""
    return tuple(dict.fromkeys((*going.get(uid, ()), *coming.get(uid, ()))))


def _listed(connection: Connection, value: type, condition: Condition) -> _Hanging:
    table = KINDS[next(key for key, kind in KINDS.items() if kind.value is value)].table
    return _hanging(connection, value, table.c.annotation_uid, "created_at", condition)


def _hanging(
    connection: Connection, value: type, link: Any, moment: str, condition: Condition
) -> _Hanging:
    """Return what hangs on annotations by their uid, oldest first."""
    copy = copier(link.table, value)
    query = (
        select(*copy.columns)
        .join(ANNOTATIONS, ANNOTATIONS.c.uid == link)
        .where(condition)
        .order_by(link.table.c[moment], link.table.c.uid)
    )
    found: _Hanging = {}
    for row in connection.execute(query):
        one = copy.value(row)
        found.setdefault(getattr(one, link.key), []).append(one)
    return found
