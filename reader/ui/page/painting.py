"""The page painted: paper, marks, selection, words, caret, in this order.

Everything but the caret lies under the words, and no mark is ever a text format:
a format that begins inside a word would shape the word anew.
"""

from collections.abc import Iterable

from PySide6 import QtGui
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF, QTextLayout

from reader.model.annotation import Annotation
from reader.model.tags import TAGS, Tag
from reader.ui.page.hits import Hits, HitShapes
from reader.ui.page.inked import InkedBlock, InkedBlocks
from reader.ui.page.look import PageColours
from reader.ui.page.marks import Marks
from reader.ui.page.pencil import Pencil
from reader.ui.page.places import Seen
from reader.ui.page.renewing import has_words
from reader.ui.page.shapes import MarkShapes
from reader.ui.page.strokes import Inks, TagInk
from reader.ui.page.surface import Surface
from reader.ui.page.tiles import LineTiles


class PagePainter:
    """Paints a surface with what stands on it."""

    def __init__(self, surface: Surface, colours: PageColours) -> None:
        self._shapes = MarkShapes(surface, Marks())
        self._hits = HitShapes(surface, Hits())
        self.current: str | None = None
        self.unsaved: frozenset[str] = frozenset()
        self._surface = surface
        self._tags: tuple[Tag, ...] = TAGS
        self._tiles = LineTiles(1.0)
        self.set_colours(colours)

    def set_marks(self, marks: Marks) -> None:
        """Draw other annotations from now on."""
        self._shapes = MarkShapes(self._surface, marks)
        self._ink_anew()

    @property
    def shapes(self) -> MarkShapes:
        """Return the shapes of the marks that are drawn."""
        return self._shapes

    def set_hits(self, hits: Hits) -> None:
        """Draw what a search has found."""
        self._hits = HitShapes(self._surface, hits)

    def forget(self, annotation: Annotation | None) -> None:
        """Shape anew what lies where an annotation is, or was."""
        if annotation is not None:
            self._shapes.forget(annotation.start_cp, annotation.end_cp)

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Draw with the colours and lines of other tags."""
        self._tags = tags
        self._inks = Inks(tags, self._colours)
        self._ink_anew()

    def set_colours(self, colours: PageColours) -> None:
        """Draw in another theme."""
        self._colours = colours
        self._inks = Inks(self._tags, colours)
        self._ink_anew()

    def ink(self, tag: str) -> TagInk:
        """Return the inks of a tag, grey ones for a tag that is not known."""
        return self._inks.of(tag)

    def make_ready(self, seen: Seen) -> InkedBlock:
        """Return the marks of a block as they are drawn; the next painting finds them made."""
        return self._inked.of(seen)

    def paint(self, painter: QPainter, area: QRectF, selection: tuple[int, int]) -> None:
        """Paint what lies in an area of the viewport; `selection` is in code points."""
        # Not `fillRect`: choosing among its many forms would load all gradients that Qt knows.
        painter.setBackground(QColor(self._colours.paper))
        painter.eraseRect(area)
        if not has_words(self._surface, area):
            return
        seen = [
            one
            for one in self._surface.seen()
            if one.y - self._surface.em < area.bottom()
            and one.y + one.layout.height + self._surface.em > area.top()
        ]
        self._fit_tiles(painter)
        pencil = Pencil(painter, self._surface.left)
        pencil.keep_to(area)
        inked = [(self._inked.of(one), one.y) for one in seen]
        self._paint_grounds(pencil, inked)
        if self._hits.hits.spans:
            self._paint_hits(pencil, seen, area)
        self._paint_selection(painter, seen, selection)
        self._paint_lines(pencil, inked)
        self._paint_words(painter, seen, area, selection)

    def paint_caret(
        self, painter: QPainter, box: QRectF, *, rtl: bool, flagged: bool, focused: bool
    ) -> None:
        """Paint the caret; a flag shows the way of the words where directions mix."""
        colour = QColor(self._colours.accent if focused else self._colours.muted)
        painter.setBackground(colour)
        painter.eraseRect(box)
        if flagged:
            size = self._surface.em * 0.2
            way = -size if rtl else size
            edge = box.left() if rtl else box.right()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            corner = QPointF(edge, box.top())
            tip, foot = corner + QPointF(way, size / 2), corner + QPointF(0, size)
            painter.drawPolygon(QPolygonF([corner, tip, foot]))

    def paint_placeholder(self, painter: QPainter, area: QRectF, sentence: str) -> None:
        """Paint an empty page with a quiet sentence in its middle."""
        painter.fillRect(area, QColor(self._colours.paper))
        painter.setPen(QColor(self._colours.muted))
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area.adjusted(32, 32, -32, -32), wrapped, sentence)

    def _ink_anew(self) -> None:
        self._inked = InkedBlocks(self._shapes, self._inks, self._tiles)

    def _fit_tiles(self, painter: QPainter) -> None:
        ratio = painter.device().devicePixelRatio()
        if self._tiles.pixel_ratio != ratio:
            self._tiles = LineTiles(ratio)
            self._ink_anew()

    def _paint_grounds(self, pencil: Pencil, inked: Iterable[tuple[InkedBlock, int]]) -> None:
        """Lay the ground of all annotations, and over it that of the current one alone."""
        for block, y in inked:
            pencil.grounds(block, y)
            for mark in block.drawn.marks if self.current or self.unsaved else ():
                is_current = mark.uid == self.current
                if not is_current and mark.uid not in self.unsaved:
                    continue
                ink = self._inks.of(mark.tag)
                hatch = QColor(self._colours.paper) if is_current else ink.strong
                for stretch in pencil.in_area(mark.stretches, y):
                    if is_current:
                        pencil.fill(stretch, ink.strong, y)
                    if mark.uid in self.unsaved:
                        pencil.hatch(stretch, hatch, ink.line, y)

    def _paint_hits(self, pencil: Pencil, seen: Iterable[Seen], area: QRectF) -> None:
        """Lay the ground of the hits over that of the annotations, whose lines still tell them."""
        colours, current = self._colours, self._hits.hits.current
        for one in seen:
            for index, stretch in self._hits.in_area(one, area):
                is_current = index == current
                pencil.fill(stretch, colours.current_hit if is_current else colours.hit, one.y)
                if is_current:
                    pencil.outline(stretch, colours.hit_line, one.y)

    def _paint_lines(self, pencil: Pencil, inked: Iterable[tuple[InkedBlock, int]]) -> None:
        frame = QColor(self._colours.current)
        for block, y in inked:
            pencil.lines(block, y, self.current, frame)

    def _paint_selection(
        self, painter: QPainter, seen: Iterable[Seen], selection: tuple[int, int]
    ) -> None:
        if selection[0] == selection[1]:
            return
        colour = QColor(self._colours.selection)
        for one in seen:
            for rect in self._surface.rects_in(one, *selection):
                painter.fillRect(rect, colour)

    def _paint_words(
        self, painter: QPainter, seen: Iterable[Seen], area: QRectF, selection: tuple[int, int]
    ) -> None:
        painter.setPen(QColor(self._colours.ink))
        # Qt leaves out a line beside the area even where its letters reach into it.
        reach = area.adjusted(0, -self._surface.em, 0, self._surface.em)
        for one in seen:
            origin = QPointF(self._surface.left, one.y)
            one.layout.draw(painter, origin, reach, self._selected_ink(one, selection))

    def _selected_ink(self, one: Seen, selection: tuple[int, int]) -> list[QTextLayout.FormatRange]:
        """Return the part of a block to be drawn in the selection's ink, if that is another."""
        base = self._surface.text.start(one.block)
        start = max(0, selection[0] - base)
        end = min(len(one.layout.words), selection[1] - base)
        if start >= end or self._colours.selection_ink == self._colours.ink:
            return []
        found = one.layout.format_range(start, end)
        ink = QtGui.QTextCharFormat()  # named here: its many properties are loaded with its name
        ink.setForeground(QColor(self._colours.selection_ink))
        found.format = ink
        return [found]
