"""Where the graphemes of one line stand, in any mix of directions, and what follows from it.

Pure values: Qt is asked in `measuring.py`, and nothing here keeps anything of it.
"""

from collections.abc import Sequence

from reader.frozen import dataclass

_TOUCHING = 0.6


@dataclass(frozen=True, slots=True)
class Extent:
    """Where something is drawn in a line, in pixels, and whether it is read to the left.

    `split` tells that it begins or ends within a ligature, so that its edges are
    not to be trusted.
    """

    left: float
    right: float
    rtl: bool
    split: bool = False

    @property
    def leading(self) -> float:
        """Return the edge at which one begins to read it."""
        return self.right if self.rtl else self.left

    @property
    def trailing(self) -> float:
        """Return the edge at which one has read it."""
        return self.left if self.rtl else self.right


@dataclass(frozen=True, slots=True)
class Cell:
    """One grapheme in a line: its range in code points of the block, and where it is drawn."""

    start: int
    end: int
    extent: Extent


@dataclass(frozen=True, slots=True)
class Cap:
    """An end of a span: its x in pixels, and the way into the span (1 right, -1 left)."""

    x: float
    inward: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span on one line: its visual pieces from left to right, and its ends if they are here."""

    pieces: tuple[Extent, ...]
    caps: tuple[Cap, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a caret stands in a line: its x, and whether the words there are read to the left."""

    x: float
    rtl: bool


@dataclass(frozen=True, slots=True)
class Edges:
    """The x at which a line's words begin and end in its paragraph's direction."""

    start: float
    end: float
    rtl: bool


class Cells:
    """The cells of one line in reading order, and the questions put to them."""

    def __init__(self, cells: Sequence[Cell], edges: Edges, first: int) -> None:
        self.cells = tuple(cells)
        self._edges = edges
        self._first = first
        shown = [cell for cell in self.cells if cell.extent.right > cell.extent.left]
        self._visual = sorted(shown, key=_left_of_cell)

    @property
    def text_end(self) -> int:
        """Return where the visible words of the line end, in code points of the block."""
        return max((cell.end for cell in self._visual), default=self._first)

    def extents(self, start: int, end: int) -> list[Extent]:
        """Return where each grapheme of a range in code points of the block is drawn."""
        return [cell.extent for cell in self.cells if cell.start < end and cell.end > start]

    def around(self, cp: int) -> tuple[Extent | None, Extent | None]:
        """Return the graphemes before and after a position, None where the line ends."""
        before = next((cell.extent for cell in self.cells if cell.start < cp <= cell.end), None)
        after = next((cell.extent for cell in self.cells if cell.start <= cp < cell.end), None)
        return before, after

    def caret_at(self, cp: int, *, upstream: bool) -> Place:
        """Return where the caret stands.

        Where two directions meet a position has two places; `upstream` asks for
        the one at the grapheme before it.
        """
        return place_between(*self.around(cp), self._edges, upstream=upstream)

    def cell_under(self, x: float) -> Cell | None:
        """Return the cell that is drawn at x, or None beside the words."""
        for cell in self._visual:
            if cell.extent.left <= x < cell.extent.right:
                return cell
        return None

    def position_at(self, x: float) -> tuple[int, bool]:
        """Return the position nearest to x, and whether it belongs to the grapheme before it.

        Beside the words that is the line's start or end in its paragraph's
        direction, whatever stands at that edge.
        """
        cell = self.cell_under(x)
        if cell is not None:
            in_left_half = x < (cell.extent.left + cell.extent.right) / 2
            return (cell.end, True) if in_left_half == cell.extent.rtl else (cell.start, False)
        if not self._visual:
            return self._first, False
        at_left = x < self._visual[0].extent.left
        return (self.text_end, True) if at_left == self._edges.rtl else (self._first, False)


def place_between(
    before: Extent | None, after: Extent | None, edges: Edges, *, upstream: bool
) -> Place:
    """Return where a caret stands between two graphemes, None for one that is not in the line."""
    if before is not None and (upstream or after is None):
        return Place(before.trailing, before.rtl)
    if after is not None:
        return Place(after.leading, after.rtl)
    return Place(edges.start, edges.rtl)


def merged(extents: Sequence[Extent]) -> list[Extent]:
    """Return extents from left to right, those that touch made into one, empty ones left out."""
    joined: list[Extent] = []
    for extent in sorted(extents, key=_left_of):
        if extent.right <= extent.left:
            continue
        if joined and extent.left <= joined[-1].right + _TOUCHING:
            last = joined[-1]
            joined[-1] = Extent(last.left, max(last.right, extent.right), last.rtl)
        else:
            joined.append(extent)
    return joined


def cap_of(inside: Extent, outside: Extent | None, edges: Edges, *, start: bool) -> Cap:
    """Return where an end of a span is drawn, its start or its end.

    `inside` is the grapheme within the span, `outside` its neighbour, None where
    the line ends. Where a run of the other direction begins or ends with the span,
    the end stands at the outside of that run, where a reader comes from or goes to:
    the right of «26» in «26 آذار», not its left.
    """
    if inside.rtl != edges.rtl and (outside is None or outside.rtl == edges.rtl):
        if outside is None:
            x = edges.start if start else edges.end
        else:
            x = outside.trailing if start else outside.leading
        return Cap(x, -1 if edges.rtl == start else 1)
    return own_cap(inside, start=start)


def own_cap(inside: Extent, *, start: bool) -> Cap:
    """Return the end of a span at the edge of its own first or last grapheme."""
    return Cap(inside.leading if start else inside.trailing, -1 if inside.rtl == start else 1)


def is_at_an_edge(cap: Cap, pieces: Sequence[Extent]) -> bool:
    """Tell whether an end stands at the edge of a piece that lies on its inward side."""
    edges = (piece.left if cap.inward > 0 else piece.right for piece in pieces)
    return any(abs(edge - cap.x) <= _TOUCHING for edge in edges)


def _left_of(extent: Extent) -> float:
    return extent.left


def _left_of_cell(cell: Cell) -> float:
    return cell.extent.left
