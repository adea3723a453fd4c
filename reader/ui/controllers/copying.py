"""Words of the page on the clipboard."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reader.text.visual import visual_lines
from reader.ui.citation import words_at_hand
from reader.ui.controllers.articles import ArticleController
from reader.ui.library import Library
from reader.ui.page.view import PageView


class Copying(QObject):
    """Copies what is selected, or the current annotation."""

    def __init__(
        self, page: PageView, library: Library, articles: ArticleController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._library = library
        self._articles = articles

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {"copy": self.copy, "copy_visual": self.copy_visual}

    def copy(self) -> None:
        """Put the words on the clipboard, exactly as they are stored."""
        if words := self._words():
            QGuiApplication.clipboard().setText(words)

    def copy_visual(self) -> None:
        """Put them there reshaped and reordered, for software that does neither."""
        if words := self._words():
            QGuiApplication.clipboard().setText(visual_lines(words))

    def _words(self) -> str:
        return words_at_hand(self._page, self._library, self._articles.revision)
