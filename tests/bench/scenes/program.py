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
from reader.ui.page.accessible import Accessibles
from reader.ui.page.view import PageView
from reader.ui.settings import Settings
from reader.ui.workspace import Workspace
from tests.bench.scenes.painted import SIZE, Painted, settle, wait_until

_QUIET_MS = 800


class WatchedPage(Painted, PageView):
    """The page, which notes when it was painted and with how much on it."""

    length = 0
    marked = False

    def paintEvent(self, event):
        super().paintEvent(event)
        self.length = len(self.text())
        self.marked = bool(self.annotations_at(0))


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
    opened: list[Workspace] = []
    made.opened.connect(opened.append)
    made.window.resize(*SIZE)
    made.show()
    made.open(database, [])
    wait_until(lambda: bool(opened) and opened[0].page.length > 0)
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
        start = perf_counter()
        workspace.articles.show(summary.article.uid)
        wait_until(
            lambda: page.length == summary.length and page.marked == bool(summary.annotations)
        )
        return page.painted_at - start

    return act
