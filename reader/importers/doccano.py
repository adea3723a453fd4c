"""doccano JSONL: texts with labelled spans in code points, and with relations between them.

Both forms of doccano's exports are read, and what our own files say under `hashiya`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reader.importers.decoding import decode
from reader.importers.document import Contents, Given
from reader.importers.json_lists import objects
from reader.importers.shapes import listed, mapped, number, said, texts
from reader.importers.unpacking import Unpacker
from reader.model.carried import Carried, Tie

KEY = "doccano"
# Ends, type and key of a relation of ours; a newer one tells when it was made, too.
_PARTS = 4
_FACTS = ("title", "byline", "publisher", "url", "archive_url", "published", "language")


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the articles of a file; raises SourceDamaged and what `decode` raises."""
    unpacker = Unpacker(name, KEY)
    for line, _, _ in objects(decode(source, name, given.encoding).text, name):
        own = mapped(line.get("hashiya"))
        annotations, ties = _annotations(line, own)
        facts = {key: said(line.get(key)) for key in _FACTS} | texts(own.get("article"))
        unpacker.article(said(line.get("text")), annotations, facts)
        unpacker.ties(ties)
    return unpacker.contents()


def _annotations(
    line: Mapping[str, Any], own: Mapping[str, Any]
) -> tuple[list[Carried], list[Tie]]:
    """Return what a line marks; our own words for it are taken where span and label agree."""
    known = _known(own)
    found, keys = [], {}
    for key, start, end, label in (*_labels(line), *_entities(line)):
        waiting = known.get((start, end, label), [])
        ours = waiting.pop(0) if waiting else {}
        one = Carried(
            key=said(ours.get("key")) or key,
            tag=label,
            start_cp=start,
            end_cp=end,
            values=texts(ours.get("values")),
        )
        found.append(one)
        keys[key] = one.key
    ties = [
        Tie(
            from_key=keys.get(said(tie.get("from_id")), ""),
            to_key=keys.get(said(tie.get("to_id")), ""),
            type=said(tie.get("type")),
        )
        for tie in map(mapped, listed(line.get("relations")))
    ]
    return found, _with_our_keys(ties, own, listed(line.get("relations")))


def _with_our_keys(ties: list[Tie], own: Mapping[str, Any], theirs: list[Any]) -> list[Tie]:
    """Return relations under our keys; where the format has none of its own, ours."""
    ours = [
        Tie(
            from_key=said(one[0]),
            to_key=said(one[1]),
            type=said(one[2]),
            key=said(one[3]),
            created_at=said(one[4]) if len(one) > _PARTS else "",
        )
        for one in map(listed, listed(own.get("relations")))
        if len(one) >= _PARTS
    ]
    if not theirs:
        return ours
    known = {(one.from_key, one.to_key, one.type): one for one in ours}
    return [known.get((one.from_key, one.to_key, one.type), one) for one in ties]


def _labels(line: Mapping[str, Any]) -> Iterator[tuple[str, int, int, str]]:
    for at, one in enumerate(listed(line.get("label")) + listed(line.get("labels"))):
        if isinstance(one, list) and len(one) == 3:
            yield f"label {at}", number(one[0]), number(one[1]), said(one[2])


def _entities(line: Mapping[str, Any]) -> Iterator[tuple[str, int, int, str]]:
    for one in map(mapped, listed(line.get("entities"))):
        place = number(one.get("start_offset")), number(one.get("end_offset"))
        yield said(one.get("id")), *place, said(one.get("label"))


def _known(own: Mapping[str, Any]) -> dict[tuple[int, int, str], list[Mapping[str, Any]]]:
    known: dict[tuple[int, int, str], list[Mapping[str, Any]]] = {}
    for one in map(mapped, listed(own.get("annotations"))):
        place = number(one.get("start")), number(one.get("end")), said(one.get("label"))
        known.setdefault(place, []).append(one)
    return known
