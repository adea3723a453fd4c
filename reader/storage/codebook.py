"""Reads of what a desk adds to the tags: free fields, what annotations hold in them, templates."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from reader.model.annotation import OwnValue, Relation
from reader.model.codebook import OwnField, Template, TemplateValue, in_own_order
from reader.model.vocabulary import Choice
from reader.storage.mapping import copier, table_of
from reader.storage.schema import (
    AnnotationRow,
    OwnChoiceRow,
    OwnFieldRow,
    OwnValueRow,
    RelationRow,
    TemplateRow,
    TemplateValueRow,
)

OWN_FIELDS = table_of(OwnFieldRow)
OWN_CHOICES = table_of(OwnChoiceRow)
OWN_VALUES = table_of(OwnValueRow)
TEMPLATES = table_of(TemplateRow)
TEMPLATE_VALUES = table_of(TemplateValueRow)
_ANNOTATIONS = table_of(AnnotationRow)

Condition = ColumnElement[bool]


def own_fields(connection: Connection, condition: Condition | None = None) -> list[OwnField]:
    """Return free fields with their choices, tag by tag, in the order of each tag."""
    wanted = true() if condition is None else condition
    choice = copier(OWN_CHOICES, Choice)
    query = select(*choice.columns, OWN_CHOICES.c.field_uid).join(OWN_FIELDS).where(wanted)
    choices: dict[str, list[Choice]] = {}
    for row in connection.execute(query.order_by(OWN_CHOICES.c.position)):
        choices.setdefault(row.field_uid, []).append(choice.value(row))
    copy, table = copier(OWN_FIELDS, OwnField), OWN_FIELDS.c
    order = (table.tag, table.position, table.key, table.uid)
    rows = connection.execute(select(*copy.columns).where(wanted).order_by(*order))
    return [copy.value(row, choices=tuple(choices.get(row.uid, ()))) for row in rows]


def templates(connection: Connection, condition: Condition | None = None) -> list[Template]:
    """Return templates with their values, in the order of menus."""
    wanted = true() if condition is None else condition
    part = copier(TEMPLATE_VALUES, TemplateValue)
    query = select(*part.columns, TEMPLATE_VALUES.c.template_uid).join(TEMPLATES).where(wanted)
    values: dict[str, list[TemplateValue]] = {}
    for row in connection.execute(query.order_by(TEMPLATE_VALUES.c.position)):
        values.setdefault(row.template_uid, []).append(part.value(row))
    copy, table = copier(TEMPLATES, Template), TEMPLATES.c
    rows = connection.execute(
        select(*copy.columns).where(wanted).order_by(table.position, table.name, table.uid)
    )
    return [copy.value(row, values=tuple(values.get(row.uid, ()))) for row in rows]


def own_values(connection: Connection, condition: Condition) -> Mapping[str, tuple[OwnValue, ...]]:
    """Return what annotations hold in free fields, by the annotations' uids."""
    copy = copier(OWN_VALUES, OwnValue)
    query = select(*copy.columns, OWN_VALUES.c.annotation_uid).join(_ANNOTATIONS).where(condition)
    found: dict[str, list[OwnValue]] = {}
    for row in connection.execute(query):
        found.setdefault(row.annotation_uid, []).append(copy.value(row))
    return {uid: in_own_order(some) for uid, some in found.items()}


def uses(connection: Connection) -> Mapping[str, int]:
    """Return how many annotations bear each tag, by its key, and fill each field, by its uid.

    In all texts of all articles, those in the trash too: what is used cannot be deleted.
    """
    found: dict[str, int] = {}
    for column in (_ANNOTATIONS.c.tag, OWN_VALUES.c.field_uid):
        query: Any = select(column, func.count()).group_by(column)
        found |= {row[0]: row[1] for row in connection.execute(query)}
    return found


def choice_uses(connection: Connection, field_uid: str) -> Mapping[str, int]:
    """Return how many annotations hold each choice of a free field."""
    table = OWN_VALUES.c
    query = select(table.choice, func.count()).group_by(table.choice)
    held = and_(table.field_uid == field_uid, table.choice != "")
    return {row[0]: row[1] for row in connection.execute(query.where(held))}


def relations_of(connection: Connection, annotation_uid: str) -> list[Relation]:
    """Return the relations from and to an annotation, oldest first."""
    table = table_of(RelationRow)
    copy = copier(table, Relation)
    ends = or_(table.c.from_uid == annotation_uid, table.c.to_uid == annotation_uid)
    query = select(*copy.columns).where(ends).order_by(table.c.created_at, table.c.uid)
    return [copy.value(row) for row in connection.execute(query)]


def relations_on(connection: Connection, revision_uid: str) -> list[Relation]:
    """Return the relations that begin in a text, oldest first."""
    table = table_of(RelationRow)
    copy = copier(table, Relation)
    begins = _ANNOTATIONS.c.uid == table.c.from_uid
    query = (
        select(*copy.columns)
        .join(_ANNOTATIONS, begins)
        .where(_ANNOTATIONS.c.revision_uid == revision_uid)
        .order_by(table.c.created_at, table.c.uid)
    )
    return [copy.value(row) for row in connection.execute(query)]
