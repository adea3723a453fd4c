"""What a person does with tags, their fields and templates: each is one change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from reader.errors import StillUsed
from reader.label import Label
from reader.model.change import Edit, Record, edit
from reader.model.codebook import (
    OwnField,
    Template,
    free_key,
    own_field_named,
    with_own_value,
)
from reader.model.identity import now
from reader.model.tags import Tag
from reader.ui.library import Library

# A new tag takes the first of them that no other has: told apart on paper and in the dark.
COLOURS = ("#2f9e44", "#7a4fc9", "#b3541e", "#0b8f8f", "#c2409a", "#5b7a2f", "#8a6d1f", "#3d5a80")
LINES = ("wavy", "dotted", "dashed", "solid")

Placed = TypeVar("Placed", Tag, OwnField, Template)


class CodebookActs:
    """Makes edits of what the codebook holds, through the one writer."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._book = library.codebook

    # Tags -----------------------------------------------------------------------

    def add_tag(self, label: Label, **more: Any) -> Tag:
        """Add a tag after the others; colour and line are free ones unless `more` names them."""
        tags = self._book.tags()
        how: dict[str, Any] = {
            "colour": _first_free(COLOURS, [one.colour for one in tags], len(tags)),
            "line": _first_free(LINES, [one.line for one in tags[3:]], len(tags)),
            "position": max((one.position for one in tags), default=-1) + 1,
        }
        key = free_key(label, (one.key for one in tags), "tag")
        new = Tag(key=key, label=label, **(how | more))
        self._library.act("tag", (edit(None, new),))
        return new

    def edit_tag(self, key: str, **new: Any) -> None:
        """Give a tag another label, colour, line or key of the keyboard.

        A key of the keyboard that another tag has is taken from it, in the same act.
        """
        before = self._book.tag(key)
        digit = new.get("digit", "")
        others = [one for one in self._book.tags() if digit and one.digit == digit]
        edits = [edit(one, replace(one, digit="")) for one in others if one.key != key]
        self._act("tag", [*edits, *_changed(before, new)])

    def move_tag(self, key: str, place: int) -> None:
        """Put a tag at a place in the order of menus, from 0."""
        self._act("tag", _moved(self._book.tags(), key, place))

    def delete_tag(self, key: str) -> None:
        """Delete a tag of one's own with its fields and templates; raises StillUsed."""
        tag = self._book.tag(key)
        self._refuse_used(key, tag.label)
        gone: list[Record] = [one for one in self._book.templates() if one.tag == key]
        gone += [*self._book.fields_of(key), tag]
        self._act("delete_tag", [edit(one, None) for one in gone])

    # Fields ---------------------------------------------------------------------

    def add_field(self, tag: str, label: Label, kind: str = "text") -> OwnField:
        """Add a field to a tag, after its others; `kind` is a key of FIELD_KINDS."""
        fields = self._book.fields_of(tag)
        place = max((one.position for one in fields), default=-1) + 1
        key = free_key(label, (one.key for one in fields), "field")
        new = OwnField(tag=tag, key=key, label=label, kind=kind, position=place)
        self._library.act("own_field", (edit(None, new),))
        return new

    def edit_field(self, own: OwnField, **new: Any) -> None:
        """Give a field another label or list of choices; raises StillUsed.

        A choice that annotations hold stays in the list, and so does the kind of a field
        that they fill.
        """
        if new.get("kind", own.kind) != own.kind:
            self._refuse_used(own.uid, own.label)
        if "choices" in new:
            left = {one.key for one in new["choices"]}
            gone = [one for one in own.choices if one.key not in left]
            self._refuse_held(own, {one.key: one.label for one in gone})
        self._act("own_field", _changed(own, new))

    def move_field(self, own: OwnField, place: int) -> None:
        """Put a field at a place among those of its tag, from 0."""
        self._act("own_field", _moved(self._book.fields_of(own.tag), own.uid, place))

    def delete_field(self, own: OwnField) -> None:
        """Delete a field that no annotation fills; raises StillUsed."""
        self._refuse_used(own.uid, own.label)
        self._act("own_field", [edit(own, None)])

    def set_own(self, uids: Iterable[str], key: str, text: str) -> None:
        """Fill a free field of annotations, "" to empty it; raises UnknownField, BadValue.

        Those of a tag that has no such field are passed over, unless it is the only one.
        """
        found = [one for one in map(self._library.annotation, uids) if one is not None]
        edits = []
        for one in found:
            known = any(own.key == key for own in self._book.fields_of(one.tag))
            if known or len(found) == 1:
                own = own_field_named(self._book.fields(), one.tag, key)
                after = with_own_value(one, own, text)
                if after != one:
                    edits.append(edit(one, replace(after, updated_at=now())))
        self._act("field", edits)

    # Templates ------------------------------------------------------------------

    def add_template(self, name: str, tag: str) -> Template:
        """Add a template without values, after the others."""
        place = max((one.position for one in self._book.templates()), default=-1) + 1
        new = Template(name=name, tag=tag, position=place)
        self._library.act("template", (edit(None, new),))
        return new

    def edit_template(self, template: Template, **new: Any) -> None:
        """Give a template another name, tag, key, status, note or values."""
        digit = new.get("digit", "")
        others = [one for one in self._book.templates() if digit and one.digit == digit]
        edits = [edit(one, replace(one, digit="")) for one in others if one.uid != template.uid]
        self._act("template", [*edits, *_changed(template, new)])

    def delete_template(self, template: Template) -> None:
        """Delete a template."""
        self._act("template", [edit(template, None)])

    # Inside ---------------------------------------------------------------------

    def _act(self, act: str, edits: Sequence[Edit]) -> None:
        self._library.act(act, tuple(edits))

    def _refuse_used(self, uid: str, label: Label) -> None:
        """Raise StillUsed where annotations bear a tag or fill a field, here or anywhere."""
        self._library.flush()
        count = self._library.store.uses().get(uid, 0)
        if count:
            raise StillUsed(name=label, count=count)

    def _refuse_held(self, own: OwnField, gone: Mapping[str, Label]) -> None:
        if gone:
            self._library.flush()
            held = self._library.store.choice_uses(own.uid)
            for key, label in gone.items():
                if held.get(key):
                    raise StillUsed(name=label, count=held[key])


def _changed(before: Placed, new: Mapping[str, Any]) -> list[Edit]:
    after = replace(before, **new)
    return [edit(before, after)] if after != before else []


def _moved(held: Sequence[Placed], uid: str, place: int) -> list[Edit]:
    """Return the edits that put one at a place, the others closing up in their order."""
    order = [one for one in held if one.uid != uid]
    order[place:place] = [one for one in held if one.uid == uid]
    return [
        edit(one, replace(one, position=position))
        for position, one in enumerate(order)
        if one.position != position
    ]


def _first_free(wanted: Sequence[str], taken: Sequence[str], count: int) -> str:
    return next((one for one in wanted if one not in taken), wanted[count % len(wanted)])
