"""What a search looks through beside the text of an article, as one table."""

from collections.abc import Iterator
from functools import cache

from reader.frozen import dataclass
from reader.label import Label
from reader.model.annotation import Annotation
from reader.model.article import Article
from reader.model.claim import Evidence, Ruling
from reader.model.subject import Subject

# The words of the text itself, in the article or within an annotation.
TEXT = "text"

# What is found with the claim that it belongs to.
OnClaim = Ruling | Evidence
Searched = Article | Annotation | Subject | OnClaim


@dataclass(frozen=True, slots=True)
class SearchedField:
    """A field whose words are found: `attribute` of a record, or of an annotation's own fields."""

    key: str
    record: type
    attribute: str
    label: Label
    tag: str = ""


SEARCHED = (
    SearchedField("title", Article, "title", Label("Title", "العنوان")),
    SearchedField("byline", Article, "byline", Label("Byline", "الكاتب")),
    SearchedField("publisher", Article, "publisher", Label("Publisher", "الناشر")),
    SearchedField("note", Annotation, "note", Label("Note", "الملاحظة")),
    SearchedField("speaker", Annotation, "speaker", Label("Speaker", "القائل"), "quote"),
    SearchedField("speaker_role", Annotation, "speaker_role", Label("Role", "الصفة"), "quote"),
    SearchedField(
        "claim_text",
        Annotation,
        "claim_text",
        Label("The claim restated", "صياغة الادعاء"),
        "claim",
    ),
    SearchedField("claimant", Annotation, "claimant", Label("Claimant", "صاحب الادعاء"), "claim"),
    SearchedField("verdict", Ruling, "label", Label("Verdict", "الحكم")),
    SearchedField("explanation", Ruling, "explanation", Label("Why this verdict", "تعليل الحكم")),
    SearchedField(
        "evidence_title", Evidence, "title", Label("Title of the evidence", "عنوان الدليل")
    ),
    SearchedField(
        "evidence_publisher",
        Evidence,
        "publisher",
        Label("Publisher of the evidence", "ناشر الدليل"),
    ),
    SearchedField(
        "evidence_excerpt", Evidence, "excerpt", Label("Excerpt of the evidence", "مقتطف الدليل")
    ),
    SearchedField("name", Subject, "name", Label("Name", "الاسم")),
    SearchedField("latin_name", Subject, "latin_name", Label("Latin name", "الاسم اللاتيني")),
    SearchedField("other_names", Subject, "other_names", Label("Other name", "اسم آخر")),
    SearchedField("role", Subject, "role", Label("Role", "الصفة")),
    SearchedField("note", Subject, "note", Label("Note", "الملاحظة")),
)


def searched_texts(record: Searched) -> Iterator[tuple[SearchedField, str]]:
    """Yield what a record holds in the fields that are searched, those with words."""
    cls: type = type(record)
    for field in _searched_of(cls, record.tag if isinstance(record, Annotation) else ""):
        holder = record.fields if field.tag and isinstance(record, Annotation) else record
        found = getattr(holder, field.attribute, "")
        for text in found if isinstance(found, tuple) else (found,):
            if text:
                yield field, text


@cache
def _searched_of(cls: type, tag: str) -> tuple[SearchedField, ...]:
    return tuple(one for one in SEARCHED if one.record is cls and one.tag in ("", tag))
