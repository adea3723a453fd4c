"""What `Store.apply` does to the records, on each database."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from reader.errors import BadSpan, BadValue, StaleEdit, UnknownTag
from reader.model.annotation import ClaimFields, EntityFields, QuoteFields
from reader.model.change import Edit, edit
from reader.model.claim import Evidence, Ruling
from reader.model.identity import new_uid
from reader.model.subject import Subject
from tests.storage.values import TEXT, full_record, renamed

EVERY_KIND = [
    "annotation/quote",
    "annotation/entity",
    "annotation/claim",
    "subject",
    "evidence",
    "ruling",
    "relation",
]


def kind_of(name):
    return name.partition("/")[0]


def counted(desk, table):
    with desk.store._library.read() as connection:
        return connection.scalar(text(f"SELECT count(*) FROM {table}"))  # noqa: S608


def state(desk):
    """Return all that an act could have changed."""
    names = ("annotations", "quotes", "entities", "claims", "subjects", "subject_names")
    return [counted(desk, name) for name in (*names, "evidence", "rulings", "changes")]


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
    }.get(kind) or replace(full, **{"type": "about"} if kind == "relation" else {"uid": full.uid})
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


# Somebody else was first ------------------------------------------------------


def stale(desk, *edits):
    """Let an act fail as stale; return the failure. Nothing may have changed."""
    before = state(desk)
    with pytest.raises(StaleEdit) as caught:
        desk.do(*edits)
    assert state(desk) == before
    return caught.value


@pytest.fixture
def note(desk):
    """Return an annotation as this window knows it, which another has just edited."""
    known = desk.span(0, 4, note="الأولى")
    desk.add(known)
    desk.do(edit(known, replace(known, note="الثانية")))
    return known


def test_stale_edit_tells_both_values(desk, note):
    ours = edit(note, replace(note, note="الثالثة"))
    failure = stale(desk, ours)
    assert failure.ours == ours.after
    assert failure.theirs == renamed(note, note="الثانية")
    assert "تعليق" in failure.sentence("ar")


def test_stale_deletion_tells_what_is_there(desk, note):
    failure = stale(desk, edit(note, None))
    assert (failure.ours, failure.theirs) == (None, renamed(note, note="الثانية"))


def test_edit_of_what_was_deleted_is_stale(desk, note):
    now = desk.store.annotation(note.uid)
    desk.do(edit(now, None))
    ours = edit(now, replace(now, note="الثالثة"))
    failure = stale(desk, ours)
    assert (failure.ours, failure.theirs) == (ours.after, None)
    assert stale(desk, edit(now, None)).theirs is None


def test_what_is_there_is_not_made_again(desk, note):
    twin = replace(note, note="أخرى")
    failure = stale(desk, edit(None, twin))
    assert (failure.ours, failure.theirs) == (twin, desk.store.annotation(note.uid))


def test_one_stale_edit_of_many_stops_them_all(desk, note):
    fresh = [desk.span(place, place + 2) for place in range(5)]
    subject = Subject(name="سعاد")
    edits = [edit(None, one) for one in (subject, *fresh)]
    failure = stale(desk, *edits, edit(note, replace(note, note="لا")))
    assert failure.theirs == desk.store.annotation(note.uid)
    assert desk.store.subjects() == []


def test_stale_edit_is_found_among_its_neighbours(desk):
    some = [desk.span(place, place + 3) for place in range(9)]
    desk.add(*some)
    desk.do(edit(some[6], replace(some[6], note="أولًا")))
    wanted = [edit(one, replace(one, note="كلهم")) for one in some]
    failure = stale(desk, *wanted)
    assert failure.ours == wanted[6].after
    assert failure.theirs == renamed(some[6], note="أولًا")


def test_edits_of_one_act_build_on_each_other(desk):
    one = desk.span(0, 4, fields=QuoteFields())
    first = edit(one, replace(one, note="أ", fields=QuoteFields(speaker="أ")))
    second = edit(first.after, replace(first.after, note="ب", fields=QuoteFields(speaker="ب")))
    desk.do(edit(None, one), first, second)
    assert desk.store.annotation(one.uid) == second.after
    third = edit(second.after, None)
    desk.do(third)
    assert desk.store.record("annotation", one.uid) is None


# What hangs on what -----------------------------------------------------------


def ruling_on(annotation, **more):
    known = {"scale": "five-steps", "code": "false", "label": "زائف", "normalised": "false"}
    return Ruling(annotation_uid=annotation.uid, **known, **more)


def test_annotation_is_not_deleted_from_under_what_hangs_on_it(desk):
    claim = desk.span(0, 4, "claim")
    ruling = ruling_on(claim)
    desk.add(claim, ruling, Evidence(annotation_uid=claim.uid))
    failure = stale(desk, edit(claim, None))
    assert (failure.ours, failure.theirs) == (None, claim)
    assert desk.store.record("ruling", ruling.uid) == ruling


def test_annotation_goes_and_comes_back_with_what_hangs_on_it(desk):
    claim, quote = full_record("annotation/claim", desk), desk.span(0, 3)
    ruling = ruling_on(claim)
    evidence = Evidence(annotation_uid=claim.uid)
    desk.add(claim, quote, ruling, evidence)
    relation = full_record("relation", desk)
    relation = replace(relation, from_uid=quote.uid, to_uid=claim.uid)
    desk.add(relation)
    hanging = desk.store.dependents([claim.uid])
    assert sorted(one.uid for one in hanging) == sorted(
        one.uid for one in (ruling, evidence, relation)
    )
    gone = desk.do(*(edit(one, None) for one in (*hanging, claim)), act="delete")
    assert quote in desk.store.annotations(desk.text.uid)
    assert desk.store.record("annotation", claim.uid) is None
    assert desk.store.dependents([claim.uid, quote.uid]) == []
    desk.do(*(Edit(one.after, one.before) for one in reversed(gone.edits)))
    assert desk.store.annotation(claim.uid) == claim
    assert set(desk.store.dependents([claim.uid])) == {ruling, evidence, relation}


def test_subject_in_use_is_not_deleted(desk):
    subject = Subject(name="سعاد")
    quote = desk.span(0, 4, fields=QuoteFields(speaker_uid=subject.uid))
    desk.add(subject, quote)
    failure = stale(desk, edit(subject, None))
    assert failure.theirs == subject
    assert desk.store.annotation(quote.uid) == quote


@pytest.mark.parametrize("what", ["ruling", "annotation"])
def test_what_points_to_something_gone_is_stale(desk, what):
    lost = Subject(name="سعاد")
    record = {
        "ruling": ruling_on(desk.span(0, 4, "claim")),
        "annotation": desk.span(0, 4, fields=QuoteFields(speaker_uid=lost.uid)),
    }[what]
    failure = stale(desk, edit(None, record))
    assert (failure.ours, failure.theirs) == (record, None)


def test_unknown_revision_is_stale(desk):
    failure = stale(desk, edit(None, replace(desk.span(0, 4), revision_uid=new_uid())))
    assert failure.theirs is None


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
