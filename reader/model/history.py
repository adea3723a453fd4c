"""What became of an annotation: who changed what and when, in words for people."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from reader.frozen import dataclass
from reader.label import Label
from reader.model import vocabulary as words
from reader.model.annotation import Annotation
from reader.model.change import Record
from reader.model.claim import (
    Evidence,
    Hanging,
    Review,
    Ruling,
    VerdictScale,
    with_kept_rating,
)
from reader.model.codebook import OwnField, own_value_of
from reader.model.fields import FIELDS, Field
from reader.model.fields.values import as_text
from reader.model.figures import figures_told
from reader.model.history_words import YES, same, told_of
from reader.model.identity import now
from reader.model.tags import Tag, tag_of
from reader.model.vocabulary import label_of

Named = Callable[[str], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One edit of an annotation, or of what hangs on it, as the record tells it.

    `act` is a key of ACTS, `direction` "do", "undo" or "redo"; `before` and `after` are None
    where the record was not there. `sequence` is 0 for what is not saved yet.
    """

    sequence: int
    act: str
    at: datetime
    annotator_uid: str
    direction: str
    kind: str
    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Told:
    """A field as a person reads it, before and after; "" for nothing."""

    label: Label
    before: Label
    after: Label


@dataclass(frozen=True, slots=True)
class Teller:
    """What is needed to tell records in words: tags, free fields, names by uid, scales."""

    tags: tuple[Tag, ...]
    fields: tuple[OwnField, ...]
    name_of: Named
    scales: tuple[VerdictScale, ...]

    def differences(self, before: Record | None, after: Record | None) -> list[Told]:
        """Return what an edit changed, field by field, in the order of the details."""
        old, new = dict(self.state(before)), dict(self.state(after))
        labels = {**{label.en: label for label in old}, **{label.en: label for label in new}}
        plain_old = {label.en: value for label, value in old.items()}
        plain_new = {label.en: value for label, value in new.items()}
        return [
            Told(label, plain_old.get(key, _NOTHING), plain_new.get(key, _NOTHING))
            for key, label in labels.items()
            if plain_old.get(key, _NOTHING) != plain_new.get(key, _NOTHING)
        ]

    def state(self, record: Record | None) -> list[tuple[Label, Label]]:
        """Return all that a record says, as label and value, without what says nothing."""
        if isinstance(record, Annotation):
            told = self._annotation(record)
        elif record is None:
            return []
        else:
            told = told_of(record, self.scales, self.name_of)
        return [(label, value) for label, value in told if value.ar]

    def _annotation(self, one: Annotation) -> Iterator[tuple[Label, Label]]:
        yield _TAG, tag_of(one.tag, self.tags).label
        yield _TEXT, same(one.exact)
        for field in FIELDS:
            if field.tag == one.tag and field.attribute:
                yield field.label, self._field(one, field)
        if one.tag == "entity":
            uid = getattr(one.fields, "subject_uid", None)
            yield _SUBJECT, same(self.name_of(uid) if uid else "")
        for own in self.fields:
            if own.tag == one.tag:
                value = own_value_of(one, own)
                yield own.label, label_of(own.choices, value) if own.choices else same(value)
        yield _STATUS, label_of(words.STATUSES, one.status)
        yield _NOTE, same(one.note)
        if one.anchor != "exact":
            yield _ANCHOR, label_of(words.ANCHORS, one.anchor)

    def _field(self, one: Annotation, field: Field) -> Label:
        value = getattr(one.fields, field.attribute, None)
        if isinstance(value, bool):
            return YES if value else _NOTHING
        if isinstance(value, datetime):
            return same(value.astimezone().strftime("%Y-%m-%d %H:%M"))
        if field.choices and value:
            return label_of(field.choices, str(value))
        if field.kind == "annotator" and value:
            return same(self.name_of(str(value)))
        if isinstance(value, tuple):
            return figures_told(value)
        return same(as_text(value))


def part_brought_back(
    current: Hanging | None, state: Hanging, has: Callable[[str, str], bool]
) -> Hanging | None:
    """Return what hangs on a claim as it was, be it gone; None for a review of a ruling that is.

    `has` tells whether the library has a record, by kind and uid: an article that was
    evidence and is gone is left out.
    """
    if isinstance(state, Review) and not has("ruling", state.ruling_uid):
        return None
    if isinstance(state, Evidence) and state.article_uid and not has("article", state.article_uid):
        state = replace(state, article_uid=None)
    if isinstance(state, Ruling) and isinstance(current, Ruling):
        state = with_kept_rating(state, current)
    return replace(state, version=current.version if current is not None else 1)


def brought_back(
    current: Annotation,
    state: Annotation,
    known_fields: Iterable[OwnField],
    has: Callable[[str], bool],
) -> Annotation:
    """Return an annotation as it was in an earlier state, under its present version.

    Its place comes back only where it was in the same text. What pointed to a subject that
    is no longer there, and what was held in a free field that is gone, is left out; `has`
    tells whether a subject is there.
    """
    place = {}
    if state.revision_uid == current.revision_uid and state.anchor != "orphan":
        names = ("start_cp", "end_cp", "exact", "prefix", "suffix", "anchor")
        place = {name: getattr(state, name) for name in names}
    kept = {one.uid for one in known_fields if one.tag == state.tag}
    fields = state.fields
    for name in ("speaker_uid", "subject_uid", "claimant_uid"):
        uid = getattr(fields, name, None)
        if fields is not None and uid and not has(uid):
            gone: dict[str, Any] = {name: None}
            fields = replace(fields, **gone)
    return replace(
        current,
        tag=state.tag,
        note=state.note,
        status=state.status,
        fields=fields,
        own=tuple(one for one in state.own if one.field_uid in kept),
        reviewed_by_uid=state.reviewed_by_uid,
        reviewed_at=state.reviewed_at,
        updated_at=now(),
        **place,
    )


_NOTHING = Label("", "")
_TAG, _TEXT = Label("Tag", "العلامة"), Label("Words", "الكلمات")
_STATUS, _NOTE = Label("Status", "الحالة"), Label("Note", "الملاحظة")
_SUBJECT, _ANCHOR = Label("Subject", "العَلَم"), Label("Place in the text", "الموضع")
