"""The article is there before its library is, and stays where the reader is."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QSettings
from PySide6.QtWidgets import QApplication

from reader.ui.app import Program
from reader.ui.crash import CrashGuard
from reader.ui.page.view import PageView
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
    with qtbot.waitSignal(program.opened):
        pass
    assert program.page.text() == TEXT
    assert program.page.selection() == (3, 9)  # somebody was reading already


class Places(QObject):
    """Notes where a page is each time that it is painted."""

    def __init__(self, page: PageView) -> None:
        super().__init__(page)
        self.places: list[QRect] = []
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.places.append(self.parent().geometry())
        return False


def started(program: Program, database: Path, qtbot) -> tuple[QRect, QRect]:
    """Start on a library, and return where the page is at first and when all is there."""
    program.show()
    program.begin(str(database), [])
    painted = Places(program.page)
    qtbot.waitUntil(lambda: bool(painted.places))
    with qtbot.waitSignal(program.opened) as opened:
        pass
    opened.args[0].articles.finish()
    QApplication.processEvents()  # lays out what has come
    return painted.places[0], program.page.geometry()


def test_the_page_keeps_its_width_when_the_panels_come(qapp, settings, database: Path, qtbot):
    wide = Program(qapp, settings, CrashGuard())
    wide.window.resize(1240, 820)  # wider than the screen of the tests
    first, then = started(wide, database, qtbot)
    assert first == then
    assert first.width() < 1240 - 2 * 300  # a panel at each side has its room
    wide.window.close()
    narrow = Program(qapp, settings, CrashGuard())  # what the last one kept does not fit
    first, then = started(narrow, database, qtbot)
    assert narrow.window.width() < 900
    assert first == then
    assert first.width() > 300
    narrow.window.close()
    for one in (wide, narrow):
        one.window.deleteLater()


def test_what_cannot_be_opened_is_not_left_on_the_page(program: Program, database: Path, qtbot):
    from reader.storage.driver import sqlite_driver

    connection = sqlite_driver().module.connect(database)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    program.begin(str(database), [])
    assert program.page.text() == TEXT
    with qtbot.waitSignal(program.refused):
        pass
    assert program.page.text() == ""


def test_without_a_library_the_page_is_empty(program: Program, tmp_path: Path, qtbot):
    with qtbot.waitSignal(program.opened):
        program.begin(str(tmp_path / "new.db"), [])
        assert program.page.text() == ""


def test_the_page_stays_where_it_is_when_menus_and_tools_fill(program: Program, database, qtbot):
    qtbot.waitExposed(program.window)
    program.begin(str(database), [])
    before = program.page.mapTo(program.window, program.page.rect().topLeft()).y()
    assert before > 0
    with qtbot.waitSignal(program.opened):
        pass
    QApplication.processEvents()
    assert program.page.mapTo(program.window, program.page.rect().topLeft()).y() == before


LATE = (
    "sqlalchemy", "regex", "rapidfuzz", "json", "hashlib", "concurrent.futures", "PySide6.QtSvg",
    "reader.text.revising", "reader.model.article", "reader.model.vocabulary", "reader.ui.actions",
    "reader.ui.icons", "reader.ui.workspace", "reader.ui.page.accessible", "reader.ui.page.tooltip",
)  # fmt: skip


# More modules of ours than are loaded today cost half a millisecond each: think twice.
MOST_OF_OURS = 113
# Of Python's own, what is only at hand: its body has not run.
AT_HAND = ("inspect", "ipaddress", "shutil", "tempfile", "traceback")


def test_what_python_has_at_hand_is_not_loaded_before_an_article_is_painted(database: Path):
    code = (
        "import os, sys\n"
        "from reader.cli import main\n"
        "from reader.ui.plain_import import import_plainly\n"
        "import_plainly()\n"
        "from reader.ui import app\n"
        "def told(*how):\n"
        f"    modules = [sys.modules[name] for name in {AT_HAND!r}]\n"
        "    print([hasattr(vars(one)['__getattr__'], 'loaded') for one in modules])\n"
        "    print([len(vars(one)) < 10 for one in modules])\n"
        "    ours = [name for name in sys.modules if name.partition('.')[0] == 'reader']\n"
        f"    print(len(ours) <= {MOST_OF_OURS}, flush=True)\n"
        "    os._exit(0)\n"
        "app.Program._go_on = told\n"
        f"main(['--database', {str(database)!r}])\n"
    )
    each = str([True] * len(AT_HAND))
    assert loaded_after(code) == f"{each}\n{each}\nTrue\n"


LATE_IN_STORAGE = ("rapidfuzz", "reader.text.following", "reader.text.aligning")


def test_what_compares_texts_is_not_loaded_to_open_a_library_and_read_an_article():
    code = (
        "import sys, reader.storage.store, reader.ui.opening, reader.ui.undo\n"
        f"print(set({LATE_IN_STORAGE!r}) & set(sys.modules))"
    )
    assert loaded_after(code) == "set()\n"


def test_no_gradients_and_styles_are_loaded_for_an_article_with_annotations(database: Path):
    code = PLAINLY + (
        "import enum, os, sys\n"
        "plain, made = vars(enum.EnumType)['_create_'], set()\n"
        "def noted(kind, name, names, **how):\n"
        "    made.add(name)\n"
        "    return plain.__get__(kind)(name, names, **how)\n"
        "enum.EnumType._create_ = noted\n"
        "from reader.ui import app\n"
        "class Ending(app.Program):\n"
        "    def _go_on(self, *how):\n"
        "        print(made & {'Preset', 'PixelMetric', 'Key'}, flush=True)\n"
        "        os._exit(0)\n"
        "app.Program = Ending\n"
        f"app.run({str(database)!r})\n"
    )
    assert loaded_after(code) == "{'Key'}\n"


def loaded_after(code: str) -> str:
    """Return what a new interpreter prints behind some code."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def test_nothing_that_a_painted_article_can_do_without_is_loaded_before_it():
    code = f"import sys, reader.cli, reader.ui.app\nprint(set({LATE!r}) & set(sys.modules))"
    assert loaded_after(code) == "set()\n"


