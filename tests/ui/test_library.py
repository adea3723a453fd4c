"""One writer, one signal: what is told, what is saved, what is undone, what is refused."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from reader.errors import BadSpan, BadValue, StaleEdit, UnknownTag
from reader.model.change import same_content
from reader.progress import unwatched
from reader.storage.store import Store


class Ear(QObject):
    """Hears every change, and knows the annotations from the changes alone."""

    def __init__(self, library) -> None:
        super().__init__()
        self.known = {}
        self.changes = []
        library.changed.connect(self.hear)

    def hear(self, change) -> None:
        self.changes.append(change)
        for one in change.edits:
            if one.kind == "annotation":
                self.known.pop(one.uid, None)
                if one.after is not None:
                    self.known[one.uid] = one.after


@pytest.fixture
def revision(library, article):
    return library.revision(article.uid)


def stored(database, revision):
    store = Store.open(database)
    found = store.annotations(revision.uid)
    store.close()
    return found


def test_an_act_is_told_at_once_and_saved_soon(qtbot, library, revision, database):
    ear = Ear(library)
    new = library.annotate(revision, 0, 7, "quote")
    assert list(ear.known.values()) == [new]
    assert library.annotations(revision.uid) == [new]
    assert library.flush()
    assert library.save_state.kind == "saved"
    assert stored(database, revision) == [new]


def test_saved_is_said_only_after_the_commit(qtbot, library, revision, database):
    kinds = []

    def hear(state) -> None:
        kinds.append((state.kind, len(stored(database, revision))))

    library.save_state_changed.connect(hear)
    library.annotate(revision, 0, 7, "quote")
    assert library.flush()
    assert kinds[0][0] == "saving"
    assert kinds[-1] == ("saved", 1)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (7, 3), (-1, 4), (0, 10_000)])
def test_a_span_that_marks_nothing_changes_nothing(library, revision, start, end):
    ear = Ear(library)
    with pytest.raises(BadSpan):
        library.annotate(revision, start, end, "quote")
    assert ear.changes == []
    assert library.undo_label() is None


def test_an_unknown_tag_changes_nothing(library, revision):
    with pytest.raises(UnknownTag):
        library.annotate(revision, 0, 3, "rumour")
    assert library.annotations(revision.uid) == []


def test_a_value_that_does_not_fit_changes_nothing(library, revision):
    new = library.annotate(revision, 0, 3, "entity")
    with pytest.raises(BadValue):
        library.set_fields(new.uid, {"wikidata_id": "x"})
    assert library.flush()
    assert library.entry(new.uid).annotation == new


def test_every_kind_of_act_undoes_and_redoes(library, revision, database):
    start, end = 0, 7
    new = library.annotate(revision, start, end, "quote")
    library.set_note(new.uid, "ملاحظة")
    library.set_status([new.uid], "reviewed")
    library.set_fields(new.uid, {"speaker": "سلمى الحديدي", "quote_type": "direct"})
    library.move_ends(new.uid, 2, 9)
    library.retag([new.uid], "claim")
    library.set_fields(new.uid, {"claim_text": "جملة", "verdict": "false"})
    library.delete([new.uid])
    states = []
    assert library.flush()
    while library.undo() is not None:
        assert library.flush()
        states.append(library.entry(new.uid))
    assert states[-1] is None
    assert library.annotations(revision.uid) == []
    redone = [states[-1]]
    while library.redo() is not None:
        assert library.flush()
        redone.append(library.entry(new.uid))
    assert redone.pop() is None
    for one, other in zip(reversed(states), redone, strict=True):
        assert (one is None) == (other is None)
        if one is not None:
            assert same_content(one.annotation, other.annotation)
            assert same_content(one.ruling, other.ruling)
    assert stored(database, revision) == []


def test_history_survives_closing(open_library, article):
    first = open_library()
    revision = first.revision(article.uid)
    new = first.annotate(revision, 0, 7, "quote")
    first.set_note(new.uid, "x")
    assert first.flush()
    first.undo()
    assert first.flush()
    second = open_library()
    assert second.redo_label().en == "edit the note"
    second.undo()
    assert second.flush()
    assert second.annotations(revision.uid) == []


def test_the_act_that_undo_names_is_the_one_it_takes_back(library, revision):
    new = library.annotate(revision, 0, 7, "quote")
    library.delete([new.uid])
    assert library.flush()
    assert (library.undo_label().en, library.undo_label().ar) == ("delete", "حذف")


def test_several_at_once_are_one_step(library, revision):
    uids = [library.annotate(revision, i, i + 3, "quote").uid for i in (0, 4, 8)]
    library.delete(uids)
    assert library.annotations(revision.uid) == []
    assert library.flush()
    library.undo()
    assert [one.uid for one in library.annotations(revision.uid)] == uids


def test_setting_what_is_there_is_no_act(library, revision):
    new = library.annotate(revision, 0, 7, "quote")
    assert library.flush()
    ear = Ear(library)
    library.set_note(new.uid, "")
    library.retag([new.uid], "quote")
    library.move_ends(new.uid, 0, 7)
    assert ear.changes == []


def test_another_window_sees_it_within_a_second(qtbot, open_library, article):
    one, other = open_library("one"), open_library("other")
    revision = one.revision(article.uid)
    assert other.annotations(revision.uid) == []
    ear = Ear(other)
    assert other._saver._poll.interval() <= 500  # ms; what is left of the second is the machine's
    new = one.annotate(revision, 0, 7, "quote")
    qtbot.waitUntil(lambda: new.uid in ear.known)
    assert other.annotations(revision.uid) == [new]
    assert other.undo_label() is None


def test_a_stale_edit_shows_both_values(qtbot, open_library, article):
    one, other = open_library("one"), open_library("other")
    revision = one.revision(article.uid)
    new = one.annotate(revision, 0, 7, "quote")
    assert one.flush()
    assert other.annotations(revision.uid) == [new]
    other._saver._poll.stop()  # a slow save gives it time to see the first note before it writes
    one.set_note(new.uid, "first")
    assert one.flush()
    with qtbot.waitSignal(other.conflict_met) as met:
        other.set_note(new.uid, "second")
    conflict = met.args[0]
    assert (conflict.ours.note, conflict.theirs.note) == ("second", "first")
    assert other.annotation(new.uid).note == "first"
    other.resolve(conflict.ours, conflict.theirs)
    assert other.flush()
    qtbot.waitUntil(lambda: one.annotation(new.uid).note == "second")


def test_undo_of_what_another_window_changed_is_refused(qtbot, open_library, article):
    one, other = open_library("one"), open_library("other")
    revision = one.revision(article.uid)
    new = one.annotate(revision, 0, 7, "quote")
    assert one.flush()
    assert other.annotations(revision.uid) == [new]
    other.set_note(new.uid, "theirs")
    assert other.flush()
    with pytest.raises(StaleEdit):
        one.undo()
    assert one.record("annotation", new.uid).note == "theirs"


def test_a_save_that_fails_keeps_the_act_and_the_history(qtbot, library, revision, database):
    kept = library.annotate(revision, 0, 7, "quote")
    assert library.flush()
    away = database.with_name("away.db")
    database.rename(away)
    new = library.annotate(revision, 8, 12, "claim")
    qtbot.waitUntil(lambda: library.save_state.kind == "unsaved")
    assert library.save_state.unsaved == 1
    assert type(library.save_state.error).__name__ == "LibraryGone"
    assert library.unsaved() == {new.uid}
    assert library.annotations(revision.uid) == [kept, new]
    assert library.undo_label().en == "annotate"
    away.rename(database)
    library.retry()
    assert library.flush()
    assert library.save_state.kind == "saved"
    assert stored(database, revision) == [kept, new]


def test_an_unsaved_act_can_be_taken_back(qtbot, library, revision, database):
    away = database.with_name("away.db")
    database.rename(away)
    library.annotate(revision, 0, 7, "quote")
    library.annotate(revision, 8, 12, "quote")
    qtbot.waitUntil(lambda: library.save_state.kind == "unsaved")
    library.undo()
    assert len(library.annotations(revision.uid)) == 1
    away.rename(database)
    library.retry()
    assert library.flush()
    assert len(stored(database, revision)) == 1


def test_a_copy_elsewhere_holds_what_could_not_be_saved(qtbot, library, revision, database):
    library.annotate(revision, 0, 7, "quote")
    assert library.flush()
    database.rename(database.with_name("away.db"))
    library.annotate(revision, 8, 12, "claim")
    qtbot.waitUntil(lambda: library.save_state.kind == "unsaved")
    copy = database.with_name("copy.db")
    library.copier_to(copy)(unwatched)
    store = Store.open(copy)
    assert [one.tag for one in store.annotations(revision.uid)] == ["quote", "claim"]
    assert store.check().is_sound
    store.close()
    database.with_name("away.db").rename(database)


def test_an_entry_shows_what_waits(library, revision):
    new = library.annotate(revision, 0, 7, "entity")
    library.set_fields(new.uid, {"entity_name": "وزارة الصحة", "wikidata_id": "Q1"})
    entry = library.entry(new.uid)
    assert (entry.subject.name, entry.subject.wikidata_id) == ("وزارة الصحة", "Q1")
    assert [one.name for one in library.subjects()] == ["وزارة الصحة"]
    assert library.flush()
    assert replace(library.entry(new.uid), annotator="") == replace(entry, annotator="")
