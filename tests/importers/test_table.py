"""One article from every format by every writer: the same words in the same order."""

from pathlib import Path

import pytest

from reader.importers import Child, formats, load
from reader.importers.annotated import ANNOTATED
from tests.importers.made import paragraphs
from tests.importers.table import EXACT, LEAST, files, said, word_f1


@pytest.fixture(scope="module")
def child():
    with Child() as reading:
        yield reading


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_the_words_are_there_in_their_order(path: Path, child: Child):
    (found,) = load(path, child=child).articles
    assert word_f1(said(found)) >= (1.0 if path.suffix in EXACT else LEAST)
    assert found.article.title == paragraphs()[0]


def test_every_format_is_among_them():
    endings = {path.suffix for path in files()}
    of_articles = [one for one in formats.IMPORTERS if one not in ANNOTATED]
    assert [one.key for one in of_articles if not endings & set(one.suffixes)] == []
