"""The scales of the desk by keys alone: each cell, each button, and what Enter ends."""

import json

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLineEdit,
)

from reader.model.shipped_scales import shipped_scales
from reader.sample import add_sample
from reader.storage import Store
from reader.ui.dialogs.scales import ScalesDialog
from tests import worked
from tests.ui.by_keys import Keys, controls, keys_in, picture, told
from tests.worked import CTRL, Key

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)

CODE, ARABIC, ENGLISH, CLASS, RATING, BEST, WORST, COLOUR = range(8)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "library.db"
    with Store.open(path) as store:
        add_sample(store)
    return path


@pytest.fixture
def desk(open_window, settings, database):
    settings.set("annotator", "ريم")
    return keys_in(open_window(database)).desk


@pytest.fixture
def library(desk):
    return desk.library


@pytest.fixture
def dialog(qtbot, desk):
    shipped = frozenset(one.key for one in shipped_scales())
    made = ScalesDialog(desk.library, shipped, "ar", desk.page.window())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def keys(desk, dialog):
    found = Keys(desk)
    found.window = dialog
    return found


def button(dialog: ScalesDialog, words: str) -> QAbstractButton:
    return next(one for one in dialog.findChildren(QAbstractButton) if one.text() == words)


def scale(library, key):
    return next((one for one in library.verdict_scales() if one.key == key), None)


def own_scale(keys: Keys, dialog: ScalesDialog) -> str:
    """Make a scale of one's own, of two steps, and go to its first cell."""
    keys.push(dialog.new)
    keys.go_to(dialog.steps.table)
    return dialog.key


def go_to_cell(keys: Keys, dialog: ScalesDialog, row: int, column: int) -> None:
    """Go by the arrows; in Arabic the columns go to the left."""
    table = dialog.steps.table
    keys.go_to(table)
    while table.currentRow() != row:
        keys.press(Key.Key_Down if table.currentRow() < row else Key.Key_Up)
    while table.currentColumn() != column:
        keys.press(Key.Key_Left if table.currentColumn() < column else Key.Key_Right)


def fill(
    keys: Keys, dialog: ScalesDialog, row: int, column: int, text: str, by: Key = Key.Key_F2
) -> None:
    """Open a cell, by F2 or Enter, and type into it; the keyboard is on that cell in the end."""
    table = dialog.steps.table
    go_to_cell(keys, dialog, row, column)
    keys.press(by)
    assert isinstance(keys.window.focusWidget(), QLineEdit)
    keys.press(Key.Key_A, CTRL)
    keys.press(Key.Key_Delete)
    keys.write(text)
    keys.press(Key.Key_Return)
    assert dialog.isVisible()
    assert keys.window.focusWidget() is table
    assert (table.currentRow(), table.currentColumn()) == (row, column)


def test_tab_comes_to_everything_of_the_scales_and_it_is_seen(keys, dialog):
    forward = keys.round_trip()
    back = keys.round_trip(back=True)
    assert len(back) == len(forward)
    classes = {dialog.steps.table.cellWidget(row, CLASS) for row in range(20)}
    missing = [
        told(one)
        for one in controls(dialog)
        if one not in forward and one not in classes and not isinstance(one, QHeaderView)
    ]
    assert missing == []
    unseen = []
    for one in dict.fromkeys(forward):
        keys.go_to(one)
        with_keyboard = picture(one)
        keys.press(Key.Key_Tab)
        if picture(one) == with_keyboard:
            unseen.append(told(one))
    assert unseen == []


def test_enter_presses_a_button_or_ends_a_field_and_only_close_closes(
    keys, dialog, monkeypatch, library
):
    asked = []
    for way in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, way, lambda *_, way=way: asked.append(way) or ("", ""))
    own_scale(keys, dialog)
    for one in dict.fromkeys(keys.round_trip()):
        if one is dialog.accept_button or not one.isEnabled():
            continue
        keys.go_to(one)
        keys.press(Key.Key_Return)
        assert dialog.isVisible(), told(one)
    assert asked == ["getOpenFileName", "getSaveFileName"]
    assert library.desk_rules().scale  # "Use for new verdicts" was pressed
    keys.go_to(dialog.accept_button)
    keys.press(Key.Key_Return)
    assert not dialog.isVisible()


