"""Lists the annotations of the text on the page as they come."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.model.article import Article, Revision
from reader.model.change import Edit
from reader.ui.controllers.articles import ArticleController
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.opening import Arranged
from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.tasks import Task


class ListFiller(QObject):
    """Lists the annotations of the text on the page; many of them, a few at a turn.

    `listed` tells that they have come into the list.
    """

    listed = Signal()

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        articles: ArticleController,
        panel: AnnotationsPanel,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._panel = panel
        self._task: Task | None = None
        articles.tell_later(self._begin)
        articles.filler.filled.connect(self._list)
        articles.filler.gave_up.connect(self._cease)

    def _begin(self, _article: Article, revision: Revision) -> None:
        self._drop()
        if self._library.is_part(revision.uid):
            self._panel.wait_for(revision)
        else:
            self._panel.show_revision(revision)
            self.listed.emit()

    def _list(self, revision: Revision, found: Arranged, late: Sequence[Edit]) -> None:
        self._drop()
        self._task = self._window.tasks.step(
            self.tr("Listing the annotations"),
            self._panel.showing(revision, found.annotations, late),
            self._end,
            cancelled=partial(self._list_at_once, revision),
        )

    def _list_at_once(self, revision: Revision) -> None:
        """List them all when somebody is tired of waiting; one that was dropped is past."""
        if self._task is not None and self._task.is_cancelled:
            self._end(None)
            self._panel.show_revision(revision)

    def _end(self, _: object) -> None:
        self._task = None
        self.listed.emit()

    def _drop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = None

    def _cease(self, _revision: Revision) -> None:
        self._panel.cease_waiting()
