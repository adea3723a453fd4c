from dataclasses import fields

import pytest

from reader.errors import BadValue, UnknownField
from reader.model.article import Article
from reader.model.article_fields import ARTICLE_FIELDS, with_fields

ARTICLE = Article(title="خبر", published="2020-03-26T18:30:00+03:00", url="ftp://old")


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("title", "  خبر   آخر\n", "خبر آخر"),
        ("published", "٢٠٢٠-٠٣", "2020-03"),
        ("published", "", ""),
        ("published", ARTICLE.published, ARTICLE.published),
        ("url", "https://example.com/خبر", "https://example.com/خبر"),
        ("url", "ftp://old", "ftp://old"),
        ("archive_url", "", ""),
        ("language", "ar-IQ", "ar-IQ"),
        ("language", "ckb", "ckb"),
    ],
)
def test_value_is_taken(key, value, kept):
    assert getattr(with_fields(ARTICLE, {key: value}), key) == kept


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("published", "أمس"),
        ("published", "2020-13"),
        ("published", "26/3/2020"),
        ("url", "example.com"),
        ("url", "javascript:alert(1)"),
        ("url", "https://[::1"),
        ("archive_url", "ftp://example.com"),
        ("language", ""),
        ("language", "العربية"),
    ],
)
def test_value_that_does_not_fit_is_told_and_nothing_changes(key, value):
    with pytest.raises(BadValue) as caught:
        with_fields(ARTICLE, {"title": "آخر", key: value})
    for language in ("en", "ar"):
        assert value in caught.value.sentence(language)


def test_field_that_is_none_is_told():
    with pytest.raises(UnknownField):
        with_fields(ARTICLE, {"version": "3"})


def test_fields_are_those_of_an_article():
    assert {one.key for one in ARTICLE_FIELDS} <= {one.name for one in fields(Article)}
