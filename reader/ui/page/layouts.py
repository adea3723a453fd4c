"""Blocks laid out in lines, only when they are seen, and kept while they are.

This module alone turns code points into UTF-16 units and back. What it hands out
counts in code points of the block.
"""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout

from reader.frozen import dataclass
from reader.text.offsets import Utf16Map
from reader.text.patterns import pattern
from reader.ui.page.document import PageText
from reader.ui.page.geometry import (
    Cap,
    Cells,
    Edges,
    Extent,
    Place,
    Stretch,
    cap_of,
    is_at_an_edge,
    merged,
    own_cap,
    place_between,
)
from reader.ui.page.justifying import put_at_edge, spare_two_scripts, text_option
from reader.ui.page.measuring import edges_of, extents, measured, neighbours
from reader.ui.page.setting import Setting, Style

_KEPT_CHARACTERS = 250_000
_KEPT_BLOCKS = 300
_EMPTY_SHARE = 0.6
_SAMPLE = 240  # characters that tell how many fit into a line
# A line always begins between two graphemes, so here they need no looking back.
_GRAPHEME = pattern(r"\X")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block: its range in code points of the block, its place in pixels.

    The range includes the spaces that end a wrapped line. `top` and `baseline` are
    below the block's top, `height` is the distance to the next line.
    """

    first: int
    last: int
    top: int
    baseline: int
    height: int
    em: int


class BlockLayout:
    """One block, laid out; positions are in code points of the block."""

    def __init__(
        self, words: str, style: Style, width: int, *, rtl: bool, justified: bool = False
    ) -> None:
        self.words = words
        self.rtl = rtl
        self._map = Utf16Map(words)
        self._layout = QTextLayout(words, style.font)
        self._layout.setTextOption(text_option(rtl=rtl, justified=justified))
        self._layout.setCacheEnabled(True)
        self._width = width
        self._has_tabs = "\t" in words
        self._justified = justified
        self._cells: dict[int, Cells] = {}
        self._stretches: dict[tuple[int, int, int], Stretch] = {}
        self.lines = self._lay_out(style)
        self.height = self.lines[-1].top + self.lines[-1].height if self.lines else 0

    def line_of(self, cp: int, *, upstream: bool = False) -> int:
        """Return the line that a position is in; at a wrap `upstream` asks for the earlier one."""
        for number, line in enumerate(self.lines):
            if cp < line.last or (upstream and cp == line.last):
                return number
        return len(self.lines) - 1

    def line_at(self, y: float) -> int:
        """Return the line at a distance below the block's top, or the nearest one."""
        for number, line in enumerate(self.lines):
            if y < line.top + line.height:
                return number
        return len(self.lines) - 1

    def cells(self, number: int) -> Cells:
        """Return the graphemes of a line, measured when they are first asked for."""
        cells = self._cells.get(number)
        if cells is None:
            line = self.lines[number]
            bounds = _grapheme_bounds(self.words, line.first, line.last)
            units = [self._map.unit_of(cp) for cp in bounds]
            cells = measured(self._layout.lineAt(number), bounds, units, rtl=self.rtl)
            self._cells[number] = cells
        return cells

    def caret_at(self, cp: int, *, upstream: bool) -> Place:
        """Return where the caret stands in its line, of which not all is measured for it."""
        number = self.line_of(cp, upstream=upstream)
        if number not in self._cells and not self._has_tabs:
            line = self._layout.lineAt(number)
            around = neighbours(self._layout, line, self._map.unit_of(cp))
            if around is not None:
                return place_between(*around, edges_of(line, rtl=self.rtl), upstream=upstream)
        return self.cells(number).caret_at(cp, upstream=upstream)

    def pieces(self, number: int, start: int, end: int) -> list[Extent]:
        """Return the visual pieces of a range in one line, from left to right."""
        return merged(self._extents(number, start, end))

    def stretch(self, number: int, start: int, end: int) -> Stretch:
        """Return the pieces of a range in one line, and its ends where they are in the line."""
        key = number, start, end
        if key not in self._stretches:
            self._stretches[key] = self._stretched(*key)
        return self._stretches[key]

    def _stretched(self, number: int, start: int, end: int) -> Stretch:
        line = self.lines[number]
        found = self._extents(number, start, end)
        pieces = tuple(merged(found))
        starts, ends = line.first <= start < line.last, line.first < end <= line.last
        if pieces and all(extent.rtl == self.rtl for extent in found):
            # All is read in the paragraph's direction, so the ends are the outer edges.
            outer = Extent(pieces[0].left, pieces[-1].right, self.rtl)
            first = cap_of(outer, None, Edges(0, 0, self.rtl), start=True) if starts else None
            last = cap_of(outer, None, Edges(0, 0, self.rtl), start=False) if ends else None
        else:
            first = self._cap(number, start, pieces, start=True) if starts else None
            last = self._cap(number, end, pieces, start=False) if ends else None
        return Stretch(pieces, tuple(cap for cap in (first, last) if cap))

    def draw(
        self,
        painter: QPainter,
        origin: QPointF,
        clip: QRectF,
        selections: Sequence[QTextLayout.FormatRange] = (),
    ) -> None:
        """Draw the words with the block's top left at a point."""
        self._layout.draw(painter, origin, list(selections), clip)

    def format_range(self, start: int, end: int) -> QTextLayout.FormatRange:
        """Return a range to be drawn in other ink; drawing so never shapes anew."""
        found = QTextLayout.FormatRange()
        found.start = self._map.unit_of(start)
        found.length = self._map.unit_of(end) - found.start
        return found

    def _extents(self, number: int, start: int, end: int) -> list[Extent]:
        """Return where a range is drawn in a line, in one extent or more.

        Qt is asked for the whole range at once, which is exact unless an end lies
        inside a grapheme or a ligature, or something in the range draws nothing.
        """
        line = self.lines[number]
        start, end = max(start, line.first), min(end, line.last)
        if start >= end:
            return []
        units = self._map.unit_of(start), self._map.unit_of(end)
        if all(map(self._layout.isValidCursorPosition, units)) and not self._has_tabs:
            found = extents(self._layout.lineAt(number), *units)
            if not any(extent.split for extent in found):
                return found
        return self.cells(number).extents(start, end)

    def _cap(self, number: int, cp: int, pieces: Sequence[Extent], *, start: bool) -> Cap | None:
        """Return an end of a span; one of a part of a number stands at that part."""
        line = self._layout.lineAt(number)
        around = neighbours(self._layout, line, self._map.unit_of(cp))
        before, after = around or self.cells(number).around(cp)
        inside, outside = (after, before) if start else (before, after)
        if inside is None:
            return None
        cap = cap_of(inside, outside, edges_of(line, rtl=self.rtl), start=start)
        return cap if is_at_an_edge(cap, pieces) else own_cap(inside, start=start)

    def _lay_out(self, style: Style) -> tuple[Line, ...]:
        lines: list[Line] = []
        top = 0
        self._layout.beginLayout()
        while (made := self._layout.createLine()).isValid():
            made.setLineWidth(self._width)
            natural = made.ascent() + made.descent()
            # Letters of a much taller fallback font push their own line apart.
            height = style.leading
            if natural > max(height, (style.ascent + style.descent)) * 1.2:
                height = round(natural)
            baseline = round((height - style.ascent - style.descent) / 2 + style.ascent)
            if height > style.leading:
                baseline = round(made.ascent())
            first = self._map.cp_of(made.textStart())
            last = self._map.cp_of(made.textStart() + made.textLength())
            if self._justified:
                spare_two_scripts(made, self.words[first:last], self._width)
            made.setPosition(QPointF(0, top + baseline - made.ascent()))
            lines.append(Line(first, last, top, top + baseline, height, style.em))
            top += height
        self._layout.endLayout()
        if self._justified and self.rtl:
            self._fill_lines(lines)
        return tuple(lines)

    def _fill_lines(self, lines: Sequence[Line]) -> None:
        """Bring justified lines to the edge from which they are read."""
        for number, line in enumerate(lines):
            words = self.words[line.first : line.last].rstrip()
            end = self._map.unit_of(line.first + len(words))
            put_at_edge(self._layout.lineAt(number), end, self._width)


