"""kill -9 of the window in the middle of work: no act that `statusSaved` confirmed is missing.

`HASHIYA_WINDOW_KILLS` says how often; `make kill` does it more often than the suite.
"""

import os
import random
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from reader.storage import Store
from tests.killing import kill_often, saved_on
from tests.nursery import Nursery
from tests.test_kill import Forked

KILLS = int(os.environ.get("HASHIYA_WINDOW_KILLS", "6"))


@pytest.fixture
def windows() -> Iterator[list[Forked]]:
    with ExitStack() as stack:
        nursery = stack.enter_context(Nursery("tests.ui.killed_window:work_for_ever"))
        yield [Forked(nursery)]


def test_what_the_status_bar_confirmed_survives_being_killed(windows, tmp_path):
    libraries = set(kill_often(windows, tmp_path, KILLS, random.Random(7)))
    confirmed = 0
    for path in libraries:
        with Store.open(path) as store:
            assert store.check().findings == ()
        confirmed += len(saved_on(path))
    print(f"{KILLS} kills, {confirmed} confirmed acts, 0 lost")
    assert confirmed > KILLS
