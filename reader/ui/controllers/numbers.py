"""Statistics: counted when they are looked at, counted anew when something has changed."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from reader.errors import ReaderError
from reader.exporters.number_tables import number_table
from reader.exporters.output import atomic_write
from reader.label import Language
from reader.model.numbers import Numbers
from reader.progress import Progress
from reader.ui.controllers.articles import ArticleController
from reader.ui.desk.chart_files import save_png, save_svg
from reader.ui.desk.claims_view import ClaimsView
from reader.ui.desk.numbers_scope import ANNOTATIONS, ARTICLE, OF_ROWS, SHOWN, Rows, rows_of
from reader.ui.desk.numbers_view import NumbersView
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.panels.articles import ArticlesPanel

if TYPE_CHECKING:
    from reader.storage.store import Store

_SETTLES_MS = 300


class NumbersController(QObject):
    """Ties the view of statistics to the library and to the list of articles."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        articles: ArticleController,
        marked: AnnotationsPanel,
        listed: ArticlesPanel,
        language: Language,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._articles = articles
        self._marked = marked
        self._listed = listed
        self._language: Language = language
        self._view: NumbersView | None = None
        self._is_stale = True
        # What is saved in a burst is counted once.
        self._settled = QTimer(self, interval=_SETTLES_MS, singleShot=True)
        self._settled.timeout.connect(self.refresh)
        window.views.add("numbers", self.tr("Numbers"), self._build, ("articlesDock",))
        window.views.shown.connect(self._follow_view)
        library.history_changed.connect(self._age)
        library.articles_changed.connect(self._age)
        articles.shown.connect(self._age)

    def refresh(self) -> None:
        """Count anew, if the view is on show."""
        if self._view is None or self._window.views.current != "numbers":
            return
        self._is_stale = False
        self._view.take_rows()
        rows = self._view.rows.uids if self._view.scope in OF_ROWS else None
        job = partial(_counted, self._library.store, self._uids(), rows)
        self._window.tasks.run(self.tr("Counting"), job, self._view.show_numbers)

    def _build(self) -> NumbersView:
        self._view = NumbersView(self._rows_of, self._language)
        self._view.scope_changed.connect(self._take_scope)
        self._view.save_wanted.connect(self._save)
        return self._view

    def _take_scope(self, _key: str) -> None:
        self.refresh()

    def _follow_view(self, key: str) -> None:
        is_of_rows = self._view is not None and self._view.scope in OF_ROWS
        if key == "numbers" and (self._is_stale or is_of_rows):
            self.refresh()  # other rows may be chosen by now

    def _age(self, *_: object) -> None:
        self._is_stale = True
        self._settled.start()

    def _uids(self) -> list[str] | None:
        """Return the articles that are counted over, None for all."""
        scope, article = self._view.scope if self._view is not None else "", self._articles.article
        if scope == ARTICLE:
            return [article.uid] if article is not None else []
        return self._listed.listed() if scope == SHOWN else None

    def _rows_of(self, key: str) -> Rows | None:
        """Return the rows of a list as they are now, None where there is no such list."""
        if key == ANNOTATIONS:
            return rows_of(self._marked.chosen_uids(), self._marked.visible_uids())
        claims = self._window.views.widget("claims")
        return claims.rows() if key in OF_ROWS and isinstance(claims, ClaimsView) else None

    def _save(self, key: str) -> None:
        if self._view is None:
            return
        title = self.tr("Save the charts as %1").replace("%1", key.upper())
        name, _ = QFileDialog.getSaveFileName(
            self._window, title, f"{self._view.scope_name()}.{key}", f"{key.upper()} (*.{key})"
        )
        if name:
            self.save_to(Path(name), key)

    def save_to(self, path: Path, key: str) -> None:
        """Write the charts, or the table behind them, into a file."""
        if self._view is None:
            return
        chart, style = self._view.chart()
        scope, caption = self._view.scope_name(), self._view.caption()
        content = {
            "png": partial(save_png, chart, style, caption),
            "svg": partial(save_svg, chart, style, caption),
            "csv": partial(number_table, self._view.numbers, self._language, scope),
        }[key]()
        try:
            with atomic_write(path) as stream:
                stream.write(content)
        except ReaderError as error:
            self._window.notices.complain(error)
            return
        self._window.notices.tell(self.tr("Saved as %1.").replace("%1", path.name))


def _counted(
    store: "Store", articles: list[str] | None, rows: tuple[str, ...] | None, progress: Progress
) -> Numbers:
    found = store.numbers(articles, rows)
    progress(1, 1)
    return found
