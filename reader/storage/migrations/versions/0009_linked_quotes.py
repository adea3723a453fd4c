"""Two more sorts of ties, articles as evidence, and where in the world a subject is."""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import (
    ISO,
    each,
    flag,
    link,
    moment,
    one_of,
    real,
    version,
    whole,
    words,
)

revision = "0009"
down_revision = "0008"

_TYPES_BEFORE = (
    "speaker_of source_of about same_as part_of continues repeats evidence_for contradicts"
)
_NEW_TYPES = "nested_in linked_quote"
_ARTICLE = "uid of an article of the library that is the evidence; it may be gone"
_COORDINATES = {
    "latitude": "latitude BETWEEN -90 AND 90",
    "longitude": "longitude BETWEEN -180 AND 180",
    "coordinates": "(latitude IS NULL) = (longitude IS NULL)",
}
# What each table held before, for SQLite, which adds no column without a default and no rule.
_HELD = {
    "relations": "uid, from_uid, to_uid, type, created_at, version",
    "evidence": (
        "uid, annotation_uid, url, title, publisher, published, archive_url, archived_at,"
        " kind, stance, excerpt, independent, position, created_at, version"
    ),
    "subjects": "uid, kind, name, latin_name, role, wikidata_id, note, created_at, version",
}


def upgrade() -> None:
    """Add the columns and let ties be of the new sorts."""
    if op.get_bind().dialect.name == "sqlite":
        _anew("relations", "", "")
        _anew("evidence", "", "")
        _anew("subjects", ", country, geonames_id", ", '', ''")
        return
    _tie(f"{_TYPES_BEFORE} {_NEW_TYPES}")
    op.add_column("evidence", words("article_uid", _ARTICLE, empty=True))
    for column in ("country", "geonames_id"):
        op.add_column("subjects", sa.Column(column, sa.Text(), server_default=""))
        op.alter_column(
            "subjects",
            column,
            nullable=False,
            server_default=None,
            comment=_GEONAMES if column == "geonames_id" else None,
        )
    for column in ("latitude", "longitude"):
        op.add_column("subjects", real(column, _DEGREES, empty=True))
    for name, rule in _COORDINATES.items():
        op.create_check_constraint(name, "subjects", rule)


def downgrade() -> None:
    """Drop them, with the ties of the new sorts and what the record tells of those."""
    listed = ", ".join(f"'{key}'" for key in _NEW_TYPES.split())
    op.execute(
        "DELETE FROM changes WHERE kind = 'relation' AND record_uid IN"  # noqa: S608
        f" (SELECT uid FROM relations WHERE type IN ({listed}))"
    )
    op.execute(f"DELETE FROM relations WHERE type IN ({listed})")  # noqa: S608
    if op.get_bind().dialect.name == "sqlite":
        for table in _HELD:
            _anew(table, "", "", is_new=False)
        return
    _tie(_TYPES_BEFORE)
    op.drop_column("evidence", "article_uid")
    for name in _COORDINATES:
        op.drop_constraint(op.f(f"ck_subjects_{name}"), "subjects")
    for column in ("country", "geonames_id", "latitude", "longitude"):
        op.drop_column("subjects", column)


_GEONAMES = "such as 98182"
_DEGREES = "in degrees, WGS 84"


def _tie(types: str) -> None:
    op.drop_constraint(op.f("ck_relations_type"), "relations")
    op.create_check_constraint("type", "relations", one_of("type", types).sqltext)


def _anew(table: str, more: str, values: str, *, is_new: bool = True) -> None:
    """Make a table anew. Foreign keys are off, so what points to it stays."""
    held = _HELD[table]
    op.execute(f"CREATE TEMP TABLE held_before AS SELECT * FROM {table}")  # noqa: S608
    op.drop_table(table)
    _MAKERS[table](is_new)
    op.execute(f"INSERT INTO {table} ({held}{more}) SELECT {held}{values} FROM held_before")  # noqa: S608
    op.execute("DROP TABLE temp.held_before")


def _relations(is_new: bool) -> None:
    op.create_table(
        "relations",
        words("uid", key=True),
        link("from_uid", "annotations.uid", index=True),
        link("to_uid", "annotations.uid", index=True),
        words("type"),
        moment("created_at"),
        version(),
        one_of("type", f"{_TYPES_BEFORE} {_NEW_TYPES}" if is_new else _TYPES_BEFORE),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="ties between two annotations",
    )


def _evidence(is_new: bool) -> None:
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
        whole("position", "the order in the list"),
        moment("created_at"),
        version(),
        *([words("article_uid", _ARTICLE, empty=True)] if is_new else []),
        one_of("kind", "primary expert media denial"),
        one_of("stance", "supports refutes context"),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="what a claim was checked against",
    )


def _subjects(is_new: bool) -> None:
    placed: list[sa.schema.SchemaItem] = []
    if is_new:
        placed = [
            words("country"),
            words("geonames_id", _GEONAMES),
            real("latitude", _DEGREES, empty=True),
            real("longitude", _DEGREES, empty=True),
        ]
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
        *placed,
        one_of("kind", "person organization place other"),
        sa.CheckConstraint("version >= 1", name="version"),
        # A table tells its rules in the order in which they were made.
        *(sa.CheckConstraint(rule, name=name) for name, rule in _COORDINATES.items() if is_new),
        comment="people, organisations and places, shared by all articles",
    )


_MAKERS = {"relations": _relations, "evidence": _evidence, "subjects": _subjects}
