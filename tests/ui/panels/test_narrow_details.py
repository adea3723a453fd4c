"""Details in a panel narrower than their words: these are cut with a sign, nothing is covered."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QStyleOptionToolButton, QToolButton, QWidget

from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.fold_header import FoldHeader
from reader.ui.panels.look import MARGIN
from reader.ui.panels.menus import INSET, ElidingButton, plain_button

LONG = "WHO Director-General's opening remarks at the media briefing"


@pytest.fixture
def area(details):
    """Return what scrolls the details, with all of it open."""
    details.show()

    def open_all(uid: str) -> QScrollArea:
        details.show_annotation(uid)
        for section in details.sections.on_show():
            section.fold(folded=False)
        for group in details._form.groups.values():
            group.header.setChecked(True)
        return next(one for one in details.findChildren(QScrollArea) if one.isVisible())

    return open_all


@pytest.mark.parametrize("name", ["quote", "speaker", "claim"])
def test_what_is_in_the_details_takes_the_width_there_is(qtbot, details, area, marks, name):
    scrolled = area(getattr(marks, name))
    for width in (320, 240, 200):
        details.resize(width, 900)
        qtbot.waitUntil(lambda: scrolled.widget().width() <= scrolled.viewport().width())
        inside = scrolled.widget()
        sticking_out = [
            one
            for one in inside.findChildren(QWidget)
            if one.isVisible()
            and not inside.rect().contains(
                QRect(one.mapTo(inside, one.rect().topLeft()), one.size())
            )
        ]
        assert sticking_out == [], width


def test_the_tags_take_fewer_columns(qtbot, details, area, marks):
    area(marks.quote)
    chips = details._switch._group.buttons()
    details.resize(360, 900)
    qtbot.waitUntil(lambda: len({one.y() for one in chips}) == 1)
    details.resize(200, 900)
    qtbot.waitUntil(lambda: len({one.y() for one in chips}) == 2)
    details.resize(360, 900)
    qtbot.waitUntil(lambda: len({one.y() for one in chips}) == 1)


def test_a_long_title_of_a_fold_leaves_room_for_what_stands_beside_it(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    header = FoldHeader(LONG, around)
    header.set_count("يدحض")
    metrics = header.fontMetrics()
    title, beside = header._shares(metrics, 180)
    assert title + beside <= 180
    assert beside > metrics.horizontalAdvance("يد")
    assert header._shares(metrics, 2000)[0] > metrics.horizontalAdvance(LONG)


def test_a_button_that_gives_way_ends_with_an_ellipsis(qtbot):
    button = ElidingButton()
    qtbot.addWidget(button)
    button.setText(LONG)
    option = QStyleOptionToolButton()
    button.initStyleOption(option)
    button._cut(option, button.sizeHint().width())
    assert option.text == LONG
    button._cut(option, 100)
    assert option.text.endswith("…")
    assert button.fontMetrics().horizontalAdvance(option.text) <= 100 - 2 * INSET


def test_words_of_a_plain_button_begin_at_its_inset(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    button = plain_button("استعادة", around)
    words = button.fontMetrics().horizontalAdvance(button.text())
    assert abs(button.sizeHint().width() - words - 2 * INSET) <= 1


def test_what_is_hidden_takes_no_room_in_a_flow(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    flow = FlowLayout(around, 4)
    flow.setContentsMargins(MARGIN, 0, MARGIN, 0)
    hidden, shown = QToolButton(around), QToolButton(around)
    for one in (hidden, shown):
        flow.addWidget(one)
    hidden.hide()
    around.resize(300, 40)
    around.show()
    assert shown.x() == MARGIN
