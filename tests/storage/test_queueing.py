"""Queues of what waits, on each database."""

from dataclasses import replace

import pytest

from reader.model.annotation import ClaimFields, EntityFields, QuoteFields, Relation
from reader.model.change import edit
from reader.model.claim import Evidence, Ruling
from reader.model.queue import QUEUES
from reader.model.subject import Subject


def walk(desk, queue):
    """Return the uids of a queue, from the beginning of the library to where it begins anew."""
    found, after = [], None
    while True:
        uid = desk.store.next_in_queue(queue, after)
        if uid is None or uid in found:
            return found
        found.append(uid)
        after = (desk.article.id, desk.store.annotation(uid).start_cp, uid)


@pytest.mark.parametrize("queue", [one.key for one in QUEUES])
def test_an_empty_library_has_nothing_waiting(desk, queue):
    assert desk.store.next_in_queue(queue, None) is None


def test_quotes_wait_for_a_speaker_of_either_sort(desk):
    somebody = Subject(name="الوزيرة")
    quotes = [
        desk.span(0, 4),
        desk.span(5, 8, fields=QuoteFields()),
        desk.span(6, 9, fields=QuoteFields(speaker="الوزيرة")),
        desk.span(7, 9, fields=QuoteFields(speaker_uid=somebody.uid)),
        desk.span(8, 9, fields=QuoteFields(), anchor="orphan"),
        desk.span(9, 10, fields=QuoteFields(), status="rejected"),
    ]
    desk.add(somebody, *quotes)
    assert walk(desk, "quote_without_speaker") == [quotes[0].uid, quotes[1].uid]


def test_entities_wait_for_their_subject(desk):
    somebody = Subject(name="الوزيرة")
    bare, known = (
        desk.span(at, at + 2, "entity", fields=EntityFields(subject_uid=uid))
        for at, uid in ((0, None), (5, somebody.uid))
    )
    desk.add(somebody, bare, known)
    assert walk(desk, "entity_without_subject") == [bare.uid]


def test_claims_wait_for_evidence_and_a_verdict_unless_dropped(desk):
    claims = [desk.span(at, at + 2, "claim", fields=ClaimFields()) for at in (0, 5, 8)]
    dropped = desk.span(9, 12, "claim", fields=ClaimFields(state="dropped"))
    desk.add(*claims, dropped)
    desk.add(Evidence(annotation_uid=claims[0].uid, url="https://example.org/"))
    desk.add(
        Ruling(annotation_uid=claims[1].uid, scale="s", code="c", label="l", normalised="true")
    )
    assert walk(desk, "claim_without_evidence") == [claims[1].uid, claims[2].uid]
    assert walk(desk, "claim_without_verdict") == [claims[0].uid, claims[2].uid]


def test_the_trash_waits_for_nothing(desk):
    one = desk.span(0, 4)
    desk.add(one)
    assert walk(desk, "unreviewed") == [one.uid]
    desk.do(edit(one, replace(one, status="reviewed")))
    assert walk(desk, "unreviewed") == []


def test_relations_of_a_text_come_with_it(desk):
    one, other = desk.span(0, 4), desk.span(5, 9)
    tie = Relation(from_uid=one.uid, to_uid=other.uid, type="about")
    desk.add(one, other, tie)
    assert desk.store.relations_on(desk.text.uid) == [tie]
    assert desk.store.relations_on("another") == []
