"""Reading all annotations of one article, against `fetchall` of the same columns.

A raw row is a tuple of texts and numbers. Ours is a frozen value in reading order,
with moments, its typed fields and its own check: as much work again as the fetch, so
the target is twice the fetch and a quarter for a busy machine. Python's own collection
is off while either reads, as it is in the window (`reader/ui/collecting.py`).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from reader.model.annotation import FIELDS_OF_TAG, Annotation
from reader.storage import Store
from reader.storage.mapping import TABLE_OF_FIELDS
from tests.bench.library import annotate_evenly, import_prose, raw
from tests.bench.measure import Benchmark, Case, Work

WORDS_EACH = 6
COLUMNS = [field.name for field in fields(Annotation) if field.name not in ("fields", "own")]
PLAIN = (
    f"SELECT {', '.join(COLUMNS)} FROM annotations WHERE revision_uid = ?"  # noqa: S608
    " ORDER BY start_cp, end_cp DESC, uid"
)


def case(folder: Path, count: int) -> Case:
    """Lay out a library with one article that is full of annotations."""
    path = folder / "library.db"
    with Store.open(path) as store:
        revision = import_prose(store, count * WORDS_EACH)
        annotate_evenly(store, revision, count)

    @contextmanager
    def ours() -> Iterator[Work]:
        with Store.open(path) as store, uncollected():
            yield partial(store.annotations, revision.uid)

    @contextmanager
    def baseline() -> Iterator[Work]:
        with raw(path) as connection, uncollected():
            yield partial(fetch, connection, revision.uid)

    def differs() -> str:
        with Store.open(path) as store, raw(path) as connection:
            read, (plain, *typed) = store.annotations(revision.uid), fetch(connection, revision.uid)
        if [tuple(map(stored, COLUMNS, [one] * len(COLUMNS))) for one in read] != plain:
            return "the annotations are not those of the rows"
        named = {row[0] for rows in typed for row in rows}
        return "" if {one.uid for one in read if one.fields} == named else "fields are missing"

    return Case(baseline, ours, differs)


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python collect no cyclic garbage meanwhile."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def fetch(connection: Any, revision_uid: str) -> list[list[tuple[Any, ...]]]:
    """Read the rows by hand: the annotations, then the table of each tag."""
    queries = [PLAIN, *map(typed_query, FIELDS_OF_TAG)]
    return [connection.execute(query, (revision_uid,)).fetchall() for query in queries]


def typed_query(tag: str) -> str:
    """Return the query of the rows in a tag's own table."""
    table = TABLE_OF_FIELDS[FIELDS_OF_TAG[tag]].name
    return (
        f"SELECT f.* FROM {table} f JOIN annotations a ON a.uid = f.annotation_uid"  # noqa: S608
        f" WHERE a.revision_uid = ? AND a.tag = '{tag}'"
    )


def stored(name: str, one: Annotation) -> object:
    """Return what the library's file holds in one column of an annotation."""
    content = getattr(one, name)
    is_moment = isinstance(content, datetime)
    return content.isoformat(timespec="microseconds") if is_moment else content


READ_ANNOTATIONS = Benchmark(
    "read all annotations of an article",
    "`SELECT`, `fetchall`, of the same columns",
    "`Store.annotations`, frozen values",
    100_000,
    "annotations",
    2.25,
    case,
)
