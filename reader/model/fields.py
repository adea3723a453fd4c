"""The typed fields that people edit, as one table for window, command line and CSV.

A value travels as text here: what a person types, what `--set` takes. Some
fields are columns of the tag's own table; others belong to the subject or the
ruling behind the annotation, and setting them edits that record.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from reader.errors import BadValue, UnknownField
from reader.label import Label
from reader.model import vocabulary as words
from reader.model.annotation import Annotation, empty_fields
from reader.model.change import Edit, edit
from reader.model.claim import Ruling, VerdictLabel, VerdictScale
from reader.model.dates import parse_partial_date
from reader.model.entry import Entry
from reader.model.identity import now
from reader.model.subject import Subject
from reader.model.vocabulary import Choice

_WIKIDATA = re.compile(r"Q[1-9][0-9]*", re.ASCII)
_QID_EXPECTED = Label("a Wikidata id such as Q796", "المطلوب معرّف ويكي بيانات مثل Q796")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a tag.

    `kind` is "text", "long", "choice", "date", "subject", "wikidata", "verdict"
    or "verdict_label"; `attribute` the column of the tag's table where there is
    one; `subject_kind` what a new subject is when the field names one.
    """

    key: str
    tag: str
    label: Label
    kind: str
    attribute: str = ""
    choices: tuple[Choice, ...] = ()
    subject_kind: str = "person"


FIELDS = (
    Field(
        "quote_type",
        "quote",
        Label("Kind of quote", "نوع الاقتباس"),
        "choice",
        "quote_type",
        words.QUOTE_TYPES,
    ),
    Field("speaker", "quote", Label("Speaker", "القائل"), "subject", "speaker"),
    Field("speaker_role", "quote", Label("Role", "الصفة"), "text", "speaker_role"),
    Field("cue", "quote", Label("Cue", "فعل القول"), "text", "cue"),
    Field(
        "entity_type",
        "entity",
        Label("Kind of entity", "نوع الكيان"),
        "choice",
        "entity_type",
        words.ENTITY_TYPES,
    ),
    Field("entity_name", "entity", Label("Canonical name", "الاسم المعتمد"), "subject", "", (), ""),
    Field("wikidata_id", "entity", Label("Wikidata id", "معرّف ويكي بيانات"), "wikidata"),
    Field(
        "claim_text", "claim", Label("The claim restated", "صياغة الادعاء"), "long", "claim_text"
    ),
    Field("claimant", "claim", Label("Claimant", "صاحب الادعاء"), "subject", "claimant"),
    Field("claim_date", "claim", Label("Date of the claim", "تاريخ الادعاء"), "date", "claimed_on"),
    Field(
        "check_worthiness",
        "claim",
        Label("Worth checking", "أولوية التحقق"),
        "choice",
        "check_worthiness",
        words.CHECK_WORTHINESS,
    ),
    Field("verdict", "claim", Label("Verdict", "الحكم"), "verdict"),
    Field("verdict_label", "claim", Label("Verdict as published", "نص الحكم"), "verdict_label"),
)

_SUBJECT_LINK = {"quote": "speaker_uid", "entity": "subject_uid", "claim": "claimant_uid"}


class Desk(Protocol):
    """What setting a field needs to know of the library."""

    def subject_named(self, name: str) -> Subject | None:
        """Return the subject of this name, compared as search compares."""

    def verdict_scale(self) -> VerdictScale:
        """Return the scale that new rulings use."""

    def annotator_uid(self) -> str:
        """Return who is at work."""


def fields_of(tag: str) -> tuple[Field, ...]:
    """Return the fields of a tag, in the order in which they are shown."""
    return tuple(field for field in FIELDS if field.tag == tag)


def field_named(tag: str, key: str) -> Field:
    """Return a field of a tag; raises UnknownField."""
    found = next((field for field in fields_of(tag) if field.key == key), None)
    if found is None:
        keys = ", ".join(field.key for field in fields_of(tag)) or "–"
        raise UnknownField(tag=tag, field=key, fields=keys)
    return found


def subject_uid_of(annotation: Annotation) -> str | None:
    """Return the uid of the subject that an annotation points to."""
    link = _SUBJECT_LINK.get(annotation.tag)
    return getattr(annotation.fields, link, None) if link else None


