"""Builds the program's objects, once, and hands them to one another.

The window and its page stand before the library's machinery is loaded: that is
done in a thread, so that the first paint waits for nothing.
"""

import sys
from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.errors import DamagedLibrary, ReaderError
from reader.ui.collecting import Collector
from reader.ui.controllers.view import ViewController
from reader.ui.crash import CrashGuard
from reader.ui.first_look import FirstLook, Painting
from reader.ui.language import speak
from reader.ui.main_window import MainWindow
from reader.ui.notices import Choice
from reader.ui.page.accessibles import Accessibles
from reader.ui.page.view import PageView
from reader.ui.settings import Settings
from reader.ui.theme import apply_theme, load_fonts, theme_named
from reader.ui.turns import Turns
from reader.ui.worker import Worker

if TYPE_CHECKING:
    from concurrent.futures import Future

    from reader.storage.store import Store
    from reader.ui.at_start import Opened
    from reader.ui.workspace import Workspace


def run(database: str | None, sources: Sequence[str] = ()) -> int:
    """Open the window on a library and import sources into it; return the exit status.

    `database` is a path or an URL, None for the one of `paths.default_database`.
    """
    # Named so, the style is Qt's own affair: `setStyle` would make all of `QStyle` for Python.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("hashiya")
    app.setDesktopFileName("hashiya")
    Accessibles().install()
    settings = Settings(QSettings("hashiya", "hashiya"))
    guard = CrashGuard()
    collector = Collector(app)
    program = Program(app, settings, guard)
    spare(program, collector)
    guard.install()
    program.show()
    program.begin(database, [Path(source) for source in sources])
    status = app.exec()
    collector.stop()
    return status or program.exit_status


def spare(program: "Program", collector: Collector) -> None:
    """Let garbage be collected when nobody scrolls, and no act waits to be painted and saved."""
    program.page.scrolled.connect(collector.put_off)
    program.opened.connect(partial(_spare_acts, collector))


def _spare_acts(collector: Collector, workspace: "Workspace") -> None:
    workspace.library.save_state_changed.connect(collector.put_off)


def _let_pass(_outcome: "Future[Any]") -> None:
    """Do nothing: what failed fails again, and is told, where somebody waits for it."""


