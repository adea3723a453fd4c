"""Very large and very hard texts open by laying out only what is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.ui.page.document import LONGEST_BLOCK
from reader.ui.theme import THEMES, apply_theme
from tests.hard import HARD

WORDS = "كلمة أخرى هنا وقال الوزير. "


def test_a_long_article_is_laid_out_only_where_it_is_seen(page):
    page.show_text("\n".join([WORDS * 3] * 15_000))
    page.viewport().repaint()
    assert page.surface.layouts.made < 20
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 2)
    page.viewport().repaint()
    page.scroll_to(len(page.text()))
    page.viewport().repaint()
    assert page.surface.layouts.made < 80
    assert len(page.surface.text) == 15_000


@pytest.mark.parametrize("theme", THEMES, ids=[one.key for one in THEMES])
def test_the_bar_has_a_handle_while_there_is_something_to_scroll(qapp, page, theme):
    apply_theme(qapp, theme)
    found = []
    for text in (WORDS, "\n".join([WORDS] * 300), WORDS):
        page.show_text(text)
        QApplication.processEvents()
        image = page.verticalScrollBar().grab().toImage()
        middle = image.width() // 2
        found.append(len({image.pixel(middle, y) for y in range(image.height())}) > 1)
    assert found == [False, True, False]


def test_layouts_are_forgotten(page):
    page.show_text("\n".join([WORDS] * 2000))
    for _ in range(150):
        page.scroll_by(400)
    layouts = page.surface.layouts
    assert layouts.made > 500
    assert len(layouts._kept) <= 300


@pytest.mark.parametrize("text", [text for _, text in HARD], ids=[name for name, _ in HARD])
def test_hard_text_opens_by_a_few_layouts(page, hand, text):
    page.show_text(text, headline=False)
    page.viewport().repaint()
    seen = page.surface.seen()
    made = page.surface.layouts.made
    assert made <= 40
    assert sum(len(one.layout.words) for one in seen) <= made * LONGEST_BLOCK
    page.scroll_to(len(text) // 2)
    page.select(len(text) // 2, len(text) // 2 + 5)
    start, end = page.selection()
    assert start <= len(text) // 2 < end
    page.viewport().repaint()
    page.scroll_to(len(text))
    page.viewport().repaint()
    assert page.surface.layouts.made < made + 60


def test_a_piece_of_a_paragraph_joins_the_next_without_a_gap(page):
    page.show_text(WORDS * 1000, headline=False)
    surface = page.surface
    end = surface.text.end(0)
    assert surface.text.start(1) == end
    page.scroll_to(end)
    (last,) = page.rects_of(end - 2, end - 1)
    (first,) = page.rects_of(end, end + 1)
    assert first.top() == last.bottom()


def test_a_selection_over_a_seam_is_one(page, hand):
    page.show_text(WORDS * 1000, headline=False)
    end = page.surface.text.end(0)
    page.scroll_to(end)
    hand.drag(end - 8, end + 6)
    assert page.selection() == (end - 8, end + 6)
    hand.key(Qt.Key.Key_Left)
    assert page.caret() == end + 6
