"""What people may edit of an article, as one table for the window and the command line.

A value travels as text here, as in `model/fields.py`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from reader.errors import BadValue, UnknownField
from reader.label import Label
from reader.model.article import Article
from reader.model.dates import parse_partial_date

# RFC 5646, 2.1, without what is grandfathered or private.
_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*", re.ASCII
)
_LANGUAGE_EXPECTED = Label(
    "a language such as ar, en or ar-IQ", "المطلوب رمز لغة مثل ar أو en أو ar-IQ"
)
_ADDRESS_EXPECTED = Label(
    "an address that begins with https:// or http://", "المطلوب عنوان يبدأ بـ https:// أو http://"
)


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


def _address(value: str, key: str) -> str:
    if not value:
        return ""
    try:
        parts = urlsplit(value)
        is_whole = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_whole = False
    if not is_whole:
        raise BadValue(field=key, value=value, expected=_ADDRESS_EXPECTED)
    return value


def _language(value: str, key: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise BadValue(field=key, value=value, expected=_LANGUAGE_EXPECTED)
    return value


_PARSERS: Mapping[str, Callable[[str, str], str]] = {
    "date": parse_partial_date,
    "address": _address,
    "language": _language,
}
