"""A closed list of a dialog shows that it opens, at its end, whichever side that is."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionViewItem, QWidget

from reader.ui.panels.dropdown import Dropdown
from reader.ui.panels.inputs import ChoiceInput
from reader.ui.theme import THEMES, apply_theme

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


@pytest.fixture
def theme(qapp):
    """Dress the application; the tests that come after it find it as it was."""
    font, palette = qapp.font(), qapp.palette()
    apply_theme(qapp, THEMES[0])
    yield THEMES[0]
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.parametrize("kind", ["dialog", "panel"])
def test_the_current_row_of_a_list_is_as_quiet_as_a_menus(qtbot, theme, kind):
    root = QWidget()
    qtbot.addWidget(root)
    combo = Dropdown(root) if kind == "dialog" else ChoiceInput((), root)
    combo.addItems(["عالية", "متوسطة"])
    root.show()
    row = QStyleOptionViewItem()
    row.initFrom(combo.view())
    row.widget = combo.view()
    row.rect = QRect(0, 0, 200, 32)
    row.state |= QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_Enabled
    image = QImage(row.rect.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.raised))
    painter = QPainter(image)
    combo.view().itemDelegate().paint(painter, row, combo.model().index(0, 0))
    painter.end()
    seen = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert theme.selection in seen
    assert theme.accent not in seen
