"""The difference between two states of a text, word by word, as a reader is shown it.

Nothing is normalised: a vowel mark that came or went is a change. Spaces belong to
the word before them and count with it, so a joined paragraph is seen.
"""

from collections.abc import Iterator
from itertools import groupby, pairwise

from reader.frozen import dataclass
from reader.text.aligning import Alignment, Words, align, exact_word
from reader.text.boundaries import Span

# Words that stand for others are one place.
_REPLACED = {("removed", "added"), ("added", "removed")}
KINDS = ("same", "removed", "added", "moved_away", "moved_here")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that share a fate, in the order in which both texts are read together.

    `kind` is one of KINDS; `old` and `new` are spans in code points, empty where the
    piece is not in that text. The two sides of a move share a `pair`, counted from 1.
    """

    kind: str
    old: Span
    new: Span
    pair: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """Two states of a text and all of both, in pieces."""

    old: str
    new: str
    pieces: tuple[Piece, ...]

    @property
    def is_none(self) -> bool:
        """Tell whether the texts say the same, letter for letter."""
        return self.old == self.new

    @property
    def places(self) -> int:
        """Return in how many places the texts differ: what was moved counts once."""
        kinds = [one.kind for one in self.pieces]
        neighbours = sum(pair in _REPLACED for pair in pairwise(kinds))
        changed = sum(kind not in ("same", "moved_here") for kind in kinds)
        return changed - neighbours

    def count(self, kind: str) -> int:
        """Return how many words are of a kind; the two sides of a move are counted apart."""
        where = (
            self.new[slice(*one.new)] or self.old[slice(*one.old)]
            for one in self.pieces
            if one.kind == kind
        )
        return sum(len(words.split()) for words in where)


def compare(old: str, new: str) -> Difference:
    """Return the difference between two states of a text."""
    found = align(old, new, key=exact_word)
    if not len(found.old) or not len(found.new):
        sides = (Piece("removed", (0, len(old)), (0, 0)), Piece("added", (0, 0), (0, len(new))))
        return Difference(old, new, tuple(one for one in sides if one.old != one.new))
    pieces = []
    at = _Place(found)
    for (kind, pair), run in groupby(_steps(found)):
        pieces.append(at.piece(kind, pair, sum(1 for _ in run)))
    return Difference(old, new, tuple(pieces))


class _Place:
    """How far both texts are told, in words."""

    def __init__(self, found: Alignment) -> None:
        self._found = found
        self._old = self._new = 0

    def piece(self, kind: str, pair: int, words: int) -> Piece:
        """Return the piece of the words that follow, and go behind them."""
        before = self._old, self._new
        if kind in ("same", "removed", "moved_away"):
            self._old += words
        if kind in ("same", "added", "moved_here"):
            self._new += words
        old = _span(self._found.old, before[0], self._old)
        new = _span(self._found.new, before[1], self._new)
        return Piece(kind, old, new, pair)


def _span(words: Words, first: int, last: int) -> Span:
    """Return where a run of words stands with the spaces behind it; those that lead come along."""
    ends = [*words.starts, len(words.text)]
    start = 0 if first == 0 else ends[first]
    return start, start if first == last else ends[last]


def _steps(found: Alignment) -> Iterator[tuple[str, int]]:
    """Yield what became of each word, the old text and the new read side by side."""
    here = {found.to_new[word] for word in found.moved}
    pairs = _pairs(found)
    old = new = 0
    while old < len(found.old) or new < len(found.new):
        if old < len(found.old) and (found.to_new[old] < 0 or old in found.moved):
            moved = old in found.moved
            yield ("moved_away", pairs[old]) if moved else ("removed", 0)
            old += 1
        elif new < len(found.new) and (found.to_old[new] < 0 or new in here):
            moved = new in here
            yield ("moved_here", pairs[found.to_old[new]]) if moved else ("added", 0)
            new += 1
        else:
            yield "same", 0
            old, new = old + 1, new + 1


def _pairs(found: Alignment) -> dict[int, int]:
    """Return the number of the move that each moved old word is part of."""
    pairs: dict[int, int] = {}
    number = 0
    for word in sorted(found.moved):
        goes_on = word - 1 in pairs and found.to_new[word] == found.to_new[word - 1] + 1
        number += not goes_on
        pairs[word] = number
    return pairs
