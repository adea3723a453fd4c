"""A codebook as one value, and what another one brings to it.

What is here stays as it is: a tag, a field or a template of the same name is told where
it differs, and whatever a library could not keep is left out whole, with its reason.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import TypeVar

from reader.errors import BadValue
from reader.frozen import dataclass
from reader.label import Label
from reader.model.bundle import Misfit
from reader.model.change import Edit
from reader.model.codebook import OwnField, Template, TemplateValue, typed_own
from reader.model.fields import fields_of
from reader.model.tags import Tag

Part = TypeVar("Part", Tag, OwnField, Template)

_LOOK = ("label", "colour", "line", "digit")
_OF_FIELD = ("label", "kind", "choices")
_OF_TEMPLATE = ("digit", "status", "note", "values")
_PARTS: Mapping[str, Label] = {
    "label": Label("name", "الاسم"),
    "colour": Label("colour", "اللون"),
    "line": Label("underline", "الخط"),
    "digit": Label("key", "المفتاح"),
    "kind": Label("kind", "النوع"),
    "choices": Label("choices", "قائمة القيم"),
    "status": Label("status", "الحالة"),
    "note": Label("note", "الملاحظة"),
    "values": Label("values", "القيم"),
}
_KEPT = Label(
    "it is here and stays as it is; different: {parts}", "موجود ويبقى كما هو؛ المختلف: {parts}"
)
_KEY_HELD = Label(
    "its key {key} is that of “{name}”, so it comes without",
    "مفتاحه {key} لـ«{name}»، فيأتي بلا مفتاح",
)
_NO_TAG = Label("there is no tag “{tag}”", "لا توجد علامة باسم «{tag}»")
_NO_FIELD = Label(
    "the tag “{tag}” has no field “{field}”", "ليس للعلامة «{tag}» حقل باسم «{field}»"
)
_NOT_TAKEN = Label(
    "the field “{field}” does not take “{value}”", "لا يقبل الحقل «{field}» القيمة «{value}»"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Book:
    """Tags in the order of menus, their free fields and templates.

    `told` are the attributes of a tag of which its source speaks; others are not compared.
    """

    tags: tuple[Tag, ...] = ()
    fields: tuple[OwnField, ...] = ()
    templates: tuple[Template, ...] = ()
    told: tuple[str, ...] = _LOOK


@dataclass(frozen=True, slots=True)
class Joining:
    """What a codebook would bring: the edits of one act, and what is told of the rest.

    `added` and `present` count by kind of record, as `BroughtIn` does.
    """

    edits: tuple[Edit, ...]
    added: Mapping[str, int]
    present: Mapping[str, int]
    misfits: tuple[Misfit, ...]


@dataclasses.dataclass(slots=True)
class _Joiner:
    tags: dict[str, Tag]
    fields: dict[tuple[str, str], OwnField]
    templates: list[Template]
    known: frozenset[str]
    edits: list[Edit] = field(default_factory=list)
    present: dict[str, int] = field(default_factory=dict)
    misfits: list[Misfit] = field(default_factory=list)

    def take_tag(self, one: Tag, told: Iterable[str]) -> None:
        what = f"tag: {one.key}"
        if one.key in self.tags:
            self._keep("tag", what, self.tags[one.key], one, told)
            return
        place = max((tag.position for tag in self.tags.values()), default=-1) + 1
        holders = {tag.digit: tag.label for tag in self.tags.values()}
        digit = self._free_key(one.digit, what, holders)
        new = replace(one, digit=digit, position=place, built_in=False, version=1)
        self.tags[one.key] = new
        self.edits.append(Edit(None, new))

    def take_field(self, one: OwnField) -> None:
        what, place = f"field: {one.tag}.{one.key}", (one.tag, one.key)
        if place in self.fields:
            self._keep("field", what, self.fields[place], one, _OF_FIELD)
            return
        if one.tag not in self.tags:
            self._tell(what, _NO_TAG, tag=one.tag)
            return
        mine = [own.position for own in self.fields.values() if own.tag == one.tag]
        self.fields[place] = replace(one, position=max(mine, default=-1) + 1)
        self.edits.append(Edit(None, self.fields[place]))

    def take_template(self, one: Template) -> None:
        what = f"template: {one.name}"
        here = self._here(one)
        if here is not None:
            self._keep("template", what, here, one, _OF_TEMPLATE)
            return
        if one.tag not in self.tags:
            self._tell(what, _NO_TAG, tag=one.tag)
            return
        for value in one.values:
            why = self._why_not(one.tag, value)
            if why is not None:
                self._tell(what, why, tag=one.tag, field=value.field, value=value.value)
                return
        last = max((other.position for other in self.templates), default=-1)
        holders = {other.digit: Label(other.name, other.name) for other in self.templates}
        digit = self._free_key(one.digit, what, holders)
        new = replace(one, digit=digit, position=last + 1)
        self.templates.append(new)
        self.edits.append(Edit(None, new))

    def _here(self, one: Template) -> Template | None:
        """Return the template of a name that was here, the same one rather than another.

        Names are not unique: two that come together are both new.
        """
        named = [
            other for other in self.templates if (other.tag, other.name) == (one.tag, one.name)
        ]
        known = [other for other in named if other.uid in self.known]
        same = (
            other
            for other in known
            if all(getattr(other, key) == getattr(one, key) for key in _OF_TEMPLATE)
        )
        return next(same, known[0] if known else None)

    def _free_key(self, digit: str, what: str, holders: Mapping[str, Label]) -> str:
        """Return a key of the keyboard, "" where something else has it."""
        if not digit or digit not in holders:
            return digit
        self._tell(what, _KEY_HELD, key=digit, name=holders[digit])
        return ""

    def _keep(self, kind: str, what: str, here: Part, one: Part, parts: Iterable[str]) -> None:
        """Count what is here already, and tell in what the one that was brought differs."""
        self.present[kind] = self.present.get(kind, 0) + 1
        others = [_PARTS[key] for key in parts if getattr(here, key) != getattr(one, key)]
        if others:
            listed = Label(", ".join(x.en for x in others), "، ".join(x.ar for x in others))
            self._tell(what, _KEPT, parts=listed)

    def _why_not(self, tag: str, value: TemplateValue) -> Label | None:
        """Return why a template cannot put a value into a field of its tag."""
        own = self.fields.get((tag, value.field))
        if own is not None:
            try:
                typed_own(own, value.value)
            except BadValue:
                return _NOT_TAKEN
            return None
        typed = next((one for one in fields_of(tag) if one.key == value.field), None)
        if typed is None or not typed.is_settable:
            return _NO_FIELD
        keys = [choice.key for choice in typed.choices]
        return _NOT_TAKEN if typed.kind == "choice" and value.value not in keys else None

    def _tell(self, what: str, reason: Label, **facts: str | Label) -> None:
        english = {key: one.en if isinstance(one, Label) else one for key, one in facts.items()}
        arabic = {key: one.ar if isinstance(one, Label) else one for key, one in facts.items()}
        told = Label(reason.en.format(**english), reason.ar.format(**arabic))
        self.misfits.append(Misfit(what, told))


def joined(here: Book, brought: Book) -> Joining:
    """Return what another codebook brings to the one that is here, as edits of one act."""
    joiner = _Joiner(
        {one.key: one for one in here.tags},
        {(one.tag, one.key): one for one in here.fields},
        list(here.templates),
        frozenset(one.uid for one in here.templates),
    )
    for tag in brought.tags:
        joiner.take_tag(tag, brought.told)
    for own in brought.fields:
        joiner.take_field(own)
    for template in brought.templates:
        joiner.take_template(template)
    added: dict[str, int] = {}
    for one in joiner.edits:
        added[one.kind] = added.get(one.kind, 0) + 1
    return Joining(tuple(joiner.edits), added, joiner.present, tuple(joiner.misfits))
