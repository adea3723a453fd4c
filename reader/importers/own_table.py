"""`annotations.csv` of our own: annotations without their texts, which the library has.

An article is found by the SHA-256 of its text, else by its address. Tables for
spreadsheets are guarded against formulas; that is taken off again.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace

from reader.importers.decoding import decode
from reader.importers.document import Contents, Given
from reader.label import Label
from reader.model.bundle import Bundle, Loose, Misfit
from reader.model.carried import NOWHERE, Carried, Tie
from reader.text.guarding import unguard

KEY = "own-csv"
_MARK = "\ufeff"
_JOINT = " | "
_ID = "a_"
_CELL_CP = 50_000_000
# What a column is called there and as a value.
_VALUES = {
    "note": "note",
    "status": "status",
    "origin": "origin",
    "confidence": "confidence",
    "annotator": "annotator",
    "reviewed_by": "reviewer",
    "created_at": "created_at",
    "updated_at": "updated_at",
}
_OF_TAG = {
    "quote": {
        "speaker": "speaker",
        "speaker_role": "speaker_role",
        "quote_type": "quote_type",
        "attribution_cue": "cue",
    },
    "entity": {
        "entity_type": "entity_type",
        "entity_name": "subject_name",
        "entity_id": "wikidata_id",
    },
    "claim": {
        "claim_text": "claim_text",
        "claimant": "claimant",
        "claim_date": "claimed_on",
        "check_worthiness": "check_worthiness",
        "fact_check_url": "fact_check_url",
    },
}
# The table names a verdict without its scale, and evidence by addresses only.
_INCOMPLETE = ("verdict", "evidence_urls")
_NOT_WHOLE = Label(
    "the table does not hold all of it: {names}", "لا يحتوي الجدول كل ما فيه: {names}"
)
_SHOWN_CP = 40


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return annotations by their articles; raises what `decode` raises."""
    text = decode(source, name, given.encoding).text
    is_guarded = source.startswith(_MARK.encode())
    articles: dict[tuple[str, str], Loose] = {}
    misfits = []
    for row in _rows(text.removeprefix(_MARK)):
        cells = {key: unguard(cell) if is_guarded else cell for key, cell in row.items()}
        where = cells.get("document_sha256", ""), cells.get("source_url", "")
        loose = articles.get(where) or Loose(
            title=cells.get("document_title", ""), url=where[1], text_sha256=where[0]
        )
        articles[where] = replace(
            loose,
            annotations=(*loose.annotations, _annotation(cells)),
            ties=(*loose.ties, *_ties(cells)),
        )
        if names := ", ".join(key for key in _INCOMPLETE if cells.get(key)):
            what = f"{cells.get('tag', '')}: {cells.get('text', '')[:_SHOWN_CP]}"
            reason = Label(_NOT_WHOLE.en.format(names=names), _NOT_WHOLE.ar.format(names=names))
            misfits.append(Misfit(what, reason))
    return Contents(bundle=Bundle(loose=tuple(articles.values()), misfits=tuple(misfits)))


def _rows(text: str) -> list[dict[str, str]]:
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    before = csv.field_size_limit(_CELL_CP)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        names = next(reader, [])
        return [dict(zip(names, row, strict=False)) for row in reader]
    finally:
        csv.field_size_limit(before)


def _annotation(cells: Mapping[str, str]) -> Carried:
    tag = cells.get("tag", "")
    named = _VALUES | _OF_TAG.get(tag, {})
    values = {key: cells[column] for column, key in named.items() if cells.get(column)}
    return Carried(
        key=cells.get("annotation_id", "").removeprefix(_ID),
        tag=tag,
        start_cp=_number(cells.get("start", "")),
        end_cp=_number(cells.get("end", "")),
        exact=cells.get("text", ""),
        prefix=cells.get("context_before", ""),
        suffix=cells.get("context_after", ""),
        values=values,
    )


def _ties(cells: Mapping[str, str]) -> tuple[Tie, ...]:
    mine = cells.get("annotation_id", "").removeprefix(_ID)
    pairs = (one.partition(":") for one in cells.get("relations", "").split(_JOINT) if one)
    return tuple(
        Tie(from_key=mine, to_key=to.removeprefix(_ID), type=kind) for kind, _, to in pairs
    )


def _number(cell: str) -> int:
    return int(cell) if cell.isdecimal() and len(cell) < 12 else NOWHERE