def test_the_numbers_of_a_step_in_their_cells(keys, dialog, library):
    key = own_scale(keys, dialog)
    fill(keys, dialog, 0, BEST, "٧")
    fill(keys, dialog, 0, RATING, "5", by=Key.Key_Return)
    fill(keys, dialog, 0, WORST, "-2")
    step = scale(library, key).labels[0]
    assert (step.rating, step.best, step.worst) == (5, 7, -2)
    assert dialog.steps.table.item(0, BEST).text() == "7"


def test_tab_in_an_open_cell_opens_the_next_and_esc_leaves_both_in_peace(keys, dialog, library):
    key = own_scale(keys, dialog)
    table = dialog.steps.table
    go_to_cell(keys, dialog, 0, BEST)
    keys.press(Key.Key_Return)
    keys.press(Key.Key_A, CTRL)
    keys.write("9")
    keys.press(Key.Key_Tab)
    assert (table.currentRow(), table.currentColumn()) == (0, WORST)
    keys.press(Key.Key_A, CTRL)
    keys.write("-1")
    keys.press(Key.Key_Escape)
    assert keys.window.focusWidget() is table
    assert dialog.isVisible()
    step = scale(library, key).labels[0]
    assert (step.rating, step.best, step.worst) == (1, 9, 0)


@pytest.mark.parametrize(
    ("column", "text"),
    [(RATING, "many"), (WORST, "many"), (BEST, ""), (WORST, "--3"), (BEST, "9999999")],
)
def test_what_is_no_number_is_told_and_stays_until_it_is_mended(
    keys, dialog, library, column, text
):
    key = own_scale(keys, dialog)
    before = scale(library, key).labels
    fill(keys, dialog, 0, column, text)
    cell = dialog.steps.table.item
    assert scale(library, key).labels == before
    assert dialog._trouble.text()
    keys.go_to(dialog.reviewers)  # another act of the desk takes away neither
    keys.press(Key.Key_Up)
    assert (cell(0, column).text(), bool(dialog._trouble.text())) == (text, True)
    keys.push(button(dialog, "إضافة درجة"))
    assert dialog.steps.table.rowCount() == 3
    go_to_cell(keys, dialog, 0, column)
    keys.push(button(dialog, "أسفل"))
    assert cell(1, column).text() == text
    assert scale(library, key).labels == before
    fill(keys, dialog, 1, column, str((1, 1, 0)[column - RATING]))
    assert dialog._trouble.text() == ""
    assert [one.code for one in scale(library, key).labels] == ["false", "true", "step-1"]


def test_the_arrows_pass_over_the_classes_and_change_none(keys, dialog, library):
    key = own_scale(keys, dialog)
    table = dialog.steps.table
    before = scale(library, key).labels
    go_to_cell(keys, dialog, 0, CLASS)
    keys.press(Key.Key_Down)
    assert (table.currentRow(), table.currentColumn()) == (1, CLASS)
    assert keys.window.focusWidget() is table
    assert scale(library, key).labels == before


@pytest.mark.parametrize("by", [Key.Key_Return, Key.Key_F2])
def test_the_arrows_go_on_in_the_classes_until_enter_or_esc(keys, dialog, library, by):
    key = own_scale(keys, dialog)
    table = dialog.steps.table
    go_to_cell(keys, dialog, 1, CLASS)
    keys.press(by)
    box = table.cellWidget(1, CLASS)
    assert isinstance(box, QComboBox)
    chosen = [box.currentData()]
    for _ in range(2):
        keys.press(Key.Key_Down)
        assert keys.window.focusWidget() is box
        chosen.append(scale(library, key).labels[1].normalised)
    assert len(set(chosen)) == len(chosen)
    keys.press(Key.Key_Escape)
    assert dialog.isVisible()
    assert keys.window.focusWidget() is table
    assert (table.currentRow(), table.currentColumn()) == (1, CLASS)