def value_of(entry: Entry, field: Field) -> str:
    """Return what a field holds, as text; "" for nothing."""
    if field.kind == "wikidata":
        return entry.subject.wikidata_id if entry.subject else ""
    if field.kind == "verdict":
        return entry.ruling.code if entry.ruling else ""
    if field.kind == "verdict_label":
        return entry.ruling.label if entry.ruling else ""
    if not field.attribute:
        return entry.subject.name if entry.subject else ""
    return str(getattr(entry.annotation.fields, field.attribute, "") or "")


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
        setter = getattr(self, f"_set_{field.kind}")
        setter(field, value)

    def edits(self) -> tuple[Edit, ...]:
        """Return what changed: the subject first, since the annotation points to it."""
        old = self._old
        edits = []
        if self._subject is not None and self._subject != self._subject_before:
            edits.append(edit(self._subject_before, self._subject))
        if self._annotation != old.annotation:
            edits.append(edit(old.annotation, replace(self._annotation, updated_at=now())))
        if self._ruling != old.ruling:
            edits.append(edit(old.ruling, self._ruling))
        return tuple(edits)

    def _store(self, **columns: Any) -> None:
        fields = self._annotation.fields
        if fields is not None:
            self._annotation = replace(self._annotation, fields=replace(fields, **columns))

    def _set_text(self, field: Field, value: str) -> None:
        self._store(**{field.attribute: value})

    def _set_long(self, field: Field, value: str) -> None:
        self._store(**{field.attribute: value})

    def _set_choice(self, field: Field, value: str) -> None:
        keys = [choice.key for choice in field.choices]
        if value and value not in keys:
            expected = ", ".join(keys)
            label = Label(f"it takes {expected}", f"القيم المقبولة {expected}")
            raise BadValue(field=field.key, value=value, expected=label)
        self._store(**{field.attribute: value})

    def _set_date(self, field: Field, value: str) -> None:
        self._store(**{field.attribute: parse_partial_date(value, field.key)})

    def _set_subject(self, field: Field, value: str) -> None:
        link = _SUBJECT_LINK[field.tag]
        if not value:
            self._point_to(None, None)
            self._store(**{link: None})
        else:
            known = self._desk.subject_named(value)
            kind = field.subject_kind or self._subject_kind()
            self._point_to(known or Subject(kind=kind, name=value), known)
            self._store(**{link: self._subject.uid if self._subject else None})
        if field.attribute:
            self._store(**{field.attribute: value})

    def _set_wikidata(self, field: Field, value: str) -> None:
        if value and not _WIKIDATA.fullmatch(value):
            raise BadValue(field=field.key, value=value, expected=_QID_EXPECTED)
        if self._subject is None:
            if not value:
                return
            subject = Subject(kind=self._subject_kind(), name=self._annotation.exact)
            self._point_to(subject, None)
            self._store(**{_SUBJECT_LINK[field.tag]: subject.uid})
        if self._subject is not None:
            self._subject = replace(self._subject, wikidata_id=value)

    def _set_verdict(self, field: Field, value: str) -> None:
        if not value:
            self._ruling = None
            return
        scale = self._desk.verdict_scale()
        step = _verdict_step(scale, value, field)
        known: dict[str, Any] = {
            "scale": scale.key,
            "code": step.code,
            "label": step.label.ar,
            "normalised": step.normalised,
            "rated_by_uid": self._desk.annotator_uid(),
            "rated_at": now(),
        }
        if self._ruling is None:
            self._ruling = Ruling(annotation_uid=self._annotation.uid, **known)
        elif (self._ruling.scale, self._ruling.code) != (scale.key, step.code):
            self._ruling = replace(self._ruling, **known)

    def _set_verdict_label(self, field: Field, value: str) -> None:
        if self._ruling is None:
            if value:
                expected = Label("give a verdict first", "حدد الحكم أولًا")
                raise BadValue(field=field.key, value=value, expected=expected)
            return
        self._ruling = replace(self._ruling, label=value)

    def _point_to(self, subject: Subject | None, before: Subject | None) -> None:
        self._subject = subject
        self._subject_before = before

    def _subject_kind(self) -> str:
        kinds = {choice.key for choice in words.SUBJECT_KINDS}
        entity_type = getattr(self._annotation.fields, "entity_type", "")
        kind = "place" if entity_type == "facility" else entity_type
        return kind if kind in kinds else "other"


def _verdict_step(scale: VerdictScale, code: str, field: Field) -> VerdictLabel:
    for step in scale.labels:
        if step.code == code:
            return step
    codes = ", ".join(step.code for step in scale.labels)
    expected = Label(f"it takes {codes}", f"القيم المقبولة {codes}")
    raise BadValue(field=field.key, value=code, expected=expected)
