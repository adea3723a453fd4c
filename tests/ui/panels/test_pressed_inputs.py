"""Values that are pressed: a box to tick, and steps from one to five."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from reader.ui.panels.inputs import MomentInput
from reader.ui.panels.pressed_inputs import FlagInput, StepsInput

RIGHT, LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.fixture
def around(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(300, 100)
    widget.show()
    return widget


@pytest.fixture
def steps(around) -> StepsInput:
    made = StepsInput(around)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_a_box_says_yes_or_nothing(qtbot, around):
    box = FlagInput(around)
    box.show()
    assert box.text() == ""
    with qtbot.waitSignal(box.taken):
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.text() == "yes"
    box.set_text("")
    assert not box.isChecked()
    box.set_fixed(True)
    with qtbot.assertNotEmitted(box.taken):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("direction", [RIGHT, LEFT])
def test_steps_are_pressed_where_they_stand(qtbot, around, steps, direction):
    around.setLayoutDirection(direction)
    for step in (4, 2):
        with qtbot.waitSignal(steps.taken):
            qtbot.mouseClick(steps, Qt.MouseButton.LeftButton, pos=steps._dot(step).center())
        assert steps.text() == str(step)
    assert (steps._dot(1).x() > steps._dot(5).x()) is (direction == RIGHT)
    with qtbot.waitSignal(steps.taken):
        qtbot.mouseClick(steps, Qt.MouseButton.LeftButton, pos=steps._dot(2).center())
    assert steps.text() == ""


def test_steps_are_set_by_digits_and_arrows_in_either_direction(qtbot, around, steps):
    qtbot.keyClicks(steps, "3")
    assert steps.text() == "3"
    around.setLayoutDirection(RIGHT)
    qtbot.keyClick(steps, Qt.Key.Key_Left)
    assert steps.text() == "4"
    around.setLayoutDirection(LEFT)
    qtbot.keyClick(steps, Qt.Key.Key_Left)
    assert steps.text() == "3"
    qtbot.keyClick(steps, Qt.Key.Key_Delete)
    assert steps.text() == ""


def test_a_screen_reader_hears_the_step(steps):
    steps.set_text("3")
    spoken = QAccessible.queryAccessibleInterface(steps)
    assert spoken.role() == QAccessible.Role.Slider
    steps.set_text("later")
    assert steps.value() == 0


def test_a_moment_is_shown_in_local_time_and_given_back_as_it_was(around):
    line = MomentInput(around)
    held = "2020-03-26T14:30:45Z"
    line.set_text(held)
    assert line.text() == held
    assert line.words_of(held).startswith("2020-03-2")
    line.setText("2021-01-01 10:00")
    assert line.text() == "2021-01-01 10:00"
    line.set_text("")
    assert line.text() == ""
