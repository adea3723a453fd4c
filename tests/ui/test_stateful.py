"""Random acts on a real library and a real page: all three tell the same story after each.

The oracle is a plain list of states; a save that fails is made by taking the file away.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
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
from reader.errors import BadSpan, BadValue, ClaimRefused, SubjectInUse
from reader.label import Label
from reader.model.article_filter import ArticleFilter, ArticleOrder
from reader.model.change import same_content
from reader.model.codebook import OwnField, Template
from reader.model.places import places_around
from reader.model.subject import Subject
from reader.model.tags import Tag
from reader.model.vocabulary import CLAIM_STATES
from reader.storage.store import Store
from reader.text.revising import revise
from reader.ui.claim_acts import ClaimActs, parts_of
from reader.ui.library import Library
from reader.ui.linking_acts import link_quote, linked_to, quote_of, unlink
from reader.ui.page.view import PageView
from reader.ui.relation_acts import relations_on
from reader.ui.speaking import set_cue, set_speaker
from reader.ui.subject_acts import (
    delete_subject,
    merge_subjects,
    parts_of_place,
    set_subject_fields,
    split_subject,
)
from reader.ui.subject_reading import referring
from tests.storage.servers import Databases, address_of, databases
from tests.ui.codebook_rules import (
    MARKED_ACTS,
    TAG_ACTS,
    change_codebook,
    change_marked,
    put_template,
)

TEXT = "قال الوزير: «لا 😀 تعليق» لصحيفة Times يوم 2020/3/26.\nوأضافَ أنَّ العددَ 1,554.\nسلام"
# What the article says each time it is imported again; the second sentence comes and goes.
TEXTS = (
    TEXT,
    TEXT.replace("تعليق", "تعقيب"),
    TEXT.replace("وأضافَ أنَّ العددَ 1,554.\n", ""),
    "خبر عاجل\n" + TEXT,
)
TAGS = ("quote", "entity", "claim")
SUBJECT_ACTS = ("merge", "split", "edit", "place", "delete")
CLAIM_ACTS = (
    "rate",
    "grade",
    "count",
    "explain",
    "add",
    "edit",
    "take_away",
    "shift",
    "review",
    "move",
    "rule",
    "scale",
    "cite",
    "link",
    "make_quote",
)
ACTS = settings(
    max_examples=20,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
KINDS_OF_PART = ("evidence", "appearance", "correction")
positions = st.integers(min_value=-1, max_value=len(TEXT) + 1)
which = st.integers(min_value=0, max_value=1_000)


class Desk(RuleBasedStateMachine):
    """One window on one library: a file, or what a subclass says."""

    folder: Path

    def make_place(self) -> str:
        """Make the place of a library, and return its address."""
        self.folder = Path(tempfile.mkdtemp())
        return str(self.folder / "library.db")

    def leave_place(self) -> None:
        """Take the place of the library away for good."""
        shutil.rmtree(self.folder)

    @contextmanager
    def away(self) -> Iterator[None]:
        """Let nothing be saved during the block."""
        path, away = self.folder / "library.db", self.folder / "away.db"
        path.rename(away)
        try:
            yield
        finally:
            away.rename(path)

    @initialize()
    def open(self) -> None:
        self.address = self.make_place()
        store = Store.open(self.address)
        me = store.annotator("me", "me")
        self.other = store.annotator("other", "other").uid
        self.third = store.annotator("third", "third").uid
        article = store.add_article(importers.from_text(TEXT, "text"), me.uid, "setup")
        self.article_uid = article.uid
        store.close()
        self.states: list[dict] = [{}]
        self.born: list[str] = []
        self.here = 0
        self.start()
        self.put: list[dict] = [self.where_it_is()]

    def start(self) -> None:
        store = Store.open(self.address)
        self.library = Library(store, store.annotator("me", "me"))
        self.page = PageView()
        self.page.set_tags(self.library.tags())
        self.show()
        self.library.changed.connect(self.follow)

    def show(self) -> None:
        self.page.show_text(self.revision.text)
        self.page.set_annotations(self.library.annotations(self.revision.uid))

    @property
    def revision(self):
        return self.library.revision(self.article_uid)

    def follow(self, change) -> None:
        if any(one.kind == "article" for one in change.edits):
            self.show()
        for one in change.edits:
            if one.kind == "annotation" and self.is_on_page(one.after):
                self.page.put_annotation(one.after)
            elif one.kind == "annotation":
                self.page.remove_annotation(one.uid)

    def is_on_page(self, annotation) -> bool:
        return annotation is not None and annotation.revision_uid == self.revision.uid

    def memory(self) -> dict:
        """Return the annotations that stand and those that are lost."""
        standing = self.library.annotations(self.revision.uid)
        return {one.uid: one for one in (*standing, *self.library.lost(self.article_uid))}

    def note(self) -> None:
        """Add the state of now to the oracle's list."""
        now = self.memory()
        self.born += [uid for uid in now if uid not in self.born]
        now = {uid: now[uid] for uid in self.born if uid in now}
        self.states[self.here + 1 :] = [now]
        self.put[self.here + 1 :] = [self.where_it_is()]
        self.here += 1

    def where_it_is(self) -> dict:
        """Return all but the annotations, as the window has it."""
        shelves = self.library.shelves()
        found = [self.library.article(self.article_uid), *shelves.collections, *shelves.labels]
        claims = [uid for uid, one in self.memory().items() if one.tag == "claim"]
        found += self.library.dependents(claims) if claims else []
        found += [*self.library.verdict_scales(), self.library.desk_rules()]
        found += self.library.subjects()
        book = self.library.codebook
        found += [*book.tags(), *book.fields(), *book.templates()]
        found += relations_on(self.library, self.revision.uid)
        return {one.uid: one for one in found}

    def note_if_other(self, before: dict, annotations: dict | None = None) -> None:
        """Add the state of now where an act has changed something."""
        pairs = [(before, self.where_it_is())]
        if annotations is not None:
            pairs.append((annotations, self.memory()))
        for then, now in pairs:
            same = then.keys() == now.keys()
            if not same or not all(same_content(now[uid], then[uid]) for uid in now):
                self.note()
                return

    def pick(self, number: int) -> str | None:
        # In the order in which they came to be; what is lost is not worked on.
        held = self.states[self.here].items()
        uids = [uid for uid, one in held if one.anchor != "orphan"]
        return uids[number % len(uids)] if uids else None

    @rule(start=positions, end=positions, tag=st.sampled_from(TAGS))
    def annotate(self, start: int, end: int, tag: str) -> None:
        text = self.revision.text
        if 0 <= start < end <= len(text):
            new = self.library.annotate(self.revision, start, end, tag)
            assert new.exact == text[start:end]
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
        if not 0 <= start < end <= len(self.revision.text):
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
        keys = {"quote": "speaker", "entity": "entity_name", "claim": "claimant"}
        key = keys.get(entry.annotation.tag)
        if key is None:
            return
        self.library.set_fields(uid, {key: f"اسم {number % 3}"})
        if not same_content(self.library.annotation(uid), entry.annotation):
            self.note()

    @rule(number=which, start=positions, end=positions, act=st.sampled_from(("speaker", "cue")))
    def tie_words(self, number: int, start: int, end: int, act: str) -> None:
        """Let words of the text be the speaker or the cue of a quote."""
        uid, text = self.pick(number), self.revision.text
        quote = self.library.annotation(uid) if uid else None
        if quote is None or quote.tag != "quote" or not 0 <= start < end <= len(text):
            return
        if not text[start:end].strip():
            return
        tie = set_speaker if act == "speaker" else set_cue
        tie(self.library, quote, self.revision, (start, end))
        if not same_content(self.library.annotation(uid), quote):
            self.note()

    @rule(number=which, other=which, act=st.sampled_from(SUBJECT_ACTS))
    def work_on_subjects(self, number: int, other: int, act: str) -> None:
        """Merge, split, edit or delete somebody of the register."""
        every = self.library.subjects()
        if not every:
            return
        before = self.where_it_is(), self.memory()
        one, two = every[number % len(every)], every[other % len(every)]
        if act == "merge":
            merge_subjects(self.library, one.uid, two.uid)
        elif act == "split":
            pointing = [found.uid for found in referring(self.library, [one.uid])]
            split_subject(self.library, one.uid, f"فرع {other % 3}", pointing[: other % 3])
        elif act == "edit":
            values = {"roles": f"وزير ({2000 + other % 9} –)", "role": f"صفة {other % 3}"}
            schemes = ("", "ijmes", "own")
            values |= {"latin_name": f"Name {other % 2}", "latin_scheme": schemes[other % 3]}
            set_subject_fields(self.library, one.uid, values)
        elif act == "place":
            self._put_within(one, two)
        elif parts_of_place(self.library, one.uid) or referring(self.library, [one.uid]):
            with pytest.raises(SubjectInUse):
                delete_subject(self.library, one.uid)
        else:
            delete_subject(self.library, one.uid)
        self.note_if_other(before[0], before[1])

    def _put_within(self, inner: Subject, outer: Subject) -> None:
        """Let something be part of a place, or of nothing any more; a ring is refused."""
        if outer.kind != "place":
            set_subject_fields(self.library, outer.uid, {"kind": "place"})
            return
        uid = "" if inner.part_of_uid == outer.uid else outer.uid
        try:
            set_subject_fields(self.library, inner.uid, {"part_of_uid": uid})
        except BadValue:
            by_uid = {one.uid: one for one in self.library.subjects()}
            assert inner.uid in places_around(outer.uid, by_uid)

    @rule(number=which, other=which, act=st.sampled_from(CLAIM_ACTS))
    def work_on_a_claim(self, number: int, other: int, act: str) -> None:
        """Rate, check, review, correct or move a claim; what is refused changes nothing."""
        claims = [uid for uid, one in self.states[self.here].items() if one.tag == "claim"]
        if not claims:
            return
        held, put, uid = self.memory(), self.where_it_is(), claims[number % len(claims)]
        with suppress(ClaimRefused):
            getattr(self, f"_{act}")(ClaimActs(self.library), uid, other)
        self.note_if_other(put, held)

    def _rate(self, _acts: ClaimActs, uid: str, other: int) -> None:
        codes = ("true", "false", "unverifiable", "")
        self.library.set_fields(uid, {"verdict": codes[other % len(codes)]})

    def _count(self, _acts: ClaimActs, uid: str, other: int) -> None:
        typed = ("~1554 متر مكعب\n37 %", "3 مدن", "")
        self.library.set_fields(uid, {"numbers": typed[other % len(typed)]})

    def _grade(self, _acts: ClaimActs, uid: str, other: int) -> None:
        if self.library.entry(uid).ruling is not None:
            self.library.set_fields(uid, {"rating": ("2 (1–4)", "0 (0–0)", "")[other % 3]})

    def _explain(self, _acts: ClaimActs, uid: str, other: int) -> None:
        if self.library.entry(uid).ruling is not None:
            self.library.set_fields(uid, {"explanation": f"لأن {other % 3}"})

    def _add(self, acts: ClaimActs, uid: str, other: int) -> None:
        acts.add_part(uid, KINDS_OF_PART[other % 3])

    def _edit(self, acts: ClaimActs, uid: str, other: int) -> None:
        kind = KINDS_OF_PART[other % 3]
        for part in parts_of(self.library.entry(uid), kind)[:1]:
            key = {"evidence": "title", "appearance": "outlet", "correction": "what"}[kind]
            acts.set_part(part, key, f"اسم {other % 4}")

    def _take_away(self, acts: ClaimActs, uid: str, other: int) -> None:
        parts = parts_of(self.library.entry(uid), KINDS_OF_PART[other % 3])
        if parts:
            acts.remove_part(parts[other % len(parts)])

    def _shift(self, acts: ClaimActs, uid: str, other: int) -> None:
        parts = parts_of(self.library.entry(uid), KINDS_OF_PART[other % 3])
        if parts:
            acts.shift_part(parts[other % len(parts)], 1 if other % 2 else -1)

    def _review(self, acts: ClaimActs, uid: str, other: int) -> None:
        who = (self.other, self.library.annotator.uid, self.third)[other % 3]
        acts.review(uid, who, ("approved", "rejected", "")[other % 3], f"رأي {other % 2}")

    def _move(self, acts: ClaimActs, uid: str, other: int) -> None:
        state = CLAIM_STATES[other % len(CLAIM_STATES)].key
        acts.move(uid, state, reason="رأي" if other % 2 else "", reviewer_uid=None)

    def _cite(self, acts: ClaimActs, uid: str, _other: int) -> None:
        for part in parts_of(self.library.entry(uid), "evidence")[:1]:
            acts.set_part(part, "article_uid", self.article_uid)

    def _link(self, _acts: ClaimActs, uid: str, other: int) -> None:
        quotes = [one for one in self.page.annotations() if one.tag == "quote"]
        held = linked_to(self.library, uid)
        if held and other % 3 == 0:
            unlink(self.library, held)
        elif quotes:
            quotes.sort(key=lambda one: self.born.index(one.uid))
            link_quote(self.library, uid, quotes[other % len(quotes)].uid)

    def _make_quote(self, _acts: ClaimActs, uid: str, _other: int) -> None:
        claim = self.library.annotation(uid)
        if claim.anchor != "orphan":
            quote_of(self.library, claim)

    def _rule(self, acts: ClaimActs, _uid: str, other: int) -> None:
        acts.set_rules(replace(self.library.desk_rules(), reviewers=other % 3))

    def _scale(self, acts: ClaimActs, uid: str, other: int) -> None:
        """Edit a scale: a ruling keeps its own words and its own rating."""
        scale, held = self.library.verdict_scales()[other % 3], self.library.entry(uid).ruling
        steps = (replace(one, best=max(one.rating, 5 + other % 2)) for one in scale.labels)
        label = Label(f"Scale {other % 4}", f"مقياس {other % 4}")
        acts.save_scale(replace(scale, label=label, labels=tuple(steps)))
        assert self.library.entry(uid).ruling == held

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

    @rule(number=st.integers(0, len(TEXTS) - 1))
    def revise(self, number: int) -> None:
        """Import the article again, with another text or one that it had before."""
        assert self.library.flush()
        imported = importers.from_text(TEXTS[number], "text")
        me, session = self.library.annotator.uid, self.library.session_uid
        new = self.library.store.add_revision(imported, self.article_uid, me, session)
        if new.uid == self.revision.uid:
            return
        article = self.library.article(self.article_uid)
        revised = revise(article, new, self.library.followed(self.article_uid))
        self.library.act("revise", revised.edits)
        assert self.revision == new
        assert self.page.text() == TEXTS[number]
        self.note()

    @rule(number=which, act=st.sampled_from(TAG_ACTS))
    def change_codebook(self, number: int, act: str) -> None:
        """Add, edit, order and delete tags, their fields and templates."""
        before = self.where_it_is()
        change_codebook(self.library, act, number)
        self.note_if_other(before)

    @rule(numbers=st.lists(which, min_size=1, max_size=3), act=st.sampled_from(MARKED_ACTS))
    def change_marked(self, numbers: list[int], act: str) -> None:
        """Fill free fields, edit several annotations at once, relate them."""
        uids = list(dict.fromkeys(uid for uid in map(self.pick, numbers) if uid))
        if uids:
            before = self.where_it_is(), self.memory()
            change_marked(self.library, act, uids, numbers[0])
            self.note_if_other(*before)

    @rule(number=which)
    def put_template(self, number: int) -> None:
        """Make an annotation what a template says."""
        uid = self.pick(number)
        if uid is not None:
            before = self.where_it_is(), self.memory()
            put_template(self.library, uid, number)
            self.note_if_other(*before)

    @rule(number=which, start=st.integers(0, 20))
    def annotate_with_own(self, number: int, start: int) -> None:
        """Mark words with a tag that the desk has made."""
        own = [one.key for one in self.library.tags() if not one.built_in]
        if own:
            self.library.annotate(self.revision, start, start + 2, own[number % len(own)])
            self.note()

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
        with self.away():
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
        memory = self.memory()
        assert memory.keys() == expected.keys()
        assert all(same_content(memory[uid], expected[uid]) for uid in expected)
        standing = {uid: one for uid, one in memory.items() if one.anchor != "orphan"}
        assert {one.uid: one for one in self.page.annotations()} == standing
        assert self.page.text() == self.revision.text
        assert self.library.flush()
        store = self.library.store
        assert store.revision(self.article_uid) == self.revision
        stored = [*store.annotations(self.revision.uid)]
        assert {one.uid: one for one in stored} == standing
        stored += store.annotations_elsewhere(self.article_uid)
        assert {one.uid: one for one in stored} == memory
        for one in stored:
            text = store.revision_by_uid(one.revision_uid).text
            assert one.exact == text[one.start_cp : one.end_cp]
        put, found = self.put[self.here], self.where_it_is()
        assert found.keys() == put.keys()
        assert all(same_content(found[uid], put[uid]) for uid in put)
        assert {one.uid: one for one in store.subjects()} == {
            uid: one for uid, one in found.items() if isinstance(one, Subject)
        }
        book = (*store.tags(), *store.own_fields(), *store.templates())
        assert all(found.get(one.uid) == one for one in book)
        assert len(book) == sum(
            isinstance(one, Tag | OwnField | Template) for one in found.values()
        )
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
            self.leave_place()


