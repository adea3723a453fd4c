"""The desk's verdict scales: edited in their place, undone, written and read as JSON."""

import json

import pytest
from PySide6.QtWidgets import QComboBox

from reader.model.shipped_scales import shipped_scales
from reader.ui.dialogs.scales import ScalesDialog

CODE, ARABIC, CLASS, RATING = 0, 1, 3, 4


@pytest.fixture
def workspace(open_window, database):
    return open_window(database)


@pytest.fixture
def dialog(qtbot, workspace):
    shipped = frozenset(one.key for one in shipped_scales())
    made = ScalesDialog(workspace.library, shipped, "ar", workspace.page.window())
    qtbot.addWidget(made)
    made.show()
    return made


def held(workspace, key):
    return next((one for one in workspace.library.verdict_scales() if one.key == key), None)


def undo(workspace, qtbot):
    qtbot.waitUntil(workspace.library.flush)
    workspace.actions["undo"].trigger()


def test_the_scale_in_force_is_shown_with_its_steps(dialog, workspace):
    scale = workspace.library.verdict_scale()
    assert dialog.key == scale.key
    assert dialog.steps.steps() == scale.labels
    assert not dialog.delete.isEnabled()


def test_a_step_is_renamed_in_its_place_and_an_undo_brings_it_back(dialog, workspace, qtbot):
    before = workspace.library.verdict_scale()
    dialog.steps.table.item(0, ARABIC).setText("صحيح تمامًا")
    assert workspace.library.verdict_scale().labels[0].label.ar == "صحيح تمامًا"
    undo(workspace, qtbot)
    assert workspace.library.verdict_scale().labels == before.labels
    assert dialog.steps.table.item(0, ARABIC).text() == before.labels[0].label.ar


@pytest.mark.parametrize(
    ("column", "text"), [(CODE, "رمز"), (CODE, "false"), (RATING, "9"), (RATING, "many")]
)
def test_what_does_not_fit_is_told_and_stays_as_typed(dialog, workspace, column, text):
    before = workspace.library.verdict_scale()
    dialog.steps.table.item(0, column).setText(text)
    assert dialog._trouble.text()
    assert dialog.steps.table.item(0, column).text() == text
    assert workspace.library.verdict_scale() == before


def test_a_class_is_chosen_and_steps_come_go_and_move(dialog, workspace):
    classes = dialog.steps.table.cellWidget(0, CLASS)
    assert isinstance(classes, QComboBox)
    classes.setCurrentIndex(classes.findData("sarcasm"))
    classes.activated.emit(classes.currentIndex())
    assert workspace.library.verdict_scale().labels[0].normalised == "sarcasm"
    count = len(workspace.library.verdict_scale().labels)
    dialog.steps._add()
    assert len(workspace.library.verdict_scale().labels) == count + 1
    last = workspace.library.verdict_scale().labels[-1].code
    dialog.steps._shift(-1)
    assert workspace.library.verdict_scale().labels[-2].code == last
    dialog.steps._remove()
    assert last not in [one.code for one in workspace.library.verdict_scale().labels]


def test_a_scale_of_ones_own_is_made_used_and_its_label_stays_readable(
    dialog, workspace, qtbot, database
):
    library, revision = workspace.library, workspace.articles.revision
    claim = library.annotate(revision, 0, 7, "claim").uid
    workspace.annotations.open(claim)
    dialog.new.click()
    own = dialog.key
    assert own == "scale-1"
    dialog.steps.table.item(0, CODE).setText("sound")
    dialog.steps.table.item(0, ARABIC).setText("سليم")
    dialog.use.click()
    assert library.verdict_scale().key == own
    field = workspace.details_panel.row("verdict").field
    assert [field.itemText(at) for at in range(1, field.count())] == ["سليم", "زائف"]
    library.set_fields(claim, {"verdict": "sound"})
    assert library.entry(claim).ruling.label == "سليم"
    dialog.show_scale("five-steps")
    dialog.use.click()
    assert field.currentText() == "سليم"  # of a scale that is not in force any more
    dialog.show_scale(own)
    dialog.delete.click()
    assert held(workspace, own) is None
    assert library.entry(claim).ruling.label == "سليم"
    undo(workspace, qtbot)
    assert held(workspace, own).labels[0].label.ar == "سليم"
    qtbot.waitUntil(library.flush)
    assert library.store.check().is_sound
    assert held(workspace, own) in library.store.verdict_scales()


def test_a_scale_goes_out_and_comes_in_as_json(dialog, workspace, tmp_path):
    path = tmp_path / "scale.json"
    dialog.export_to(path)
    content = json.loads(path.read_text("utf-8"))
    content["key"], content["label"]["ar"] = "ours", "مقياسنا"
    path.write_text(json.dumps(content), encoding="utf-8")
    dialog.import_from(path)
    assert dialog.key == "ours"
    assert held(workspace, "ours").label.ar == "مقياسنا"


@pytest.mark.parametrize("text", ["", "[1, 2]", '{"key": "a"}', "كلام"])
def test_a_file_that_holds_no_scale_is_refused_and_nothing_changes(
    dialog, workspace, tmp_path, text
):
    before = workspace.library.verdict_scales()
    path = tmp_path / "scale.json"
    path.write_text(text, encoding="utf-8")
    dialog.import_from(path)
    assert dialog._trouble.text()
    assert workspace.library.verdict_scales() == before


def test_a_missing_file_and_a_folder_are_told(dialog, tmp_path):
    dialog.import_from(tmp_path / "nowhere.json")
    assert "nowhere.json" in dialog._trouble.text()
    dialog.export_to(tmp_path)
    assert tmp_path.name in dialog._trouble.text()


def test_how_many_review_is_a_rule_of_the_library(dialog, workspace, qtbot):
    dialog.reviewers.setValue(2)
    assert workspace.library.desk_rules().reviewers == 2
    qtbot.waitUntil(workspace.library.flush)
    assert workspace.library.store.desk_rules().reviewers == 2
    undo(workspace, qtbot)
    assert dialog.reviewers.value() == 1
