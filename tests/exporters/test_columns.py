"""What each of the 53 columns says."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exporters.columns import COLUMNS, SHORT, columns_named
from reader.exporters.exporter import ExportOptions
from reader.exporters.part import CONTEXT_CP, PART_SIZE, parts_of
from reader.label import Label
from reader.model.annotation import Annotation
from reader.model.article import Article, Revision
from reader.model.entry import AnnotatedArticle, Entry
from reader.model.shared import Shared
from reader.model.tags import Tag
from reader.text.boundaries import snap
from tests.exporters.conftest import uid

KEYS = [
    "annotation_id",
    "document_title",
    "tag",
    "tag_label",
    "text",
    "note",
    "status",
    "context_before",
    "context_after",
    "paragraph",
    "sentence",
    "start",
    "end",
    "segments",
    "speaker",
    "speaker_annotation_id",
    "speaker_role",
    "quote_type",
    "attribution_cue",
    "entity_type",
    "entity_name",
    "entity_id",
    "claim_text",
    "claimant",
    "claim_date",
    "check_worthiness",
    "verdict",
    "verdict_label",
    "evidence_urls",
    "fact_check_url",
    "relations",
    "confidence",
    "origin",
    "annotator",
    "created_at",
    "updated_at",
    "reviewed_by",
    "document_id",
    "source_url",
    "archive_url",
    "publisher",
    "author",
    "published_at",
    "retrieved_at",
    "language",
    "document_sha256",
    "anchor_status",
    "text_folded",
    "verdict_scale",
    "rating_value",
    "best_rating",
    "worst_rating",
    "claim_numbers",
]


def cells_of(
    annotated: AnnotatedArticle, number: int, options: ExportOptions | None = None
) -> dict[str, str]:
    """Return the cells of one annotation, by column."""
    (part,) = parts_of(annotated, options or ExportOptions())
    at = [one.uid for one in part.annotations].index(uid(number))
    return {column.key: column.read(part)[at] for column in COLUMNS}


def marked(text: str, start: int, end: int) -> AnnotatedArticle:
    """Return a text with one annotation."""
    article = Article(title="ت")
    revision = Revision(
        article_uid=article.uid, text=text, text_sha256="", canonical_version=1, source_sha256=""
    )
    annotation = Annotation(
        revision_uid=revision.uid,
        tag="claim",
        start_cp=start,
        end_cp=end,
        exact=text[start:end],
        annotator_uid="ب",
    )
    return AnnotatedArticle(
        article=article, revision=revision, entries=(Entry(annotation=annotation),)
    )


def test_the_columns_and_their_order_are_fixed():
    assert [column.key for column in COLUMNS] == KEYS
    assert len(COLUMNS) == 53


def test_the_short_preset_is_the_columns_it_was_agreed_to_be():
    numbers = (2, 4, 5, 15, 21, 23, 28, 29, 6, 39, 43)
    assert tuple(SHORT) == tuple(KEYS[number - 1] for number in numbers)
    assert [column.key for column in columns_named(SHORT)] == list(SHORT)


def test_every_column_has_its_own_name_in_both_languages():
    for language in ("en", "ar"):
        names = [column.label.text(language) for column in COLUMNS]
        assert len(set(names)) == len(names)
    for column in COLUMNS:
        assert re.search("[\u0621-\u064a]", column.label.ar)


def test_a_quote(annotated):
    cells = cells_of(annotated, 10)
    start = annotated.revision.text.index('"رفعنا')
    expected = {
        "annotation_id": "a_00000000-0000-4000-8000-000000000010",
        "tag": "quote",
        "tag_label": "اقتباس",
        "text": '"رفعنا السعر 15 في المئة؛ و+964 رقمنا"',
        "note": "سطر\nوسطر; ثانٍ",
        "status": "reviewed",
        "start": str(start),
        "segments": f"{start}-{start + len(cells['text'])}",
        "paragraph": "2",
        "speaker": "أحمد سالم",
        "speaker_annotation_id": "a_00000000-0000-4000-8000-000000000011",
        "speaker_role": "وزير النفط",
        "quote_type": "direct",
        "attribution_cue": "قَالَ",
        "relations": "about:a_00000000-0000-4000-8000-000000000012"
        " | continues:a_00000000-0000-4000-8000-000000000013",
        "confidence": "0.875",
        "annotator": "ليلى",
        "reviewed_by": "سمير",
        "created_at": "2026-01-02T03:04:05+00:00",
        "updated_at": "2026-01-03T03:04:05+00:00",
        "retrieved_at": "2026-01-03T08:00:00+03:00",
        "document_id": "00000000-0000-4000-8000-000000000001",
        "anchor_status": "exact",
        "text_folded": "",
    }
    assert {key: cells[key] for key in expected} == expected
    for key in ("entity_type", "entity_name", "entity_id", "claim_text", "claimant", "verdict"):
        assert cells[key] == ""


def test_an_entity(annotated):
    cells = cells_of(annotated, 11)
    assert cells["text"] == "أحمد\u00a0سالم"
    assert (cells["entity_type"], cells["entity_name"]) == ("person", "أحمد سالم")
    assert cells["entity_id"] == "Q796"
    assert (cells["speaker"], cells["claimant"], cells["confidence"]) == ("", "", "")


def test_a_claim(annotated):
    cells = cells_of(annotated, 12)
    assert cells["claim_text"] == "رُفع سعر النفط 15 في المئة"
    assert (cells["claimant"], cells["claim_date"]) == ("وزارة النفط", "2026-01")
    assert (cells["verdict"], cells["verdict_label"]) == ("misleading", "مضلل")
    assert cells["evidence_urls"] == "https://oil.example/a | https://oil.example/b"
    assert cells["fact_check_url"] == "https://desk.example/check/12"
    assert cells["check_worthiness"] == "high"


def test_a_tag_of_ones_own_brings_its_label(annotated):
    assert cells_of(annotated, 13)["tag_label"] == "رأي"
    options = ExportOptions(
        shared=Shared(tags=(Tag("رأي", Label("Opinion", "رأي شخصي"), "#123456"),))
    )
    assert cells_of(annotated, 13, options)["tag_label"] == "رأي شخصي"


def test_the_folded_text_is_there_when_asked_for(annotated):
    cells = cells_of(annotated, 11, ExportOptions(folded=True))
    assert cells["text_folded"] == "احمد سالم"


def test_a_name_that_only_the_subject_has(annotated):
    entries = tuple(
        replace(entry, annotation=replace(entry.annotation, fields=None))
        for entry in annotated.entries
    )
    cells = cells_of(replace(annotated, entries=entries), 10)
    assert cells["speaker"] == "أحمد سالم"
    assert cells["quote_type"] == ""


@pytest.mark.parametrize(
    ("number", "written"),
    [(0.0, "0.0"), (1.0, "1.0"), (0.5, "0.5"), (1e-07, "0.0000001"), (None, "")],
)
def test_confidence_is_written_with_a_point(number, written):
    annotated = marked("قال", 0, 3)
    (entry,) = annotated.entries
    entry = replace(entry, annotation=replace(entry.annotation, confidence=number))
    (part,) = parts_of(replace(annotated, entries=(entry,)), ExportOptions())
    (cells,) = (column.read(part) for column in COLUMNS if column.key == "confidence")
    assert cells == [written]


def test_rows_go_by_place_the_longer_first(annotated):
    (part,) = parts_of(annotated, ExportOptions())
    spans = [(one.start_cp, -one.end_cp) for one in part.annotations]
    assert spans == sorted(spans)
    assert len(spans) == len(annotated.entries)


def test_a_long_article_comes_in_parts_and_every_column_has_a_cell_for_each_line():
    annotated = marked("قال", 0, 3)
    entries = annotated.entries * (PART_SIZE + 1)
    parts = list(parts_of(replace(annotated, entries=entries), ExportOptions(folded=True)))
    assert [len(part.entries) for part in parts] == [PART_SIZE, 1]
    for part in parts:
        lengths = {column.key: len(column.read(part)) for column in COLUMNS}
        assert set(lengths.values()) == {len(part.entries)}, lengths


def test_context_does_not_cut_a_letter_from_its_marks():
    text = "ب" + "َ" * 3 + "ا" * 58 + "قال" + "ا" * 59 + "ب" + "َ" * 3
    start = text.index("قال")
    (part,) = parts_of(marked(text, start, start + 3), ExportOptions())
    assert part.contexts_before()[0] == "ا" * 58
    assert part.contexts_after()[0] == "ا" * 59


def test_context_inside_one_long_grapheme_is_empty():
    text = "ب" + "َ" * 200 + "قال" + "👨‍👩‍👧‍👦" * 20
    (part,) = parts_of(marked(text, 201, 204), ExportOptions())
    assert part.contexts_before()[0] == ""
    assert len(part.contexts_after()[0]) == 56


SNIPPETS = st.lists(
    st.sampled_from(
        ["قال ", "لَا", "😀", "👨‍👩‍👧‍👦", "\n", ". ", "\u00a0", '"', "e\u0301", "\u200f"],
    ),
    min_size=1,
    max_size=60,
).map("".join)


@given(SNIPPETS, st.data())
def test_text_and_contexts_are_cut_from_the_article(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    start, end = snap(text, start, end)
    (part,) = parts_of(marked(text, start, end), ExportOptions())
    before, after = part.contexts_before()[0], part.contexts_after()[0]
    assert part.texts()[0] == text[start:end]
    assert text[:start].endswith(before)
    assert text[end:].startswith(after)
    for context in (before, after):
        assert len(context) <= CONTEXT_CP
    assert before == text[:start] or len(before) > CONTEXT_CP - 7
    assert after == text[end:] or len(after) > CONTEXT_CP - 7
    assert snap(text, start - len(before), end + len(after)) == (
        start - len(before),
        end + len(after),
    )
