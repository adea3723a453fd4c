"""Codebooks as files: this one is written, another desk's is joined to it as one act."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.errors import ReaderError
from reader.label import Language
from reader.model.bundle import BroughtIn
from reader.model.change import Change
from reader.model.codebook_joining import Book, Joining, joined
from reader.progress import Progress
from reader.text.controls import guarded
from reader.ui.annotation_acts import Planned
from reader.ui.dialogs.bringing import BringingDialog
from reader.ui.large_acts import LargeActs
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.notices import Choice


class CodebookFiles(QObject):
    """Brings a codebook in at once where nothing differs, and shows first what will not come."""

    def __init__(
        self, window: MainWindow, library: Library, acts: LargeActs, language: Language
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._acts = acts
        self._language: Language = language
        self._dialog: BringingDialog | None = None

    def choose_import(self) -> None:
        """Ask for a file, and bring in the codebook that it holds."""
        filters = self.tr("Codebooks (*.json *.qdc);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import a codebook"), "", filters
        )
        if name:
            self.import_from(Path(name))

    def choose_export(self) -> None:
        """Ask for a file, and write the codebook into it."""
        filters = self.tr("Codebook of Hashiya (*.json);;REFI-QDA codebook (*.qdc)")
        name, chosen = QFileDialog.getSaveFileName(
            self._window, self.tr("Export the codebook"), f"{self.tr('Codebook')}.json", filters
        )
        if name:
            path = Path(name)
            ending = ".qdc" if "*.qdc" in chosen else ".json"
            self.export_to(path if path.suffix else path.with_suffix(ending))

    def import_from(self, path: Path) -> None:
        """Read a codebook, and bring it in; where something of it will not come, ask first."""
        self._window.tasks.run(
            self.tr("Reading %1").replace("%1", guarded(path.name)),
            partial(_read, path),
            partial(self._offer, path.name),
        )

    def export_to(self, path: Path) -> None:
        """Write the tags with their fields and templates into a file."""
        from reader.exporters.codebook import save_codebook  # noqa: PLC0415 - not for a start

        try:
            save_codebook(self._here(), path)
        except ReaderError as error:
            self._window.notices.complain(error)
            return
        self._window.notices.tell(self.tr("Saved as %1.").replace("%1", guarded(path.name)))

    def _here(self) -> Book:
        book = self._library.codebook
        return Book(tags=book.tags(), fields=book.fields(), templates=book.templates())

    def _offer(self, name: str, brought: Book) -> None:
        joining = joined(self._here(), brought)
        if not joining.misfits:
            self._bring(name, brought)
            return
        dialog = BringingDialog(name, self._told(joining), self._language, self._window)
        dialog.accepted.connect(partial(self._bring, name, brought))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _told(self, joining: Joining) -> BroughtIn:
        """Return what an import would do, as it is told of bundles."""
        change = Change(
            act="codebook",
            edits=joining.edits,
            annotator_uid=self._library.annotator.uid,
            session_uid=self._library.session_uid,
        )
        return BroughtIn(
            change=change if joining.edits else None,
            added=joining.added,
            present=joining.present,
            misfits=joining.misfits,
        )

    def _bring(self, name: str, brought: Book) -> None:
        """Join it to what is here now, whatever was done since it was read."""
        joining = joined(self._here(), brought)
        try:
            plan, then = partial(_planned, joining), partial(self._tell, name)
            self._acts.do("codebook", len(joining.edits), plan, then)
        except ReaderError as error:
            self._window.notices.complain(error)

    def _tell(self, name: str, change: Change | None) -> None:
        count = 0 if change is None else len(change.edits)
        words = self.tr("Tags, fields and templates that came in from %1: %2.")
        words = words.replace("%2", str(count)).replace("%1", guarded(name))
        undo = Choice(self.tr("Undo"), partial(self._take_back, change))
        self._window.notices.tell(words, *(() if change is None else (undo,)))

    def _take_back(self, change: Change | None) -> None:
        """Undo the import, unless something else has been done since."""
        self._window.notices.dismiss()
        self._library.flush()
        newest = self._library.next_undo()
        if newest is not None and change is not None and newest.uid == change.uid:
            self._library.undo_due.emit()


def _planned(joining: Joining) -> Planned:
    return Planned("codebook", joining.edits)


def _read(path: Path, progress: Progress) -> Book:
    from reader.importers.codebook_file import load_codebook  # noqa: PLC0415 - in a thread

    book = load_codebook(path)
    progress(1, 1)
    return book
