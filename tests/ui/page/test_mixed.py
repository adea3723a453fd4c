"""Lines of two directions as people reported them broken elsewhere: drags, pieces, pixels.

The threads are named in facts on peers: webanno #49, #265, #278, #280, #283, #699, #1033,
inception #2837 and #5506, doccano #769.
"""

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF

from reader.ui.page.look import LIGHT, PageLook
from tests.ui.page.pictures import keeps_its_words, picture

ARABIC = (
    "أكدت وزارة Health أن كوفيد-19 بلغ 10-20 حالة منذ 2002 وحتى 26/3/2020، "
    "للاتصال: +964-750-123-4567 أو https://example.com/ar?q=1 و«قال» «لن نتراجع»، (الزجاج)…نعم؟"
)
LATIN = (
    "The ministry وزارة الصحة counted 10-20 cases of كوفيد-19 by 26/3/2020 (call "
    "+964-750-123-4567, https://example.com/ar?q=1) and said «لن نتراجع» in 2002."
)
# Each with the thread that tells what went wrong, and in how many pieces a reader sees it.
CASES = (
    (ARABIC, "وزارة Health", 1),  # webanno #283: ends in a Latin run
    (ARABIC, "وزارة Hea", 2),  # webanno #283
    (ARABIC, "كوفيد-19", 1),  # webanno #283
    (ARABIC, "كوفيد-1", 2),
    (ARABIC, "00", 1),  # webanno #49, #278: part of a number
    (ARABIC, "20", 1),
    (ARABIC, "10-20", 1),
    (ARABIC, "10-2", 2),
    (ARABIC, "26/3", 1),
    (ARABIC, "3/2020، للا", 2),
    (ARABIC, "+964-750-123-4567", 1),
    (ARABIC, "750-123", None),
    (ARABIC, "https://example.com/ar?q=1", 1),
    (ARABIC, "example.com", 1),
    (ARABIC, "قال", 1),  # webanno #265: not over the mark only
    (ARABIC, "«قال»", 1),
    (ARABIC, "«لن نتراجع»", 1),  # webanno #1033
    (ARABIC, "لن نتراجع", 1),
    (ARABIC, "(الزجاج)…نعم؟", 1),  # inception #5506
    (ARABIC, "لزجاج", 1),
    (LATIN, "ministry وزارة الصحة counted", 1),
    (LATIN, "ministry وزارة", 2),
    (LATIN, "صحة counted", 2),
    (LATIN, "وزارة الصحة", 1),
    (LATIN, "كوفيد-19", None),
    (LATIN, "10-20", 1),
    (LATIN, "26/3/2020", 1),
    (LATIN, "+964-750-123-4567", 1),
    (LATIN, "https://example.com/ar?q=1", 1),
    (LATIN, "«لن نتراجع»", None),
    (LATIN, "200", 1),
)
each_case = pytest.mark.parametrize(
    ("text", "words", "pieces"),
    CASES,
    ids=[f"{'ar' if text is ARABIC else 'en'} {words}" for text, words, _ in CASES],
)
LOOK = PageLook(measure_em=120, size_pt=12, colours=LIGHT)


def show(page, text: str) -> None:
    page.set_popup_enabled(False)
    page.setFixedSize(1500, 160)
    page.set_look(LOOK)
    page.show_text(text, headline=False)
    page.select(len(text), len(text))
    page.clearFocus()


@each_case
def test_a_drag_selects_what_it_was_drawn_over(hand, text, words, pieces):
    """Inception #2837 marked the last character only, webanno #278 nothing at all."""
    show(hand.page, text)
    assert len(hand.page.surface.layouts.of(0).lines) == 1
    start = text.index(words)
    hand.drag(start, start + len(words))
    assert hand.words == words
    hand.drag(start + len(words), start)
    assert hand.words == words


@each_case
def test_a_span_is_seen_as_its_visual_pieces(page, mark, text, words, pieces):
    """Webanno #280: too wide or too narrow; doccano #769: the words change their order."""
    show(page, text)
    bare = picture(page)
    start = text.index(words)
    rects = page.rects_of(start, start + len(words))
    assert pieces is None or len(rects) == pieces
    page.set_annotations([mark((start, start + len(words)), "quote")])
    after = picture(page)
    assert keeps_its_words(bare, after, LIGHT.ink)
    y = round(rects[0].center().y())
    changed = {x for x in range(after.width()) if _column(bare, x, y) != _column(after, x, y)}
    covered = {x for rect in rects for x in range(round(rect.left()), round(rect.right()))}
    # A pixel more or less at an edge is rounding; the ends of the span stand within it.
    assert changed <= {x + step for x in covered for step in (-1, 0, 1)}
    assert covered <= {x + step for x in changed for step in (-1, 0, 1)}


