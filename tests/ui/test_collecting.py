"""Garbage is collected in the window's thread only."""

import gc
import threading
import weakref

import pytest

from reader.ui.collecting import Collector


class Knot:
    """A cycle, and the thread that took it apart."""

    def __init__(self, undone: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: undone.append(threading.get_ident()))


@pytest.fixture
def collector(qapp):
    made = Collector()
    yield made
    made.stop()
    gc.disable()  # as every test of the window has it


def litter(count: int) -> None:
    """Allocate as a worker does: enough for many collections."""
    for _ in range(count):
        one: list = []
        one.append(one)


def test_a_worker_never_collects(collector):
    undone: list[int] = []
    Knot(undone)
    worker = threading.Thread(target=litter, args=(50_000,))
    worker.start()
    worker.join()
    assert undone == []
    collector.collect_what_is_due()
    assert undone == [threading.get_ident()]


def test_little_garbage_is_left_for_later(collector):
    gc.collect()
    undone: list[int] = []
    Knot(undone)
    collector.collect_what_is_due()
    assert undone == []
    gc.collect()


def test_many_values_that_came_bit_by_bit_are_set_aside(collector):
    kept = []
    before = gc.get_freeze_count()
    for _ in range(6):
        kept.append([[] for _ in range(20_000)])
        collector.collect_what_is_due()
    assert gc.get_freeze_count() - before > 100_000


def test_what_stayed_is_looked_through_once_and_then_set_aside(collector):
    gc.collect()
    gc.freeze()  # as when the window stands
    undone: list[int] = []
    Knot(undone)
    kept = [[] for _ in range(25_000)]
    before = gc.get_freeze_count()
    collector.collect_what_is_due()
    assert undone == [threading.get_ident()]
    assert gc.get_freeze_count() - before >= len(kept)


def test_stopping_gives_the_collection_back(qapp):
    Collector().stop()
    assert gc.isenabled()
    gc.disable()
