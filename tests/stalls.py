"""Print how long each act of the window keeps its event loop from turning.

By the clock, and by the work of the window's thread alone: the one tells what a person
feels, the other does not depend on what else the machine does.

python -m tests.stalls [WORDS] [ANNOTATIONS]
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings
from PySide6.QtWidgets import QApplication

from reader.exporters import EXPORTERS
from reader.storage import Store
from reader.text.pieces import Query
from reader.ui.app import Program
from reader.ui.collecting import Collector
from reader.ui.crash import CrashGuard
from reader.ui.dialogs.export import ExportWish
from reader.ui.settings import Settings
from reader.ui.workspace import Workspace
from tests.bench.library import annotate_evenly, import_prose, prose
from tests.ui.heartbeat import Heartbeat

_WORDS, _ANNOTATIONS, _HITS = 1_000_000, 20_000, 5_000
_PATIENCE_MS = 180_000
_RESTS_MS = 700


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that a person does: how it begins, and what shows that it has ended."""

    name: str
    begin: Callable[[], object]
    is_done: Callable[[], bool]


class Session:
    """One window on a large library."""

    def __init__(self, app: QApplication, folder: Path, database: Path) -> None:
        path = str(folder / "settings.ini")
        settings = Settings(QSettings(path, QSettings.Format.IniFormat))
        settings.set("language", "ar")
        self._app = app
        self._folder = folder
        self._database = database
        self.program = Program(app, settings, CrashGuard())
        self.program.window.resize(1240, 820)
        self.program.opened.connect(self._take)
        self.workspace: Workspace | None = None
        self.program.show()

    def _take(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def acts(self) -> Iterator[Act]:
        """Yield the acts in an order in which each can be done."""
        yield Act("start, and open the article", self._open, self._is_whole)
        yield Act("open another article", self._show(0), self._shows(0))
        yield Act("open the article again", self._show(1), self._shows(1))
        yield Act("find a common word", self._find, self._has_found)
        yield Act("tag its hits", self._tag, self._has_tagged(True))
        yield Act("undo that", self._do("undo"), self._has_tagged(False))
        yield Act("redo that", self._do("redo"), self._has_tagged(True))
        yield Act("retag all", self._retag, self._is_saved)
        yield Act("undo that", self._do("undo"), self._is_saved)
        yield Act("delete all", self._delete, self._is_saved)
        yield Act("undo that", self._do("undo"), self._is_saved)
        yield Act("export", self._export, (self._folder / "out.csv").exists)
        yield Act("check the library", self._check, self._tells)
        yield Act("save a copy", self._copy, (self._folder / "copy.db").exists)
        yield Act("import 20 files", self._import, self._has_imported)
        yield Act("write a PDF of 100,000 words", self._pdf, (self._folder / "out.pdf").exists)

    def _open(self) -> None:
        self.program.open(str(self._database), [])

    def _is_whole(self) -> bool:
        return self.workspace is not None and self.workspace.articles.revision is not None

    @property
    def _now(self) -> Workspace:
        assert self.workspace is not None
        return self.workspace

    def _uid(self, place: int) -> str:
        articles = sorted(self._now.library.articles(), key=lambda one: one.length)
        return articles[-1 if place else 0].article.uid

    def _show(self, place: int) -> Callable[[], object]:
        return lambda: self._now.articles.show(self._uid(place))

    def _shows(self, place: int) -> Callable[[], bool]:
        def shows() -> bool:
            article = self._now.articles.article
            return article is not None and article.uid == self._uid(place)

        return shows

    def _find(self) -> None:
        find = self._now.find
        revision = self._now.articles.revision
        assert revision is not None
        find.open()
        find._finder.start(Query(revision.text.split()[40], whole_word=True))

    def _has_found(self) -> bool:
        return not self._now.find._finder.is_running

    def _tag(self) -> None:
        finder = self._now.find._finder
        del finder.hits[_HITS:]
        self._before = self._count()
        self._now.find.annotate_all("claim")

    def _count(self) -> int:
        return len(self._now.page._current.marks)

    def _has_tagged(self, has: bool) -> Callable[[], bool]:
        return lambda: self._is_saved() and (self._count() > self._before) is has

    def _is_saved(self) -> bool:
        return not len(self._now.library._pending) and self._is_free()

    def _is_free(self) -> bool:
        tasks = getattr(self.program.window, "tasks", None)
        return tasks is None or not tasks._tasks

    def _do(self, key: str) -> Callable[[], object]:
        return self._now.actions[key].trigger

    def _retag(self) -> None:
        panel = self._now.annotations_panel
        panel._list.selectAll()
        panel._request_retag("entity")

    def _delete(self) -> None:
        panel = self._now.annotations_panel
        panel._list.selectAll()
        panel._request_delete()

    def _export(self) -> None:
        path = self._folder / "out.csv"
        self._now.export.export(ExportWish("all", EXPORTERS[0], "programs", "", path))

    def _check(self) -> None:
        self.program.window.notices.dismiss()
        self._now.actions["check_library"].trigger()

    def _tells(self) -> bool:
        return self.program.window.notices.isVisible()

    def _copy(self) -> None:
        self._now.saving.save_copy_to(self._folder / "copy.db")

    def _import(self) -> None:
        self._articles = len(self._now.library.articles())
        files = [self._folder / f"{number}.txt" for number in range(20)]
        for number, file in enumerate(files):
            file.write_text(f"مقال {number}\n{prose(20_000 + number)}", "utf-8")
        self._now.importing.import_files(files)

    def _has_imported(self) -> bool:
        return len(self._now.library.articles()) == self._articles + 20 and self._is_free()

    def _pdf(self) -> None:
        middle = sorted(self._now.library.articles(), key=lambda one: one.length)[-2]
        self._now.articles.show(middle.article.uid)
        self._settle(_RESTS_MS)
        self._now.paper.write_pdf(self._folder / "out.pdf")

    def _settle(self, ms: int) -> None:
        loop, deadline = QEventLoop(), QDeadlineTimer(ms)
        while not deadline.hasExpired():
            loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def measure(self, act: Act) -> tuple[float, float, float]:
        """Return the longest stall, by the clock and by its work, and the whole time, in ms.

        It rests after the act.
        """
        began = perf_counter()
        loop, deadline = QEventLoop(), QDeadlineTimer(_PATIENCE_MS)
        with Heartbeat() as heart:
            act.begin()
            while not act.is_done() and not deadline.hasExpired():
                loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            took = (perf_counter() - began) * 1000
            self._settle(_RESTS_MS)
        return heart.longest_ms, heart.busiest_ms, took


def measured(kind: type[Session], lay_out: Callable[[Path], object]) -> int:
    """Build a library, do each act of a session on it and print a row for it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "library.db"
        lay_out(database)
        session = kind(app, Path(folder), database)
        collector = Collector(app)
        print(f"| {'act':<30} | longest stall, ms | of it at work, ms | whole time, ms |")
        print("|---|---|---|---|")
        for act in session.acts():
            stall, work, took = session.measure(act)
            row = f"| {act.name:<30} | {stall:>17,.0f} | {work:>17,.0f} | {took:>14,.0f} |"
            print(row, flush=True)
        session.program.window.close()
        collector.stop()
    return 0


def main(arguments: list[str]) -> int:
    """Do the acts on an article of so many words with so many annotations."""
    numbers = [int(one) for one in arguments if one.isdigit()]
    words, count = (numbers + [_WORDS, _ANNOTATIONS][len(numbers) :])[:2]

    def lay_out(database: Path) -> None:
        with Store.open(database) as store:
            import_prose(store, 400, "small.txt")
            import_prose(store, 100_000, "middle.txt")
            annotate_evenly(store, import_prose(store, words, "large.txt"), count)

    print(f"{words:,} words, {count:,} annotations\n")
    return measured(Session, lay_out)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
