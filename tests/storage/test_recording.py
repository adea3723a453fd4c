import json
from dataclasses import replace
from datetime import timedelta, timezone
from hashlib import sha256

from sqlalchemy import text

from reader.model.change import Edit, edit
from reader.model.subject import Subject
from reader.storage.engine import writing
from reader.storage.recording import digest_of
from tests.storage.values import AT, SESSION, TEXT, broken_links, full_record, rows


def acts(desk, count):
    """Make acts of two edits each; return them as they were saved."""
    return [desk.add(desk.span(n, n + 3), Subject(name=f"فلان {n}")) for n in range(count)]


def test_change_is_recorded_as_it_was(desk):
    one = full_record("annotation/quote", desk)
    since = desk.store.last_sequence()
    zone = timezone(timedelta(hours=3))
    change = desk.change(
        edit(None, one),
        Edit(None, Subject(name="سعاد")),
        act="note",
        direction="undo",
        reverses="another change",
        at=AT.astimezone(zone),
    )
    saved = desk.store.apply(change)
    assert saved == replace(change, sequence=since + 2)
    assert desk.store.changes(since) == [saved]
    assert desk.store.last_sequence() == saved.sequence


def test_each_edit_has_a_row_with_what_was_and_what_is(desk):
    one = desk.span(0, 4)
    desk.add(one)
    changed = edit(one, replace(one, note="جديد"))
    desk.do(changed, Edit(None, Subject(name="سعاد")))
    first, second = rows(desk)[-2:]
    assert (first["kind"], first["record_uid"], first["position"]) == ("annotation", one.uid, 0)
    assert json.loads(first["before"])["note"] == ""
    assert json.loads(first["after"])["note"] == "جديد"
    assert (second["kind"], second["before"], second["position"]) == ("subject", None, 1)
    assert (first["uid"], first["session_uid"]) == (second["uid"], SESSION)


def test_import_is_recorded_with_the_digests_and_without_the_text(desk):
    (change,) = desk.store.changes()
    assert (change.act, change.edits) == ("import", (Edit(None, desk.article),))
    after = json.loads(rows(desk)[0]["after"])
    assert after["revision"]["text_sha256"] == desk.text.text_sha256
    assert after["revision"]["source_sha256"] == desk.text.source_sha256
    assert TEXT.strip() not in rows(desk)[0]["after"]


def test_order_is_that_of_commits_whatever_the_clocks_say(desk):
    late = desk.do(edit(None, desk.span(0, 3)), at=AT)
    early = desk.do(edit(None, desk.span(0, 4)), at=AT - timedelta(days=400))
    assert late.sequence < early.sequence
    assert desk.store.changes()[-2:] == [late, early]


def test_changes_are_read_from_a_sequence_on(desk):
    first, second, third = acts(desk, 3)
    assert desk.store.changes(first.sequence) == [second, third]
    assert desk.store.changes(first.sequence, limit=1) == [second]
    assert desk.store.changes(third.sequence) == []
    assert desk.store.changes(limit=0) == []
    assert len(desk.store.changes(limit=2)) == 2


def test_change_is_never_read_in_part(desk):
    first, second = acts(desk, 2)
    assert desk.store.changes(second.sequence - 1) == [second]
    assert desk.store.changes(first.sequence - 1, limit=1) == [first]


def test_changes_of_a_record_are_whole(desk):
    first, second = acts(desk, 2)
    one = first.edits[0].after
    third = desk.do(edit(one, replace(one, note="م")), edit(None, desk.span(7, 9)))
    assert desk.store.changes_of(one.uid) == [first, third]
    assert desk.store.changes_of("nothing") == []
    assert second not in desk.store.changes_of(one.uid)


def test_change_that_is_asked_for_twice_is_made_once(desk):
    one = desk.span(0, 4)
    change = desk.change(edit(None, one))
    saved = desk.store.apply(change)
    desk.do(edit(one, replace(one, note="بعد ذلك")))
    before = rows(desk)
    assert desk.store.apply(change) == saved
    assert rows(desk) == before
    assert desk.store.annotation(one.uid).note == "بعد ذلك"


def test_change_of_nothing_is_not_recorded(desk):
    before = rows(desk)
    assert desk.do().sequence == 0
    assert rows(desk) == before


def test_sequence_is_not_given_twice(desk):
    change = acts(desk, 1)[0]
    with writing(desk.store._library.engine).begin() as connection:
        connection.execute(text("DELETE FROM changes WHERE sequence > 1"))
    assert acts(desk, 1)[0].sequence == change.sequence + 2


def test_digests_are_a_chain(desk):
    acts(desk, 3)
    found = rows(desk)
    assert len(found) == 7
    assert broken_links(found) == []
    assert len({row["digest"] for row in found}) == 7


def test_chain_shows_an_edit_a_gap_and_another_order(desk):
    acts(desk, 3)
    found = [dict(row) for row in rows(desk)]
    for name in ("after", "annotator_uid", "act", "record_uid", "session_uid"):
        forged = [dict(row) for row in found]
        forged[3][name] = "forged"
        assert broken_links(forged) == [forged[3]["sequence"]], name
    moved = [dict(row) for row in found]
    moved[3]["at"] += timedelta(seconds=1)
    assert broken_links(moved) == [moved[3]["sequence"]]
    assert broken_links(found[:3] + found[4:]) == [found[4]["sequence"]]
    assert broken_links([*found[:3], found[4], found[3], *found[5:]])


def test_digest_does_not_depend_on_the_database_or_the_zone():
    change = {"uid": "u", "position": 0, "at": AT, "before": None, "after": '{"name":"سعاد"}'}
    moved = change | {"at": AT.astimezone(timezone(timedelta(hours=3)))}
    assert digest_of("", change | {"sequence": 1}) == digest_of("", moved | {"sequence": 2})
    # Written out by hand: the chain of a library must hold for every later version of the program.
    known = '{"at":"2026-01-02T03:04:05.678901+00:00","position":0,"uid":"u"}\n\n{"name":"سعاد"}'
    assert digest_of("", change) == sha256(f"\n{known}".encode()).hexdigest()
    assert digest_of("ab", change) == sha256(f"ab\n{known}".encode()).hexdigest()