class Program(QObject):
    """One window and the library in it.

    `opened` carries the workspace once the library is there; `refused` the
    failure when it could not be opened.
    """

    opened = Signal(object)
    refused = Signal(object)

    def __init__(self, app: QApplication, settings: Settings, guard: CrashGuard) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._workspace: Workspace | None = None
        self._worker = Worker(self)
        self._database = ""
        self.exit_status = 0
        language = settings.language()
        speak(app, language)
        missing = load_fonts()
        apply_theme(app, theme_named(settings.get("theme")))
        self.page = PageView(language)
        self.window = MainWindow(self.page, language)
        self.window.setWindowTitle(self.tr("Hashiya"))
        self.page.setAccessibleName(self.tr("The article"))
        self.page.set_placeholder(
            self.tr("Drop an article here, paste one with Ctrl+Shift+V, or open one with Ctrl+O.")
        )
        self._first_look = FirstLook(self.page, settings)
        self.view = ViewController(app, self.window, self.page, settings)
        self.window.closed.connect(self._worker.close)
        self.window.closed.connect(self.window.tasks.close)
        guard.failure_met.connect(self.window.notices.complain)
        guard.bug_met.connect(self._show_bug)
        if missing:
            text = self.tr("A font is missing and another stands in for it: %1")
            self.window.notices.tell(text.replace("%1", ", ".join(missing)))

    def show(self) -> None:
        """Show the window where it was the last time."""
        geometry = self._settings.get("session/geometry")
        self.window.restore_layout(geometry, self._settings.get("session/state"))
        self.window.show()

    def begin(self, database: str | None, sources: Sequence[Path]) -> None:
        """Show the article of the last session, and open the library once it is painted."""
        title = self._first_look.show(database or paths.default_database())
        if title:
            self.window.setWindowTitle(f"{title} — {self.tr('Hashiya')}")
        Painting(self.page.viewport(), partial(self._go_on, database, sources))

    def _go_on(self, database: str | None, sources: Sequence[Path]) -> None:
        from reader.ui.log import start_log  # noqa: PLC0415 - behind the first paint

        start_log(paths.data_folder())
        self.view.dress()
        self.open(database, sources)

    def open(self, database: str | None, sources: Sequence[Path]) -> None:
        """Open a library beside the window's thread."""
        from reader.ui import at_start  # noqa: PLC0415 - behind the first paint

        self._database = database or paths.default_database()
        # Only a library that nobody asked for by name starts with the sample in it.
        is_own = self._database == str(paths.data_folder() / paths.DATABASE_NAME)
        last = self._settings.get("session/article")
        name, place = self._settings.get("annotator"), (last, self._settings.get("session/top_cp"))
        job = partial(at_start.opened, self._database, name, place, with_sample=is_own)
        self._worker.run(job, partial(self._take, sources))

    def _take(self, sources: Sequence[Path], future: "Future[Any]") -> None:
        """Build the workspace on the library, or say why there is none."""
        try:
            opened: Opened = future.result()
        except ReaderError as error:
            self._complain(error, sources)
            return
        building = Turns(self._built(sources, opened), self)
        self.window.closed.connect(building.drop)

    def _built(self, sources: Sequence[Path], opened: "Opened") -> Generator[None, None, None]:
        """Build the workspace in steps, so that no turn is long; a library left so is let go."""
        from reader.ui.library import Library  # noqa: PLC0415 - after the first paint
        from reader.ui.panel_set import panels_of  # noqa: PLC0415

        library = Library(opened.store, opened.annotator, committed=opened.committed)
        library.hold_subjects(opened.subjects)
        workspace = None
        try:
            panels = yield from panels_of(self.window, library, self._settings)
            from reader.ui.workspace import Workspace  # noqa: PLC0415 - many modules: a step

            yield
            workspace = Workspace(
                self.window, self.page, library, panels, self._settings, self.view, self._database
            )
        finally:
            if workspace is None:
                library.close()
        yield
        self._workspace = workspace
        self.exit_status = 0
        workspace.start(sources, opened.first)
        self.opened.emit(workspace)
        self._look_after(opened.store)

    def _look_after(self, store: "Store") -> None:
        """Get ready to open articles, say what SQLite cannot do here, and make the daily copy."""
        from reader.ui import at_start  # noqa: PLC0415 - after the first paint

        self._worker.run(partial(at_start.warmed, store), _let_pass)
        if store.is_alone:
            words = self.tr("The SQLite of this computer is old: one window at a time can be open.")
            self.window.notices.tell(words)
        if store.path is not None and not store.read_only:
            self._worker.run(partial(at_start.copied, store.path), self._note_copy)

    def _note_copy(self, future: "Future[Any]") -> None:
        """Say it when the daily copy could not be made; the work goes on all the same."""
        try:
            future.result()
        except ReaderError as error:
            self.window.notices.complain(error)

    def _complain(self, error: ReaderError, sources: Sequence[Path]) -> None:
        """Keep the window, empty, with the ways on."""
        self.exit_status = 1
        self._first_look.forget()
        import logging  # noqa: PLC0415 - the window starts without

        from reader.ui import at_start  # noqa: PLC0415

        logging.getLogger("hashiya").warning("library refused: %s", type(error).__name__)
        self.window.notices.complain(error, *self._ways_on(sources), topic="library")
        self.refused.emit(error)
        if isinstance(error, DamagedLibrary):
            found = partial(self._offer_copy, error, sources)
            self._worker.run(partial(at_start.newest_copy, Path(self._database)), found)

    def _ways_on(self, sources: Sequence[Path]) -> tuple[Choice, ...]:
        return (
            Choice(self.tr("Try again"), partial(self.open, self._database, sources)),
            Choice(self.tr("Open another library…"), partial(self._choose_library, sources)),
        )

    def _offer_copy(
        self, error: ReaderError, sources: Sequence[Path], future: "Future[Any]"
    ) -> None:
        """Offer the newest copy that is sound; the damaged file is kept aside."""
        copy: Path | None = future.result()
        if copy is None:
            return
        self.window.notices.complain(
            error,
            Choice(self.tr("Restore the newest copy"), partial(self._restore, copy, sources)),
            *self._ways_on(sources),
            topic="library",
        )

    def _restore(self, copy: Path, sources: Sequence[Path]) -> None:
        self.window.notices.dismiss()
        from reader.ui import at_start  # noqa: PLC0415 - behind the first paint

        job = partial(at_start.restored, copy, Path(self._database))
        self._worker.run(job, partial(self._reopen, sources))

    def _reopen(self, sources: Sequence[Path], future: "Future[Any]") -> None:
        try:
            future.result()
        except ReaderError as error:
            self._complain(error, sources)
            return
        self.open(self._database, sources)

    def _choose_library(self, sources: Sequence[Path]) -> None:
        name, _ = QtWidgets.QFileDialog.getOpenFileName(
            self.window, self.tr("Open another library"), "", self.tr("Libraries (*.db)")
        )
        if name:
            self.window.notices.dismiss()
            self.open(name, sources)

    def _show_bug(self, report: str) -> None:
        from reader.ui.dialogs.about import BugDialog  # noqa: PLC0415 - seldom needed

        dialog = BugDialog(report, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
