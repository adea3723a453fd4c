"""Changes made outside the program are found by `check`, on each database, and named."""

import pytest
from sqlalchemy import text

from reader.label import Label
from reader.model.annotation import ClaimFields, QuoteFields
from reader.model.change import edit
from reader.model.claim import Evidence, Ruling
from reader.model.codebook import OwnField, with_own_value
from reader.model.tags import Tag

TONE = OwnField(tag="context", key="tone", label=Label("Tone", "النبرة"))


@pytest.fixture
def worked(desk):
    """Work on an article as a desk does: eight changes and more."""
    quote = desk.span(0, 4, fields=QuoteFields(speaker="الوزيرة"))
    claim = desk.span(5, 12, "claim", fields=ClaimFields(claim_text="ادعاء"))
    own = with_own_value(desk.span(6, 9, "context"), TONE, "هادئة")
    desk.add(quote)
    desk.add(claim)
    desk.add(Evidence(annotation_uid=claim.uid, url="https://example.org/", title="وثيقة"))
    desk.add(
        Ruling(annotation_uid=claim.uid, scale="s", code="c", label="زائف", normalised="false")
    )
    desk.add(Tag("context", Label("Context", "سياق"), "#2f9e44"), TONE)
    desk.add(own)
    desk.do(edit(own, with_own_value(own, TONE, "حادة")))
    assert desk.store.check().is_sound
    return desk


def tampered(desk, *statements, **numbers):
    """Do to a library what any SQL tool could; return what `check` finds, with its examples."""
    with desk.store._library.write() as connection:
        for statement in statements:
            named = {name: one for name, one in numbers.items() if f":{name}" in statement}
            assert connection.execute(text(statement), named).rowcount
    return {one.check: one.examples for one in desk.store.check().findings}


def sequences(desk):
    with desk.store._library.read() as connection:
        return list(connection.scalars(text("SELECT sequence FROM changes ORDER BY sequence")))


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE annotations SET note = 'x' WHERE tag = 'quote'", "annotations"),
        ("UPDATE annotations SET status = 'reviewed' WHERE tag = 'claim'", "annotations"),
        ("UPDATE quotes SET speaker = 'x'", "annotations"),
        ("UPDATE claims SET claim_text = 'x'", "annotations"),
        ("UPDATE annotation_values SET text = 'x'", "annotations"),
        ("DELETE FROM annotation_values", "annotations"),
        ("UPDATE evidence SET url = 'https://example.com/'", "evidence"),
        ("DELETE FROM evidence", "evidence"),
        ("UPDATE rulings SET label = 'صحيح', normalised = 'true'", "rulings"),
        ("UPDATE tags SET label_ar = 'x' WHERE key = 'context'", "tags"),
        ("UPDATE tag_fields SET label_ar = 'x'", "tag_fields"),
        ("UPDATE articles SET title = 'x'", "articles"),
    ],
)
def test_a_row_that_was_changed_by_hand_is_named(worked, statement, named):
    found = tampered(worked, statement)
    assert [one.split()[0] for one in found["record"]] == [named]


def test_a_row_and_its_record_changed_together_break_the_chain(worked):
    found = tampered(
        worked,
        "UPDATE evidence SET title = 'مزورة'",
        "UPDATE changes SET after = replace(after, 'وثيقة', 'مزورة') WHERE kind = 'evidence'",
    )
    with worked.store._library.read() as connection:
        query = text("SELECT sequence FROM changes WHERE kind = 'evidence'")
        (sequence,) = connection.scalars(query)
    assert found["chain"] == (f"changes {sequence}",)


@pytest.mark.parametrize("place", [1, 3, -2])
def test_a_change_that_was_taken_out_is_named(worked, place):
    sequence = sequences(worked)[place]
    found = tampered(worked, "DELETE FROM changes WHERE sequence = :at", at=sequence)
    assert found["removed"] == (f"changes {sequence}",)


def test_the_newest_change_cannot_be_taken_out_unseen(worked):
    sequence = sequences(worked)[-1]
    found = tampered(worked, "DELETE FROM changes WHERE sequence = :at", at=sequence)
    assert "record" in found
    assert worked.store.is_server or found["removed"] == (f"changes {sequence}",)


@pytest.mark.parametrize("place", [1, 4])
def test_changes_that_were_put_in_another_order_are_named(worked, place):
    one, other = sequences(worked)[place : place + 2]
    found = tampered(
        worked,
        "UPDATE changes SET sequence = -1 WHERE sequence = :one",
        "UPDATE changes SET sequence = :one WHERE sequence = :other",
        "UPDATE changes SET sequence = :other WHERE sequence = -1",
        one=one,
        other=other,
    )
    assert f"changes {one}" in found["reordered"]
    assert f"changes {other}" in found["reordered"]


def test_each_has_its_sentence_in_both_languages(worked):
    sequence = sequences(worked)[2]
    tampered(worked, "DELETE FROM changes WHERE sequence = :at", at=sequence)
    (finding,) = [one for one in worked.store.check().findings if one.check == "removed"]
    assert finding.label.en == "a change was taken out of the record"
    assert finding.label.ar == "تغيير حُذف من السجل"
