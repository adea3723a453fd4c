"""A number of a claim can be a limit or a range; one that was only about so stays so."""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import (
    flag,
    link,
    one_of_or_nothing,
    real,
    whole,
    words,
)

revision = "0011"
down_revision = "0010"

_TABLE = "claim_numbers"
_HELD = "annotation_uid, position, value, unit, approximate"
_BOUNDS = "above at_least below at_most"
_BOUND = "which limit the value is, if it is one"
_UP_TO = "the end of a range that value begins"
_RULES = {
    "up_to": "value < up_to",
    "one_sort": (
        "(bound = '' OR NOT approximate) AND (up_to IS NULL OR (bound = '' AND NOT approximate))"
    ),
}


def upgrade() -> None:
    """Add the columns, and the rules that hold them."""
    if op.get_bind().dialect.name == "sqlite":
        _anew(", bound", ", ''")
        return
    op.add_column(_TABLE, sa.Column("bound", sa.Text(), server_default=""))
    op.alter_column(_TABLE, "bound", nullable=False, server_default=None, comment=_BOUND)
    op.add_column(_TABLE, real("up_to", _UP_TO, empty=True))
    op.create_check_constraint("bound", _TABLE, one_of_or_nothing("bound", _BOUNDS).sqltext)
    for name, rule in _RULES.items():
        op.create_check_constraint(name, _TABLE, rule)


def downgrade() -> None:
    """Drop them: a limit and the beginning of a range stay as numbers that are only about so."""
    op.execute(
        f"UPDATE {_TABLE} SET approximate = (1 = 1), bound = '', up_to = NULL"  # noqa: S608
        " WHERE bound <> '' OR up_to IS NOT NULL"
    )
    if op.get_bind().dialect.name == "sqlite":
        _anew("", "", is_new=False)
        return
    for name in ("bound", *_RULES):
        op.drop_constraint(op.f(f"ck_{_TABLE}_{name}"), _TABLE)
    for column in ("bound", "up_to"):
        op.drop_column(_TABLE, column)


def _anew(more: str, values: str, *, is_new: bool = True) -> None:
    """Make the table anew, as SQLite adds no rule to one; nothing points to it."""
    op.execute(f"CREATE TEMP TABLE held_before AS SELECT * FROM {_TABLE}")  # noqa: S608
    op.drop_table(_TABLE)
    added: list[sa.schema.SchemaItem] = [words("bound", _BOUND), real("up_to", _UP_TO, empty=True)]
    rules = [
        one_of_or_nothing("bound", _BOUNDS),
        *(sa.CheckConstraint(rule, name=name) for name, rule in _RULES.items()),
    ]
    op.create_table(
        _TABLE,
        link("annotation_uid", "annotations.uid", cascade=True, key=True),
        whole("position", key=True),
        real("value"),
        words("unit"),
        flag("approximate"),
        *(added if is_new else []),
        *(rules if is_new else []),
        comment="the numbers that claims name, in their order",
    )
    op.execute(f"INSERT INTO {_TABLE} ({_HELD}{more}) SELECT {_HELD}{values} FROM held_before")  # noqa: S608
    op.execute("DROP TABLE temp.held_before")
