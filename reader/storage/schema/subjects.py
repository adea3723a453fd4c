"""People, organisations and places, and the tags and scales that a desk works with."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reader.model.vocabulary import LATIN_SCHEMES, NORMALISED_VERDICTS, SUBJECT_KINDS
from reader.storage.schema.base import Row, Uid, Version
from reader.storage.types import one_of


class SubjectRow(Row):
    """A person, an organisation or a place, shared by all articles."""

    __tablename__ = "subjects"
    __table_args__ = (
        one_of("kind", SUBJECT_KINDS),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="coordinates"),
        one_of("latin_scheme", LATIN_SCHEMES, may_be_empty=True),
        CheckConstraint("part_of_uid <> uid", name="part_of_uid"),
        {"comment": "people, organisations and places, shared by all articles"},
    )

    uid: Mapped[Uid]
    kind: Mapped[str]
    name: Mapped[str] = mapped_column(comment="the canonical Arabic name")
    latin_name: Mapped[str]
    role: Mapped[str]
    wikidata_id: Mapped[str] = mapped_column(comment="such as Q796")
    note: Mapped[str]
    created_at: Mapped[datetime]
    version: Mapped[Version]
    country: Mapped[str]
    geonames_id: Mapped[str] = mapped_column(comment="such as 98182")
    latitude: Mapped[float | None] = mapped_column(comment="in degrees, WGS 84")
    longitude: Mapped[float | None] = mapped_column(comment="in degrees, WGS 84")
    latin_scheme: Mapped[str] = mapped_column(comment="how the Latin name is made")
    part_of_uid: Mapped[str | None] = mapped_column(ForeignKey("subjects.uid"), index=True)


class SubjectNameRow(Row):
    """Another spelling of a subject's name."""

    __tablename__ = "subject_names"
    __table_args__ = ({"comment": "further spellings of a subject's name"},)

    subject_uid: Mapped[str] = mapped_column(
        ForeignKey("subjects.uid", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]


class SubjectRoleRow(Row):
    """What a subject was, and when."""

    __tablename__ = "subject_roles"
    __table_args__ = ({"comment": "what a subject was, and when: offices change hands"},)

    subject_uid: Mapped[str] = mapped_column(
        ForeignKey("subjects.uid", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    role: Mapped[str]
    since: Mapped[str] = mapped_column(comment="ISO 8601; the form tells the precision")
    until: Mapped[str] = mapped_column(comment="ISO 8601; the form tells the precision")


class TagRow(Row):
    """A kind of annotation, built in or made by a person."""

    __tablename__ = "tags"
    __table_args__ = (
        one_of("line", ("solid", "dashed", "dotted", "wavy")),
        CheckConstraint("version >= 1", name="version"),
        {"comment": "the kinds of annotation, built in or made by a person"},
    )

    key: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(comment="the order in menus")
    label_en: Mapped[str]
    label_ar: Mapped[str]
    colour: Mapped[str] = mapped_column(comment="#rrggbb")
    digit: Mapped[str] = mapped_column(comment="the key that applies it")
    line: Mapped[str] = mapped_column(comment="the underline that tells it apart without colour")
    built_in: Mapped[bool]
    version: Mapped[Version]


class VerdictScaleRow(Row):
    """The verdicts that a desk can give."""

    __tablename__ = "verdict_scales"
    __table_args__ = (
        CheckConstraint("version >= 1", name="version"),
        {"comment": "the verdicts that a desk can give"},
    )

    key: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    label_en: Mapped[str]
    label_ar: Mapped[str]
    version: Mapped[Version]


class VerdictLabelRow(Row):
    """One step of a verdict scale (schema.org Rating)."""

    __tablename__ = "verdict_labels"
    __table_args__ = (
        one_of("normalised", NORMALISED_VERDICTS),
        CheckConstraint("worst <= rating AND rating <= best", name="rating"),
        {"comment": "the steps of a verdict scale (schema.org Rating)"},
    )

    scale_key: Mapped[str] = mapped_column(
        ForeignKey("verdict_scales.key", ondelete="CASCADE"), primary_key=True
    )
    code: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(comment="best first")
    label_en: Mapped[str]
    label_ar: Mapped[str]
    normalised: Mapped[str] = mapped_column(comment="the class that scales share")
    rating: Mapped[int]
    best: Mapped[int]
    worst: Mapped[int]
    colour: Mapped[str] = mapped_column(comment="#rrggbb")
