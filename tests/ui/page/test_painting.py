"""What is on the screen: words that no mark changes, marks that can be told apart."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from reader.label import Label
from reader.model.tags import TAGS, Tag
from reader.ui.page.look import CONTRAST, DARK, LIGHT, SEPIA, PageLook
from reader.ui.page.view import PageView

FAMILIES = ("Amiri", "IBM Plex Sans Arabic")
WORDS = "سلام لا لأ لإ لآ بلا السلام الله وزارة Health في 26/3/2020 قَالَ الزجاج (ب) 😀"
# Ink is darker than the one; its smooth edges, on whatever fill, darker than the other.
INK, EDGE = 60, 150
PALE = tuple(replace(tag, colour="#9fb8d8") for tag in TAGS)


def picture(page: PageView) -> QImage:
    return page.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def pixels_below(image: QImage, lightness: int) -> set[int]:
    """Return the places of the pixels that are darker than a lightness of 0 to 255."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    stride, width = grey.bytesPerLine(), grey.width()
    values = enumerate(bytes(grey.constBits()))
    return {at for at, value in values if value < lightness and at % stride < width}


def small(page: PageView, family: str, colours=LIGHT) -> None:
    page.setFixedSize(900, 160)
    page.clearFocus()
    page.set_look(PageLook(family=family, colours=colours))
    page.show_text(WORDS, headline=False)
    page.select(len(WORDS), len(WORDS))
    page.set_tags(PALE)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_mark_changes_no_glyph_wherever_it_begins_and_ends(page, mark, family):
    small(page, family)
    page.set_current(None)
    before = picture(page)
    assert len(pixels_below(before, INK)) > 1000
    borders = list(range(0, len(WORDS), 2))
    page.set_annotations(
        [mark((cp, cp + 3), PALE[cp % 3].key) for cp in borders if cp + 3 <= len(WORDS)]
    )
    after = picture(page)
    assert after != before
    assert pixels_below(before, INK) <= pixels_below(after, INK) <= pixels_below(before, EDGE)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_selection_moves_no_glyph(page, family):
    small(page, family)
    before = picture(page)
    for start in range(18):
        page.select(start, start + 3)
        after = picture(page)
        assert after != before
        assert pixels_below(before, INK) <= pixels_below(after, INK) <= pixels_below(before, EDGE)


def test_a_fill_lies_where_its_words_are_and_nowhere_else(page, mark):
    small(page, "Amiri")
    before = picture(page)
    start = WORDS.index("Health")
    page.set_annotations([mark((start - 2, start + 3), "quote")])
    after = picture(page)
    rects = page.rects_of(start - 2, start + 3)
    assert len(rects) == 2
    changed = {
        x
        for x in range(after.width())
        for y in range(after.height())
        if before.pixel(x, y) != after.pixel(x, y)
    }
    covered = {x for rect in rects for x in range(int(rect.left()) - 1, int(rect.right()) + 2)}
    assert changed <= covered
    middle = [round(rect.center().x()) for rect in rects]
    assert set(middle) <= changed


def box_of(page: PageView, words: str) -> QRect:
    start = page.text().index(words)
    (rect,) = page.rects_of(start, start + len(words))
    return rect.toAlignedRect().adjusted(0, 0, 0, 8)


def changed_in(page: PageView, box: QRect, act: Callable[[], None]) -> int:
    before = picture(page).copy(box)
    act()
    after = picture(page).copy(box)
    return sum(
        before.pixel(x, y) != after.pixel(x, y)
        for x in range(box.width())
        for y in range(box.height())
    )


