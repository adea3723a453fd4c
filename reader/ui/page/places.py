"""What a surface tells of places: under a point, at the top, in view.

Points are in pixels of the viewport, positions in code points of the text.
"""

from reader.frozen import dataclass
from reader.ui.page.layouts import BlockLayout, Layouts


@dataclass(frozen=True, slots=True)
class Hit:
    """What a point means: the position nearest to it, and the code point drawn there, if any.

    `upstream` tells that the position belongs to the grapheme before it, which
    matters where a line wraps or two directions meet.
    """

    cp: int
    upstream: bool
    over: int | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """What stands at the top: the first position of a line, and the share of it already gone.

    The share is of the line's height, less than nothing for a line below the top.
    """

    cp: int
    gone: float = 0.0


@dataclass(frozen=True, slots=True)
class Shot:
    """How far down a block stood when the page was last drawn, and in which layouts."""

    layouts: Layouts
    block: int
    y: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A block in view and its distance in pixels below the top of the viewport."""

    block: int
    y: int
    layout: BlockLayout
