"""Documents that were damaged at random are read or refused in words."""

import random

import pytest

from tests.importers.fuzz import GOOD, document, outcome


@pytest.mark.parametrize("module", GOOD)
def test_a_damaged_document_is_read_or_refused_in_words(module):
    chance = random.Random(module)
    found = {outcome(module, document(module, chance)) for _ in range(60)}
    assert [one for one in found if "\n" in one] == []
    assert len(found) > 1  # some damage is felt


@pytest.mark.parametrize("module", GOOD)
def test_what_is_damaged_was_good(module):
    assert outcome(module, GOOD[module]) == "read"


def test_an_exception_is_noticed(monkeypatch):
    monkeypatch.setattr("reader.importers.markdown.decode", None)
    assert "TypeError" in outcome("markdown", b"x")
