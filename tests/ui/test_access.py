"""Access: every control has its name, the focus is seen, and a small window clips nothing."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from reader.ui.dialogs.address import AddressDialog
from reader.ui.dialogs.export import ExportDialog, Remembered, Scope
from reader.ui.dialogs.preview.dialog import ImportPreview
from reader.ui.dialogs.settings import SettingsDialog
from reader.ui.theme import THEMES, apply_theme
from tests.ui.brought import candidates_of

TAB = Qt.FocusReason.TabFocusReason


@pytest.fixture
def workspace(open_window, database, qapp, qtbot):
    """Return a window with an annotation open in every panel, and a caret that never blinks."""
    pace = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    made = open_window(database)
    annotation = made.library.annotate(made.articles.revision, 0, 7, "claim")
    made.annotations.open(annotation.uid)
    with qtbot.waitActive(made.page.window()):
        made.page.window().activateWindow()
    yield made
    qapp.setCursorFlashTime(pace)


def stops(root: QWidget) -> list[QWidget]:
    """Return every widget in view that Tab comes to."""
    return [
        one
        for one in root.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusProxy() is None
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.visibleRegion().isEmpty()
    ]


def picture(window: QWidget, widget: QWidget):
    """Return how a widget looks in its window, with what lies close around it."""
    QApplication.processEvents()
    box = QRect(widget.mapTo(window, QPoint()), widget.size()).adjusted(-8, -8, 8, 8)
    return window.grab(box).toImage()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.key)
def test_the_focus_is_seen_wherever_tab_leads(workspace, settings, theme):
    settings.set("theme", theme.key)
    window = workspace.page.window()
    found = stops(window)
    assert len(found) > 8
    for widget in found:
        elsewhere = found[0] if widget is not found[0] else found[-1]
        elsewhere.setFocus(TAB)
        before = picture(window, widget)
        widget.setFocus(TAB)
        name = f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}"
        assert widget.hasFocus(), name
        assert picture(window, widget) != before, name


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.key)
def test_the_focus_is_seen_in_a_dialog(workspace, settings, qapp, qtbot, tmp_path, theme):
    apply_theme(qapp, theme)
    dialogs = (
        SettingsDialog(settings, "me", workspace.page.window()),
        ExportDialog(
            (Scope("all", "All"), Scope("one", "One")),
            workspace.library.tags(),
            Remembered(),
            tmp_path,
            "ar",
            workspace.page.window(),
        ),
    )
    dialogs += (
        AddressDialog("https://example.org", "ar", workspace.page.window()),
        ImportPreview(
            candidates_of("خبر", "آخر"), "ar", workspace.page.look, workspace.page.window()
        ),
    )
    for dialog in dialogs:
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        found = stops(dialog)
        assert len(found) > 2
        for widget in found:
            elsewhere = found[0] if widget is not found[0] else found[-1]
            elsewhere.setFocus(TAB)
            before = picture(dialog, widget)
            widget.setFocus(TAB)
            assert picture(dialog, widget) != before, widget.objectName() or widget.text()
        dialog.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_is_clipped_in_a_small_window_at_twice_the_size(
    open_window, database, settings, language
):
    settings.set("language", language)
    settings.set("zoom", 200)
    workspace = open_window(database)
    window = workspace.page.window()
    window.resize(1024, 700)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1024, 700)
    assert window.findChild(QWidget, "qt_toolbar_ext_button").isVisible() is False
    room = window.rect()
    kinds = (QAbstractButton, QLabel, QLineEdit, QComboBox)
    for kind in kinds:
        for one in window.findChildren(kind):
            if not one.isVisible() or one.visibleRegion().isEmpty():
                continue
            box = QRect(one.mapTo(window, QPoint()), one.size())
            assert room.contains(box), one.objectName() or one.text()
            if isinstance(one, QPushButton | QLabel) and not one.sizePolicy().hasHeightForWidth():
                assert one.width() >= one.minimumSizeHint().width(), one.text()
    page = workspace.page
    assert page.surface.column <= page.viewport().width()
    assert all(
        box.left() >= 0 and box.right() <= page.viewport().width() for box in page.rects_of(0, 60)
    )
