"""Edits of many annotations at once, and templates: each is prepared, and then one act."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from reader.model.annotation import Annotation, empty_fields
from reader.model.article import Revision
from reader.model.change import Edit, edit
from reader.model.codebook import OwnField, Template, filled_from, with_own_value
from reader.model.entry import Entry
from reader.model.fields import Field, edits_for, fields_of
from reader.model.identity import now
from reader.model.subject import Subject
from reader.text.anchoring import new_annotation
from reader.ui.annotation_acts import Planned
from reader.ui.library import Library

# What is chosen from a list, and what is typed into one line.
_CLOSED = frozenset(("choice", "pick", "flag", "steps", "annotator"))
_TYPED = frozenset(("text", "number", "date", "moment", "language", "address", "subject"))


def closed_fields(library: Library, tags: Iterable[str]) -> list[Field | OwnField]:
    """Return the fields with a closed list that all of some tags have, built in or free."""
    return _shared(library, tags, _CLOSED)


def typed_fields(library: Library, tags: Iterable[str]) -> list[Field | OwnField]:
    """Return the fields for a line, such as a text or a name, that all of some tags have."""
    return _shared(library, tags, _TYPED)


def _shared(library: Library, tags: Iterable[str], kinds: frozenset[str]) -> list[Field | OwnField]:
    """Return the fields of some kinds that all of some tags have, of the same kind in each."""
    found: list[dict[str, Field | OwnField]] = []
    for tag in dict.fromkeys(tags):
        mine: dict[str, Field | OwnField] = {
            one.key: one for one in fields_of(tag) if one.kind in kinds
        }
        free = library.codebook.fields_of(tag)
        mine |= {one.key: one for one in free if one.kind in kinds}
        found.append(mine)
    if not found:
        return []
    return [
        one
        for key, one in found[0].items()
        if all(key in other and other[key].kind == one.kind for other in found)
    ]


def with_choice(library: Library, uids: Iterable[str], key: str, value: str) -> Planned:
    """Prepare to give annotations a value in a field; "" empties it. Raises BadValue.

    Those of a tag without such a field are passed over. A name that no subject has makes one
    subject, to which all of them point.
    """
    edits: list[Edit] = []
    desk = _Naming(library)
    for one in _there(library, uids):
        after = _chosen(library, one, key, value)
        if after is None:
            edits += desk.noted(_retyped(library, desk, one, {key: value}))
        elif after != one:
            edits.append(edit(one, replace(after, updated_at=now())))
    return Planned("bulk", tuple(edits))


class _Naming:
    """What setting fields asks of a library, which knows whom the same act has named before."""

    def __init__(self, library: Library) -> None:
        self._new: dict[str, Subject] = {}
        self._library = library
        self.verdict_scale = library.verdict_scale
        self.verdict_scales = library.verdict_scales
        self.annotator_uid = library.annotator_uid
        self.desk_rules = library.desk_rules
        self.annotator_named = cache(library.annotator_named)

    def subject_named(self, name: str) -> Subject | None:
        """Return the subject of this name, be it one that the act makes."""
        return self._new.get(name) or self._library.subject_named(name)

    def noted(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Take note of the subjects that edits make; return the edits."""
        made = (one.after for one in edits if one.before is None)
        self._new |= {one.name: one for one in made if isinstance(one, Subject)}
        return edits


def with_note_added(library: Library, uids: Iterable[str], words: str) -> Planned:
    """Prepare to write words under what the notes of annotations say already."""
    plain = words.strip()
    edits = tuple(
        edit(one, replace(one, note=f"{one.note}\n{plain}".strip("\n"), updated_at=now()))
        for one in _there(library, uids)
        if plain
    )
    return Planned("bulk", edits)


def from_template(
    library: Library, template: Template, revision: Revision, start_cp: int, end_cp: int
) -> Planned:
    """Prepare to mark a span as a template says; raises BadSpan, UnknownTag and BadValue.

    The last of the edits that make an annotation is the new one.
    """
    fields, me = empty_fields(template.tag), library.annotator.uid
    new = new_annotation(revision, start_cp, end_cp, template.tag, me, fields=fields)
    others, filled = _filled(library, template, Entry(annotation=new))
    made = Edit(None, replace(filled, version=1))
    return Planned("annotate", (*_before(others), made, *_after(others)))


def by_template(library: Library, template: Template, uid: str) -> Planned:
    """Prepare to make an annotation what a template says; raises BadValue."""
    entry = library.entry(uid)
    if entry is None:
        return Planned("field", ())
    current = entry.annotation
    if current.tag != template.tag:
        base = replace(current, tag=template.tag, fields=empty_fields(template.tag), own=())
        entry = Entry(annotation=base, names=entry.names)
    others, filled = _filled(library, template, entry)
    if replace(filled, version=1) == replace(current, version=1):
        return Planned("field", tuple(others))
    made = edit(current, replace(filled, updated_at=now()))
    return Planned("field", (*_before(others), made, *_after(others)))


def _filled(library: Library, template: Template, entry: Entry) -> tuple[list[Edit], Annotation]:
    """Return the edits of other records, and the annotation with all that a template says."""
    known = {one.key for one in fields_of(template.tag) if one.is_settable}
    values = {one.field: one.value for one in template.values if one.field in known}
    edits = edits_for(entry, values, library)
    annotation = entry.annotation
    for one in edits:
        if isinstance(one.after, Annotation):
            annotation = one.after
    others = [one for one in edits if one.kind != "annotation"]
    free = library.codebook.fields_of(template.tag)
    return others, filled_from(template, annotation, free)


def _before(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield what an annotation points to: it has to be there first."""
    yield from (one for one in edits if one.kind == "subject")


def _after(edits: Iterable[Edit]) -> Iterator[Edit]:
    yield from (one for one in edits if one.kind != "subject")


def _there(library: Library, uids: Iterable[str]) -> list[Annotation]:
    return [one for one in map(library.annotation, uids) if one is not None]


def _retyped(
    library: Library, desk: _Naming, one: Annotation, values: Mapping[str, str]
) -> tuple[Edit, ...]:
    """Return the edits that put what was typed into built-in fields; raises BadValue."""
    entry = library.entry(one.uid)
    return () if entry is None else edits_for(entry, values, desk)


def _chosen(library: Library, one: Annotation, key: str, value: str) -> Annotation | None:
    """Return an annotation with a value in a field, None where the value is to be parsed."""
    own = next((own for own in library.codebook.fields_of(one.tag) if own.key == key), None)
    if own is not None:
        return with_own_value(one, own, value)
    field = next((field for field in fields_of(one.tag) if field.key == key), None)
    typed = one.fields or empty_fields(one.tag)
    if field is None or field.kind not in _CLOSED | _TYPED or typed is None:
        return one
    if field.kind != "choice" or field.stamps:
        return None
    column: dict[str, Any] = {field.attribute: value}
    return replace(one, fields=replace(typed, **column))
