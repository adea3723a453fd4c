"""What points to subjects, on both databases."""

from dataclasses import replace

import pytest

from reader.model.annotation import ClaimFields, EntityFields, QuoteFields
from reader.model.change import edit
from reader.model.reference import Referred
from reader.model.subject import Subject
from tests.storage.values import imported


@pytest.fixture
def minister(desk) -> Subject:
    new = Subject(name="الوزيرة", kind="person")
    desk.add(new)
    return new


def point(desk, minister):
    """Let one quote, two entities and a claim point to her; return them by start."""
    every = [
        desk.span(5, 12, "entity", fields=EntityFields(subject_uid=minister.uid)),
        desk.span(15, 20, "quote", fields=QuoteFields(speaker_uid=minister.uid)),
        desk.span(18, 23, "claim", fields=ClaimFields(claimant_uid=minister.uid)),
        desk.span(25, 30, "entity", fields=EntityFields(subject_uid=minister.uid)),
    ]
    desk.add(*every)
    return every


def test_references_come_in_reading_order_with_their_article(desk, minister):
    every = point(desk, minister)
    desk.add(desk.span(0, 3, "quote", fields=QuoteFields()))
    found = desk.store.references(minister.uid)
    assert [one.annotation for one in found] == every
    assert {one.article for one in found} == {desk.article}
    assert desk.store.referring([minister.uid]) == every
    assert desk.store.referred() == {minister.uid: Referred(said=1, about=2, claimed=1)}
    assert desk.store.referred()[minister.uid].total == 4


def test_the_newest_article_comes_first(desk, minister):
    point(desk, minister)
    newer = imported("قالت الوزيرة: نعم.\n", published="2021")
    article = desk.store.add_article(newer, desk.me.uid, "setup")
    text = desk.store.revision(article.uid)
    later = replace(
        desk.span(5, 12, "entity", fields=EntityFields(subject_uid=minister.uid)),
        revision_uid=text.uid,
        exact=text.text[5:12],
    )
    desk.add(later)
    assert desk.store.references(minister.uid)[0].article.uid == article.uid


def test_what_is_in_the_trash_or_in_a_text_that_is_not_shown_is_told_to_nobody(desk, minister):
    every = point(desk, minister)
    old = desk.store.add_revision(imported("نص آخر.\n"), desk.article.uid, desk.me.uid, "setup")
    elsewhere = replace(every[0], revision_uid=old.uid, start_cp=0, end_cp=2, exact="نص")
    desk.do(edit(every[0], elsewhere))
    assert [one.annotation.uid for one in desk.store.references(minister.uid)] == [
        one.uid for one in every[1:]
    ]
    assert len(desk.store.referring([minister.uid])) == 4
    article = desk.store.article(desk.article.uid)
    desk.do(edit(article, replace(article, deleted_at=article.created_at)))
    assert desk.store.references(minister.uid) == []
    assert desk.store.referred() == {}
    assert len(desk.store.referring([minister.uid])) == 4


def test_nobody_is_pointed_to_by_nothing(desk, minister):
    assert desk.store.references(minister.uid) == []
    assert desk.store.referring([]) == []
    assert desk.store.referring(["nobody"]) == []
