"""Shapes that tell tags apart without colour, chips, and chips that flow into lines."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from reader.label import Label
from reader.model.tags import TAGS, Tag
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.marks import dot_icon, draw_mark
from reader.ui.panels.tag_chip import TagChip
from reader.ui.panels.tag_switch import TagSwitch

SIDE = 24


def shape(tag: Tag) -> set[tuple[int, int]]:
    """Return the pixels that a tag's mark covers."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_mark(painter, QRectF(0, 0, SIDE, SIDE), tag)
    painter.end()
    return {
        (x, y) for x in range(SIDE) for y in range(SIDE) if image.pixelColor(x, y).alpha() > 128
    }


def test_tags_differ_without_colour(qapp):
    wavy = Tag("irony", Label("Irony", "سخرية"), "#000000", "4", "wavy")
    shapes = [shape(tag) for tag in (*TAGS, wavy)]
    for one, other in combinations(shapes, 2):
        assert len(one ^ other) > SIDE
    unknown = Tag("x", Label("x", "x"), "#000000", "", "of a later version")
    assert shape(unknown)


def test_no_colour_is_no_dot(qapp):
    assert dot_icon("", 10).isNull()
    assert not dot_icon("#2e8540", 10).isNull()


@pytest.fixture
def chips(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    layout = FlowLayout(around, 6)
    layout.setContentsMargins(12, 4, 12, 4)
    made = [TagChip(TAGS[place % 3], "en", around) for place in range(6)]
    for chip in made:
        layout.addWidget(chip)
    return around, layout, made


def test_chips_begin_a_new_line_where_one_is_full(chips):
    around, layout, made = chips
    wide, narrow = layout.heightForWidth(2000), layout.heightForWidth(180)
    assert wide == made[0].sizeHint().height() + 8
    assert narrow > 2 * wide
    around.resize(180, narrow)
    around.show()
    assert max(chip.geometry().right() for chip in made) <= 180 - 12
    assert max(chip.geometry().bottom() for chip in made) <= narrow - 4


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_chips_begin_on_the_panels_side(chips, direction):
    around, _, made = chips
    around.setLayoutDirection(direction)
    around.resize(400, 200)
    around.show()
    first, second = made[0].geometry(), made[1].geometry()
    if direction == Qt.LayoutDirection.LeftToRight:
        assert (first.left(), first.right() < second.left()) == (12, True)
    else:
        assert (first.right() + 1, first.left() > second.right()) == (400 - 12, True)


def test_a_layout_gives_its_items_back(chips):
    _, layout, made = chips
    assert layout.count() == 6
    assert layout.itemAt(9) is None
    assert layout.takeAt(-1) is None
    assert layout.takeAt(0).widget() is made[0]
    assert layout.count() == 5


def test_a_chip_shows_whether_it_is_pressed(qtbot, chips):
    around, _, made = chips
    around.show()
    before = made[0].grab().toImage()
    qtbot.mouseClick(made[0], Qt.MouseButton.LeftButton)
    assert made[0].isChecked()
    assert made[0].grab().toImage() != before
    width = made[0].sizeHint().width()
    made[0].set_beside("12")
    assert made[0].sizeHint().width() > width


def test_one_tag_is_in_force_or_none(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    switch = TagSwitch(TAGS, "ar", around)
    chips = switch.findChildren(TagChip)
    for key in ("entity", "claim", "of a later version", "quote"):
        switch.show_tag(key)
        assert [chip.tag_key for chip in chips if chip.isChecked()] == [key] * (key[0] != "o")
    around.show()
    with qtbot.waitSignal(switch.tag_picked) as picked:
        qtbot.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    assert picked.args == ["entity"]
