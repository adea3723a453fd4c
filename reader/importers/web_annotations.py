"""W3C Web Annotations (JSON-LD) on texts that come with them, as our own files have them.

A page, a collection, a list, a graph or a single annotation is taken. Nothing is
fetched: neither contexts nor sources.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reader.importers.decoding import decode
from reader.importers.document import Contents, Given
from reader.importers.json_lists import objects
from reader.importers.shapes import listed, mapped, number, said, texts
from reader.importers.unpacking import Unpacker
from reader.label import Label
from reader.model.carried import Carried, Tie

KEY = "w3c"
_URN, _WIKIDATA = "urn:uuid:", "http://www.wikidata.org/entity/"
_NO_TEXT = Label("the text that it marks is not in the file", "النص الذي تعلّمه ليس في الملف")


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the articles of a document; raises SourceDamaged and what `decode` raises."""
    unpacker = Unpacker(name, KEY)
    links: list[Tie] = []
    for whole, _, _ in objects(decode(source, name, given.encoding).text, name):
        for page in _pages(whole):
            items = list(map(mapped, listed(page.get("items"))))
            links += filter(None, map(_link, items))
            annotations = [_annotation(one) for one in items if selectors(one)]
            article = mapped(page.get("hashiya:article"))
            if article:
                text = said(article.get("hashiya:text"))
                unpacker.article(text, annotations, texts(article.get("hashiya:facts")))
            else:
                for one in annotations:
                    unpacker.misfit(f"{one.tag}: {one.exact}", _NO_TEXT)
    unpacker.ties(links)
    return unpacker.contents()


def _pages(whole: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield what holds annotations in a document, whatever its form."""
    if "@graph" in whole:
        for one in map(mapped, listed(whole["@graph"])):
            yield from _pages(one)
    elif "items" in whole:
        yield whole
    elif "first" in whole:
        yield from _pages(mapped(whole["first"]))
    else:
        yield {"items": [whole]}


def selectors(one: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the selectors of an annotation's first target, by their types."""
    target = one.get("target")
    first = target[0] if isinstance(target, list) and target else target
    found = mapped(first).get("selector")
    every = found if isinstance(found, list) else [found]
    return {said(mapped(each).get("type")): mapped(each) for each in every if mapped(each)}


def _annotation(one: Mapping[str, Any]) -> Carried:
    found = selectors(one)
    quote = found.get("TextQuoteSelector", {})
    place = found.get("TextPositionSelector", {})
    bodies = one.get("body")
    every = [mapped(each) for each in (bodies if isinstance(bodies, list) else [bodies])]
    values = texts(one.get("hashiya:values")) | _told(one, every)
    return Carried(
        key=said(one.get("id")).removeprefix(_URN),
        tag=_first(every, "tagging"),
        start_cp=number(place.get("start")),
        end_cp=number(place.get("end")),
        exact=said(quote.get("exact")),
        prefix=said(quote.get("prefix")),
        suffix=said(quote.get("suffix")),
        values={key: value for key, value in values.items() if value},
    )


def _told(one: Mapping[str, Any], bodies: list[Mapping[str, Any]]) -> dict[str, str]:
    """Return what the vocabulary's own terms say of an annotation."""
    known = next((said(each.get("source")) for each in bodies if _is_wikidata(each)), "")
    return {
        "note": _first(bodies, "commenting"),
        "annotator": said(mapped(one.get("creator")).get("name")),
        "created_at": said(one.get("created")),
        "updated_at": said(one.get("modified")),
        "wikidata_id": known.removeprefix(_WIKIDATA),
    }


def _is_wikidata(body: Mapping[str, Any]) -> bool:
    return said(body.get("source")).startswith(_WIKIDATA)


def _first(bodies: list[Mapping[str, Any]], purpose: str) -> str:
    found = (said(each.get("value")) for each in bodies if each.get("purpose") == purpose)
    return next(filter(None, found), "")


def _link(one: Mapping[str, Any]) -> Tie | None:
    if one.get("motivation") != "linking":
        return None
    kind = said(mapped(one.get("hashiya:values")).get("relation"))
    ends = (said(one.get(end)).removeprefix(_URN) for end in ("target", "body"))
    from_key, to_key = ends
    key = said(one.get("id")).removeprefix(_URN)
    made = said(one.get("created"))
    return Tie(key=key, from_key=from_key, to_key=to_key, type=kind, created_at=made)
