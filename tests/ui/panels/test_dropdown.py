"""A closed list of a dialog shows that it opens, at its end, whichever side that is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from reader.ui.panels.dropdown import Dropdown

DIRECTIONS = {"right": Qt.LayoutDirection.LeftToRight, "left": Qt.LayoutDirection.RightToLeft}


def inked(qtbot, kind: type[QComboBox], direction: Qt.LayoutDirection) -> dict[str, int]:
    """Return how many colours stand at each side of an empty list, in its middle."""
    box = kind()
    qtbot.addWidget(box)
    box.setStyleSheet(
        "QComboBox { background: white; border: 0 } QComboBox::drop-down { border: 0 }"
    )
    box.setLayoutDirection(direction)
    box.resize(200, 32)
    picture = box.grab().toImage()
    sides = {"left": range(4, 24), "right": range(176, 196)}
    return {
        side: len({picture.pixel(x, y) for x in columns for y in range(8, 24)})
        for side, columns in sides.items()
    }


@pytest.mark.parametrize("end", DIRECTIONS)
def test_the_sign_stands_at_the_end(qtbot, end):
    found = inked(qtbot, Dropdown, DIRECTIONS[end])
    assert found.pop(end) > 1
    assert list(found.values()) == [1]
    assert set(inked(qtbot, QComboBox, DIRECTIONS[end]).values()) == {1}
