"""Saving many annotations in one act, against `executemany` of the same rows."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from reader.storage import Store
from tests.bench.library import act_of, import_prose, raw, rows, spread
from tests.bench.measure import Benchmark, Case, Work

TABLES = ("annotations", "quotes", "entities", "claims", "changes")
WORDS_EACH = 6
Rows = dict[str, list[tuple[Any, ...]]]


def case(folder: Path, count: int) -> Case:
    """Lay out a library with one article and an act that annotates all of it."""
    start = folder / "start.db"
    with Store.open(start) as store:
        revision = import_prose(store, count * WORDS_EACH)
        who = store.annotator("bench", "bench")
    act = act_of(spread(revision, count, who.uid), who.uid)
    before = contents(start)

    @contextmanager
    def ours() -> Iterator[Work]:
        with Store.open(copied(start, "ours.db")) as store:
            yield partial(store.apply, act)

    with ours() as work:
        work()
    made = {name: some[len(before[name]) :] for name, some in contents(folder / "ours.db").items()}

    @contextmanager
    def baseline() -> Iterator[Work]:
        with raw(copied(start, "baseline.db")) as connection:
            yield partial(insert, connection, made)

    def differs() -> str:
        same = contents(folder / "ours.db") == contents(folder / "baseline.db")
        return "" if same else "the libraries hold different rows"

    return Case(baseline, ours, differs)


def insert(connection: Any, made: Rows) -> None:
    """Write rows by hand, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for name, some in made.items():
        marks = ", ".join("?" * len(some[0]))
        connection.executemany(f"INSERT INTO {name} VALUES ({marks})", some)  # noqa: S608
    connection.execute("COMMIT")


def contents(path: Path) -> Rows:
    """Return all rows of the tables that an act touches."""
    with raw(path) as connection:
        return {name: rows(connection, name) for name in TABLES}


def copied(start: Path, name: str) -> Path:
    """Return a new copy of a library that nobody has open."""
    for old in start.parent.glob(f"{name}*"):
        old.unlink()
    return Path(shutil.copy(start, start.with_name(name)))


BULK_INSERT = Benchmark(
    "save annotations in one act",
    "`executemany` of the same rows",
    "`Store.apply`, with checks and record",
    10_000,
    "annotations",
    2.5,
    case,
)
