"""One child for all tests of formats, and a reader of one article."""

from collections.abc import Callable, Iterator

import pytest

from reader import importers
from reader.importers import Child, Given, Imported
from reader.model.article import ImportedArticle


@pytest.fixture(scope="session")
def child() -> Iterator[Child]:
    with Child() as one:
        yield one


@pytest.fixture
def imported(child: Child) -> Callable[..., Imported]:
    """Return what reads a source as the program does."""

    def run(source: bytes | str, name: str, given: Given | None = None) -> Imported:
        raw = source.encode() if isinstance(source, str) else source
        return importers.from_bytes(raw, name, given, child=child)

    return run


@pytest.fixture
def article(imported: Callable[..., Imported]) -> Callable[..., ImportedArticle]:
    """Return what reads a source that holds one article."""

    def run(source: bytes | str, name: str, given: Given | None = None) -> ImportedArticle:
        (one,) = imported(source, name, given).articles
        return one

    return run
