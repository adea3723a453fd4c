"""A ruling keeps the rating of its step; claims have numbers, Latin names a scheme, places a place.

What a step was when a ruling was made, the record of changes tells where the scale was
edited since. Of the other columns nothing that is here tells anything.
"""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import (
    each,
    flag,
    link,
    moment,
    one_of,
    one_of_or_nothing,
    real,
    version,
    whole,
    words,
)

revision = "0010"
down_revision = "0009"

_SCHEMES = "ijmes ala_lc din_31635 iso_233 bgn_pcgn house printed own"
_SCHEME = "how the Latin name is made"
_RATINGS = {
    "rating": "of the step at the time",
    "best": "of its scale at the time",
    "worst": "of its scale at the time",
}
_RATING_RULES = {
    "rating": "worst <= rating AND rating <= best",
    "whole_rating": "(rating IS NULL) = (best IS NULL) AND (rating IS NULL) = (worst IS NULL)",
}
_RING = "part_of_uid <> uid"
# What each table held before, for SQLite, which adds no rule to a table.
_HELD = {
    "rulings": (
        "uid, annotation_uid, scale, code, label, normalised, explanation, review_url,"
        " rated_by_uid, rated_at, reviewer_uid, review_decision, review_comment, reviewed_at,"
        " version"
    ),
    "subjects": (
        "uid, kind, name, latin_name, role, wikidata_id, note, created_at, version,"
        " country, geonames_id, latitude, longitude"
    ),
}


def upgrade() -> None:
    """Add the columns and the table, and fill in the ratings."""
    op.create_table(
        "claim_numbers",
        link("annotation_uid", "annotations.uid", cascade=True, key=True),
        whole("position", key=True),
        real("value"),
        words("unit"),
        flag("approximate"),
        comment="the numbers that claims name, in their order",
    )
    if op.get_bind().dialect.name == "sqlite":
        _anew("rulings", "", "")
        _anew("subjects", ", latin_scheme", ", ''")
    else:
        _add()
    _fill()


def downgrade() -> None:
    """Drop them."""
    op.drop_table("claim_numbers")
    if op.get_bind().dialect.name == "sqlite":
        for table in _HELD:
            _anew(table, "", "", is_new=False)
        return
    for name in _RATING_RULES:
        op.drop_constraint(op.f(f"ck_rulings_{name}"), "rulings")
    for column in _RATINGS:
        op.drop_column("rulings", column)
    for name in ("latin_scheme", "part_of_uid"):
        op.drop_constraint(op.f(f"ck_subjects_{name}"), "subjects")
        op.drop_column("subjects", name)


def _add() -> None:
    """Add the columns where a table takes them."""
    for column, comment in _RATINGS.items():
        op.add_column("rulings", whole(column, comment, empty=True))
    for name, rule in _RATING_RULES.items():
        op.create_check_constraint(name, "rulings", rule)
    op.add_column("subjects", sa.Column("latin_scheme", sa.Text(), server_default=""))
    op.alter_column(
        "subjects", "latin_scheme", nullable=False, server_default=None, comment=_SCHEME
    )
    listed = one_of_or_nothing("latin_scheme", _SCHEMES)
    op.create_check_constraint("latin_scheme", "subjects", listed.sqltext)
    op.add_column("subjects", words("part_of_uid", empty=True))
    op.create_check_constraint("part_of_uid", "subjects", _RING)
    op.create_foreign_key(
        op.f("fk_subjects_part_of_uid"), "subjects", "subjects", ["part_of_uid"], ["uid"]
    )
    op.create_index(op.f("ix_subjects_part_of_uid"), "subjects", ["part_of_uid"])


# What was rated ---------------------------------------------------------------------------


def _fill() -> None:
    """Let each ruling keep what its step was when it was made, where that is known."""
    connection = op.get_bind()
    now = _steps(connection)
    edits = list(_edits(connection))
    query = sa.text("SELECT uid, scale, code, rated_at FROM rulings")
    found = []
    for uid, scale, code, rated_at in connection.execute(query).all():
        later = (before for key, at, before in edits if key == scale and at > rated_at)
        step = next(later, now).get((scale, code))
        if step is not None:
            found.append({"held": uid, "rating": step[0], "best": step[1], "worst": step[2]})
    if found:
        kept = "UPDATE rulings SET rating = :rating, best = :best, worst = :worst WHERE uid = :held"
        connection.execute(sa.text(kept), found)


_Steps = dict[tuple[str, str], tuple[int, int, int]]


def _steps(connection: sa.Connection) -> _Steps:
    """Return the steps of all scales as they are, by scale and code: rating, best, worst."""
    query = sa.text("SELECT scale_key, code, rating, best, worst FROM verdict_labels")
    return {(row[0], row[1]): (row[2], row[3], row[4]) for row in connection.execute(query)}


def _edits(connection: sa.Connection) -> Iterator[tuple[str, Any, _Steps]]:
    """Yield the scales that were edited, when, and their steps before, in the order of commits."""
    query = (
        "SELECT record_uid, at, before FROM changes"
        " WHERE kind = 'scale' AND before IS NOT NULL ORDER BY sequence"
    )
    for key, at, before in connection.execute(sa.text(query)).all():
        labels = json.loads(before)["labels"]
        steps = {(key, one["code"]): (one["rating"], one["best"], one["worst"]) for one in labels}
        yield key, at, steps


# SQLite -----------------------------------------------------------------------------------


def _anew(table: str, more: str, values: str, *, is_new: bool = True) -> None:
    """Make a table anew. Foreign keys are off, so what points to it stays."""
    held = _HELD[table]
    op.execute(f"CREATE TEMP TABLE held_before AS SELECT * FROM {table}")  # noqa: S608
    op.drop_table(table)
    _MAKERS[table](is_new)
    op.execute(f"INSERT INTO {table} ({held}{more}) SELECT {held}{values} FROM held_before")  # noqa: S608
    op.execute("DROP TABLE temp.held_before")


def _rulings(is_new: bool) -> None:
    ratings = [whole(one, comment, empty=True) for one, comment in _RATINGS.items()]
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
        *(ratings if is_new else []),
        one_of("normalised", "true partly_false false sarcasm unverifiable"),
        sa.CheckConstraint("version >= 1", name="version"),
        # A table tells its rules in the order in which they were made.
        *(sa.CheckConstraint(rule, name=name) for name, rule in _RATING_RULES.items() if is_new),
        comment="verdicts on claims",
    )


def _subjects(is_new: bool) -> None:
    added: list[sa.schema.SchemaItem] = []
    if is_new:
        added = [words("latin_scheme", _SCHEME)]
        added += [link("part_of_uid", "subjects.uid", empty=True, index=True)]
    placed = ("latitude", "longitude")
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
        words("country"),
        words("geonames_id", "such as 98182"),
        *(real(column, "in degrees, WGS 84", empty=True) for column in placed),
        *added,
        one_of("kind", "person organization place other"),
        sa.CheckConstraint("version >= 1", name="version"),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="coordinates"),
        *([one_of_or_nothing("latin_scheme", _SCHEMES)] if is_new else []),
        *([sa.CheckConstraint(_RING, name="part_of_uid")] if is_new else []),
        comment="people, organisations and places, shared by all articles",
    )


_MAKERS = {"rulings": _rulings, "subjects": _subjects}
