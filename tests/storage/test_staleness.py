"""What happens when somebody else was first, on each database."""

from dataclasses import replace

import pytest

from reader.errors import StaleEdit
from reader.model.annotation import QuoteFields
from reader.model.change import Edit, edit
from reader.model.claim import Evidence, Ruling
from reader.model.identity import new_uid
from reader.model.subject import Subject
from tests.storage.values import full_record, renamed, state

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
