"""The history is two stacks read from the record, and a reversal never overwrites."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import StaleEdit
from reader.model.annotation import Annotation
from reader.model.change import Change, edit
from reader.ui.undo import History, reversal


def annotation(note: str = "") -> Annotation:
    return Annotation(
        revision_uid="r", tag="quote", start_cp=0, end_cp=3, exact="قال", note=note,
        annotator_uid="me",
    )  # fmt: skip


def change(before, after, act="note", **how) -> Change:
    return Change(act=act, edits=(edit(before, after),), annotator_uid="me", session_uid="s", **how)


class Shelf:
    """Records by uid, as a library holds them."""

    def __init__(self) -> None:
        self.records = {}

    def current(self, kind, uid):
        return self.records.get(uid)

    def apply(self, change: Change) -> None:
        for one in change.edits:
            if one.after is None:
                del self.records[one.uid]
            else:
                self.records[one.uid] = one.after


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=40))
def test_history_follows_a_plain_list_of_states(steps):
    shelf, history = Shelf(), History()
    start = annotation()
    shelf.records[start.uid] = start
    states, here, notes = [""], 0, 0
    for step in steps:
        if step == "do":
            notes += 1
            before = shelf.records[start.uid]
            act = change(before, replace(before, note=f"n{notes}"))
            states, here = [*states[: here + 1], f"n{notes}"], here + 1
        else:
            old = history.next_undo() if step == "undo" else history.next_redo()
            if old is None:
                assert here == (0 if step == "undo" else len(states) - 1)
                continue
            edits = reversal(old, step, shelf.current)
            act = replace(change(None, start), edits=edits, direction=step, reverses=old.uid)
            here += -1 if step == "undo" else 1
        shelf.apply(act)
        history.record(act)
        assert shelf.records[start.uid].note == states[here]


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=30))
def test_history_read_back_is_the_history(steps):
    record, live = [], History()
    for step in steps:
        old = {"do": None, "undo": live.next_undo(), "redo": live.next_redo()}[step]
        if step != "do" and old is None:
            continue
        act = change(None, annotation(), direction=step, reverses=old.uid if old else None)
        record.append(act)
        live.record(act)
    again = History(record)
    assert again.next_undo() == live.next_undo()
    assert again.next_redo() == live.next_redo()


def test_an_import_is_not_undone():
    history = History([change(None, annotation(), act="import")])
    assert history.next_undo() is None


def test_undo_of_a_deletion_brings_back_the_same_record():
    gone = annotation("kept")
    (one,) = reversal(change(gone, None, act="delete"), "undo", lambda kind, uid: None)
    assert (one.before, one.after) == (None, gone)


def test_versions_go_on_counting():
    old = annotation()
    done = change(old, replace(old, note="x"))
    now = replace(done.edits[0].after, version=7)
    (one,) = reversal(done, "undo", lambda kind, uid: now)
    assert (one.before.version, one.after.version, one.after.note) == (7, 8, "")


def test_what_somebody_else_changed_is_not_undone():
    old = annotation()
    done = change(old, replace(old, note="mine"))
    theirs = replace(old, note="theirs", version=3)
    with pytest.raises(StaleEdit) as caught:
        reversal(done, "undo", lambda kind, uid: theirs)
    assert (caught.value.ours, caught.value.theirs) == (old, theirs)
