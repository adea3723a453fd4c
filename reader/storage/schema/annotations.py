"""Annotations, and the typed fields that each tag adds: one row an annotation."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from reader.model import vocabulary as words
from reader.storage.schema.base import Row, Uid, Version
from reader.storage.types import one_of


class AnnotationRow(Row):
    """A marked span of a revision's text.

    Half-open, in Unicode code points: `start` and `end` alone are words of SQL.
    """

    __tablename__ = "annotations"
    __table_args__ = (
        CheckConstraint("0 <= start_cp AND start_cp < end_cp", name="span"),
        CheckConstraint("length(exact) = end_cp - start_cp", name="exact"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        CheckConstraint("version >= 1", name="version"),
        one_of("status", words.STATUSES),
        one_of("origin", words.ORIGINS),
        one_of("anchor", words.ANCHORS),
        Index(None, "revision_uid", "start_cp"),
        {"comment": "marked spans: the words of a revision from start_cp to before end_cp"},
    )

    uid: Mapped[Uid]
    revision_uid: Mapped[str] = mapped_column(ForeignKey("revisions.uid", ondelete="CASCADE"))
    tag: Mapped[str] = mapped_column(ForeignKey("tags.key"))
    start_cp: Mapped[int] = mapped_column(comment="first code point of the span, from 0")
    end_cp: Mapped[int] = mapped_column(comment="first code point after the span")
    exact: Mapped[str] = mapped_column(comment="the words of the span, always")
    prefix: Mapped[str] = mapped_column(comment="up to 32 code points before")
    suffix: Mapped[str] = mapped_column(comment="up to 32 code points after")
    note: Mapped[str]
    status: Mapped[str]
    origin: Mapped[str]
    suggester: Mapped[str] = mapped_column(comment="the rule and its version")
    confidence: Mapped[float | None] = mapped_column(comment="0 to 1")
    anchor: Mapped[str] = mapped_column(comment="how it was found in this revision")
    annotator_uid: Mapped[str] = mapped_column(ForeignKey("annotators.uid"))
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    reviewed_by_uid: Mapped[str | None] = mapped_column(ForeignKey("annotators.uid"))
    reviewed_at: Mapped[datetime | None]
    version: Mapped[Version]


class QuoteRow(Row):
    """What is known of a quote."""

    __tablename__ = "quotes"
    __table_args__ = (
        CheckConstraint("(cue_start_cp IS NULL) = (cue_end_cp IS NULL)", name="cue_ends"),
        CheckConstraint("0 <= cue_start_cp AND cue_start_cp < cue_end_cp", name="cue_span"),
        CheckConstraint(
            "(speaker_start_cp IS NULL) = (speaker_end_cp IS NULL)", name="speaker_ends"
        ),
        CheckConstraint(
            "0 <= speaker_start_cp AND speaker_start_cp < speaker_end_cp", name="speaker_span"
        ),
        one_of("quote_type", words.QUOTE_TYPES, may_be_empty=True),
        one_of("cue_class", words.CUE_CLASSES, may_be_empty=True),
        one_of("attribution_level", words.ATTRIBUTION_LEVELS, may_be_empty=True),
        one_of("mark_state", words.MARK_STATES, may_be_empty=True),
        one_of("verified_against", words.VERIFIED_AGAINST, may_be_empty=True),
        one_of("verbatim_match", words.VERBATIM_MATCHES, may_be_empty=True),
        {"comment": "the fields of annotations with the tag quote"},
    )

    annotation_uid: Mapped[str] = mapped_column(
        ForeignKey("annotations.uid", ondelete="CASCADE"), primary_key=True
    )
    quote_type: Mapped[str]
    speaker: Mapped[str] = mapped_column(comment="as printed")
    speaker_uid: Mapped[str | None] = mapped_column(ForeignKey("subjects.uid"), index=True)
    speaker_role: Mapped[str]
    speaker_organization: Mapped[str]
    cue: Mapped[str] = mapped_column(comment="the word that introduces the quote")
    cue_start_cp: Mapped[int | None] = mapped_column(comment="in code points of the revision")
    cue_end_cp: Mapped[int | None]
    cue_class: Mapped[str]
    attribution_level: Mapped[str]
    said_on: Mapped[str] = mapped_column(comment="ISO 8601; the form tells the precision")
    venue: Mapped[str]
    original_language: Mapped[str] = mapped_column(comment="BCP 47")
    is_translation: Mapped[bool]
    mark_style: Mapped[str]
    mark_state: Mapped[str]
    verified_against: Mapped[str]
    verification_url: Mapped[str]
    verification_archive_url: Mapped[str]
    verbatim_match: Mapped[str]
    verified_by_uid: Mapped[str | None] = mapped_column(ForeignKey("annotators.uid"))
    verified_at: Mapped[datetime | None]
    speaker_start_cp: Mapped[int | None] = mapped_column(
        comment="where the speaker is named, in code points of the revision"
    )
    speaker_end_cp: Mapped[int | None]


class EntityRow(Row):
    """What a name, a date or a number stands for."""

    __tablename__ = "entities"
    __table_args__ = (
        one_of("entity_type", words.ENTITY_TYPES, may_be_empty=True),
        {"comment": "the fields of annotations with the tag entity"},
    )

    annotation_uid: Mapped[str] = mapped_column(
        ForeignKey("annotations.uid", ondelete="CASCADE"), primary_key=True
    )
    entity_type: Mapped[str]
    subject_uid: Mapped[str | None] = mapped_column(ForeignKey("subjects.uid"), index=True)
    title_role: Mapped[str]
    is_pronoun: Mapped[bool]
    iso_value: Mapped[str] = mapped_column(comment="of a date, ISO 8601")
    calendar: Mapped[str]
    month_system: Mapped[str]
    relative_to: Mapped[str]
    value: Mapped[float | None] = mapped_column(comment="of a number")
    unit: Mapped[str]
    approximate: Mapped[bool]


class ClaimRow(Row):
    """What a claim says, who claims it, and where its check stands."""

    __tablename__ = "claims"
    __table_args__ = (
        one_of("check_worthiness", words.CHECK_WORTHINESS, may_be_empty=True),
        one_of("state", words.CLAIM_STATES),
        one_of("claim_type", words.CLAIM_TYPES, may_be_empty=True),
        one_of("priority", words.PRIORITIES),
        CheckConstraint("seems_false BETWEEN 1 AND 5", name="seems_false"),
        CheckConstraint("public_interest BETWEEN 1 AND 5", name="public_interest"),
        CheckConstraint("harmful BETWEEN 1 AND 5", name="harmful"),
        {"comment": "the fields of annotations with the tag claim"},
    )

    annotation_uid: Mapped[str] = mapped_column(
        ForeignKey("annotations.uid", ondelete="CASCADE"), primary_key=True
    )
    claim_text: Mapped[str] = mapped_column(comment="the claim in one sentence of its own")
    claimant: Mapped[str] = mapped_column(comment="as printed")
    claimant_uid: Mapped[str | None] = mapped_column(ForeignKey("subjects.uid"), index=True)
    claimed_on: Mapped[str] = mapped_column(comment="ISO 8601; the form tells the precision")
    check_worthiness: Mapped[str]
    state: Mapped[str]
    drop_reason: Mapped[str]
    claim_type: Mapped[str]
    topic: Mapped[str]
    place: Mapped[str]
    context: Mapped[str]
    first_appearance_url: Mapped[str]
    priority: Mapped[str]
    assigned_to_uid: Mapped[str | None] = mapped_column(ForeignKey("annotators.uid"))
    verifiable: Mapped[str]
    seems_false: Mapped[int | None] = mapped_column(comment="1 to 5")
    public_interest: Mapped[int | None] = mapped_column(comment="1 to 5")
    harmful: Mapped[int | None] = mapped_column(comment="1 to 5")
    needs_professional: Mapped[str]
    harm_kind: Mapped[str]
    for_government: Mapped[str]
    contacted_at: Mapped[datetime | None]
    reply: Mapped[str]
    fact_check_url: Mapped[str]


class FigureRow(Row):
    """A number that a claim names."""

    __tablename__ = "claim_numbers"
    __table_args__ = (
        one_of("bound", words.BOUNDS, may_be_empty=True),
        CheckConstraint("value < up_to", name="up_to"),
        CheckConstraint(
            "(bound = '' OR NOT approximate) AND"
            " (up_to IS NULL OR (bound = '' AND NOT approximate))",
            name="one_sort",
        ),
        {"comment": "the numbers that claims name, in their order"},
    )

    annotation_uid: Mapped[str] = mapped_column(
        ForeignKey("annotations.uid", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[float]
    unit: Mapped[str]
    approximate: Mapped[bool]
    bound: Mapped[str] = mapped_column(comment="which limit the value is, if it is one")
    up_to: Mapped[float | None] = mapped_column(comment="the end of a range that value begins")
