"""Marks are put in their inks once, and anew only where they or the inks are others."""

from dataclasses import replace

import pytest

from reader.model.anchors import UNCERTAIN
from reader.model.tags import TAGS
from reader.ui.page.inked import InkedBlock
from reader.ui.page.places import Seen
from reader.ui.page.shapes import DrawnBlock
from reader.ui.page.view import PageView
from tests.bench.library import prose

TEXT = prose(300)


@pytest.fixture
def full(page: PageView, mark) -> PageView:
    """Return a page with an annotation every few words."""
    page.resize(900, 600)
    page.show_text(TEXT)
    page.set_annotations([mark((at, at + 25)) for at in range(0, len(TEXT) - 25, 60)])
    page.viewport().repaint()
    return page


def second(page: PageView) -> Seen:
    """Return a block of several annotations in view."""
    return page.surface.seen()[1]


def inked(page: PageView) -> InkedBlock:
    """Return its marks as they are drawn."""
    return page._painter.make_ready(second(page))


def test_a_painting_draws_what_was_made_before(full):
    before = inked(full)
    full.viewport().repaint()
    assert inked(full) is before
    assert len(before.stretches) > 1


def test_other_tags_colours_and_annotations_are_drawn_at_once(full, mark):
    before = inked(full)
    full.set_tags(tuple(replace(tag, colour="#123456") for tag in TAGS))
    assert inked(full).stretches[0].ink.line != before.stretches[0].ink.line
    full.set_tags(TAGS)
    start = full.surface.text.start(second(full).block)
    full.put_annotation(mark((start, start + 3)))
    assert len(inked(full).stretches) == len(before.stretches) + 1
    full.set_annotations([])
    assert inked(full).stretches == ()


def test_of_marks_that_were_drawn_before_only_new_ones_are_made(full):
    before = inked(full)
    first, *others = before.drawn.marks
    grown = DrawnBlock((replace(first, tag="claim"), *others), before.drawn.grounds)
    after = full._painter._inked.inked(grown, before)
    count = len(first.stretches)
    kept, former = after.stretches[count:], before.stretches[count:]
    assert all(one is other for one, other in zip(kept, former, strict=True))
    assert all(one is other for one, other in zip(after.grounds, before.grounds, strict=True))
    assert after.stretches[0].ink.line != before.stretches[0].ink.line


def test_one_more_annotation_of_a_paragraph_leaves_the_others_as_they_were_made(full, mark):
    before = inked(full)
    last = before.drawn.marks[-1].stretches[-1].band
    start = full.surface.text.start(second(full).block)
    full.put_annotation(mark((start, start + 3)))
    kept = [one for one in inked(full).stretches if any(one is other for other in before.stretches)]
    assert len(inked(full).stretches) == len(before.stretches) + 1
    assert any(one.stretch.band == last for one in kept)
    unsure = replace(full.annotation(kept[-1].uid), anchor=UNCERTAIN)
    full.put_annotation(unsure)
    told = {one.uid: one.unsure for one in inked(full).stretches}
    assert told.pop(unsure.uid)
    assert not any(told.values())


def test_what_lies_beside_the_area_is_left_out(full):
    block = inked(full)
    for one in block.stretches:
        band = one.stretch.band
        assert one.top < band.top
        assert one.bottom > band.lane(one.stretch.lane) + band.thickness
