"""An annotated article with everything that a row can hold, always the same."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest

from reader.model.annotation import (
    Annotation,
    ClaimFields,
    EntityFields,
    QuoteFields,
    Relation,
    TypedFields,
)
from reader.model.article import Article, Revision
from reader.model.claim import Evidence, Ruling
from reader.model.entry import AnnotatedArticle, Entry
from reader.model.subject import Subject

TEXT = (
    "- رويترز: وزارة النفط تعلن رفع الأسعار 😀\n"
    'قَالَ الوزير أحمد\u00a0سالم: "رفعنا السعر 15 في المئة؛ و+964 رقمنا".\n'
    '@بغداد ترد: =لا تعليق=. وأضاف: "سنرى".'
)
MADE = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)


def uid(number: int) -> str:
    """Return a fixed id."""
    return f"00000000-0000-4000-8000-{number:012d}"


def marked(number: int, words: str, tag: str, fields: TypedFields | None = None) -> Annotation:
    """Return an annotation of the first place of some words in TEXT."""
    start = TEXT.index(words)
    return Annotation(
        uid=uid(number),
        revision_uid=uid(2),
        tag=tag,
        start_cp=start,
        end_cp=start + len(words),
        exact=words,
        annotator_uid=uid(3),
        created_at=MADE,
        updated_at=MADE + timedelta(days=1),
        fields=fields,
    )


def quote_entry() -> Entry:
    """Return a quote with its speaker and two relations."""
    annotation = marked(
        10,
        '"رفعنا السعر 15 في المئة؛ و+964 رقمنا"',
        "quote",
        QuoteFields(
            quote_type="direct",
            speaker="أحمد سالم",
            speaker_uid=uid(20),
            speaker_role="وزير النفط",
            cue="قَالَ",
        ),
    )
    return Entry(
        annotation=replace(annotation, status="reviewed", confidence=0.875, note="سطر\nوسطر; ثانٍ"),
        subject=Subject(uid=uid(20), kind="person", name="أحمد سالم", created_at=MADE),
        relations=(
            Relation(
                uid=uid(30), from_uid=uid(11), to_uid=uid(10), type="speaker_of", created_at=MADE
            ),
            Relation(uid=uid(31), from_uid=uid(10), to_uid=uid(12), type="about", created_at=MADE),
            Relation(
                uid=uid(32), from_uid=uid(10), to_uid=uid(13), type="continues", created_at=MADE
            ),
        ),
        annotator="ليلى",
        reviewer="سمير",
    )


def entity_entry() -> Entry:
    """Return a person with a canonical name and a Wikidata id."""
    annotation = marked(
        11, "أحمد\u00a0سالم", "entity", EntityFields(entity_type="person", subject_uid=uid(20))
    )
    subject = Subject(uid=uid(20), kind="person", name="أحمد سالم", wikidata_id="Q796")
    return Entry(annotation=annotation, subject=subject, annotator="ليلى")


def claim_entry() -> Entry:
    """Return a claim with a ruling and two pieces of evidence."""
    fields = ClaimFields(
        claim_text="رُفع سعر النفط 15 في المئة",
        claimant="وزارة النفط",
        claimed_on="2026-01",
        check_worthiness="high",
    )
    annotation = marked(12, "رفعنا السعر 15 في المئة", "claim", fields)
    ruling = Ruling(
        uid=uid(40),
        annotation_uid=uid(12),
        scale="misbar-like",
        code="misleading",
        label="مضلل",
        normalised="partly_false",
        review_url="https://desk.example/check/12",
        rated_at=MADE,
    )
    urls = ("https://oil.example/a", "", "https://oil.example/b")
    evidence = tuple(Evidence(annotation_uid=uid(12), url=url) for url in urls)
    return Entry(annotation=annotation, ruling=ruling, evidence=evidence, annotator="سمير")


def other_entries() -> tuple[Entry, ...]:
    """Return annotations whose text starts like a formula, and one of a user's own tag."""
    notes = {13: "=1+1", 14: "@اسم", 15: "'=x", 16: "- شرطة"}
    words = {13: "=لا تعليق=", 14: "@بغداد", 15: "- رويترز", 16: "+964"}
    return tuple(
        Entry(annotation=replace(marked(number, words[number], "رأي"), note=notes[number]))
        for number in words
    )


@pytest.fixture
def annotated() -> AnnotatedArticle:
    """Return the article with its entries in no order."""
    article = Article(
        uid=uid(1),
        id=7,
        title="رفع الأسعار - تقرير",
        byline="- ليلى حسن",
        publisher="وكالة الأنباء",
        url="https://news.example/7",
        archive_url="https://archive.example/7",
        published="2026-01-02",
        retrieved_at=datetime(2026, 1, 3, 8, 0, tzinfo=timezone(timedelta(hours=3))),
        created_at=MADE,
    )
    revision = Revision(
        uid=uid(2),
        article_uid=uid(1),
        text=TEXT,
        text_sha256=sha256(TEXT.encode()).hexdigest(),
        canonical_version=1,
        source_sha256="0" * 64,
    )
    entries = (*other_entries(), claim_entry(), quote_entry(), entity_entry())
    return AnnotatedArticle(article=article, revision=revision, entries=entries)
