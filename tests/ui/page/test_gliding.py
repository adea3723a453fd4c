"""The wheel: each kind scrolls by just what it says; notches glide there, if anything does."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

TEXT = "\n".join(["كلمات من نص طويل نقرؤه سطرًا بعد سطر حتى نصل إلى آخره ثم نعود. " * 6] * 60)


@pytest.fixture(autouse=True)
def shown(page):
    page.show_text(TEXT)
    page.scroll_to(9_000)


def turn(page, angle: int, pixels: int = 0, phase=Qt.ScrollPhase.NoScrollPhase) -> None:
    centre = QPointF(page.viewport().rect().center())
    event = QWheelEvent(
        centre,
        page.viewport().mapToGlobal(centre),
        QPoint(0, pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        phase,
        False,
    )
    QApplication.sendEvent(page.viewport(), event)


def notch(page) -> int:
    return page.surface.leading * QApplication.wheelScrollLines()


def test_a_notch_glides_to_its_place_in_steps(page, qtbot):
    before = page.surface.top
    tops = []
    page.scrolled.connect(lambda: tops.append(page.surface.top - before))
    turn(page, -120)
    assert page.surface.top - before < notch(page)
    qtbot.waitUntil(lambda: not page._glide.is_gliding)
    assert tops[-1] == notch(page)
    assert tops == sorted(tops)
    assert len(tops) > 2


def test_notches_in_a_row_add_up_and_a_turn_back_begins_anew(page, qtbot):
    before = page.surface.top
    for _ in range(3):
        turn(page, -120)
    qtbot.waitUntil(lambda: not page._glide.is_gliding)
    assert page.surface.top - before == 3 * notch(page)
    turn(page, -120)
    there = page.surface.top
    turn(page, 120)
    qtbot.waitUntil(lambda: not page._glide.is_gliding)
    assert page.surface.top == there - notch(page)


def test_without_smooth_scrolling_a_notch_is_one_step(page):
    page.set_smooth(False)
    before = page.surface.top
    turn(page, -120)
    assert page.surface.top - before == notch(page)
    assert not page._glide.is_gliding


def test_where_the_system_animates_nothing_a_notch_is_one_step(page):
    page.setStyleSheet("QAbstractScrollArea { widget-animation-duration: 0; }")
    before = page.surface.top
    turn(page, -120)
    assert page.surface.top - before == notch(page)


def test_a_fine_wheel_loses_no_part_of_a_notch(page):
    before = page.surface.top
    for _ in range(120):
        turn(page, -1)
    assert page.surface.top - before == notch(page)


def test_a_touchpad_is_taken_at_its_word(page):
    before = page.surface.top
    for pixels in (-7, -1, -13, 4):
        turn(page, pixels * 8, pixels, Qt.ScrollPhase.ScrollUpdate)
    assert page.surface.top - before == 17


def test_a_jump_ends_a_glide(page):
    turn(page, -120)
    page.scroll_to(200)
    top = page.surface.top
    QApplication.processEvents()
    assert not page._glide.is_gliding
    assert page.surface.top == top


def test_the_wheel_stops_at_the_ends(page, qtbot):
    page.restore_top(0)
    turn(page, 120)
    qtbot.waitUntil(lambda: not page._glide.is_gliding)
    assert page.surface.top == 0
