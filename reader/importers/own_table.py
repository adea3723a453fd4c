"""`annotations.csv` of our own: annotations without their texts, which the library has.

An article is found by the SHA-256 of its text, else by its address, else by its title. Headers
are the keys of columns or their names, in either language. Tables for spreadsheets are guarded
against formulas; that is taken off again. A program that saves a table may drop the byte order
mark or add one, so the words say first whether there are guards: they are as long as their place.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reader.importers.decoding import decode
from reader.importers.document import Contents, Given
from reader.importers.named_rows import rows_of
from reader.label import Label
from reader.model.bundle import Bundle, Loose, Misfit
from reader.model.carried import EVIDENCE_URLS, JOINT, NOWHERE, Carried, Tie
from reader.model.table_headers import HEADERS
from reader.text.guarding import guard, is_dangerous, unguard

KEY = "own-csv"
_MARK = "\ufeff"
_ID = "a_"
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
    "verdict": "verdict",
    "verdict_label": "verdict_label",
    "verdict_scale": "verdict_scale",
    "rating_value": "rating_value",
    "best_rating": "best_rating",
    "worst_rating": "worst_rating",
    EVIDENCE_URLS: EVIDENCE_URLS,
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
        "claim_numbers": "numbers",
    },
}
_NAMES = {name: key for key, label in HEADERS.items() for name in (key, label.en, label.ar)}
_DOUBTFUL = Label(
    "cells that begin with an apostrophe were kept so: nothing tells whether it guards a formula",
    "بقيت الفاصلة العليا في أول خلاياه: لا شيء يدل على أنها وُضعت اتقاءً للصيغ",
)
_UNHEARD = Label("there is no column of this name", "لا عمود بهذا الاسم")


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return annotations by their articles; raises what `decode` raises."""
    text = decode(source, name, given.encoding).text.removeprefix(_MARK)
    is_marked = source.startswith(_MARK.encode())
    guards = _has_guards(text)
    is_guarded = is_marked if guards is None else guards
    articles: dict[tuple[str, str], Loose] = {}
    found: dict[tuple[str, str], tuple[list[Carried], list[Tie]]] = {}
    unheard: set[str] = set()
    doubtful = 0
    for row in _rows(text):
        cells = {key: unguard(cell) if is_guarded else cell for key, cell in row.items() if cell}
        if guards is None and not is_guarded:
            doubtful += sum(unguard(cell) != cell for cell in cells.values())
        unheard |= cells.keys() - HEADERS.keys()
        where = cells.get("document_sha256", ""), cells.get("source_url", "")
        title = cells.get("document_title", "")
        articles.setdefault(where, Loose(title=title, url=where[1], text_sha256=where[0]))
        annotations, ties = found.setdefault(where, ([], []))
        annotations.append(_annotation(cells))
        ties += _ties(cells)
    loose = (
        replace(one, annotations=tuple(found[where][0]), ties=tuple(found[where][1]))
        for where, one in articles.items()
    )
    misfits = [Misfit(one, _UNHEARD) for one in sorted(unheard)]
    if doubtful:
        misfits.append(Misfit(f"{name} ({doubtful})", _DOUBTFUL))
    return Contents(bundle=Bundle(loose=tuple(loose), misfits=tuple(misfits)))


def _has_guards(text: str) -> bool | None:
    """Tell whether a table's cells are guarded against formulas, None where nothing says so.

    Words that need a guard are as long as their place without one, and one longer with it.
    A cell that needs one and has none is in no guarded table, unless somebody typed it there.
    """
    is_bare = False
    for cells in _rows(text):
        words = cells.get("text", "")
        if guard(words) != words:
            longer = len(words) - (_number(cells.get("end", "")) - _number(cells.get("start", "")))
            if longer in (0, 1):
                return longer == 1
        is_bare = is_bare or any(map(is_dangerous, cells.values()))
    return False if is_bare else None


def _rows(text: str) -> Iterator[dict[str, str]]:
    """Yield the rows by the keys of their columns."""
    for row in rows_of(text):
        yield {_NAMES.get(name, name): cell for name, cell in row.items()}


def _annotation(cells: Mapping[str, str]) -> Carried:
    tag = cells.get("tag", "")
    named = _VALUES | _OF_TAG.get(tag, {})
    values = {key: cells[column] for column, key in named.items() if cells.get(column)}
    if "numbers" in values:
        values["numbers"] = values["numbers"].replace(JOINT, "\n")
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
    pairs = (one.partition(":") for one in cells.get("relations", "").split(JOINT) if one)
    return tuple(
        Tie(from_key=mine, to_key=to.removeprefix(_ID), type=kind) for kind, _, to in pairs
    )


def _number(cell: str) -> int:
    return int(cell) if cell.isdecimal() and len(cell) < 12 else NOWHERE
