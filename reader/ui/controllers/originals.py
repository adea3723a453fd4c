"""The bytes as they were imported: opened with the system's program, saved, verified."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from reader.errors import OutputUnwritable, ReaderError
from reader.model.article import Revision
from reader.reasons import os_reason
from reader.ui.controllers.articles import ArticleController
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.originals import safe_name
from reader.ui.settings import Settings

_READ_ONLY = 0o400
_DIGEST_SHOWN = 16  # of 64 hexadecimal digits; all of them stand in the library


class OriginalController(QObject):
    """What can be done with the source of the text on the page."""

    def __init__(
        self, window: MainWindow, library: Library, articles: ArticleController, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._articles = articles
        self._settings = settings
        self._folders: list[TemporaryDirectory[str]] = []

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {
            "open_original": self.open,
            "save_original": self.ask_path,
            "verify_original": self.verify,
        }

    def close(self) -> None:
        """Remove the copies that were opened."""
        for folder in self._folders:
            with suppress(OSError):  # another program may hold one open
                folder.cleanup()

    def open(self) -> Path | None:
        """Open a private copy, to be read only, with the system's program; return its path."""
        found = self._source()
        if found is None:
            return None
        revision, source = found
        folder = TemporaryDirectory(prefix="hashiya-")
        self._folders.append(folder)
        path = Path(folder.name, safe_name(revision.source_name, revision.format))
        try:
            path.write_bytes(source)
            path.chmod(_READ_ONLY)
        except OSError as error:
            self._window.notices.complain(OutputUnwritable(name=path, reason=os_reason(error)))
            return None
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = self.tr("A copy is opened. What it names on the network, its program may call.")
        else:
            words = self.tr("No program of this computer opens it. It can be saved instead.")
        self._window.notices.tell(words)
        return path

    def ask_path(self) -> None:
        """Ask where the bytes shall be saved."""
        found = self._source()
        if found is None:
            return
        revision, source = found
        name = safe_name(revision.source_name, revision.format)
        folder = Path(self._settings.get("import_folder") or Path.home())
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the original"), str(folder / name)
        )
        if chosen:
            self.save(Path(chosen), source)

    def save(self, path: Path, source: bytes) -> None:
        """Write bytes to a file, all of them or nothing."""
        from reader.exporters.output import atomic_write  # noqa: PLC0415 - brings all formats

        try:
            with atomic_write(path) as stream:
                stream.write(source)
        except ReaderError as error:
            self._window.notices.complain(error)
            return
        self._window.notices.tell(self.tr("Saved: %1").replace("%1", path.name))

    def verify(self) -> bool | None:
        """Say whether the bytes are those that were imported; return it, None for no article."""
        found = self._source()
        if found is None:
            return None
        revision, source = found
        digest = sha256(source).hexdigest()
        is_same = digest == revision.source_sha256
        words = self.tr("Unchanged since it was imported: %1 bytes, SHA-256 %2…")
        if not is_same:
            words = self.tr("Not what was imported: %1 bytes, SHA-256 %2… instead of %3…")
        number = self._window.locale().toString(len(source))
        told = words.replace("%1", number).replace("%2", digest[:_DIGEST_SHOWN])
        told = told.replace("%3", revision.source_sha256[:_DIGEST_SHOWN])
        self._window.notices.tell(told, lasting=not is_same)
        return is_same

    def _source(self) -> tuple[Revision, bytes] | None:
        revision = self._articles.revision
        if revision is None:
            return None
        try:
            return revision, self._library.store.source_bytes(revision.uid)
        except ReaderError as error:
            self._window.notices.complain(error)
            return None
