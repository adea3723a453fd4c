"""What a record keeps in other tables than its own: written with it, gone with it."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert

from reader.model.annotation import Annotation, ClaimFields, Figure
from reader.model.article import Article
from reader.model.change import Edit, Record
from reader.model.claim import VerdictScale
from reader.model.codebook import OwnField, Template
from reader.model.subject import Subject
from reader.storage.article_keys import ARTICLE_KEYS, keyed_by, keys_of
from reader.storage.codebook import OWN_CHOICES, OWN_VALUES, TEMPLATE_VALUES
from reader.storage.mapping import fields_table, row_of
from reader.storage.queries import COLLECTED, FIGURES, LABELLED, SUBJECT_NAMES, SUBJECT_ROLES
from reader.storage.scales import LABELS, step_rows

# What one record keeps in each table that is not its own: the rows there, made when asked.
_Parts = dict[Table, tuple[object, Callable[[], list[dict[str, Any]]]]]


def write_parts(connection: Connection, edits: Iterable[Edit]) -> None:
    """Bring what records keep elsewhere from what it was to what it is."""
    gone: dict[Table, list[str]] = {}
    rows: dict[Table, list[dict[str, Any]]] = {}
    for one in edits:
        before, after = _parts_of(one.before), _parts_of(one.after)
        for table in {**before, **after}:
            held, wanted = before.get(table, _NOTHING), after.get(table, _NOTHING)
            if held[0] == wanted[0]:
                continue
            if held is not _NOTHING:
                gone.setdefault(table, []).append(one.uid)
            rows.setdefault(table, []).extend(wanted[1]())
    for table, some in gone.items():
        # The first column of each of them names the record.
        statement = delete(table).where(table.c[0] == bindparam("gone"))
        connection.execute(statement, [{"gone": uid} for uid in some])
    for table, new in rows.items():
        if new:
            connection.execute(insert(table), new)


def _no_rows() -> list[dict[str, Any]]:
    return []


_NOTHING: tuple[object, Callable[[], list[dict[str, Any]]]] = (None, _no_rows)


def _parts_of(record: Record | None) -> _Parts:
    """Return what a record keeps in other tables: what is compared, and what makes the rows."""
    if isinstance(record, Annotation):
        return _of_annotation(record)
    if isinstance(record, Subject):
        return {
            SUBJECT_NAMES: (record.other_names, partial(_names, record)),
            SUBJECT_ROLES: (record.roles, partial(_roles, record)),
        }
    if isinstance(record, Article):
        return {
            COLLECTED: (record.collection_uid, partial(_place, record)),
            LABELLED: (record.label_uids, partial(_labels, record)),
            ARTICLE_KEYS: (keyed_by(record), partial(_keys, record)),
        }
    return _of_desk(record)


def _of_desk(record: Record | None) -> _Parts:
    if isinstance(record, OwnField):
        return {OWN_CHOICES: (record.choices, partial(_choices, record))}
    if isinstance(record, Template):
        return {TEMPLATE_VALUES: (record.values, partial(_template_values, record))}
    if isinstance(record, VerdictScale):
        return {LABELS: (record.labels, partial(step_rows, record))}
    return {}


def _of_annotation(one: Annotation) -> _Parts:
    found: _Parts = {}
    table = fields_table(one)
    if table is not None:
        found[table] = (one.fields, partial(_fields, table, one))
    if isinstance(one.fields, ClaimFields) and one.fields.numbers:
        found[FIGURES] = (one.fields.numbers, partial(_figures, one.uid, one.fields.numbers))
    if one.own:
        found[OWN_VALUES] = (one.own, partial(_own_values, one))
    return found


def _own_values(one: Annotation) -> list[dict[str, Any]]:
    return [row_of(OWN_VALUES, value, annotation_uid=one.uid) for value in one.own]


def _figures(uid: str, figures: Iterable[Figure]) -> list[dict[str, Any]]:
    return [
        row_of(FIGURES, one, annotation_uid=uid, position=position)
        for position, one in enumerate(figures)
    ]


def _choices(one: OwnField) -> list[dict[str, Any]]:
    return [
        row_of(OWN_CHOICES, choice, field_uid=one.uid, position=position)
        for position, choice in enumerate(one.choices)
    ]


def _template_values(one: Template) -> list[dict[str, Any]]:
    return [
        row_of(TEMPLATE_VALUES, value, template_uid=one.uid, position=position)
        for position, value in enumerate(one.values)
    ]


def _fields(table: Table, one: Annotation) -> list[dict[str, Any]]:
    return [row_of(table, one.fields, annotation_uid=one.uid)]


def _names(one: Subject) -> list[dict[str, Any]]:
    return [
        {"subject_uid": one.uid, "position": position, "name": name}
        for position, name in enumerate(one.other_names)
    ]


def _roles(one: Subject) -> list[dict[str, Any]]:
    return [
        row_of(SUBJECT_ROLES, role, subject_uid=one.uid, position=position)
        for position, role in enumerate(one.roles)
    ]


def _place(one: Article) -> list[dict[str, Any]]:
    if one.collection_uid is None:
        return []
    return [{"article_uid": one.uid, "collection_uid": one.collection_uid}]


def _labels(one: Article) -> list[dict[str, Any]]:
    return [
        {"article_uid": one.uid, "label_uid": label, "position": position}
        for position, label in enumerate(one.label_uids)
    ]


def _keys(one: Article) -> list[dict[str, Any]]:
    return [row_of(ARTICLE_KEYS, keys_of(one))]
