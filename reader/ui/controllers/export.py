"""Hands annotations on: asks what and where, writes beside the window's thread."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths

from reader.errors import ReaderError
from reader.frozen import dataclass
from reader.label import Language
from reader.model.article_filter import ArticleFilter, ArticleOrder
from reader.model.collection import in_order, within
from reader.model.entry import AnnotatedArticle, KeptText
from reader.progress import Progress
from reader.ui.controllers.articles import ArticleController
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.panels.articles import ArticlesPanel
from reader.ui.settings import Settings
from reader.ui.worker import Worker

if TYPE_CHECKING:
    from reader.exporters import ExportOptions, ExportReport, Wanted
    from reader.exporters.preview import Preview
    from reader.storage.store import Store
    from reader.ui.dialogs.export import ExportDialog, ExportWish, Scope


_COLLECTION = "collection/"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The articles that are meant, None for all of them, and what is wanted of each."""

    uids: list[str] | None
    wanted: "Wanted"

    @property
    def is_all(self) -> bool:
        """Tell whether nothing of the library is left out."""
        return self.uids is None and self.wanted.is_all


@dataclass(frozen=True, slots=True)
class _Ours:
    """What the settings say of all exports: their language, and who publishes verdicts."""

    language: Language
    desk_name: str
    desk_url: str


class ExportController(QObject):
    """Does exports; one that is given up leaves no file."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        articles: ArticleController,
        annotations: AnnotationsPanel,
        shelf: ArticlesPanel,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._articles = articles
        self._list = annotations
        self._shelf = shelf
        self._settings = settings
        self._language: Language = settings.language()
        self._worker = Worker(self)
        self._dialog: ExportDialog | None = None
        window.closed.connect(self.close)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {"export": self.ask}

    def ask(self) -> None:
        """Ask what to export, and do it."""
        # All formats come with it, and the window starts without.
        from reader.ui.dialogs.export import ExportDialog, remembered  # noqa: PLC0415

        self._articles.filler.finish()
        dialog = ExportDialog(
            self._scopes(),
            self._library.tags(),
            remembered(self._settings.get("export_choice")),
            self._folder(),
            self._language,
            self._window,
        )
        self._dialog = dialog
        dialog.preview_wanted.connect(self._look_ahead)
        accepted = dialog.exec() == ExportDialog.DialogCode.Accepted
        self._dialog = None
        dialog.deleteLater()
        if accepted:
            wish = dialog.wish()
            self._settings.set("export_choice", dialog.remembered().packed())
            self._settings.set("export_folder", str(wish.path.parent))
            self.export(wish)

    def export(self, wish: "ExportWish") -> None:
        """Write what was wished for; the window says when it is done."""
        if not self._library.flush(0) and self._library.save_state.kind == "unsaved":
            self._window.notices.tell(self.tr("Save first: the export holds only what is saved."))
            return
        self._library.flush()
        chosen = self._chosen(wish)
        label = self.tr("Exporting to %1").replace("%1", wish.path.name)
        job = partial(_write, self._library.store, wish, chosen, self._ours())
        self._window.tasks.run(label, job, partial(self._written, wish.path))

    def close(self) -> None:
        """Give up a preview that is being made."""
        self._worker.close()

    def _look_ahead(self, wish: "ExportWish") -> None:
        """Find out, beside the window's thread, how an export begins."""
        chosen = self._chosen(wish)
        job = partial(_preview, self._library.store, wish, chosen, self._ours())
        self._worker.run(job, partial(self._show_ahead, wish))

    def _show_ahead(self, wish: "ExportWish", future: "Future[Preview]") -> None:
        if self._dialog is None:
            return
        try:
            self._dialog.show_preview(wish, future.result())
        except ReaderError as error:
            self._window.notices.complain(error)

    def _chosen(self, wish: "ExportWish") -> Chosen:
        """Return the articles and annotations that a person means, as they are now."""
        article, wanted = self._articles.article, wish.wanted
        if wish.scope == "filter":
            wanted = replace(wanted, uids=frozenset(self._list.visible_uids()))
        uids: list[str] | None = None
        if wish.scope in ("article", "filter") and article is not None:
            uids = [article.uid]
        elif wish.scope == "selected":
            uids = self._shelf.chosen()
        elif wish.scope.startswith(_COLLECTION):
            every = self._library.store.shelves().collections
            inside = ArticleFilter(
                collection_uids=within(every, wish.scope.removeprefix(_COLLECTION))
            )
            uids = self._library.store.article_uids(inside, ArticleOrder())
        return Chosen(uids, wanted)

    def _written(self, path: Path, report: "ExportReport") -> None:
        lines = [
            self.tr("%Ln annotation(s) written to %1", "", report.rows).replace("%1", path.name)
        ]
        lines += [warning.text(self._language) for warning in report.warnings]
        self._window.notices.tell("\n".join(lines), lasting=bool(report.warnings))

    def _scopes(self) -> "tuple[Scope, ...]":
        """Return what can be exported, with how much that is."""
        from reader.ui.dialogs.export import Scope  # noqa: PLC0415

        scopes = []
        revision = self._articles.revision
        summaries = self._library.articles()
        counts = {one.article.uid: one.annotations for one in summaries}
        if revision is not None:
            here = len(self._library.annotations(revision.uid))
            text = self.tr("This article: %Ln annotation(s)", "", here)
            scopes.append(Scope("article", text))
            visible = len(self._list.visible_uids())
            if visible != here:
                text = self.tr("What the list shows: %Ln annotation(s)", "", visible)
                scopes.append(Scope("filter", text))
        chosen, shelves = self._shelf.chosen(), self._library.store.shelves()
        if len(chosen) > 1:
            text = self.tr("%Ln chosen article(s)", "", len(chosen))
            scopes.append(Scope("selected", text))
        for depth, one in in_order(shelves.collections):
            inside = within(shelves.collections, one.uid)
            number = sum(shelves.in_collections.get(uid, 0) for uid in inside)
            if number:
                words = self.tr("%1: %Ln article(s)", "", number).replace("%1", one.name)
                scopes.append(Scope(_COLLECTION + one.uid, "\u2003" * depth + words))
        everything = sum(counts.values())
        scopes.append(Scope("all", self.tr("Every article: %Ln annotation(s)", "", everything)))
        return tuple(scopes)

    def _ours(self) -> _Ours:
        desk = self._settings.get("desk_name"), self._settings.get("desk_url")
        return _Ours(self._language, *desk)

    def _folder(self) -> Path:
        kept = self._settings.get("export_folder")
        if kept and Path(kept).is_dir():
            return Path(kept)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or Path.home())


