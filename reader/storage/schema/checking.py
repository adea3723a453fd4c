"""What hangs on an annotation: evidence, rulings and relations.

These rows do not vanish with their annotation: whoever deletes it says so for
each of them, so that the record of changes can bring all of them back.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reader.model.vocabulary import EVIDENCE_KINDS, NORMALISED_VERDICTS, RELATION_TYPES, STANCES
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
    created_at: Mapped[datetime]
    version: Mapped[Version]


class RulingRow(Row):
    """A verdict on a claim, with the label as it was published."""

    __tablename__ = "rulings"
    __table_args__ = (
        one_of("normalised", NORMALISED_VERDICTS),
        CheckConstraint("version >= 1", name="version"),
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
