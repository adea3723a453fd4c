"""Free fields of tags, what annotations hold in them, and templates; tags are in the record."""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import (
    ISO,
    each,
    link,
    moment,
    one_of,
    one_of_or_nothing,
    real,
    version,
    whole,
    words,
)
from reader.storage.migrations.rebuilding import recorded_kinds

revision = "0005"
down_revision = "0004"

_KINDS_BEFORE = "annotation subject evidence ruling relation article collection label"
_KINDS = f"{_KINDS_BEFORE} tag field template"


def upgrade() -> None:
    """Make the tables, and let the record tell of tags, their fields and templates."""
    _make_fields()
    _make_templates()
    recorded_kinds(_KINDS)


def downgrade() -> None:
    """Drop them, with what the record tells of them."""
    op.execute("DELETE FROM changes WHERE kind IN ('tag', 'field', 'template')")
    recorded_kinds(_KINDS_BEFORE)
    for table in ("template_values", "templates"):
        op.drop_table(table)
    for table in ("annotation_values", "tag_field_choices", "tag_fields"):
        op.drop_table(table)


def _make_fields() -> None:
    op.create_table(
        "tag_fields",
        words("uid", key=True),
        link("tag", "tags.key", index=True),
        words("key", "names the field in exports"),
        *each(words, "label_en label_ar"),
        words("kind", "tells which column of annotation_values is used"),
        whole("position", "the order in the tag's details"),
        moment("created_at"),
        version(),
        one_of("kind", "text choice number date"),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="free fields of tags; what annotations hold in them is in annotation_values",
    )
    op.create_table(
        "tag_field_choices",
        link("field_uid", "tag_fields.uid", cascade=True, key=True),
        whole("position", key=True),
        *each(words, "key label_en label_ar"),
        comment="the values that a free field of the kind choice takes",
    )
    op.create_table(
        "annotation_values",
        link("annotation_uid", "annotations.uid", cascade=True, key=True),
        link("field_uid", "tag_fields.uid", key=True, index=True),
        words("text"),
        words("choice", "the key of one of tag_field_choices"),
        real("number", empty=True),
        words("date", ISO),
        comment="what annotations hold in free fields: one column a kind, the others empty",
    )


def _make_templates() -> None:
    op.create_table(
        "templates",
        words("uid", key=True),
        words("name"),
        link("tag", "tags.key", index=True),
        words("digit", "the key that applies it, with Ctrl"),
        *each(words, "status note"),
        whole("position", "the order in menus"),
        moment("created_at"),
        version(),
        one_of_or_nothing("status", "draft reviewed disputed rejected"),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="named sets of values that one key puts on selected words",
    )
    op.create_table(
        "template_values",
        link("template_uid", "templates.uid", cascade=True, key=True),
        whole("position", key=True),
        words("field", "the key of a field of the template's tag"),
        words("value"),
        comment="what a template puts into each field",
    )
