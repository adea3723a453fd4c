"""The page and the save come first; the panels follow an act in later turns, and in order."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from reader.ui.afterwards import Afterwards
from reader.ui.saving import SaveState
from reader.ui.status_rooms import StatusRoom, status_label
from tests.ui.asked import statements


@pytest.fixture
def workspace(open_window, database, qtbot):
    workspace = open_window(database)
    qtbot.waitUntil(lambda: workspace.articles.revision is not None)
    return workspace


def mark(workspace, start: int, end: int, key=Qt.Key.Key_1) -> str:
    workspace.page.select(start, end)
    QTest.keyClick(workspace.page, key)
    return workspace.page.current()


def test_the_window_asks_the_library_nothing_until_an_act_is_saved(workspace, qtbot):
    workspace.annotations._marking._after._latest.setInterval(60_000)  # ms; however slow the disk
    with statements(workspace) as asked:
        with qtbot.waitSignal(workspace.library._saver.committed):
            uid = mark(workspace, 0, 7)
            assert workspace.page.annotation(uid) is not None
            assert workspace.details_panel.annotation_uid is None
        assert asked == []
        qtbot.waitUntil(lambda: workspace.details_panel.annotation_uid == uid)
        assert asked
    assert workspace.annotations_panel.chosen_uids() == [uid]


def test_an_act_that_comes_sooner_finds_the_panels_there(workspace):
    uid = mark(workspace, 0, 7)
    QTest.keyClick(workspace.page, Qt.Key.Key_Return)  # the first field of the details
    assert workspace.details_panel.annotation_uid == uid
    assert workspace.annotations_panel.chosen_uids() == [uid]
    assert QApplication.focusWidget() in workspace.details_panel.findChildren(QObject)


def test_marks_that_follow_each_other_are_all_listed(workspace, qtbot):
    uids = [mark(workspace, at, at + 3) for at in (0, 8, 20)]
    qtbot.waitUntil(lambda: workspace.details_panel.annotation_uid == uids[-1])
    assert workspace.annotations_panel.visible_uids() == uids
    assert workspace.annotations_panel.chosen_uids() == uids[-1:]


def test_what_is_gone_before_its_turn_is_not_told_of(workspace, qtbot):
    uid = mark(workspace, 0, 7)
    workspace.page.set_current(None)
    workspace.library.delete([uid])
    assert workspace.annotations_panel.visible_uids() == []
    workspace.library.flush(5000)
    QTest.qWait(100)
    assert workspace.details_panel.annotation_uid is None


def test_a_slow_disk_does_not_hold_up_what_is_seen(library, qtbot):
    done, after = [], Afterwards(library, library)
    after.take(lambda: done.append(1))
    after.take(lambda: done.append(2))
    library.save_state_changed.emit(SaveState("saving", 1))
    assert done == []
    qtbot.waitUntil(lambda: done == [1, 2])


def test_jobs_are_done_one_a_turn_once_saved(library, qtbot):
    done, after = [], Afterwards(library, library)
    after._latest.setInterval(60_000)
    for number in range(3):
        after.take(lambda number=number: done.append(number))
    library.save_state_changed.emit(SaveState("saved"))
    assert done == []
    qtbot.waitUntil(lambda: done == [0, 1, 2])
    after.take(lambda: done.append("at once"))
    after.finish()
    assert done[-1] == "at once"


class Layouts(QObject):
    """Counts how often a widget is asked to lay its children out."""

    count = 0

    def eventFilter(self, _watched, event):
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.mark.parametrize(("in_room", "asked"), [(True, False), (False, True)])
def test_words_of_the_status_bar_move_nothing(qtbot, in_room, asked):
    window = QMainWindow()
    qtbot.addWidget(window)
    label = status_label("said")
    label.setText("Saving the library")
    window.statusBar().addWidget(StatusRoom(label) if in_room else label)
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    layouts = Layouts(window)
    window.statusBar().installEventFilter(layouts)
    label.setText("Saved")
    QApplication.processEvents()
    assert bool(layouts.count) is asked


@pytest.mark.parametrize("takes_rest", [False, True])
def test_longer_words_get_their_room(qtbot, takes_rest):
    window = QMainWindow()
    qtbot.addWidget(window)
    label = status_label("said")
    window.statusBar().addWidget(StatusRoom(label, takes_rest=takes_rest), int(takes_rest))
    window.resize(600, 200)
    window.show()
    qtbot.waitExposed(window)
    label.setText("Not saved: 5 changes")
    qtbot.waitUntil(lambda: label.size() == label.size().expandedTo(label.sizeHint()))
    assert window.findChild(QLabel, "said") is label


def test_tab_has_its_order_made_once_for_all_that_grew(workspace, qtbot):
    library, revision = workspace.library, workspace.articles.revision
    uids = [library.annotate(revision, at, at + 3, "claim").uid for at in (0, 8)]
    workspace.annotations.open(uids[0])
    arranging = workspace.details_panel._arranging
    assert library.flush()
    qtbot.waitUntil(lambda: not arranging.isActive())
    made: list[int] = []
    workspace.details_panel.sections.grown.connect(lambda: made.append(0))
    arranging.timeout.connect(lambda: made.append(1))
    workspace.annotations.open(uids[1])
    qtbot.waitUntil(lambda: sum(made) == 1)
    QTest.qWait(20)
    assert made.count(0) > 1
    assert sum(made) == 1
