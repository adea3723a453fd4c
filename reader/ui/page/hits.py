"""What a search has found, found again by place and shaped line by line.

Only lines in view are ever shaped, so a hundred thousand hits cost no more than
those on the screen.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from reader.ui.page.geometry import Stretch
from reader.ui.page.places import Seen
from reader.ui.page.strokes import Band, DrawnStretch
from reader.ui.page.surface import Surface

Span = tuple[int, int]
_KEPT_LINES = 2_000


class Hits:
    """Spans in reading order that do not overlap, in code points, and the current one's index."""

    def __init__(self, spans: Sequence[Span] = (), current: int | None = None) -> None:
        self.spans = spans
        self.current = current

    def within(self, start_cp: int, end_cp: int) -> range:
        """Return the indexes of the hits that share a code point with a range."""
        first = bisect_left(self.spans, (start_cp,))
        if first and self.spans[first - 1][1] > start_cp:
            first -= 1
        return range(first, bisect_left(self.spans, (end_cp,)))


class HitShapes:
    """The shapes of the hits on each line, kept until the line or the hits change."""

    def __init__(self, surface: Surface, hits: Hits) -> None:
        self.hits = hits
        self._surface = surface
        self._layouts = surface.layouts
        self._kept: dict[tuple[int, int], tuple[tuple[int, DrawnStretch], ...]] = {}

    def in_area(self, seen: Seen, area: QRectF) -> Iterator[tuple[int, DrawnStretch]]:
        """Yield the index and the shape of each hit of a block on lines that an area has part of.

        The area is in pixels of the viewport.
        """
        if self._layouts is not self._surface.layouts or len(self._kept) >= _KEPT_LINES:
            self._layouts = self._surface.layouts
            self._kept.clear()
        top, bottom = area.top() - seen.y, area.bottom() - seen.y
        for number, line in enumerate(seen.layout.lines):
            if line.top - line.em < bottom and line.top + line.height + line.em > top:
                yield from self._of(seen, number)

    def _of(self, seen: Seen, number: int) -> tuple[tuple[int, DrawnStretch], ...]:
        kept = self._kept.get((seen.block, number))
        if kept is None:
            kept = self._kept[seen.block, number] = tuple(self._shaped(seen, number))
        return kept

    def _shaped(self, seen: Seen, number: int) -> Iterator[tuple[int, DrawnStretch]]:
        line = seen.layout.lines[number]
        base = self._surface.text.start(seen.block)
        band = Band.of(line.em, line.baseline, 1)
        for index in self.hits.within(base + line.first, base + line.last):
            start, end = self.hits.spans[index]
            pieces = tuple(seen.layout.pieces(number, start - base, end - base))
            yield index, DrawnStretch.of(band, 0, Stretch(pieces, ()))
