"""Bringing articles into the library, against a raw insert of the same rows.

Ours reads each article's bytes, brings its text into canonical form, and saves it with
its record and whatever index the library keeps, each in a transaction of its own that is
on the disk when it ends. By hand it is one transaction without any of that: the ratio is
what safety costs, and it is reported, not held.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from reader.importers import from_text
from reader.storage import Store
from tests.bench.bulk_insert import copied, insert
from tests.bench.library import SESSION, prose, raw, rows
from tests.bench.measure import Benchmark, Case, Work

WORDS_EACH = 400
TABLES = ("articles", "revisions")
# What two imports of the same text do not share: ids and moments.
COMPARED = "SELECT a.title, r.text, r.text_sha256, r.source FROM revisions r JOIN articles a"
Texts = list[tuple[str, str]]


def case(folder: Path, count: int) -> Case:
    """Lay out an empty library, the articles to bring, and the rows that they become."""
    start = folder / "start.db"
    with Store.open(start) as store:
        store.annotator("bench", "bench")
    texts = [(f"{number}\n{prose(WORDS_EACH)}", f"{number}.txt") for number in range(count)]

    @contextmanager
    def ours() -> Iterator[Work]:
        with Store.open(copied(start, "ours.db")) as store:
            yield partial(bring, store, texts)

    with ours() as work:
        work()
    with raw(folder / "ours.db") as connection:
        made = {name: rows(connection, name) for name in TABLES}

    @contextmanager
    def baseline() -> Iterator[Work]:
        with raw(copied(start, "baseline.db")) as connection:
            yield partial(insert, connection, made)

    def differs() -> str:
        same = texts_in(folder / "ours.db") == texts_in(folder / "baseline.db")
        return "" if same else "the libraries hold different texts"

    return Case(baseline, ours, differs)


def bring(store: Store, texts: Texts) -> None:
    """Import articles one after the other."""
    who = store.annotator("bench", "bench")
    for text, name in texts:
        store.add_article(from_text(text, name), who.uid, SESSION)


def texts_in(path: Path) -> list[tuple[Any, ...]]:
    """Return what was imported, in order."""
    with raw(path) as connection:
        query = f"{COMPARED} ON a.uid = r.article_uid ORDER BY a.id"
        found: list[tuple[Any, ...]] = connection.execute(query).fetchall()
        return found


IMPORT_ARTICLES = Benchmark(
    "import articles of 400 words, with index",
    "one `executemany` of the same texts",
    "`from_text`, `Store.add_article`",
    1_000,
    "articles",
    None,
    case,
)
