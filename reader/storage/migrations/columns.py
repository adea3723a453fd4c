"""Columns and rules that migrations are written with.

Frozen like the migrations themselves: what is written here has already made
libraries. Names of constraints come from the convention of `schema/base.py`.
"""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

ISO = "ISO 8601; the form tells the precision"


def each(column: Callable[[str], "sa.Column[Any]"], names: str) -> list["sa.Column[Any]"]:
    """Return columns of one sort, for names with spaces between."""
    return [column(name) for name in names.split()]


def words(
    name: str,
    comment: str | None = None,
    *,
    key: bool = False,
    empty: bool = False,
    index: bool = False,
) -> "sa.Column[str]":
    """Return a column of text; `empty` allows NULL."""
    text = sa.Text()
    return sa.Column(name, text, primary_key=key, nullable=empty, index=index, comment=comment)


def ordered(name: str, comment: str | None = None, *, index: bool = False) -> "sa.Column[str]":
    """Return a column of text that is compared by code point on every server."""
    text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    return sa.Column(name, text, nullable=False, index=index, comment=comment)


def whole(
    name: str, comment: str | None = None, *, key: bool = False, empty: bool = False
) -> "sa.Column[int]":
    """Return a column of whole numbers."""
    return sa.Column(name, sa.Integer(), primary_key=key, nullable=empty, comment=comment)


def serial(name: str, comment: str | None = None, *, key: bool = False) -> "sa.Column[int]":
    """Return a column of numbers that the database counts up, 64 bits wide on a server."""
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column(name, number, primary_key=key, nullable=False, comment=comment)


def real(name: str, comment: str | None = None, *, empty: bool = False) -> "sa.Column[float]":
    """Return a column of fractions."""
    return sa.Column(name, sa.Double(), nullable=empty, comment=comment)


def flag(name: str) -> "sa.Column[bool]":
    """Return a column of yes or no."""
    return sa.Column(name, sa.Boolean(), nullable=False)


def moment(name: str, comment: str | None = None, *, empty: bool = False) -> "sa.Column[Any]":
    """Return a column of moments in UTC; ISO 8601 in SQLite."""
    instant = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
    return sa.Column(name, instant, nullable=empty, comment=comment)


def octets(name: str, comment: str | None = None) -> "sa.Column[bytes]":
    """Return a column of bytes."""
    return sa.Column(name, sa.LargeBinary(), nullable=False, comment=comment)


def version() -> "sa.Column[int]":
    """Return the column that counts a record's saves."""
    return whole("version", "counts the saves; a save must name the one it read")


def link(
    name: str,
    target: str,
    *,
    cascade: bool = False,
    key: bool = False,
    empty: bool = False,
    index: bool = False,
) -> "sa.Column[str]":
    """Return a column that points to another table; `cascade` lets its row go with the other."""
    points = sa.ForeignKey(target, ondelete="CASCADE" if cascade else None)
    return sa.Column(name, sa.Text(), points, primary_key=key, nullable=empty, index=index)


def one_of(name: str, keys: str) -> sa.CheckConstraint:
    """Return the rule that a column holds one of some keys, given with spaces between."""
    return _listed(name, keys.split())


def one_of_or_nothing(name: str, keys: str) -> sa.CheckConstraint:
    """Return the rule that a column holds one of some keys, or no letters at all."""
    return _listed(name, ["", *keys.split()])


def _listed(name: str, keys: list[str]) -> sa.CheckConstraint:
    listed = ", ".join(f"'{key}'" for key in keys)
    return sa.CheckConstraint(f"{name} IN ({listed})", name=name)
