"""An annotation as it travels between programs: a span, its tag, and what is said of it as text.

Every two-way format is written from `Carried` values and read into them, so that what
they say is told in one place: the common values, the columns of the tag's own table,
and the subject and the ruling behind the annotation.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, fields
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Any

from reader.frozen import dataclass
from reader.model import vocabulary as words
from reader.model.annotation import FIELDS_OF_TAG, Annotation, Relation, TypedFields
from reader.model.claim import Ruling
from reader.model.entry import Entry
from reader.model.figures import figure_typed
from reader.model.subject import Subject
from reader.model.vocabulary import Choice

# Where a file gives words and no position.
NOWHERE = -1
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, slots=True)
class Carried:
    """An annotation outside a library.

    `key` is what ties call it, `lasting_id` an id that nothing else in the world has and that
    stays whatever becomes of it, "" where its program gives none. Positions are code points
    of the text that it comes with, NOWHERE where a file has only the words. `exact` are the
    words that the file gives, "" for none, `prefix` and `suffix` what stands around them.
    `values` are texts by key: COMMON, those of a subject and a ruling, the columns of the
    tag's own table.
    """

    key: str = ""
    lasting_id: str = ""
    tag: str
    start_cp: int = NOWHERE
    end_cp: int = NOWHERE
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Tie:
    """A relation outside a library, between the keys of two annotations.

    `created_at` is ISO 8601, "" where a file does not tell.
    """

    key: str = ""
    from_key: str
    to_key: str
    type: str
    created_at: str = ""


# Texts and moments of the annotation itself, and the names of people.
COMMON = (
    "note", "status", "origin", "suggester", "confidence", "annotator", "annotator_uid",
    "reviewer", "reviewed_by_uid", "created_at", "updated_at", "reviewed_at",
)  # fmt: skip
# What a value is called here and in the record behind the annotation.
OF_SUBJECT = (
    ("subject_name", "name"),
    ("subject_kind", "kind"),
    ("latin_name", "latin_name"),
    ("latin_scheme", "latin_scheme"),
    ("wikidata_id", "wikidata_id"),
)
OF_RULING = (
    ("ruling_uid", "uid"),
    ("verdict_scale", "scale"),
    ("verdict", "code"),
    ("verdict_label", "label"),
    ("verdict_class", "normalised"),
    ("explanation", "explanation"),
    ("review_url", "review_url"),
    ("rated_at", "rated_at"),
    ("review_decision", "review_decision"),
    ("review_comment", "review_comment"),
    ("second_reviewed_at", "reviewed_at"),
    ("rating_value", "rating"),
    ("best_rating", "best"),
    ("worst_rating", "worst"),
)
# What our own tables tell of evidence: its addresses, joined.
EVIDENCE_URLS = "evidence_urls"
JOINT = " | "
# Who did something: the field that points to them, and what their name is called beside it.
PEOPLE: Mapping[str, str] = {
    "verified_by_uid": "verified_by",
    "assigned_to_uid": "assigned_to",
    "rated_by_uid": "rated_by",
    "reviewer_uid": "second_reviewer",
}
# The values that come from a closed list.
CHOICES_OF: Mapping[str, tuple[Choice, ...]] = {
    "status": words.STATUSES,
    "origin": words.ORIGINS,
    "quote_type": words.QUOTE_TYPES,
    "cue_class": words.CUE_CLASSES,
    "attribution_level": words.ATTRIBUTION_LEVELS,
    "mark_state": words.MARK_STATES,
    "verified_against": words.VERIFIED_AGAINST,
    "verbatim_match": words.VERBATIM_MATCHES,
    "entity_type": words.ENTITY_TYPES,
    "check_worthiness": words.CHECK_WORTHINESS,
    "state": words.CLAIM_STATES,
    "claim_type": words.CLAIM_TYPES,
    "priority": words.PRIORITIES,
    "subject_kind": words.SUBJECT_KINDS,
    "latin_scheme": words.LATIN_SCHEMES,
    "verdict_class": words.NORMALISED_VERDICTS,
}


def carried(entry: Entry) -> Carried:
    """Return an annotation with all that is said of it, those values that say anything."""
    one = entry.annotation
    values = dict(_common(entry))
    values |= _columns(one.fields)
    if entry.subject is not None:
        values |= _told(entry.subject, OF_SUBJECT)
    if entry.ruling is not None:
        values |= _told(entry.ruling, OF_RULING)
    for record in (one.fields, entry.ruling):
        values |= dict(_people(record, entry.names))
    return Carried(
        key=one.uid,
        tag=one.tag,
        start_cp=one.start_cp,
        end_cp=one.end_cp,
        exact=one.exact,
        prefix=one.prefix,
        suffix=one.suffix,
        values=values,
    )


def ties_among(entries: Iterable[Entry]) -> Iterator[Tie]:
    """Yield the relations between entries, each once, in the order of the entries."""
    listed = tuple(entries)
    there = {entry.annotation.uid for entry in listed}
    met = {one.uid: one for entry in listed for one in entry.relations}
    yield from (_tie(one) for one in met.values() if {one.from_uid, one.to_uid} <= there)


def value_keys(tags: Iterable[str] = tuple(FIELDS_OF_TAG)) -> tuple[str, ...]:
    """Return the keys that values may have, those of the tags' own tables after the others."""
    behind = (*(key for key, _ in (*OF_SUBJECT, *OF_RULING)), *PEOPLE, *PEOPLE.values())
    kinds: list[type] = [FIELDS_OF_TAG[tag] for tag in tags if tag in FIELDS_OF_TAG]
    own = (key for kind in kinds for key in columns_of(kind))
    return tuple(dict.fromkeys((*COMMON, *behind, *own)))


def columns_of(kind: type) -> tuple[str, ...]:
    """Return the columns of a tag's own table that are told as text: all but uids."""
    return tuple(one.name for one in fields(kind) if not one.name.endswith("_uid"))


def text_of(value: object) -> str:
    """Return a value of a column as text; "" for nothing and for no.

    The numbers of a claim stand one a line.
    """
    if value is None or value is False:
        return ""
    if value is True:
        return "true"
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return "\n".join(map(figure_typed, value))
    return repr(value) if isinstance(value, float) else str(value)


def _tie(one: Relation) -> Tie:
    return Tie(
        key=one.uid,
        from_key=one.from_uid,
        to_key=one.to_uid,
        type=one.type,
        created_at=text_of(one.created_at),
    )


def _common(entry: Entry) -> Iterator[tuple[str, str]]:
    one: Annotation = entry.annotation
    for key in COMMON:
        holder = entry if key in ("annotator", "reviewer") else one
        if value := text_of(getattr(holder, key)):
            yield key, value


def _columns(own: TypedFields | None) -> Mapping[str, str]:
    if own is None:
        return _NOTHING
    kind: type = type(own)
    unset = _unset(kind)
    told = ((key, getattr(own, key)) for key in columns_of(kind))
    return {key: text_of(value) for key, value in told if value != getattr(unset, key)}


@cache
def _unset(kind: type) -> object:
    return kind()


def _people(
    record: TypedFields | Ruling | None, names: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield who a record points to, by uid and by name; those whose names are known."""
    for link, key in PEOPLE.items():
        uid = getattr(record, link, None)
        if uid and names.get(uid):
            yield from ((link, uid), (key, names[uid]))


def _told(record: Subject | Ruling, keys: tuple[tuple[str, str], ...]) -> dict[str, str]:
    found: dict[str, Any] = {key: text_of(getattr(record, name)) for key, name in keys}
    return {key: value for key, value in found.items() if value}
