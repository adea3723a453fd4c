"""What kill -9 may not undo: programs that act and say what is saved, and how they are killed.

A program that is killed here appends the uid of each change to a file once it
was told that the change is saved, one a line. `kill_often` does not ask which
program: a `Program` starts it. `tests/test_kill.py` starts `act_for_ever`; the
window is started the same way by whatever writes the uids of its acts down when
`statusSaved` says that they are saved.
"""

import os
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from reader.errors import StaleEdit
from reader.importers import from_text
from reader.model.annotation import Annotation, Relation
from reader.model.article import Revision
from reader.model.change import Change, Edit, edit
from reader.model.subject import Subject
from reader.storage.opening import connection_to
from reader.storage.rotation import rotate
from reader.storage.store import Store
from reader.text.anchoring import moved, new_annotation

TEXT = "قال الوزير 😀 إن «العدد 1,554».\nوأضاف: لا تعليق.\n" * 30
TAGS = ("quote", "entity", "claim")
# How long a program lives at most: from its start in seconds, or in acts that it saved.
SECONDS = 0.25
ACTS = 8


class Process(Protocol):
    """A program that is running."""

    def kill(self) -> None:
        """End it with SIGKILL and wait until it is gone."""


class Program(Protocol):
    """What can be started again and again on one library."""

    def start(self, library: Path, log: Path, seed: int) -> Process:
        """Start it; it appends the uids of saved changes to `log`, and ends only when killed."""


def kill_often(
    programs: Sequence[Program], folder: Path, kills: int, rng: random.Random
) -> Iterator[Path]:
    """Start and kill programs on a library again and again; yield the library after each.

    One program and all of them take turns. Each is killed at a random moment, its
    opening included; every eighth library is a new one. Fails when a change that
    was called saved is not in the library.
    """
    library, killed = folder / "0.db", 0
    while killed < kills:
        if killed % 8 == 0:
            library = folder / f"{killed}.db"
        chosen = programs if killed % 2 else programs[:1]
        logs = [library.with_suffix(f".saved{place}") for place in range(len(chosen))]
        for log in logs:
            log.touch()
        seeds = [rng.randrange(2**32) for _ in chosen]
        starting = zip(chosen, logs, seeds, strict=True)
        running = [program.start(library, log, seed) for program, log, seed in starting]
        for process, log in zip(running, logs, strict=True):
            _wait(log, rng)
            process.kill()
            killed += 1
        lost = saved_on(library) - _changes_in(library)
        assert not lost, f"kill {killed}: {len(lost)} saved changes are lost"
        yield library


def saved_on(library: Path) -> set[str]:
    """Return the uids of all changes that were called saved on a library."""
    logs = library.parent.glob(f"{library.stem}.saved*")
    # A line that was cut off was never said.
    return {uid for log in logs for uid in log.read_text("utf-8").rpartition("\n")[0].split()}


def _wait(log: Path, rng: random.Random) -> None:
    """Let a program live for a random time, or until it has saved a random number of acts."""
    if rng.random() < 0.25:
        time.sleep(rng.uniform(0, SECONDS))
        return
    wanted = _lines(log) + rng.randint(1, ACTS)
    limit = time.monotonic() + 30
    while _lines(log) < wanted:
        assert time.monotonic() < limit, "it does not save anything"
        time.sleep(0.001)
    time.sleep(rng.uniform(0, 0.01))


def _lines(log: Path) -> int:
    return log.read_bytes().count(b"\n")


def _changes_in(library: Path) -> set[str]:
    """Ask SQLite itself, and leave the log of the killed program for the next to find."""
    if not library.exists() or not library.stat().st_size:
        return set()
    with connection_to(library, "mode=ro") as connection:
        there = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'changes'").fetchone()
        query = "SELECT uid FROM changes" if there else "SELECT 0 WHERE 0"
        return {uid for (uid,) in connection.execute(query)}


def act_for_ever(library: str, log: str, seed: str) -> None:
    """Open a library, act on it at random, and say of each act that it is saved once it is."""
    with Store.open(library) as store:
        annotator = store.annotator("me", "me").uid
        descriptor = os.open(log, os.O_WRONLY | os.O_APPEND)
        worker = _Worker(store, random.Random(int(seed)), annotator)
        while True:
            with suppress(StaleEdit):  # the other window was there first
                os.write(descriptor, f"{worker.act()}\n".encode())


@dataclass
class _Worker:
    store: Store
    rng: random.Random
    annotator: str
    session: str = "killed"
    done: list[Change] = field(default_factory=list)

    def act(self) -> str:
        """Save one random act and return the uid of its change."""
        summaries = self.store.articles()
        if not summaries or self.rng.random() < 0.03:
            article = self.store.add_article(from_text(TEXT, "text"), self.annotator, self.session)
            return self.store.changes_of(article.uid)[0].uid
        if self.rng.random() < 0.04:
            self._copy()
        text = self.store.revision(self.rng.choice(summaries).article.uid)
        there = self.store.annotations(text.uid)
        acts = [self._annotate, self._annotate_many, self._name_somebody]
        acts += [self._move, self._delete, self._undo, self._tie] if there else []
        change = self.store.apply(self.rng.choice(acts)(text, there))
        self.done.append(change)
        return change.uid

    def _copy(self) -> None:
        path = self.store.path
        assert path is not None
        rotate(path)
        self.store.backup(path.with_suffix(".copy"))

    def _change(self, act: str, *edits: Edit) -> Change:
        return Change(act=act, edits=edits, annotator_uid=self.annotator, session_uid=self.session)

    def _new(self, text: Revision) -> Edit:
        start = self.rng.randrange(len(text.text) - 20)
        end = start + self.rng.randint(1, 20)
        return Edit(None, new_annotation(text, start, end, self.rng.choice(TAGS), self.annotator))

    def _annotate(self, text: Revision, _there: list[Annotation]) -> Change:
        return self._change("annotate", self._new(text))

    def _annotate_many(self, text: Revision, _there: list[Annotation]) -> Change:
        return self._change("annotate", *(self._new(text) for _ in range(12)))

    def _name_somebody(self, _text: Revision, _there: list[Annotation]) -> Change:
        return self._change("field", Edit(None, Subject(name="فلان", other_names=("ع", "غ"))))

    def _move(self, text: Revision, there: list[Annotation]) -> Change:
        one = self.rng.choice(there)
        return self._change("move", edit(one, moved(one, text.text, 0, one.end_cp)))

    def _delete(self, _text: Revision, there: list[Annotation]) -> Change:
        chosen = self.rng.sample(there, min(len(there), 5))
        hanging = self.store.dependents([one.uid for one in chosen])
        return self._change("delete", *(Edit(one, None) for one in (*hanging, *chosen)))

    def _tie(self, _text: Revision, there: list[Annotation]) -> Change:
        one, other = self.rng.choice(there), self.rng.choice(there)
        tie = Relation(from_uid=one.uid, to_uid=other.uid, type="about")
        return self._change("field", Edit(None, tie))

    def _undo(self, text: Revision, there: list[Annotation]) -> Change:
        """Take the newest act back where it only made annotations."""
        newest = self.done[-1] if self.done else None
        if newest is None or newest.act != "annotate" or newest.direction != "do":
            return self._annotate(text, there)
        gone = tuple(Edit(one.after, None) for one in newest.edits)
        return replace(self._change("annotate", *gone), direction="undo", reverses=newest.uid)
