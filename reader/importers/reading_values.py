"""Turns the texts that an annotation travels with into the values that records hold."""

from datetime import UTC, datetime
from functools import cache, lru_cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

from reader.errors import BadValue
from reader.label import Label
from reader.model.carried import CHOICES_OF
from reader.model.figures import parse_figures
from reader.model.typed import FLAGS
from reader.text.canonical import canonical

_UNREADABLE = Label("“{key}” cannot be “{value}”", "القيمة «{value}» غير مقبولة في «{key}»")
_SHOWN_CP = 80
# Names, moments and choices come again and again in one file.
_KEPT = 4096


class Unreadable(Exception):
    """A text is no value of its field; `reason` says so to a person."""

    def __init__(self, key: str, value: str) -> None:
        facts = {"key": key, "value": value[:_SHOWN_CP]}
        self.reason = Label(_UNREADABLE.en.format(**facts), _UNREADABLE.ar.format(**facts))
        super().__init__(self.reason.en)


@lru_cache(_KEPT)
def value_of(cls: type, name: str, key: str, said: str) -> Any:
    """Return what a field of a record holds for a text; `key` is what files call the field.

    Raises Unreadable.
    """
    text = canonical(said)
    if key in CHOICES_OF and text not in {one.key for one in CHOICES_OF[key]}:
        raise Unreadable(key, said)
    kind = _kind(cls, name)
    try:
        if key == "numbers":
            return parse_figures(text, key)
        if kind is datetime:
            moment = datetime.fromisoformat(text)
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        if kind is bool:
            return FLAGS[text.casefold()]
        return kind(text)
    except (ValueError, KeyError, OverflowError, BadValue) as error:
        raise Unreadable(key, said) from error


@lru_cache(_KEPT)
def uid_of(said: str) -> str | None:
    """Return a text as a uid of ours, None where it is none."""
    try:
        return str(UUID(said))
    except ValueError:
        return None


@cache
def _kind(cls: type, name: str) -> type:
    """Return what a field holds, where it holds something."""
    hint: Any = get_type_hints(cls)[name]
    if get_origin(hint) is UnionType:
        (hint,) = (one for one in get_args(hint) if one is not type(None))
    kind: type = hint
    return kind
