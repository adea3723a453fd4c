"""The columns of `annotations.csv`: 53, in a fixed order; new ones go to the end.

An empty cell means that nothing is set. Positions are code points, half-open;
paragraphs and sentences count from 1; lists are joined with " | ".
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from reader.exporters.part import (
    Cells,
    Part,
    annotation_id,
    decimal,
    first_of,
    iso,
    listed,
    of_article,
    of_entry,
    of_fields,
    of_subject,
)
from reader.frozen import dataclass
from reader.label import Label
from reader.model.annotation import ClaimFields, EntityFields, QuoteFields
from reader.model.entry import Entry
from reader.model.fields.values import as_text
from reader.model.figures import figure_typed
from reader.model.table_headers import HEADERS
from reader.model.tags import tag_of
from reader.text.folding import fold

_START = attrgetter("start_cp")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, what people call it, and what reads its cells, one an annotation."""

    key: str
    label: Label
    read: Callable[[Part], Cells]


def _ids(part: Part) -> Cells:
    return [annotation_id(one.uid) for one in part.annotations]


def _tag_labels(part: Part) -> Cells:
    tags = part.options.shared.tags
    labels = {key: tag_of(key, tags).label.ar for key in {one.tag for one in part.annotations}}
    return [labels[one.tag] for one in part.annotations]


def _paragraphs(part: Part) -> Cells:
    return part.placed(_START, part.numbering.paragraph)


def _sentences(part: Part) -> Cells:
    return part.placed(_START, part.numbering.sentence)


def _starts(part: Part) -> Cells:
    return part.placed(_START)


def _ends(part: Part) -> Cells:
    return part.placed(attrgetter("end_cp"))


def _segments(part: Part) -> Cells:
    return part.placed(lambda one: f"{one.start_cp}-{one.end_cp}")


def _speaker_annotations(part: Part) -> Cells:
    return [_speaker_annotation(entry) if entry.relations else "" for entry in part.entries]


def _speaker_annotation(entry: Entry) -> str:
    mine = entry.annotation.uid
    return listed(
        [
            annotation_id(relation.from_uid)
            for relation in entry.relations
            if relation.type == "speaker_of" and relation.to_uid == mine
        ]
    )


def _relations(part: Part) -> Cells:
    return [_relations_from(entry) if entry.relations else "" for entry in part.entries]


def _relations_from(entry: Entry) -> str:
    mine = entry.annotation.uid
    return listed(
        [
            f"{relation.type}:{annotation_id(relation.to_uid)}"
            for relation in entry.relations
            if relation.from_uid == mine
        ]
    )


def _of_ruling(attribute: str, told: Callable[[Any], str] = str) -> Callable[[Part], Cells]:
    read = attrgetter(attribute)

    def cells(part: Part) -> Cells:
        return [told(read(entry.ruling)) if entry.ruling else "" for entry in part.entries]

    return cells


def _numbers(part: Part) -> Cells:
    fields = (one.fields for one in part.annotations)
    return [
        listed(list(map(figure_typed, one.numbers))) if isinstance(one, ClaimFields) else ""
        for one in fields
    ]


def _evidence(part: Part) -> Cells:
    return [
        listed([evidence.url for evidence in entry.evidence]) if entry.evidence else ""
        for entry in part.entries
    ]


def _confidences(part: Part) -> Cells:
    return ["" if one.confidence is None else decimal(one.confidence) for one in part.annotations]


def _moments(attribute: str) -> Callable[[Part], Cells]:
    read = attrgetter(attribute)

    def cells(part: Part) -> Cells:
        return [iso(read(one)) for one in part.annotations]

    return cells


def _retrieved(part: Part) -> str:
    return iso(part.article.retrieved_at)


def _folded(part: Part) -> Cells:
    if not part.options.folded:
        return [""] * len(part.entries)
    return [fold(text) for text in part.texts()]


_READ: Mapping[str, Callable[[Part], Cells]] = {
    "annotation_id": _ids,
    "document_title": of_article(attrgetter("article.title")),
    "tag": of_entry("annotation.tag"),
    "tag_label": _tag_labels,
    "text": Part.texts,
    "note": of_entry("annotation.note"),
    "status": of_entry("annotation.status"),
    "context_before": Part.contexts_before,
    "context_after": Part.contexts_after,
    "paragraph": _paragraphs,
    "sentence": _sentences,
    "start": _starts,
    "end": _ends,
    "segments": _segments,
    "speaker": first_of(of_fields(QuoteFields, "speaker"), of_subject("quote", "name")),
    "speaker_annotation_id": _speaker_annotations,
    "speaker_role": of_fields(QuoteFields, "speaker_role"),
    "quote_type": of_fields(QuoteFields, "quote_type"),
    "attribution_cue": of_fields(QuoteFields, "cue"),
    "entity_type": of_fields(EntityFields, "entity_type"),
    "entity_name": of_subject("entity", "name"),
    "entity_id": of_subject("entity", "wikidata_id"),
    "claim_text": of_fields(ClaimFields, "claim_text"),
    "claimant": first_of(of_fields(ClaimFields, "claimant"), of_subject("claim", "name")),
    "claim_date": of_fields(ClaimFields, "claimed_on"),
    "check_worthiness": of_fields(ClaimFields, "check_worthiness"),
    "verdict": _of_ruling("code"),
    "verdict_label": _of_ruling("label"),
    "evidence_urls": _evidence,
    "fact_check_url": first_of(of_fields(ClaimFields, "fact_check_url"), _of_ruling("review_url")),
    "relations": _relations,
    "confidence": _confidences,
    "origin": of_entry("annotation.origin"),
    "annotator": of_entry("annotator"),
    "created_at": _moments("created_at"),
    "updated_at": _moments("updated_at"),
    "reviewed_by": of_entry("reviewer"),
    "document_id": of_article(attrgetter("article.uid")),
    "source_url": of_article(attrgetter("article.url")),
    "archive_url": of_article(attrgetter("article.archive_url")),
    "publisher": of_article(attrgetter("article.publisher")),
    "author": of_article(attrgetter("article.byline")),
    "published_at": of_article(attrgetter("article.published")),
    "retrieved_at": of_article(_retrieved),
    "language": of_article(attrgetter("article.language")),
    "document_sha256": of_article(attrgetter("revision.text_sha256")),
    "anchor_status": of_entry("annotation.anchor"),
    "text_folded": _folded,
    "verdict_scale": _of_ruling("scale"),
    "rating_value": _of_ruling("rating", as_text),
    "best_rating": _of_ruling("best", as_text),
    "worst_rating": _of_ruling("worst", as_text),
    "claim_numbers": _numbers,
}
COLUMNS = tuple(Column(key, label, _READ[key]) for key, label in HEADERS.items())

# What a reporter reads in a meeting; by key, in its own order.
SHORT = (
    "document_title",
    "tag_label",
    "text",
    "speaker",
    "entity_name",
    "claim_text",
    "verdict_label",
    "evidence_urls",
    "note",
    "source_url",
    "published_at",
)


def columns_named(keys: tuple[str, ...]) -> tuple[Column, ...]:
    """Return columns by their keys, in the order given; an unknown key is a bug (KeyError)."""
    by_key = {column.key: column for column in COLUMNS}
    return tuple(by_key[key] for key in keys)
