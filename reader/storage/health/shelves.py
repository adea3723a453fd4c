"""Whether collections lie in one another without end, and lists go by what articles say."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from reader.storage.article_keys import ARTICLE_KEYS, ArticleKeys, keys_of
from reader.storage.article_lists import COLLECTIONS
from reader.storage.health.checks import Found
from reader.storage.mapping import copier
from reader.storage.queries import ARTICLES, articles_where, chunks


def look_at_collections(connection: Connection) -> Iterator[Found]:
    """Yield collections that lie within themselves."""
    query = select(COLLECTIONS.c.uid, COLLECTIONS.c.parent_uid)
    parents = {row.uid: row.parent_uid for row in connection.execute(query)}
    for uid in sorted(parents):
        above, seen = parents[uid], set()
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if uid in seen:
            yield "collections", f"collections {uid}"


def look_at_keys(connection: Connection) -> Iterator[Found]:
    """Yield articles that are listed by something else than what they say."""
    copy = copier(ARTICLE_KEYS, ArticleKeys)
    uids = list(connection.scalars(select(ARTICLES.c.uid).order_by(ARTICLES.c.uid)))
    for part in chunks(uids):
        query = select(*copy.columns).where(ARTICLE_KEYS.c.article_uid.in_(part))
        held = {row.article_uid: copy.value(row) for row in connection.execute(query)}
        for one in articles_where(connection, ARTICLES.c.uid.in_(part)):
            if held.get(one.uid) != keys_of(one):
                yield "keys", f"article_keys {one.uid}"
