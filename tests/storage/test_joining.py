"""Two subjects made one and one made two, and back, on both databases."""

import pytest

from reader.errors import StaleEdit
from reader.model.annotation import ClaimFields, EntityFields, QuoteFields
from reader.model.change import edit, same_content
from reader.model.fields import subject_uid_of
from reader.model.joining import joined, merge_edits, split_edits
from reader.model.subject import Subject, SubjectRole

SALMA = {
    "kind": "person",
    "name": "سلمى الحديدي",
    "other_names": ("أم ليث",),
    "roles": (SubjectRole(role="وزيرة", since="2018"),),
}


@pytest.fixture
def two(desk) -> tuple[Subject, Subject]:
    kept = Subject(**SALMA)
    gone = Subject(
        kind="person",
        name="الحديدي",
        other_names=("أم ليث", "سلمى الحديدي"),
        latin_name="al-Hadidi",
        role="مديرة",
        note="من الأرشيف",
    )
    desk.add(kept, gone)
    return kept, gone


def pointing(desk, kept, gone):
    every = [
        desk.span(5, 12, "entity", fields=EntityFields(subject_uid=kept.uid)),
        desk.span(15, 20, "quote", fields=QuoteFields(speaker="الحديدي", speaker_uid=gone.uid)),
        desk.span(18, 23, "claim", fields=ClaimFields(claimant_uid=gone.uid)),
    ]
    desk.add(*every)
    return every


def state(desk):
    """Return what the library holds, whatever the versions."""
    annotations = desk.store.annotations(desk.text.uid)
    return [*desk.store.subjects(), *annotations]


def same(one, other) -> bool:
    return len(one) == len(other) and all(
        same_content(a, b) for a, b in zip(one, other, strict=True)
    )


def undo(desk, change):
    """Take an act back as the window does: in reverse, against what is there now."""
    held = ((desk.store.record(one.kind, one.uid), one) for one in reversed(change.edits))
    desk.do(*[edit(now, one.before) for now, one in held])


def test_a_merge_moves_all_that_points_and_keeps_every_name(desk, two):
    kept, gone = two
    every = pointing(desk, kept, gone)
    before = state(desk)
    change = desk.do(*merge_edits(kept, gone, desk.store.referring([gone.uid])))
    (only,) = desk.store.subjects()
    assert only.uid == kept.uid
    assert only.other_names == ("أم ليث", "الحديدي")
    assert (only.latin_name, only.role, only.note) == ("al-Hadidi", "مديرة", "من الأرشيف")
    assert {subject_uid_of(one) for one in desk.store.annotations(desk.text.uid)} == {kept.uid}
    assert desk.store.annotation(every[1].uid).fields.speaker == "الحديدي"
    assert desk.store.check().is_sound
    undo(desk, change)
    assert same(state(desk), before)
    assert desk.store.check().is_sound


def test_a_split_moves_only_what_was_chosen(desk, two):
    kept, gone = two
    every = pointing(desk, kept, gone)
    before = state(desk)
    new = Subject(kind="person", name="هدى الحديدي")
    change = desk.do(*split_edits(gone, new, [every[1]]))
    assert subject_uid_of(desk.store.annotation(every[1].uid)) == new.uid
    assert subject_uid_of(desk.store.annotation(every[2].uid)) == gone.uid
    undo(desk, change)
    assert same(state(desk), before)


def test_whoever_is_pointed_to_does_not_go(desk, two):
    kept, gone = two
    pointing(desk, kept, gone)
    with pytest.raises(StaleEdit):
        desk.do(edit(gone, None))
    assert len(desk.store.subjects()) == 2


def test_joining_twice_the_same_names_keeps_each_once():
    one = joined(Subject(**SALMA), Subject(**SALMA))
    assert (one.other_names, one.roles) == (SALMA["other_names"], SALMA["roles"])
