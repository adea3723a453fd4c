"""Columns for the free fields of tags: one a field, after those that every table has."""

from collections.abc import Callable

from reader.exporters.columns import COLUMNS, Column
from reader.exporters.part import Cells, Part, decimal
from reader.label import Label
from reader.model.annotation import OwnValue
from reader.model.codebook import OwnField
from reader.model.shared import Shared
from reader.model.tags import tag_of


def with_own(columns: tuple[Column, ...], shared: Shared) -> tuple[Column, ...]:
    """Return all columns with one more for each free field; a selection of them as it is."""
    return (*columns, *own_columns(shared)) if columns == COLUMNS else columns


def own_columns(shared: Shared) -> tuple[Column, ...]:
    """Return a column for each free field, named by tag and field: "context.tone".

    Fields of one name get numbers, so that no two columns are called the same.
    """
    places = {tag.key: place for place, tag in enumerate(shared.tags)}
    ordered = sorted(shared.own_fields, key=lambda one: places.get(one.tag, len(places)))
    found: dict[str, Column] = {}
    for one in ordered:
        key, number = f"{one.tag}.{one.key}", 2
        while key in found:
            key, number = f"{one.tag}.{one.key}.{number}", number + 1
        tag = tag_of(one.tag, shared.tags).label
        label = Label(f"{tag.en}: {one.label.en}", f"{tag.ar}: {one.label.ar}")
        found[key] = Column(key, label, _reader(one))
    return tuple(found.values())


def _reader(own: OwnField) -> Callable[[Part], Cells]:
    def cells(part: Part) -> Cells:
        return [_cell(one.own, own) if one.own else "" for one in part.annotations]

    return cells


def _cell(values: tuple[OwnValue, ...], own: OwnField) -> str:
    """Return a value as programs read it: a choice by its key, a number with a point."""
    found = next((one for one in values if one.field_uid == own.uid), None)
    if found is None:
        return ""
    return decimal(found.number) if own.kind == "number" else str(getattr(found, own.kind))
