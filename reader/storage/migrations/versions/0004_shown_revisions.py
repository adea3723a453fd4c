"""Which revision of an article is shown: the newest, for articles that were there before.

Revisions are found by the name of their source, too.
"""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import ISO, each, moment, version, whole, words

revision = "0004"
down_revision = "0003"

_COLUMN = "revision_number"
_MEANING = "of the revision that is shown"
_COLUMNS_BEFORE = (
    "id, uid, title, byline, publisher, url, archive_url, published, language,"
    " retrieved_at, created_at, deleted_at, version"
)
_NEWEST = "(SELECT max(number) FROM revisions WHERE article_uid = articles.uid)"


def upgrade() -> None:
    """Add the column and the index."""
    if op.get_bind().dialect.name == "sqlite":
        _make_anew(with_column=True)
    else:
        op.add_column("articles", sa.Column(_COLUMN, sa.Integer(), server_default="1"))
        op.alter_column("articles", _COLUMN, nullable=False, server_default=None)
        op.alter_column("articles", _COLUMN, comment=_MEANING)
        op.create_check_constraint(_COLUMN, "articles", f"{_COLUMN} >= 1")
    op.execute(f"UPDATE articles SET {_COLUMN} = coalesce({_NEWEST}, 1)")  # noqa: S608
    op.create_index(None, "revisions", ["source_name"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_revisions_source_name", "revisions")
    if op.get_bind().dialect.name == "sqlite":
        _make_anew(with_column=False)
    else:
        op.drop_constraint(op.f(f"ck_articles_{_COLUMN}"), "articles")
        op.drop_column("articles", _COLUMN)


def _make_anew(*, with_column: bool) -> None:
    """Make the table of articles anew: SQLite cannot add a rule to one.

    Foreign keys are off, so what points to it stays. The number that SQLite gave
    last is kept: it is never given again.
    """
    last = op.get_bind().scalar(sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'articles'"))
    op.execute("CREATE TEMP TABLE articles_before AS SELECT * FROM articles")
    op.drop_table("articles")
    _make_table(with_column=with_column)
    columns = f"{_COLUMNS_BEFORE}, {_COLUMN}" if with_column else _COLUMNS_BEFORE
    values = f"{_COLUMNS_BEFORE}, 1" if with_column else _COLUMNS_BEFORE
    op.execute(f"INSERT INTO articles ({columns}) SELECT {values} FROM articles_before")  # noqa: S608
    op.execute("DROP TABLE temp.articles_before")
    if last is not None:
        op.execute("DELETE FROM sqlite_sequence WHERE name = 'articles'")
        kept = sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES ('articles', :last)")
        op.execute(kept.bindparams(last=last))


def _make_table(*, with_column: bool) -> None:
    columns = [whole(_COLUMN, _MEANING)] if with_column else []
    # A table tells its rules in the order in which they were made.
    rules: list[sa.Constraint] = [
        sa.UniqueConstraint("uid"),
        sa.CheckConstraint("version >= 1", name="version"),
    ]
    if with_column:
        rules.append(sa.CheckConstraint(f"{_COLUMN} >= 1", name=_COLUMN))
    op.create_table(
        "articles",
        whole("id", "the number that people use", key=True),
        words("uid"),
        *each(words, "title byline publisher url archive_url"),
        words("published", ISO),
        words("language", "BCP 47"),
        *columns,
        moment("retrieved_at", empty=True),
        moment("created_at"),
        moment("deleted_at", "set while in the trash", empty=True),
        version(),
        *rules,
        comment="what is known of an article",
        sqlite_autoincrement=True,
    )
