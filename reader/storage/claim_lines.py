"""The claims of all articles, as a board shows them."""

from sqlalchemy import Connection, and_, select

from reader.model.claim_line import ClaimLine, claim_line
from reader.progress import Progress, unwatched
from reader.storage.article_filtering import KEPT
from reader.storage.entries import entries_where
from reader.storage.queries import ANNOTATIONS, ARTICLES, REVISIONS, articles_where, rows_of


def claim_lines(connection: Connection, progress: Progress = unwatched) -> list[ClaimLine]:
    """Return a line for each claim outside the trash, those that lost their place too.

    `progress` is told how many texts and claims have been read, and may raise.
    """
    articles = {one.uid: one for one in articles_where(connection, KEPT)}
    kept = and_(ARTICLES.c.uid == REVISIONS.c.article_uid, KEPT)
    texts = select(REVISIONS.c.uid, REVISIONS.c.article_uid).join(ARTICLES, kept)
    article_of = {row.uid: row.article_uid for row in rows_of(connection, texts, progress)}
    entries = entries_where(connection, ANNOTATIONS.c.tag == "claim")
    progress(len(entries), 0)
    return [
        claim_line(one, articles[article_of[one.annotation.revision_uid]])
        for one in entries
        if one.annotation.revision_uid in article_of
    ]
