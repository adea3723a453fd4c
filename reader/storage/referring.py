"""What points to subjects: what they said, what is said of them, what they claimed."""

from collections.abc import Iterable

from sqlalchemy import Column, Connection, func, or_, select

from reader.model.annotation import FIELDS_OF_TAG, Annotation
from reader.model.article import Article
from reader.model.fields import SUBJECT_LINK
from reader.model.reference import COUNTED, Reference, Referred, in_order
from reader.storage.codebook_reading import CodebookReads
from reader.storage.mapping import TABLE_OF_FIELDS
from reader.storage.queries import (
    ANNOTATIONS,
    ARTICLES,
    REVISIONS,
    SHOWN,
    annotations_where,
    articles_where,
    chunks,
)


class SubjectReads(CodebookReads):
    """The part of `Reads` that is about what points to subjects."""

    def referring(self, subject_uids: Iterable[str]) -> list[Annotation]:
        """Return every annotation that points to one of some subjects, in whatever text."""
        wanted = list(subject_uids)
        with self._library.read() as connection:
            return [one for part in chunks(wanted) for one in _pointing(connection, part)]

    def references(self, *subject_uids: str) -> list[Reference]:
        """Return what points to some subjects in the texts that are shown, newest article first.

        Articles in the trash are left out.
        """
        with self._library.read() as connection:
            found = [one for part in chunks(subject_uids) for one in _pointing(connection, part)]
            articles = _articles_of(connection, [one.revision_uid for one in found])
        known = [one for one in found if one.revision_uid in articles]
        return in_order([Reference(one, articles[one.revision_uid]) for one in known])

    def referred(self) -> dict[str, Referred]:
        """Return how often each subject is pointed to in the texts that are shown, by its uid."""
        counts: dict[str, dict[str, int]] = {}
        with self._library.read() as connection:
            for tag, link in _links().items():
                query = (
                    select(link, func.count())
                    .join(ANNOTATIONS, ANNOTATIONS.c.uid == link.table.c.annotation_uid)
                    .join(REVISIONS, REVISIONS.c.uid == ANNOTATIONS.c.revision_uid)
                    .join(ARTICLES, SHOWN)
                    .where(link.is_not(None), ARTICLES.c.deleted_at.is_(None))
                    .group_by(link)
                )
                for uid, count in connection.execute(query):
                    counts.setdefault(uid, {})[COUNTED[tag]] = count
        return {uid: Referred(**held) for uid, held in counts.items()}


def _links() -> "dict[str, Column[str]]":
    """Return the column of each tag's table that points to a subject."""
    tables = {tag: TABLE_OF_FIELDS[FIELDS_OF_TAG[tag]] for tag in SUBJECT_LINK}
    return {tag: tables[tag].c[link] for tag, link in SUBJECT_LINK.items()}


def _pointing(connection: Connection, subject_uids: Iterable[str]) -> list[Annotation]:
    uids = list(subject_uids)
    conditions = [
        ANNOTATIONS.c.uid.in_(select(link.table.c.annotation_uid).where(link.in_(uids)))
        for link in _links().values()
    ]
    return annotations_where(connection, or_(*conditions))


def _articles_of(connection: Connection, revision_uids: Iterable[str]) -> dict[str, Article]:
    """Return the articles, outside the trash, that show some texts, by the text's uid."""
    found: dict[str, Article] = {}
    for part in chunks(sorted(set(revision_uids))):
        ties = select(REVISIONS.c.uid, ARTICLES.c.uid).join(ARTICLES, SHOWN)
        wanted = ties.where(REVISIONS.c.uid.in_(part), ARTICLES.c.deleted_at.is_(None))
        pairs = {row[0]: row[1] for row in connection.execute(wanted)}
        every = articles_where(connection, ARTICLES.c.uid.in_(list(pairs.values())))
        articles = {one.uid: one for one in every}
        found |= {revision: articles[article] for revision, article in pairs.items()}
    return found
