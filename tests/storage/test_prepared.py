"""Statements that are run by the driver itself give and raise what SQLAlchemy would."""

import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.exc import OperationalError, ProgrammingError

from reader.storage.queries import ARTICLES
from reader.storage.search.prepared import Prepared
from tests.storage.values import imported


@pytest.fixture
def titled(store):
    me = store.annotator("حنان", "hanan").uid
    for title in ("خبر", "تقرير"):
        store.add_article(imported("نص", title), me, "w")
    return store


def test_rows_are_those_that_sqlalchemy_gives(titled):
    """Moments and truths come as values of ours on both databases."""
    query = select(
        ARTICLES.c.id, ARTICLES.c.created_at, ARTICLES.c.deleted_at, ARTICLES.c.id == 1
    ).where(ARTICLES.c.title == bindparam("title"), ARTICLES.c.id < 10)
    with titled._library.read() as connection:
        prepared = Prepared(query, connection.dialect)
        for title in ("خبر", "تقرير", "لا شيء"):
            asked = {"title": title}
            expected = [tuple(row) for row in connection.execute(query, asked)]
            assert prepared.rows(connection, asked) == expected
            assert [tuple(map(type, row)) for row in prepared.rows(connection, asked)] == [
                tuple(map(type, row)) for row in expected
            ]


def test_a_failure_is_the_one_that_sqlalchemy_raises(titled):
    """So that it is told as every other failure of a database."""
    query = select(ARTICLES.c.id)
    with titled._library.read() as connection:
        prepared = Prepared(query, connection.dialect)
        prepared._text = prepared._text.replace("articles", "nothing")
        with pytest.raises((OperationalError, ProgrammingError)) as raised:
            prepared.rows(connection, {})
    assert raised.value.orig is not None
    assert "nothing" in str(raised.value.orig)
