"""Rulings and evidence in the index of words, which is emptied: whoever migrates fills it anew."""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import one_of, serial, whole, words

revision = "0008"
down_revision = "0007"

_KINDS_BEFORE = "text head annotation subject"
_COMMENTS_BEFORE = {
    "kind": "text, head, annotation or subject",
    "record_uid": "of the revision, article, annotation, subject",
}
_KINDS = f"{_KINDS_BEFORE} ruling evidence"
_COMMENTS = {
    "kind": "text, head, or the kind of a record",
    "record_uid": "of the revision for a text, else of the record",
}


def upgrade() -> None:
    """Let the list of documents name two more kinds."""
    _empty(_KINDS, _COMMENTS)


def downgrade() -> None:
    """Let it name them no more."""
    _empty(_KINDS_BEFORE, _COMMENTS_BEFORE)


def _empty(kinds: str, comments: dict[str, str]) -> None:
    """Empty the list; SQLite cannot alter a rule of a table, so there it is made anew."""
    if op.get_bind().dialect.name == "sqlite":
        op.drop_table("search_documents")
        _make(kinds, comments)
        return
    op.execute("DELETE FROM search_documents")
    op.drop_constraint(op.f("ck_search_documents_kind"), "search_documents")
    op.create_check_constraint("kind", "search_documents", one_of("kind", kinds).sqltext)
    for name, comment in comments.items():
        op.alter_column("search_documents", name, comment=comment)


def _make(kinds: str, comments: dict[str, str]) -> None:
    op.create_table(
        "search_documents",
        serial("id", "the row of search_index", key=True),
        words("kind", comments["kind"]),
        words("record_uid", comments["record_uid"]),
        whole("part", "from 0; only a very long text has more than one"),
        sa.Column(
            "article_id",
            sa.Integer(),
            nullable=True,
            index=True,
            comment="articles.id; null for a subject",
        ),
        sa.UniqueConstraint("kind", "record_uid", "part"),
        one_of("kind", kinds),
        comment="what the index of words holds",
        sqlite_autoincrement=True,
    )
