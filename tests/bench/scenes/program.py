"""The real program on a library, as `reader.ui.app.run` builds it, with a page that is watched."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from reader.ui import app as building
from reader.ui.collecting import Collector
from reader.ui.crash import CrashGuard
from reader.ui.page.accessibles import Accessibles
from reader.ui.page.view import PageView
from reader.ui.settings import Settings
from reader.ui.workspace import Workspace
from tests.bench.scenes.painted import SIZE, Painted, settle, wait_until

_QUIET_MS = 800


class WatchedPage(Painted, PageView):
    """The page, which notes when it was painted first with what is awaited.

    `awaited` is a length of text, and whether an annotation is at its beginning.
    """

    awaited = (0, False)
    met_at = 0.0

    def await_(self, length: int, *, marked: bool) -> None:
        self.awaited, self.met_at = (length, marked), 0.0

    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.met_at and self.awaited == (len(self.text()), bool(self.annotations_at(0))):
            self.met_at = self.painted_at


@contextmanager
def program(database: str) -> Iterator[Workspace]:
    """Open the program on a library, and let it come to rest with its newest article."""
    building.PageView = WatchedPage
    app = QApplication(sys.argv[:1])
    Accessibles().install()
    settings = Settings(QSettings("hashiya", "hashiya"))
    settings.set("language", "ar")
    collector = Collector(app)
    made = building.Program(app, settings, CrashGuard())
    building.spare(made, collector)
    opened: list[Workspace] = []
    made.opened.connect(opened.append)
    made.window.resize(*SIZE)
    made.show()
    made.open(database, [])
    wait_until(lambda: bool(opened) and opened[0].page.text() and opened[0].page.paintings)
    settle(_QUIET_MS)
    yield opened[0]
    made.window.close()
    collector.stop()


def opening(workspace: Workspace) -> Callable[[], float]:
    """Return an act: open the library's oldest article, and return the seconds until it is painted.

    With annotations, the painting counts that has those in view.
    """
    page, summary = workspace.page, workspace.library.articles()[-1]

    def act() -> float:
        page.await_(summary.length, marked=bool(summary.annotations))
        start = perf_counter()
        workspace.articles.show(summary.article.uid)
        wait_until(lambda: page.met_at > 0)
        return page.met_at - start

    return act
