"""How annotations of others come in: shown, then brought in as one act."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.importers.attaching import attached
from reader.label import Language
from reader.model.bundle import BroughtIn, Bundle
from reader.progress import Progress
from reader.text.controls import guarded
from reader.ui.dialogs.bringing import BringingDialog
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.notices import Choice
from reader.ui.settings import Settings


class BundleController(QObject):
    """Offers what a file or another library holds, and brings it in when a person says so."""

    def __init__(self, window: MainWindow, library: Library, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._settings = settings
        self._language: Language = settings.language()
        self._dialog: BringingDialog | None = None

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {"merge_library": self.choose_library}

    def choose_library(self) -> None:
        """Ask for another library, and show what it would bring."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Merge another library"),
            self._settings.get("import_folder"),
            self.tr("Hashiya libraries (*.db);;All files (*)"),
        )
        if name:
            self.read_library(Path(name))

    def read_library(self, path: Path) -> None:
        """Read another library, and show what it would bring."""
        self._window.tasks.run(
            self.tr("Reading %1").replace("%1", guarded(path.name)),
            partial(_read, path, self._library.store.path),
            partial(self.offer, path.name),
        )

    def offer(self, name: str, bundle: Bundle) -> None:
        """Find out what a bundle would bring, and show it."""
        self._library.flush()
        self._window.tasks.run(
            self.tr("Looking at what is here already"),
            partial(_rehearse, self._library, name, bundle),
            partial(self._show, name),
        )

    def _show(self, name: str, rehearsed: tuple[Bundle, BroughtIn]) -> None:
        bundle, told = rehearsed
        dialog = BringingDialog(name, told, self._language, self._window)
        dialog.accepted.connect(partial(self._bring, name, bundle))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _bring(self, name: str, bundle: Bundle) -> None:
        self._window.tasks.run(
            self.tr("Importing %1").replace("%1", guarded(name)),
            partial(_bring_in, self._library, bundle),
            partial(self._brought, name),
        )

    def _brought(self, name: str, came: BroughtIn) -> None:
        self._library.note_brought(came.change)
        if came.articles:
            self._library.article_added.emit(came.articles[-1])
        count = came.added.get("annotation", 0)
        words = self.tr("%Ln annotation(s) came in from %1.", "", count)
        undo = Choice(self.tr("Undo"), partial(self._take_back, came))
        choices = () if came.change is None else (undo,)
        self._window.notices.tell(words.replace("%1", guarded(name)), *choices)

    def _take_back(self, came: BroughtIn) -> None:
        """Undo the import, unless something else has been done since."""
        self._window.notices.dismiss()
        newest = self._library.next_undo()
        if newest is not None and came.change is not None and newest.uid == came.change.uid:
            self._library.undo_due.emit()


def _read(path: Path, ours: Path | None, progress: Progress) -> Bundle:
    from reader.storage.merging import bundle_of  # noqa: PLC0415 - in a thread

    return bundle_of(path, ours, progress)


def _rehearse(
    library: Library, name: str, bundle: Bundle, progress: Progress
) -> tuple[Bundle, BroughtIn]:
    """Return a bundle with all that is tied to texts of the library, and what it would bring."""
    progress(0, 0)
    store = library.store
    whole = attached(bundle, name, store)
    return whole, store.rehearse(whole, library.annotator.uid, library.session_uid)


def _bring_in(library: Library, bundle: Bundle, progress: Progress) -> BroughtIn:
    progress(0, 0)
    return library.store.bring_in(bundle, library.annotator.uid, library.session_uid)
