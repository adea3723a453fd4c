"""What a desk adds to the tags: free fields, what annotations hold in them, templates."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reader.model.codebook import FIELD_KINDS
from reader.model.vocabulary import STATUSES
from reader.storage.schema.base import Row, Uid, Version
from reader.storage.types import one_of


class OwnFieldRow(Row):
    """A free field of a tag."""

    __tablename__ = "tag_fields"
    __table_args__ = (
        one_of("kind", FIELD_KINDS),
        CheckConstraint("version >= 1", name="version"),
        {"comment": "free fields of tags; what annotations hold in them is in annotation_values"},
    )

    uid: Mapped[Uid]
    tag: Mapped[str] = mapped_column(ForeignKey("tags.key"), index=True)
    key: Mapped[str] = mapped_column(comment="names the field in exports")
    label_en: Mapped[str]
    label_ar: Mapped[str]
    kind: Mapped[str] = mapped_column(comment="tells which column of annotation_values is used")
    position: Mapped[int] = mapped_column(comment="the order in the tag's details")
    created_at: Mapped[datetime]
    version: Mapped[Version]


class OwnChoiceRow(Row):
    """One value that a free field of the kind choice takes."""

    __tablename__ = "tag_field_choices"
    __table_args__ = ({"comment": "the values that a free field of the kind choice takes"},)

    field_uid: Mapped[str] = mapped_column(
        ForeignKey("tag_fields.uid", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str]
    label_en: Mapped[str]
    label_ar: Mapped[str]


class OwnValueRow(Row):
    """What an annotation holds in a free field: part of the annotation, and gone with it."""

    __tablename__ = "annotation_values"
    __table_args__ = (
        {"comment": "what annotations hold in free fields: one column a kind, the others empty"},
    )

    annotation_uid: Mapped[str] = mapped_column(
        ForeignKey("annotations.uid", ondelete="CASCADE"), primary_key=True
    )
    field_uid: Mapped[str] = mapped_column(
        ForeignKey("tag_fields.uid"), primary_key=True, index=True
    )
    text: Mapped[str]
    choice: Mapped[str] = mapped_column(comment="the key of one of tag_field_choices")
    number: Mapped[float | None]
    date: Mapped[str] = mapped_column(comment="ISO 8601; the form tells the precision")


class TemplateRow(Row):
    """A named set of values that one key puts on selected words."""

    __tablename__ = "templates"
    __table_args__ = (
        one_of("status", STATUSES, may_be_empty=True),
        CheckConstraint("version >= 1", name="version"),
        {"comment": "named sets of values that one key puts on selected words"},
    )

    uid: Mapped[Uid]
    name: Mapped[str]
    tag: Mapped[str] = mapped_column(ForeignKey("tags.key"), index=True)
    digit: Mapped[str] = mapped_column(comment="the key that applies it, with Ctrl")
    status: Mapped[str]
    note: Mapped[str]
    position: Mapped[int] = mapped_column(comment="the order in menus")
    created_at: Mapped[datetime]
    version: Mapped[Version]


class TemplateValueRow(Row):
    """What a template puts into one field."""

    __tablename__ = "template_values"
    __table_args__ = ({"comment": "what a template puts into each field"},)

    template_uid: Mapped[str] = mapped_column(
        ForeignKey("templates.uid", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    field: Mapped[str] = mapped_column(comment="the key of a field of the template's tag")
    value: Mapped[str]
