"""What hangs on an annotation, in words: its fields, and a verdict by its scale."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from reader.label import Label
from reader.model import vocabulary as words
from reader.model.annotation import Relation
from reader.model.change import Record
from reader.model.claim import (
    Appearance,
    Correction,
    Evidence,
    Review,
    Ruling,
    VerdictLabel,
    VerdictScale,
)
from reader.model.fields.values import as_text
from reader.model.ratings import rating_in_words
from reader.model.vocabulary import Choice, label_of

YES = Label("yes", "نعم")
_VERDICT = Label("Verdict", "الحكم")
_PUBLISHED = Label("Verdict as published", "نص الحكم")
_RATING = Label("Rating", "الدرجة")
_SCALE = Label("Verdict scale", "مقياس الأحكام")
_REVIEWER = Label("Reviewer", "المُراجِع")
_COMMENT = Label("The reviewer's comment", "تعليق المُراجِع")
_ARCHIVED = Label("Archived copy", "نسخة الأرشيف")

# What hangs on an annotation is told by these attributes, closed lists by their words.
_TOLD: Mapping[type, tuple[tuple[str, Label, tuple[Choice, ...]], ...]] = {
    Ruling: (
        ("explanation", Label("Explanation", "التعليل"), ()),
        ("review_url", Label("Published check", "التحقق المنشور"), ()),
        ("reviewer_uid", _REVIEWER, ()),
        (
            "review_decision",
            Label("Second review", "المراجعة الثانية"),
            words.REVIEW_DECISIONS,
        ),
        ("review_comment", _COMMENT, ()),
    ),
    Review: (
        ("reviewer_uid", _REVIEWER, ()),
        ("decision", Label("Further review", "مراجعة أخرى"), words.REVIEW_DECISIONS),
        ("comment", _COMMENT, ()),
    ),
    Appearance: (
        ("outlet", Label("Appeared in", "نُشر في"), ()),
        ("url", Label("Address where it appeared", "رابط موضع النشر"), ()),
        ("archive_url", _ARCHIVED, ()),
        ("published", Label("Date of publication", "تاريخ النشر"), ()),
    ),
    Correction: (
        ("corrected_on", Label("Corrected on", "تاريخ التصحيح"), ()),
        ("what", Label("What was corrected", "ما صُحِّح"), ()),
        ("why", Label("Why it was corrected", "سبب التصحيح"), ()),
    ),
    Evidence: (
        ("title", Label("Evidence", "الدليل"), ()),
        ("url", Label("Address of the evidence", "رابط الدليل"), ()),
        ("publisher", Label("Publisher of the evidence", "ناشر الدليل"), ()),
        ("kind", Label("Kind of evidence", "نوع الدليل"), words.EVIDENCE_KINDS),
        ("stance", Label("Stance", "موقفه"), words.STANCES),
        ("excerpt", Label("Excerpt", "مقتطف"), ()),
        ("published", Label("Date of the evidence", "تاريخ الدليل"), ()),
        ("archive_url", _ARCHIVED, ()),
        ("independent", Label("Independent source", "مصدر مستقل"), ()),
    ),
    Relation: (("type", Label("Relation", "العلاقة"), words.RELATION_TYPES),),
}


def same(text: str) -> Label:
    """Return what reads alike in both languages."""
    return Label(text, text)


def told_of(
    record: Record, scales: Iterable[VerdictScale], name_of: Callable[[str], str]
) -> Iterator[tuple[Label, Label]]:
    """Yield what a record that hangs on an annotation says, as label and value."""
    if isinstance(record, Ruling):
        yield from _verdict(record, {one.key: one for one in scales})
    for attribute, label, choices in _TOLD.get(type(record), ()):
        held = getattr(record, attribute)
        if attribute == "reviewer_uid":
            yield label, same(name_of(held) if held else "")
        elif held is True:
            yield label, YES
        else:
            yield label, label_of(choices, held) if choices and held else same(as_text(held))


def _verdict(one: Ruling, scales: Mapping[str, VerdictScale]) -> Iterator[tuple[Label, Label]]:
    """Yield a verdict by the step of its scale; as it was published where that is another text.

    A step that the scale no longer has is told by the class that scales share.
    """
    scale = scales.get(one.scale)
    step = _step(scale, one.code)
    label = step.label if step else label_of(words.NORMALISED_VERDICTS, one.normalised)
    yield _VERDICT, label
    if one.label not in (label.ar, label.en):
        yield _PUBLISHED, same(one.label)
    yield _SCALE, scale.label if scale else same(one.scale)
    yield _RATING, same(rating_in_words(one))


def _step(scale: VerdictScale | None, code: str) -> VerdictLabel | None:
    steps = scale.labels if scale else ()
    return next((step for step in steps if step.code == code), None)
