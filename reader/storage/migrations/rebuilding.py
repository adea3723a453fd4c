"""The record of changes made anew with other rules: SQLite cannot alter a rule of a table."""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import link, moment, one_of, serial, whole, words

_DIGEST = "sha256 of the digest before and of this row: a chain that shows tampering"
_JSON = "the record as JSON; null where not there"


def recorded_kinds(kinds: str) -> None:
    """Let the record tell of these kinds, given with spaces between, and of no others.

    Frozen with the migrations that call it. No row is changed, and SQLite keeps the
    last number that it gave, so that a cut end of the record still shows.
    """
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint(op.f("ck_changes_kind"), "changes")
        rule = one_of("kind", kinds)
        op.create_check_constraint("kind", "changes", rule.sqltext)
        return
    op.drop_index("ix_changes_record_uid", "changes")
    op.rename_table("changes", "changes_before")
    _make(kinds)
    op.execute("INSERT INTO changes SELECT * FROM changes_before")
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'changes'")
    op.execute("UPDATE sqlite_sequence SET name = 'changes' WHERE name = 'changes_before'")
    op.drop_table("changes_before")


def _make(kinds: str) -> None:
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
        words("before", _JSON, empty=True),
        words("after", _JSON, empty=True),
        words("digest", _DIGEST),
        sa.UniqueConstraint("uid", "position"),
        one_of("kind", kinds),
        one_of("direction", "do undo redo"),
        comment="every change, in the order of commits",
        sqlite_autoincrement=True,
    )
