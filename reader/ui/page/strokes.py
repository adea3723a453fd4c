"""How one annotation is drawn: fill, underline, ends; its line tells a tag without colour."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from reader.frozen import dataclass
from reader.model.tags import Tag, tag_of
from reader.ui.page.geometry import Cap, Stretch
from reader.ui.page.grounds import Ground, pixel
from reader.ui.page.look import PageColours

_STRONG = 2.1
_FILL_ABOVE = 0.92
_FILL_BELOW = 0.40
_LANES_BELOW = 0.5
_LANE_STEP = 0.16
_LANES_AT_EASE = 3
_HOOK = 0.18
_CORNER = 0.3
_CAP_THICKNESS = 0.055
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

    @property
    def struck(self) -> int:
        """Return where words are struck through, below the block's top."""
        return self.baseline - round(self.em * _STRUCK)

    @property
    def reach(self) -> tuple[int, int]:
        """Return between which pixels below the block's top marks are drawn, and a little more."""
        return self.top - 2, self.baseline + self.em + 2


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
