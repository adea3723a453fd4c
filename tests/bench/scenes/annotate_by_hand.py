"""Annotate by hand: rows of an act written by `sqlite3` in a thread, the page alone painted.

As many rows and bytes as an act of ours writes, in one transaction with `synchronous=FULL`;
no checks, no record to chain, no panel. It prints what a bare COMMIT of this disk takes, too.

python -m tests.bench.scenes.annotate_by_hand DATABASE
"""

import json
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reader.model.annotation import empty_fields
from reader.storage import Store
from reader.text.anchoring import new_annotation
from reader.ui.theme import load_fonts
from tests.bench.library import raw
from tests.bench.scenes.annotate import ACTS, APART_CP, REST_MS, almost_all
from tests.bench.scenes.painted import SIZE, hurried, settle, wait_until
from tests.bench.scenes.program import WatchedPage

_ROW, _FIELDS, _CHANGE = "a" * 400, "f" * 200, "c" * 1_500  # bytes, about as ours


class Bell(QObject):
    """Rings in the window's thread."""

    rung = Signal()


def commit(connection: Any, number: int) -> float:
    """Write the rows of one act, and return the seconds until they are safe."""
    start = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for content in (_ROW, _FIELDS, _CHANGE):
        connection.execute("INSERT INTO by_hand VALUES (?, ?)", (number, content))
    connection.execute("COMMIT")
    return perf_counter() - start


def main(database: str) -> None:
    app = QApplication(sys.argv[:1])
    load_fonts()
    with Store.open(database) as store:
        revision = store.revision(store.articles()[-1].article.uid)
        who = store.annotator("bench", "bench")
    page, bell, rung = WatchedPage(), Bell(), []
    bell.rung.connect(lambda: rung.append(perf_counter()))
    page.resize(*SIZE)
    page.show_text(revision.text)
    page.show()
    wait_until(lambda: page.paintings > 0)
    took, bare = [], []

    def ring(future: "Future[float]") -> None:
        bare.append(future.result())
        bell.rung.emit()

    opened = raw(Path(database))
    with ThreadPoolExecutor(1) as thread:
        connection = thread.submit(opened.__enter__).result()  # it is that thread's alone
        thread.submit(connection.execute, "CREATE TABLE by_hand (number, content)").result()
        for number in range(hurried(ACTS, 3)):
            start_cp = number * APART_CP
            settle(REST_MS)
            rung.clear()
            start, before = perf_counter(), page.paintings
            new = new_annotation(
                revision, start_cp, start_cp + APART_CP - 2, "quote", who.uid,
                fields=empty_fields("quote"),
            )  # fmt: skip
            thread.submit(partial(commit, connection, number)).add_done_callback(ring)
            page.put_annotation(new)
            wait_until(lambda: bool(rung) and page.paintings > before)  # noqa: B023
            took.append(max(rung[0], page.painted_at) - start)
        thread.submit(opened.__exit__, None, None, None).result()
    print(json.dumps({"median": median(took), "p95": almost_all(took), "bare": almost_all(bare)}))
    page.close()
    app.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
