"""Long work leaves the window free, is seen in one place, and can be given up."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.errors import LibraryGone
from reader.progress import Cancelled, unwatched
from reader.ui.page.view import PageView
from reader.ui.tasks import SHOWN_AFTER_MS, Task, Tasks
from reader.ui.worker import Worker


class Told:
    """What a task has told, in order, and in which thread."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, object]] = []
        self.threads: set[int] = set()

    def done(self, result: object) -> None:
        self._hear("done", result)

    def cancelled(self) -> None:
        self._hear("cancelled", None)

    def failed(self, error: Exception) -> None:
        self._hear("failed", error)

    def _hear(self, kind: str, value: object) -> None:
        self.heard.append((kind, value))
        self.threads.add(threading.get_ident())

    def __bool__(self) -> bool:
        return bool(self.heard)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def tasks(qapp, told) -> Iterator[Tasks]:
    made = Tasks(told.failed)
    yield made
    made.close()
    made.deleteLater()


def here(progress) -> int:
    progress(1, 1)
    return threading.get_ident()


def until_cancelled(task: Task, count: int = 4) -> None:
    """Tell that one step is done until the work is given up."""
    while True:
        task(1, count)
        threading.Event().wait(0.001)


def test_a_job_runs_beside_the_window_and_its_result_comes_back_here(qtbot, tasks, told):
    tasks.run("counting", here, told.done)
    qtbot.waitUntil(lambda: bool(told))
    ((kind, thread),) = told.heard
    assert kind == "done"
    assert thread != threading.get_ident()
    assert told.threads == {threading.get_ident()}


def test_the_event_loop_turns_while_a_job_runs(qtbot, tasks, told):
    """The job ends only when the window's thread has answered it meanwhile."""
    answered = threading.Event()
    tasks.looked.connect(answered.set)
    tasks.run("waiting", lambda _: answered.wait(20), told.done)
    qtbot.waitUntil(lambda: bool(told))
    assert told.heard == [("done", True)]


def test_a_job_that_is_given_up_stops_at_its_next_step(qtbot, tasks, told):
    task = tasks.run("counting", until_cancelled, told.done, cancelled=told.cancelled)
    qtbot.waitUntil(lambda: task.done == 1)
    assert (task.done, task.total) == (1, 4)
    task.cancel()
    qtbot.waitUntil(lambda: bool(told))
    assert told.heard == [("cancelled", None)]


def test_what_was_written_before_it_could_be_given_up_is_told(qtbot, tasks, told):
    begun, go_on = threading.Event(), threading.Event()

    def writes(_progress) -> str:
        begun.set()
        go_on.wait(20)
        return "written"

    task = tasks.run("writing", writes, told.done, cancelled=told.cancelled)
    qtbot.waitUntil(begun.is_set)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told.heard == [("done", "written")]


def test_long_work_gives_the_interpreter_back_soon_as_long_as_there_is_any(qtbot, tasks, told):
    """Python's own 5 ms would be waited for in each call of Qt that lets go of it."""
    go, usual = threading.Event(), 0.005  # s
    sys.setswitchinterval(usual)
    tasks.run("waiting", lambda _: go.wait(20), told.done)
    tasks.run("counting", here, told.done)
    qtbot.waitUntil(lambda: len(told.heard) == 1)
    assert sys.getswitchinterval() <= usual / 5
    go.set()
    qtbot.waitUntil(lambda: len(told.heard) == 2)
    assert sys.getswitchinterval() == usual
    tasks.run("counting", here, told.done)
    tasks.close()
    assert sys.getswitchinterval() == usual


def fails(_progress) -> None:
    raise LibraryGone(name="x.db")


def test_a_failure_is_told_where_failures_are(qtbot, tasks, told):
    tasks.run("opening", fails, told.done)
    qtbot.waitUntil(lambda: bool(told))
    assert [(kind, type(error)) for kind, error in told.heard] == [("failed", LibraryGone)]


