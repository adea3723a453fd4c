"""Hits of a search on the page: where they are drawn, and how few are ever looked at."""

import pytest
from PySide6.QtGui import QColor

from reader.ui.page.hits import Hits
from reader.ui.page.look import CONTRAST, DARK, LIGHT, SEPIA, PageLook
from reader.ui.theme import THEMES

TEXT = "قالت المديرة إن Health Ltd وصلت، ثم قالت لا."


def grab(page):
    return page.viewport().grab().toImage()


def colours_in(page, start: int, end: int) -> set[int]:
    image = grab(page)
    return {
        image.pixel(x, y)
        for rect in page.rects_of(start, end)
        for x in range(int(rect.left()) + 2, int(rect.right()) - 1)
        for y in range(int(rect.top()), int(rect.bottom()))
    }


def test_a_hit_has_a_ground_of_its_own_and_the_current_one_a_stronger(page):
    page.show_text(TEXT, headline=False)
    second = TEXT.rindex("قالت")
    page.set_hits([(0, 4), (second, second + 4)], 1)
    colours = page.look.colours
    assert colours.hit.rgb() in colours_in(page, 0, 4)
    assert colours.current_hit.rgb() in colours_in(page, second, second + 4)
    assert colours.hit.rgb() not in colours_in(page, 5, 12)
    page.set_hits(())
    assert colours.hit.rgb() not in colours_in(page, 0, 4)


def test_a_hit_in_two_directions_is_drawn_in_its_pieces(page):
    page.show_text(TEXT, headline=False)
    start = TEXT.index("إن")
    page.set_hits([(start, start + 5)])
    ground = page.look.colours.hit.rgb()
    assert ground in colours_in(page, start, start + 2)
    assert ground in colours_in(page, start + 3, start + 5)
    assert ground not in colours_in(page, start + 6, start + 9)


def test_another_text_has_no_hits(page):
    page.show_text(TEXT, headline=False)
    page.set_hits([(0, 4)])
    page.show_text(TEXT, headline=False)
    assert page.look.colours.hit.rgb() not in colours_in(page, 0, 4)


def test_a_window_of_hits_is_found_by_place():
    hits = Hits([(0, 3), (5, 9), (9, 12), (20, 21)])
    assert [*hits.within(2, 6)] == [0, 1]
    assert [*hits.within(8, 9)] == [1]
    assert [*hits.within(9, 10)] == [2]
    assert [*hits.within(12, 20)] == []
    assert [*Hits().within(0, 9)] == []


def test_only_hits_on_lines_in_view_are_shaped(page):
    line = "قالت المديرة إن الأمر انتهى وقالت لا. "
    text = line * 5000
    page.show_text(text, headline=False)
    spans = [(at, at + 4) for at in range(0, len(text), len(line))]
    page.set_hits(spans, 3)
    before = page.surface.layouts.made
    grab(page)
    kept = page._painter._hits._kept
    assert 0 < sum(map(len, kept.values())) < 60
    assert page.surface.layouts.made == before


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, SEPIA, DARK, CONTRAST])
def test_words_on_hits_can_be_read(colours):
    ink = QColor(colours.ink)
    assert contrast(ink, colours.hit) >= 4.5
    assert contrast(ink, colours.current_hit) >= 4.5
    assert contrast(QColor(colours.paper), colours.hit_line) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=[theme.key for theme in THEMES])
def test_words_on_hits_can_be_read_in_every_theme(theme):
    from reader.ui.controllers.view import page_look

    test_words_on_hits_can_be_read(page_look(theme, "Amiri", 100).colours)


def test_another_theme_draws_hits_in_its_own_colour(page):
    page.show_text(TEXT, headline=False)
    page.set_hits([(0, 4)])
    page.set_look(PageLook(colours=DARK))
    assert DARK.hit.rgb() in colours_in(page, 0, 4)
