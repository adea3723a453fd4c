"""Reads of the verdict scales and of how the desk works."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, true

from reader.model.claim import DeskRules, VerdictLabel, VerdictScale
from reader.storage.mapping import copier, row_of, table_of
from reader.storage.schema import DeskRow, RulingRow, VerdictLabelRow, VerdictScaleRow

SCALES = table_of(VerdictScaleRow)
LABELS = table_of(VerdictLabelRow)
_DESK = table_of(DeskRow)
_RULINGS = table_of(RulingRow)


def verdict_scales(
    connection: Connection, condition: ColumnElement[bool] | None = None
) -> tuple[VerdictScale, ...]:
    """Return verdict scales in their order, with their steps, best first."""
    wanted = true() if condition is None else condition
    step = copier(LABELS, VerdictLabel)
    query = select(*step.columns, LABELS.c.scale_key).join(SCALES).where(wanted)
    steps: dict[str, list[VerdictLabel]] = {}
    for row in connection.execute(query.order_by(LABELS.c.position)):
        steps.setdefault(row.scale_key, []).append(step.value(row))
    copy = copier(SCALES, VerdictScale)
    rows = connection.execute(
        select(*copy.columns).where(wanted).order_by(SCALES.c.position, SCALES.c.key)
    )
    return tuple(copy.value(row, labels=tuple(steps.get(row.key, ()))) for row in rows)


def step_rows(scale: VerdictScale) -> list[dict[str, Any]]:
    """Return the rows of a scale's steps."""
    return [
        row_of(LABELS, step, scale_key=scale.key, position=place)
        for place, step in enumerate(scale.labels)
    ]


def desk_rules(connection: Connection) -> DeskRules:
    """Return how the desk works; the defaults where nobody has said otherwise."""
    copy = copier(_DESK, DeskRules)
    row = connection.execute(select(*copy.columns)).first()
    return copy.value(row) if row is not None else DeskRules()


def scale_uses(connection: Connection) -> Mapping[tuple[str, str], int]:
    """Return how many rulings use each step, by scale and code."""
    columns = (_RULINGS.c.scale, _RULINGS.c.code)
    query = select(*columns, func.count()).group_by(*columns)
    return {(row[0], row[1]): row[2] for row in connection.execute(query)}
