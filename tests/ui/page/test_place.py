"""The place in the text: kept by sizes and zooms, found by jumps, never jumping by itself."""

from dataclasses import replace

import pytest

from reader.ui.page.look import DARK, PageLook

PARAGRAPH = "كلمات من نص طويل نقرؤه سطرًا بعد سطر حتى نصل إلى آخره ثم نعود. "
TEXT = "عنوان الخبر\n" + "\n".join(PARAGRAPH * (number % 9 + 1) for number in range(400))


@pytest.fixture(autouse=True)
def shown(page):
    page.show_text(TEXT)


def holds(page, cp: int) -> bool:
    """Tell whether the line of a position is the one at the top."""
    start, _ = page.surface.line_of(cp, upstream=False)
    return page.top_position() <= cp and page.surface.anchor().cp == start


def test_sizes_and_zooms_keep_the_line_at_the_top(page):
    page.scroll_to(TEXT.index("ثم نعود", 30_000))
    page.scroll_by(17)
    cp = page.top_position()
    for zoom in (120, 200, 60, 100):
        page.set_look(PageLook(zoom=zoom))
        assert holds(page, cp)
    for width in (500, 1200, 340, 900):
        page.resize(width, 640)
        assert holds(page, cp)
    assert page.top_position() == cp


def test_the_start_stays_the_start(page):
    for zoom in (150, 80):
        page.set_look(PageLook(zoom=zoom))
        page.resize(600 + zoom, 500)
        assert page.verticalScrollBar().value() == 0
        assert page.top_position() == 0


def test_a_place_can_be_kept_and_restored(page):
    page.scroll_to(50_000)
    page.scroll_by(200)
    cp = page.top_position()
    page.show_text(TEXT)
    assert page.top_position() == 0
    page.restore_top(cp)
    assert page.top_position() == cp
    page.restore_top(10**9)
    assert page.verticalScrollBar().value() == page.verticalScrollBar().maximum()
    page.restore_top(0)
    assert page.verticalScrollBar().value() == 0


@pytest.mark.parametrize("cp", [0, 5, 40_000, len(TEXT) - 1, len(TEXT)])
def test_a_jump_shows_its_line_whole(page, cp):
    page.scroll_to(20_000)
    page.scroll_to(cp)
    box, _ = page.surface.caret(cp, upstream=False)
    assert box.top() >= 0
    assert box.bottom() <= page.viewport().height()
    value = page.verticalScrollBar().value()
    page.scroll_to(cp)
    assert page.verticalScrollBar().value() == value


@pytest.mark.parametrize("step", [-130, 130, -7, 59])
def test_scrolling_moves_what_is_seen_by_just_that_much(page, step):
    """Blocks of a guessed height come into view; what was there must not jump."""
    page.scroll_to(40_000)
    for _ in range(40):
        seen = page.surface.seen()
        cp = page.surface.text.start(seen[len(seen) // 2].block)
        before = page.surface.caret(cp, upstream=False)[0].top()
        page.scroll_by(step)
        after = page.surface.caret(cp, upstream=False)[0].top()
        assert before - after == step


def test_scrolling_reaches_both_ends(page):
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum())
    while bar.value() < bar.maximum():
        bar.setValue(bar.maximum())
    last = page.rects_of(len(TEXT) - 2, len(TEXT) - 1)[0]
    assert 0 < last.bottom() < page.viewport().height()
    for _ in range(20_000):
        if bar.value() == 0:
            break
        page.scroll_by(-400)
    assert page.top_position() == 0
    assert page.rects_of(0, 1)[0].top() > 0


def test_colours_alone_lay_nothing_out_anew(page):
    layouts, made = page.surface.layouts, page.surface.layouts.made
    page.set_look(replace(page.look, colours=DARK))
    page.viewport().repaint()
    assert page.surface.layouts is layouts
    assert layouts.made == made


def test_wide_windows_keep_the_measure_and_narrow_ones_the_margins(page):
    page.resize(2400, 600)
    em = page.surface.em
    assert page.surface.column == 34 * em
    assert page.surface.left == (page.viewport().width() - 34 * em) // 2
    page.resize(420, 600)
    assert page.surface.column < page.viewport().width() - 2 * em
    page.resize(60, 60)
    page.viewport().repaint()
    assert page.surface.column > 0


def test_selecting_shows_the_moving_end_unless_told_not_to(page):
    page.select(60_000, 60_010, scroll=False)
    assert page.verticalScrollBar().value() == 0
    page.select(60_010, 60_020)
    assert 0 <= page.caret_rect().top() < page.viewport().height()
