"""Further reviews, appearances, corrections and the rules of the desk; scales are in the record.

Evidence has an order of its own: that in which it was added, for what was there before.
"""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import (
    ISO,
    each,
    flag,
    link,
    moment,
    one_of,
    one_of_or_nothing,
    version,
    whole,
    words,
)
from reader.storage.migrations.rebuilding import recorded_kinds

revision = "0007"
down_revision = "0006"

_KINDS_BEFORE = (
    "annotation subject evidence ruling relation article collection label tag field template"
)
_NEW = "review appearance correction scale desk"
_ORDER = "the order in the list"
_EVIDENCE_BEFORE = (
    "uid, annotation_uid, url, title, publisher, published, archive_url, archived_at,"
    " kind, stance, excerpt, independent, created_at, version"
)
_SCALES_BEFORE = "key, position, label_en, label_ar"


def upgrade() -> None:
    """Make the tables and columns, and let the record tell of them."""
    _reviews()
    _appearances()
    _corrections()
    _desk()
    if op.get_bind().dialect.name == "sqlite":
        _anew("evidence", _EVIDENCE_BEFORE, ", position", ", 0")
        _anew("verdict_scales", _SCALES_BEFORE, ", version", ", 1")
    else:
        _add("evidence", "position", 0, _ORDER)
        _add("verdict_scales", "version", 1, version().comment)
        op.create_check_constraint("version", "verdict_scales", "version >= 1")
    recorded_kinds(f"{_KINDS_BEFORE} {_NEW}")


def downgrade() -> None:
    """Drop them, with what the record tells of them."""
    listed = ", ".join(f"'{kind}'" for kind in _NEW.split())
    op.execute(f"DELETE FROM changes WHERE kind IN ({listed})")  # noqa: S608
    recorded_kinds(_KINDS_BEFORE)
    if op.get_bind().dialect.name == "sqlite":
        _anew("evidence", _EVIDENCE_BEFORE)
        _anew("verdict_scales", _SCALES_BEFORE)
    else:
        op.drop_column("evidence", "position")
        op.drop_constraint(op.f("ck_verdict_scales_version"), "verdict_scales")
        op.drop_column("verdict_scales", "version")
    for table in ("desk", "corrections", "appearances", "reviews"):
        op.drop_table(table)


def _add(table: str, name: str, held: int, comment: str | None) -> None:
    op.add_column(table, sa.Column(name, sa.Integer(), server_default=str(held)))
    op.alter_column(table, name, nullable=False, server_default=None, comment=comment)


def _anew(table: str, held: str, more: str = "", values: str = "") -> None:
    """Make a table anew: SQLite adds no column without a default to one that has rows.

    Foreign keys are off, so what points to it stays.
    """
    makers = {"evidence": _evidence, "verdict_scales": _scales}
    op.execute(f"CREATE TEMP TABLE held_before AS SELECT * FROM {table}")  # noqa: S608
    op.drop_table(table)
    makers[table](is_new=bool(more))
    op.execute(f"INSERT INTO {table} ({held}{more}) SELECT {held}{values} FROM held_before")  # noqa: S608
    op.execute("DROP TABLE temp.held_before")


def _evidence(*, is_new: bool) -> None:
    place = [whole("position", _ORDER)] if is_new else []
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
        *place,
        moment("created_at"),
        version(),
        one_of("kind", "primary expert media denial"),
        one_of("stance", "supports refutes context"),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="what a claim was checked against",
    )


def _scales(*, is_new: bool) -> None:
    counted: list[sa.schema.SchemaItem] = []
    if is_new:
        counted = [version(), sa.CheckConstraint("version >= 1", name="version")]
    op.create_table(
        "verdict_scales",
        words("key", key=True),
        whole("position"),
        *each(words, "label_en label_ar"),
        *counted,
        comment="the verdicts that a desk can give",
    )


def _reviews() -> None:
    op.create_table(
        "reviews",
        words("uid", key=True),
        link("annotation_uid", "annotations.uid", index=True),
        link("ruling_uid", "rulings.uid", index=True),
        link("reviewer_uid", "annotators.uid", empty=True),
        *each(words, "decision comment"),
        moment("decided_at", empty=True),
        moment("created_at"),
        version(),
        one_of_or_nothing("decision", "approved changes rejected"),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="reviews of verdicts beyond the one that a ruling names itself",
    )


def _appearances() -> None:
    op.create_table(
        "appearances",
        words("uid", key=True),
        link("annotation_uid", "annotations.uid", index=True),
        *each(words, "url archive_url"),
        words("published", ISO),
        words("outlet"),
        whole("position", _ORDER),
        moment("created_at"),
        version(),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="where claims were spread; what they were checked against is in evidence",
    )


def _corrections() -> None:
    op.create_table(
        "corrections",
        words("uid", key=True),
        link("annotation_uid", "annotations.uid", index=True),
        words("corrected_on", ISO),
        *each(words, "what why"),
        whole("position", _ORDER),
        moment("created_at"),
        version(),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="what was corrected in published checks, when and why",
    )


def _desk() -> None:
    op.create_table(
        "desk",
        words("uid", key=True),
        words("scale", "key of the scale of new rulings"),
        whole("reviewers", "how many approve before publication"),
        version(),
        sa.CheckConstraint("reviewers BETWEEN 0 AND 9", name="reviewers"),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="how the desk works on claims: at most one row",
    )
