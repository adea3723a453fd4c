"""What people may edit of an article, as one table for the window and the command line.

A value travels as text here, as in `model/fields`.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from reader.errors import BadValue, UnknownField
from reader.frozen import dataclass
from reader.label import Label
from reader.model.article import Article
from reader.model.dates import parse_partial_date
from reader.model.typed import LANGUAGE_EXPECTED, parse_address, parse_language


@dataclass(frozen=True, slots=True)
class ArticleField:
    """One field; `kind` is "text", "long", "address", "date" or "language"."""

    key: str
    label: Label
    kind: str = "text"


ARTICLE_FIELDS = (
    ArticleField("title", Label("Title", "العنوان"), "long"),
    ArticleField("byline", Label("Byline", "الكاتب")),
    ArticleField("publisher", Label("Publisher", "الناشر")),
    ArticleField("published", Label("Published", "تاريخ النشر"), "date"),
    ArticleField("url", Label("Address", "الرابط"), "address"),
    ArticleField("archive_url", Label("Archived copy", "نسخة الأرشيف"), "address"),
    ArticleField("language", Label("Language", "اللغة"), "language"),
)


def with_fields(article: Article, values: Mapping[str, str]) -> Article:
    """Return an article with other values, by the keys of ARTICLE_FIELDS.

    A value that is held already is taken as it is, whatever its form. Raises
    UnknownField and BadValue.
    """
    known = {one.key: one for one in ARTICLE_FIELDS}
    taken: dict[str, Any] = {}
    for key, value in values.items():
        if key not in known:
            raise UnknownField(tag="article", field=key, fields=", ".join(known))
        plain = " ".join(value.split())
        if plain != getattr(article, key):
            taken[key] = _PARSERS.get(known[key].kind, _as_it_is)(plain, key)
    return replace(article, **taken)


def _as_it_is(value: str, _key: str) -> str:
    return value


def _language(value: str, key: str) -> str:
    if not value:
        raise BadValue(field=key, value=value, expected=LANGUAGE_EXPECTED)
    return parse_language(value, key)


_PARSERS: Mapping[str, Callable[[str, str], str]] = {
    "date": parse_partial_date,
    "address": parse_address,
    "language": _language,
}
