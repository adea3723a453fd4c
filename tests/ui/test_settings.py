"""Settings are typed, and what a damaged file holds falls back to the default."""

import pytest
from PySide6.QtCore import QByteArray, QSettings

from reader.ui.settings import SETTINGS, Settings

DAMAGED = [
    ("zoom", "huge", 100),
    ("zoom", "9999", 100),
    ("zoom", "", 100),
    ("theme", "neon", "light"),
    ("language", "", "system"),
    ("session/geometry", 5, QByteArray()),
]


def at(path) -> Settings:
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_a_setting_nobody_set_has_its_default(tmp_path, setting):
    assert at(tmp_path / "s.ini").get(setting.key) == setting.default


@pytest.mark.parametrize(
    ("key", "value"),
    [("zoom", 150), ("theme", "dark"), ("tag_popup", False), ("annotator", "سلمى"),
     ("session/geometry", QByteArray(b"\x00\xff\x01"))],
)  # fmt: skip
def test_a_value_survives_the_program(tmp_path, key, value):
    one = at(tmp_path / "s.ini")
    one.set(key, value)
    one.sync()
    assert at(tmp_path / "s.ini").get(key) == value


@pytest.mark.parametrize(("key", "stored", "expected"), DAMAGED)
def test_a_damaged_value_is_the_default(tmp_path, key, stored, expected):
    file = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    file.setValue(key, stored)
    assert Settings(file).get(key) == expected


def test_a_change_is_told_once(tmp_path, qtbot):
    settings = at(tmp_path / "s.ini")
    with qtbot.waitSignal(settings.changed) as told:
        settings.set("zoom", 125)
    assert told.args == ["zoom"]
    with qtbot.assertNotEmitted(settings.changed):
        settings.set("zoom", 125)
