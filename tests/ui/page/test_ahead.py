"""What comes into view next is laid out and shaped before it does."""

import pytest
from PySide6.QtCore import QCoreApplication

from reader.ui.page.view import PageView
from tests.bench.library import prose

TEXT = prose(3_000)
NOTCH = 120  # pixels


@pytest.fixture
def full(page: PageView, mark) -> PageView:
    """Return a page in the middle of a text with an annotation every few words."""
    page.resize(900, 600)
    page.show_text(TEXT)
    page.set_annotations([mark((at, at + 25)) for at in range(0, len(TEXT) - 25, 60)])
    page.restore_top(len(TEXT) // 2)
    return page


def made_ready(page: PageView) -> None:
    """Paint, and let what is made ahead be made."""
    page.viewport().repaint()
    while page._ahead._next_turn.isActive():
        QCoreApplication.processEvents()


@pytest.mark.parametrize("pixels", [NOTCH, -NOTCH])
def test_a_step_of_the_wheel_lays_out_and_shapes_nothing(full, pixels):
    made_ready(full)
    made, first = full.surface.layouts.made, full.top_position()
    full.scroll_by(pixels)
    assert full.top_position() != first
    assert all(full._painter.shapes.has(one.block) for one in full.surface.seen())
    full.viewport().repaint()
    assert full.surface.layouts.made == made


def test_without_it_a_step_has_to(full):
    full.viewport().repaint()
    full._ahead._next_turn.stop()
    made = full.surface.layouts.made
    for _ in range(10):
        full.scroll_by(NOTCH)
    assert full.surface.layouts.made > made


def test_no_more_than_what_is_near_is_made(full):
    made_ready(full)
    made = full.surface.layouts.made
    made_ready(full)
    assert full.surface.layouts.made == made
    seen = full.surface.seen()
    assert not full._painter.shapes.has(seen[-1].block + 5)
    assert not full._painter.shapes.has(seen[0].block - 5)


def test_a_block_that_would_hold_up_the_window_waits_for_its_painting(page):
    page.resize(900, 600)
    page.show_text("\n".join(["سطر"] * 30 + ["كلمة " * 1_000]))
    while page.surface.seen()[-1].block < 29:
        page.scroll_by(10)
    made_ready(page)
    assert page.surface.seen()[-1].block == 29
    assert not page._painter.shapes.has(30)


def test_an_empty_page_has_nothing_to_make(page):
    page.resize(900, 600)
    made_ready(page)
    assert page.surface.layouts.made <= 1
