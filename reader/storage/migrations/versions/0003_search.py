"""The index of words. It is empty at first: whoever migrates fills it from what is there."""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import one_of, serial, whole, words

revision = "0003"
down_revision = "0002"

_FULL_TEXT = (
    "CREATE VIRTUAL TABLE search_index USING fts5(plain, folded, spelt, behind,"
    " content='', detail=column, tokenize=\"ascii tokenchars '_.,'\")"
)
_LEXEMES = (
    "CREATE TABLE search_index (document_id BIGINT NOT NULL"
    " CONSTRAINT pk_search_index PRIMARY KEY"
    " CONSTRAINT fk_search_index_document_id"
    " REFERENCES search_documents (id) ON DELETE CASCADE,"
    " terms TSVECTOR NOT NULL)"
)
_TABLES = {
    "sqlite": (
        _FULL_TEXT,
        "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_index, col)",
    ),
    "postgresql": (
        _LEXEMES,
        "CREATE INDEX ix_search_index_terms ON search_index USING gin (terms)",
    ),
}


def upgrade() -> None:
    """Make the index and the list of what is in it."""
    op.create_table(
        "search_documents",
        serial("id", "the row of search_index", key=True),
        words("kind", "text, head, annotation or subject"),
        words("record_uid", "of the revision, article, annotation, subject"),
        whole("part", "from 0; only a very long text has more than one"),
        sa.Column(
            "article_id",
            sa.Integer(),
            nullable=True,
            index=True,
            comment="articles.id; null for a subject",
        ),
        sa.UniqueConstraint("kind", "record_uid", "part"),
        one_of("kind", "text head annotation subject"),
        comment="what the index of words holds",
        sqlite_autoincrement=True,
    )
    for statement in _TABLES[op.get_bind().dialect.name]:
        op.execute(sa.text(statement.replace(":", "\\:")))


def downgrade() -> None:
    """Drop the index and its list."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_vocabulary")
    op.execute("DROP TABLE search_index")
    op.drop_table("search_documents")
