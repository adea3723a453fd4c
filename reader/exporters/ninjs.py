"""ninjs 3.1 (IPTC): each article as a news item with the people, places and organisations in it.

One JSON array. An entity that is a subject of the library is told once an article, and
whether the article is about it: where somebody is quoted or claims something it is.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from reader.exporters.exporter import ExportOptions, ExportReport, watched
from reader.exporters.links import link_of
from reader.model.annotation import EntityFields
from reader.model.entry import AnnotatedArticle, Entry

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}
_WIKIDATA = "http://www.wikidata.org/entity/"
# Which list of a news item holds a kind of entity; other kinds are no entities of ninjs.
_LISTS = {
    "person": "people",
    "organization": "organisations",
    "group": "organisations",
    "place": "places",
    "facility": "places",
    "event": "events",
}


def write_ninjs(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write articles as a JSON array of news items."""
    rows, lead = 0, "["
    for annotated in articles:
        item = json.dumps(news_item(annotated, options), ensure_ascii=False, indent=1)
        stream.write(f"{lead}\n{item}".encode())
        rows, lead = rows + len(annotated.entries), ","
        options.told(len(annotated.entries))
    stream.write(("[]\n" if lead == "[" else "\n]\n").encode())
    return ExportReport(rows)


def news_item(annotated: AnnotatedArticle, options: ExportOptions) -> Mapping[str, Any]:
    """Return an article as a news item; keys of which nothing is known are left out."""
    article, text = annotated.article, annotated.revision.text
    address = link_of(article.url)
    said = {
        "uri": f"urn:uuid:{article.uid}",
        "standard": _STANDARD,
        "type": "text",
        "language": article.language,
        "versionCreated": annotated.revision.imported_at.isoformat(timespec="seconds"),
        "firstCreated": article.created_at.isoformat(timespec="seconds"),
        "contentCreated": article.published,
        "by": article.byline,
        "headlines": [{"role": "main", "value": article.title, "contentType": "text/plain"}],
        "bodies": [
            {
                "role": "main",
                "value": text,
                "contentType": "text/plain",
                "charCount": len(text),
            }
        ],
        "altIds": [{"role": "source", "value": address}] if address else [],
        "infoSources": [{"name": article.publisher}] if article.publisher else [],
        **_entities(annotated, options),
    }
    return {key: value for key, value in said.items() if value not in ("", [])}


def _entities(
    annotated: AnnotatedArticle, options: ExportOptions
) -> Mapping[str, list[dict[str, str]]]:
    about = {one.subject.uid for one in annotated.entries if one.subject and _speaks(one)}
    found: dict[str, dict[str, dict[str, str]]] = {}
    for entry in watched(annotated.entries, options):
        kind, key, name = _named(entry, annotated.revision.text)
        if kind not in _LISTS:
            continue
        held = found.setdefault(_LISTS[kind], {})
        if key not in held:
            subject = entry.subject
            rel = "about" if subject and subject.uid in about else "mentions"
            held[key] = {"name": name, "rel": rel}
            if subject:
                is_known = bool(subject.wikidata_id)
                uri = _WIKIDATA + subject.wikidata_id if is_known else f"urn:uuid:{subject.uid}"
                held[key] |= {"uri": uri}
    return {name: list(held.values()) for name, held in sorted(found.items())}


def _speaks(entry: Entry) -> bool:
    return entry.annotation.tag in ("quote", "claim")


def _named(entry: Entry, text: str) -> tuple[str, str, str]:
    """Return the kind of what an entry speaks of, what tells it from others, and its name."""
    one, subject = entry.annotation, entry.subject
    if subject is not None:
        fields = one.fields
        kind = fields.entity_type if isinstance(fields, EntityFields) else subject.kind
        return kind or subject.kind, subject.uid, subject.name
    if isinstance(one.fields, EntityFields):
        words = " ".join(text[one.start_cp : one.end_cp].split())
        return one.fields.entity_type, words, words
    return "", "", ""
