"""kill -9 in the middle of work: what was called saved is there, and the library is sound.

`HASHIYA_KILLS` says how often; `make kill` does it more often than the suite.
"""

import os
import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.storage.health import check
from reader.storage.store import Store
from tests.killing import Process, kill_often, saved_on
from tests.nursery import Nursery

KILLS = int(os.environ.get("HASHIYA_KILLS", "20"))
SEED = int(os.environ.get("HASHIYA_SEED", "1"))


@dataclass(frozen=True)
class Forked:
    """The store, at work in a process that the nursery forks."""

    nursery: Nursery

    def start(self, library: Path, log: Path, seed: int) -> Process:
        pid = self.nursery.start(str(library), str(log), str(seed))
        return Running(self.nursery, pid)


@dataclass(frozen=True)
class Running:
    nursery: Nursery
    pid: int

    def kill(self) -> None:
        self.nursery.kill(self.pid)


@pytest.fixture
def windows() -> Iterator[list[Forked]]:
    nurseries = [Nursery("tests.killing:act_for_ever") for _ in range(2)]
    with ExitStack() as stack:
        yield [Forked(stack.enter_context(nursery)) for nursery in nurseries]


def assert_sound(path: Path) -> None:
    if not path.exists():
        return
    with Store.open(path) as store:
        assert check(store._library.engine, store.path).findings == ()


def test_what_was_saved_survives_being_killed(windows, tmp_path):
    libraries = set(kill_often(windows, tmp_path, KILLS, random.Random(SEED)))
    for path in libraries:
        assert_sound(path)
        for copy in (path.with_suffix(".copy"), *(tmp_path / "backups").glob(f"{path.stem}.*.db")):
            assert_sound(copy)
    assert sum(len(saved_on(path)) for path in libraries) > 2 * KILLS
