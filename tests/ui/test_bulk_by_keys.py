"""Several annotations at once, and the scales of the desk, by keys alone."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QMenu

from reader.model.shipped_scales import shipped_scales
from reader.sample import add_sample
from reader.storage import Store
from reader.ui.dialogs.scales import ScalesDialog
from reader.ui.panels.menus import MenuButton
from reader.ui.panels.tag_chip import TagChip
from tests import worked
from tests.ui.by_keys import Keys, controls, keys_in, picture, told
from tests.worked import CTRL, SHIFT, Key

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "library.db"
    with Store.open(path) as store:
        add_sample(store)
    return path


@pytest.fixture
def keys(open_window, settings, database):
    settings.set("annotator", "ريم")
    return keys_in(open_window(database))


# The bulk bar --------------------------------------------------------------------------


@pytest.fixture
def panel(keys):
    return keys.desk.annotations_panel


def choose(keys: Keys, panel, count: int, tag: str) -> list[str]:
    """Narrow the list to a tag, and choose its first rows by Shift and the arrow."""
    for chip in panel.findChildren(TagChip):
        if chip.isChecked() is (chip.tag_key == tag):
            continue
        keys.go_to(chip)
        keys.press(Key.Key_Space)
    library = keys.desk.library
    worked.wait(lambda: {library.annotation(uid).tag for uid in panel.visible_uids()} == {tag})
    keys.go_to(panel._list)
    keys.press(Key.Key_Home)
    for _ in range(count - 1):
        keys.press(Key.Key_Down, SHIFT)
    chosen = panel.chosen_uids()
    assert len(chosen) == count
    return chosen


def values(keys: Keys, uids: list[str], name: str) -> set[object]:
    return {getattr(keys.desk.library.annotation(uid).fields, name) for uid in uids}


def menu_button(panel, menu: QMenu) -> MenuButton:
    return next(one for one in panel._bar.findChildren(MenuButton) if one.menu() is menu)


def test_tab_comes_to_the_whole_bulk_bar_and_it_is_seen(keys, panel):
    choose(keys, panel, 3, "claim")
    seen = keys.round_trip()
    missing = [told(one) for one in controls(panel._bar) if one not in seen]
    assert missing == []
    choose(keys, panel, 3, "claim")
    for one in controls(panel._bar):
        keys.go_to(one)
        with_keyboard = picture(one)
        keys.press(Key.Key_Tab)
        assert picture(one) != with_keyboard, told(one)
    assert len(panel.chosen_uids()) == 3


def test_a_status_and_a_note_for_all(keys, panel):
    uids = choose(keys, panel, 3, "claim")
    keys.pick(menu_button(panel, panel._menus.statuses), "disputed")
    assert {keys.desk.library.annotation(uid).status for uid in uids} == {"disputed"}
    keys.go_to(panel._bar.note)
    keys.write("راجعوا المصدر")
    keys.press(Key.Key_Return)
    assert all(keys.desk.library.annotation(uid).note.endswith("راجعوا المصدر") for uid in uids)
    assert keys.window.focusWidget() is panel._bar.note
    assert panel.chosen_uids() == uids


def test_a_field_from_a_list_and_one_that_is_typed_and_emptied(keys, panel):
    uids = choose(keys, panel, 3, "claim")
    fields = panel._menus.fields
    fields.aboutToShow.emit()
    titles = {one.text(): one.menu() for one in fields.actions()}
    priority = next(
        (title, one.data()) for title, menu in titles.items() for one in menu.actions()
        if one.data()[:2] == ("check_worthiness", "high")
    )  # fmt: skip
    keys.pick(menu_button(panel, fields), *priority)
    assert values(keys, uids, "check_worthiness") == {"high"}
    assert panel.chosen_uids() == uids
    typed = next(
        (title, one.data()) for title, menu in titles.items() for one in menu.actions()
        if one.data()[:2] == ("topic", "\0")
    )  # fmt: skip
    keys.pick(menu_button(panel, fields), *typed)
    assert keys.window.focusWidget() is panel._bar.note
    keys.write("كلام واحد")
    keys.press(Key.Key_Return)
    worked.wait(lambda: values(keys, uids, "topic") == {"كلام واحد"})
    emptied = (typed[0], ("topic", "", typed[1][2]))
    keys.pick(menu_button(panel, fields), *emptied)
    assert values(keys, uids, "topic") == {""}


def test_another_tag_and_the_end_of_all(keys, panel):
    uids = choose(keys, panel, 2, "entity")
    keys.pick(menu_button(panel, panel._menus.tags), "quote")
    assert {keys.desk.library.annotation(uid).tag for uid in uids} == {"quote"}
    chosen = choose(keys, panel, 2, "claim")
    delete = next(one for one in panel._bar.findChildren(QAbstractButton) if "Del" in one.toolTip())
    keys.push(delete)
    assert keys.window.focusWidget() is panel._list
    assert [keys.desk.library.annotation(uid) for uid in chosen] == [None, None]
    assert keys.desk.library.flush()
    keys.press(Key.Key_Z, CTRL)
    worked.wait(lambda: all(keys.desk.library.annotation(uid) for uid in chosen))


# The scales ------------------------------------------------------------------------------


@pytest.fixture
def dialog(qtbot, keys):
    shipped = frozenset(one.key for one in shipped_scales())
    made = ScalesDialog(keys.desk.library, shipped, "ar", keys.window)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def in_dialog(keys, dialog):
    found = Keys(keys.desk)
    found.window = dialog
    return found


def button(dialog: ScalesDialog, words: str) -> QAbstractButton:
    return next(one for one in dialog.findChildren(QAbstractButton) if one.text() == words)


def cell(keys: Keys, dialog: ScalesDialog, column: int, text: str) -> None:
    """Go along the row to a cell, in Arabic to the left, and type into it."""
    table = dialog.steps.table
    keys.go_to(table)
    while table.currentColumn() != column:
        keys.press(Key.Key_Left if column > table.currentColumn() else Key.Key_Right)
    keys.press(Key.Key_F2)
    keys.press(Key.Key_A, CTRL)
    keys.write(text)
    keys.press(Key.Key_Return)
    assert keys.window.focusWidget() is table


def choose_class(keys: Keys, dialog: ScalesDialog) -> None:
    """Go to the class of the row at hand, and choose the one before; Enter ends no dialog."""
    table = dialog.steps.table
    keys.go_to(table)
    while table.currentColumn() != 3:
        keys.press(Key.Key_Left if table.currentColumn() < 3 else Key.Key_Right)
    keys.press(Key.Key_F2)
    assert keys.window.focusWidget() is table.cellWidget(table.currentRow(), 3)
    keys.press(Key.Key_Up)
    assert dialog.isVisible()
    held = keys.window.focusWidget()
    if held is not table:  # it was made anew, and the keyboard is where it was
        keys.press(Key.Key_Return)
    assert dialog.isVisible()
    assert keys.window.focusWidget() is table


def test_tab_comes_to_everything_of_the_scales_and_it_is_seen(in_dialog, dialog):
    forward = in_dialog.round_trip()
    back = in_dialog.round_trip(back=True)
    assert len(back) == len(forward)
    classes = {dialog.steps.table.cellWidget(row, 3) for row in range(20)}
    missing = [
        told(one)
        for one in controls(dialog)
        if one not in forward and one not in classes and not isinstance(one, QHeaderView)
    ]
    assert missing == []
    unseen = []
    for one in dict.fromkeys(forward):
        in_dialog.go_to(one)
        with_keyboard = picture(one)
        in_dialog.press(Key.Key_Tab)
        if picture(one) == with_keyboard:
            unseen.append(told(one))
    assert unseen == []


def test_a_scale_of_ones_own_from_nothing_to_nothing(in_dialog, dialog, keys):
    library = keys.desk.library
    in_dialog.push(dialog.new)
    key = dialog.key
    in_dialog.go_to(dialog.arabic)
    in_dialog.press(Key.Key_A, CTRL)
    in_dialog.write("مقياس الديسك")
    in_dialog.go_to(dialog.english)
    in_dialog.press(Key.Key_A, CTRL)
    in_dialog.write("Desk")
    in_dialog.press(Key.Key_Tab)

    def scale():
        return next((one for one in library.verdict_scales() if one.key == key), None)

    assert (scale().label.ar, scale().label.en) == ("مقياس الديسك", "Desk")
    in_dialog.push(button(dialog, "إضافة درجة"))
    assert len(scale().labels) == 3
    assert dialog.steps.table.currentRow() == 2
    cell(in_dialog, dialog, 1, "ملتبس")
    cell(in_dialog, dialog, 2, "Unclear")
    cell(in_dialog, dialog, 0, "unclear")
    cell(in_dialog, dialog, 7, "3a7ca5")
    step = scale().labels[2]
    assert (step.code, step.label.ar, step.label.en) == ("unclear", "ملتبس", "Unclear")
    assert step.colour == "#3a7ca5"
    before = scale().labels[2].normalised
    choose_class(in_dialog, dialog)
    assert scale().labels[2].normalised != before
    in_dialog.push(button(dialog, "أعلى"))
    in_dialog.push(button(dialog, "أعلى"))
    assert [one.code for one in scale().labels] == ["unclear", "true", "false"]
    in_dialog.push(button(dialog, "أسفل"))
    in_dialog.push(button(dialog, "إزالة الدرجة"))
    assert [one.code for one in scale().labels] == ["true", "false"]
    in_dialog.go_to(dialog.reviewers)
    in_dialog.press(Key.Key_Up)
    assert library.desk_rules().reviewers == dialog.reviewers.value() > 0
    in_dialog.push(dialog.delete)
    assert scale() is None
    assert in_dialog.window.focusWidget() is not None
