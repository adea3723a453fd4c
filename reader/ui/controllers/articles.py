"""How articles come in and which one is on the page."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reader import importers
from reader.errors import EncodingUncertain, ReaderError
from reader.importers import Child, Imported
from reader.importers.formats import suffixes
from reader.model.article import Article, ImportedArticle, Revision
from reader.ui.dialogs.encoding import EncodingDialog
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.notices import Choice
from reader.ui.page.view import PageView
from reader.ui.settings import Settings
from reader.ui.worker import Worker


class ArticleController(QObject):
    """Imports articles and shows them.

    `shown` carries the article and its newest revision, now on the page.
    """

    shown = Signal(object, object)

    def __init__(
        self, window: MainWindow, page: PageView, library: Library, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._library = library
        self._settings = settings
        self._worker = Worker(self)
        self._child = Child()
        self._closing = Event()
        self._article: Article | None = None
        self._revision: Revision | None = None
        library.article_added.connect(self._show_added)
        library.import_failed.connect(self._complain_of_import)
        window.dropped.connect(self.take_in)

    @property
    def article(self) -> Article | None:
        """Return the article on the page."""
        return self._article

    @property
    def revision(self) -> Revision | None:
        """Return the text on the page."""
        return self._revision

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {"open_file": self.choose_files, "paste_article": self.paste}

    def close(self) -> None:
        """Give up an import at hand, and remember where the reader was."""
        self._closing.set()
        self._worker.close()
        self._child.close()
        if self._article is not None:
            self._settings.set("session/article", self._article.uid)
            self._settings.set("session/top_cp", self._page.top_position())

    def show(self, article_uid: str, top_cp: int = 0) -> None:
        """Put an article on the page, from `top_cp` on; raises UnknownArticle."""
        article = self._library.article(article_uid)
        revision = self._library.revision(article_uid)
        self._article, self._revision = article, revision
        self._page.show_text(revision.text, direction_default_rtl=article.language != "en")
        self._page.set_annotations(self._library.annotations(revision.uid))
        if top_cp:
            self._page.restore_top(top_cp)
        self._window.setWindowTitle(f"{article.title} — {self.tr('Hashiya')}")
        self.shown.emit(article, revision)

    def show_first(self) -> None:
        """Go back to where the last session ended, or to the newest article."""
        uids = [summary.article.uid for summary in self._library.articles()]
        last = self._settings.get("session/article")
        if last in uids:
            self.show(last, self._settings.get("session/top_cp"))
        elif uids:
            self.show(uids[0])

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

    def import_files(self, paths: Iterable[Path]) -> None:
        """Import files, one after another, beside the window's thread."""
        for path in paths:
            self._worker.run(partial(importers.load, path, **self._apart()), self._read)

    def paste(self) -> None:
        """Make an article of the text on the clipboard."""
        self._import_text(QGuiApplication.clipboard().mimeData())

    def take_in(self, mime: QMimeData) -> None:
        """Import what was dropped: files, or a text."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.import_files(paths)
        else:
            self._import_text(mime)

    def _apart(self) -> dict[str, Any]:
        """Return where foreign documents are read, and who gives it up."""
        return {"child": self._child, "cancelled": self._closing.is_set}

    def _import_text(self, mime: QMimeData) -> None:
        name = self.tr("The clipboard")
        self._worker.run(partial(importers.from_text, mime.text(), name), self._read)

    def _read(self, future: "Future[Any]") -> None:
        try:
            found: Imported | ImportedArticle = future.result()
        except EncodingUncertain as error:
            self._ask_encoding(error)
        except ReaderError as error:
            self._window.notices.complain(error)
        else:
            articles = found.articles if isinstance(found, Imported) else (found,)
            for imported in articles:
                self._library.add_article(imported)

    def _ask_encoding(self, error: EncodingUncertain) -> None:
        language = self._settings.language()
        encoding = EncodingDialog.ask(error, language, self._window)
        if encoding:
            job = partial(importers.from_bytes, error.source, error.name, encoding, **self._apart())
            self._worker.run(job, self._read)

    def _show_added(self, article: Article) -> None:
        self.show(article.uid)

    def _complain_of_import(self, error: ReaderError, imported: ImportedArticle) -> None:
        again = Choice(self.tr("Try again"), partial(self._library.add_article, imported))
        self._window.notices.complain(error, again)
