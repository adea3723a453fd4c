"""Spans, their words and what stands around them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import BadSpan
from reader.model.annotation import ClaimFields, QuoteFields
from reader.model.article import Revision
from reader.text.anchoring import CONTEXT_CP, anchored, moved, new_annotation
from reader.text.boundaries import snap
from reader.text.canonical import CANONICAL_VERSION, canonical, sha256_of
from tests.corpus import NEWS, texts


def revision_of(text: str) -> Revision:
    digest = sha256_of(text)
    return Revision(
        article_uid="a",
        text=text,
        text_sha256=digest,
        source_sha256=digest,
        canonical_version=CANONICAL_VERSION,
    )


@settings(deadline=None)
@given(st.sampled_from([text for text in map(canonical, texts()) if text]), st.data())
def test_an_anchor_is_a_piece_of_its_text(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = anchored(text, start, end)
    assert anchor["exact"] == text[start:end]
    assert text[:start].endswith(anchor["prefix"])
    assert text[end:].startswith(anchor["suffix"])
    first, last = start - len(anchor["prefix"]), end + len(anchor["suffix"])
    assert first == start or snap(text, first, first) == (first, first)
    assert last == end or snap(text, last, last) == (last, last)
    assert max(len(anchor["prefix"]), len(anchor["suffix"])) <= CONTEXT_CP


def test_the_context_is_32_code_points_where_there_are_so_many():
    text = "ا" * 100
    anchor = anchored(text, 50, 51)
    assert (len(anchor["prefix"]), len(anchor["suffix"])) == (32, 32)
    assert anchored(text, 10, 95)["prefix"] == "ا" * 10
    assert anchored(text, 10, 95)["suffix"] == "ا" * 5


def test_the_context_cuts_no_grapheme():
    text = "بَ" + "ا" * 31 + "قال" + "ا" * 31 + "👍🏽"
    start = text.index("قال")
    anchor = anchored(text, start, start + 3)
    assert anchor["prefix"] == anchor["suffix"] == "ا" * 31
    pile = "ق" + "\u064e" * 100
    assert anchored(pile + "ا" + pile, 101, 102)["prefix"] == ""


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 0), (3, 2), (0, 6), (5, 6), (9, 12)])
def test_a_span_that_marks_nothing_is_refused(start: int, end: int):
    revision = revision_of("قال ن")
    with pytest.raises(BadSpan) as refused:
        new_annotation(revision, start, end, "quote", "me")
    assert refused.value.facts == {"start": start, "end": end, "length": 5}
    kept = new_annotation(revision, 0, 3, "quote", "me")
    with pytest.raises(BadSpan):
        moved(kept, revision.text, start, end)


def test_a_new_annotation_has_the_fields_of_its_tag():
    revision = revision_of(NEWS)
    one = new_annotation(revision, 0, 7, "quote", "me", note="ملاحظة", origin="rule")
    assert (one.exact, one.fields, one.note, one.origin) == (
        NEWS[:7],
        QuoteFields(),
        "ملاحظة",
        "rule",
    )
    assert (one.revision_uid, one.annotator_uid, one.version) == (revision.uid, "me", 1)
    claim = ClaimFields(claim_text="ادعاء")
    assert new_annotation(revision, 0, 7, "claim", "me", fields=claim).fields == claim
    assert new_annotation(revision, 0, 7, "own", "me").fields is None


def test_moving_changes_the_span_and_nothing_else():
    one = new_annotation(revision_of(NEWS), 0, 7, "entity", "me", note="ملاحظة")
    other = moved(one, NEWS, 8, 14)
    assert (other.start_cp, other.end_cp, other.exact) == (8, 14, NEWS[8:14])
    assert other.prefix == NEWS[:8]
    assert other.updated_at >= one.updated_at
    assert (other.uid, other.note, other.fields, other.created_at, other.version) == (
        one.uid, one.note, one.fields, one.created_at, one.version,
    )  # fmt: skip
