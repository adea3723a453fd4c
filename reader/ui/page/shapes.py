"""The shapes of annotations in each block, ready to be drawn."""

from collections.abc import Iterable

from reader.frozen import dataclass
from reader.model.anchors import UNCERTAIN
from reader.model.annotation import Annotation
from reader.ui.page.grounds import grounds
from reader.ui.page.marks import Marks, lanes
from reader.ui.page.places import Seen
from reader.ui.page.strokes import Band, DrawnLine, DrawnStretch
from reader.ui.page.surface import Surface

_KEPT_BLOCKS = 400


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """One annotation in one block; `unsure` where its place waits for a person."""

    uid: str
    tag: str
    stretches: tuple[DrawnStretch, ...]
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class DrawnBlock:
    """All annotations of one block, in reading order, and the ground under its words."""

    marks: tuple[DrawnMark, ...]
    grounds: tuple[DrawnLine, ...]


class MarkShapes:
    """The shapes of the marks in each block, kept until the block or its marks change."""

    def __init__(self, surface: Surface, marks: Marks) -> None:
        self._surface = surface
        self._marks = marks
        self._layouts = surface.layouts
        self._kept: dict[int, DrawnBlock] = {}

    def forget(self, start_cp: int, end_cp: int) -> None:
        """Forget the shapes of the blocks that share a code point with a range."""
        first = self._surface.text.block_at(start_cp)
        last = self._surface.text.block_at(max(start_cp, end_cp - 1))
        for block in [block for block in self._kept if first <= block <= last]:
            del self._kept[block]

    def mark(self, uid: str) -> Annotation | None:
        """Return an annotation by its uid, or None if it is not on the page."""
        return self._marks.get(uid)

    def has(self, block: int) -> bool:
        """Tell whether the shapes of a block are kept, in the layouts of now."""
        return self._layouts is self._surface.layouts and block in self._kept

    def of(self, seen: Seen) -> DrawnBlock:
        """Return the shapes of a block."""
        if self._layouts is not self._surface.layouts:
            self._layouts = self._surface.layouts
            self._kept.clear()
        kept = self._kept.get(seen.block)
        if kept is None:
            if len(self._kept) >= _KEPT_BLOCKS:
                self._kept.clear()
            kept = self._kept[seen.block] = self._shaped(seen)
        return kept

    def _shaped(self, seen: Seen) -> DrawnBlock:
        text = self._surface.text
        start, end = text.start(seen.block), text.end(seen.block)
        here = self._marks.window(start, end)
        given = lanes(here)
        places = [
            (mark, _lines_of(seen, mark.start_cp - start, mark.end_cp - start)) for mark in here
        ]
        bands = _bands(seen, [(given[mark.uid], on) for mark, on in places])
        lines: list[list[tuple[str, DrawnStretch]]] = [[] for _ in bands]
        marks = []
        for mark, on in places:
            stretches = []
            for number in on:
                shape = seen.layout.stretch(number, mark.start_cp - start, mark.end_cp - start)
                stretches.append(DrawnStretch.of(bands[number], given[mark.uid], shape))
                lines[number].append((mark.tag, stretches[-1]))
            unsure = mark.anchor == UNCERTAIN
            marks.append(DrawnMark(mark.uid, mark.tag, tuple(stretches), unsure))
        under = (
            DrawnLine(band, grounds([(tag, one.shape.pieces) for tag, one in line]))
            for band, line in zip(bands, lines, strict=True)
            if line
        )
        return DrawnBlock(tuple(marks), tuple(under))


def _bands(seen: Seen, marks: Iterable[tuple[int, range]]) -> list[Band]:
    """Return the band of each line, from the lanes of the marks and the lines that they are on."""
    deepest = [1] * len(seen.layout.lines)
    for lane, on in marks:
        for number in on:
            deepest[number] = max(deepest[number], lane + 1)
    lines = zip(seen.layout.lines, deepest, strict=True)
    return [Band.of(line.em, line.baseline, count) for line, count in lines]


def _lines_of(seen: Seen, start: int, end: int) -> range:
    first = seen.layout.line_of(max(0, start))
    return range(first, seen.layout.line_of(end, upstream=True) + 1)
