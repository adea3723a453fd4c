"""Values of foreign JSON as the types that a reader needs; others are as if they were not there."""

from collections.abc import Mapping
from typing import Any

from reader.model.carried import NOWHERE


def said(value: object) -> str:
    """Return a text, or a number as text; "" for anything else."""
    if isinstance(value, bool) or value is None:
        return ""
    return str(value) if isinstance(value, str | int | float) else ""


def number(value: object) -> int:
    """Return a whole number; NOWHERE for anything else."""
    return value if type(value) is int else NOWHERE


def listed(value: object) -> list[Any]:
    """Return a list; an empty one for anything else."""
    return value if isinstance(value, list) else []


def mapped(value: object) -> Mapping[str, Any]:
    """Return an object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def texts(value: object) -> dict[str, str]:
    """Return the texts in an object, by key."""
    return {key: one for key, one in mapped(value).items() if isinstance(one, str)}
