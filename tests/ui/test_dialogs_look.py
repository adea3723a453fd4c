"""How dialogs look where that can be measured: numbers seen, headers over cells, on the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSpinBox, QTableWidget, QVBoxLayout, QWidget

from reader.ui.dialogs.scales import ScalesDialog
from reader.ui.dialogs.settings import SettingsDialog
from reader.ui.theme import THEMES, apply_theme
from tests.ui.test_names import DIALOGS, LANGUAGES

EACH = pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)


@pytest.fixture
def workspace(open_window, database, settings, language):
    """Return a window, in the colours and the sheet of its theme."""
    settings.set("language", language)
    return open_window(database)


@pytest.fixture
def dressed(qapp):
    """Give the program its style sheet, which the plain tests do without."""
    apply_theme(qapp, THEMES[0])
    yield
    qapp.setStyleSheet("")


def hidden_numbers(root: QWidget) -> list[QSpinBox]:
    """Return the boxes whose line has no room for its number."""
    return [
        one
        for one in root.findChildren(QSpinBox)
        if one.lineEdit().width() < one.fontMetrics().horizontalAdvance(one.text())
    ]


@LANGUAGES
@pytest.mark.parametrize("kind", [SettingsDialog, ScalesDialog], ids=lambda kind: kind.__name__)
def test_numbers_are_seen(workspace, kind):
    dialog = DIALOGS[kind](workspace)
    dialog.show()
    assert dialog.findChildren(QSpinBox)
    assert hidden_numbers(dialog) == []
    dialog.close()


def test_a_box_without_buttons_hides_its_number(dressed, qtbot):
    """What the dialogs had in English."""
    root = QWidget()
    qtbot.addWidget(root)
    box = QSpinBox(root)
    box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    QVBoxLayout(root).addWidget(box)
    root.show()
    assert hidden_numbers(root) == [box]


@LANGUAGES
@EACH
def test_headers_stand_where_their_cells_begin(workspace, kind):
    dialog = DIALOGS[kind](workspace)
    for table in dialog.findChildren(QTableWidget):
        side = table.horizontalHeader().defaultAlignment()
        cells = [table.item(0, column) for column in range(table.columnCount())]
        centred = {
            bool(one.textAlignment() & Qt.AlignmentFlag.AlignHCenter) for one in cells if one
        }
        assert centred <= {bool(side & Qt.AlignmentFlag.AlignHCenter)}, table.objectName()
    dialog.close()


@LANGUAGES
@EACH
def test_no_dialog_is_larger_than_the_screen(workspace, kind):
    dialog = DIALOGS[kind](workspace)
    dialog.show()
    room = dialog.screen().availableSize()
    assert dialog.height() <= room.height()
    dialog.close()


@LANGUAGES
def test_what_the_screen_has_no_room_for_scrolls_over_the_buttons(workspace):
    dialog = DIALOGS[SettingsDialog](workspace)
    dialog.show()
    dialog.resize(480, 400)
    (area,) = dialog.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    button = dialog.accept_button
    assert dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight()))
    dialog.close()
