"""Records as lines of a table and back, whatever their fields: one column a field.

A cell is text. Nothing is "", a moment ISO 8601 with its offset, yes and no "true" and
"false", a text in two languages has a column for each, and what has parts is JSON.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from reader.label import Label

_LANGUAGES = ("en", "ar")


@cache
def columns_of(cls: type, without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the columns of a record's class in their order."""
    found: list[str] = []
    for name, hint in _hints(cls).items():
        if name in without:
            continue
        found += [f"{name}_{language}" for language in _LANGUAGES] if hint is Label else [name]
    return tuple(found)


def cells_of(record: Any, without: tuple[str, ...] = ()) -> list[str]:
    """Return the cells of a record, in the order of its columns."""
    cls: type = type(record)
    found: list[str] = []
    for name, hint in _hints(cls).items():
        if name not in without:
            held = getattr(record, name)
            found += [held.en, held.ar] if hint is Label else [_cell(held)]
    return found


def record_of(cls: type, row: Mapping[str, str], **more: Any) -> Any:
    """Return the record of a row; `more` are fields that stand elsewhere.

    A column that is missing leaves a field as it is by itself. Raises ValueError,
    TypeError and KeyError for what is no record.
    """
    contents = dict(more)
    for name, hint in _hints(cls).items():
        if name in more:
            continue
        if hint is Label and f"{name}_en" in row:
            contents[name] = Label(row[f"{name}_en"], row[f"{name}_ar"])
        elif name in row:
            contents[name] = _value(hint, row[name])
    return cls(**contents)


def _cell(held: Any) -> str:
    if held is None:
        return ""
    if isinstance(held, str):
        return held
    if isinstance(held, bool):
        return "true" if held else "false"
    if isinstance(held, datetime):
        return held.isoformat()
    if isinstance(held, tuple):
        return json.dumps(_plain(held), ensure_ascii=False) if held else ""
    return repr(held)


def _plain(held: Any) -> Any:
    if isinstance(held, tuple):
        return [_plain(one) for one in held]
    if is_dataclass(held):
        return {one.name: _plain(getattr(held, one.name)) for one in fields(held)}
    return held


def _value(hint: Any, cell: str) -> Any:
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (one for one in get_args(hint) if one is not type(None))
        return None if cell == "" else _value(hint, cell)
    if get_origin(hint) is tuple:
        return _parts(hint, json.loads(cell)) if cell else ()
    if hint is bool:
        return {"true": True, "false": False}[cell]
    if hint is datetime:
        moment = datetime.fromisoformat(cell)
        if moment.tzinfo is None:
            raise ValueError(cell)
        return moment
    return hint(cell)


def _parts(hint: Any, plain: Any) -> Any:
    """Return what stands in JSON as a value of its type."""
    if get_origin(hint) is tuple:
        if not isinstance(plain, list):
            raise TypeError(plain)
        return tuple(_parts(get_args(hint)[0], one) for one in plain)
    if is_dataclass(hint):
        hints = _hints(cast("type", hint))
        told = {name: _parts(hints[name], plain[name]) for name in hints if name in plain}
        return cast("type", hint)(**told)
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (one for one in get_args(hint) if one is not type(None))
        return None if plain is None else _parts(hint, plain)
    if hint is float and type(plain) is int:
        return float(plain)
    if type(plain) is not hint:
        raise TypeError(plain)
    return plain


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)
