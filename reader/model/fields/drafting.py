"""What setting fields does: edits of the annotation, and of what it points to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from reader.errors import BadValue
from reader.label import Label
from reader.model import vocabulary as words
from reader.model.annotation import Annotation, empty_fields
from reader.model.change import Edit, edit
from reader.model.claim import (
    DeskRules,
    Ruling,
    VerdictLabel,
    VerdictScale,
    said_by_step,
    scales_for,
)
from reader.model.claim_rules import Move, moved
from reader.model.entry import Entry
from reader.model.fields.field import Field
from reader.model.fields.table import SUBJECT_LINK, field_named
from reader.model.fields.values import PARSERS
from reader.model.identity import now
from reader.model.ratings import parse_rating
from reader.model.subject import Subject
from reader.model.typed import parse_address, parse_wikidata

_COMPUTED = Label("it is read from the text", "تُقرأ قيمته من النص")
_UNKNOWN_ANNOTATOR = Label(
    "the name of somebody who works in this library", "المطلوب اسم من يعمل في هذه المكتبة"
)
_VERDICT_FIRST = Label("give a verdict first", "حدد الحكم أولًا")
# What says of a check that it was not made.
_NOT_DONE = ("", "not")


class Desk(Protocol):
    """What setting a field needs to know of the library."""

    def subject_named(self, name: str) -> Subject | None:
        """Return the subject of this name, compared as search compares."""

    def verdict_scale(self) -> VerdictScale:
        """Return the scale that new rulings use."""

    def verdict_scales(self) -> tuple[VerdictScale, ...]:
        """Return all scales."""

    def annotator_uid(self) -> str:
        """Return who is at work."""

    def desk_rules(self) -> DeskRules:
        """Return how the desk works on claims."""

    def annotator_named(self, name: str) -> str | None:
        """Return the uid of an annotator of a name, compared as search compares."""


def edits_for(entry: Entry, values: Mapping[str, str], desk: Desk) -> tuple[Edit, ...]:
    """Return the edits that give fields new values, in an order that can be saved.

    A name that no subject has makes a new subject. Raises UnknownField and BadValue.
    """
    draft = _Draft(entry, desk)
    for key, value in values.items():
        draft.set(field_named(entry.annotation.tag, key), value)
    return draft.edits()


class _Draft:
    """An entry while its fields are being set."""

    def __init__(self, entry: Entry, desk: Desk) -> None:
        self._old = entry
        self._desk = desk
        self._annotation = entry.annotation
        self._subject = entry.subject
        self._subject_before = entry.subject
        self._ruling = entry.ruling
        if self._annotation.fields is None:
            fields = empty_fields(self._annotation.tag)
            self._annotation = replace(self._annotation, fields=fields)

    def set(self, field: Field, value: str) -> None:
        """Set one field; raises BadValue."""
        value = value if field.kind == "long" else value.strip()
        parse = PARSERS.get(field.kind)
        if parse is None:
            getattr(self, f"_set_{field.kind}")(field, value)
        else:
            self._hold(field, parse(field, value))

    def edits(self) -> tuple[Edit, ...]:
        """Return what changed: the subject first, since the annotation points to it."""
        old = self._old
        edits = []
        if self._subject is not None and self._subject != self._subject_before:
            edits.append(edit(self._subject_before, self._subject))
        if self._annotation != old.annotation:
            edits.append(edit(old.annotation, replace(self._annotation, updated_at=now())))
        if self._ruling != old.ruling:
            edits += self._of_ruling(old)
        return tuple(edits)

    def _of_ruling(self, old: Entry) -> list[Edit]:
        """Return what makes the ruling another: the same one changed, a newer one, or none."""
        new, held = self._ruling, old.ruling
        if new is not None:
            return [edit(held if held is not None and held.uid == new.uid else None, new)]
        of_it = [one for one in old.reviews if held is not None and one.ruling_uid == held.uid]
        return [edit(one, None) for one in (*of_it, held)]

    def _store(self, **columns: Any) -> None:
        fields = self._annotation.fields
        if fields is not None:
            self._annotation = replace(self._annotation, fields=replace(fields, **columns))

    def _hold(self, field: Field, value: object) -> None:
        """Keep a value in its column, with what follows from its being another."""
        if getattr(self._annotation.fields, field.attribute, None) == value:
            return
        columns: dict[str, Any] = dict.fromkeys(field.emptied)
        if field.stamps:
            is_done = value not in _NOT_DONE
            stamp = (self._desk.annotator_uid(), now()) if is_done else (None, None)
            columns |= dict(zip(field.stamps, stamp, strict=True))
        self._store(**columns, **{field.attribute: value})

    def _set_computed(self, field: Field, value: str) -> None:
        raise BadValue(field=field.key, value=value, expected=_COMPUTED)

    def _set_annotator(self, field: Field, value: str) -> None:
        uid = self._desk.annotator_named(value) if value else None
        if value and uid is None:
            raise BadValue(field=field.key, value=value, expected=_UNKNOWN_ANNOTATOR)
        self._store(**{field.attribute: uid})

    def _set_subject(self, field: Field, value: str) -> None:
        link = SUBJECT_LINK[field.tag]
        if not value:
            self._point_to(None, None)
            self._store(**{link: None})
        else:
            known = self._desk.subject_named(value)
            kind = field.subject_kind or self._subject_kind()
            self._point_to(known or Subject(kind=kind, name=value), known)
            self._store(**{link: self._subject.uid if self._subject else None})
        if field.attribute:
            self._hold(field, value)

    def _set_wikidata(self, field: Field, value: str) -> None:
        value = parse_wikidata(value, field.key)
        if self._subject is None:
            if not value:
                return
            subject = Subject(kind=self._subject_kind(), name=self._annotation.exact)
            self._point_to(subject, None)
            self._store(**{SUBJECT_LINK[field.tag]: subject.uid})
        if self._subject is not None:
            self._subject = replace(self._subject, wikidata_id=value)

    def _set_state(self, _field: Field, value: str) -> None:
        """Put the claim into another state, by the rules of the desk."""
        entry = replace(self._old, annotation=self._annotation, ruling=self._ruling)
        move = Move(value, self._desk.annotator_uid())
        for one in moved(entry, move, self._desk.desk_rules()):
            if isinstance(one.after, Annotation):
                self._annotation = replace(one.after, version=self._old.annotation.version)
            elif isinstance(one.after, Ruling):
                self._ruling = replace(
                    one.after, version=entry.ruling.version if entry.ruling else 1
                )

    def _set_ruling_text(self, field: Field, value: str) -> None:
        self._hold_in_ruling(field, value)

    def _set_ruling_address(self, field: Field, value: str) -> None:
        self._hold_in_ruling(field, parse_address(value, field.key))

    def _hold_in_ruling(self, field: Field, value: str) -> None:
        if self._ruling is not None:
            columns: dict[str, Any] = {field.attribute: value}
            self._ruling = replace(self._ruling, **columns)
        elif value:
            raise BadValue(field=field.key, value=value, expected=_VERDICT_FIRST)

    def _set_verdict(self, field: Field, value: str) -> None:
        if not value:
            self._ruling = None
            return
        kind = getattr(self._annotation.fields, "claim_type", "")
        offered = scales_for(self._desk.verdict_scales(), self._desk.verdict_scale(), kind)
        (scale, step), who = _verdict_step(offered, value, field), self._desk.annotator_uid()
        known = said_by_step(scale, step) | {"rated_by_uid": who, "rated_at": now()}
        held = self._ruling
        if held is not None and (held.scale, held.code) == (scale.key, step.code):
            return
        if held is None or held.reviewer_uid is not None or held.rated_by_uid != who:
            # What somebody else has decided or reviewed stays as it was, in the history.
            said = "" if held is None else held.review_url
            self._ruling = Ruling(annotation_uid=self._annotation.uid, review_url=said, **known)
        else:
            self._ruling = replace(held, **known)

    def _set_rating(self, field: Field, value: str) -> None:
        """Keep another rating than that of the step; its scale stays unless it is told too."""
        held = self._ruling
        if held is not None:
            kept = parse_rating(value, (held.worst, held.best), field.key)
            self._ruling = replace(held, rating=kept[0], worst=kept[1], best=kept[2])
        elif value:
            raise BadValue(field=field.key, value=value, expected=_VERDICT_FIRST)

    def _set_verdict_label(self, field: Field, value: str) -> None:
        if self._ruling is not None:
            self._ruling = replace(self._ruling, label=value)
        elif value:
            raise BadValue(field=field.key, value=value, expected=_VERDICT_FIRST)

    def _point_to(self, subject: Subject | None, before: Subject | None) -> None:
        self._subject = subject
        self._subject_before = before

    def _subject_kind(self) -> str:
        kinds = {choice.key for choice in words.SUBJECT_KINDS}
        entity_type = getattr(self._annotation.fields, "entity_type", "")
        kind = "place" if entity_type == "facility" else entity_type
        return kind if kind in kinds else "other"


def _verdict_step(
    scales: Iterable[VerdictScale], code: str, field: Field
) -> tuple[VerdictScale, VerdictLabel]:
    steps = [(scale, step) for scale in scales for step in scale.labels]
    for scale, step in steps:
        if step.code == code:
            return scale, step
    codes = ", ".join(dict.fromkeys(step.code for _, step in steps))
    expected = Label(f"it takes {codes}", f"القيم المقبولة {codes}")
    raise BadValue(field=field.key, value=code, expected=expected)
