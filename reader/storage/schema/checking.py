"""What hangs on an annotation: evidence, rulings and relations.

These rows do not vanish with their annotation: whoever deletes it says so for
each of them, so that the record of changes can bring all of them back.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reader.model.vocabulary import (
    EVIDENCE_KINDS,
    NORMALISED_VERDICTS,
    RELATION_TYPES,
    REVIEW_DECISIONS,
    STANCES,
)
from reader.storage.schema.base import Row, Uid, Version
from reader.storage.types import one_of


class EvidenceRow(Row):
    """Something that a claim was checked against."""

    __tablename__ = "evidence"
    __table_args__ = (
        one_of("kind", EVIDENCE_KINDS),
        one_of("stance", STANCES),
        CheckConstraint("version >= 1", name="version"),
        {"comment": "what a claim was checked against"},
    )

    uid: Mapped[Uid]
    annotation_uid: Mapped[str] = mapped_column(ForeignKey("annotations.uid"), index=True)
    url: Mapped[str]
    title: Mapped[str]
    publisher: Mapped[str]
    published: Mapped[str] = mapped_column(comment="ISO 8601; the form tells the precision")
    archive_url: Mapped[str]
    archived_at: Mapped[datetime | None]
    kind: Mapped[str]
    stance: Mapped[str]
    excerpt: Mapped[str]
    independent: Mapped[bool]
    position: Mapped[int] = mapped_column(comment="the order in the list")
    created_at: Mapped[datetime]
    version: Mapped[Version]
    # No foreign key: evidence outlives the article, and says itself what it was.
    article_uid: Mapped[str | None] = mapped_column(
        comment="uid of an article of the library that is the evidence; it may be gone"
    )


class RulingRow(Row):
    """A verdict on a claim, with the label as it was published."""

    __tablename__ = "rulings"
    __table_args__ = (
        one_of("normalised", NORMALISED_VERDICTS),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("worst <= rating AND rating <= best", name="rating"),
        CheckConstraint(
            "(rating IS NULL) = (best IS NULL) AND (rating IS NULL) = (worst IS NULL)",
            name="whole_rating",
        ),
        {"comment": "verdicts on claims"},
    )

    uid: Mapped[Uid]
    annotation_uid: Mapped[str] = mapped_column(ForeignKey("annotations.uid"), index=True)
    scale: Mapped[str] = mapped_column(comment="key of the verdict scale at the time")
    code: Mapped[str] = mapped_column(comment="step of the scale at the time")
    label: Mapped[str] = mapped_column(comment="as published")
    normalised: Mapped[str] = mapped_column(comment="the class that scales share")
    explanation: Mapped[str]
    review_url: Mapped[str]
    rated_by_uid: Mapped[str | None] = mapped_column(ForeignKey("annotators.uid"))
    rated_at: Mapped[datetime]
    reviewer_uid: Mapped[str | None] = mapped_column(ForeignKey("annotators.uid"))
    review_decision: Mapped[str]
    review_comment: Mapped[str]
    reviewed_at: Mapped[datetime | None]
    version: Mapped[Version]
    rating: Mapped[int | None] = mapped_column(comment="of the step at the time")
    best: Mapped[int | None] = mapped_column(comment="of its scale at the time")
    worst: Mapped[int | None] = mapped_column(comment="of its scale at the time")


class ReviewRow(Row):
    """What one more reviewer says of a ruling."""

    __tablename__ = "reviews"
    __table_args__ = (
        one_of("decision", REVIEW_DECISIONS, may_be_empty=True),
        CheckConstraint("version >= 1", name="version"),
        {"comment": "reviews of verdicts beyond the one that a ruling names itself"},
    )

    uid: Mapped[Uid]
    annotation_uid: Mapped[str] = mapped_column(ForeignKey("annotations.uid"), index=True)
    ruling_uid: Mapped[str] = mapped_column(ForeignKey("rulings.uid"), index=True)
    reviewer_uid: Mapped[str | None] = mapped_column(ForeignKey("annotators.uid"))
    decision: Mapped[str]
    comment: Mapped[str]
    decided_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    version: Mapped[Version]


class AppearanceRow(Row):
    """Where a claim was spread."""

    __tablename__ = "appearances"
    __table_args__ = (
        CheckConstraint("version >= 1", name="version"),
        {"comment": "where claims were spread; what they were checked against is in evidence"},
    )

    uid: Mapped[Uid]
    annotation_uid: Mapped[str] = mapped_column(ForeignKey("annotations.uid"), index=True)
    url: Mapped[str]
    archive_url: Mapped[str]
    published: Mapped[str] = mapped_column(comment="ISO 8601; the form tells the precision")
    outlet: Mapped[str]
    position: Mapped[int] = mapped_column(comment="the order in the list")
    created_at: Mapped[datetime]
    version: Mapped[Version]


class CorrectionRow(Row):
    """What was corrected in a published check."""

    __tablename__ = "corrections"
    __table_args__ = (
        CheckConstraint("version >= 1", name="version"),
        {"comment": "what was corrected in published checks, when and why"},
    )

    uid: Mapped[Uid]
    annotation_uid: Mapped[str] = mapped_column(ForeignKey("annotations.uid"), index=True)
    corrected_on: Mapped[str] = mapped_column(comment="ISO 8601; the form tells the precision")
    what: Mapped[str]
    why: Mapped[str]
    position: Mapped[int] = mapped_column(comment="the order in the list")
    created_at: Mapped[datetime]
    version: Mapped[Version]


class DeskRow(Row):
    """How a desk works on claims."""

    __tablename__ = "desk"
    __table_args__ = (
        CheckConstraint("reviewers BETWEEN 0 AND 9", name="reviewers"),
        CheckConstraint("version >= 1", name="version"),
        {"comment": "how the desk works on claims: at most one row"},
    )

    uid: Mapped[Uid]
    scale: Mapped[str] = mapped_column(comment="key of the scale of new rulings")
    reviewers: Mapped[int] = mapped_column(comment="how many approve before publication")
    version: Mapped[Version]


class RelationRow(Row):
    """A tie from one annotation to another."""

    __tablename__ = "relations"
    __table_args__ = (
        one_of("type", RELATION_TYPES),
        CheckConstraint("version >= 1", name="version"),
        {"comment": "ties between two annotations"},
    )

    uid: Mapped[Uid]
    from_uid: Mapped[str] = mapped_column(ForeignKey("annotations.uid"), index=True)
    to_uid: Mapped[str] = mapped_column(ForeignKey("annotations.uid"), index=True)
    type: Mapped[str]
    created_at: Mapped[datetime]
    version: Mapped[Version]
