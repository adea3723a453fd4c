"""The page's settings: each takes effect on the page as it is made."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from reader.ui.dialogs.settings import SettingsDialog
from reader.ui.theme import READING_FONTS


@pytest.fixture
def opened(open_window, database):
    workspace = open_window(database)
    dialog = SettingsDialog(workspace._settings, "me", workspace.page.window())
    yield workspace, dialog
    dialog.deleteLater()


def test_the_page_follows_at_once(opened):
    workspace, dialog = opened
    dialog.findChild(QComboBox, "setting_reading_font").setCurrentIndex(1)
    for key, value in (("reading_size", 24), ("line_height", 220), ("measure", 20),
                       ("side_margin", 40)):  # fmt: skip
        dialog.findChild(QSpinBox, f"setting_{key}").setValue(value)
    dialog.findChild(QCheckBox, "setting_justified").setChecked(True)
    look = workspace.page.look
    assert (look.family, look.size_pt, look.line_height) == (READING_FONTS[1].family, 24, 2.2)
    assert (look.measure_em, look.margin_em, look.justified) == (20, 4.0, True)


def test_every_field_has_a_name(opened):
    _, dialog = opened
    fields = dialog.findChildren(QSpinBox) + dialog.findChildren(QComboBox)
    assert len(fields) == 7
    assert all(one.accessibleName() for one in fields)


def test_who_publishes_verdicts_is_kept(opened):
    workspace, dialog = opened
    for key, words in (("desk_name", " غرفة التحقق "), ("desk_url", "https://desk.example")):
        line = dialog.findChild(QLineEdit, f"setting_{key}")
        line.setText(words)
        line.editingFinished.emit()
        assert workspace._settings.get(key) == words.strip()
        assert line.accessibleName()
