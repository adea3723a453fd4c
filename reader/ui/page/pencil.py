"""Draws marks with a painter: what lies in an area of the page, and no more."""

from collections.abc import Iterable, Iterator
from math import inf
from typing import TypeVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from reader.ui.page.grounds import pixel
from reader.ui.page.inked import InkedBlock, InkedGround, InkedStretch
from reader.ui.page.strokes import DrawnStretch

_DASHED = 0.075

Inked = TypeVar("Inked", InkedGround, InkedStretch)


class Pencil:
    """Draws the marks of one block with a painter.

    `left` is where the column begins in the viewport, `y` of each call where the
    block does. Fills have whole pixels for edges: smooth ones are twenty times as
    slow, and neighbours would show a seam.
    """

    def __init__(self, painter: QPainter, left: int) -> None:
        self._painter = painter
        self._left = left
        self._top, self._bottom = -inf, inf

    def keep_to(self, area: QRectF) -> None:
        """Leave out, from now on, what lies outside an area of the viewport."""
        self._top, self._bottom = area.top(), area.bottom()

    def in_area(self, stretches: Iterable[DrawnStretch], y: int) -> Iterator[DrawnStretch]:
        """Return the stretches of a block that the area has a part of."""
        for one in stretches:
            top, bottom = one.band.reach
            if y + top < self._bottom and y + bottom > self._top:
                yield one

    def grounds(self, block: InkedBlock, y: int) -> None:
        """Lay the ground of a block's lines under its words."""
        painter, here = self._painter, self._here(block.grounds, y)
        if not here:
            return
        painter.translate(self._left, y)
        for one in here:
            for box, brush in one.boxes:
                painter.setBackground(brush)  # see `_fill`
                painter.eraseRect(box)
        painter.translate(-self._left, -y)

    def lines(self, block: InkedBlock, y: int, current: str | None, frame: QColor) -> None:
        """Draw the underlines of a block in their lanes and the ends, and what frames them.

        `current` is the uid of the annotation that gets a frame, in a colour.
        """
        painter, here = self._painter, self._here(block.stretches, y)
        if not here:
            return
        painter.translate(self._left, y)
        painter.setPen(Qt.PenStyle.NoPen)
        for one in here:
            for box in one.boxes:
                painter.drawTiledPixmap(box, one.tile)
            if one.caps:
                painter.setBrush(one.brush)
                painter.drawRects(one.caps)
            if one.unsure or one.uid == current:
                painter.translate(-self._left, -y)
                self._frames(one, y, current, frame)
                painter.translate(self._left, y)
                painter.setPen(Qt.PenStyle.NoPen)
        painter.translate(-self._left, -y)

    def fill(self, stretch: DrawnStretch, colour: QColor, y: int) -> None:
        """Lay a colour under the words of one stretch."""
        for box in self._boxes(stretch, y, stretch.band.bottom):
            self._fill(box, colour)

    def hatch(self, stretch: DrawnStretch, colour: QColor, rim: QColor, y: int) -> None:
        """Mark a stretch as not saved: hatched, in a broken rim."""
        for box in self._boxes(stretch, y, stretch.band.bottom):
            self._fill(box, QBrush(colour, Qt.BrushStyle.BDiagPattern))
            self._outline(box, QPen(rim, 1, Qt.PenStyle.DashLine))

    def dash(self, stretch: DrawnStretch, colour: QColor, y: int) -> None:
        """Draw a broken frame: whether these are the words, a person has to say."""
        width = max(1, round(stretch.band.em * _DASHED))
        for box in self._boxes(stretch, y, stretch.band.bottom):
            self._outline(box, QPen(colour, width, Qt.PenStyle.DashLine))

    def outline(self, stretch: DrawnStretch, colour: QColor, y: int) -> None:
        """Draw the frame of the current annotation, its lane within."""
        below = stretch.band.lane(stretch.lane) + round(stretch.band.thickness) + 1
        for box in self._boxes(stretch, y, below):
            self._outline(box.adjusted(-1, -1, 0, 0), QPen(colour, 1))

    def _here(self, parts: Iterable[Inked], y: int) -> list[Inked]:
        top, bottom = self._top - y, self._bottom - y
        return [one for one in parts if one.top < bottom and one.bottom > top]

    def _frames(self, one: InkedStretch, y: int, current: str | None, frame: QColor) -> None:
        if one.unsure:
            self.dash(one.stretch, one.ink.line, y)
        if one.uid == current:
            self.outline(one.stretch, frame, y)

    def _boxes(self, stretch: DrawnStretch, y: int, bottom: int) -> Iterator[QRect]:
        top, height = y + stretch.band.top, bottom - stretch.band.top
        for piece in stretch.shape.pieces:
            start, end = pixel(piece.left), pixel(piece.right)
            yield QRect(self._left + start, top, end - start, height)

    def _fill(self, box: QRect, paint: QColor | QBrush) -> None:
        # Not `fillRect`: choosing among its many forms would load all gradients that Qt knows.
        self._painter.setBackground(paint)
        self._painter.eraseRect(box)

    def _outline(self, box: QRect, pen: QPen) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(box)
