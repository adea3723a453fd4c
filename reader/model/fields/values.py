"""A field's value as a person types it and as a column holds it, one function a kind."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from reader.errors import BadValue
from reader.label import Label
from reader.model.dates import parse_partial_date
from reader.model.fields.field import Field
from reader.model.figures import figure_typed, number_in_digits, parse_figures
from reader.model.typed import (
    FLAGS,
    parse_address,
    parse_language,
    parse_moment,
    parse_number,
    parse_steps,
)

ARTICLE_EXPECTED = Label(
    "the title of an article in this library", "المطلوب عنوان مقال في هذه المكتبة"
)
_YES_OR_NO = Label("yes or no", "نعم أو لا")


def as_text(held: object) -> str:
    """Return what a column holds as people read it; "" for nothing.

    A moment is ISO 8601 in UTC, a number has no more digits than it needs, figures stand one a
    line.
    """
    if held is None or held is False:
        return ""
    if held is True:
        return "yes"
    if isinstance(held, datetime):
        return held.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(held, float):
        return number_in_digits(held)
    if isinstance(held, tuple):
        return "\n".join(map(figure_typed, held))
    return str(held)


def _text(_field: Field, value: str) -> str:
    return value


def _choice(field: Field, value: str) -> str:
    keys = [choice.key for choice in field.choices]
    if value and value not in keys:
        listed = ", ".join(keys)
        expected = Label(f"it takes {listed}", f"القيم المقبولة {listed}")
        raise BadValue(field=field.key, value=value, expected=expected)
    return value


def _pick(field: Field, value: str) -> str:
    """Return one of the field's choices: nothing is not among them."""
    if not value:
        listed = ", ".join(choice.key for choice in field.choices)
        expected = Label(f"it takes {listed}", f"القيم المقبولة {listed}")
        raise BadValue(field=field.key, value=value, expected=expected)
    return _choice(field, value)


def _flag(field: Field, value: str) -> bool:
    found = FLAGS.get(value.casefold())
    if found is None:
        raise BadValue(field=field.key, value=value, expected=_YES_OR_NO)
    return found


def _article(field: Field, value: str) -> str | None:
    """Return the uid of an article, None for nothing; whether there is one, the library knows."""
    try:
        return str(UUID(value)) if value else None
    except ValueError as error:
        raise BadValue(field=field.key, value=value, expected=ARTICLE_EXPECTED) from error


def _named(parse: Callable[[str, str], Any]) -> Callable[[Field, str], Any]:
    def parsed(field: Field, value: str) -> Any:
        return parse(value, field.key)

    return parsed


# What turns typed text into what the column of a kind holds; each raises BadValue.
PARSERS: Mapping[str, Callable[[Field, str], Any]] = {
    "text": _text,
    "long": _text,
    "choice": _choice,
    "pick": _pick,
    "flag": _flag,
    "date": _named(parse_partial_date),
    "address": _named(parse_address),
    "article": _article,
    "language": _named(parse_language),
    "moment": _named(parse_moment),
    "number": _named(parse_number),
    "steps": _named(parse_steps),
    "numbers": _named(parse_figures),
}
