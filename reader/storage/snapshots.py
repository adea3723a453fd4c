"""A record as JSON text, as the record of changes keeps it before and after.

A snapshot outlives the program that wrote it: when it is read, keys that are
not known any more are passed over, and fields that came later take their default.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_origin, get_type_hints

import orjson

from reader.model.annotation import FIELDS_OF_TAG
from reader.model.change import Record
from reader.storage.mapping import KINDS


def to_json(record: Record | None, **more: Any) -> str | None:
    """Return a record, and `more` beside it, as JSON text; None for none."""
    if record is None:
        return None
    if more:
        return canonical_json(_plain(record) | more)
    return orjson.dumps(record, _special, _OURS).decode()


def from_json(kind: str, text: str | None) -> Record | None:
    """Return the record of a kind that a snapshot holds."""
    if text is None:
        return None
    found = json.loads(text)
    if kind == "annotation" and found.get("fields") is not None:
        found["fields"] = _built(FIELDS_OF_TAG[found["tag"]], found["fields"])
    record: Record = _built(KINDS[kind].value, found)
    return record


def canonical_json(content: Mapping[str, Any]) -> str:
    """Return JSON text that is the same for the same content: keys sorted, moments in UTC."""
    return orjson.dumps(content, _special, _OURS | orjson.OPT_SORT_KEYS).decode()


def _special(value: object) -> Any:
    """Return what JSON has no form for: a moment, or a value within a value."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return _plain(value)


# orjson's own forms of both differ: it sorts no fields, and leaves a moment in its zone.
_OURS = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME


def _plain(value: object) -> dict[str, Any]:
    # Not dataclasses.asdict: it copies deeply what is frozen, at twenty times the cost.
    cls: type = type(value)
    names, values_of = _sorted(cls)
    return dict(zip(names, values_of(value), strict=True))


@cache
def _sorted(cls: type) -> tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]]]:
    names = sorted(_names(cls))
    return tuple(names), attrgetter(*names)


def _built(cls: type, found: Mapping[str, Any]) -> Any:
    known = {name: found[name] for name in _names(cls) if name in found}
    for name in _moments(cls):
        if known.get(name) is not None:
            known[name] = datetime.fromisoformat(known[name])
    within = _within(cls)
    for name, value in known.items():
        inner = within.get(name)
        if isinstance(value, list):
            known[name] = tuple(value if inner is None else [_built(inner, one) for one in value])
        elif inner is not None and value is not None:
            known[name] = _built(inner, value)
    return cls(**known)


@cache
def _within(cls: type) -> Mapping[str, type]:
    """Return the fields that hold values of another class, one or a list, by name."""
    found: dict[str, type] = {}
    for name, hint in get_type_hints(cls).items():
        inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
        if is_dataclass(inner) and isinstance(inner, type):
            found[name] = inner
    return found


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def _moments(cls: type) -> tuple[str, ...]:
    hints = get_type_hints(cls)
    return tuple(name for name, hint in hints.items() if hint in (datetime, datetime | None))
