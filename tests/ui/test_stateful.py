"""Random acts on a real library and a real page: all three tell the same story after each.

The oracle is a plain list of states; a save that fails is made by taking the file away.
"""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from reader import importers
from reader.errors import BadSpan
from reader.model.article_filter import ArticleFilter, ArticleOrder
from reader.model.change import same_content
from reader.storage.store import Store
from reader.ui.library import Library
from reader.ui.page.view import PageView

TEXT = "قال الوزير: «لا 😀 تعليق» لصحيفة Times يوم 2020/3/26.\nوأضافَ أنَّ العددَ 1,554.\nسلام"
TAGS = ("quote", "entity", "claim")
positions = st.integers(min_value=-1, max_value=len(TEXT) + 1)
which = st.integers(min_value=0, max_value=1_000)


class Desk(RuleBasedStateMachine):
    """One window on one library."""

    folder: Path

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "library.db"
        store = Store.open(self.path)
        me = store.annotator("me", "me")
        article = store.add_article(importers.from_text(TEXT, "text"), me.uid, "setup")
        self.revision = store.revision(article.uid)
        store.close()
        self.article_uid = article.uid
        self.states: list[dict] = [{}]
        self.put: list[dict] = [{article.uid: article}]
        self.born: list[str] = []
        self.here = 0
        self.start()

    def start(self) -> None:
        store = Store.open(self.path)
        self.library = Library(store, store.annotator("me", "me"))
        self.page = PageView()
        self.page.set_tags(self.library.tags())
        self.page.show_text(self.revision.text)
        self.page.set_annotations(self.library.annotations(self.revision.uid))
        self.library.changed.connect(self.follow)

    def follow(self, change) -> None:
        for one in change.edits:
            if one.kind == "annotation" and one.after is None:
                self.page.remove_annotation(one.uid)
            elif one.kind == "annotation":
                self.page.put_annotation(one.after)

    def note(self) -> None:
        """Add the state of now to the oracle's list."""
        now = {one.uid: one for one in self.library.annotations(self.revision.uid)}
        self.born += [uid for uid in now if uid not in self.born]
        now = {uid: now[uid] for uid in self.born if uid in now}
        self.states[self.here + 1 :] = [now]
        self.put[self.here + 1 :] = [self.where_it_is()]
        self.here += 1

    def where_it_is(self) -> dict:
        """Return the article, the collections and the labels as the window has them."""
        shelves = self.library.shelves()
        found = (self.library.article(self.article_uid), *shelves.collections, *shelves.labels)
        return {one.uid: one for one in found}

    def note_if_other(self, before: dict) -> None:
        """Add the state of now where an act has changed something."""
        now = self.where_it_is()
        same = before.keys() == now.keys()
        if not same or not all(same_content(now[uid], before[uid]) for uid in now):
            self.note()

    def pick(self, number: int) -> str | None:
        uids = list(self.states[self.here])  # in the order in which they came to be
        return uids[number % len(uids)] if uids else None

    @rule(start=positions, end=positions, tag=st.sampled_from(TAGS))
    def annotate(self, start: int, end: int, tag: str) -> None:
        if 0 <= start < end <= len(TEXT):
            new = self.library.annotate(self.revision, start, end, tag)
            assert new.exact == TEXT[start:end]
            self.note()
        else:
            with pytest.raises(BadSpan):
                self.library.annotate(self.revision, start, end, tag)

    @rule(number=which, start=positions, end=positions)
    def move_ends(self, number: int, start: int, end: int) -> None:
        uid = self.pick(number)
        if uid is None:
            return
        before = self.states[self.here][uid]
        if not 0 <= start < end <= len(TEXT):
            with pytest.raises(BadSpan):
                self.library.move_ends(uid, start, end)
        elif (before.start_cp, before.end_cp) != (start, end):
            self.library.move_ends(uid, start, end)
            self.note()

    @rule(number=which, text=st.text(max_size=8).filter(lambda text: "\0" not in text))
    def write_note(self, number: int, text: str) -> None:
        uid = self.pick(number)
        text = text.encode("utf-8", "replace").decode()
        if uid is not None and self.states[self.here][uid].note != text:
            self.library.set_note(uid, text)
            self.note()

    @rule(number=which, tag=st.sampled_from(TAGS))
    def retag(self, number: int, tag: str) -> None:
        uid = self.pick(number)
        if uid is not None and self.states[self.here][uid].tag != tag:
            self.library.retag([uid], tag)
            self.note()

    @rule(number=which)
    def set_name(self, number: int) -> None:
        uid = self.pick(number)
        if uid is None:
            return
        entry = self.library.entry(uid)
        key = {"quote": "speaker", "entity": "entity_name", "claim": "claimant"}
        self.library.set_fields(uid, {key[entry.annotation.tag]: f"اسم {number % 3}"})
        if not same_content(self.library.annotation(uid), entry.annotation):
            self.note()

    @rule(numbers=st.lists(which, min_size=1, max_size=3))
    def delete(self, numbers: list[int]) -> None:
        uids = list(dict.fromkeys(uid for uid in map(self.pick, numbers) if uid))
        if uids:
            self.library.delete(uids)
            self.note()

    @rule(field=st.sampled_from(("title", "publisher", "published")), number=which)
    def edit_article(self, field: str, number: int) -> None:
        before = self.where_it_is()
        value = f"{2000 + number % 30}" if field == "published" else f"اسم {number % 3}"
        self.library.set_article_fields(self.article_uid, {field: value})
        self.note_if_other(before)

    @rule(back=st.booleans())
    def throw_away(self, back: bool) -> None:
        before = self.where_it_is()
        (self.library.restore if back else self.library.trash)([self.article_uid])
        self.note_if_other(before)

    @rule(number=which, put=st.booleans(), inside=st.booleans())
    def make_collection(self, number: int, put: bool, inside: bool) -> None:
        every = self.library.shelves().collections
        parent = every[number % len(every)].uid if inside and every else None
        uids = [self.article_uid] if put else []
        self.library.add_collection(f"مجموعة {number % 5}", parent, uids)
        self.note()

    @rule(number=which, other=which, act=st.sampled_from(("collect", "move", "rename", "delete")))
    def change_collection(self, number: int, other: int, act: str) -> None:
        every = self.library.shelves().collections
        if not every:
            return
        before, uid = self.where_it_is(), every[number % len(every)].uid
        if act == "collect":
            self.library.collect([self.article_uid], uid)
        elif act == "move":
            self.library.move_collection(uid, every[other % len(every)].uid)
        elif act == "rename":
            self.library.rename_collection(uid, f"اسم {other % 3}")
        else:
            self.library.delete_collection(uid)
        self.note_if_other(before)

    @rule(number=which, act=st.sampled_from(("on", "off", "rename", "delete")))
    def change_label(self, number: int, act: str) -> None:
        before, labels = self.where_it_is(), self.library.shelves().labels
        if not labels or act == "on":
            self.library.add_label(f"وسم {number % 4}", [self.article_uid])
        elif act == "off":
            self.library.set_label([self.article_uid], labels[number % len(labels)].uid, on=False)
        elif act == "rename":
            self.library.rename_label(labels[number % len(labels)].uid, f"وسم {number}")
        else:
            self.library.delete_label(labels[number % len(labels)].uid)
        self.note_if_other(before)

    @rule()
    def undo(self) -> None:
        assert self.library.flush()
        undone = self.library.undo()
        assert (undone is not None) == (self.here > 0)
        self.here -= undone is not None

    @rule()
    def redo(self) -> None:
        assert self.library.flush()
        redone = self.library.redo()
        assert (redone is not None) == (self.here < len(self.states) - 1)
        self.here += redone is not None

    @precondition(lambda self: self.here > 0)
    @rule()
    def reopen(self) -> None:
        assert self.library.flush()
        self.library.close()
        self.page.deleteLater()
        self.start()

    @rule(start=st.integers(0, 20), tag=st.sampled_from(TAGS), back=st.booleans())
    def fail_to_save(self, start: int, tag: str, back: bool) -> None:
        """Annotate while the file is away: it stays on screen, and is saved or taken back."""
        assert self.library.flush()
        away = self.path.with_name("away.db")
        self.path.rename(away)
        before = self.library.undo_label()
        new = self.library.annotate(self.revision, start, start + 2, tag)
        self.wait_until(lambda: self.library.save_state.kind == "unsaved")
        assert self.library.save_state.unsaved == 1
        if back:
            self.library.undo()
            self.wait_until(lambda: self.library.annotation(new.uid) is None)
            assert self.library.undo_label() == before
        else:
            self.note()
        away.rename(self.path)
        self.library.retry()

    def wait_until(self, condition) -> None:
        for _ in range(500):
            if condition():
                return
            self.library.flush(20)
        raise AssertionError("it never came to pass")

    @invariant()
    def all_agree(self) -> None:
        """Oracle, memory, page and database hold the same annotations."""
        expected = self.states[self.here]
        memory = {one.uid: one for one in self.library.annotations(self.revision.uid)}
        assert memory.keys() == expected.keys()
        assert all(same_content(memory[uid], expected[uid]) for uid in expected)
        assert {one.uid: one for one in self.page.annotations()} == memory
        assert self.library.flush()
        stored = {one.uid: one for one in self.library.store.annotations(self.revision.uid)}
        assert stored == memory
        assert all(one.exact == TEXT[one.start_cp : one.end_cp] for one in stored.values())
        put, found = self.put[self.here], self.where_it_is()
        assert found.keys() == put.keys()
        assert all(same_content(found[uid], put[uid]) for uid in put)
        article = self.library.store.article(self.article_uid)
        assert article == found[self.article_uid]
        listed = self.library.store.article_uids(
            ArticleFilter(trashed=article.deleted_at is not None), ArticleOrder()
        )
        assert listed == [self.article_uid]

    def teardown(self) -> None:
        if hasattr(self, "library"):
            assert self.library.store.check().is_sound
            self.library.close()
            self.page.deleteLater()
            shutil.rmtree(self.folder)


@pytest.mark.usefixtures("qapp")
def test_a_thousand_random_acts_leave_all_in_agreement():
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=25,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
