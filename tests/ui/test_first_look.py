"""The article is there before its library is, and stays where the reader is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from reader.ui.app import Program
from reader.ui.crash import CrashGuard
from reader.ui.settings import Settings
from tests.ui.conftest import TEXT


@pytest.fixture
def program(qapp: QApplication, qtbot, tmp_path: Path):
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    made = Program(qapp, settings, CrashGuard())
    qtbot.addWidget(made.window)
    made.show()
    yield made
    made.window.close()


def test_the_article_is_seen_at_once_and_taken_over(program: Program, database: Path, qtbot):
    program.begin(str(database), [])
    assert program.page.text() == TEXT
    assert program.window.windowTitle().startswith(TEXT.split("\n")[0])
    program.page.select(3, 9)
    with qtbot.waitSignal(program.opened, timeout=20_000):
        pass
    assert program.page.text() == TEXT
    assert program.page.selection() == (3, 9)  # somebody was reading already


def test_what_cannot_be_opened_is_not_left_on_the_page(program: Program, database: Path, qtbot):
    from reader.storage.driver import sqlite_driver

    connection = sqlite_driver().module.connect(database)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    program.begin(str(database), [])
    assert program.page.text() == TEXT
    with qtbot.waitSignal(program.refused, timeout=20_000):
        pass
    assert program.page.text() == ""


def test_without_a_library_the_page_is_empty(program: Program, tmp_path: Path, qtbot):
    with qtbot.waitSignal(program.opened, timeout=20_000):
        program.begin(str(tmp_path / "new.db"), [])
        assert program.page.text() == ""


def test_the_page_stays_where_it_is_when_menus_and_tools_fill(program: Program, database, qtbot):
    qtbot.waitExposed(program.window)
    program.begin(str(database), [])
    before = program.page.mapTo(program.window, program.page.rect().topLeft()).y()
    assert before > 0
    with qtbot.waitSignal(program.opened, timeout=20_000):
        pass
    QApplication.processEvents()
    assert program.page.mapTo(program.window, program.page.rect().topLeft()).y() == before
