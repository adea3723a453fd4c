"""Hands annotations on: asks what and where, writes beside the window's thread."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from reader.exporters import ExportOptions, ExportReport, chosen, export_to_file
from reader.label import Language
from reader.model.entry import AnnotatedArticle
from reader.progress import Progress
from reader.ui.controllers.articles import ArticleController
from reader.ui.dialogs.export import ExportDialog, ExportWish, Scope
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.settings import Settings


class ExportController(QObject):
    """Does exports; one that is given up leaves no file."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        articles: ArticleController,
        annotations: AnnotationsPanel,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._articles = articles
        self._list = annotations
        self._settings = settings
        self._language: Language = settings.language()

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {"export": self.ask}

    def ask(self) -> None:
        """Ask what to export, and do it."""
        self._articles.filler.finish()
        preset = self._settings.get("export_preset")
        path = self._folder() / "annotations.csv"
        wish = ExportDialog.ask(self._scopes(), preset, path, self._language, self._window)
        if wish is not None:
            self._settings.set("export_preset", wish.preset)
            self._settings.set("export_folder", str(wish.path.parent))
            self.export(wish)

    def export(self, wish: ExportWish) -> None:
        """Write what was wished for; the window says when it is done."""
        if not self._library.flush(0) and self._library.save_state.kind == "unsaved":
            self._window.notices.tell(self.tr("Save first: the export holds only what is saved."))
            return
        self._library.flush()
        uids = frozenset(self._list.visible_uids()) if wish.scope == "filter" else None
        article = self._articles.article
        articles = [article.uid] if wish.scope != "all" and article is not None else None
        options = ExportOptions(
            preset=wish.preset, delimiter=wish.delimiter, language=self._language
        )
        label = self.tr("Exporting to %1").replace("%1", wish.path.name)
        job = partial(self._write, wish, articles, uids, options)
        self._window.tasks.run(label, job, partial(self._written, wish.path))

    def _write(
        self,
        wish: ExportWish,
        articles: list[str] | None,
        uids: frozenset[str] | None,
        options: ExportOptions,
        progress: Progress,
    ) -> ExportReport:
        store = self._library.store
        summaries = store.articles() if articles is None else store.summaries(articles)
        watch = _Watch(progress, sum(one.annotations for one in summaries))
        options = replace(
            options, shared=store.shared(), kept_texts=store.kept_texts, told=watch.told
        )
        source = chosen(
            watch.over(store.annotated_articles(articles, watch.read)), frozenset(), uids
        )
        library = self._library.store.path
        return export_to_file(wish.exporter, source, wish.path, options, library=library)

    def _written(self, path: Path, report: ExportReport) -> None:
        lines = [
            self.tr("%Ln annotation(s) written to %1", "", report.rows).replace("%1", path.name)
        ]
        lines += [warning.text(self._language) for warning in report.warnings]
        self._window.notices.tell("\n".join(lines), lasting=bool(report.warnings))

    def _scopes(self) -> tuple[Scope, ...]:
        """Return what can be exported, with how much that is."""
        scopes = []
        revision = self._articles.revision
        summaries = self._library.articles()
        if revision is not None:
            here = len(self._library.annotations(revision.uid))
            text = self.tr("This article: %Ln annotation(s)", "", here)
            scopes.append(Scope("article", text))
            visible = len(self._list.visible_uids())
            if visible != here:
                text = self.tr("What the list shows: %Ln annotation(s)", "", visible)
                scopes.append(Scope("filter", text))
        everything = sum(one.annotations for one in summaries)
        scopes.append(Scope("all", self.tr("Every article: %Ln annotation(s)", "", everything)))
        return tuple(scopes)

    def _folder(self) -> Path:
        kept = self._settings.get("export_folder")
        if kept and Path(kept).is_dir():
            return Path(kept)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or Path.home())


class _Watch:
    """Tells a `Progress` how many annotations of a number have been written."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def told(self, more: int) -> None:
        """Count some more of them."""
        self._done += more
        self._progress(self._done, self._total)

    def read(self, _done: int, _total: int) -> None:
        """Look, while an article is being read, whether the export was given up."""
        self.told(0)

    def over(self, articles: Iterable[AnnotatedArticle]) -> Iterator[AnnotatedArticle]:
        """Yield articles; between them, and after the last, the file can still be left."""
        for article in articles:
            self.told(0)
            yield article
        self.told(0)
