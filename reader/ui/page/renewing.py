"""What has to be painted anew: as little of the page as shows all that has changed."""

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPaintEvent

from reader.ui.page.surface import Surface

_REACH = 1.25  # ems; how far marks are drawn beyond their lines
_OVERHANG = 0.1  # ems; how far letters may stand out of the column
_MOST = 8


def lines_of(surface: Surface, start_cp: int, end_cp: int, *, whole: bool) -> QRect:
    """Return where the lines in view stand that a range touches, with what reaches out of them.

    `whole` asks for all lines of their paragraphs. In pixels of the viewport, as wide as
    it is; empty where none is in view.
    """
    found, reach = QRect(), round(_REACH * surface.em)
    for one in surface.seen():
        start = surface.text.start(one.block)
        first, last, lines = start_cp - start, end_cp - start, one.layout.lines
        if last < 0 or first > len(one.layout.words):
            continue
        top, bottom = lines[0], lines[-1]
        if not whole:
            top = lines[one.layout.line_of(max(0, first), upstream=True)]
            bottom = lines[one.layout.line_of(min(last, len(one.layout.words)))]
        height = bottom.top + bottom.height - top.top
        found |= QRect(0, one.y + top.top - reach, surface.width, height + 2 * reach)
    return found


def margin_of(surface: Surface) -> QRect:
    """Return the margin with the gutter, up to where letters of the words may stand."""
    columns, overhang = surface.columns, round(_OVERHANG * surface.em)
    if columns.notes_left < columns.left:
        return QRect(0, 0, columns.left - overhang, surface.height)
    left = columns.left + columns.width + overhang
    return QRect(left, 0, surface.width - left, surface.height)


def has_words(surface: Surface, area: QRectF) -> bool:
    """Tell whether letters may stand in an area of the viewport, or it is beside all of them."""
    overhang = round(_OVERHANG * surface.em)
    left, right = surface.left - overhang, surface.left + surface.column + overhang
    return area.right() > left and area.left() < right


def areas_of(event: QPaintEvent) -> Sequence[QRectF]:
    """Return the areas that are to be painted, without one in common; one, of very many."""
    region = event.region()
    if region.rectCount() > _MOST:
        return [QRectF(event.rect())]
    return [QRectF(rect) for rect in cast("Iterable[QRect]", region)]