def test_another_scale_comes_into_force_and_a_second_space_does_no_more(keys, dialog, library):
    keys.go_to(dialog.choice)
    keys.press(Key.Key_Down)
    key = dialog.key
    assert key != library.verdict_scale().key
    count = len(library.verdict_scales())
    keys.push(dialog.use)
    assert library.verdict_scale().key == key
    assert keys.window.focusWidget() is dialog.choice
    keys.press(Key.Key_Space)  # opens the list of scales
    QTest.keyClick(dialog.choice.view(), Key.Key_Escape)
    assert dialog.isVisible()
    assert len(library.verdict_scales()) == count


def test_a_scale_goes_out_and_comes_in(keys, dialog, library, monkeypatch, tmp_path):
    path = tmp_path / "مقياس.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    key = dialog.key
    keys.push(button(dialog, "تصدير…"))
    assert keys.window.focusWidget() is button(dialog, "تصدير…")
    content = json.loads(path.read_text("utf-8"))
    assert content["key"] == key
    content["key"], content["label"]["ar"] = "ours", "مقياسنا"
    path.write_text(json.dumps(content), encoding="utf-8")
    keys.push(button(dialog, "استيراد…"))
    assert keys.window.focusWidget() is button(dialog, "استيراد…")
    assert (dialog.key, scale(library, "ours").label.ar) == ("ours", "مقياسنا")
    content["labels"][0]["best"] = 10**12
    path.write_text(json.dumps(content), encoding="utf-8")
    keys.press(Key.Key_Space)
    assert "1000000000000" in dialog._trouble.text()
    assert scale(library, "ours").labels[0].best < 10**6


def test_a_scale_of_ones_own_from_nothing_to_nothing(keys, dialog, library):
    key = own_scale(keys, dialog)
    for line, words in ((dialog.arabic, "مقياس الديسك"), (dialog.english, "Desk")):
        keys.go_to(line)
        keys.press(Key.Key_A, CTRL)
        keys.write(words)
        keys.press(Key.Key_Return)
        assert keys.window.focusWidget() is line
    label = scale(library, key).label
    assert (label.ar, label.en) == ("مقياس الديسك", "Desk")
    keys.push(button(dialog, "إضافة درجة"))
    assert len(scale(library, key).labels) == 3
    assert dialog.steps.table.currentRow() == 2
    fill(keys, dialog, 2, ARABIC, "ملتبس")
    fill(keys, dialog, 2, ENGLISH, "Unclear")
    fill(keys, dialog, 2, CODE, "unclear")
    fill(keys, dialog, 2, COLOUR, "3a7ca5")
    step = scale(library, key).labels[2]
    assert (step.code, step.label.ar, step.label.en) == ("unclear", "ملتبس", "Unclear")
    assert step.colour == "#3a7ca5"
    keys.push(button(dialog, "أعلى"))
    keys.press(Key.Key_Space)
    assert [one.code for one in scale(library, key).labels] == ["unclear", "true", "false"]
    assert scale(library, key).labels[0] == step
    keys.push(button(dialog, "أسفل"))
    keys.push(button(dialog, "إزالة الدرجة"))
    assert [one.code for one in scale(library, key).labels] == ["true", "false"]
    keys.go_to(dialog.reviewers)
    keys.write("3")
    keys.press(Key.Key_Return)
    assert library.desk_rules().reviewers == dialog.reviewers.value() == 3
    keys.push(dialog.delete)
    assert scale(library, key) is None
    assert keys.window.focusWidget() is dialog.choice


def test_what_was_done_in_the_scales_is_taken_back_by_ctrl_z(keys, dialog, library, desk):
    before = library.verdict_scales(), library.desk_rules()
    fill(keys, dialog, 0, RATING, "4")
    fill(keys, dialog, 1, ARABIC, "غير هذا")
    keys.go_to(dialog.reviewers)
    keys.press(Key.Key_Up)
    keys.push(dialog.accept_button)
    assert (library.verdict_scales(), library.desk_rules()) != before
    worked.wait(library.flush)
    there = keys_in(desk)
    for _ in range(3):
        there.press(Key.Key_Z, CTRL)
        worked.wait(library.flush)
    told_of = [[(step.rating, step.label) for step in one.labels] for one in before[0]]
    now = [[(step.rating, step.label) for step in one.labels] for one in library.verdict_scales()]
    assert now == told_of
    assert library.desk_rules().reviewers == before[1].reviewers
