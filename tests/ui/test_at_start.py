"""What is done when a library was opened, before anybody waits for it."""

import pytest

from reader.storage.store import Store
from reader.ui.at_start import warmed
from reader.ui.opening import contents_of, read_whole
from tests.bench.library import annotate_evenly, import_prose

MANY = 400  # annotations, more than are read at once


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library.db") as store:
        annotate_evenly(store, import_prose(store, 2_000), MANY)
    # What was compiled for writing it is not there any more.
    with Store.open(tmp_path / "library.db") as store:
        yield store


def statements_for_annotations(store: Store) -> int:
    """Return how many statements that read annotations SQLAlchemy has written until now."""
    compiled = store._library.engine._compiled_cache.values()
    return sum("annotations" in str(one) for one in compiled)


@pytest.mark.parametrize("is_warm", [True, False])
def test_no_statement_for_annotations_is_written_when_an_article_is_opened(store, is_warm):
    article = store.articles()[0].article
    if is_warm:
        warmed(store)
    store.extent(article.uid)  # asked before each opening, and compiled with the first list
    before = statements_for_annotations(store)
    found = contents_of(store, article.uid, "nobody")
    whole = read_whole(store, found.revision)
    assert 0 < len(found.annotations) < MANY == len(whole.annotations)
    assert (statements_for_annotations(store) == before) == is_warm
