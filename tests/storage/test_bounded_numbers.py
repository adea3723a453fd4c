"""Migration 0011: a number of a claim can be a limit or a range; what was about so stays so."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from reader.model.annotation import ClaimFields, Figure
from reader.model.bundle import Bundle
from reader.model.change import Change, edit
from reader.storage.migrating import _without_foreign_keys, downgrade
from reader.storage.snapshots import canonical_json
from reader.storage.store import Store
from reader.ui.undo import reversal
from tests.storage.earlier import renewed
from tests.storage.values import SESSION, desk_in

OLD = (Figure(value=1554.0, unit="م³"), Figure(value=0.5, unit="%", approximate=True))
NEW = (Figure(value=12.0, unit="شهرًا", bound="above"), Figure(value=5.0, unit="كغ", up_to=7.0))


def as_before(snapshot):
    """Return a snapshot as it was written before numbers were limits or ranges."""
    found = json.loads(snapshot)
    for one in (found.get("fields") or {}).get("numbers", ()):
        del one["bound"], one["up_to"]
    return canonical_json(found)


@pytest.fixture
def claimed(empty_address):
    """Return a claim with numbers of the tenth schema, saved."""
    with Store.open(empty_address) as store:
        desk = desk_in(store)
        claim = desk.span(5, 12, "claim", fields=ClaimFields(claim_text="ادعاء", numbers=OLD))
        desk.add(claim)
    return claim


def numbers_of(store, claim):
    return store.record("annotation", claim.uid).fields.numbers


def with_numbers(claim, numbers, **more):
    return replace(claim, fields=replace(claim.fields, numbers=numbers), **more)


def test_numbers_of_before_stay_as_they_were_and_check_finds_them_sound(
    claimed, empty_address, engine_at
):
    with renewed(empty_address, engine_at, 10, as_before) as store:
        assert numbers_of(store, claimed) == OLD
        assert store.check().is_sound


def test_an_act_of_before_is_undone_and_done_again(claimed, empty_address, engine_at):
    with Store.open(empty_address) as store:
        me = store.annotators()[0]
        by = {"annotator_uid": me.uid, "session_uid": SESSION}
        less = with_numbers(claimed, OLD[:1])
        store.apply(Change(act="field", edits=(edit(claimed, less),), **by))
    with renewed(empty_address, engine_at, 10, as_before) as store:
        (last,) = store.changes(store.last_sequence() - 1)
        edits = reversal(last, "undo", store.record)
        store.apply(Change(act="field", edits=edits, direction="undo", reverses=last.uid, **by))
        assert numbers_of(store, claimed) == OLD
        (undone,) = store.changes(store.last_sequence() - 1)
        edits = reversal(undone, "undo", store.record)
        store.apply(Change(act="field", edits=edits, direction="redo", reverses=undone.uid, **by))
        assert numbers_of(store, claimed) == OLD[:1]
        assert store.check().is_sound


def test_limits_and_ranges_are_kept_in_their_order(empty_address):
    with Store.open(empty_address) as store:
        desk = desk_in(store)
        claim = desk.span(5, 12, "claim", fields=ClaimFields(numbers=(*NEW, *OLD)))
        desk.add(claim)
        assert numbers_of(store, claim) == (*NEW, *OLD)
        assert store.check().is_sound


def test_going_back_keeps_a_limit_as_about_so(claimed, empty_address, engine_at):
    with Store.open(empty_address) as store:
        me = store.annotators()[0]
        both = edit(claimed, with_numbers(claimed, NEW))
        store.apply(Change(act="field", edits=(both,), annotator_uid=me.uid, session_uid=SESSION))
    engine = engine_at(empty_address)
    with _without_foreign_keys(engine) as connection, connection.begin():
        downgrade(connection, "0010")
        query = "SELECT value, unit, approximate FROM claim_numbers ORDER BY position"
        held = [tuple(row) for row in connection.exec_driver_sql(query)]
    assert held == [(12, "شهرًا", True), (5, "كغ", True)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE claim_numbers SET bound = 'beyond' WHERE NOT approximate",
        "UPDATE claim_numbers SET bound = 'above' WHERE approximate",
        "UPDATE claim_numbers SET bound = 'above', up_to = 9e9 WHERE NOT approximate",
        "UPDATE claim_numbers SET up_to = value WHERE NOT approximate",
        "UPDATE claim_numbers SET up_to = 9e9 WHERE approximate",
    ],
)
def test_the_database_refuses_what_is_two_sorts_at_once(claimed, empty_address, change):
    with Store.open(empty_address) as store, store._library.write() as connection:
        with pytest.raises(IntegrityError):
            connection.execute(text(change))
        connection.rollback()


@pytest.mark.parametrize(
    "figure",
    [
        Figure(value=1.0, bound="beyond"),
        Figure(value=1.0, bound="above", approximate=True),
        Figure(value=1.0, bound="above", up_to=2.0),
        Figure(value=2.0, up_to=1.0),
        Figure(value=1.0, up_to=float("inf")),
    ],
)
def test_what_comes_from_outside_and_is_none_is_told(claimed, empty_address, figure):
    with Store.open(empty_address) as store:
        me = store.annotators()[0]
        desk_uid = "00000000-0000-4000-8000-00000000aaaa"
        other = with_numbers(claimed, (*OLD, figure), uid=desk_uid)
        came = store.bring_in(Bundle(records=(other,)), me.uid, SESSION)
        assert len(came.misfits) == 1
        assert store.record("annotation", desk_uid) is None
