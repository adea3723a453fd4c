"""Where the words stand and where the notes do: two columns on a page of any width.

The notes stand in the outer margin: where the lines of the article end. The words
keep their measure as long as both fit; then they give way a little, but never
below a measure that reads well, and without that room the margin is gone.
"""

from typing import Literal

from reader.frozen import dataclass
from reader.ui.page.look import PageLook

Side = Literal["left", "right", ""]

# In ems of the text; some twelve Arabic words still fit the least measure.
LEAST_MEASURE = 22.0
_NARROWEST, _WIDEST = 7.0, 12.5
_GUTTER = 1.5
_EDGE = 0.8
_LEAST_COLUMN = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of words and notes in pixels of the viewport; without room, notes have none.

    `gutter` is what lies between the two.
    """

    left: int
    width: int
    notes_left: int = 0
    notes_width: int = 0
    gutter: int = 0

    @classmethod
    def of(cls, look: PageLook, em: int, width: int, side: Side = "") -> "Columns":
        """Return the columns of a look in a viewport of a width; `side` is that of the notes."""
        margin, measure = round(em * look.margin_em), round(em * look.measure_em)
        gutter, edge = round(em * _GUTTER), round(em * _EDGE)
        room = width - margin - gutter - edge
        narrowest, widest = round(em * _NARROWEST), round(em * _WIDEST)
        if not side or room < min(measure, round(em * LEAST_MEASURE)) + narrowest:
            words = max(_LEAST_COLUMN * em, min(measure, width - 2 * margin))
            return cls((width - words) // 2, words)
        shared = max(narrowest, min(widest, room - measure))
        words = min(measure, room - shared)
        centred, needed = (width - words) // 2, edge + shared + gutter
        if side == "left":
            left = max(centred, needed)
            return cls(left, words, left - gutter - shared, shared, gutter)
        left = min(centred, width - needed - words)
        return cls(left, words, left + words + gutter, shared, gutter)
