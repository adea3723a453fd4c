"""Another library comes in: the same articles recognised, both annotators kept, conflicts told."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import LibraryMissing, NotALibrary, SameLibrary
from reader.importers import from_text
from reader.label import Label
from reader.model.annotation import Annotation, EntityFields, OwnValue
from reader.model.change import Change, edit
from reader.model.codebook import OwnField
from reader.model.subject import Subject
from reader.model.tags import Tag
from reader.sample import add_sample
from reader.storage.merging import bundle_of, is_library
from reader.storage.migrating import _without_foreign_keys, downgrade
from reader.storage.store import Store
from reader.text.anchoring import new_annotation
from reader.ui.undo import reversal

TEXT = "زار الوزير أحمد سالم بغداد."


def annotated(store: Store, person: str, words: str, subject: Subject, **more) -> Annotation:
    """Put the article into a library with an entity that somebody has marked."""
    who = store.annotator(person, person)
    imported = from_text(TEXT, "a.txt")
    article = replace(imported.article, **more)
    known = store.recognised(imported)
    if known is None:
        store.add_article(replace(imported, article=article), who.uid, "s")
    revision = store.revision(store.articles()[0].article.uid)
    start = TEXT.index(words)
    fields = EntityFields(entity_type="person", subject_uid=subject.uid)
    one = new_annotation(revision, start, start + len(words), "entity", who.uid, fields=fields)
    edits = (edit(None, subject), edit(None, one))
    store.apply(Change(act="annotate", edits=edits, annotator_uid=who.uid, session_uid="s"))
    return one


@pytest.fixture
def other(tmp_path) -> Path:
    """Return a closed library of somebody else's, with the same article."""
    path = tmp_path / "other.db"
    with Store.open(path) as store:
        salem = Subject(kind="person", name="أحمد سالم", role="وزير")
        annotated(store, "سعاد", "أحمد سالم", salem)
        add_sample(store)
    return path


def merge(store: Store, path: Path):
    """Bring a library into another."""
    me = store.annotator("me", "me")
    return store.bring_in(bundle_of(path, store.path), me.uid, "merge")


def test_both_annotators_stay_and_the_article_is_one(store, other):
    ours = annotated(store, "ليلى", "أحمد سالم", Subject(kind="person", name="احمد سالم"))
    before = len(store.articles())
    came = merge(store, other)
    assert [one.title for one in came.known] == [TEXT]
    assert len(store.articles()) == before + 1
    (article,) = (one for one in store.annotated_articles() if one.revision.text == TEXT)
    assert sorted(entry.annotator for entry in article.entries) == ["سعاد", "ليلى"]
    # One person, as search compares names; what the other library says more of him is told.
    assert {entry.annotation.fields.subject_uid for entry in article.entries} == {
        ours.fields.subject_uid
    }
    assert [(one.what, "Role" in one.reason.en) for one in came.misfits] == [("أحمد سالم", True)]


def test_the_sample_comes_whole_and_a_second_time_nothing_comes(store, other):
    came = merge(store, other)
    with Store.open(other, read_only=True) as theirs:
        expected = list(theirs.annotated_articles())
    found = list(store.annotated_articles())
    assert [one.entries for one in found] == [one.entries for one in expected]
    again = merge(store, other)
    assert again.change is None
    assert again.misfits == ()
    assert (
        again.present["annotation"]
        == came.added["annotation"]
        == sum(len(one.entries) for one in expected)
    )


def test_ours_stays_where_both_changed_the_same_annotation(store, other):
    merge(store, other)
    mine = next(entry.annotation for one in store.annotated_articles() for entry in one.entries)
    changed = edit(mine, replace(mine, note="رأينا"))
    me = store.annotator("me", "me")
    store.apply(Change(act="note", edits=(changed,), annotator_uid=me.uid, session_uid="s"))
    again = merge(store, other)
    assert again.change is None
    assert len(again.misfits) == 1
    assert store.annotation(mine.uid).note == "رأينا"


def test_a_merge_is_one_act_that_can_be_undone(store, other):
    articles, sequence = len(store.articles()), store.last_sequence()
    came = merge(store, other)
    acts = [one for one in store.changes(sequence) if one.act != "import"]
    assert acts == [came.change]

    def current(kind, uid):
        return store.record(kind, uid)

    back = reversal(came.change, "undo", current)
    store.apply(replace(came.change, uid="undo", edits=back, direction="undo"))
    assert len(store.articles()) == articles


def test_a_rehearsal_tells_the_same_and_keeps_nothing(store, other):
    me = store.annotator("me", "me")
    bundle, before = bundle_of(other), (store.last_sequence(), len(store.articles()))
    told = store.rehearse(bundle, me.uid, "s")
    assert (store.last_sequence(), len(store.articles())) == before
    came = store.bring_in(bundle, me.uid, "s")
    assert (told.added, told.present, told.misfits) == (came.added, came.present, came.misfits)
    assert came.added["annotation"] > 40


def test_the_other_library_is_only_read(store, other, tmp_path):
    before = other.read_bytes()
    merge(store, other)
    assert other.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} <= {"other.db", "a.db", "library.db"}


def test_an_older_library_is_renewed_in_a_copy(store, other, engine_at):
    engine = engine_at(str(other))
    with _without_foreign_keys(engine) as connection, connection.begin():
        downgrade(connection, "0001")
        connection.exec_driver_sql("PRAGMA user_version = 1")
    engine.dispose()
    before = other.read_bytes()
    came = merge(store, other)
    assert came.added["annotation"] > 40
    assert other.read_bytes() == before


def test_what_is_no_library_is_refused(store, tmp_path):
    (tmp_path / "x.db").write_text("no")
    with pytest.raises(NotALibrary):
        bundle_of(tmp_path / "x.db")
    with pytest.raises(LibraryMissing):
        bundle_of(tmp_path / "nowhere.db")
    assert not is_library(tmp_path / "x.db")
    assert not is_library(tmp_path / "nowhere.db")
    os.mkfifo(tmp_path / "pipe.db")
    assert not is_library(tmp_path / "pipe.db"), "and nobody waits for a writer"


def test_a_library_is_not_merged_into_itself(other):
    assert is_library(other)
    with Store.open(other) as store, pytest.raises(SameLibrary):
        bundle_of(other, store.path)


def test_a_tag_of_theirs_comes_with_what_bears_it(store, tmp_path):
    path, tag = tmp_path / "tags.db", Tag("رأي", Label("Opinion", "رأي"), "#123456")
    with Store.open(path) as theirs:
        one = annotated(theirs, "سعاد", "أحمد سالم", Subject(kind="person", name="أحمد سالم"))
        revision = theirs.revision(theirs.articles()[0].article.uid)
        field = OwnField(tag=tag.key, key="tone", label=Label("Tone", "نبرة"))
        opinion = new_annotation(revision, 0, 3, tag.key, one.annotator_uid)
        opinion = replace(opinion, own=(OwnValue(field_uid=field.uid, text="حاد"),))
        edits = tuple(edit(None, record) for record in (tag, field, opinion))
        who = one.annotator_uid
        theirs.apply(Change(act="annotate", edits=edits, annotator_uid=who, session_uid="s"))
    assert merge(store, path).misfits == ()
    assert store.annotation(opinion.uid).own[0].text == "حاد"
    assert store.check().is_sound
