"""The marks of a quote: paired, left open, never opened, nested, over paragraphs."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importers import from_text
from reader.model.annotation import QuoteFields
from reader.model.vocabulary import MARK_STATES
from reader.paths import resource
from reader.text.anchoring import moved, new_annotation
from reader.text.quote_marks import Marks, marks_of


@pytest.mark.parametrize(
    ("words", "style", "state"),
    [
        ("لن نتراجع", "", ""),
        ("«لن نتراجع»", "«»", "balanced"),
        ("«لن نتراجع»،", "«»", "balanced"),
        ('"لن نتراجع"', '""', "balanced"),
        ("“لن نتراجع”", "“”", "balanced"),
        ("”لن نتراجع“", "”“", "balanced"),
        ("„لن نتراجع“", "„“", "balanced"),
        ('"لن نتراجع', '"', "unclosed"),
        ("«لن نتراجع", "«", "unclosed"),
        ("لن نتراجع»", "»", "unopened"),
        ('لن نتراجع".', '"', "unopened"),
        ('"وعدونا "سنتين لا أكثر"، ونحن ندفع"', '""', "balanced"),
        ("«قال «نعم» ثم مضى»", "«»", "balanced"),
        ("«قال “نعم” ثم مضى»", "«»", "balanced"),
        ("«قال “نعم ثم مضى»", "»", "unopened"),
        ("إن العدد «كبير جدا»", "«»", "balanced"),
        ('"فقرة أولى\n"وفقرة ثانية"', '""', "balanced"),
        ("«فقرة أولى\n«وفقرة ثانية»", "«»", "balanced"),
        ('("نعم")', '""', "balanced"),
        ("", "", ""),
    ],
)
def test_marks_are_paired(words, style, state):
    assert marks_of(words) == Marks(style, state)


def test_marks_close_around_the_words_count():
    assert marks_of("لن نتراجع", "قال: «", "»، وأضاف") == Marks("«»", "balanced")
    assert marks_of("لن نتراجع", "قال: «", " أبدا»") == Marks()


def test_the_sample_was_judged_the_same_by_hand():
    rows = json.loads(resource("samples", "water-station.json").read_text())["annotations"]
    judged = [row for row in rows if row["tag"] == "quote" and "mark_state" in row["fields"]]
    assert len(judged) >= 9
    for row in judged:
        fields = row["fields"]
        assert marks_of(row["exact"]) == Marks(fields["mark_style"], fields["mark_state"])


def test_a_quote_tells_its_marks_from_the_first_and_when_its_ends_move():
    revision = from_text("قال: «لن نتراجع»، ومضى.", "خبر").revision
    quote = new_annotation(revision, 5, 16, "quote", "me")
    assert quote.exact == "«لن نتراجع»"
    assert isinstance(quote.fields, QuoteFields)
    assert quote.fields.mark_state == "balanced"
    assert moved(quote, revision.text, 5, 15).fields.mark_state == "unclosed"
    assert new_annotation(revision, 5, 16, "entity", "me").fields.entity_type == ""


@given(st.text(alphabet="«»“”\"' \nقا،", max_size=30))
def test_any_words_have_a_state_of_the_list(words):
    found = marks_of(words)
    assert found.state in {"", *(choice.key for choice in MARK_STATES)}
    assert bool(found.style) == bool(found.state)
