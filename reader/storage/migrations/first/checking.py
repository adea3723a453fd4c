"""Evidence, rulings, relations and the record of changes, in schema 1."""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import (
    ISO,
    each,
    flag,
    link,
    moment,
    one_of,
    serial,
    version,
    whole,
    words,
)


def evidence() -> None:
    """Make the table of that name."""
    op.create_table(
        "evidence",
        words("uid", key=True),
        link("annotation_uid", "annotations.uid", index=True),
        *each(words, "url title publisher"),
        words("published", ISO),
        words("archive_url"),
        moment("archived_at", empty=True),
        *each(words, "kind stance excerpt"),
        flag("independent"),
        moment("created_at"),
        version(),
        one_of("kind", "primary expert media denial"),
        one_of("stance", "supports refutes context"),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="what a claim was checked against",
    )


def rulings() -> None:
    """Make the table of that name."""
    op.create_table(
        "rulings",
        words("uid", key=True),
        link("annotation_uid", "annotations.uid", index=True),
        words("scale", "key of the verdict scale at the time"),
        words("code", "step of the scale at the time"),
        words("label", "as published"),
        words("normalised", "the class that scales share"),
        *each(words, "explanation review_url"),
        link("rated_by_uid", "annotators.uid", empty=True),
        moment("rated_at"),
        link("reviewer_uid", "annotators.uid", empty=True),
        *each(words, "review_decision review_comment"),
        moment("reviewed_at", empty=True),
        version(),
        one_of("normalised", "true partly_false false sarcasm unverifiable"),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="verdicts on claims",
    )


def relations() -> None:
    """Make the table of that name."""
    op.create_table(
        "relations",
        words("uid", key=True),
        link("from_uid", "annotations.uid", index=True),
        link("to_uid", "annotations.uid", index=True),
        words("type"),
        moment("created_at"),
        version(),
        one_of(
            "type",
            "speaker_of source_of about same_as part_of continues repeats evidence_for contradicts",
        ),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="ties between two annotations",
    )


def changes() -> None:
    """Make the table of that name."""
    op.create_table(
        "changes",
        serial("sequence", "the order of commits", key=True),
        words("uid", "of the change; its rows share it"),
        whole("position", "within the change, from 0"),
        words("kind", "of the record that was edited"),
        words("record_uid", index=True),
        words("act", "what the person did"),
        moment("at", "by the clock of the person's computer"),
        link("annotator_uid", "annotators.uid"),
        words("session_uid", "tells the windows apart"),
        words("direction"),
        words("reverses", "uid of the change undone or redone", empty=True),
        words("before", "the record as JSON; null where not there", empty=True),
        words("after", "the record as JSON; null where not there", empty=True),
        words(
            "digest", "sha256 of the digest before and of this row: a chain that shows tampering"
        ),
        sa.UniqueConstraint("uid", "position"),
        one_of("kind", "annotation subject evidence ruling relation article"),
        one_of("direction", "do undo redo"),
        comment="every change, in the order of commits",
        sqlite_autoincrement=True,
    )
