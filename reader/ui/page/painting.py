"""The page painted: paper, marks, selection, words, caret, in this order.

Everything but the caret lies under the words, and no mark is ever a text format:
a format that begins inside a word would shape the word anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF, QTextCharFormat, QTextLayout

from reader.model.annotation import Annotation
from reader.model.tags import TAGS, Tag
from reader.ui.page.hits import Hits, HitShapes
from reader.ui.page.look import PageColours
from reader.ui.page.marks import Marks, lanes
from reader.ui.page.places import Seen
from reader.ui.page.strokes import Band, DrawnStretch, Pencil, TagInk, tag_inks
from reader.ui.page.surface import Surface
from reader.ui.page.tiles import LineTiles

_KEPT_BLOCKS = 400


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """One annotation in one block, ready to be drawn."""

    uid: str
    tag: str
    stretches: tuple[DrawnStretch, ...]


class MarkShapes:
    """The shapes of the marks in each block, kept until the block or its marks change."""

    def __init__(self, surface: Surface, marks: Marks) -> None:
        self._surface = surface
        self._marks = marks
        self._layouts = surface.layouts
        self._kept: dict[int, tuple[DrawnMark, ...]] = {}

    def forget(self, start_cp: int, end_cp: int) -> None:
        """Forget the shapes of the blocks that share a code point with a range."""
        first = self._surface.text.block_at(start_cp)
        last = self._surface.text.block_at(max(start_cp, end_cp - 1))
        for block in [block for block in self._kept if first <= block <= last]:
            del self._kept[block]

    def mark(self, uid: str) -> Annotation | None:
        """Return an annotation by its uid, or None if it is not on the page."""
        return self._marks.get(uid)

    def of(self, seen: Seen) -> tuple[DrawnMark, ...]:
        """Return the marks of a block in reading order."""
        if self._layouts is not self._surface.layouts:
            self._layouts = self._surface.layouts
            self._kept.clear()
        kept = self._kept.get(seen.block)
        if kept is None:
            if len(self._kept) >= _KEPT_BLOCKS:
                self._kept.clear()
            kept = self._kept[seen.block] = self._shaped(seen)
        return kept

    def _shaped(self, seen: Seen) -> tuple[DrawnMark, ...]:
        text = self._surface.text
        start, end = text.start(seen.block), text.end(seen.block)
        here = self._marks.window(start, end)
        given = lanes(here)
        deepest = max(given.values(), default=0) + 1
        bands = [Band.of(line.em, line.baseline, deepest) for line in seen.layout.lines]
        return tuple(
            DrawnMark(mark.uid, mark.tag, _stretches(seen, start, mark, given[mark.uid], bands))
            for mark in here
        )


def _stretches(
    seen: Seen, base: int, mark: Annotation, lane: int, bands: list[Band]
) -> tuple[DrawnStretch, ...]:
    layout = seen.layout
    start, end = mark.start_cp - base, mark.end_cp - base
    first = layout.line_of(max(0, start))
    last = layout.line_of(end, upstream=True)
    return tuple(
        DrawnStretch(bands[number], lane, layout.stretch(number, start, end))
        for number in range(first, last + 1)
    )


class PagePainter:
    """Paints a surface with what stands on it."""

    def __init__(self, surface: Surface, colours: PageColours) -> None:
        self._shapes = MarkShapes(surface, Marks())
        self._hits = HitShapes(surface, Hits())
        self.current: str | None = None
        self.unsaved: frozenset[str] = frozenset()
        self._surface = surface
        self._tags: tuple[Tag, ...] = TAGS
        self._tiles: LineTiles | None = None
        self.set_colours(colours)

    def set_marks(self, marks: Marks) -> None:
        """Draw other annotations from now on."""
        self._shapes = MarkShapes(self._surface, marks)

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
        self._inks = tag_inks(tags, self._colours)

    def set_colours(self, colours: PageColours) -> None:
        """Draw in another theme."""
        self._colours = colours
        self._inks = tag_inks(self._tags, colours)

    def paint(self, painter: QPainter, area: QRectF, selection: tuple[int, int]) -> None:
        """Paint what lies in an area of the viewport; `selection` is in code points."""
        painter.fillRect(area, QColor(self._colours.paper))
        seen = [
            one
            for one in self._surface.seen()
            if one.y - self._surface.em < area.bottom()
            and one.y + one.layout.height + self._surface.em > area.top()
        ]
        pencil = Pencil(painter, self._inks, self._tiles_for(painter), self._surface.left)
        pencil.keep_to(area)
        self._paint_fills(pencil, seen)
        self._paint_hits(pencil, seen, area)
        self._paint_selection(painter, seen, selection)
        self._paint_lines(pencil, seen)
        self._paint_words(painter, seen, area, selection)

    def paint_caret(
        self, painter: QPainter, box: QRectF, *, rtl: bool, flagged: bool, focused: bool
    ) -> None:
        """Paint the caret; a flag shows the way of the words where directions mix."""
        colour = QColor(self._colours.accent if focused else self._colours.muted)
        painter.fillRect(box, colour)
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

    def _tiles_for(self, painter: QPainter) -> LineTiles:
        ratio = painter.device().devicePixelRatio()
        if self._tiles is None or self._tiles.pixel_ratio != ratio:
            self._tiles = LineTiles(ratio)
        return self._tiles

    def _paint_fills(self, pencil: Pencil, seen: Iterable[Seen]) -> None:
        for one in seen:
            for mark in self._shapes.of(one):
                ink, strong = pencil.ink(mark.tag), mark.uid == self.current
                for stretch in pencil.in_area(mark.stretches, one.y):
                    pencil.fill(stretch, ink, one.y, strong=strong)
                    if mark.uid in self.unsaved:
                        pencil.hatch(stretch, ink, one.y)

    def _paint_hits(self, pencil: Pencil, seen: Iterable[Seen], area: QRectF) -> None:
        """Lay the ground of the hits over that of the annotations, whose lines still tell them."""
        colours, current = self._colours, self._hits.hits.current
        ink = TagInk(colours.hit, colours.current_hit, colours.hit_line, "solid")
        for one in seen:
            for index, stretch in self._hits.in_area(one, area):
                pencil.fill(stretch, ink, one.y, strong=index == current)
                if index == current:
                    pencil.outline(stretch, ink.line, one.y)

    def _paint_lines(self, pencil: Pencil, seen: Iterable[Seen]) -> None:
        outline = QColor(self._colours.current)
        for one in seen:
            for mark in self._shapes.of(one):
                ink = pencil.ink(mark.tag)
                for stretch in pencil.in_area(mark.stretches, one.y):
                    pencil.lines(stretch, ink, one.y)
                    if mark.uid == self.current:
                        pencil.outline(stretch, outline, one.y)

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
        for one in seen:
            origin = QPointF(self._surface.left, one.y)
            one.layout.draw(painter, origin, area, self._selected_ink(one, selection))

    def _selected_ink(self, one: Seen, selection: tuple[int, int]) -> list[QTextLayout.FormatRange]:
        """Return the part of a block to be drawn in the selection's ink, if that is another."""
        base = self._surface.text.start(one.block)
        start = max(0, selection[0] - base)
        end = min(len(one.layout.words), selection[1] - base)
        if start >= end or self._colours.selection_ink == self._colours.ink:
            return []
        found = one.layout.format_range(start, end)
        ink = QTextCharFormat()
        ink.setForeground(QColor(self._colours.selection_ink))
        found.format = ink
        return [found]