@pytest.mark.parametrize("colours", [LIGHT, SEPIA, DARK, CONTRAST])
def test_states_of_a_mark_can_be_seen_in_each_theme(page, mark, colours):
    small(page, "Amiri", colours)
    page.set_tags(TAGS)
    box = box_of(page, "وزارة")
    annotation = mark("وزارة", "quote", uid="u")
    assert changed_in(page, box, lambda: page.put_annotation(annotation)) > 800
    assert changed_in(page, box, lambda: page.set_current("u")) > 800
    assert changed_in(page, box, lambda: page.set_unsaved(frozenset({"u"}))) > 150
    retagged = replace(annotation, tag="claim")
    assert changed_in(page, box, lambda: page.put_annotation(retagged)) > 150
    assert changed_in(page, box, lambda: page.set_unsaved(frozenset())) > 150
    assert changed_in(page, box, lambda: page.remove_annotation("u")) > 800
    assert page.current() is None


def test_tags_are_told_apart_without_colour(page, mark):
    small(page, "Amiri")
    lines = ("solid", "dotted", "dashed", "wavy")
    same = tuple(Tag(line, Label(line, line), "#446688", line=line) for line in lines)
    page.set_tags(same)
    box = box_of(page, "وزارة")
    seen = []
    for tag in same:
        page.set_annotations([mark("وزارة", tag.key)])
        seen.append(picture(page).copy(box))
    for number, one in enumerate(seen):
        assert all(one != other for other in seen[:number])


def test_a_tag_that_is_not_known_is_grey_but_shown(page, mark):
    small(page, "Amiri")
    box = box_of(page, "وزارة")
    assert changed_in(page, box, lambda: page.set_annotations([mark("وزارة", "topic")])) > 800


def test_with_and_without_quotation_marks_look_different(page, mark):
    page.show_text("قالت «لن نتراجع» أمس")
    seen = []
    for words in ("«لن نتراجع»", "لن نتراجع", "«لن نتراجع"):
        page.set_annotations([mark(words)])
        seen.append(picture(page))
    assert seen[0] != seen[1] != seen[2] != seen[0]


def test_each_overlapping_mark_has_a_line_of_its_own(page, mark):
    page.show_text("كلمة", headline=False)
    page.set_tags(tuple(replace(tag, line="solid") for tag in TAGS))
    page.set_look(PageLook(zoom=200))
    box = box_of(page, "كلمة")
    x = box.center().x()

    def lines() -> int:
        image = picture(page)
        column = [image.pixel(x, y) for y in range(box.top(), box.bottom() + 12)]
        strong = [QColor(rgb).saturation() > 150 for rgb in column]
        return sum(one and not other for one, other in zip(strong, [False, *strong], strict=False))

    for count in range(1, 5):
        page.set_annotations([mark("كلمة", "claim", uid=str(number)) for number in range(count)])
        assert lines() == count


def test_the_ink_of_a_selection_can_be_another(page):
    small(page, "Amiri", CONTRAST)
    page.select(0, 4)
    box = box_of(page, "سلام")
    image = picture(page).copy(box)
    colours = {image.pixel(x, y) for x in range(box.width()) for y in range(box.height())}
    assert QColor(CONTRAST.selection).rgb() in colours
    assert QColor(CONTRAST.selection_ink).rgb() in colours


@pytest.mark.parametrize("zoom", [100, 115, 140])
def test_what_scrolling_shifts_is_what_would_be_drawn(page, mark, qtbot, zoom):
    page.set_look(PageLook(zoom=zoom))
    page.show_text("\n".join(f"فقرة رقم {number} من نص طويل نقرؤه" for number in range(300)))
    page.set_annotations([mark((cp, cp + 40), TAGS[cp % 3].key) for cp in range(0, 8000, 31)])
    page.select(600, 900)
    page.clearFocus()
    screen, area = page.screen(), page.viewport().geometry().getRect()
    for step in (37, 12, 300, -120, 1, 5000, -64, -4900):
        page.scroll_by(step)
        qtbot.wait(1)
        shown = screen.grabWindow(page.winId(), *area).toImage()
        page.viewport().repaint()
        assert shown == screen.grabWindow(page.winId(), *area).toImage()


def test_an_empty_page_says_so(page):
    empty = picture(page)
    page.set_placeholder("افتح مقالًا لتبدأ القراءة")
    said = picture(page)
    assert said != empty
    page.show_text("نص")
    page.show_text("")
    assert picture(page) == said
