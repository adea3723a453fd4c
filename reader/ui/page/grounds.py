"""The ground under marked words: each part of a line once, whatever lies over it.

Fills laid over one another would grow darker with each annotation until no word
could be read. So a line is cut where an annotation begins or ends, and each part
gets one colour for all that lies there.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from reader.frozen import dataclass
from reader.ui.page.geometry import Extent

MOST_MIXED = 4  # the outermost of more would not be seen in the mixture any more

_Edge = tuple[int, bool, int, str]


@dataclass(frozen=True, slots=True)
class Ground:
    """A part of a line under the same annotations.

    `left` and `right` are whole pixels of the column, `tags` the keys of the
    innermost annotations, the innermost last, at most `MOST_MIXED`.
    """

    left: int
    right: int
    tags: tuple[str, ...]


def pixel(x: float) -> int:
    """Return the whole pixel at which an edge is drawn; two that touch share it."""
    return int(x // 1 + (x % 1 >= 0.5))


def grounds(marks: Sequence[tuple[str, Iterable[Extent]]]) -> tuple[Ground, ...]:
    """Return the parts of a line from left to right.

    `marks` are the tags of the annotations on the line with their pieces, in
    reading order, so that what lies within another comes after it.
    """
    edges = sorted(_edges(marks))
    found: list[Ground] = []
    here: list[tuple[int, str]] = []
    left = 0
    for x, group in groupby(edges, itemgetter(0)):
        if here and x > left:
            _add(found, Ground(left, x, tuple(tag for _, tag in here[-MOST_MIXED:])))
        for _, begins, place, tag in group:
            if begins:
                insort(here, (place, tag))
            else:
                del here[bisect_left(here, (place, tag))]
        left = x
    return tuple(found)


def _edges(marks: Sequence[tuple[str, Iterable[Extent]]]) -> Iterator[_Edge]:
    for place, (tag, pieces) in enumerate(marks):
        for piece in pieces:
            left, right = pixel(piece.left), pixel(piece.right)
            if left < right:
                yield left, True, place, tag
                yield right, False, place, tag


def _add(found: list[Ground], ground: Ground) -> None:
    """Add a part, joined to the last one if they look the same."""
    last = found[-1] if found else None
    if last is not None and last.right == ground.left and last.tags == ground.tags:
        found[-1] = Ground(last.left, ground.right, ground.tags)
    else:
        found.append(ground)
