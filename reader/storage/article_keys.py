"""What articles are listed, searched and recognised by, made from what they say of themselves."""

from calendar import monthrange
from collections.abc import Sequence

from sqlalchemy import Connection, Table, delete, insert, select

from reader.errors import BadValue
from reader.frozen import dataclass
from reader.model.article import Article
from reader.model.dates import parse_partial_date
from reader.storage.mapping import row_of, table_of
from reader.storage.schema import ArticleKeysRow, ArticleRow
from reader.text.collation import sort_key
from reader.text.folding import fold
from reader.text.web_address import page_of

ARTICLE_KEYS: Table = table_of(ArticleKeysRow)
_ARTICLES = table_of(ArticleRow)
_ROWS_AT_ONCE = 1000
_DAY = 10  # characters of an ISO 8601 date


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleKeys:
    """The row of `article_keys` that an article must have."""

    article_uid: str
    title_key: str
    publisher_key: str
    words: str
    first_day: str
    last_day: str
    address: str


def keys_of(article: Article) -> ArticleKeys:
    """Return what an article is listed, searched and recognised by."""
    first, last = days_of(article.published)
    return ArticleKeys(
        article_uid=article.uid,
        title_key=sort_key(article.title),
        publisher_key=sort_key(article.publisher),
        words=fold(f"{article.title}\n{article.byline}\n{article.publisher}"),
        first_day=first,
        last_day=last,
        address=page_of(article.url),
    )


def keyed_by(article: Article) -> tuple[str, ...]:
    """Return what of an article its keys are made from."""
    return article.title, article.byline, article.publisher, article.published, article.url


def days_of(published: str) -> tuple[str, str]:
    """Return the first and the last day of a partial date or a time; "" for what is no date."""
    try:
        partial = parse_partial_date(published[:_DAY], "published")
    except BadValue:
        return "", ""
    if not partial:
        return "", ""
    year, month, day = (*map(int, partial.split("-")), 0, 0)[:3]
    last_month = month or 12
    last_day = day or monthrange(year, last_month)[1]
    first = f"{year:04}-{month or 1:02}-{day or 1:02}"
    return first, f"{year:04}-{last_month:02}-{last_day:02}"


def make_all(connection: Connection) -> None:
    """Make the keys of every article anew: rules of folding may be others than they were."""
    connection.execute(delete(ARTICLE_KEYS))
    columns = ("uid", "title", "byline", "publisher", "url", "published")
    query = select(*(_ARTICLES.c[name] for name in columns))
    found = [Article(**dict(row)) for row in connection.execute(query).mappings()]
    for start in range(0, len(found), _ROWS_AT_ONCE):
        insert_keys(connection, found[start : start + _ROWS_AT_ONCE])


def insert_keys(connection: Connection, articles: Sequence[Article]) -> None:
    """Insert the keys of articles that have none."""
    rows = [row_of(ARTICLE_KEYS, keys_of(one)) for one in articles]
    if rows:
        connection.execute(insert(ARTICLE_KEYS), rows)
