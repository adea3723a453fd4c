"""Garbage is collected in the window's thread only."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import Qt, QTimer

from reader.ui import collecting
from reader.ui.app import Program, spare
from reader.ui.collecting import Collector
from reader.ui.crash import CrashGuard


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


@pytest.fixture
def waiting(collector, qtbot) -> QTimer:
    """Return the collector's timer when it has waited for a moment of a long time."""
    timer = collector.findChild(QTimer)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.start(60_000)
    qtbot.waitUntil(lambda: timer.remainingTime() < 59_990)
    return timer


def test_what_a_person_does_comes_first(collector, waiting):
    left = waiting.remainingTime()
    collector.put_off()
    assert waiting.remainingTime() > left


def test_but_not_for_ever(collector, waiting, monkeypatch):
    monkeypatch.setattr(collecting, "_LONGEST_MS", 0)
    left = waiting.remainingTime()
    collector.put_off()
    assert waiting.remainingTime() <= left


@pytest.mark.parametrize("doing", ["scrolling", "marking"])
def test_it_waits_for_who_scrolls_and_marks(
    doing, collector, waiting, qapp, settings, database, qtbot
):
    program = Program(qapp, settings, CrashGuard())
    spare(program, collector)
    program.show()
    with qtbot.waitSignal(program.opened) as opened:
        program.open(str(database), [])
    workspace = opened.args[0]
    workspace.articles.finish()
    qtbot.waitUntil(lambda: waiting.remainingTime() < 59_900)
    left = waiting.remainingTime()
    if doing == "scrolling":
        workspace.page.scrolled.emit()
    else:
        workspace.page.select(0, 4)
        workspace.actions["tag_quote"].trigger()
    qtbot.waitUntil(lambda: waiting.remainingTime() > left)
    program.window.close()
    program.window.deleteLater()
