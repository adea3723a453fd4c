"""How long hard texts take in the real window, each act up to the painted page.

python -m tests.bench.hard_text [NAME PART]...

Exit 0 when every act took less than two seconds. The text is read into the library
beforehand; reading the file is the importers' time, which is printed too.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QPointF, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.importers import from_text
from reader.storage import Store
from reader.ui.app import Program
from reader.ui.crash import CrashGuard
from reader.ui.settings import Settings
from reader.ui.workspace import Workspace
from tests.hard import HARD

LIMIT_S = 2.0
ACTS = ("import", "open", "middle", "end", "drag", "tag", "hit", "all")
_FIRST, _LAST = 0.35, 0.65  # of the page's width and height


def main(names: Sequence[str]) -> int:
    """Print a table of milliseconds; return 1 if an act took two seconds or more."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    print("| text | characters | " + " | ".join(f"{act}, ms" for act in ACTS) + " | |")
    print("|---|---:|" + "---:|" * len(ACTS) + "---|")
    slow = 0
    for name, text in HARD:
        if names and not any(part in name for part in names):
            continue
        with tempfile.TemporaryDirectory() as folder:
            times = dict(_measured(app, text, Path(folder)))
        holds = max(times.values()) < LIMIT_S
        slow += not holds
        figures = " | ".join(f"{times[act] * 1000:,.0f}" for act in ACTS)
        verdict = "holds" if holds else "**fails**"
        print(f"| {name} | {len(text):,} | {figures} | {verdict} |", flush=True)
    return 1 if slow else 0


def _measured(app: QApplication, text: str, folder: Path) -> Iterator[tuple[str, float]]:
    library = folder / "hard.db"
    with Store.open(library) as store:
        me = store.annotator("bench", "bench")
        other = store.add_article(from_text("خبر", "other"), me.uid, "bench")
        start = perf_counter()
        hard = store.add_article(from_text(text, "hard"), me.uid, "bench")
        yield "import", perf_counter() - start
    settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
    program = Program(app, settings, CrashGuard())
    program.window.resize(1240, 820)
    opened: list[Workspace] = []
    program.opened.connect(opened.append)
    program.show()
    program.open(str(library), [])
    while not opened:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    workspace = opened[0]
    _open(workspace, other.uid)
    for act, work in _acts(workspace, hard.uid, len(text)):
        yield act, _time(work)
    program.window.close()


def _acts(
    workspace: Workspace, uid: str, length: int
) -> Iterator[tuple[str, Callable[[], object]]]:
    page = workspace.page
    view = page.viewport()

    def at(share: float) -> QPointF:
        return QPointF(view.width() * share, view.height() * share)

    def drag() -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(view, left, none, at(_FIRST).toPoint())
        QTest.mouseMove(view, at(_LAST).toPoint())
        QTest.mouseRelease(view, left, none, at(_LAST).toPoint())

    def tag() -> None:
        QTest.keyClick(page, Qt.Key.Key_1)

    def hit() -> None:
        for step in range(100):
            page.surface.hit(at(step / 100))

    def everything() -> None:
        page.select_all()
        QTest.keyClick(page, Qt.Key.Key_2)

    yield "open", lambda: _open(workspace, uid)
    yield "middle", lambda: page.scroll_to(length // 2)
    yield "end", lambda: page.scroll_to(length)
    yield "drag", drag
    yield "tag", tag
    yield "hit", hit
    yield "all", everything


def _open(workspace: Workspace, uid: str) -> None:
    """Open an article and wait until it is on the page; a long one is read in a thread."""
    workspace.articles.show(uid)
    while workspace.articles.article is None or workspace.articles.article.uid != uid:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _time(work: Callable[[], object]) -> float:
    """Return the seconds until an act is done and all that it asked to be painted is."""
    start = perf_counter()
    work()
    QApplication.processEvents()
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
