"""Subjects, tags and verdict scales, in schema 1."""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import (
    each,
    flag,
    link,
    moment,
    one_of,
    version,
    whole,
    words,
)


def subjects() -> None:
    """Make the table of that name."""
    op.create_table(
        "subjects",
        words("uid", key=True),
        words("kind"),
        words("name", "the canonical Arabic name"),
        *each(words, "latin_name role"),
        words("wikidata_id", "such as Q796"),
        words("note"),
        moment("created_at"),
        version(),
        one_of("kind", "person organization place other"),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="people, organisations and places, shared by all articles",
    )


def subject_names() -> None:
    """Make the table of that name."""
    op.create_table(
        "subject_names",
        link("subject_uid", "subjects.uid", cascade=True, key=True),
        whole("position", key=True),
        words("name"),
        comment="further spellings of a subject's name",
    )


def tags() -> None:
    """Make the table of that name."""
    op.create_table(
        "tags",
        words("key", key=True),
        whole("position", "the order in menus"),
        *each(words, "label_en label_ar"),
        words("colour", "#rrggbb"),
        words("digit", "the key that applies it"),
        words("line", "the underline that tells it apart without colour"),
        flag("built_in"),
        version(),
        one_of("line", "solid dashed dotted wavy"),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="the kinds of annotation, built in or made by a person",
    )


def verdict_scales() -> None:
    """Make the table of that name."""
    op.create_table(
        "verdict_scales",
        words("key", key=True),
        whole("position"),
        *each(words, "label_en label_ar"),
        comment="the verdicts that a desk can give",
    )


def verdict_labels() -> None:
    """Make the table of that name."""
    op.create_table(
        "verdict_labels",
        link("scale_key", "verdict_scales.key", cascade=True, key=True),
        words("code", key=True),
        whole("position", "best first"),
        *each(words, "label_en label_ar"),
        words("normalised", "the class that scales share"),
        *each(whole, "rating best worst"),
        words("colour", "#rrggbb"),
        one_of("normalised", "true partly_false false sarcasm unverifiable"),
        sa.CheckConstraint("worst <= rating AND rating <= best", name="rating"),
        comment="the steps of a verdict scale (schema.org Rating)",
    )
