"""Searching ten thousand articles through the index, against LIKE over their texts.

Both name the articles that hold a word. Ours also overlooks how it is spelt, tells where in
each text it stands, and brings what stands around it: for the first fifty hits, as the window
asks for them. The library has been searched before, for something else, as it has when a
second letter is typed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from reader.importers import from_text
from reader.storage import Store
from reader.storage.search.indexing import add_article
from reader.storage.writing import insert_article
from reader.text.seeking import parse_query
from reader.ui.seeker import HITS_AT_ONCE
from tests.bench.library import raw
from tests.bench.measure import Benchmark, Case, Work

WORDS_EACH = 400
VOCABULARY = 30_000
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
# Ten words, so that a search is long enough to be told from a glance at the clock.
RARE = tuple(f"زعفران{letter}" for letter in LETTERS[:10])
COMMON, OTHER = ("المدينة",), "المدي"
RARE_IN = 3  # of all articles
COMMON_IN_EACH = 0.7  # of articles
LIKE = "SELECT article_uid FROM revisions WHERE text LIKE ?"
EVERY_HIT = 1_000_000


def texts(count: int) -> Iterator[str]:
    """Yield articles whose words are as unevenly common as those of a language (Zipf)."""
    chance = Random(2021)
    vocabulary = [
        "".join(chance.choices(LETTERS, k=chance.randint(3, 9))) for _ in range(VOCABULARY)
    ]
    weights = [1 / rank for rank in range(1, VOCABULARY + 1)]
    rare = {number: word for word in RARE for number in chance.sample(range(count), RARE_IN)}
    for number in range(count):
        words = chance.choices(vocabulary, weights, k=WORDS_EACH)
        if number in rare:
            words[WORDS_EACH // 2] = rare[number]
        if chance.random() < COMMON_IN_EACH:
            words[WORDS_EACH // 3] = COMMON[0]
        yield f"خبر {number}\n{' '.join(words)}."


def lay_out(path: Path, count: int) -> None:
    """Fill a library in one transaction."""
    with Store.open(path) as store, store._library.write() as connection:
        for text in texts(count):
            imported = from_text(text, "article.txt")
            add_article(connection, insert_article(connection, imported), imported.revision)


def case(words: tuple[str, ...], folder: Path, count: int) -> Case:
    """Lay out the articles, and both ways to search them."""
    path = folder / "library.db"
    lay_out(path, count)

    @contextmanager
    def ours() -> Iterator[Work]:
        with Store.open(path) as store:
            found(store, OTHER, HITS_AT_ONCE)
            yield partial(found_of, store, words, HITS_AT_ONCE)

    @contextmanager
    def baseline() -> Iterator[Work]:
        with raw(path) as connection:
            yield partial(like, connection, words)

    def differs() -> str:
        with Store.open(path) as store, raw(path) as connection:
            same = found_of(store, words, EVERY_HIT) == like(connection, words)
        return "" if same else "the articles are not the same"

    return Case(baseline, ours, differs)


def found(store: Store, word: str, hits: int) -> set[str]:
    """Search the library and read so many hits."""
    page = store.search(parse_query(word)).read_on(hits)
    return {one.article.uid for one in page.articles}


def found_of(store: Store, words: tuple[str, ...], hits: int) -> list[set[str]]:
    """Search the library for one word after the other."""
    return [found(store, word, hits) for word in words]


def like(connection: Any, words: tuple[str, ...]) -> list[set[str]]:
    """Look through every text for one word after the other."""
    rows = (connection.execute(LIKE, (f"%{word}%",)) for word in words)
    return [{uid for (uid,) in some} for some in rows]


SEARCH_ARTICLES = (
    Benchmark(
        "search articles for ten rare words",
        "`LIKE` over all texts",
        "`Store.search`, hits with their places and snippets",
        10_000,
        "articles",
        0.01,
        partial(case, RARE),
    ),
    Benchmark(
        "search articles for a word in most of them",
        "`LIKE` over all texts",
        "`Store.search`, the first 50 hits of it",
        10_000,
        "articles",
        None,
        partial(case, COMMON),
    ),
)
