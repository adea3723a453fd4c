"""The preview of what was read: it comes in steps, so that the window has its turns meanwhile."""

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.label import Language
from reader.ui.main_window import MainWindow
from reader.ui.origins import Candidate
from reader.ui.page.view import PageView
from reader.ui.turns import Turns

if TYPE_CHECKING:
    from reader.ui.dialogs.preview.dialog import ImportPreview


class Previews(QObject):
    """Opens one preview at a time; what is read while it is open joins its list.

    `kept` and `reading_wanted` are the preview's, `finished` tells that it is gone.
    """

    kept = Signal(object)
    reading_wanted = Signal(str, object)
    finished = Signal()

    def __init__(self, window: MainWindow, page: PageView, language: Language) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._language: Language = language
        self._waiting: list[Candidate] = []  # what the preview that is on its way will show
        self._coming: Turns | None = None
        self.preview: ImportPreview | None = None

    def show(self, candidates: Sequence[Candidate]) -> None:
        """Show what was read."""
        if self.preview is not None:
            self.preview.add(candidates)
            return
        self._waiting.extend(candidates)
        if self._coming is None:
            self._coming = Turns(self._made(), self)

    def replace(self, key: str, candidates: Sequence[Candidate]) -> None:
        """Show what a source gives now, in place of what it gave."""
        if self.preview is not None:
            self.preview.replace(key, candidates)

    def close(self) -> None:
        """Open none any more."""
        if self._coming is not None:
            self._coming.drop()

    def _made(self) -> Generator[None, None, None]:
        """Load the preview's modules, make its widgets, and lay it out, a step each."""
        from reader.ui.dialogs.preview.dialog import ImportPreview  # noqa: PLC0415 - in its time

        yield
        found, self._waiting = self._waiting, []
        self.preview = preview = ImportPreview(found, self._language, self._page.look, self._window)
        preview.kept.connect(self.kept)
        preview.reading_wanted.connect(self.reading_wanted)
        preview.finished.connect(self._forget)
        yield
        self._coming = None
        preview.open()

    def _forget(self) -> None:
        if self.preview is not None:
            self.preview.deleteLater()
            self.preview = None
        self.finished.emit()
