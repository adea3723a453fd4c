"""What a web page says of itself: in its head, in JSON-LD, in its address.

Publishers write the same facts for search engines in several ways (Open Graph,
schema.org as JSON-LD or microdata); the first that says something is taken.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import lxml.html

from reader.frozen import dataclass

_JSON_BYTES = 200_000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_MOMENT = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?"
)
_BETWEEN = re.compile(r"\s+[-–—|:•»«]+\s+")
_ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "WebPage")


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """The facts that a page states; "" for what it does not."""

    title: str = ""
    byline: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = ""


def said_of(tree: lxml.html.HtmlElement) -> Said:
    """Return what a page says of the article in it."""
    metas = _metas(tree)
    ld = next(_linked(tree), {})
    stated = (
        metas.get("article:published_time"),
        ld.get("datePublished"),
        metas.get("date"),
        metas.get("dc.date"),
        metas.get("datepublished"),
        *tree.xpath(
            "//*[@itemprop='datePublished']/@content|//*[@itemprop='datePublished']/@datetime"
            "|//time[@pubdate]/@datetime"
        ),
    )
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    return Said(
        title=_text(metas.get("og:title") or ld.get("headline")),
        byline=_text(_name(ld.get("author")) or metas.get("author")),
        publisher=_text(metas.get("og:site_name") or _name(ld.get("publisher"))),
        url=_text((canonical[0] if canonical else "") or metas.get("og:url")),
        published=next(filter(None, map(moment_of, map(_text, stated))), ""),
        language=language_of(_text(tree.get("lang"))),
    )


def moment_of(text: str) -> str:
    """Return a date or a time of a page in ISO 8601; "" for anything else."""
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        return ""
    year, month, day, time, zone = match.groups()
    plain = "-".join(part for part in (year, month, day) if part)
    full = plain + "-01" * (2 - plain.count("-"))
    if time:
        if zone and zone != "Z" and ":" not in zone:
            zone = f"{zone[:3]}:{zone[3:]}"
        full = plain = f"{plain}T{time}{zone or ''}"
    try:
        datetime.fromisoformat(full)
    except ValueError:
        return ""
    return plain


def language_of(tag: str) -> str:
    """Return a BCP 47 tag as a page gives it; "" for what is none."""
    return tag if _LANGUAGE.fullmatch(tag) else ""


def address_of(url: str) -> str:
    """Return an address of the web; "" for anything else."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def title_without_site(title: str, publisher: str) -> str:
    """Return a page's title without the name of the site that many put behind or before it."""
    parts = _BETWEEN.split(title)
    if publisher and len(parts) > 1:
        kept = title
        if parts[-1].strip() == publisher:
            kept = title[: title.rindex(parts[-1])]
        elif parts[0].strip() == publisher:
            kept = title[len(parts[0]) :]
        return kept.strip(" -–—|:•»«\t\n")
    return title


def _metas(tree: lxml.html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if key and meta.get("content"):
            found.setdefault(key.strip().lower(), meta.get("content").strip())
    return found


def _linked(tree: lxml.html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the articles that a page describes in JSON-LD."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        written = script.text_content()
        if len(written) > _JSON_BYTES:
            continue
        try:
            yield from _articles(json.loads(written))
        except (ValueError, RecursionError):
            continue


def _articles(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, list):
        for one in found:
            yield from _articles(one)
    elif isinstance(found, dict):
        kinds = found.get("@type")
        if any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield found
        yield from _articles(found.get("@graph"))


def _name(found: Any) -> str:
    """Return the names of one or several persons or organisations of schema.org."""
    if isinstance(found, list):
        return "، ".join(filter(None, map(_name, found)))
    if isinstance(found, dict):
        return _text(found.get("name"))
    return _text(found)


def _text(found: Any) -> str:
    return " ".join(found.split()) if isinstance(found, str) else ""