def _column(image, x: int, y: int) -> list[int]:
    return [image.pixel(x, y + step) for step in range(-10, 10)]


@pytest.mark.parametrize("text", [ARABIC, LATIN], ids=["ar", "en"])
def test_with_quotation_marks_and_without_is_seen(page, mark, text):
    """Webanno #1033."""
    show(page, text)
    start = text.index("«لن نتراجع»")
    seen = []
    for first, last in ((0, 11), (1, 10), (0, 10), (1, 11)):
        page.set_annotations([mark((start + first, start + last))])
        seen.append(picture(page))
    assert all(one != other for at, one in enumerate(seen) for other in seen[:at])


def test_a_drag_over_a_line_break_stays_where_it_is(hand):
    """Webanno #699: the selection jumped to the top of the page."""
    page = hand.page
    page.set_popup_enabled(False)
    page.setFixedSize(420, 700)
    page.show_text(f"{ARABIC}\n{ARABIC}", headline=False)
    second = len(ARABIC) + 1
    for words in ("Health أن كوفيد-19 بلغ 10-20 حالة", "2002 وحتى 26/3/2020، للاتصال"):
        start = page.text().index(words, second)
        hand.drag(start, start + len(words))
        assert hand.words == words
        hand.drag(start + len(words), start)
        assert page.selection() == (start, start + len(words))


MIXED = st.text(
    alphabet="لاأهب مH1٢9/-.,()«»؟َّ\u200d\u200f\u2067\u2069😀א پ", min_size=1, max_size=50
)
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(words=MIXED, rtl=st.booleans(), data=st.data())
@SLOW
def test_pieces_are_the_cells_of_the_graphemes_and_each_cell_is_hit(page, words, rtl, data):
    text = ("كلمة " if rtl else "word ") + words
    page.setFixedSize(1500, 160)
    page.show_text(text, headline=False)
    graphemes = [match.span() for match in regex.finditer(r"\X", text)]
    first = data.draw(st.integers(0, len(graphemes) - 1))
    last = data.draw(st.integers(first, len(graphemes) - 1))
    start, end = graphemes[first][0], graphemes[last][1]
    left = page.surface.left
    wanted = [
        (cell.start, cell.end, left + cell.extent.left, left + cell.extent.right)
        for cell in page.surface.layouts.of(0).cells(0).cells
    ]
    assert [(one, two) for one, two, _, _ in wanted] == graphemes
    rects = page.rects_of(start, end)
    inside = [one for one in wanted if start <= one[0] < end and one[3] - one[2] > 0.2]
    for _, _, low, high in inside:
        assert any(rect.left() - 0.1 <= low and high <= rect.right() + 0.1 for rect in rects)
    width = sum(high - low for _, _, low, high in inside)
    assert sum(rect.width() for rect in rects) == pytest.approx(width, abs=1)
    for low_cp, high_cp, low, high in wanted:
        if high - low > 1:
            hit = page.surface.hit(QPointF((low + high) / 2, page.rects_of(0, 1)[0].center().y()))
            assert hit.over == low_cp
            assert low_cp <= hit.cp <= high_cp


@pytest.mark.parametrize("width", [110, 150, 200, 320])
@pytest.mark.parametrize("text", [ARABIC, LATIN], ids=["ar", "en"])
def test_drags_on_a_page_that_is_hardly_wider_than_a_word(hand, text, width):
    """A page between panels in a small window; a drag in one of 150 px once came out short."""
    page = hand.page
    page.set_popup_enabled(False)
    page.set_look(PageLook())
    page.setFixedSize(width, 2600)
    page.show_text(text, headline=False)
    visible = [m.start() for m in regex.finditer(r"\X", text) if not m.group().isspace()]
    for start, last in zip(visible[::7], visible[5::7], strict=False):
        end = next(m.end() for m in regex.finditer(r"\X", text) if m.start() == last)
        hand.drag(start, end)
        assert page.selection() == (start, end), text[start:end]
        hand.drag(end, start)
        assert page.selection() == (start, end), text[start:end]


def test_a_slow_drag_with_every_point_on_the_way(hand):
    page = hand.page
    page.set_popup_enabled(False)
    page.setFixedSize(150, 2600)
    page.show_text(ARABIC, headline=False)
    start, end = ARABIC.index("وزارة"), ARABIC.index(" منذ")
    first, last = hand.point(start), hand.point(end - 1, after=True)
    hand.press(first)
    for step in range(1, 40):
        way = first + (last - first) * step / 40
        hand.move(QPoint(way))
    hand.move(last)
    hand.release(last)
    assert page.selection() == (start, end)
