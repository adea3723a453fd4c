"""The caret: seen, blinking, and telling where directions meet."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QGuiApplication
from shiboken6 import delete, isValid

from reader.ui.page.look import LIGHT
from reader.ui.page.view import PageView

TEXT = "قالت وزارة Health في بغداد"


@pytest.fixture(autouse=True)
def shown(page):
    page.show_text(TEXT, headline=False)


def accents(page) -> list[int]:
    """Return the columns in which the caret's colour is seen."""
    image = page.viewport().grab().toImage()
    accent = QColor(LIGHT.accent).rgb()
    return [
        x for x in range(image.width()) if any(image.pixel(x, y) == accent for y in range(30, 90))
    ]


def test_it_stands_where_it_says_and_quietly_without_focus(page):
    page.select(4, 4)
    columns = accents(page)
    box = page.caret_rect()
    assert box.left() - 1 <= columns[0] <= columns[-1] <= box.right() + 1
    page.clearFocus()
    assert accents(page) == []


def test_it_blinks_at_the_pace_of_the_system(page, qtbot):
    hints = QGuiApplication.styleHints()
    before = hints.cursorFlashTime()
    try:
        hints.setCursorFlashTime(60)
        page.select(4, 4)
        qtbot.waitUntil(lambda: not page._blink.is_lit)
        assert accents(page) == []
        qtbot.waitUntil(lambda: page._blink.is_lit)
        hints.setCursorFlashTime(0)
        page.select(5, 5)
        assert page._blink.is_lit
        assert not page._blink._timer.isActive()
    finally:
        hints.setCursorFlashTime(before)


def test_a_border_of_directions_shows_the_side_one_comes_from(page, hand):
    end = TEXT.index("Health") + 6
    hand.click(end - 1, after=True)
    inside = page.caret_rect().center().x()
    hand.click(end)
    beside = page.caret_rect().center().x()
    assert page.caret() == end
    (name,) = page.rects_of(end - 6, end)
    assert inside == pytest.approx(name.right(), abs=2)
    assert beside == pytest.approx(name.left(), abs=2)
    hand.click(end - 1, after=True)
    flagged = len(accents(page))
    hand.click(end)
    assert len(accents(page)) < flagged


def test_a_page_that_qt_has_ended_blinks_no_more(qapp):
    page = PageView("ar")  # held here as an assistive tool's interface holds it
    page._blink.restart()
    page._pointer._edge_timer.start(1)
    timers = (page._blink._timer, page._pointer._edge_timer)
    assert all(map(QTimer.isActive, timers))
    delete(page)
    assert not any(map(isValid, timers))
