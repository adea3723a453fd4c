"""The table of actions: complete, without clashes, alive on an Arabic layout."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from reader.model.tags import TAGS
from reader.paths import resource
from reader.ui.action_set import Actions, key_sequences
from reader.ui.action_spec import MENUS
from reader.ui.actions import ACTIONS, tag_specs

SPECS = (*tag_specs(TAGS, "en"), *ACTIONS)

LOWEST_SCREEN = 768  # px


def test_no_two_actions_share_a_key():
    keys = Counter(one.toString() for spec in SPECS for one in key_sequences(spec.keys))
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_sequence_is_understood_by_qt():
    assert all(not one.isEmpty() for spec in SPECS for one in key_sequences(spec.keys))


def test_names_menus_and_icons_exist():
    assert len({spec.key for spec in SPECS}) == len(SPECS)
    menus = {key for key, _ in MENUS} | {""}
    assert {spec.menu for spec in SPECS} <= menus
    missing = [
        spec.icon
        for spec in SPECS
        if spec.icon and not resource("icons", f"{spec.icon}.svg").is_file()
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("key", "twin"),
    [("Ctrl+Z", "Ctrl+ئ"), ("Ctrl+Shift+Z", "Ctrl+Shift+ئ"), ("O", "خ"), ("1", "١")],
)
def test_a_letter_and_a_digit_have_their_arabic_twin(key, twin):
    assert QKeySequence(twin) in key_sequences((key,))


@pytest.mark.parametrize("key", ["F9", "Del", "Return", "Alt+Down", "Ctrl+="])
def test_a_named_key_has_none(key):
    assert len(key_sequences((key,))) == 1


def test_every_tooltip_names_its_key(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    for spec, action in Actions(owner, SPECS).all():
        assert action.objectName() == spec.key
        if spec.keys:
            assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in (
                action.toolTip()
            )


def test_no_menu_is_higher_than_a_small_screen(open_window, database):
    menu_bar = open_window(database).page.window().menuBar()
    for action in menu_bar.actions():
        menu = action.menu()
        assert menu.sizeHint().height() <= LOWEST_SCREEN, menu.title()
        assert menu.actions()
