"""From the letters of a page to its lines, in the order in which they were written.

Letters are of one line by their baseline; marks go with the letter below or above them.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from reader.frozen import dataclass
from reader.importers.pdf_words import Glyph, Script, is_drawn_as_mark, is_mark, is_one_glyph, said
from reader.text.direction import is_rtl

_ROWS_BACK = 8
_SAME_LINE = 0.25  # em, between two baselines
_BESIDE = 2.5  # em; what is farther away is another column
_ALEFS = frozenset("اأإآٱ")
_OPENING, _CLOSING = frozenset("(«[‹"), frozenset(")»]›")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words in logical order, and where it stands in points."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    place: float
    rtl: bool
    first_word: float


def script_of(glyphs: Sequence[Glyph]) -> Script:
    """Return what most of a document's lam-alefs and its opening marks tell of its writer."""
    together = [
        one.text + other.text for one, other in pairwise(glyphs) if one.tight == other.tight
    ]
    reversed_ = sum(pair[0] in _ALEFS and pair[1] == "ل" for pair in together)
    right = sum(pair[0] == "ل" and pair[1] in _ALEFS for pair in together)
    plain = Script(reversed_ > right, marks_mirrored=False)
    lines = [line.text for line in lines_of(glyphs, plain) if line.rtl]
    wrong = sum(_misplaced(text, _CLOSING, _OPENING) for text in lines)
    fitting = sum(_misplaced(text, _OPENING, _CLOSING) for text in lines)
    return replace(plain, marks_mirrored=wrong > fitting)


@dataclasses.dataclass(slots=True)
class _Row:
    """Glyphs of one baseline, while they are gathered."""

    glyphs: list[Glyph]
    left: float
    right: float

    def goes_on_with(self, other: "_Row") -> bool:
        """Tell whether glyphs stand in this line, beside what is there."""
        one, size = other.glyphs[0], max(self.glyphs[0].size, other.glyphs[0].size)
        if abs(self.glyphs[0].baseline - one.baseline) > _SAME_LINE * size:
            return False
        return max(self.left - other.right, other.left - self.right) < _BESIDE * size

    def height_of(self, rider: Glyph) -> float:
        """Return how far above or below the line a glyph stands."""
        return abs(self.glyphs[0].baseline - rider.baseline)


def lines_of(glyphs: Sequence[Glyph], script: Script) -> list[Line]:
    """Return the lines of a page, in the order in which it was written."""
    riding = dict.fromkeys(_riding(glyphs))
    rows: list[_Row] = []
    for number, glyph in enumerate(glyphs):
        if number not in riding:
            _put(rows, _Row([glyph], *glyph.loose))
    whole = _joined(rows)
    for rider in (glyphs[number] for number in riding):
        over = [row for row in whole if row.left <= rider.middle <= row.right]
        nearest = min(over, key=lambda row: row.height_of(rider), default=None)
        if nearest is not None:
            nearest.glyphs.append(rider)
    return [_line(row.glyphs, script) for row in whole if _is_written(row.glyphs)]


def _joined(rows: list[_Row]) -> list[_Row]:
    """Return lines whole: two parts may have been written before what is between them."""
    while True:
        whole: list[_Row] = []
        for row in rows:
            _put(whole, row)
        if len(whole) == len(rows):
            return whole
        rows = whole


def _riding(glyphs: Sequence[Glyph]) -> list[int]:
    """Return the glyphs that may stand higher or lower than their line: the marks.

    Some programs name the whole cluster at its mark, so a letter of it comes along.
    """
    found = set()
    for number, glyph in enumerate(glyphs):
        if is_mark(glyph):
            found.add(number)
            beside = (at for at in (number - 1, number + 1) if 0 <= at < len(glyphs))
            found.update(
                at
                for at in beside
                if is_one_glyph(glyphs[at], glyph) and is_drawn_as_mark(glyphs[at])
            )
    return sorted(found)


def _put(rows: list[_Row], row: _Row) -> None:
    """Join a row to the line that it is part of, or take it for a line of its own."""
    line = next((one for one in reversed(rows[-_ROWS_BACK:]) if one.goes_on_with(row)), None)
    if line is None:
        rows.append(row)
    else:
        line.glyphs.extend(row.glyphs)
        line.left, line.right = min(line.left, row.left), max(line.right, row.right)


def _is_written(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether a row has letters: marks alone, torn from theirs, say nothing."""
    return any(glyph.text != "\ufffd" and not is_mark(glyph) for glyph in glyphs)


def _line(glyphs: list[Glyph], script: Script) -> Line:
    rtl = is_rtl("".join(glyph.text for glyph in glyphs), default=True)
    text, first_word = said(glyphs, script, rtl=rtl)
    return Line(
        text=text,
        left=min(glyph.loose[0] for glyph in glyphs),
        right=max(glyph.loose[1] for glyph in glyphs),
        baseline=median(glyph.baseline for glyph in glyphs),
        size=median(glyph.size for glyph in glyphs),
        place=glyphs[0].place,
        rtl=rtl,
        first_word=first_word,
    )


def _misplaced(text: str, wrong: frozenset[str], right: frozenset[str]) -> int:
    """Return how many marks stand before a word, of one kind, or behind one, of the other."""
    padded = f" {text} "
    return sum(
        (one == " " and two in wrong and three.isalnum())
        or (one.isalnum() and two in right and not three.isalnum())
        for one, two, three in zip(padded, padded[1:], padded[2:], strict=False)
    )