def _options(store: "Store", wish: "ExportWish", chosen: Chosen, ours: _Ours) -> "ExportOptions":
    from reader.exporters import Desk, ExportOptions  # noqa: PLC0415 - brings all formats

    return ExportOptions(
        preset=wish.preset,
        delimiter=wish.delimiter,
        folded=wish.folded,
        language=ours.language,
        desk=Desk(ours.desk_name, ours.desk_url),
        shared=store.shared(),
        kept_texts=partial(_texts, store, chosen.wanted),
        whole=chosen.is_all,
    )


def _texts(store: "Store", wanted: "Wanted", article_uid: str) -> Iterable[KeptText]:
    return wanted.in_texts(store.kept_texts(article_uid))


def _write(
    store: "Store", wish: "ExportWish", chosen: Chosen, ours: _Ours, progress: Progress
) -> "ExportReport":
    """Write an export, in a thread."""
    from reader.exporters import export_to_file  # noqa: PLC0415

    uids = chosen.uids
    summaries = store.articles() if uids is None else store.summaries(uids)
    watch = _Watch(progress, sum(one.annotations for one in summaries))
    options = replace(_options(store, wish, chosen, ours), told=watch.told)
    source = chosen.wanted.among(watch.over(store.annotated_articles(uids, watch.read)))
    return export_to_file(wish.exporter, source, wish.path, options, library=store.path)


def _preview(store: "Store", wish: "ExportWish", chosen: Chosen, ours: _Ours) -> "Preview":
    """Return how an export begins, in a thread."""
    from reader.exporters.preview import preview_of  # noqa: PLC0415

    options = _options(store, wish, chosen, ours)
    source = chosen.wanted.among(store.annotated_articles(chosen.uids))
    return preview_of(wish.exporter, source, options)


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
