"""The columns of `annotations.csv`: 48, in a fixed order; new ones go to the end.

An empty cell means that nothing is set. Positions are code points, half-open;
paragraphs and sentences count from 1; lists are joined with " | ".
"""

from collections.abc import Callable
from dataclasses import dataclass

from reader.exporters.row import Row, annotation_id, column, decimal, iso, listed
from reader.label import Label
from reader.model.annotation import ClaimFields, EntityFields, QuoteFields
from reader.model.tags import tag_of
from reader.text.folding import fold


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, what people call it, and what reads its cells."""

    key: str
    label: Label
    read: Callable[[Row], str]


def _speaker(row: Row) -> str:
    return column(QuoteFields, "speaker")(row) or _name_of(row, "quote")


def _claimant(row: Row) -> str:
    return column(ClaimFields, "claimant")(row) or _name_of(row, "claim")


def _entity_name(row: Row) -> str:
    return _name_of(row, "entity")


def _name_of(row: Row, tag: str) -> str:
    subject = row.subject_of(tag)
    return subject.name if subject else ""


def _entity_id(row: Row) -> str:
    subject = row.subject_of("entity")
    return subject.wikidata_id if subject else ""


def _speaker_annotation(row: Row) -> str:
    mine = row.annotation.uid
    return listed(
        [
            annotation_id(relation.from_uid)
            for relation in row.entry.relations
            if relation.type == "speaker_of" and relation.to_uid == mine
        ]
    )


def _relations(row: Row) -> str:
    mine = row.annotation.uid
    return listed(
        [
            f"{relation.type}:{annotation_id(relation.to_uid)}"
            for relation in row.entry.relations
            if relation.from_uid == mine
        ]
    )


def _fact_check_url(row: Row) -> str:
    ruling = row.entry.ruling
    return column(ClaimFields, "fact_check_url")(row) or (ruling.review_url if ruling else "")


def _paragraph(row: Row) -> str:
    return str(row.numbering.paragraph(row.annotation.start_cp))


def _sentence(row: Row) -> str:
    return str(row.numbering.sentence(row.annotation.start_cp))


COLUMNS = (
    Column(
        "annotation_id",
        Label("Annotation", "معرّف التعليق"),
        lambda row: annotation_id(row.annotation.uid),
    ),
    Column("document_title", Label("Article", "عنوان المقال"), lambda row: row.article.title),
    Column("tag", Label("Tag key", "مفتاح العلامة"), lambda row: row.annotation.tag),
    Column(
        "tag_label",
        Label("Tag", "العلامة"),
        lambda row: tag_of(row.annotation.tag, row.options.tags).label.ar,
    ),
    Column("text", Label("Text", "النص"), lambda row: row.text),
    Column("note", Label("Note", "الملاحظة"), lambda row: row.annotation.note),
    Column("status", Label("Status", "الحالة"), lambda row: row.annotation.status),
    Column("context_before", Label("Context before", "السياق قبله"), Row.context_before),
    Column("context_after", Label("Context after", "السياق بعده"), Row.context_after),
    Column("paragraph", Label("Paragraph", "الفقرة"), _paragraph),
    Column("sentence", Label("Sentence", "الجملة"), _sentence),
    Column("start", Label("Start", "البداية"), lambda row: str(row.annotation.start_cp)),
    Column("end", Label("End", "النهاية"), lambda row: str(row.annotation.end_cp)),
    Column(
        "segments",
        Label("Segments", "المقاطع"),
        lambda row: f"{row.annotation.start_cp}-{row.annotation.end_cp}",
    ),
    Column("speaker", Label("Speaker", "القائل"), _speaker),
    Column(
        "speaker_annotation_id",
        Label("Annotation of the speaker", "معرّف تعليق القائل"),
        _speaker_annotation,
    ),
    Column("speaker_role", Label("Role", "صفة القائل"), column(QuoteFields, "speaker_role")),
    Column("quote_type", Label("Kind of quote", "نوع الاقتباس"), column(QuoteFields, "quote_type")),
    Column("attribution_cue", Label("Cue", "فعل القول"), column(QuoteFields, "cue")),
    Column(
        "entity_type", Label("Kind of entity", "نوع الكيان"), column(EntityFields, "entity_type")
    ),
    Column("entity_name", Label("Canonical name", "الاسم المعتمد"), _entity_name),
    Column("entity_id", Label("Wikidata id", "معرّف ويكي بيانات"), _entity_id),
    Column(
        "claim_text",
        Label("The claim restated", "صياغة الادعاء"),
        column(ClaimFields, "claim_text"),
    ),
    Column("claimant", Label("Claimant", "صاحب الادعاء"), _claimant),
    Column(
        "claim_date", Label("Date of the claim", "تاريخ الادعاء"), column(ClaimFields, "claimed_on")
    ),
    Column(
        "check_worthiness",
        Label("Worth checking", "أولوية التحقق"),
        column(ClaimFields, "check_worthiness"),
    ),
    Column(
        "verdict",
        Label("Verdict key", "مفتاح الحكم"),
        lambda row: row.entry.ruling.code if row.entry.ruling else "",
    ),
    Column(
        "verdict_label",
        Label("Verdict", "الحكم"),
        lambda row: row.entry.ruling.label if row.entry.ruling else "",
    ),
    Column(
        "evidence_urls",
        Label("Evidence", "روابط الأدلة"),
        lambda row: listed([evidence.url for evidence in row.entry.evidence]),
    ),
    Column("fact_check_url", Label("Published check", "رابط التحقق المنشور"), _fact_check_url),
    Column("relations", Label("Relations", "العلاقات"), _relations),
    Column(
        "confidence",
        Label("Confidence", "درجة الثقة"),
        lambda row: decimal(row.annotation.confidence),
    ),
    Column("origin", Label("Made", "طريقة الإنشاء"), lambda row: row.annotation.origin),
    Column("annotator", Label("Annotator", "المعلِّق"), lambda row: row.entry.annotator),
    Column(
        "created_at", Label("Made at", "وقت الإنشاء"), lambda row: iso(row.annotation.created_at)
    ),
    Column(
        "updated_at",
        Label("Changed at", "وقت آخر تعديل"),
        lambda row: iso(row.annotation.updated_at),
    ),
    Column("reviewed_by", Label("Reviewer", "المُراجِع"), lambda row: row.entry.reviewer),
    Column("document_id", Label("Article id", "معرّف المقال"), lambda row: row.article.uid),
    Column("source_url", Label("Address", "رابط المقال"), lambda row: row.article.url),
    Column(
        "archive_url", Label("Archived at", "رابط الأرشيف"), lambda row: row.article.archive_url
    ),
    Column("publisher", Label("Publisher", "الناشر"), lambda row: row.article.publisher),
    Column("author", Label("Author", "الكاتب"), lambda row: row.article.byline),
    Column("published_at", Label("Published", "تاريخ النشر"), lambda row: row.article.published),
    Column(
        "retrieved_at", Label("Retrieved", "وقت الجلب"), lambda row: iso(row.article.retrieved_at)
    ),
    Column("language", Label("Language", "اللغة"), lambda row: row.article.language),
    Column(
        "document_sha256",
        Label("SHA-256 of the article's text", "بصمة نص المقال SHA-256"),
        lambda row: row.revision.text_sha256,
    ),
    Column("anchor_status", Label("Anchor", "حالة الموضع"), lambda row: row.annotation.anchor),
    Column(
        "text_folded",
        Label("Text as search compares it", "النص كما يقارنه البحث"),
        lambda row: fold(row.text) if row.options.folded else "",
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
