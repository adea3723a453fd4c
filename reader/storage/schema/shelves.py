"""Where articles are put, by what they are listed, and who has read them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reader.storage.schema.base import Ordered, Row, Uid, Version


class CollectionRow(Row):
    """A folder of articles."""

    __tablename__ = "collections"
    __table_args__ = (
        CheckConstraint("parent_uid <> uid", name="parent"),
        CheckConstraint("version >= 1", name="version"),
        {"comment": "folders of articles, one within another"},
    )

    uid: Mapped[Uid]
    name: Mapped[str]
    parent_uid: Mapped[str | None] = mapped_column(ForeignKey("collections.uid"), index=True)
    position: Mapped[int] = mapped_column(comment="the order among sisters")
    created_at: Mapped[datetime]
    version: Mapped[Version]


class LabelRow(Row):
    """A word that articles can bear."""

    __tablename__ = "labels"
    __table_args__ = (
        CheckConstraint("version >= 1", name="version"),
        {"comment": "words that articles can bear"},
    )

    uid: Mapped[Uid]
    name: Mapped[str]
    colour: Mapped[str] = mapped_column(comment="#rrggbb")
    position: Mapped[int] = mapped_column(comment="the order in lists")
    created_at: Mapped[datetime]
    version: Mapped[Version]


class CollectedRow(Row):
    """Which collection an article lies in: part of the article, and gone with it."""

    __tablename__ = "collection_articles"
    __table_args__ = ({"comment": "which collection an article lies in, one at most"},)

    article_uid: Mapped[str] = mapped_column(
        ForeignKey("articles.uid", ondelete="CASCADE"), primary_key=True
    )
    collection_uid: Mapped[str] = mapped_column(ForeignKey("collections.uid"), index=True)


class LabelledRow(Row):
    """A label that an article bears: part of the article, and gone with it."""

    __tablename__ = "article_labels"
    __table_args__ = ({"comment": "the labels that articles bear"},)

    article_uid: Mapped[str] = mapped_column(
        ForeignKey("articles.uid", ondelete="CASCADE"), primary_key=True
    )
    label_uid: Mapped[str] = mapped_column(ForeignKey("labels.uid"), primary_key=True, index=True)
    position: Mapped[int] = mapped_column(comment="the order in which they were given, from 0")


class ArticleKeysRow(Row):
    """What an article is listed, searched and recognised by; made from `articles` at any time."""

    __tablename__ = "article_keys"
    __table_args__ = (
        {"comment": "made from articles, to list them by: folded, in Arabic order; never edited"},
    )

    article_uid: Mapped[str] = mapped_column(
        ForeignKey("articles.uid", ondelete="CASCADE"), primary_key=True
    )
    title_key: Mapped[str] = mapped_column(Ordered, comment="the title in alphabetical order")
    publisher_key: Mapped[str] = mapped_column(Ordered, index=True)
    words: Mapped[str] = mapped_column(comment="title, byline and publisher, folded")
    first_day: Mapped[str] = mapped_column(Ordered, comment="of the time of publication, ISO 8601")
    last_day: Mapped[str] = mapped_column(Ordered)
    address: Mapped[str] = mapped_column(
        Ordered, index=True, comment="the address without what does not change the page"
    )


class ReadingRow(Row):
    """Where somebody is with an article."""

    __tablename__ = "readings"
    __table_args__ = (
        CheckConstraint("top_cp >= 0", name="top_cp"),
        {"comment": "where each annotator is with each article; no part of the record"},
    )

    annotator_uid: Mapped[str] = mapped_column(
        ForeignKey("annotators.uid", ondelete="CASCADE"), primary_key=True
    )
    article_uid: Mapped[str] = mapped_column(
        ForeignKey("articles.uid", ondelete="CASCADE"), primary_key=True, index=True
    )
    revision_uid: Mapped[str] = mapped_column(ForeignKey("revisions.uid", ondelete="CASCADE"))
    read_at: Mapped[datetime]
    top_cp: Mapped[int] = mapped_column(comment="first code point on show, in the revision")
