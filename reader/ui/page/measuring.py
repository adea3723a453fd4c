"""Qt asked for the true places of graphemes in a line.

Qt's own `cursorToX` is wrong where two directions meet and in wrapped lines that
end in the other direction, and `glyphRuns` is wrong within a ligature and within
a grapheme. So whole graphemes are asked for by their glyphs, and the width of a
ligature is shared out here. Positions are in UTF-16 units. A QTextLine must not
outlive its layout, so none is kept.
"""

from collections.abc import Sequence

from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

from reader.ui.page.geometry import Cell, Cells, Edges, Extent

_SPLIT = QGlyphRun.GlyphRunFlag.SplitLigature
_LONGEST_LIGATURE = 18


def extents(line: QTextLine, start_unit: int, end_unit: int) -> list[Extent]:
    """Return one extent for every run of glyphs of a range that cuts no grapheme.

    What draws nothing (a tab, a space at the end of a wrapped line) has none.
    """
    found = []
    for run in line.glyphRuns(start_unit, end_unit - start_unit):
        box = run.boundingRect()
        split = bool(run.flags() & _SPLIT)
        found.append(Extent(box.left(), box.right(), run.isRightToLeft(), split))
    return found


def edges_of(line: QTextLine, *, rtl: bool) -> Edges:
    """Return where a line's words begin and end in its paragraph's direction."""
    left = line.naturalTextRect().left()
    if rtl:
        return Edges(line.x() + line.width(), left, rtl)
    return Edges(left, left + line.naturalTextWidth(), rtl)


def neighbours(
    layout: QTextLayout, line: QTextLine, unit: int
) -> tuple[Extent | None, Extent | None] | None:
    """Return the graphemes before and after a position in a line, None at the line's ends.

    Returns None altogether where only a look at the whole line can tell.
    """
    start, end = line.textStart(), line.textStart() + line.textLength()
    found: list[Extent | None] = []
    for one, other, there in (
        (layout.previousCursorPosition(unit), unit, unit > start),
        (unit, layout.nextCursorPosition(unit), unit < end),
    ):
        own = extents(line, one, other) if there else []
        if there and (not own or any(extent.split for extent in own)):
            return None
        found.append(_joined(own))
    return found[0], found[1]


def measured(line: QTextLine, bounds: Sequence[int], units: Sequence[int], *, rtl: bool) -> Cells:
    """Return the cells of a line.

    `bounds` are the borders of its graphemes in code points of the block, `units`
    the same borders in units.
    """
    edges = edges_of(line, rtl=rtl)
    shown = _filled(_known(line, units), edges)
    spans = zip(bounds, bounds[1:], shown, strict=False)
    return Cells([Cell(start, end, extent) for start, end, extent in spans], edges, bounds[0])


def _known(line: QTextLine, units: Sequence[int]) -> list[Extent | None]:
    """Return the extent of every grapheme, None for one that draws nothing."""
    found: list[Extent | None] = []
    while len(found) < len(units) - 1:
        at = len(found)
        own = extents(line, units[at], units[at + 1])
        if any(extent.split for extent in own):
            found.extend(_shared(line, units, at))
        else:
            found.append(_joined(own))
    return found


def _shared(line: QTextLine, units: Sequence[int], first: int) -> list[Extent | None]:
    """Share the width of the ligature that begins at a grapheme equally among its graphemes."""
    furthest = min(first + _LONGEST_LIGATURE, len(units) - 1)
    for last in range(first + 1, furthest + 1):
        found = extents(line, units[first], units[last])
        whole = _joined(found)
        if whole is not None and not any(extent.split for extent in found):
            count = last - first
            step = (whole.right - whole.left) / count
            places = range(count - 1, -1, -1) if whole.rtl else range(count)
            lefts = [whole.left + place * step for place in places]
            return [Extent(left, left + step, whole.rtl) for left in lefts]
    return [_joined(extents(line, units[first], units[first + 1]))]


def _filled(known: Sequence[Extent | None], edges: Edges) -> list[Extent]:
    """Give what draws nothing the gap between its neighbours, or no width at all."""
    shown: list[Extent] = []
    shown_until = max((at for at, extent in enumerate(known) if extent), default=-1)
    x, rtl = edges.start, edges.rtl
    for at, extent in enumerate(known):
        if at > shown_until:
            x, rtl = edges.end, edges.rtl
        shown.append(extent or _gap(x, known[at + 1 : at + 2], rtl=rtl))
        x, rtl = shown[-1].trailing, shown[-1].rtl
    return shown


def _gap(x: float, following: Sequence[Extent | None], *, rtl: bool) -> Extent:
    """Return the room from x to what follows in the same direction, if anything does."""
    until = next((extent.leading for extent in following if extent and extent.rtl == rtl), x)
    return Extent(min(x, until), max(x, until), rtl)


def _joined(found: Sequence[Extent]) -> Extent | None:
    """Return one extent for the parts of a grapheme; joiners without ink may stand elsewhere."""
    if not found:
        return None
    widest = max(found, key=_width)
    parts = [extent for extent in found if extent.rtl == widest.rtl and _width(extent) > 0]
    left = min((extent.left for extent in parts), default=widest.left)
    right = max((extent.right for extent in parts), default=widest.right)
    return Extent(left, right, widest.rtl)


def _width(extent: Extent) -> float:
    return extent.right - extent.left
