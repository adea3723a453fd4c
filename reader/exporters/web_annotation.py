"""W3C Web Annotations (JSON-LD): each with the words it marks and their place in code points.

One page of annotations an article, all in one graph. A target has a
TextQuoteSelector and a TextPositionSelector (Web Annotation Data Model, 4.2.4, 4.2.5);
the text that positions count in comes with the page, under our own terms.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from reader.exporters.exporter import Exporter, ExportOptions, ExportReport
from reader.exporters.parcels import Parcel, parcels
from reader.label import Label
from reader.model.carried import Carried, Tie
from reader.model.entry import AnnotatedArticle
from reader.text.direction import is_rtl

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN_TERMS = "https://hashiya.example/ns#"
_WIKIDATA = "http://www.wikidata.org/entity/"
# JSON-LD 1.1, 9.3: what stands under these terms is kept as it is.
_OWN_CONTEXT = {
    "hashiya": OWN_TERMS,
    "hashiya:text": {"@type": "http://www.w3.org/2001/XMLSchema#string"},
    "hashiya:facts": {"@type": "@json"},
    "hashiya:values": {"@type": "@json"},
}
# Told by terms of the vocabulary, so not once more by our own.
_SAID_ELSEWHERE = ("note", "annotator", "created_at", "updated_at", "wikidata_id")


def write_web_annotations(
    articles: Iterable[AnnotatedArticle],
    stream: BinaryIO,
    options: ExportOptions,
) -> ExportReport:
    """Write articles as one JSON-LD document."""
    context = json.dumps([CONTEXT, _OWN_CONTEXT], ensure_ascii=False)
    stream.write(f'{{"@context":{context},\n"@graph":['.encode())
    rows, between = 0, "\n"
    for parcel in parcels(articles, options):
        head = json.dumps(_page(parcel), ensure_ascii=False).removesuffix("}")
        stream.write(f'{between}{head}, "items":['.encode())
        items = (json.dumps(one, ensure_ascii=False) for one in _items(parcel))
        stream.write(("\n" + ",\n".join(items) + "]}").encode())
        rows, between = rows + len(parcel.annotations), ",\n"
    stream.write(b"\n]}\n")
    return ExportReport(rows)


def _page(parcel: Parcel) -> Mapping[str, Any]:
    return {
        "id": f"urn:uuid:{parcel.uid}#annotations",
        "type": "AnnotationPage",
        "hashiya:article": {
            "id": f"urn:uuid:{parcel.uid}",
            "type": "Text",
            "format": "text/plain",
            "hashiya:facts": dict(parcel.facts),
            "hashiya:text": parcel.text,
        },
    }


def _items(parcel: Parcel) -> Iterator[Mapping[str, Any]]:
    source = parcel.facts.get("url") or f"urn:uuid:{parcel.uid}"
    about = {
        "source": source,
        "language": parcel.facts.get("language", "ar"),
        "textDirection": "rtl" if is_rtl(parcel.text) else "ltr",
    }
    for one in parcel.annotations:
        yield _annotation(one, about)
    yield from map(_link, parcel.ties)


def _annotation(one: Carried, about: Mapping[str, str]) -> Mapping[str, Any]:
    told = one.values
    made: dict[str, Any] = {"id": f"urn:uuid:{one.key}", "type": "Annotation"}
    made["motivation"] = "tagging"
    if "annotator" in told:
        made["creator"] = {"type": "Person", "name": told["annotator"]}
    made |= {
        term: told[key]
        for term, key in (("created", "created_at"), ("modified", "updated_at"))
        if key in told
    }
    made["body"] = list(_bodies(one))
    made["target"] = {**about, "selector": [_quote(one), _position(one)]}
    rest = {key: said for key, said in told.items() if key not in _SAID_ELSEWHERE}
    if rest:
        made["hashiya:values"] = rest
    return made


def _bodies(one: Carried) -> Iterator[Mapping[str, str]]:
    yield {"type": "TextualBody", "value": one.tag, "purpose": "tagging"}
    if note := one.values.get("note"):
        yield {
            "type": "TextualBody",
            "value": note,
            "format": "text/plain",
            "purpose": "commenting",
        }
    if known := one.values.get("wikidata_id"):
        yield {
            "type": "SpecificResource",
            "source": _WIKIDATA + known,
            "purpose": "identifying",
        }


def _quote(one: Carried) -> Mapping[str, str]:
    around = {"prefix": one.prefix, "suffix": one.suffix}
    said = {key: words for key, words in around.items() if words}
    return {"type": "TextQuoteSelector", "exact": one.exact, **said}


def _position(one: Carried) -> Mapping[str, Any]:
    return {"type": "TextPositionSelector", "start": one.start_cp, "end": one.end_cp}


def _link(tie: Tie) -> Mapping[str, Any]:
    return {
        "id": f"urn:uuid:{tie.key}",
        "type": "Annotation",
        "motivation": "linking",
        "created": tie.created_at,
        "body": f"urn:uuid:{tie.to_key}",
        "target": f"urn:uuid:{tie.from_key}",
        "hashiya:values": {"relation": tie.type},
    }


WEB_ANNOTATION = Exporter(
    key="w3c",
    label=Label("W3C Web Annotation (JSON-LD)", "حواشي الويب W3C (JSON-LD)"),
    suffix=".jsonld",
    write=write_web_annotations,
    summary=Label(
        "the web's standard for annotations: words, their surroundings and their place",
        "معيار الويب للتعليقات: الكلمات وما حولها وموضعها",
    ),
    lost=Label(
        "evidence, earlier verdicts and own fields", "الأدلة والأحكام السابقة والحقول الإضافية"
    ),
    unit="cp",
    shape="text",
    two_way=True,
)
