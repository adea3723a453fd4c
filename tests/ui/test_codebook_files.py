"""Codebooks come and go by the buttons of the view of tags; an import is one act."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QToolButton

from reader.exporters.codebook import save_codebook
from reader.model.tags import TAGS
from reader.ui.dialogs.bringing import BringingDialog
from tests.importers.test_codebook_file import BOOK, said


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def window(workspace):
    return workspace.page.window()


@pytest.fixture
def view(window):
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    return window.views.widget("codebook")


@pytest.fixture
def path(tmp_path, monkeypatch):
    """Write a codebook; it is the file that a person chooses."""
    path = tmp_path / "book.json"
    save_codebook(BOOK, path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def press(view, name):
    QTest.mouseClick(view.findChild(QToolButton, name), Qt.MouseButton.LeftButton)


def told(window):
    return " ".join(one.text() for one in window.notices.findChildren(QLabel))


def test_a_codebook_comes_in_by_its_button_and_is_undone(qtbot, workspace, window, view, path):
    press(view, "codebookImport")
    qtbot.waitUntil(lambda: len(workspace.library.tags()) == 4)
    book = workspace.library.codebook
    assert [one.key for one in book.fields_of("context")] == ["tone"]
    assert [one.name for one in book.templates()] == ["سياق هادئ"]
    assert workspace.library.flush()
    assert workspace.library.undo_label().en == "import a codebook"
    assert path.name in told(window)
    workspace.actions["undo"].trigger()
    assert workspace.library.tags() == TAGS
    assert book.fields() == book.templates() == ()
    assert workspace.library.flush()
    assert workspace.library.store.check().is_sound


def test_what_differs_is_shown_before_anything_comes(qtbot, workspace, window, view, path):
    content = json.loads(path.read_text(encoding="utf-8"))
    content["tags"][0]["colour"] = "#000000"
    path.write_text(json.dumps(content), encoding="utf-8")
    press(view, "codebookImport")
    qtbot.waitUntil(lambda: window.findChild(BringingDialog) is not None)
    assert workspace.library.tags() == TAGS
    dialog = window.findChild(BringingDialog)
    assert "quote" in dialog._list.item(0).text()
    assert dialog.accept_button.isEnabled()
    dialog.accept_button.click()
    assert len(workspace.library.tags()) == 4
    assert workspace.library.tags()[0].colour == "#c98a00"


def test_a_file_that_is_none_is_told_and_changes_nothing(qtbot, workspace, window, view, path):
    path.write_text("{", encoding="utf-8")
    press(view, "codebookImport")
    qtbot.waitUntil(lambda: path.name in told(window))
    assert workspace.library.tags() == TAGS


@pytest.mark.parametrize(("typed", "filters"), [("out", "(*.qdc)"), ("out.qdc", "(*.json)")])
def test_the_codebook_goes_out_as_codes(window, view, tmp_path, monkeypatch, typed, filters):
    chosen = str(tmp_path / typed), filters
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    press(view, "codebookExport")
    assert 'name="quote"' in (tmp_path / "out.qdc").read_text(encoding="utf-8")
    assert "out.qdc" in told(window)


def test_the_codebook_goes_out_whole(qtbot, workspace, view, path, tmp_path, monkeypatch):
    press(view, "codebookImport")
    qtbot.waitUntil(lambda: len(workspace.library.tags()) == 4)
    chosen = str(tmp_path / "out"), "(*.json)"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    press(view, "codebookExport")
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8")) == said(BOOK)


def test_where_nothing_is_new_nothing_can_be_imported(qtbot, workspace, window, view, path):
    press(view, "codebookImport")
    qtbot.waitUntil(lambda: len(workspace.library.tags()) == 4)
    content = json.loads(path.read_text(encoding="utf-8"))
    content["tags"][3]["line"] = "solid"
    path.write_text(json.dumps(content), encoding="utf-8")
    press(view, "codebookImport")
    qtbot.waitUntil(lambda: window.findChild(BringingDialog) is not None)
    dialog = window.findChild(BringingDialog)
    assert not dialog.accept_button.isEnabled()
    dialog.reject()
    assert workspace.library.tags()[3].line == "wavy"
