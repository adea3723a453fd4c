"""How articles come in: files, folders, the clipboard, what is dropped, and pages by address."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from reader.errors import ReaderError
from reader.importers import Child, Given
from reader.importers.addresses import MayCall, host_of, is_public
from reader.importers.formats import suffixes
from reader.model.article import ImportedArticle
from reader.progress import Cancelled, Progress
from reader.text.controls import guarded
from reader.ui import origins as made
from reader.ui.bringing_in import (
    Add,
    Brought,
    NotAdded,
    Reading,
    bring_in,
    keep,
    read_again,
    recognising,
)
from reader.ui.column_memory import remember, remembered
from reader.ui.controllers.previews import Previews
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.notices import Choice
from reader.ui.origins import Origin, Twin
from reader.ui.page.view import PageView
from reader.ui.settings import Settings
from reader.ui.tasks import Task

if TYPE_CHECKING:
    from reader.importers.fetching import Fetched

_MOST_TOLD = 4  # failures that are named one by one


class ImportController(QObject):
    """Reads what a person brings, shows what was understood, and keeps what is wanted.

    `may_call` judges which addresses of the network a page may be fetched from.
    `came_again` carries what an import brought of articles that are in the library already,
    `bundle_read` the name of a file and the annotations that it holds, `library_met` the
    path of another library.
    """

    came_again = Signal(object)
    bundle_read = Signal(str, object)
    library_met = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        settings: Settings,
        may_call: MayCall = is_public,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._settings = settings
        self._may_call = may_call
        self._child = Child()
        self._again: Task | None = None
        self.previews = Previews(window, page, settings.language())
        self.previews.kept.connect(self._keep)
        self.previews.reading_wanted.connect(self._read_again)
        self.previews.finished.connect(self._give_up_reading)
        window.dropped.connect(self.take_in)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {
            "open_file": self.choose_files,
            "open_folder": self.choose_folder,
            "paste_article": self.paste,
            "import_address": self.ask_address,
        }

    def close(self) -> None:
        """Let go of the child and of a preview that is on its way."""
        self.previews.close()
        self._child.close()

    # What a person brings -----------------------------------------------------

    def choose_files(self) -> None:
        """Ask for files and import them."""
        endings = " ".join(f"*{suffix}" for suffix in sorted(suffixes()))
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open an article"),
            self._settings.get("import_folder"),
            self.tr("Articles (%1);;All files (*)").replace("%1", endings),
        )
        if names:
            self._settings.set("import_folder", str(Path(names[0]).parent))
            self.import_files(Path(name) for name in names)

    def choose_folder(self) -> None:
        """Ask for a folder and import what is in it and below it."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import a folder"), self._settings.get("import_folder")
        )
        if name:
            self._settings.set("import_folder", name)
            self.import_files([Path(name)])

    def import_files(self, paths: Iterable[Path]) -> None:
        """Import files and folders, one after another, beside the window's thread."""
        others, files = made.libraries_among(paths, self._library.store.path)
        for path in others:
            self.library_met.emit(path)
        origins = made.of_paths(files, remembered(self._settings))
        if origins:
            self._bring_in(origins)

    def paste(self) -> None:
        """Make an article of what is on the clipboard, or offer to fetch its address."""
        self._import_copied(QGuiApplication.clipboard().mimeData())

    def take_in(self, mime: QMimeData) -> None:
        """Import what was dropped: files, folders, parts of pages texts; or offer an address."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.import_files(paths)
        elif mime.urls() and host_of(mime.urls()[0].toString()):
            self.ask_address(mime.urls()[0].toString())
        else:
            self._import_copied(mime)

    def ask_address(self, url: str | bool = "") -> None:
        """Ask for an address, and fetch the page once the person says so."""
        from reader.ui.dialogs.address import AddressDialog  # noqa: PLC0415 - brings the network

        copied = QGuiApplication.clipboard().text().strip()
        offered = url if isinstance(url, str) and url else copied if host_of(copied) else ""
        dialog = AddressDialog(offered, self._settings.language(), self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.fetch(dialog.address())
        dialog.deleteLater()

    def fetch(self, url: str) -> None:
        """Fetch a page, and import it."""
        self._window.tasks.run(
            self.tr("Fetching the page"), partial(self._fetched, url), self._import_page
        )

    def _fetched(self, url: str, progress: Progress) -> "Fetched":
        """Return what a site sends; in a task's thread. Raises Cancelled."""
        from reader.importers.fetching import fetch  # noqa: PLC0415 - brings the network

        def is_cancelled() -> bool:
            try:
                progress(0, 0)
            except Cancelled:
                return True
            return False

        try:
            return fetch(url, cancelled=is_cancelled, may_call=self._may_call)
        except ReaderError:
            progress(0, 0)  # what was given up has not failed
            raise

    def _import_page(self, found: "Fetched") -> None:
        given = Given(url=found.url, columns=remembered(self._settings))
        self._bring_in([Origin(name=found.name, source=found.source, given=given)])

    def _import_copied(self, mime: QMimeData) -> None:
        text, name = mime.text(), self.tr("The clipboard")
        if host_of(text):
            self.ask_address(text.strip())
        elif mime.hasHtml() and mime.html().strip():
            self._bring_in([made.of_markup(mime.html(), text, name)])
        else:
            self._bring_in([made.of_text(text, name)])

    # What comes of it ---------------------------------------------------------

    def _reading(self) -> Reading:
        shows_all = self._settings.get("import_preview")
        return Reading(self._child, self._twin_of, shows_all=shows_all)

    def _twin_of(self, imported: ImportedArticle) -> Twin | None:
        """Return what is in the library already of an article; from any thread."""
        known = self._library.store.recognised(imported)
        return Twin(title=known.article.title, same_text=known.is_shown) if known else None

    def _bring_in(self, origins: Sequence[Origin]) -> None:
        """Read in a thread; what leaves no question is in at once, the rest waits."""
        self._window.tasks.run(
            self.tr("Importing %Ln file(s)", "", len(origins)),
            partial(bring_in, origins, self._reading(), self._recognising()),
            self._brought,
        )

    def _brought(self, brought: Brought) -> None:
        if brought.added:
            self._library.note_added(brought.added)
        if brought.again:
            self.came_again.emit(brought.again)
        for one in brought.bundles:
            self.bundle_read.emit(one.origin.name, one.bundle)
        if brought.held and not brought.is_stopped:
            candidates = [*brought.held, *brought.unread]
            brought.expected -= len(candidates)
            brought.unread = []
            self.previews.show(candidates)
        self._tell_of(brought)

    def _recognising(self) -> Add:
        library = self._library
        return recognising(library.store, library.annotator.uid, library.session_uid)

    def _keep(self, articles: Sequence[ImportedArticle], add: Add | None = None) -> None:
        if articles:
            self._window.tasks.run(
                self.tr("Keeping %Ln article(s)", "", len(articles)),
                partial(keep, articles, add or self._recognising()),
                self._brought,
            )

    def import_as_new(self, imported: ImportedArticle) -> None:
        """Add what was imported as an article of its own, whatever it resembles."""
        self._keep([imported], self._library.adder())

    def _tell_of(self, brought: Brought) -> None:
        """Say what did not come in; of several, how many did."""
        notices = self._window.notices
        errors = [one.error for one in brought.unread if one.error is not None]
        errors += [one.error for one in brought.not_added]
        if brought.expected == 1 and errors:
            notices.complain(errors[0], *map(self._retry, brought.not_added))
            return
        if not errors and not brought.is_stopped:
            return
        language = self._settings.language()
        number = self._window.locale().toString
        words = self.tr("%1 of %2 imported.")
        added, expected = number(brought.number), number(brought.expected)
        lines = [words.replace("%1", added).replace("%2", expected)]
        lines += [error.sentence(language, guarded) for error in errors[:_MOST_TOLD]]
        if len(errors) > _MOST_TOLD:
            lines.append(self.tr("And %Ln other(s).", "", len(errors) - _MOST_TOLD))
        notices.tell("\n".join(lines), *map(self._retry, brought.not_added[:1]), lasting=True)

    def _retry(self, one: NotAdded) -> Choice:
        return Choice(self.tr("Try again"), partial(self._keep, [one.imported]))

    # The preview --------------------------------------------------------------

    def _read_again(self, key: str, origin: Origin) -> None:
        """Read a source with another encoding or other columns, and show what it gives then."""
        if origin.given.columns is not None:
            remember(self._settings, origin.given.columns)
        if self._again is not None:
            self._again.cancel()
        self._again = self._window.tasks.run(
            self.tr("Reading %1 again").replace("%1", guarded(origin.name)),
            partial(read_again, origin, self._reading()),
            partial(self.previews.replace, key),
        )

    def _give_up_reading(self) -> None:
        if self._again is not None:
            self._again.cancel()
            self._again = None
