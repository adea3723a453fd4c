"""A marked span of a text, and the fields that each tag adds to it."""

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime

from reader.errors import BadSpan
from reader.frozen import dataclass
from reader.model.identity import new_uid, now


@dataclass(frozen=True, kw_only=True, slots=True)
class QuoteFields:
    """What is known of a quote: who said it, how, and whether that was verified.

    `speaker` is the name as printed, `speaker_uid` the subject it stands for;
    the places of cue and speaker are in code points of the same revision.
    """

    quote_type: str = ""
    speaker: str = ""
    speaker_uid: str | None = None
    speaker_role: str = ""
    speaker_organization: str = ""
    cue: str = ""
    cue_start_cp: int | None = None
    cue_end_cp: int | None = None
    cue_class: str = ""
    attribution_level: str = ""
    said_on: str = ""
    venue: str = ""
    original_language: str = ""
    is_translation: bool = False
    mark_style: str = ""
    mark_state: str = ""
    verified_against: str = ""
    verification_url: str = ""
    verification_archive_url: str = ""
    verbatim_match: str = ""
    verified_by_uid: str | None = None
    verified_at: datetime | None = None
    speaker_start_cp: int | None = None
    speaker_end_cp: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class EntityFields:
    """What a name, a date or a number in the text stands for."""

    entity_type: str = ""
    subject_uid: str | None = None
    title_role: str = ""
    is_pronoun: bool = False
    iso_value: str = ""
    calendar: str = ""
    month_system: str = ""
    relative_to: str = ""
    value: float | None = None
    unit: str = ""
    approximate: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A number that a claim names, of what, and how sure the claim is of it.

    It is exact, only about so (`approximate`), a limit (`bound` says which, of
    `vocabulary.BOUNDS`), or a range from `value` to `up_to`; never two of these at once.
    """

    value: float
    unit: str = ""
    approximate: bool = False
    bound: str = ""
    up_to: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimFields:
    """What a claim says in one sentence, who claims it, and where its check stands.

    `numbers` are the figures in it, in its order.
    """

    claim_text: str = ""
    claimant: str = ""
    claimant_uid: str | None = None
    claimed_on: str = ""
    check_worthiness: str = ""
    state: str = "candidate"
    drop_reason: str = ""
    claim_type: str = ""
    topic: str = ""
    place: str = ""
    context: str = ""
    first_appearance_url: str = ""
    priority: str = "normal"
    assigned_to_uid: str | None = None
    verifiable: str = ""
    seems_false: int | None = None
    public_interest: int | None = None
    harmful: int | None = None
    needs_professional: str = ""
    harm_kind: str = ""
    for_government: str = ""
    contacted_at: datetime | None = None
    reply: str = ""
    fact_check_url: str = ""
    numbers: tuple[Figure, ...] = ()


TypedFields = QuoteFields | EntityFields | ClaimFields

# The tags that bring a table of their own; any other tag has none.
FIELDS_OF_TAG: dict[str, type[QuoteFields] | type[EntityFields] | type[ClaimFields]] = {
    "quote": QuoteFields,
    "entity": EntityFields,
    "claim": ClaimFields,
}


def empty_fields(tag: str) -> TypedFields | None:
    """Return the unset fields of a tag, or None for a tag without a table."""
    kind = FIELDS_OF_TAG.get(tag)
    return kind() if kind else None


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnValue:
    """What an annotation holds in a free field of its tag; of the four, the field's kind is set."""

    field_uid: str
    text: str = ""
    choice: str = ""
    number: float | None = None
    date: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Annotation:
    """A marked span `text[start_cp:end_cp]` of a revision.

    Half-open, in Unicode code points, logical order. `exact` is the span's words,
    `prefix` and `suffix` up to 32 code points around it (the anchor of the W3C
    TextQuoteSelector). `own` holds the values of free fields, by the fields' uids.
    `version` counts its saves. Raises BadSpan for positions that mark nothing and
    for words of another length.
    """

    uid: str = field(default_factory=new_uid)
    revision_uid: str
    tag: str
    start_cp: int
    end_cp: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    status: str = "draft"
    origin: str = "manual"
    suggester: str = ""
    confidence: float | None = None
    anchor: str = "exact"
    annotator_uid: str
    created_at: datetime = field(default_factory=now)
    updated_at: datetime = field(default_factory=now)
    reviewed_by_uid: str | None = None
    reviewed_at: datetime | None = None
    fields: TypedFields | None = None
    own: tuple[OwnValue, ...] = ()
    version: int = 1

    def __post_init__(self) -> None:
        """Refuse a span that marks nothing, or words that are not its own."""
        if not 0 <= self.start_cp < self.end_cp or len(self.exact) != self.end_cp - self.start_cp:
            raise BadSpan(start=self.start_cp, end=self.end_cp, length=len(self.exact))


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """A tie from one annotation to another; `type` is a key of RELATION_TYPES."""

    uid: str = field(default_factory=new_uid)
    from_uid: str
    to_uid: str
    type: str
    created_at: datetime = field(default_factory=now)
    version: int = 1


def oldest_first(relations: Iterable[Relation]) -> list[Relation]:
    """Return relations in the order in which they were made."""
    return sorted(relations, key=lambda one: (one.created_at, one.uid))


@dataclass(frozen=True, kw_only=True, slots=True)
class Annotator:
    """Somebody who annotates; `login` is the name in the operating system."""

    uid: str = field(default_factory=new_uid)
    name: str
    login: str = ""
