"""The bar of tags at a selection: there when one is finished, never in the way."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from reader.label import Label
from reader.model.tags import TAGS, Tag
from reader.ui.page.look import DARK, PageLook
from reader.ui.page.popup import TagPopup

TEXT = "\n".join(f"فقرة رقم {number} من نص طويل" for number in range(60))


@pytest.fixture(autouse=True)
def shown(page):
    page.show_text(TEXT, headline=False)


def bar(page) -> TagPopup:
    return page.findChild(TagPopup, "tagPopup")


def is_seen(page) -> bool:
    """Tell whether the bar is there: it is built for the first selection."""
    return bar(page) is not None and bar(page).isVisible()


def buttons(popup: TagPopup) -> list[QToolButton]:
    return popup.findChildren(QToolButton)


def test_it_appears_at_a_finished_drag_and_asks_for_a_tag(page, hand):
    asked = []
    page.tag_requested.connect(asked.append)
    assert not is_seen(page)
    hand.press(hand.point(5))
    hand.move(hand.point(12))
    assert not is_seen(page)
    hand.release(hand.point(12))
    assert is_seen(page)
    assert page.hasFocus()
    assert bar(page).geometry().top() >= page.caret_rect().bottom()
    QTest.mouseClick(buttons(bar(page))[1], Qt.MouseButton.LeftButton)
    assert asked == ["entity"]
    assert not is_seen(page)
    assert page.hasFocus()
    assert page.selection() == (5, 12)


def test_a_click_elsewhere_and_a_new_selection_hide_it(page, hand):
    hand.drag(5, 12)
    hand.click(30)
    assert not is_seen(page)
    hand.drag(5, 12)
    shift = Qt.KeyboardModifier.ShiftModifier
    QApplication.sendEvent(page, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, shift))
    assert page.selection() == (5, 13)
    assert not is_seen(page)


def test_it_follows_the_words_and_goes_with_them(page, hand):
    hand.drag(100, 112)
    before = bar(page).y()
    page.scroll_by(30)
    assert bar(page).y() == before - 30
    page.scroll_by(3000)
    assert not is_seen(page)


def test_it_can_be_switched_off(page, hand):
    hand.drag(5, 12)
    page.set_popup_enabled(False)
    assert not is_seen(page)
    hand.drag(5, 12)
    assert not is_seen(page)
    page.set_popup_enabled(True)
    hand.drag(5, 12)
    assert is_seen(page)


def test_it_says_each_tag_in_the_language_and_mirrors(page):
    for language, direction, word in (
        ("ar", Qt.LayoutDirection.RightToLeft, "اقتباس"),
        ("en", Qt.LayoutDirection.LeftToRight, "Quote"),
    ):
        popup = TagPopup(language, page)
        popup.show_at(QRectF(100, 100, 2, 30), QRect(0, 0, 800, 600))
        first, *_, last = buttons(popup)
        assert popup.layoutDirection() == direction
        assert first.text() == f"{word} 1"
        assert first.accessibleName() == word
        assert (first.x() > last.x()) == (language == "ar")
        assert not first.icon().isNull()


def test_it_stays_within_its_room(page):
    popup = TagPopup("ar", page)
    room = QRect(20, 10, 500, 400)
    for x, y in ((25, 15), (515, 15), (25, 395), (515, 395), (200, 200)):
        place = QRectF(QPointF(x, y), QPointF(x + 2, y + 30))
        popup.show_at(place, room)
        assert room.contains(popup.geometry())
        if y != 15 or x == 200:
            assert not popup.geometry().intersects(place.toAlignedRect())


def test_other_tags_and_themes_while_it_is_shown(page, hand):
    hand.drag(5, 12)
    page.set_tags((*TAGS, Tag("r&d", Label("R&D", "بحث"), "#2f9e44", "4", "wavy")))
    page.set_look(PageLook(colours=DARK))
    page._popup.show_at(page.caret_rect(), page.viewport().geometry())
    assert [button.isVisible() for button in buttons(bar(page))] == [True] * 4
    assert buttons(bar(page))[3].text() == "بحث 4"
    point = bar(page).mapTo(page, QPoint(4, 4))
    assert page.viewport().geometry().contains(point)
