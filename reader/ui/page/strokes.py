"""How one annotation is drawn: fill, underline, ends; its line tells a tag without colour."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from reader.frozen import dataclass
from reader.model.tags import Tag, tag_of
from reader.ui.page.geometry import Cap, Stretch
from reader.ui.page.grounds import Ground, pixel
from reader.ui.page.look import PageColours
from reader.ui.page.tiles import LineTiles

_STRONG = 2.1
_FILL_ABOVE = 0.92
_FILL_BELOW = 0.40
_LANES_BELOW = 0.5
_LANE_STEP = 0.16
_LANES_AT_EASE = 3
_HOOK = 0.18
_CORNER = 0.3
_CAP_THICKNESS = 0.055
_DASHED = 0.075
_STRUCK = 0.24  # above the baseline: through the body of Arabic letters


@dataclass(frozen=True, slots=True)
class TagInk:
    """The colours of a tag on one page: its ground when current, its lines."""

    strong: QColor
    line: QColor
    style: str


class Inks:
    """The colours of tags in one theme; a tag that is not known is grey."""

    def __init__(self, tags: Iterable[Tag], colours: PageColours) -> None:
        listed = (*tags, tag_of("", ()))
        self._colours = colours
        self._hues = {tag.key: tag.colour for tag in listed}
        self._grounds: dict[tuple[str, ...], QColor] = {}
        self._inks = {
            tag.key: TagInk(
                colours.ground_of([tag.colour], strength=_STRONG),
                colours.line_of(tag.colour),
                tag.line,
            )
            for tag in listed
        }

    def of(self, tag: str) -> TagInk:
        """Return the inks of a tag."""
        return self._inks.get(tag) or self._inks[""]

    def ground(self, tags: tuple[str, ...]) -> QColor:
        """Return the ground of words under annotations of some tags, the innermost last."""
        found = self._grounds.get(tags)
        if found is None:
            hues = [self._hues.get(tag, self._hues[""]) for tag in tags]
            found = self._grounds[tags] = self._colours.ground_of(hues)
        return found


@dataclass(frozen=True, slots=True)
class Band:
    """What a line of text gives the marks on it, in pixels below the block's top.

    Its em and its lanes' distance, where fills begin and end, and how thick lines are. It
    is asked with each painting, so all is worked out when the band is made.
    """

    em: int
    baseline: int
    lane_step: float
    top: int
    bottom: int
    thickness: float

    @classmethod
    def of(cls, em: int, baseline: int, lanes: int) -> "Band":
        """Return the band of a line with a number of lanes; many lanes move together."""
        step = em * _LANE_STEP * _LANES_AT_EASE / max(_LANES_AT_EASE, lanes)
        top, bottom = baseline - round(em * _FILL_ABOVE), baseline + round(em * _FILL_BELOW)
        thickness = min(max(1.2, em * 0.07), max(1.0, step * 0.62))
        return cls(em, baseline, step, top, bottom, thickness)

    def lane(self, number: int) -> int:
        """Return the y of a lane, counted from 0 at the text.

        Whole pixels below the block's top: rounding on the screen would differ from
        one scroll position to the next.
        """
        return round(self.baseline + self.em * _LANES_BELOW + number * self.lane_step)


@dataclass(frozen=True, slots=True)
class DrawnStretch:
    """A stretch of an annotation with the line's band and the annotation's lane in it.

    `caps` are the boxes of its ends, right of the column's left and below the block's top.
    """

    band: Band
    lane: int
    shape: Stretch
    caps: tuple[QRect, ...]

    @classmethod
    def of(cls, band: Band, lane: int, shape: Stretch) -> "DrawnStretch":
        """Return a stretch with the boxes of its ends worked out, for many paintings."""
        return cls(band, lane, shape, tuple(_caps(shape.caps, band, band.lane(lane))))


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """The ground of one line, with the line's band."""

    band: Band
    grounds: tuple[Ground, ...]


Drawn = TypeVar("Drawn", DrawnStretch, DrawnLine)


class Pencil:
    """Draws the stretches of one block with a painter.

    `left` is where the column begins in the viewport, `y` of each call where the
    block does. Fills have whole pixels for edges: smooth ones are twenty times as
    slow, and neighbours would show a seam.
    """

    def __init__(self, painter: QPainter, inks: Inks, tiles: LineTiles, left: int) -> None:
        self._painter = painter
        self._inks = inks
        self._tiles = tiles
        self._left = left
        self._area = QRectF()

    def keep_to(self, area: QRectF) -> None:
        """Leave out, from now on, what lies outside an area of the viewport."""
        self._area = area

    def in_area(self, drawn: Iterable[Drawn], y: int) -> Iterator[Drawn]:
        """Return the stretches or lines of a block that the area has a part of."""
        top, bottom = self._area.top() - y, self._area.bottom() - y
        for one in drawn:
            band = one.band
            if band.top - 2 < bottom and band.baseline + band.em + 2 > top:
                yield one

    def ink(self, tag: str) -> TagInk:
        """Return the inks of a tag, grey ones for a tag that is not known."""
        return self._inks.of(tag)

    def ground(self, line: DrawnLine, y: int) -> None:
        """Lay the ground of a line under its words."""
        band = line.band
        for part in line.grounds:
            box = QRect(
                self._left + part.left, y + band.top, part.right - part.left, band.bottom - band.top
            )
            self._fill(box, self._inks.ground(part.tags))

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

    def lines(self, stretch: DrawnStretch, ink: TagInk, y: int) -> None:
        """Draw the underline in its lane and the ends."""
        band = stretch.band
        lane = y + (_struck(band) if ink.style == "struck" else band.lane(stretch.lane))
        tile = self._tiles.of(ink.style, ink.line, band.thickness)
        depth = tile.deviceIndependentSize().height()
        top = lane - int(depth) // 2
        for piece in stretch.shape.pieces:
            box = QRectF(self._left + piece.left, top, piece.right - piece.left, depth)
            self._painter.drawTiledPixmap(box, tile)
        if stretch.caps and ink.style != "struck":
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(ink.line)
            self._painter.translate(self._left, y)
            self._painter.drawRects(stretch.caps)
            self._painter.translate(-self._left, -y)

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


def _caps(caps: Iterable[Cap], band: Band, lane: int) -> Iterator[QRect]:
    """Give a corner above and a corner at the lane for each end, open towards the span."""
    thick = max(1, round(band.em * _CAP_THICKNESS))
    hook, corner = round(band.em * _HOOK), round(band.em * _CORNER)
    for cap in caps:
        edge = pixel(cap.x)
        upright = edge if cap.inward > 0 else edge - thick
        level = edge if cap.inward > 0 else edge - hook
        yield QRect(upright, band.top, thick, corner)
        yield QRect(level, band.top, hook, thick)
        yield QRect(upright, lane - corner, thick, corner)
        yield QRect(level, lane - thick, hook, thick)


def _struck(band: Band) -> int:
    """Return where words are struck through, below the block's top."""
    return band.baseline - round(band.em * _STRUCK)
