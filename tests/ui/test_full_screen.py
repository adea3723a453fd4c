"""Full screen: the page alone, and back to just what was there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolBar


def chrome(window):
    bars = [window.menuBar(), window.statusBar(), *window.findChildren(QToolBar)]
    docks = [window.dock(name) for name in ("articlesDock", "annotationsDock", "detailsDock")]
    return bars + docks


def test_f11_leaves_the_page_alone_and_esc_brings_all_back(open_window, database):
    workspace = open_window(database)
    window = workspace.page.window()
    window.dock("articlesDock").hide()
    before = [one.isVisible() for one in chrome(window)]
    workspace.page.setFocus()
    QTest.keyClick(workspace.page, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert workspace.actions["full_screen"].isChecked()
    assert not any(one.isVisible() for one in chrome(window))
    QTest.keyClick(workspace.page, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert not workspace.actions["full_screen"].isChecked()
    assert [one.isVisible() for one in chrome(window)] == before


def test_esc_gives_the_selection_up_first(open_window, database):
    workspace = open_window(database)
    workspace.actions["full_screen"].trigger()
    workspace.page.setFocus()
    workspace.page.select(0, 7)
    QTest.keyClick(workspace.page, Qt.Key.Key_Escape)
    assert workspace.page.window().isFullScreen()
    QTest.keyClick(workspace.page, Qt.Key.Key_Escape)
    assert not workspace.page.window().isFullScreen()


def test_a_session_that_ends_in_full_screen_keeps_its_panels(open_window, database):
    workspace = open_window(database)
    window = workspace.page.window()
    window.dock("articlesDock").hide()
    kept = window.layout_state()
    workspace.actions["full_screen"].trigger()
    assert window.layout_state() == kept
    geometry = window.saveGeometry()
    workspace.actions["full_screen"].trigger()
    window.restore_layout(geometry, kept)
    assert not window.isFullScreen()
    assert window.dock("detailsDock").isVisible()
    assert not window.dock("articlesDock").isVisible()
