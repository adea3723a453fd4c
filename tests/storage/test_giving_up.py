"""Reading an article to export it ends where it is given up, not at the article's end."""

import pytest

from reader.progress import Cancelled
from reader.storage.store import Store
from tests.bench.library import annotate_evenly, import_prose

MANY = 2_500


def test_an_article_with_many_annotations_is_left_while_it_is_read(tmp_path):
    with Store.open(tmp_path / "library.db") as store:
        revision = import_prose(store, 6_000)
        annotate_evenly(store, revision, MANY)
        heard: list[int] = []

        def give_up(done: int, _total: int) -> None:
            heard.append(done)
            if done:
                raise Cancelled

        with pytest.raises(Cancelled):
            next(store.annotated_articles([revision.article_uid], give_up))
        assert 0 < heard[-1] < MANY
        (article,) = store.annotated_articles([revision.article_uid])
        assert len(article.entries) == MANY
