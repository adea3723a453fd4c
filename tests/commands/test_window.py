"""The window is opened by `open`, and by no command at all."""

import sys

import pytest

from reader.commands.table import COMMANDS
from reader.commands.window import OPEN

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.parametrize("words", [[], ["open"], ["open", "a.txt"]])
def test_without_a_screen_it_says_so(hashiya, monkeypatch, words):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    assert hashiya(*words).refusal.startswith("There is no screen")


def test_without_qt_it_says_so(hashiya, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delitem(sys.modules, "reader.ui.app", raising=False)
    for name in ("PySide6", "PySide6.QtCore"):
        monkeypatch.setitem(sys.modules, name, None)
    assert hashiya("open").refusal.startswith("The window cannot be opened, because import of")


def test_it_is_one_of_the_commands():
    assert OPEN in COMMANDS
