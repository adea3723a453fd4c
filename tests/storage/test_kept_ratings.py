"""Migration 0010: rulings keep the rating that their step had, and `check` still judges them."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import text

from reader.label import Label
from reader.model.annotation import ClaimFields
from reader.model.bundle import Bundle
from reader.model.change import Change, edit
from reader.model.claim import Ruling, VerdictLabel, VerdictScale
from reader.model.subject import Subject
from reader.storage.snapshots import canonical_json
from reader.storage.store import Store
from reader.ui.undo import reversal
from tests.storage.earlier import renewed
from tests.storage.values import SESSION, desk_in

NO = Label("No", "لا")
SCALE = VerdictScale("ours", NO, (VerdictLabel("no", NO, "false", 2, 5, 1, "#c8323c"),))


def edited(scale, rating, best):
    step = VerdictLabel("no", NO, "false", rating, best, 1, "#c8323c")
    return VerdictScale(scale.key, scale.label, (step,), scale.position, scale.version + 1)


def as_before(after):
    """Return a snapshot as it was written before there were the fields of the tenth schema."""
    found = json.loads(after)
    for gone in ("rating", "best", "worst", "latin_scheme", "part_of_uid"):
        if "labels" not in found:
            found.pop(gone, None)
    if found.get("fields") is not None:
        found["fields"].pop("numbers", None)
    return canonical_json(found)


def bare(claim, code="no", scale="ours"):
    return Ruling(annotation_uid=claim.uid, scale=scale, code=code, label="لا", normalised="false")


def ratings(store, *rulings):
    found = store.records("ruling", [one.uid for one in rulings])
    return [(found[one.uid].rating, found[one.uid].best, found[one.uid].worst) for one in rulings]


@pytest.fixture
def worked(empty_address):
    """Return rulings before and after an edit of their scale, and one of a scale that is gone."""
    with Store.open(empty_address) as store:
        desk = desk_in(store)
        claim = desk.span(5, 12, "claim", fields=ClaimFields(claim_text="ادعاء"))
        desk.add(Subject(kind="place", name="العراق"))
        desk.add(claim, SCALE)
        early = bare(claim)
        desk.add(early)
        desk.do(edit(SCALE, edited(SCALE, 7, 10)))
        late, lost = bare(claim), bare(claim, scale="gone")
        desk.add(late, lost)
    return early, late, lost


def test_each_ruling_keeps_what_its_step_was_when_it_was_made(worked, empty_address, engine_at):
    with renewed(empty_address, engine_at, 9, as_before) as store:
        assert ratings(store, *worked) == [(2, 5, 1), (7, 10, 1), (None, None, None)]


def test_a_later_edit_of_the_scale_changes_no_ruling(worked, empty_address, engine_at):
    early, late, _ = worked
    with renewed(empty_address, engine_at, 9, as_before) as store:
        (scale,) = (one for one in store.verdict_scales() if one.key == "ours")
        me = store.annotators()[0]
        after = edited(scale, 1, 1)
        store.apply(
            Change(
                act="scale", edits=(edit(scale, after),), annotator_uid=me.uid, session_uid=SESSION
            )
        )
        assert ratings(store, early, late) == [(2, 5, 1), (7, 10, 1)]
        assert store.check().is_sound


def test_what_was_filled_in_is_sound_and_what_no_step_ever_had_is_not(
    worked, empty_address, engine_at
):
    early, _, _ = worked
    with renewed(empty_address, engine_at, 9, as_before) as store:
        assert store.check().is_sound
        with store._library.write() as connection:
            change = text("UPDATE rulings SET rating = 3 WHERE uid = :uid")
            assert connection.execute(change, {"uid": early.uid}).rowcount == 1
        (finding,) = store.check().findings
        assert finding.check == "record"
        assert early.uid in finding.examples[0]


def test_a_rating_that_the_record_tells_is_held_to_it(worked, empty_address):
    _, late, _ = worked
    with Store.open(empty_address) as store:
        with store._library.write() as connection:
            change = text("UPDATE rulings SET rating = 2, best = 5, worst = 1 WHERE uid = :uid")
            assert connection.execute(change, {"uid": late.uid}).rowcount == 1
        assert [one.check for one in store.check().findings] == ["record"]


def test_a_change_from_before_there_were_ratings_is_undone_and_the_rating_stays(
    worked, empty_address, engine_at
):
    early, _, _ = worked
    with Store.open(empty_address) as store:
        me = store.annotators()[0]
        explained = edit(early, replace(early, explanation="لأن"))
        by = {"annotator_uid": me.uid, "session_uid": SESSION}
        store.apply(Change(act="field", edits=(explained,), **by))
    with renewed(empty_address, engine_at, 9, as_before) as store:
        (last,) = store.changes(store.last_sequence() - 1)
        edits = reversal(last, "undo", store.record)
        store.apply(Change(act="field", edits=edits, direction="undo", reverses=last.uid, **by))
        held = store.record("ruling", early.uid)
        assert (held.explanation, held.rating, held.best, held.worst) == ("", 2, 5, 1)
        (undone,) = store.changes(store.last_sequence() - 1)
        again = reversal(undone, "undo", store.record)
        assert again[0].after.explanation == "لأن"
        assert again[0].after.rating == 2
        assert store.check().is_sound


def test_a_ruling_that_went_out_without_its_rating_is_the_same_when_it_comes_back(
    worked, empty_address, engine_at
):
    early, _, _ = worked
    with renewed(empty_address, engine_at, 9, as_before) as store:
        me = store.annotators()[0]
        came = store.bring_in(Bundle(records=(early,)), me.uid, SESSION)
        assert came.misfits == ()
        other = replace(early, label="غيره")
        (misfit,) = store.bring_in(Bundle(records=(other,)), me.uid, SESSION).misfits
        assert "other content" in misfit.reason.en
