"""Annotations of others come in through the window: shown first, one act, undone."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QPushButton, QTableWidget

from reader.sample import add_sample
from reader.storage.store import Store
from reader.ui.dialogs.bringing import BringingDialog
from tests.ui.conftest import TEXT


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def exported(tmp_path) -> Path:
    """Return a file with the library's article, two annotations that fit and one that does not."""
    labels = [[9, 12, "quote"], [0, 7, "PER"], [0, 9999, "claim"]]
    path = tmp_path / "doccano.jsonl"
    path.write_text(json.dumps({"text": TEXT, "label": labels}), encoding="utf-8")
    return path


def dialog_of(workspace, qtbot) -> BringingDialog:
    """Wait for the dialog that shows what comes in."""
    window = workspace.page.window()

    def shown():
        return [one for one in window.findChildren(BringingDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def cells(dialog) -> list[list[str]]:
    """Return what the table counts."""
    table = dialog.findChild(QTableWidget, "bringingTable")
    return [
        [table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())
    ]


def test_what_comes_is_shown_then_brought_and_undone(workspace, exported, qtbot):
    library = workspace.library
    workspace.importing.import_files([exported])
    dialog = dialog_of(workspace, qtbot)
    assert cells(dialog) == [["المقالات", "–", "١"], ["التعليقات", "٢", "–"]]
    (line,) = [dialog.findChild(QListWidget, "misfits").item(0).text()]
    assert line.startswith("ادعاء 0-9999 — ")
    assert library.store.last_sequence() == 1, "nothing is in yet"
    dialog.findChild(QPushButton, "copyMisfits").click()
    assert QGuiApplication.clipboard().text() == line
    with qtbot.waitSignal(library.changed):
        dialog.accept()
    revision = workspace.articles.revision
    assert [one.tag for one in library.annotations(revision.uid)] == ["entity", "quote"]
    assert library.undo_label().en == "import annotations"
    library.undo()
    library.flush()
    assert library.annotations(revision.uid) == []


def test_the_notice_takes_it_back(workspace, exported, qtbot):
    workspace.importing.import_files([exported])
    with qtbot.waitSignal(workspace.library.changed):
        dialog_of(workspace, qtbot).accept()
    notices = workspace.page.window().notices
    qtbot.waitUntil(lambda: "doccano.jsonl" in notices.text())
    (undo,) = [one for one in notices.findChildren(QPushButton) if one.isVisible()]
    with qtbot.waitSignal(workspace.library.changed):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert workspace.library.annotations(workspace.articles.revision.uid) == []


def test_given_up_it_brings_nothing(workspace, exported, qtbot):
    before = workspace.library.store.last_sequence()
    workspace.importing.import_files([exported])
    dialog = dialog_of(workspace, qtbot)
    dialog.reject()
    assert workspace.library.store.last_sequence() == before


def test_another_library_is_merged_and_a_second_time_brings_nothing(workspace, tmp_path, qtbot):
    other = tmp_path / "other.db"
    with Store.open(other) as store:
        add_sample(store)
    workspace.importing.import_files([other])
    dialog = dialog_of(workspace, qtbot)
    assert cells(dialog)[0] == ["المقالات", "١", "–"]
    with qtbot.waitSignal(workspace.library.changed):
        dialog.accept()
    assert len(workspace.library.articles()) == 2
    workspace.bundles.read_library(other)
    again = dialog_of(workspace, qtbot)
    assert not again.accept_button.isEnabled()
    assert all(new == "–" for _, new, _ in cells(again))


def test_our_own_library_is_not_merged(workspace, database, qtbot):
    workspace.importing.import_files([database])
    notices = workspace.page.window().notices
    qtbot.waitUntil(lambda: notices.isVisible() and "library.db" in notices.text())
