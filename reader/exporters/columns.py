"""The columns of `annotations.csv`: 48, in a fixed order; new ones go to the end.

An empty cell means that nothing is set. Positions are code points, half-open;
paragraphs and sentences count from 1; lists are joined with " | ".
"""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

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
from reader.label import Label
from reader.model.annotation import ClaimFields, EntityFields, QuoteFields
from reader.model.entry import Entry
from reader.model.tags import tag_of
from reader.text.folding import fold


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
    number = part.numbering.paragraph
    return part.placed(lambda one: number(one.start_cp))


def _sentences(part: Part) -> Cells:
    number = part.numbering.sentence
    return part.placed(lambda one: number(one.start_cp))


def _starts(part: Part) -> Cells:
    return part.placed(attrgetter("start_cp"))


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


def _of_ruling(attribute: str) -> Callable[[Part], Cells]:
    read = attrgetter(attribute)

    def cells(part: Part) -> Cells:
        return [read(entry.ruling) if entry.ruling else "" for entry in part.entries]

    return cells


def _evidence(part: Part) -> Cells:
    return [
        listed([evidence.url for evidence in entry.evidence]) if entry.evidence else ""
        for entry in part.entries
    ]


def _confidences(part: Part) -> Cells:
    return [decimal(one.confidence) for one in part.annotations]


def _made(part: Part) -> Cells:
    return [iso(one.created_at) for one in part.annotations]


def _changed(part: Part) -> Cells:
    return [iso(one.updated_at) for one in part.annotations]


def _retrieved(part: Part) -> str:
    return iso(part.article.retrieved_at)


def _folded(part: Part) -> Cells:
    if not part.options.folded:
        return [""] * len(part.entries)
    return [fold(text) for text in part.texts()]


COLUMNS = (
    Column(
        "annotation_id",
        Label("Annotation", "معرّف التعليق"),
        _ids,
    ),
    Column(
        "document_title", Label("Article", "عنوان المقال"), of_article(attrgetter("article.title"))
    ),
    Column("tag", Label("Tag key", "مفتاح العلامة"), of_entry("annotation.tag")),
    Column(
        "tag_label",
        Label("Tag", "العلامة"),
        _tag_labels,
    ),
    Column("text", Label("Text", "النص"), Part.texts),
    Column("note", Label("Note", "الملاحظة"), of_entry("annotation.note")),
    Column("status", Label("Status", "الحالة"), of_entry("annotation.status")),
    Column("context_before", Label("Context before", "السياق قبله"), Part.contexts_before),
    Column("context_after", Label("Context after", "السياق بعده"), Part.contexts_after),
    Column("paragraph", Label("Paragraph", "الفقرة"), _paragraphs),
    Column("sentence", Label("Sentence", "الجملة"), _sentences),
    Column("start", Label("Start", "البداية"), _starts),
    Column("end", Label("End", "النهاية"), _ends),
    Column(
        "segments",
        Label("Segments", "المقاطع"),
        _segments,
    ),
    Column(
        "speaker",
        Label("Speaker", "القائل"),
        first_of(of_fields(QuoteFields, "speaker"), of_subject("quote", "name")),
    ),
    Column(
        "speaker_annotation_id",
        Label("Annotation of the speaker", "معرّف تعليق القائل"),
        _speaker_annotations,
    ),
    Column("speaker_role", Label("Role", "صفة القائل"), of_fields(QuoteFields, "speaker_role")),
    Column(
        "quote_type", Label("Kind of quote", "نوع الاقتباس"), of_fields(QuoteFields, "quote_type")
    ),
    Column("attribution_cue", Label("Cue", "فعل القول"), of_fields(QuoteFields, "cue")),
    Column(
        "entity_type", Label("Kind of entity", "نوع الكيان"), of_fields(EntityFields, "entity_type")
    ),
    Column("entity_name", Label("Canonical name", "الاسم المعتمد"), of_subject("entity", "name")),
    Column(
        "entity_id", Label("Wikidata id", "معرّف ويكي بيانات"), of_subject("entity", "wikidata_id")
    ),
    Column(
        "claim_text",
        Label("The claim restated", "صياغة الادعاء"),
        of_fields(ClaimFields, "claim_text"),
    ),
    Column(
        "claimant",
        Label("Claimant", "صاحب الادعاء"),
        first_of(of_fields(ClaimFields, "claimant"), of_subject("claim", "name")),
    ),
    Column(
        "claim_date",
        Label("Date of the claim", "تاريخ الادعاء"),
        of_fields(ClaimFields, "claimed_on"),
    ),
    Column(
        "check_worthiness",
        Label("Worth checking", "أولوية التحقق"),
        of_fields(ClaimFields, "check_worthiness"),
    ),
    Column(
        "verdict",
        Label("Verdict key", "مفتاح الحكم"),
        _of_ruling("code"),
    ),
    Column(
        "verdict_label",
        Label("Verdict", "الحكم"),
        _of_ruling("label"),
    ),
    Column(
        "evidence_urls",
        Label("Evidence", "روابط الأدلة"),
        _evidence,
    ),
    Column(
        "fact_check_url",
        Label("Published check", "رابط التحقق المنشور"),
        first_of(of_fields(ClaimFields, "fact_check_url"), _of_ruling("review_url")),
    ),
    Column("relations", Label("Relations", "العلاقات"), _relations),
    Column(
        "confidence",
        Label("Confidence", "درجة الثقة"),
        _confidences,
    ),
    Column("origin", Label("Made", "طريقة الإنشاء"), of_entry("annotation.origin")),
    Column("annotator", Label("Annotator", "المعلِّق"), of_entry("annotator")),
    Column("created_at", Label("Made at", "وقت الإنشاء"), _made),
    Column(
        "updated_at",
        Label("Changed at", "وقت آخر تعديل"),
        _changed,
    ),
    Column("reviewed_by", Label("Reviewer", "المُراجِع"), of_entry("reviewer")),
    Column(
        "document_id", Label("Article id", "معرّف المقال"), of_article(attrgetter("article.uid"))
    ),
    Column("source_url", Label("Address", "رابط المقال"), of_article(attrgetter("article.url"))),
    Column(
        "archive_url",
        Label("Archived at", "رابط الأرشيف"),
        of_article(attrgetter("article.archive_url")),
    ),
    Column("publisher", Label("Publisher", "الناشر"), of_article(attrgetter("article.publisher"))),
    Column("author", Label("Author", "الكاتب"), of_article(attrgetter("article.byline"))),
    Column(
        "published_at",
        Label("Published", "تاريخ النشر"),
        of_article(attrgetter("article.published")),
    ),
    Column("retrieved_at", Label("Retrieved", "وقت الجلب"), of_article(_retrieved)),
    Column("language", Label("Language", "اللغة"), of_article(attrgetter("article.language"))),
    Column(
        "document_sha256",
        Label("SHA-256 of the article's text", "بصمة نص المقال SHA-256"),
        of_article(attrgetter("revision.text_sha256")),
    ),
    Column("anchor_status", Label("Anchor", "حالة الموضع"), of_entry("annotation.anchor")),
    Column(
        "text_folded",
        Label("Text as search compares it", "النص كما يقارنه البحث"),
        _folded,
    ),
)

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
