"""The article on paper, in a PDF, and as a quote with its source."""

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QBuffer, QObject
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from reader.model.annotation import QuoteFields
from reader.progress import Progress
from reader.ui.citation import cited
from reader.ui.controllers.articles import ArticleController
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.page.view import PageView
from reader.ui.panels.moments import date_in_words
from reader.ui.panels.prose import listed
from reader.ui.printing import Printed, PrintJob, open_buffer, paper_look, pdf_device
from reader.ui.settings import Settings
from reader.ui.theme import INTERFACE_FAMILY


class PaperController(QObject):
    """Prints, one article at a time, and quotes."""

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        articles: ArticleController,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._library = library
        self._articles = articles
        self._settings = settings
        self._language = settings.language()
        self._job: PrintJob | None = None
        self._device: QPagedPaintDevice | None = None
        self._buffer: QBuffer | None = None
        self._path = Path()

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {
            "print": self.ask_printer,
            "export_pdf": self.ask_pdf,
            "copy_quote": self.copy_quote,
        }

    def close(self) -> None:
        """Give up what is being drawn."""
        self._let_go()

    def ask_printer(self) -> None:
        """Ask for a printer and print the article."""
        if self._articles.article is None or self._job is not None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._articles.article.title)
        if QPrintDialog(printer, self._window).exec():
            self._start(printer, family=None)

    def ask_pdf(self) -> None:
        """Ask for a place and write the article there as a PDF."""
        if self._articles.article is None or self._job is not None:
            return
        folder = Path(self._settings.get("export_folder") or Path.home())
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save as PDF"),
            str(folder / "article.pdf"),
            self.tr("PDF files (*.pdf)"),
        )
        if name:
            self.write_pdf(Path(name))

    def write_pdf(self, path: Path) -> None:
        """Write the article as a PDF, a sheet at a time; the window says when it is done."""
        article = self._articles.article
        if article is None or self._job is not None:
            return
        self._path = path
        self._buffer = open_buffer()
        self._start(pdf_device(self._buffer, article.title), family=INTERFACE_FAMILY)

    def copy_quote(self) -> None:
        """Copy the selected words, or the current annotation's, with their source."""
        article, revision = self._articles.article, self._articles.revision
        if article is None or revision is None:
            return
        start, end = self._page.selection()
        current = self._library.annotation(self._page.current() or "")
        if start == end and current is not None:
            start, end = current.start_cp, current.end_cp
        if start == end:
            self._window.notices.tell(self.tr("Select the words to quote first."))
            return
        words = revision.text[start:end]
        text = cited(words, article, self._language, self._speaker(revision.uid, start, end))
        QGuiApplication.clipboard().setText(text)

    def _speaker(self, revision_uid: str, start: int, end: int) -> str:
        """Return who says the words of a range, if they lie within a quote; "" if unknown."""
        for one in self._library.annotations(revision_uid):
            if isinstance(one.fields, QuoteFields) and one.start_cp <= start < end <= one.end_cp:
                entry = self._library.entry(one.uid)
                subject = entry.subject if entry is not None else None
                return subject.name if subject is not None else one.fields.speaker
        return ""

    def _printed(self) -> Printed | None:
        article, revision = self._articles.article, self._articles.revision
        if article is None or revision is None:
            return None
        date = date_in_words(article.published, self._language) if article.published else ""
        source = listed((article.byline, article.publisher, date), self._language)
        return Printed(
            title=article.title,
            source=source,
            text=revision.text,
            annotations=tuple(self._library.annotations(revision.uid)),
            tags=self._library.tags(),
            language=self._language,
            text_rtl=article.language != "en",
            key_heading=self.tr("Key"),
            notes_heading=self.tr("Notes"),
        )

    def _start(self, device: QPagedPaintDevice, family: str | None) -> None:
        printed = self._printed()
        if printed is None:
            return
        self._device = device
        self._job = job = PrintJob(printed, device, paper_look(self._page.look, family))
        if not job.begin():
            self._window.notices.tell(self.tr("The printer does not answer."))
            self._let_go()
            return
        self._window.tasks.step(
            self.tr("Drawing the pages"), job.steps(), self._finish, cancelled=self._let_go
        )

    def _finish(self, _: object) -> None:
        """Write what was drawn, if it is a file."""
        buffer, path = self._buffer, self._path
        self._let_go()
        if buffer is None:
            return
        buffer.close()
        label = self.tr("Saving %1").replace("%1", path.name)
        job = partial(_write, path, bytes(buffer.data().data()))
        self._window.tasks.run(label, job, partial(self._tell_saved, path))

    def _tell_saved(self, path: Path, _: object) -> None:
        self._window.notices.tell(self.tr("Saved as %1").replace("%1", path.name))

    def _let_go(self) -> None:
        """Forget the job, and with it the device that it drew on."""
        if self._job is not None:
            self._job.end()
        self._job = self._device = self._buffer = None


def _write(path: Path, pdf: bytes, progress: Progress) -> None:
    from reader.exporters.output import atomic_write  # noqa: PLC0415 - brings all formats
    from reader.exporters.report.pdf_marks import set_marks_apart  # noqa: PLC0415 - as that

    progress(0, 1)
    with atomic_write(path) as stream:
        set_marks_apart(BytesIO(pdf), stream)
        progress(1, 1)
