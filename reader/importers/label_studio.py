"""Label Studio JSON: tasks with their regions, and what choices and text areas say of these.

Spans are code points now. Older versions, and what browsers made, counted in UTF-16: a
task whose words stand where UTF-16 puts them, and not where code points do, is read so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reader.importers.decoding import decode
from reader.importers.document import Contents, Given
from reader.importers.json_lists import objects
from reader.importers.shapes import listed, mapped, number, said
from reader.importers.unpacking import Unpacker
from reader.model.carried import Carried, Tie
from reader.text.offsets import Utf16Map

KEY = "label-studio"
# Regions that mark a span of a text; others mark pictures, sounds and whole texts.
_LABELS = ("labels", "hypertextlabels")
_FACTS = ("title", "byline", "publisher", "url", "archive_url", "published", "language")


@dataclass(slots=True)
class _Region:
    """One region as it is put together from the results that share its id."""

    value: Mapping[str, Any]
    labels: list[Any] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the articles of an export; raises SourceDamaged and what `decode` raises."""
    unpacker = Unpacker(name, KEY)
    for task, _, _ in objects(decode(source, name, given.encoding).text, name):
        data = mapped(task.get("data"))
        text = said(data.get("text"))
        annotations, ties = _annotations(task)
        facts = {key: said(data.get(key)) for key in _FACTS}
        unpacker.article(text, _counted(text, annotations), facts)
        unpacker.ties(ties)
    return unpacker.contents()


def _annotations(task: Mapping[str, Any]) -> tuple[list[Carried], list[Tie]]:
    found: list[Carried] = []
    ties: list[Tie] = []
    for key in ("annotations", "completions", "predictions"):
        for one in map(mapped, listed(task.get(key))):
            results = [mapped(result) for result in listed(one.get("result"))]
            common = _suggested(one) if key == "predictions" else _made(one)
            found += _regions(results, common)
            ties += _ties(results)
    return found, ties


def _made(one: Mapping[str, Any]) -> dict[str, str]:
    """Return who made a set of annotations, where its file says more than a number."""
    who = mapped(one.get("completed_by"))
    names = [said(who.get("first_name")), said(who.get("last_name"))]
    name = " ".join(filter(None, names)) or said(who.get("email"))
    return {"annotator": name} if name else {}


def _suggested(one: Mapping[str, Any]) -> dict[str, str]:
    values = {"origin": "rule", "suggester": said(one.get("model_version"))}
    score = one.get("score")
    if isinstance(score, float) and 0 <= score <= 1:
        values["confidence"] = repr(score)
    return values


def _regions(results: Sequence[Mapping[str, Any]], common: Mapping[str, str]) -> Iterator[Carried]:
    regions: dict[str, _Region] = {}
    for at, result in enumerate(results):
        kind, value = said(result.get("type")), mapped(result.get("value"))
        if "start" not in value or "end" not in value:
            continue
        region = regions.setdefault(said(result.get("id")) or f"result {at}", _Region(value))
        if kind in _LABELS:
            region.labels += listed(value.get(kind))
            region.values |= _note(result)
        else:
            more = ", ".join(filter(None, map(said, listed(value.get(kind)) or _area(value))))
            region.values[said(result.get("from_name"))] = more
    for key, region in regions.items():
        values = {**common, **region.values}
        for label in map(said, region.labels):
            yield Carried(
                key=key,
                tag=label,
                start_cp=number(region.value["start"]),
                end_cp=number(region.value["end"]),
                exact=said(region.value.get("text")),
                values=values,
            )


def _area(value: Mapping[str, Any]) -> list[Any]:
    """Return what a text area holds; the words of its region stand under the same name there."""
    return listed(value.get("text"))


def _note(result: Mapping[str, Any]) -> dict[str, str]:
    notes = listed(mapped(result.get("meta")).get("text"))
    note = "\n".join(filter(None, map(said, notes)))
    return {"note": note} if note else {}


def _ties(results: Sequence[Mapping[str, Any]]) -> Iterator[Tie]:
    for result in results:
        if result.get("type") != "relation":
            continue
        ends = said(result.get("from_id")), said(result.get("to_id"))
        if result.get("direction") == "left":
            ends = ends[1], ends[0]
        made = said(mapped(result.get("meta")).get("created_at"))
        kinds = [said(kind) for kind in listed(result.get("labels"))]
        # One id cannot name several relations.
        key = said(result.get("id")) if len(kinds) == 1 else ""
        for kind in kinds:
            yield Tie(key=key, from_key=ends[0], to_key=ends[1], type=kind, created_at=made)


def _counted(text: str, annotations: Sequence[Carried]) -> Sequence[Carried]:
    """Return annotations in code points; those of an old export come in UTF-16 units."""
    if all(text[one.start_cp : one.end_cp] == one.exact for one in annotations if one.exact):
        return annotations
    units = Utf16Map(text)
    converted = [_converted(units, one) for one in annotations]
    if all(text[one.start_cp : one.end_cp] == one.exact for one in converted if one.exact):
        return converted
    return annotations


def _converted(units: Utf16Map, one: Carried) -> Carried:
    if not 0 <= one.start_cp <= one.end_cp <= units.length_units:
        return one
    return replace(one, start_cp=units.cp_of(one.start_cp), end_cp=units.cp_of(one.end_cp))
