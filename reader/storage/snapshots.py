"""A record as JSON text, as the record of changes keeps it before and after.

A snapshot outlives the program that wrote it: when it is read, keys that are
not known any more are passed over, and fields that came later take their default.
"""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from functools import cache
from typing import Any, get_type_hints

from reader.model.annotation import FIELDS_OF_TAG
from reader.model.change import Record
from reader.storage.mapping import KINDS


def to_json(record: Record | None, **more: Any) -> str | None:
    """Return a record, and `more` beside it, as JSON text; None for none."""
    if record is None:
        return None
    return canonical_json(_plain(record) | more)


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
    return _ENCODER.encode(content)


def _special(value: object) -> Any:
    """Return what JSON has no form for: a moment, or a value within a value."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return _plain(value)


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_special
)


def _plain(value: object) -> dict[str, Any]:
    # Not dataclasses.asdict: it copies deeply what is frozen, at twenty times the cost.
    cls: type = type(value)
    return {name: getattr(value, name) for name in _names(cls)}


def _built(cls: type, found: Mapping[str, Any]) -> Any:
    known = {name: found[name] for name in _names(cls) if name in found}
    for name in _moments(cls):
        if known.get(name) is not None:
            known[name] = datetime.fromisoformat(known[name])
    for name, value in known.items():
        if isinstance(value, list):
            known[name] = tuple(value)
    return cls(**known)


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def _moments(cls: type) -> tuple[str, ...]:
    hints = get_type_hints(cls)
    return tuple(name for name, hint in hints.items() if hint in (datetime, datetime | None))