class ServedDesk(Desk):
    """One window on a library that a server keeps; each run has a database of its own."""

    servers: Databases
    template: str

    def make_place(self) -> str:
        """Copy the empty library that the server has."""
        self.database = self.servers.empty(self.template)
        self.url = self.database.__enter__()
        return address_of(self.url)

    def leave_place(self) -> None:
        """Drop the database."""
        self.database.__exit__(None, None, None)

    @contextmanager
    def away(self) -> Iterator[None]:
        """Let the server refuse every row of the record, as a disk does that fails."""
        self.servers.say(_REFUSE, self.url.database)
        try:
            yield
        finally:
            self.servers.say("DROP FUNCTION refuse CASCADE", self.url.database)


_REFUSE = """
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'io_error'; END $$;
    CREATE TRIGGER refused BEFORE INSERT ON changes EXECUTE FUNCTION refuse();
"""


@pytest.mark.usefixtures("qapp")
def test_hundreds_of_random_acts_leave_all_in_agreement():
    run_state_machine_as_test(Desk, settings=ACTS)


@pytest.mark.usefixtures("qapp")
def test_hundreds_of_random_acts_leave_all_in_agreement_on_a_server():
    with databases() as servers, servers.empty() as made:
        Store.open(address_of(made)).close()
        ServedDesk.servers, ServedDesk.template = servers, made.database
        run_state_machine_as_test(ServedDesk, settings=ACTS)
