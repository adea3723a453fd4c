"""The shapes of annotations in each block, ready to be drawn."""

from collections.abc import Iterable, Mapping

from reader.frozen import dataclass
from reader.model.anchors import UNCERTAIN
from reader.model.annotation import Annotation
from reader.ui.page.grounds import grounds
from reader.ui.page.marks import Marks, lanes
from reader.ui.page.places import Seen
from reader.ui.page.strokes import Band, DrawnLine, DrawnStretch
from reader.ui.page.surface import Surface

KEPT_BLOCKS = 400

# A stretch by its line, its range in code points of the block, its lane, and how many there are.
_Part = tuple[int, int, int, int, int]
_Line = list[tuple[str, DrawnStretch]]  # tags and stretches, in reading order


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


@dataclass(frozen=True, slots=True)
class _Shaped:
    """A block with what it is made of, most of which another annotation leaves as it is.

    `lines` are the ground of each line by its number, with what it is the ground of.
    """

    block: DrawnBlock
    parts: Mapping[_Part, DrawnStretch]
    lines: Mapping[int, tuple[_Line, DrawnLine]]


_NOTHING = _Shaped(DrawnBlock((), ()), {}, {})


class MarkShapes:
    """The shapes of the marks in each block, kept until the block or its marks change."""

    def __init__(self, surface: Surface, marks: Marks) -> None:
        self._surface = surface
        self._marks = marks
        self._layouts = surface.layouts
        self._kept: dict[int, _Shaped] = {}
        self._former: dict[int, _Shaped] = {}  # of blocks whose marks have changed since

    def forget(self, start_cp: int, end_cp: int) -> None:
        """Forget the shapes of the blocks that share a code point with a range."""
        first = self._surface.text.block_at(start_cp)
        last = self._surface.text.block_at(max(start_cp, end_cp - 1))
        for block in [block for block in self._kept if first <= block <= last]:
            self._former[block] = self._kept.pop(block)

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
            self._clear()
        kept = self._kept.get(seen.block)
        if kept is None:
            if len(self._kept) >= KEPT_BLOCKS:
                self._clear()
            former = self._former.pop(seen.block, _NOTHING)
            kept = self._kept[seen.block] = self._shaped(seen, former)
        return kept.block

    def _clear(self) -> None:
        self._kept.clear()
        self._former.clear()

    def _shaped(self, seen: Seen, former: _Shaped) -> _Shaped:
        text = self._surface.text
        start, end = text.start(seen.block), text.end(seen.block)
        here = self._marks.window(start, end)
        given = lanes(here)
        places = [
            (mark, _lines_of(seen, mark.start_cp - start, mark.end_cp - start)) for mark in here
        ]
        depths = _depths(seen, [(given[mark.uid], on) for mark, on in places])
        parts: dict[_Part, DrawnStretch] = {}
        lines: list[_Line] = [[] for _ in depths]
        marks = []
        for mark, on in places:
            stretches = []
            for number in on:
                place = mark.start_cp - start, mark.end_cp - start
                part = number, *place, given[mark.uid], depths[number]
                one = former.parts.get(part) or _drawn(seen, part)
                parts[part] = one
                stretches.append(one)
                lines[number].append((mark.tag, one))
            unsure = mark.anchor == UNCERTAIN
            marks.append(DrawnMark(mark.uid, mark.tag, tuple(stretches), unsure))
        under = {
            number: _grounded(line, former.lines.get(number))
            for number, line in enumerate(lines)
            if line
        }
        block = DrawnBlock(tuple(marks), tuple(ground for _, ground in under.values()))
        return _Shaped(block, parts, under)


def _depths(seen: Seen, marks: Iterable[tuple[int, range]]) -> list[int]:
    """Return how many lanes each line has, from the lanes of the marks and where they are."""
    deepest = [1] * len(seen.layout.lines)
    for lane, on in marks:
        for number in on:
            deepest[number] = max(deepest[number], lane + 1)
    return deepest


def _grounded(line: _Line, former: tuple[_Line, DrawnLine] | None) -> tuple[_Line, DrawnLine]:
    """Return a line with its ground, as it was where the line is what it was."""
    if former is not None and former[0] == line:
        return former
    ground = grounds([(tag, one.shape.pieces) for tag, one in line])
    return line, DrawnLine(line[0][1].band, ground)


def _drawn(seen: Seen, part: _Part) -> DrawnStretch:
    number, start, end, lane, depth = part
    line = seen.layout.lines[number]
    shape = seen.layout.stretch(number, start, end)
    return DrawnStretch.of(Band.of(line.em, line.baseline, depth), lane, shape)


def _lines_of(seen: Seen, start: int, end: int) -> range:
    first = seen.layout.line_of(max(0, start))
    return range(first, seen.layout.line_of(end, upstream=True) + 1)
