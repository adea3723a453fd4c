"""Graphemes as Qt draws them: exact in each direction, in ligatures, at wraps."""

from itertools import pairwise

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from reader.text.direction import is_rtl
from reader.ui.page.layouts import BlockLayout
from reader.ui.page.look import PageLook
from reader.ui.page.setting import Setting

FAMILIES = ("Amiri", "IBM Plex Sans Arabic")
LINES = (
    "قالت وزارة Health في 26/3/2020 إن كوفيد-19 انتشر",
    "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ لا إله إلا الله والسَّلامُ للَّاعِب",
    "The ministry of الصحة said 1,554 (لا غير) today",
    "a😀ب👨\u200d👩\u200d👧ج 𐤀𐤁 عنوان",
    "أب\tج\u200cد\u200fه\u202aHi\u202c ك\u00adل\u00a0م ‹x›",
    "١٬٥٥٤ و 3.5٪ و ٢٠٪ و (10-20)",
)
MIXED = st.text(alphabet="لاأهب مH19-/.()«»َّ\u200d😀א ", min_size=1, max_size=40)


def laid_out(words: str, family: str = "Amiri", width: int = 4000) -> BlockLayout:
    setting = Setting.of(PageLook(family=family), width, 96)
    return BlockLayout(words, setting.text, width, rtl=is_rtl(words))


def graphemes(words: str) -> list[tuple[int, int]]:
    return [match.span() for match in regex.finditer(r"\X", words)]


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("words", LINES)
def test_cells_tile_the_line(words, family):
    layout = laid_out(words, family)
    cells = layout.cells(0).cells
    assert [(cell.start, cell.end) for cell in cells] == graphemes(words)
    shown = sorted(
        (cell.extent for cell in cells if cell.extent.right > cell.extent.left),
        key=lambda extent: extent.left,
    )
    for one, other in pairwise(shown):
        assert other.left == pytest.approx(one.right, abs=0.05)
    whole = layout.pieces(0, 0, len(words))
    assert len(whole) == 1
    assert whole[0].left == pytest.approx(shown[0].left, abs=0.05)
    assert whole[0].right == pytest.approx(shown[-1].right, abs=0.05)


@pytest.mark.parametrize("family", FAMILIES)
@given(words=MIXED, data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_range_is_drawn_where_its_graphemes_are(family, words, data):
    layout = laid_out(words, family)
    spans = graphemes(words)
    first = data.draw(st.integers(0, len(spans) - 1))
    last = data.draw(st.integers(first, len(spans) - 1))
    start, end = spans[first][0], spans[last][1]
    quick = [(one.left, one.right) for one in layout.pieces(0, start, end)]
    cells = layout.cells(0).extents(start, end)
    width = sum(right - left for left, right in quick)
    assert width == pytest.approx(sum(one.right - one.left for one in cells), abs=0.3)
    for one in cells:
        assert (
            any(left - 0.1 <= one.left and one.right <= right + 0.1 for left, right in quick)
            or one.right - one.left < 0.1
        )


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("alef", "اأإآٱ")
def test_half_a_lam_alef_is_half_of_its_width(family, alef):
    layout = laid_out(f"سل{alef}م", family)
    lam, alef_cell = (layout.cells(0).cells[at].extent for at in (1, 2))
    assert alef_cell.right == pytest.approx(lam.left, abs=0.05)
    assert min(lam.right - lam.left, alef_cell.right - alef_cell.left) > 3
    (half,) = layout.pieces(0, 1, 2)
    assert (half.left, half.right) == pytest.approx((lam.left, lam.right), abs=0.05)


def test_a_span_split_by_direction_shows_as_its_visual_pieces():
    words = "قالت وزارة Health في بغداد"
    layout = laid_out(words)
    start, middle = words.index("وزارة"), words.index("alth")
    pieces = layout.pieces(0, start, middle)
    assert len(pieces) == 2
    (rest,) = layout.pieces(0, middle, middle + 4)
    # «He» stands left of «alth», and the Arabic right of both.
    assert pieces[0].right == pytest.approx(rest.left, abs=0.05)
    assert pieces[1].left == pytest.approx(rest.right, abs=0.05)


@pytest.mark.parametrize("name", ["Health", "2020/3/26", "أوبك-19"])
def test_the_ink_of_a_name_lies_in_its_rectangle_also_before_a_wrap(name):
    # Qt's cursorToX is off by a space here: a wrapped line that ends in the other direction.
    words = f"كلمة طويلة {name} بعدها كلمات أخرى"
    (until,) = laid_out(words).pieces(0, 0, words.index(name) + len(name))
    layout = laid_out(words, width=round(until.right - until.left) + 4)
    start, end = words.index(name), words.index(name) + len(name)
    assert layout.line_of(end - 1) == 0
    assert layout.line_of(end + 1) == 1
    dark = inked_columns(layout, round(until.right - until.left) + 4)
    for piece in layout.pieces(0, start, end):
        assert any(piece.left <= x <= piece.right for x in dark)
        # The words around are a space away: its middle holds no ink.
        assert not dark & {round(piece.left - 3), round(piece.right + 3)}


def inked_columns(layout: BlockLayout, width: int) -> set[int]:
    """Return each x of the first line that has ink."""
    line = layout.lines[0]
    image = QImage(width + 20, line.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    layout.draw(painter, QPointF(10, 0), QRectF(image.rect()))
    painter.end()
    points = ((x, y) for x in range(image.width()) for y in range(line.height))
    return {x - 10 for x, y in points if image.pixelColor(x, y).lightness() < 120}


def test_spaces_at_a_wrap_and_beside_the_words():
    layout = laid_out("كلمة كلمة كلمة", width=90)
    assert len(layout.lines) > 1
    cells = layout.cells(0)
    assert cells.text_end == layout.lines[0].last - 1
    assert cells.position_at(-10) == (cells.text_end, True)
    assert cells.position_at(500) == (0, False)


def test_a_tab_has_its_room():
    layout = laid_out("أب\tج")
    tab = layout.cells(0).cells[2].extent
    assert tab.right - tab.left > 5
    (whole,) = layout.pieces(0, 0, 4)
    assert whole.left < tab.left


@pytest.mark.parametrize("words", ["", " ", "\t", "\u200f", "\u064e"])
def test_lines_without_letters_have_a_place_for_the_caret(words):
    layout = laid_out(words)
    assert len(layout.lines) == 1
    place = layout.cells(0).caret_at(0, upstream=False)
    assert 0 <= place.x <= 4000
    assert layout.height > 0


@pytest.mark.parametrize("width", [4000, 150])
@pytest.mark.parametrize("words", LINES)
def test_the_caret_stands_the_same_whether_its_line_is_measured_or_not(words, width):
    quick, measured = laid_out(words, width=width), laid_out(words, width=width)
    for number in range(len(measured.lines)):
        measured.cells(number)
    for cp in {end for span in graphemes(words) for end in span}:
        for upstream in (False, True):
            number = quick.line_of(cp, upstream=upstream)
            here = quick.caret_at(cp, upstream=upstream)
            there = measured.cells(number).caret_at(cp, upstream=upstream)
            assert (here.x, here.rtl) == (pytest.approx(there.x, abs=0.01), there.rtl)
