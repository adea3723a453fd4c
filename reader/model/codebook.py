"""What a desk adds to the tags: free fields, their values, and templates of annotations.

A value travels as text at the edges, as in `model/fields.py`; within, it is of the kind of
its field, so that a database can count, sort and compare it.
"""

import re
from collections.abc import Iterable
from dataclasses import field, replace
from datetime import datetime
from math import isfinite

from reader.errors import BadValue, UnknownField
from reader.frozen import dataclass
from reader.label import Label
from reader.model.annotation import Annotation, OwnValue
from reader.model.dates import parse_partial_date
from reader.model.identity import new_uid, now
from reader.model.vocabulary import Choice

FIELD_KINDS = (
    Choice("text", Label("Text", "نص")),
    Choice("choice", Label("Choice", "اختيار من قائمة")),
    Choice("number", Label("Number", "عدد")),
    Choice("date", Label("Date", "تاريخ")),
)
_NUMBER_EXPECTED = Label("a number such as 12 or 3.5", "المطلوب عدد مثل 12 أو 3.5")
_WORDS = re.compile("[a-z0-9]+")
_LONGEST_KEY = 40
# Arabic separators as a person types them (Unicode: U+066B decimal, U+066C thousands).
_SEPARATORS = {0x066B: ".", 0x066C: None, 0x060C: "."}


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnField:
    """A free field of a tag; `kind` is a key of FIELD_KINDS, `choices` the list of a choice.

    `tag` is the tag's key. `key` names the field in exports and never changes; `position`
    is its place among the fields of its tag.
    """

    uid: str = field(default_factory=new_uid)
    tag: str
    key: str
    label: Label
    kind: str = "text"
    choices: tuple[Choice, ...] = ()
    position: int = 0
    created_at: datetime = field(default_factory=now)
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class TemplateValue:
    """What a template puts into one field; `field` is the key of any field of its tag."""

    field: str
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Template:
    """A named set of values that one key puts on the selected words.

    `digit` is the key that is pressed together with Ctrl, "" for none; `status` a key of
    STATUSES, "" where the template leaves it as it is.
    """

    uid: str = field(default_factory=new_uid)
    name: str
    tag: str
    digit: str = ""
    status: str = ""
    note: str = ""
    values: tuple[TemplateValue, ...] = ()
    position: int = 0
    created_at: datetime = field(default_factory=now)
    version: int = 1


def own_fields_of(fields: Iterable[OwnField], tag: str) -> tuple[OwnField, ...]:
    """Return the free fields of a tag, in the order in which they are shown."""
    mine = (one for one in fields if one.tag == tag)
    return tuple(sorted(mine, key=lambda one: (one.position, one.key, one.uid)))


def own_field_named(fields: Iterable[OwnField], tag: str, key: str) -> OwnField:
    """Return a free field of a tag by its key; raises UnknownField."""
    mine = own_fields_of(fields, tag)
    found = next((one for one in mine if one.key == key), None)
    if found is None:
        keys = ", ".join(one.key for one in mine) or "–"
        raise UnknownField(tag=tag, field=key, fields=keys)
    return found


def own_value_of(annotation: Annotation, own: OwnField) -> str:
    """Return what an annotation holds in a free field, as text; "" for nothing."""
    found = next((one for one in annotation.own if one.field_uid == own.uid), None)
    if found is None:
        return ""
    if own.kind == "number":
        return "" if found.number is None else number_text(found.number)
    return str(getattr(found, own.kind))


def with_own_value(annotation: Annotation, own: OwnField, text: str) -> Annotation:
    """Return an annotation with another value in a free field; "" empties it. Raises BadValue."""
    left = [one for one in annotation.own if one.field_uid != own.uid]
    plain = text if own.kind == "text" else text.strip()
    if plain.strip():
        left.append(typed_own(own, plain))
    return replace(annotation, own=in_own_order(left))


def in_own_order(values: Iterable[OwnValue]) -> tuple[OwnValue, ...]:
    """Return values in the one order in which an annotation holds them."""
    return tuple(sorted(values, key=lambda one: one.field_uid))


def number_text(number: float) -> str:
    """Return a number as a person writes it: without a fraction that says nothing."""
    return str(int(number)) if number.is_integer() else repr(number)


def typed_own(own: OwnField, text: str) -> OwnValue:
    """Return a text as a value of the kind of its field; raises BadValue."""
    if own.kind == "number":
        return OwnValue(field_uid=own.uid, number=_number(own, text))
    if own.kind == "date":
        return OwnValue(field_uid=own.uid, date=parse_partial_date(text, own.key))
    if own.kind == "choice":
        keys = [one.key for one in own.choices]
        if text not in keys:
            listed = ", ".join(keys) or "–"
            expected = Label(f"it takes {listed}", f"القيم المقبولة {listed}")
            raise BadValue(field=own.key, value=text, expected=expected)
        return OwnValue(field_uid=own.uid, choice=text)
    return OwnValue(field_uid=own.uid, text=text)


def _number(own: OwnField, text: str) -> float:
    try:
        number = float(text.translate(_SEPARATORS))
    except ValueError:
        raise BadValue(field=own.key, value=text, expected=_NUMBER_EXPECTED) from None
    if not isfinite(number):
        raise BadValue(field=own.key, value=text, expected=_NUMBER_EXPECTED)
    return number


def filled_from(template: Template, one: Annotation, fields: Iterable[OwnField]) -> Annotation:
    """Return an annotation with what a template says of status, note and free fields.

    Raises BadValue for a value that its field does not take any more.
    """
    after = one
    known = {own.key: own for own in fields}
    for value in template.values:
        if value.field in known:
            after = with_own_value(after, known[value.field], value.value)
    return replace(after, status=template.status or one.status, note=template.note or one.note)


def free_key(label: Label, taken: Iterable[str], otherwise: str) -> str:
    """Return a key for something new: its English words where it has some, never one taken.

    Only letters a to z, digits and _, so that every format can write it.
    """
    words = "_".join(_WORDS.findall(label.en.lower()))[:_LONGEST_KEY].strip("_")
    stem = words if words[:1].isalpha() else otherwise
    used, key, number = frozenset(taken), stem, 2
    while key in used:
        key, number = f"{stem}_{number}", number + 1
    return key


def choices_text(choices: Iterable[Choice]) -> str:
    """Return choices as a person types them: one a line, Arabic | English where both differ."""
    return "\n".join(
        one.label.ar if one.label.ar == one.label.en else f"{one.label.ar} | {one.label.en}"
        for one in choices
    )


def choices_from(text: str, before: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Return the choices that lines of text tell, in their order.

    A choice that keeps one of its names keeps its key, and so does one that was renamed
    in its place; another gets a key of its own.
    """
    labels = [label for line in text.splitlines() if (label := _label_in(line)) is not None]
    kept = [_named(label, before) for label in labels]
    found: list[Choice] = []
    for place, label in enumerate(labels):
        key = kept[place]
        if key is None and len(labels) == len(before) and before[place].key not in kept:
            key = before[place].key
        taken = [one.key for one in (*before, *found)]
        found.append(Choice(key or free_key(label, taken, "choice"), label))
    return tuple({one.key: one for one in found}.values())


def _label_in(line: str) -> Label | None:
    arabic, _, english = (part.strip() for part in line.partition("|"))
    return Label(english or arabic, arabic or english) if arabic or english else None


def _named(label: Label, choices: Iterable[Choice]) -> str | None:
    same = (one.key for one in choices if label.ar == one.label.ar or label.en == one.label.en)
    return next(same, None)
