"""Annotate by hand: rows of an act written by `sqlite3` in a thread, the page alone painted.

As many rows and bytes as an act of ours writes, in one transaction with `synchronous=FULL`;
no checks, no record to chain, no panel. It prints what a bare COMMIT of this disk takes, too.
With "orm" the rows are values of SQLAlchemy's classes, added to one long session.

python -m tests.bench.scenes.annotate_by_hand DATABASE [orm]
"""

import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from sqlalchemy import StaticPool, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from reader.model.annotation import empty_fields
from reader.storage import Store
from reader.storage.driver import sqlite_driver
from reader.text.anchoring import new_annotation
from reader.ui.theme import load_fonts
from tests.bench.library import raw
from tests.bench.scenes.annotate import ACTS, APART_CP, REST_MS, almost_all
from tests.bench.scenes.painted import SIZE, hurried, settle, wait_until
from tests.bench.scenes.program import WatchedPage

Write = Callable[[int], float]  # writes an act by its number, and tells the seconds it took

# About the rows of an act of ours: bytes of each, and the columns that they are in.
_ROWS = ((400, 20), (200, 25), (1_500, 14))


class Bell(QObject):
    """Rings in the window's thread."""

    rung = Signal()


def commit(connection: Any, number: int) -> float:
    """Write the rows of one act, and return the seconds until they are safe."""
    start = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for size, _ in _ROWS:
        connection.execute("INSERT INTO by_hand VALUES (?, ?)", (number, "a" * size))
    connection.execute("COMMIT")
    return perf_counter() - start


@contextmanager
def raw_writing(database: str) -> Iterator[Write]:
    """Yield what writes an act by `sqlite3`."""
    with raw(Path(database)) as connection:
        connection.execute("CREATE TABLE by_hand (number, content)")
        yield partial(commit, connection)


@contextmanager
def orm_writing(database: str) -> Iterator[Write]:
    """Yield what writes an act by one long session of SQLAlchemy's ORM."""

    class Base(DeclarativeBase):
        pass

    kinds = [mapped(Base, *one) for one in _ROWS]

    def write(number: int) -> float:
        start = perf_counter()
        session.add_all([kind(uid=number, **values) for kind, values in kinds])
        session.commit()
        return perf_counter() - start

    with raw(Path(database)) as connection:
        module, pool = sqlite_driver().module, StaticPool
        engine = create_engine(
            "sqlite://", module=module, creator=lambda: connection, poolclass=pool
        )
        event.listen(engine, "begin", lambda its: its.exec_driver_sql("BEGIN IMMEDIATE"))
        Base.metadata.create_all(engine)
        with Session(engine, expire_on_commit=False) as session:
            yield write


def mapped(base: type, size: int, columns: int) -> tuple[type, dict[str, str]]:
    """Map a table, and return its class with what a row of it holds beside its number."""
    names = [f"column_{at}" for at in range(columns - 1)]
    space = {
        "__tablename__": f"by_hand_{columns}",
        "__annotations__": {"uid": Mapped[int], **dict.fromkeys(names, Mapped[str])},
        "uid": mapped_column(primary_key=True),
    }
    return type(f"Row{columns}", (base,), space), dict.fromkeys(names, "a" * (size // columns))


def main(database: str, how: str = "") -> None:
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

    opened = orm_writing(database) if how == "orm" else raw_writing(database)
    with ThreadPoolExecutor(1) as thread:
        write = thread.submit(opened.__enter__).result()  # its connection is that thread's alone
        thread.submit(write, ACTS).result()  # statements are written before any act is measured
        for number in range(hurried(ACTS, 3)):
            start_cp = number * APART_CP
            settle(REST_MS)
            rung.clear()
            start, before = perf_counter(), page.paintings
            new = new_annotation(
                revision, start_cp, start_cp + APART_CP - 2, "quote", who.uid,
                fields=empty_fields("quote"),
            )  # fmt: skip
            thread.submit(write, number).add_done_callback(ring)
            page.put_annotation(new)
            wait_until(lambda: bool(rung) and page.paintings > before)  # noqa: B023
            took.append(max(rung[0], page.painted_at) - start)
        thread.submit(opened.__exit__, None, None, None).result()
    print(json.dumps({"median": median(took), "p95": almost_all(took), "bare": almost_all(bare)}))
    page.close()
    app.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
