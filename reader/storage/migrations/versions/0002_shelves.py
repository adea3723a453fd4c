"""Collections and labels of articles, what articles are listed by, and who has read them."""

import sqlalchemy as sa
from alembic import op

from reader.storage.migrations.columns import link, moment, ordered, version, whole, words
from reader.storage.migrations.rebuilding import recorded_kinds

revision = "0002"
down_revision = "0001"

_KINDS_BEFORE = "annotation subject evidence ruling relation article"
_KINDS = f"{_KINDS_BEFORE} collection label"


def upgrade() -> None:
    """Make the tables, and let the record tell of collections and labels."""
    _make_places()
    _make_lists()
    op.create_index(None, "revisions", ["text_sha256"])
    recorded_kinds(_KINDS)


def downgrade() -> None:
    """Drop them, with what the record tells of them."""
    op.execute("DELETE FROM changes WHERE kind IN ('collection', 'label')")
    recorded_kinds(_KINDS_BEFORE)
    op.drop_index("ix_revisions_text_sha256", "revisions")
    for table in ("readings", "article_keys", "article_labels", "collection_articles"):
        op.drop_table(table)
    for table in ("labels", "collections"):
        op.drop_table(table)


def _make_places() -> None:
    op.create_table(
        "collections",
        words("uid", key=True),
        words("name"),
        link("parent_uid", "collections.uid", empty=True, index=True),
        whole("position", "the order among sisters"),
        moment("created_at"),
        version(),
        sa.CheckConstraint("parent_uid <> uid", name="parent"),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="folders of articles, one within another",
    )
    op.create_table(
        "labels",
        words("uid", key=True),
        words("name"),
        words("colour", "#rrggbb"),
        whole("position", "the order in lists"),
        moment("created_at"),
        version(),
        sa.CheckConstraint("version >= 1", name="version"),
        comment="words that articles can bear",
    )
    op.create_table(
        "collection_articles",
        link("article_uid", "articles.uid", cascade=True, key=True),
        link("collection_uid", "collections.uid", index=True),
        comment="which collection an article lies in, one at most",
    )
    op.create_table(
        "article_labels",
        link("article_uid", "articles.uid", cascade=True, key=True),
        link("label_uid", "labels.uid", key=True, index=True),
        whole("position", "the order in which they were given, from 0"),
        comment="the labels that articles bear",
    )


def _make_lists() -> None:
    op.create_table(
        "article_keys",
        link("article_uid", "articles.uid", cascade=True, key=True),
        ordered("title_key", "the title in alphabetical order"),
        ordered("publisher_key", index=True),
        words("words", "title, byline and publisher, folded"),
        ordered("first_day", "of the time of publication, ISO 8601"),
        ordered("last_day"),
        ordered("address", "the address without what does not change the page", index=True),
        comment="made from articles, to list them by: folded, in Arabic order; never edited",
    )
    op.create_table(
        "readings",
        link("annotator_uid", "annotators.uid", cascade=True, key=True),
        link("article_uid", "articles.uid", cascade=True, key=True, index=True),
        link("revision_uid", "revisions.uid", cascade=True),
        moment("read_at"),
        whole("top_cp", "first code point on show, in the revision"),
        sa.CheckConstraint("top_cp >= 0", name="top_cp"),
        comment="where each annotator is with each article; no part of the record",
    )
