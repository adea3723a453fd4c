"""The text of the page as a table of blocks, each laid out by itself.

A block is a paragraph, or a piece of one that is too long to lay out at once.
The pieces exist in the view only: no position and no quoted text ever knows them.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from operator import sub

from reader.text import boundaries
from reader.text.direction import is_rtl

LONGEST_BLOCK = 8_000
LONGEST_HEADLINE = 240
_TELLING = 2_000  # characters at the beginning that tell the direction of a text
_LINE_FEED = re.compile("\n")
_PAUSES = (". ", "؟ ", "! ", "؛ ", " ")


class PageText:
    """A text and its blocks; every position is in code points of the text.

    A block's range is half-open and leaves out the line feed that closes it, so
    the caret may stand at `end(block)` of every block. `directions` are those of
    paragraphs that are not told by their letters, right to left or not, by their starts.
    `is_mostly_rtl` tells whether the text, by its beginning, runs from right to left.
    May be made in any thread.
    """

    def __init__(
        self,
        text: str = "",
        *,
        default_rtl: bool = True,
        headline: bool = False,
        directions: Mapping[int, bool] | None = None,
    ) -> None:
        self.text = text
        self.is_mostly_rtl = is_rtl(text[:_TELLING], default_rtl)
        self._default_rtl = default_rtl
        self._starts = _block_starts(text)
        self._directions = dict(directions or {})
        self._headline = self._first_written() if headline else -1

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def length(self) -> int:
        """Return the length of the text in code points."""
        return len(self.text)

    def lengths(self) -> list[int]:
        """Return about how many code points each block holds, for estimates."""
        return list(map(sub, [*self._starts[1:], len(self.text) + 1], self._starts))

    def block_at(self, cp: int) -> int:
        """Return the block that a position is in; at a seam the one that begins there."""
        return max(0, bisect_right(self._starts, cp) - 1)

    def start(self, block: int) -> int:
        """Return where a block begins."""
        return self._starts[block]

    def end(self, block: int) -> int:
        """Return where a block ends, before its line feed."""
        if block + 1 == len(self._starts):
            return len(self.text)
        following = self._starts[block + 1]
        return following - 1 if self.text[following - 1] == "\n" else following

    def words(self, block: int) -> str:
        """Return the text of a block."""
        return self.text[self.start(block) : self.end(block)]

    def closes_paragraph(self, block: int) -> bool:
        """Tell whether a block is the last of its paragraph."""
        return block + 1 == len(self._starts) or self.end(block) < self._starts[block + 1]

    def is_headline(self, block: int) -> bool:
        """Tell whether a block is the headline."""
        return block == self._headline

    def is_rtl(self, block: int) -> bool:
        """Tell whether the paragraph of a block runs from right to left."""
        start, end = boundaries.paragraph_at(self.text, self.start(block))
        known = self._directions.get(start)
        if known is None:
            # The direction of a very long paragraph is told by its beginning.
            words = self.text[start : min(end, start + 2 * LONGEST_BLOCK)]
            known = is_rtl(words, default=self._default_rtl)
            self._directions[start] = known
        return known

    def snapped(self, start_cp: int, end_cp: int) -> tuple[int, int]:
        """Return a range within the text whose ends cut no grapheme, grown where they did."""
        start, end = sorted(max(0, min(cp, len(self.text))) for cp in (start_cp, end_cp))
        return boundaries.snap(self.text, start, end)

    def _first_written(self) -> int:
        for block in range(min(len(self._starts), 5)):
            if self.start(block) < self.end(block):
                short = self.end(block) - self.start(block) <= LONGEST_HEADLINE
                return block if short else -1
        return -1


def _block_starts(text: str) -> list[int]:
    """Return where blocks begin; the text is walked over, since its parts would be a copy."""
    starts = [0, *(found.end() for found in _LINE_FEED.finditer(text))]
    longest = max(map(sub, starts[1:], starts), default=0)
    if max(longest - 1, len(text) - starts[-1]) <= LONGEST_BLOCK:
        return starts
    pieces: list[int] = []
    for start, end in zip(starts, [at - 1 for at in starts[1:]] + [len(text)], strict=True):
        pieces.append(start)
        if end - start > LONGEST_BLOCK:
            pieces.extend(_cuts(text, start, end))
    return pieces


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Return where a long paragraph is cut: after a sentence, a word, or else a grapheme."""
    cuts = []
    while end - start > LONGEST_BLOCK:
        start = _cut(text, start)
        cuts.append(start)
    return cuts


def _cut(text: str, start: int) -> int:
    limit = start + LONGEST_BLOCK
    for pause in _PAUSES:
        found = text.rfind(pause, start + LONGEST_BLOCK // 2, limit)
        if found >= 0:
            return found + len(pause)
    whole = boundaries.snap(text, limit, limit)[0]
    return whole if whole > start + LONGEST_BLOCK // 2 else limit
