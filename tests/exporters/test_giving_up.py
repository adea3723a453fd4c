"""An export is given up inside an article too, however many annotations that has."""

import io
from dataclasses import replace

import pytest

from reader.exporters import EXPORTERS, Exporter, ExportOptions
from reader.model.entry import AnnotatedArticle
from reader.model.tags import TAGS
from reader.progress import Cancelled
from tests.exporters.conftest import uid

MANY = 2_500
OF_TAGS = ("label-studio-config", "refi-codebook")  # what these hold is as long as the tags


@pytest.fixture
def large(annotated) -> AnnotatedArticle:
    """Return an article of many annotations, all of them ruled claims and others by turns."""
    entries = []
    for number in range(MANY):
        entry = annotated.entries[number % len(annotated.entries)]
        own = replace(entry.annotation, uid=uid(1_000 + number))
        entries.append(replace(entry, annotation=own))
    return replace(annotated, entries=tuple(entries))


@pytest.mark.parametrize(
    "exporter", [one for one in EXPORTERS if one.key not in OF_TAGS], ids=lambda one: one.key
)
def test_every_format_can_be_left_in_the_middle_of_an_article(large, exporter: Exporter):
    asked: list[int] = []

    def give_up(more: int) -> None:
        asked.append(more)
        if len(asked) == 2:
            raise Cancelled

    options = ExportOptions(told=give_up, shared=replace(ExportOptions().shared, tags=TAGS))
    with pytest.raises(Cancelled):
        exporter.write([large], io.BytesIO(), options)
    assert sum(asked) < MANY
