"""Libraries and windows for tests: real SQLite files, a real window."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QSettings, Qt, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader import importers
from reader.model.article import Article
from reader.storage.store import Store
from reader.ui.app import Program
from reader.ui.crash import CrashGuard
from reader.ui.library import Library
from reader.ui.settings import Settings
from reader.ui.workspace import Workspace

_PATIENCE_MS = 60_000  # a busy machine is not a fault; only a test that fails waits so long

TEXT = (
    "الوزارة: لا إصابات جديدة 😀\n"
    "قالت المديرة سلمى الحديدي: «لن نتراجع»، وأضافت أن كِتابًا وصل من Health Ltd يوم 2020/3/26.\n"
    "وبلغ العدد 1,554 شخصًا في ٣ مدن.\n"
)


class PatientBot(QtBot):
    """Waits for what a test asserts as long as a busy machine takes."""

    def waitUntil(self, callback, *, timeout=_PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=_PATIENCE_MS, **more):
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget, *, timeout=_PATIENCE_MS):
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget, *, timeout=_PATIENCE_MS):
        return super().waitActive(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """Return what presses keys and waits."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def collection_in_this_thread(qapp: QApplication) -> Iterator[None]:
    """Collect garbage here, as the program does: never in a worker, and never half a window."""
    gc.disable()
    yield
    _forget_programs(qapp)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def _forget_programs(app: QApplication) -> None:
    """Leave nothing of a test's windows to the next: no library, no language, no direction."""
    for program in app.findChildren(Program):
        program.deleteLater()
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(QLocale.system())


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return the path of a library that holds one article of `TEXT`."""
    path = tmp_path / "library.db"
    store = Store.open(path)
    me = store.annotator("me", "me")
    store.add_article(importers.from_text(TEXT, "text"), me.uid, "setup")
    store.close()
    return path


@pytest.fixture
def open_library(database: Path) -> Iterator[Callable[..., Library]]:
    """Return a function that opens the library in one more window."""
    opened = []

    def one_more(name: str = "me") -> Library:
        store = Store.open(database)
        library = Library(store, store.annotator(name, name))
        opened.append(library)
        return library

    yield one_more
    for library in opened:
        library.close()


@pytest.fixture
def library(open_library: Callable[..., Library]) -> Library:
    """Return the library, open."""
    return open_library()


@pytest.fixture
def article(library: Library) -> Article:
    """Return the library's article."""
    return library.articles()[0].article


@pytest.fixture
def write() -> Callable[[QWidget, str], None]:
    """Return a function that types into a widget, in any script."""

    def type_into(widget: QWidget, text: str) -> None:
        for char in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, ord(char), Qt.KeyboardModifier.NoModifier, char)
                QApplication.sendEvent(widget, event)

    return type_into


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings in a file of the test's own, Arabic."""
    made = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made.set("language", "ar")
    return made


@pytest.fixture
def open_window(
    qtbot, qapp: QApplication, settings: Settings
) -> Iterator[Callable[..., Workspace]]:
    """Return a function that opens the whole window on a library."""
    programs: list[Program] = []

    def one_more(database: Path | str, *sources: Path) -> Workspace:
        program = Program(qapp, settings, CrashGuard())
        programs.append(program)
        program.window.resize(1240, 820)  # the offscreen screen is smaller than anybody's
        program.show()
        with qtbot.waitSignal(program.opened) as opened:
            program.open(str(database), list(sources))
        qtbot.waitExposed(program.window)
        opened.args[0].articles.finish()
        return opened.args[0]

    yield one_more
    for program in programs:
        program.window.close()
        program.window.deleteLater()
