"""Justified lines keep their edges, and every place in them is where its glyph is drawn."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from reader.ui.page.layouts import BlockLayout
from reader.ui.page.look import PageLook
from reader.ui.page.setting import Setting

WIDTH = 500
ARABIC = (
    "قالت المديرة سلمى الحديدي إن كِتابًا وصل يوم 2020/3/26 وأن المحطة ستعمل بكامل طاقتها قبل نهاية "
    "العام الجاري وفق الخطة التي أعلنتها الوزارة وأن العمل لن يتوقف مهما كانت الظروف."
)
LATIN = "The station will work at its full capacity before the end of this year, as was announced."
MIXED = (
    "وأضافت أن الكتاب وصل من Health Ltd يوم الخميس وأن شركة Water Works شاركت في بناء المحطة كلها."
)
FAMILIES = ["Amiri", "IBM Plex Sans Arabic"]


def laid_out(text: str, family: str, *, rtl: bool, justified: bool = True) -> BlockLayout:
    look = PageLook(family=family, justified=justified)
    style = Setting.of(look, WIDTH, 96).text
    return BlockLayout(text, style, WIDTH, rtl=rtl, justified=justified)


def ink(block: BlockLayout) -> QImage:
    image = QImage(WIDTH, block.height, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    block.draw(painter, QPointF(0, 0), QRectF())
    painter.end()
    return image


def edges(block: BlockLayout, number: int) -> tuple[float, float]:
    cells = block.cells(number)
    shown = [one.extent for one in cells.cells if block.words[one.start : one.end].strip()]
    return min(one.left for one in shown), max(one.right for one in shown)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(("text", "rtl"), [(ARABIC, True), (LATIN, False)])
def test_all_lines_but_the_last_share_both_edges(family, text, rtl):
    block = laid_out(text, family, rtl=rtl)
    found = [edges(block, number) for number in range(len(block.lines))]
    assert len(found) > 1
    start = 1 if rtl else 0
    outer = WIDTH if rtl else 0
    assert all(abs(one[start] - outer) <= 2.5 for one in found)
    filled = [one[1 - start] for one in found[:-1]]
    assert max(filled) - min(filled) < 22  # Qt may widen the last space too
    assert abs(found[-1][1 - start] - filled[0]) > 20


@pytest.mark.parametrize("family", FAMILIES)
def test_a_line_of_two_scripts_is_not_torn_apart(family):
    plain = laid_out(MIXED, family, rtl=True, justified=False)
    block = laid_out(MIXED, family, rtl=True)
    assert [line.last for line in block.lines] == [line.last for line in plain.lines]
    for number, line in enumerate(block.lines):
        words = block.words[line.first : line.last]
        if any(letter.isascii() and letter.isalpha() for letter in words):
            widths = [one.extent.right - one.extent.left for one in block.cells(number).cells
                      if block.words[one.start] == " "]  # fmt: skip
            assert max(widths) < 2.5 * 6.5
            assert abs(edges(block, number)[1] - WIDTH) <= 2.5


@pytest.mark.parametrize("family", FAMILIES)
def test_a_word_is_drawn_where_it_is_said_to_be(family):
    block = laid_out(ARABIC, family, rtl=True)
    image = ink(block)
    for number, line in enumerate(block.lines):
        left, right = edges(block, number)
        columns = [
            x
            for x in range(WIDTH)
            if any(
                image.pixelColor(x, y).value() < 90
                for y in range(line.baseline - line.em // 2, line.baseline)
            )
        ]
        assert left - 2 <= columns[0] <= left + line.em
        assert right - line.em <= columns[-1] <= right + 2


def test_the_page_keeps_its_place_in_another_setting(page):
    page.show_text("\n".join([ARABIC] * 60))
    page.scroll_to(len(page.text()) // 2)
    top = page.top_position()
    for change in ({"justified": True}, {"margin_em": 6.0}, {"family": FAMILIES[1]},
                   {"line_height": 2.4}, {"size_pt": 24.0}):  # fmt: skip
        page.set_look(replace(page.look, **change))
        assert abs(page.top_position() - top) < 120
