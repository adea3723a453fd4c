"""The marks of a block in the inks of a page: worked out once, then drawn with few calls.

Between two steps of scrolling whatever a step has used leaves the processor's caches. So a
painting takes from here what it hands on to Qt, and asks nothing of the values behind it.
"""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QBrush, QPixmap

from reader.frozen import dataclass
from reader.ui.page.places import Seen
from reader.ui.page.shapes import KEPT_BLOCKS, DrawnBlock, DrawnMark, MarkShapes
from reader.ui.page.strokes import DrawnLine, DrawnStretch, Inks, TagInk
from reader.ui.page.tiles import LineTiles


@dataclass(frozen=True, slots=True)
class InkedGround:
    """The ground of one line: what is filled with what; drawn between `top` and `bottom`.

    All are in pixels right of the column's left and below the block's top.
    """

    line: DrawnLine
    top: int
    bottom: int
    boxes: tuple[tuple[QRect, QBrush], ...]


@dataclass(frozen=True, slots=True)
class InkedStretch:
    """The underline of a stretch, a tile over each of its boxes, and its ends, filled.

    All are in pixels right of the column's left and below the block's top.
    """

    uid: str
    tag: str
    unsure: bool
    stretch: DrawnStretch
    ink: TagInk
    top: int
    bottom: int
    tile: QPixmap
    boxes: tuple[QRectF, ...]
    caps: list[QRect]  # a list is what PySide takes the fastest
    brush: QBrush


@dataclass(frozen=True, slots=True)
class InkedBlock:
    """All marks of one block, ready to be drawn, and the shapes that they were made of."""

    drawn: DrawnBlock
    grounds: tuple[InkedGround, ...]
    stretches: tuple[InkedStretch, ...]


class InkedBlocks:
    """The marks of each block in some inks and tiles, kept until its shapes are others."""

    def __init__(self, shapes: MarkShapes, inks: Inks, tiles: LineTiles) -> None:
        self._shapes = shapes
        self._inks = inks
        self._tiles = tiles
        self._kept: dict[int, InkedBlock] = {}

    def of(self, seen: Seen) -> InkedBlock:
        """Return the marks of a block; of those that were there before only new ones are made."""
        drawn = self._shapes.of(seen)
        kept = self._kept.get(seen.block)
        if kept is None or kept.drawn is not drawn:
            if len(self._kept) >= KEPT_BLOCKS:
                self._kept.clear()
            kept = self._kept[seen.block] = self.inked(drawn, kept)
        return kept

    def inked(self, drawn: DrawnBlock, former: InkedBlock | None = None) -> InkedBlock:
        """Return the marks of any shapes; what `former` has of the same ones is taken over."""
        grounds = {id(one.line): one for one in former.grounds} if former else {}
        lines = {id(one.stretch): one for one in former.stretches} if former else {}
        under = [grounds.get(id(line)) or self._ground(line) for line in drawn.grounds]
        found = []
        for mark in drawn.marks:
            for stretch in mark.stretches:
                old = lines.get(id(stretch))
                found.append(old if old and _is_of(old, mark) else self._stretch(mark, stretch))
        return InkedBlock(drawn, tuple(under), tuple(found))

    def _ground(self, line: DrawnLine) -> InkedGround:
        band = line.band
        height = band.bottom - band.top
        boxes = tuple(
            (QRect(part.left, band.top, part.right - part.left, height), QBrush(colour))
            for part, colour in ((part, self._inks.ground(part.tags)) for part in line.grounds)
        )
        return InkedGround(line, *band.reach, boxes)

    def _stretch(self, mark: DrawnMark, stretch: DrawnStretch) -> InkedStretch:
        ink, band = self._inks.of(mark.tag), stretch.band
        is_struck = ink.style == "struck"
        tile = self._tiles.of(ink.style, ink.line, band.thickness)
        depth = tile.deviceIndependentSize().height()
        top = (band.struck if is_struck else band.lane(stretch.lane)) - int(depth) // 2
        boxes = tuple(
            QRectF(piece.left, top, piece.right - piece.left, depth)
            for piece in stretch.shape.pieces
        )
        caps = [] if is_struck else list(stretch.caps)
        return InkedStretch(
            mark.uid, mark.tag, mark.unsure, stretch, ink, *band.reach, tile, boxes, caps,
            QBrush(ink.line),
        )  # fmt: skip


def _is_of(one: InkedStretch, mark: DrawnMark) -> bool:
    return (one.uid, one.tag, one.unsure) == (mark.uid, mark.tag, mark.unsure)
