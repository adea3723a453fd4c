"""Typing words into the search of the program, in a library of ten thousand articles."""

from functools import partial
from pathlib import Path

from tests.bench.interpreter import figure_of, same
from tests.bench.measure import Benchmark, Case
from tests.bench.scenes.search import KEY_MS
from tests.bench.search_articles import COMMON, RARE, lay_out

WORDS = (RARE[0], *COMMON)


def typed(key: str, folder: Path, count: int) -> Case:
    """Type a rare word and one that is in most articles, letter by letter."""
    library = folder / "library.db"
    lay_out(library, count)
    return Case(None, figure_of(key, "search", library, *WORDS), same)


_KEY = f"from a key to its first results painted, a key every {KEY_MS} ms"
TYPED_SEARCH = (
    Benchmark(
        "search as one types, median",
        "",
        _KEY,
        10_000,
        "articles",
        KEY_MS,
        partial(typed, "median"),
    ),
    Benchmark(
        "search as one types, the worst key",
        "",
        _KEY,
        10_000,
        "articles",
        KEY_MS,
        partial(typed, "worst"),
    ),
)
