"""Failures speak both languages, and the drawing of their tree is true."""

import re
import string

import pytest

from reader import errors
from reader.errors import ReaderError


def all_errors() -> list[type[ReaderError]]:
    found, queue = [], [ReaderError]
    while queue:
        one = queue.pop()
        found.append(one)
        queue += one.__subclasses__()
    return [one for one in found if one.__module__.startswith("reader.errors.")]


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("error", all_errors(), ids=lambda error: error.__name__)
def test_both_sentences_name_the_same_facts(error):
    assert names_in(error.english) == names_in(error.arabic)
    assert re.search("[ء-ي]", error.arabic)
    assert error.english.endswith(".") or "}" in error.english[-3:] or "'" in error.english


def test_the_tree_at_the_top_names_every_class():
    drawn = set(re.findall(r"[A-Z][A-Za-z]+", errors.__doc__))
    assert {error.__name__ for error in all_errors()} <= drawn


def test_a_fact_is_shown_through_the_guard():
    error = errors.SourceMissing(name="a\u202eb")
    assert "\u202e" not in error.sentence("en", lambda name: name.replace("\u202e", "‹202E›"))
