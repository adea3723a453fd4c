"""The dialog of an export: every format, what it shows ahead, what it remembers and writes."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QToolButton

from reader.exporters import EXPORTERS, Wanted, exporter_named
from reader.model.change import edit
from reader.model.collection import Collection
from reader.model.identity import now
from reader.ui.dialogs.export import ExportDialog, ExportWish, Remembered, remembered
from reader.ui.dialogs.export.format_list import FormatList
from reader.ui.dialogs.export.preview import ExportPreview
from reader.ui.panels.tag_chip import TagChip
from reader.ui.workspace import Workspace


@pytest.fixture
def workspace(open_window, database) -> Workspace:
    return open_window(database)


@pytest.fixture
def dialog(workspace, qtbot, tmp_path):
    """Open the dialog as Ctrl+E does, with nobody waiting for it."""
    revision = workspace.articles.revision
    workspace.library.annotate(revision, 0, 4, "quote")
    workspace.library.annotate(revision, 5, 9, "claim")
    assert workspace.library.flush()
    export = workspace.export
    made = ExportDialog(
        export._scopes(), workspace.library.tags(), Remembered(), tmp_path, "ar",
        workspace.page.window(),
    )  # fmt: skip
    export._dialog = made
    made.preview_wanted.connect(export._look_ahead)
    made.show()
    qtbot.waitExposed(made)
    yield made
    export._dialog = None
    made.close()


def shown(dialog) -> object:
    """Return what the preview shows at the moment."""
    return dialog.findChild(ExportPreview, "exportPreview").currentWidget()


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda one: one.key)
def test_every_format_is_seen_before_it_is_written(dialog, qtbot, exporter):
    preview = dialog.findChild(ExportPreview, "exportPreview")
    nothing = preview.widget(0)
    preview.setCurrentWidget(nothing)
    dialog.findChild(FormatList, "exportFormat").choose(exporter.key)
    dialog._ask_preview()
    if exporter.key == "claimreview":  # no claim has a verdict yet
        qtbot.waitUntil(lambda: preview._words.toPlainText().startswith("["))
        return
    qtbot.waitUntil(lambda: shown(dialog) is not nothing)
    expected = {"table": preview._table, "page": preview._page}.get(exporter.shape, preview._words)
    assert shown(dialog) is expected
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert exporter.lost.ar in said
    assert Path(dialog.findChild(QLineEdit, "exportPath").text()).suffix == exporter.suffix


def test_only_csv_asks_what_stands_between_cells(dialog):
    formats = dialog.findChild(FormatList, "exportFormat")
    delimiter = dialog.findChild(QComboBox, "exportDelimiter")
    preset = dialog.findChild(QComboBox, "exportPreset")
    formats.choose("csv")
    assert delimiter.isVisible()
    delimiter.setCurrentIndex(2)
    assert dialog.wish().delimiter == ";"
    formats.choose("package")
    assert not delimiter.isVisible()
    assert not preset.isVisible()
    assert dialog.wish().delimiter == dialog.wish().preset == ""


def test_tags_statuses_and_days_are_chosen(dialog, qtbot):
    chip = next(one for one in dialog.findChildren(TagChip) if one.tag_key == "claim")
    chip.click()
    dialog.findChild(QToolButton, "draft").click()
    dialog.findChild(QLineEdit, "exportSince").setText("٢٠٢٠-٠١")
    assert dialog.wish().wanted == Wanted(
        tags=frozenset({"claim"}), statuses=frozenset({"draft"}), since="2020-01"
    )
    table = dialog.findChild(ExportPreview, "exportPreview")._table
    qtbot.waitUntil(lambda: table.rowCount() == 1)
    dialog.findChild(QLineEdit, "exportUntil").setText("2019")
    qtbot.waitUntil(lambda: isinstance(shown(dialog), QLabel))
    dialog.findChild(QLineEdit, "exportUntil").setText("أمس")
    assert not dialog.accept_button.isEnabled()
    assert "2026-01-31" in dialog._replaces.text()


def test_a_file_that_is_there_is_told(dialog, tmp_path):
    path = dialog.findChild(QLineEdit, "exportPath")
    (tmp_path / "old.csv").write_text("x", encoding="utf-8")
    path.setText(str(tmp_path / "old"))
    assert dialog._replaces.isVisible()
    path.setText("")
    assert not dialog.accept_button.isEnabled()


def test_the_format_and_its_form_are_remembered(dialog, workspace, tmp_path):
    dialog.findChild(FormatList, "exportFormat").choose("html")
    preset = dialog.findChild(QComboBox, "exportPreset")
    preset.setCurrentIndex(preset.findData("html/list"))
    again = remembered(dialog.remembered().packed())
    other = ExportDialog(
        dialog_scopes(workspace), workspace.library.tags(), again, tmp_path, "ar",
        workspace.page.window(),
    )  # fmt: skip
    assert other.wish().exporter.key == "html"
    assert other.wish().preset == "list"
    other.deleteLater()
    assert (again.delimiter, again.folded) == ("", False)
    for broken in ("", "[]", '{"format": 1}', '{"format": "gone", "presets": {}}', "{"):
        assert remembered(broken).format == EXPORTERS[0].key


def test_what_is_between_cells_and_the_folded_text_are_remembered_for_tables(dialog):
    formats = dialog.findChild(FormatList, "exportFormat")
    delimiter = dialog.findChild(QComboBox, "exportDelimiter")
    folded = dialog.findChild(QCheckBox, "exportFolded")
    formats.choose("csv")
    delimiter.setCurrentIndex(delimiter.findData(";"))
    folded.click()
    assert dialog.wish().folded
    again = remembered(dialog.remembered().packed())
    assert (again.delimiter, again.folded) == (";", True)
    formats.choose("refi")
    assert not folded.isVisible()
    assert not dialog.wish().folded
    # Another format leaves what tables are like.
    later = again.with_choice(dialog.wish())
    assert (later.format, later.delimiter, later.folded) == ("refi", ";", True)


def test_what_the_dialog_is_told_is_what_is_written(workspace, qtbot, tmp_path):
    revision = workspace.articles.revision
    workspace.library.annotate(revision, 0, 4, "quote")
    path = tmp_path / "folded.csv"
    workspace.export.export(
        ExportWish("article", exporter_named("csv"), "programs", ";", path, folded=True)
    )
    qtbot.waitUntil(path.exists)
    (row,) = csv.DictReader(path.read_text("utf-8").splitlines(keepends=True), delimiter=";")
    assert row["text_folded"]


def dialog_scopes(workspace):
    """Return what can be exported at the moment."""
    return workspace.export._scopes()


def test_a_collection_is_exported(workspace, qtbot, tmp_path):
    library = workspace.library
    revision = workspace.articles.revision
    library.annotate(revision, 0, 4, "quote")
    folder = Collection(name="تحقيقات")
    article = library.store.article(revision.article_uid)
    library.act("collection", (edit(None, folder),))
    library.collect([article.uid], folder.uid)
    assert library.flush()
    scopes = {one.key: one.words for one in dialog_scopes(workspace)}
    assert "تحقيقات" in scopes[f"collection/{folder.uid}"]
    path = tmp_path / "out.csv"
    wish = ExportWish(f"collection/{folder.uid}", exporter_named("csv"), "programs", "", path)
    workspace.export.export(wish)
    qtbot.waitUntil(path.exists)
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines(keepends=True)))
    assert {row["document_id"] for row in rows} == {article.uid}


def test_a_report_of_pages_is_written_beside_the_window(workspace, qtbot, tmp_path):
    workspace.library.annotate(workspace.articles.revision, 0, 4, "quote")
    path = tmp_path / "report.pdf"
    workspace.export.export(ExportWish("article", exporter_named("pdf"), "whole", "", path))
    qtbot.waitUntil(path.exists)
    assert path.read_bytes().startswith(b"%PDF")


def opened_again(dialog, workspace, tmp_path):
    """Open the dialog with what the settings would hold after this one."""
    again = remembered(dialog.remembered().packed())
    made = ExportDialog(
        dialog_scopes(workspace), workspace.library.tags(), again, tmp_path, "ar",
        workspace.page.window(),
    )  # fmt: skip
    made.show()
    return made


def test_tags_statuses_and_the_last_days_are_remembered_and_told(dialog, workspace, tmp_path):
    next(one for one in dialog.findChildren(TagChip) if one.tag_key == "claim").click()
    dialog.findChild(QToolButton, "reviewed").click()
    since = dialog.findChild(QLineEdit, "exportSince")
    since.setText("٧")
    week = (now().astimezone().date() - timedelta(days=6)).isoformat()
    assert dialog.wish().wanted == Wanted(
        tags=frozenset(("claim",)), statuses=frozenset(("reviewed",)), since=week
    )
    other = opened_again(dialog, workspace, tmp_path)
    assert other.wish().wanted == dialog.wish().wanted
    assert other.findChild(QLineEdit, "exportSince").text() == "7"
    everything = other.findChild(QToolButton, "exportEverything")
    assert everything.isVisible()
    assert any("ما اختير هنا" in one.text() for one in other.findChildren(QLabel))
    everything.click()
    assert other.wish().wanted.is_all
    assert not everything.isVisible()
    assert remembered(other.remembered().packed()).tags == ()
    other.close()
    other.deleteLater()


def test_a_day_of_the_calendar_begins_open_the_next_time(dialog, workspace, tmp_path):
    dialog.findChild(QLineEdit, "exportSince").setText("2026-01")
    dialog.findChild(QLineEdit, "exportUntil").setText("2026")
    assert dialog.wish().wanted == Wanted(since="2026-01", until="2026")
    other = opened_again(dialog, workspace, tmp_path)
    assert other.wish().wanted.is_all
    other.close()
    other.deleteLater()


def test_what_there_is_no_more_is_passed_over():
    packed = Remembered(tags=("gone",), statuses=("gone",), days=3).packed()
    assert remembered(packed) == Remembered(tags=("gone",), statuses=("gone",), days=3)
    for broken in ('"tags": 1', '"days": "x"', '"statuses": null'):
        text = '{"format": "csv", "presets": {}, ' + broken + "}"
        assert remembered(text) == Remembered()
