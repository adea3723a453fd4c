"""The table of all fields, and what an entry holds in one."""

from collections.abc import Callable, Mapping

from reader.errors import UnknownField
from reader.model.annotation import Annotation
from reader.model.entry import Entry
from reader.model.fields.claim import CLAIM_FIELDS
from reader.model.fields.entity import ENTITY_FIELDS
from reader.model.fields.field import Field
from reader.model.fields.quote import QUOTE_FIELDS
from reader.model.fields.values import as_text
from reader.model.ratings import rating_in_words

FIELDS = (*QUOTE_FIELDS, *ENTITY_FIELDS, *CLAIM_FIELDS)

# The column by which an annotation of a tag points to its subject.
SUBJECT_LINK = {"quote": "speaker_uid", "entity": "subject_uid", "claim": "claimant_uid"}


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
    link = SUBJECT_LINK.get(annotation.tag)
    return getattr(annotation.fields, link, None) if link else None


def value_of(entry: Entry, field: Field) -> str:
    """Return what a field holds, as text; "" for nothing."""
    reader = _READERS.get(field.kind)
    if reader is not None:
        return reader(entry)
    if not field.attribute:
        return entry.subject.name if entry.subject else ""
    held = getattr(entry.annotation.fields, field.attribute, None)
    if field.kind == "annotator":
        return entry.names.get(held, "") if held else ""
    return as_text(held)


def _wikidata_id(entry: Entry) -> str:
    return entry.subject.wikidata_id if entry.subject else ""


def _verdict(entry: Entry) -> str:
    return entry.ruling.code if entry.ruling else ""


def _verdict_label(entry: Entry) -> str:
    return entry.ruling.label if entry.ruling else ""


def _rating(entry: Entry) -> str:
    return rating_in_words(entry.ruling) if entry.ruling else ""


def _explanation(entry: Entry) -> str:
    return entry.ruling.explanation if entry.ruling else ""


def _review_url(entry: Entry) -> str:
    return entry.ruling.review_url if entry.ruling else ""


_READERS: Mapping[str, Callable[[Entry], str]] = {
    "wikidata": _wikidata_id,
    "verdict": _verdict,
    "verdict_label": _verdict_label,
    "rating": _rating,
    "ruling_text": _explanation,
    "ruling_address": _review_url,
}
