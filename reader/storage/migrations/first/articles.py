"""Articles, their texts, and those who work on them, in schema 1."""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import ISO, each, link, moment, octets, version, whole, words


def annotators() -> None:
    """Make the table of that name."""
    op.create_table(
        "annotators",
        words("uid", key=True),
        words("name"),
        words("login", "the name in the operating system"),
        sa.UniqueConstraint("name", "login"),
        comment="those who annotate",
    )


def articles() -> None:
    """Make the table of that name."""
    op.create_table(
        "articles",
        whole("id", "the number that people use", key=True),
        words("uid"),
        *each(words, "title byline publisher url archive_url"),
        words("published", ISO),
        words("language", "BCP 47"),
        moment("retrieved_at", empty=True),
        moment("created_at"),
        moment("deleted_at", "set while in the trash", empty=True),
        version(),
        sa.UniqueConstraint("uid"),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="what is known of an article",
        sqlite_autoincrement=True,
    )


def revisions() -> None:
    """Make the table of that name."""
    op.create_table(
        "revisions",
        words("uid", key=True),
        link("article_uid", "articles.uid", cascade=True),
        whole("number", "1 for the first import"),
        whole("canonical_version", "version of the rules that made text"),
        words("text_sha256", "hex, of the text in UTF-8"),
        words("source_sha256", "hex, of the bytes as read"),
        words("source_name", "the file's name without its folder"),
        *each(words, "format encoding"),
        moment("imported_at"),
        whole("length_cp", "of the text, in code points"),
        words("text", "canonical form"),
        octets("source", "the bytes as read"),
        sa.UniqueConstraint("article_uid", "number"),
        sa.CheckConstraint("number >= 1", name="number"),
        sa.CheckConstraint("length_cp = length(text)", name="length_cp"),
        comment="one state of an article's text; it never changes",
    )
