"""What can be read of articles, their texts, and how they are put in order."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import and_, select

from reader.errors import UnknownArticle
from reader.model.article import (
    Article,
    ArticleHead,
    ArticleSummary,
    Duplicate,
    ImportedArticle,
    Reading,
    Recognised,
    Revision,
    RevisionSummary,
)
from reader.model.article_filter import ArticleFilter, ArticleOrder
from reader.model.collection import Shelves
from reader.storage import article_lists, queries, revising
from reader.storage.article_filtering import KEPT, article_uids
from reader.storage.known import Known
from reader.storage.mapping import is_storable
from reader.storage.opened import OpenLibrary
from reader.storage.queries import ARTICLES, COLLECTED, LABELLED, REVISIONS
from reader.storage.recognising import recognise

# Larger numbers are no ids of ours, and too large for a column.
_LARGEST_ID = 2**31 - 1


class ArticleReads:
    """The part of `Reads` that is about articles."""

    def __init__(self, library: OpenLibrary) -> None:
        self._library = library
        self._known = Known()

    @property
    def address(self) -> str:
        """Return what to call the library: its path, or its server without the password."""
        return self._library.address.name

    @property
    def path(self) -> Path | None:
        """Return the library's file, links resolved; None on a server or in memory."""
        return self._library.address.path

    @property
    def is_server(self) -> bool:
        """Tell whether a server holds the library."""
        return self._library.address.is_server

    @property
    def read_only(self) -> bool:
        """Tell whether every write would be refused."""
        return self._library.read_only

    @property
    def is_alone(self) -> bool:
        """Tell whether an old SQLite keeps every other window out of the library."""
        return self._library.is_alone

    # Articles and texts -------------------------------------------------------

    def articles(
        self,
        wanted: ArticleFilter | None = None,
        order: ArticleOrder | None = None,
        reader_uid: str = "",
    ) -> list[ArticleSummary]:
        """Return a line for each article that a filter lets through, in an order.

        Without them, all that are not in the trash, newest first. `reader_uid` is the
        annotator whose readings count. Raises UnknownSort.
        """
        with self._library.read() as connection:
            how = (wanted or ArticleFilter(), order or ArticleOrder(), reader_uid)
            found = article_uids(connection, *how)
            return article_lists.article_summaries(connection, found, reader_uid)

    def article_uids(
        self, wanted: ArticleFilter, order: ArticleOrder, reader_uid: str = ""
    ) -> list[str]:
        """Return the uids of the lines of `articles`: quick, however many there are."""
        with self._library.read() as connection:
            return article_uids(connection, wanted, order, reader_uid)

    def summaries(self, uids: Sequence[str], reader_uid: str = "") -> list[ArticleSummary]:
        """Return the lines of these articles, in this order; without those that are not there."""
        with self._library.read() as connection:
            return article_lists.article_summaries(connection, uids, reader_uid)

    def shelves(self, reader_uid: str = "") -> Shelves:
        """Return what a list of articles can be chosen by, with how many articles each holds."""
        with self._library.read() as connection:
            return article_lists.shelves(connection, reader_uid)

    def publishers(self) -> tuple[str, ...]:
        """Return who has published the articles, each in one spelling, in alphabetical order."""
        with self._library.read() as connection:
            return article_lists.publishers(connection)

    def articles_in(self, collection_uid: str) -> list[Article]:
        """Return the articles that lie in a collection itself, those in the trash too."""
        inside = select(COLLECTED.c.article_uid)
        inside = inside.where(COLLECTED.c.collection_uid == collection_uid)
        with self._library.read() as connection:
            return queries.articles_where(connection, ARTICLES.c.uid.in_(inside), ARTICLES.c.id)

    def articles_labelled(self, label_uid: str) -> list[Article]:
        """Return the articles that bear a label, those in the trash too."""
        bearing = select(LABELLED.c.article_uid).where(LABELLED.c.label_uid == label_uid)
        with self._library.read() as connection:
            return queries.articles_where(connection, ARTICLES.c.uid.in_(bearing), ARTICLES.c.id)

    def duplicates_of(self, imported: ImportedArticle) -> list[Duplicate]:
        """Return the articles that are the same as one to be imported, oldest first.

        The same canonical text, or an address that leads to the same page
        (`text.web_address`); what is in the trash does not count, nor the article itself.
        """
        text, article = imported.revision.text_sha256, imported.article
        with self._library.read() as connection:
            return article_lists.duplicates_of(connection, text, article.url, article.uid)

    def recognised(self, imported: ImportedArticle) -> Recognised | None:
        """Return the article that an import brings again, or None for one of its own.

        See `recognising`: by its address, by its text, or by the name of its source
        and half of its words.
        """
        with self._library.read() as connection:
            return recognise(connection, imported)

    def text_of(self, text_sha256: str, url: str) -> Revision | None:
        """Return the text of these digest, else the one on show of the article at an address.

        None where neither is in the library; what is in the trash does not count.
        """
        with self._library.read() as connection:
            twins = article_lists.duplicates_of(connection, text_sha256, url, "")
            for one in sorted(twins, key=lambda one: not one.same_text):
                uid = queries.shown_revision_uid(connection, one.article.uid)
                if one.same_text:
                    same = and_(
                        REVISIONS.c.article_uid == one.article.uid,
                        REVISIONS.c.text_sha256 == text_sha256,
                    )
                    uid = connection.scalar(select(REVISIONS.c.uid).where(same))
                if uid and (found := self._known.revision(connection, uid)) is not None:
                    return found
        return None

    def texts_titled(self, title: str) -> list[Revision]:
        """Return the texts on show of the articles outside the trash that have a title."""
        with self._library.read() as connection:
            condition = and_(KEPT, ARTICLES.c.title == title)
            uids = [
                queries.shown_revision_uid(connection, one.uid)
                for one in queries.articles_where(connection, condition, ARTICLES.c.id)
            ]
            found = [self._known.revision(connection, uid) for uid in uids if uid]
            return [one for one in found if one is not None]

    def reading(self, article_uid: str, reader_uid: str) -> Reading | None:
        """Return where an annotator is with an article; None where it was never opened."""
        with self._library.read() as connection:
            return article_lists.reading_of(connection, article_uid, reader_uid)

    def article(self, key: str) -> Article:
        """Return an article by its uid or its number; raises UnknownArticle."""
        condition = ARTICLES.c.uid == key
        if key.isdecimal() and int(key) <= _LARGEST_ID:
            condition = ARTICLES.c.id == int(key)
        with self._library.read() as connection:
            found = queries.article_where(connection, condition) if is_storable(key) else None
        if found is None:
            raise UnknownArticle(article=key)
        return found

    def article_of(self, revision_uid: str) -> Article:
        """Return the article that a text belongs to, without the text; raises UnknownArticle."""
        home = select(REVISIONS.c.article_uid).where(REVISIONS.c.uid == revision_uid)
        with self._library.read() as connection:
            found = queries.article_where(connection, ARTICLES.c.uid == home.scalar_subquery())
        if found is None:
            raise UnknownArticle(article=revision_uid)
        return found

    def article_heads(self) -> list[ArticleHead]:
        """Return a line for each article outside the trash, the newest first."""
        with self._library.read() as connection:
            return article_lists.heads(connection)

    def revision(self, article_uid: str) -> Revision:
        """Return the text of an article that is shown; raises UnknownArticle."""
        with self._library.read() as connection:
            uid = queries.shown_revision_uid(connection, article_uid)
            found = self._known.revision(connection, uid) if uid else None
        if found is None:
            raise UnknownArticle(article=article_uid)
        return found

    def revision_by_uid(self, uid: str) -> Revision:
        """Return a text of an article; raises UnknownArticle."""
        with self._library.read() as connection:
            found = self._known.revision(connection, uid)
        if found is None:
            raise UnknownArticle(article=uid)
        return found

    def revisions(self, article_uid: str) -> list[RevisionSummary]:
        """Return a line for each text of an article, the first import first; reads no text."""
        with self._library.read() as connection:
            return revising.revision_summaries(connection, article_uid)

    def source_bytes(self, revision_uid: str) -> bytes:
        """Return the bytes that a text was made from; raises UnknownArticle."""
        query = select(REVISIONS.c.source).where(REVISIONS.c.uid == revision_uid)
        with self._library.read() as connection:
            found = connection.scalar(query)
        if found is None:
            raise UnknownArticle(article=revision_uid)
        return bytes(found)
