"""Annotations together with what they point to: what a person looks at or exports."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from reader.model.annotation import Annotation, Relation
from reader.model.claim import Evidence, Ruling
from reader.model.entry import Entry
from reader.model.fields import subject_uid_of
from reader.model.subject import Subject
from reader.storage.mapping import copier, table_of
from reader.storage.queries import (
    ANNOTATIONS,
    SUBJECTS,
    Condition,
    annotations_where,
    annotators_where,
    chunks,
    subjects_where,
)
from reader.storage.schema import EvidenceRow, RelationRow, RulingRow

_RULINGS = table_of(RulingRow)
_EVIDENCE = table_of(EvidenceRow)
_RELATIONS = table_of(RelationRow)


def entries_where(connection: Connection, condition: Condition) -> list[Entry]:
    """Return the entries of annotations in reading order."""
    annotations = annotations_where(connection, condition)
    names = {one.uid: one.name for one in annotators_where(connection)}
    subjects = _subjects(connection, annotations)
    rulings = _hanging(connection, Ruling, _RULINGS.c.annotation_uid, "rated_at", condition)
    evidence = _hanging(connection, Evidence, _EVIDENCE.c.annotation_uid, "created_at", condition)
    going = _hanging(connection, Relation, _RELATIONS.c.from_uid, "created_at", condition)
    coming = _hanging(connection, Relation, _RELATIONS.c.to_uid, "created_at", condition)
    return [
        Entry(
            annotation=one,
            subject=subjects.get(subject_uid_of(one) or ""),
            ruling=rulings[one.uid][-1] if one.uid in rulings else None,
            evidence=tuple(evidence.get(one.uid, ())),
            relations=_both_ways(going.get(one.uid, ()), coming.get(one.uid, ())),
            annotator=names.get(one.annotator_uid, ""),
            reviewer=names.get(one.reviewed_by_uid or "", ""),
        )
        for one in annotations
    ]


def _subjects(connection: Connection, annotations: Sequence[Annotation]) -> dict[str, Subject]:
    uids = {subject_uid_of(one) for one in annotations} - {None}
    found: dict[str, Subject] = {}
    for part in chunks(sorted(uids, key=str)):
        found |= {one.uid: one for one in subjects_where(connection, SUBJECTS.c.uid.in_(part))}
    return found


def _both_ways(going: Sequence[Relation], coming: Sequence[Relation]) -> tuple[Relation, ...]:
    """Return the relations from and to an annotation; one to itself is told once."""
    return tuple(dict.fromkeys((*going, *coming)))


def _hanging(
    connection: Connection, value: type, link: Any, moment: str, condition: Condition
) -> dict[str, list[Any]]:
    """Return what hangs on annotations by their uid, oldest first."""
    copy = copier(link.table, value)
    query = (
        select(*copy.columns)
        .join(ANNOTATIONS, ANNOTATIONS.c.uid == link)
        .where(condition)
        .order_by(link.table.c[moment], link.table.c.uid)
    )
    found: dict[str, list[Any]] = {}
    for row in connection.execute(query):
        one = copy.value(row)
        found.setdefault(getattr(one, link.key), []).append(one)
    return found
