"""The index of words: which texts are in it, and the tables that only one database knows.

SQLite keeps the words in an FTS5 table without a content of its own, PostgreSQL
in lexemes with a GIN index. Both are filled from the same terms (`text/terms.py`)
and asked the same, so both give the same hits.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, MetaData, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from reader.storage.schema.base import Row, Serial
from reader.storage.types import one_of

# What is looked through: the text of an article that is shown, its title and names, what is said
# of an annotation, the names of a subject, and what a claim was checked against and found to be.
DOCUMENT_KINDS = ("text", "head", "annotation", "subject", "ruling", "evidence")

INDEX_TABLES: Mapping[str, Mapping[str, str]] = {
    "sqlite": {
        "search_index": (
            "CREATE VIRTUAL TABLE search_index USING fts5(plain, folded, spelt, behind,"
            " content='', detail=column, tokenize=\"ascii tokenchars '_.,'\")"
        ),
        "search_vocabulary": (
            "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_index, col)"
        ),
    },
    "postgresql": {
        "search_index": (
            "CREATE TABLE search_index (document_id BIGINT NOT NULL"
            " CONSTRAINT pk_search_index PRIMARY KEY"
            " CONSTRAINT fk_search_index_document_id"
            " REFERENCES search_documents (id) ON DELETE CASCADE,"
            " terms TSVECTOR NOT NULL)"
        ),
    },
}
INDEX_INDEXES: Mapping[str, tuple[str, ...]] = {
    "sqlite": (),
    "postgresql": ("CREATE INDEX ix_search_index_terms ON search_index USING gin (terms)",),
}
# What FTS5 makes for itself.
SHADOW_TABLES = frozenset(f"search_index_{name}" for name in ("data", "idx", "docsize", "config"))


class SearchDocumentRow(Row):
    """A part of the library whose words are in the index, under this number."""

    __tablename__ = "search_documents"
    __table_args__ = (
        UniqueConstraint("kind", "record_uid", "part"),
        one_of("kind", DOCUMENT_KINDS),
        # A number is never given twice: what an index still held of the first would come back.
        {"sqlite_autoincrement": True, "comment": "what the index of words holds"},
    )

    id: Mapped[int] = mapped_column(Serial, primary_key=True, comment="the row of search_index")
    kind: Mapped[str] = mapped_column(comment="text, head, or the kind of a record")
    record_uid: Mapped[str] = mapped_column(
        comment="of the revision for a text, else of the record"
    )
    part: Mapped[int] = mapped_column(comment="from 0; only a very long text has more than one")
    article_id: Mapped[int | None] = mapped_column(
        index=True, comment="articles.id; null for a subject"
    )


def make_index(connection: Connection) -> None:
    """Make the tables that `search_documents` is the list of."""
    name = connection.dialect.name
    for statement in (*INDEX_TABLES[name].values(), *INDEX_INDEXES[name]):
        connection.exec_driver_sql(statement)


def drop_index(connection: Connection) -> None:
    """Drop the tables that `make_index` makes."""
    for table in reversed(list(INDEX_TABLES[connection.dialect.name])):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


def _after_create(_: MetaData, connection: Connection, **_more: Any) -> None:
    make_index(connection)


def _before_drop(_: MetaData, connection: Connection, **_more: Any) -> None:
    drop_index(connection)


event.listen(Row.metadata, "after_create", _after_create)
event.listen(Row.metadata, "before_drop", _before_drop)
