"""What `Store.apply` does to the records, on each database."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from reader.errors import BadSpan, BadValue, UnknownTag
from reader.model.annotation import ClaimFields, EntityFields, QuoteFields
from reader.model.change import Edit, edit
from reader.model.identity import new_uid
from reader.model.subject import Subject
from tests.storage.values import TEXT, counted, full_record, renamed, state

EVERY_KIND = [
    "annotation/quote",
    "annotation/entity",
    "annotation/claim",
    "subject",
    "evidence",
    "ruling",
    "relation",
    "tag",
    "field",
    "template",
]


OTHERWISE = {
    "relation": {"type": "about"},
    "tag": {"digit": "7"},
    "field": {"choices": ()},
    "template": {"values": ()},
}


def kind_of(name):
    return name.partition("/")[0]


@pytest.mark.parametrize("name", EVERY_KIND)
def test_record_comes_back_with_every_field(desk, name):
    record = full_record(name, desk)
    desk.add(record)
    assert desk.store.record(kind_of(name), record.uid) == record


@pytest.mark.parametrize("name", EVERY_KIND)
def test_record_is_edited_and_deleted_and_comes_back(desk, name):
    kind = kind_of(name)
    full = full_record(name, desk)
    plain = {
        "annotation": replace(desk.span(0, 4, "claim"), uid=full.uid),
        "subject": Subject(uid=full.uid, name="فلان"),
    }.get(kind) or replace(full, **OTHERWISE.get(kind, {"uid": full.uid}))
    desk.add(plain)
    changed = desk.do(edit(plain, full))
    after = changed.edits[0].after
    assert desk.store.record(kind, full.uid) == after
    desk.do(edit(after, None))
    assert desk.store.record(kind, full.uid) is None
    desk.add(after)
    assert desk.store.record(kind, full.uid) == after


def test_article_is_edited(desk):
    renamed_article = renamed(desk.article, title="عنوان آخر", byline="سعاد", published="2026-01")
    desk.do(Edit(desk.article, renamed_article), act="article")
    assert desk.store.article(desk.article.uid) == renamed_article


@pytest.mark.parametrize("gone", [True, False])
def test_articles_neither_come_nor_go_by_an_edit(desk, gone):
    before = state(desk)
    wrong = Edit(desk.article, None) if gone else Edit(None, replace(desk.article, uid=new_uid()))
    with pytest.raises(ValueError, match="import"):
        desk.do(wrong)
    assert state(desk) == before
    assert desk.store.article(desk.article.uid) == desk.article


@pytest.mark.parametrize(
    ("tag", "fields", "table"),
    [
        ("entity", EntityFields(entity_type="person"), "entities"),
        ("claim", ClaimFields(claim_text="ادعاء"), "claims"),
        ("quote", QuoteFields(speaker="آخر"), "quotes"),
        ("claim", None, None),
    ],
)
def test_another_tag_takes_the_old_fields_away(desk, tag, fields, table):
    quote = desk.span(0, 4, fields=QuoteFields(speaker="سعاد"))
    desk.add(quote)
    desk.do(edit(quote, replace(quote, tag=tag, fields=fields)), act="retag")
    assert desk.store.annotation(quote.uid).fields == fields
    kept = {name: counted(desk, name) for name in ("quotes", "entities", "claims")}
    assert kept == {name: int(name == table) for name in kept}


def test_deleted_annotation_takes_its_fields_along(desk):
    quote = desk.span(0, 4, fields=QuoteFields(speaker="سعاد"))
    desk.add(quote)
    desk.do(edit(quote, None))
    assert counted(desk, "quotes") == 0


def test_deleted_subject_takes_its_names_along(desk):
    subject = Subject(name="سعاد", other_names=("أم علي", "سعاد حسن"))
    desk.add(subject)
    assert counted(desk, "subject_names") == 2
    desk.do(edit(subject, None))
    assert counted(desk, "subject_names") == 0


def test_names_keep_their_order(desk):
    subject = Subject(name="س", other_names=("ب", "ا", "ب"))
    desk.add(subject)
    changed = renamed(subject, other_names=("ا",))
    desk.do(Edit(subject, changed))
    assert desk.store.record("subject", subject.uid) == changed


# TXT-1: the words of an annotation are those of its text ----------------------


def other_words(one, **more):
    """Return an annotation whose words are not those of the text."""
    return replace(one, exact="س" * (one.end_cp - one.start_cp), **more)


@pytest.mark.parametrize("end_cp", [len(TEXT) + 1, 10**9, 2**70])
def test_span_ends_within_the_text(desk, end_cp):
    beyond = replace(desk.span(0, 4), start_cp=end_cp - 2, end_cp=end_cp, exact="لا")
    before = state(desk)
    with pytest.raises(BadSpan) as caught:
        desk.add(beyond)
    assert str(len(TEXT)) in caught.value.sentence("en")
    assert state(desk) == before


def test_words_are_those_of_the_text(desk):
    good = desk.span(5, 12)
    before = state(desk)
    with pytest.raises(BadSpan):
        desk.add(good, other_words(desk.span(0, 4)))
    assert state(desk) == before
    desk.add(good)
    with pytest.raises(BadSpan):
        desk.do(edit(good, other_words(good)))
    assert desk.store.annotation(good.uid) == good


def test_last_and_whole_span_are_within(desk):
    whole, last = desk.span(0, len(TEXT)), desk.span(len(TEXT) - 1, len(TEXT))
    desk.add(whole, last)
    assert desk.store.annotations(desk.text.uid) == [whole, last]


# Values that no field takes ---------------------------------------------------


def test_unknown_tag_is_told_with_the_known_ones(desk):
    before = state(desk)
    with pytest.raises(UnknownTag) as caught:
        desk.add(desk.span(0, 4), desk.span(0, 4, "rumour"))
    assert "rumour" in caught.value.sentence("en")
    assert "quote, entity, claim" in caught.value.sentence("en")
    assert state(desk) == before


def test_tag_of_a_person_is_known_once_it_is_there(desk):
    one = desk.span(0, 4, "gossip")
    with pytest.raises(UnknownTag):
        desk.add(one)
    with desk.store._library.write() as connection:
        connection.execute(
            text(
                "INSERT INTO tags (key, position, label_en, label_ar, colour, digit, line,"
                " built_in, version) VALUES ('gossip', 9, 'Rumour', 'شائعة', '#123456', '4',"
                " 'wavy', :no, 1)"
            ),
            {"no": False},
        )
    desk.add(one)
    assert desk.store.annotation(one.uid) == one
    assert desk.store.tags()[-1].label.ar == "شائعة"


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "done"},
        {"note": "a\0b"},
        {"note": "\ud83d"},
        {"fields": QuoteFields(quote_type="shouted")},
        {"fields": QuoteFields(cue="\udcff")},
    ],
)
def test_value_that_no_field_takes_changes_nothing(desk, wrong):
    before = state(desk)
    with pytest.raises(BadValue):
        desk.add(desk.span(5, 12), replace(desk.span(0, 4), **wrong))
    assert state(desk) == before


def test_many_edits_are_one_act(desk):
    count = 1100  # more than one statement takes
    places = [number % 40 for number in range(count)]
    many = [desk.span(place, place + 5, ("quote", "entity")[place % 2]) for place in places]
    desk.add(*many)
    assert len(desk.store.annotations(desk.text.uid)) == count
    changed = [edit(one, replace(one, note="كلهم")) for one in many]
    desk.do(*changed)
    assert {one.note for one in desk.store.annotations(desk.text.uid)} == {"كلهم"}
    desk.do(*(edit(one.after, None) for one in changed))
    assert desk.store.annotations(desk.text.uid) == []