def test_no_source_is_read_for_the_sake_of_pyside():
    code = (
        "import linecache, PySide6.QtCore\n"
        "import reader.text.canonical\n"
        "print(len(linecache.cache) > 0)\n"  # PySide's import has read this one
        "linecache.clearcache()\n"
        "from reader.ui.plain_import import import_plainly\n"
        "import_plainly()\n"
        "linecache.clearcache()\n"
        "import reader.ui.app\n"
        "print(len(linecache.cache))\n"
    )
    assert loaded_after(code) == "True\n0\n"


PLAINLY = "from reader.ui.plain_import import import_plainly\nimport_plainly()\n"


def test_what_describes_pyside_waits_until_it_is_asked_for():
    asked = (
        "from PySide6.QtGui import QColor\n"
        "from shibokensupport.signature import mapping, layout, parser\n"
        "print([hasattr(one, '__getattr__') for one in (mapping, layout, parser)])\n"
        "try:\n    QColor([], [])\n"
        "except TypeError as error:\n    print(error)\n"
        "print(QColor.__doc__, mapping.type_map is parser.type_map, len(mapping.type_map) > 200)\n"
        "try:\n    mapping.no_such_name\n"
        "except AttributeError as error:\n    print(type(error))\n"
    )
    at_once, later = (loaded_after(code).partition("\n") for code in (asked, PLAINLY + asked))
    assert (at_once[0], later[0]) == ("[False, False, False]", "[True, True, True]")
    assert at_once[2] == later[2]  # the words of a wrong call among them
    assert "QColor(self, name: str" in later[2]


def test_qts_enumerations_are_made_plainly_wherever_pyside_is_loaded_so():
    code = PLAINLY + (
        "import enum\n"
        "def slowly(*how, **more):\n"
        "    raise SystemExit('made by Python')\n"
        "enum.EnumType.__new__ = slowly\n"
        "from PySide6.QtCore import Qt\n"
        "print(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)\n"
    )
    assert loaded_after(code) == "33\n"


def test_compiling_is_pythons_own_again():
    code = PLAINLY + "print(compile, compile('1', '', 'eval'))"
    assert loaded_after(code).startswith("<built-in function compile> <code object")
