"""Articles, the text of each import, and those who work on them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Integer, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from reader.storage.schema.base import Row, Uid, Version


class ArticleRow(Row):
    """What is known of an article."""

    __tablename__ = "articles"
    __table_args__ = (
        UniqueConstraint("uid"),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("revision_number >= 1", name="revision_number"),
        # A number that people have used is never given to another article.
        {"sqlite_autoincrement": True, "comment": "what is known of an article"},
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True, comment="the number that people use")
    uid: Mapped[str]
    title: Mapped[str]
    byline: Mapped[str]
    publisher: Mapped[str]
    url: Mapped[str]
    archive_url: Mapped[str]
    published: Mapped[str] = mapped_column(comment="ISO 8601; the form tells the precision")
    language: Mapped[str] = mapped_column(comment="BCP 47")
    revision_number: Mapped[int] = mapped_column(comment="of the revision that is shown")
    retrieved_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None] = mapped_column(comment="set while in the trash")
    version: Mapped[Version]


class RevisionRow(Row):
    """One state of an article's text; it never changes.

    Text and source stand last: a row's other columns are read without them.
    """

    __tablename__ = "revisions"
    __table_args__ = (
        UniqueConstraint("article_uid", "number"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("length_cp = length(text)", name="length_cp"),
        {"comment": "one state of an article's text; it never changes"},
    )

    uid: Mapped[Uid]
    article_uid: Mapped[str] = mapped_column(ForeignKey("articles.uid", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column(comment="1 for the first import")
    canonical_version: Mapped[int] = mapped_column(comment="version of the rules that made text")
    text_sha256: Mapped[str] = mapped_column(index=True, comment="hex, of the text in UTF-8")
    source_sha256: Mapped[str] = mapped_column(comment="hex, of the bytes as read")
    source_name: Mapped[str] = mapped_column(
        index=True, comment="the file's name without its folder"
    )
    format: Mapped[str]
    encoding: Mapped[str]
    imported_at: Mapped[datetime]
    length_cp: Mapped[int] = mapped_column(comment="of the text, in code points")
    text: Mapped[str] = mapped_column(comment="canonical form")
    source: Mapped[bytes] = mapped_column(LargeBinary, comment="the bytes as read")


class AnnotatorRow(Row):
    """Somebody who annotates."""

    __tablename__ = "annotators"
    __table_args__ = (
        UniqueConstraint("name", "login"),
        {"comment": "those who annotate"},
    )

    uid: Mapped[Uid]
    name: Mapped[str]
    login: Mapped[str] = mapped_column(comment="the name in the operating system")
