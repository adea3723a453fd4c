"""A window that narrows: the list of articles gives way to the page, and comes back."""

import pytest
from PySide6.QtWidgets import QApplication, QToolButton

LEAST_PAGE = 320  # px


@pytest.fixture
def window(open_window, database):
    return open_window(database).page.window()


def widths(window) -> tuple[bool, int]:
    """Return whether the articles are on show, and the width of the page."""
    return not window.dock("articlesDock").isHidden(), window.views.stack.width()


def resize(qtbot, window, width: int) -> None:
    window.resize(width, 600)
    qtbot.waitUntil(lambda: window.width() == width)
    QApplication.processEvents()  # the docks are laid out in a later turn


def test_the_page_keeps_its_room_and_the_articles_come_back(qtbot, window):
    resize(qtbot, window, 1024)
    assert widths(window)[0]
    resize(qtbot, window, 720)
    qtbot.waitUntil(lambda: widths(window)[1] >= LEAST_PAGE)
    assert not widths(window)[0]
    resize(qtbot, window, 1200)
    assert widths(window)[0]


def test_who_shows_the_articles_again_has_them(qtbot, window):
    resize(qtbot, window, 720)
    window.show_docks(visible=True)
    QApplication.processEvents()
    assert widths(window)[0]


def test_who_hid_the_articles_does_not_get_them_back(qtbot, window):
    window.dock("articlesDock").hide()
    resize(qtbot, window, 720)
    resize(qtbot, window, 1200)
    assert not widths(window)[0]


def test_what_gave_way_is_there_at_the_next_start(qtbot, open_window, database):
    first = open_window(database).page.window()
    resize(qtbot, first, 720)
    assert not widths(first)[0]
    first.close()
    second = open_window(database).page.window()
    resize(qtbot, second, 1200)
    assert widths(second)[0]


def test_another_view_is_not_given_the_articles(qtbot, window):
    resize(qtbot, window, 720)
    window.views.show("claims")
    resize(qtbot, window, 1200)
    assert not widths(window)[0]


def test_the_page_has_its_room_after_another_view(qtbot, window):
    resize(qtbot, window, 720)
    window.views.show("claims")
    QApplication.processEvents()
    window.views.show_page()
    qtbot.waitUntil(lambda: widths(window)[1] >= LEAST_PAGE)
    assert not widths(window)[0]
    resize(qtbot, window, 1200)
    assert widths(window)[0]


def test_what_gave_way_is_there_after_a_session_that_ended_at_the_claims(
    qtbot, open_window, database
):
    first = open_window(database).page.window()
    resize(qtbot, first, 720)
    first.views.show("claims")
    first.close()
    second = open_window(database).page.window()
    resize(qtbot, second, 1200)
    assert widths(second)[0]


def test_what_has_no_room_in_the_bars_is_behind_a_sign_that_is_seen(qtbot, window):
    resize(qtbot, window, 720)
    for name in ("qt_toolbar_ext_button", "qt_menubar_ext_button"):
        button = window.findChild(QToolButton, name)
        assert button.isVisible()
        assert button.toolTip()
        image = button.grab().toImage()
        colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
        assert len(colours) > 2
