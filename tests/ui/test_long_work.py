"""Exports, checks and copies run beside the window."""

import pytest

from reader.exporters import EXPORTERS
from reader.storage.store import Store
from reader.ui.dialogs.export import ExportWish
from tests.bench.library import annotate_evenly, import_prose


@pytest.fixture
def workspace(open_window, tmp_path):
    path = tmp_path / "library.db"
    with Store.open(path) as store:
        annotate_evenly(store, import_prose(store, 10_000), 200)
        import_prose(store, 50, "short.txt")
    return open_window(path)


def tasks(workspace):
    return workspace.page.window().tasks._tasks


def idle(workspace) -> bool:
    return not tasks(workspace)


def wish(path) -> ExportWish:
    return ExportWish("all", EXPORTERS[0], "programs", "", path)


def test_an_export_that_is_given_up_leaves_no_file(qtbot, workspace, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    workspace.export.export(wish(folder / "out.csv"))
    tasks(workspace)[0].cancel()
    qtbot.waitUntil(lambda: idle(workspace))
    assert list(folder.iterdir()) == []
    workspace.export.export(wish(folder / "out.csv"))
    qtbot.waitUntil(lambda: idle(workspace))
    assert [one.name for one in folder.iterdir()] == ["out.csv"]


def test_the_library_is_checked_beside_the_window(qtbot, workspace):
    notices = workspace.page.window().notices
    workspace.actions["check_library"].trigger()
    assert not idle(workspace)
    assert notices.isHidden()
    qtbot.waitUntil(notices.isVisible)
    assert notices.text() == workspace.tr("The library is sound.")


def test_a_check_that_is_given_up_says_nothing(qtbot, workspace):
    workspace.actions["check_library"].trigger()
    tasks(workspace)[0].cancel()
    qtbot.waitUntil(lambda: idle(workspace))
    assert workspace.page.window().notices.isHidden()


def test_a_copy_is_made_beside_the_window(qtbot, workspace, tmp_path):
    copy = tmp_path / "copy.db"
    workspace.saving.save_copy_to(copy)
    assert not idle(workspace)
    qtbot.waitUntil(lambda: idle(workspace))
    with Store.open(copy, read_only=True) as store:
        assert len(store.articles()) == 2