class Layouts:
    """The blocks of a text that are laid out now; `made` counts all that ever were."""

    def __init__(self, text: PageText, setting: Setting) -> None:
        self._text = text
        self._setting = setting
        self._kept: OrderedDict[int, BlockLayout] = OrderedDict()
        self._characters = 0
        self.made = 0

    def of(self, block: int) -> BlockLayout:
        """Return the layout of a block, made now if it is not kept."""
        found = self._kept.get(block)
        if found is not None:
            self._kept.move_to_end(block)
            return found
        style = self._style(block)
        words, rtl = self._text.words(block), self._text.is_rtl(block)
        # A headline is never torn apart to fill its lines.
        justified = self._setting.justified and style is self._setting.text
        found = BlockLayout(words, style, self._setting.width, rtl=rtl, justified=justified)
        self.made += 1
        self._kept[block] = found
        self._characters += len(words)
        self._forget()
        return found

    def height(self, block: int) -> int:
        """Return the true height of a block in pixels, with the gap below it."""
        lines = self.of(block).height
        if not self._text.closes_paragraph(block):
            return lines
        if self._text.start(block) == self._text.end(block):
            return round(lines * _EMPTY_SHARE)
        return lines + self._style(block).gap

    def estimates(self) -> list[int]:
        """Return a guessed height for every block, from a sample of the text."""
        sample = self._text.text[:_SAMPLE].replace("\n", " ") or " "
        style = self._setting.text
        advance = QFontMetricsF(style.font).horizontalAdvance(sample) / len(sample)
        # Words do not break, so about one in twenty characters' room stays free.
        per_line = max(1, int(self._setting.width / max(advance, 1.0) * 0.95))
        leading, gap = style.leading, style.gap
        return [-(-length // per_line) * leading + gap for length in self._text.lengths()]

    def _style(self, block: int) -> Style:
        return self._setting.headline if self._text.is_headline(block) else self._setting.text

    def _forget(self) -> None:
        while len(self._kept) > 1 and (
            len(self._kept) > _KEPT_BLOCKS or self._characters > _KEPT_CHARACTERS
        ):
            _, oldest = self._kept.popitem(last=False)
            self._characters -= len(oldest.words)


def _grapheme_bounds(words: str, start: int, end: int) -> list[int]:
    return [start, *(match.end() for match in _GRAPHEME.finditer(words, start, end))]
