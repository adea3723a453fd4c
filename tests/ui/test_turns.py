"""Large things of the window come in steps, and its events have their turn between them."""

from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from reader.importers import from_text
from reader.storage import Store
from reader.ui import at_start
from reader.ui.app import Program
from reader.ui.crash import CrashGuard
from reader.ui.dialogs.preview.dialog import ImportPreview
from reader.ui.panels.articles import ArticlesPanel
from reader.ui.panels.details import DetailsPanel
from reader.ui.turns import Turns
from tests.ui.brought import candidates_of, preview_of, states


class Ticks(QObject):
    """Counts the turns of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        self.count += 1


@pytest.fixture
def around(qapp):
    parent = QObject()
    yield parent
    parent.deleteLater()


@pytest.fixture
def program(qapp, settings):
    made = Program(qapp, settings, CrashGuard())
    made.show()
    yield made
    made.window.close()
    made.window.deleteLater()


def library_of(program, database) -> at_start.Opened:
    program._database = str(database)
    return at_start.opened(str(database), "me", ("", 0), with_sample=False)


def made_of(kind: type[QWidget]) -> list[QWidget]:
    """Return the widgets of a kind that there are."""
    return [one for one in QApplication.allWidgets() if isinstance(one, kind)]


def open_files(path: Path) -> int:
    """Return how often this process has a file open."""
    found = (one.readlink() for one in Path("/proc/self/fd").iterdir() if one.is_symlink())
    return sum(one == path for one in found)


def test_each_step_has_a_turn_of_its_own(qtbot, around):
    ticks = Ticks()
    found: list[int] = []

    def steps():
        for _ in range(3):
            found.append(ticks.count)
            yield
        found.append(ticks.count)

    Turns(steps(), around)
    assert found == []
    qtbot.waitUntil(lambda: len(found) == 4)
    assert sorted(set(found)) == found


def test_what_is_dropped_goes_no_further_and_is_closed(qtbot, around):
    found: list[str] = []

    def steps():
        try:
            while True:
                found.append("step")
                yield
        finally:
            found.append("closed")

    turns = Turns(steps(), around)
    qtbot.waitUntil(lambda: bool(found))
    turns.drop()
    assert found.count("closed") == 1
    done, ticks = len(found), Ticks()
    qtbot.waitUntil(lambda: ticks.count > 3)
    assert len(found) == done
    assert found[-1] == "closed"


@pytest.mark.parametrize(
    ("act", "expected"), [("finish", ["one", "two", "three"]), ("drop", ["one", "two"])]
)
def test_what_is_finished_is_done_at_once_unless_a_step_drops_it(around, act, expected):
    found: list[str] = []

    def steps():
        found.append("one")
        yield
        found.append("two")
        getattr(turns, act)()
        yield
        found.append("three")

    turns = Turns(steps(), around)
    turns.finish()
    assert found == expected


def test_what_a_step_raises_ends_the_work(qtbot, around):
    def steps():
        yield
        raise LookupError

    with qtbot.captureExceptions() as raised:
        Turns(steps(), around)
        qtbot.waitUntil(lambda: bool(raised))
        ticks = Ticks()
        qtbot.waitUntil(lambda: ticks.count > 3)
    assert [kind for kind, *_ in raised] == [LookupError]


def test_no_step_of_a_start_makes_most_of_the_window(program, database):
    """A turn that made all panels was the longest of a start with thousands of articles."""
    before, made = len(QApplication.allWidgets()), []
    for _ in program._built([], library_of(program, database)):
        made.append(len(QApplication.allWidgets()) - before - sum(made))
    articles, annotations, details, docks, loaded, workspace = made
    assert min(articles, annotations, details) > 0
    assert (docks, loaded) == (0, 0)
    assert max(made) < sum(made) / 2
    assert workspace > 0
    assert program._workspace is not None


def test_a_window_that_is_closed_while_it_is_built_lets_go_of_the_library(qapp, program, database):
    opened: Future[at_start.Opened] = Future()
    opened.set_result(library_of(program, database))
    program._take([], opened)
    while not made_of(ArticlesPanel):
        qapp.processEvents()
    assert open_files(database) > 0
    assert not made_of(DetailsPanel)
    program.window.close()
    assert open_files(database) == 0
    assert program._workspace is None


def test_a_preview_is_loaded_made_and_laid_out_in_a_step_each(open_window, database):
    previews = (workspace := open_window(database)).importing.previews
    previews._waiting = candidates_of("خبر\nماء.")
    steps = previews._made()
    next(steps)
    assert previews.preview is None
    next(steps)
    assert previews.preview is not None
    assert preview_of(workspace) is None
    assert next(steps, None) is None
    assert preview_of(workspace) is previews.preview


def test_what_is_read_while_a_preview_is_on_its_way_joins_it(qtbot, open_window, database):
    workspace = open_window(database)
    previews = workspace.importing.previews
    first, second, third = candidates_of("خبر\nماء.", "آخر\nماء.", "ثالث\nماء.")
    previews.show([first])
    previews.show([second])
    assert previews.preview is None
    qtbot.waitUntil(lambda: preview_of(workspace) is not None)
    previews.show([third])
    assert states(preview_of(workspace)) == ["ready"] * 3
    assert len(workspace.page.window().findChildren(ImportPreview)) == 1


def test_a_window_that_is_closed_opens_no_preview_any_more(qtbot, open_window, database):
    workspace = open_window(database)
    workspace.importing.previews.show(candidates_of("خبر\nماء."))
    workspace.page.window().close()
    ticks = Ticks()
    qtbot.waitUntil(lambda: ticks.count > 5)
    assert workspace.importing.previews.preview is None


@pytest.fixture
def two(open_window, database):
    """Return a window on two articles, and the uids of the one on the page and the other."""
    with Store.open(database) as store:
        me = store.annotator("me", "me")
        added = store.add_article(from_text("خبر\nماء زلال.", "n"), me.uid, "setup")
    workspace = open_window(database)
    here = workspace.articles.article.uid
    uids = {one.article.uid for one in workspace.library.articles()}
    assert added.uid in uids
    return workspace, here, (uids - {here}).pop()


def test_what_stands_beside_the_page_is_told_of_an_article_a_turn_each(qtbot, two):
    workspace, here, other = two
    ticks, told = Ticks(), list[tuple[int, str]]()

    def follow(article, revision):
        assert revision.text == workspace.page.text()
        told.append((ticks.count, article.uid))

    for _ in range(2):
        workspace.articles.tell_later(follow)
    workspace.articles.show(here)
    workspace.articles.show(other)  # nobody is told of the one that is gone again
    assert told == []
    qtbot.waitUntil(lambda: len(told) == 2)
    assert {uid for _, uid in told} == {other}
    assert told[0][0] < told[1][0]


def test_what_is_opened_before_the_list_is_told_is_current_in_it(qtbot, two):
    workspace, _, other = two
    new = workspace.library.annotate(workspace.articles.revision, 1, 4, "claim")
    workspace.articles.show(other)
    workspace.annotations.open_anywhere(new.uid)
    assert workspace.page.current() == new.uid
    qtbot.waitUntil(lambda: workspace.annotations_panel.chosen_uids() == [new.uid])
    assert workspace.page.current() == new.uid


def test_an_act_that_comes_sooner_finds_all_told(two):
    workspace, _, other = two
    told = list[str]()

    def follow(article, _revision):
        told.append(article.uid)

    workspace.articles.tell_later(follow)
    workspace.articles.show(other)
    assert told == []
    workspace.actions["select_all"].trigger()
    assert told == [other]