def test_a_failure_can_be_told_elsewhere(qtbot, tasks, told):
    heard: list[Exception] = []
    tasks.run("opening", fails, told.done, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert not told.heard


def test_two_jobs_run_side_by_side(qtbot, tasks, told):
    """The first ends only when the second, asked for later, has begun."""
    second_began = threading.Event()
    tasks.run("one", lambda _: second_began.wait(20), told.done)
    tasks.run("two", lambda _: second_began.set(), told.done)
    qtbot.waitUntil(lambda: len(told.heard) == 2)
    assert ("done", True) in told.heard


def counted(count: int, threads: set[int]):
    for at in range(count):
        threads.add(threading.get_ident())
        yield at, count
    return count


def test_steps_run_in_the_windows_thread_between_its_events(qtbot, tasks, told):
    threads: set[int] = set()
    tasks.step("drawing", counted(1000, threads), told.done)
    assert not threads
    qtbot.waitUntil(lambda: bool(told))
    assert told.heard == [("done", 1000)]
    assert threads == {threading.get_ident()}


def endless(closed: list[bool]):
    try:
        while True:
            yield 1, 4
    finally:
        closed.append(True)


def test_steps_that_are_given_up_are_closed(qtbot, tasks, told):
    closed: list[bool] = []
    task = tasks.step("drawing", endless(closed), told.done, cancelled=told.cancelled)
    looks: list[bool] = []
    tasks.looked.connect(lambda: looks.append(True))
    qtbot.waitUntil(lambda: len(looks) > 1)  # endless steps leave the event loop its turns
    task.cancel()
    qtbot.waitUntil(lambda: bool(told))
    assert told.heard == [("cancelled", None)]
    assert closed == [True]


def failing_steps():
    yield 0, 0
    raise LibraryGone(name="x.db")


def test_a_step_that_fails_is_told(qtbot, tasks, told):
    tasks.step("drawing", failing_steps(), told.done)
    qtbot.waitUntil(lambda: bool(told))
    assert [(kind, type(error)) for kind, error in told.heard] == [("failed", LibraryGone)]


def test_closing_gives_everything_up_and_tells_nobody(qtbot, tasks, told):
    closed: list[bool] = []
    ended = threading.Event()

    def job(task: Task) -> None:
        try:
            until_cancelled(task)
        finally:
            ended.set()

    task = tasks.run("counting", job, told.done, cancelled=told.cancelled)
    steps = tasks.step("drawing", endless(closed), told.done, cancelled=told.cancelled)
    qtbot.waitUntil(lambda: task.done == steps.done == 1)
    tasks.close()
    assert ended.is_set()
    qtbot.wait(1)
    assert (told.heard, closed) == ([], [True])


def test_work_is_seen_only_once_it_takes_long(qtbot, tasks, told):
    task = tasks.run("counting", until_cancelled, told.done, cancelled=told.cancelled)
    shown: list[tuple[int, bool]] = []
    tasks.looked.connect(lambda: shown.append((task.age_ms(), tasks.shown()[0] is task)))
    qtbot.waitUntil(lambda: any(seen for _, seen in shown))
    # The age that decides lies a moment after the one that was noted.
    assert not any(seen for age, seen in shown if age < SHOWN_AFTER_MS - 50)
    task.cancel()
    qtbot.waitUntil(lambda: bool(told))
    assert tasks.shown() == (None, 0)


def test_nobody_need_look_on():
    unwatched(1, 2)
    task = Task("alone")
    task(1, 2)
    task.cancel()
    with pytest.raises(Cancelled):
        task(2, 2)


def test_one_thread_does_one_job_after_another(qtbot):
    worker = Worker()
    order: list[str] = []
    worker.run(lambda: threading.Event().wait(0.01), lambda _: order.append("one"))
    worker.run(lambda: None, lambda _: order.append("two"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["one", "two"]
    worker.close()


# The strip, in the real window --------------------------------------------------


@pytest.fixture
def window(open_window, database):
    return open_window(database).page.window()


def begin(qtbot, window, told, label="التصدير", share=4) -> Task:
    """Begin a task that only ends when it is given up, and wait until it is seen."""
    task = window.tasks.run(
        label, lambda one: until_cancelled(one, share), told.done, cancelled=told.cancelled
    )
    qtbot.waitUntil(window.task_strip.isVisible)
    return task


def test_the_strip_says_what_is_done_and_how_far(qtbot, window, told):
    strip = window.task_strip
    assert strip.isHidden()
    begin(qtbot, window, told)
    assert strip.label.text() == "التصدير"
    assert strip.bar.value() == 25
    assert strip.share.text() == "٢٥٪\N{RIGHT-TO-LEFT MARK}"
    assert strip.bar.accessibleName() == "التصدير"
    assert "التصدير" in strip.cancel_button.accessibleName()
    assert "Esc" in strip.cancel_button.toolTip()
    strip.cancel()
    qtbot.waitUntil(strip.isHidden)


def test_what_has_no_known_end_shows_no_share(qtbot, window, told):
    begin(qtbot, window, told, share=0)
    assert window.task_strip.share.text() == ""
    assert window.task_strip.bar.maximum() == 0


def test_a_click_stops_it(qtbot, window, told):
    begin(qtbot, window, told)
    QTest.mouseClick(window.task_strip.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told))
    assert told.heard == [("cancelled", None)]
    qtbot.waitUntil(window.task_strip.isHidden)


def test_esc_on_the_page_stops_it_once_the_page_has_no_use_for_it(qtbot, window, told):
    page = window.findChild(PageView, "page")
    page.setFocus()
    page.select(0, 4)
    task = begin(qtbot, window, told)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not task.is_cancelled
    assert page.selection()[0] == page.selection()[1]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert task.is_cancelled
    assert not window.task_strip.cancel_button.isEnabled()
    qtbot.waitUntil(lambda: bool(told))


def test_the_strip_shows_the_oldest_of_several(qtbot, window, told):
    first = begin(qtbot, window, told, "الأولى")
    begin(qtbot, window, told, "الثانية")
    strip = window.task_strip
    qtbot.waitUntil(lambda: "١" in strip.label.text())
    assert strip.label.text().startswith("الأولى")
    assert strip.cancel()
    assert first.is_cancelled
    qtbot.waitUntil(lambda: strip.label.text() == "الثانية")
    assert strip.cancel()
    qtbot.waitUntil(strip.isHidden)
    assert not strip.cancel()


def test_a_long_label_is_shortened_and_read_whole(qtbot, window, told):
    label = "استيراد " + "ملف طويل الاسم جدًا " * 20
    begin(qtbot, window, told, label)
    strip = window.task_strip
    assert "…" in strip.label.text()
    assert strip.label.toolTip() == label
    assert strip.bar.accessibleName() == label


def test_closing_the_window_waits_for_no_one(qtbot, window, told):
    begin(qtbot, window, told)
    window.close()
    assert not told.heard


class Receiver:
    """Takes an outcome, and tells in which thread its last reference went."""

    def __init__(self, gone: list[int]) -> None:
        self._gone = gone

    def take(self, _future: object) -> None:
        """Do nothing with it."""

    def __del__(self) -> None:
        self._gone.append(threading.get_ident())


def test_what_is_asked_for_after_the_end_is_left(qapp, tasks):
    begun = []
    tasks.close()
    one = tasks.run("late", begun.append, begun.append)
    other = tasks.step("late", iter(begun), begun.append)
    qapp.processEvents()
    assert one.is_cancelled
    assert other.is_cancelled
    assert begun == []


def test_a_thread_never_holds_the_last_of_a_receiver(qapp):
    worker, gone, begun, go = Worker(), [], threading.Event(), threading.Event()

    def job() -> None:
        begun.set()
        go.wait(10)

    worker.run(job, Receiver(gone).take)
    begun.wait(10)
    letting_go = threading.Timer(0.05, go.set)  # once the window waits for its threads
    letting_go.start()
    worker.close()
    letting_go.join()
    worker.deleteLater()
    assert gone == [threading.get_ident()]
