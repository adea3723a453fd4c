"""A long text searched piece by piece, so that whoever waits can do something else in between.

A piece ends where a paragraph does. Only a paragraph longer than a piece is cut,
after a word, and then each side is looked at with a little of the other.
"""

from collections.abc import Iterator

from reader.frozen import dataclass
from reader.text.boundaries import Span
from reader.text.folding import Folded, find

PIECE_CP = 8_000  # a letter that every word has takes some milliseconds
AROUND_CP = 1_000  # more than any query, with all its harakat
LONGEST_QUERY_CP = 200


@dataclass(frozen=True, slots=True)
class Query:
    """What is sought, and how: see `folding.find`."""

    needle: str = ""
    exact: bool = False
    whole_word: bool = False
    particles: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A range whose hits are sought, and the wider one that is looked at; in code points."""

    start: int
    end: int
    low: int
    high: int


class PiecedText:
    """A text to be searched more than once; each piece is folded once, when first needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._pieces = tuple(_pieces(text))
        self._folded: dict[int, Folded] = {}

    def search(self, query: Query) -> Iterator[list[Span]]:
        """Yield the hits of one piece after another, in reading order, without overlaps.

        The query holds no line feed, and no more than `LONGEST_QUERY_CP` code points.
        """
        free_from = 0
        for number, piece in enumerate(self._pieces):
            hits = [
                (start + piece.low, end + piece.low)
                for start, end in find(
                    query.needle,
                    self._piece_folded(number),
                    exact=query.exact,
                    whole_word=query.whole_word,
                    particles=query.particles,
                )
            ]
            first = max(free_from, piece.start)
            kept = [hit for hit in hits if first <= hit[0] < piece.end]
            free_from = kept[-1][1] if kept else free_from
            yield kept

    def _piece_folded(self, number: int) -> Folded:
        folded = self._folded.get(number)
        if folded is None:
            piece = self._pieces[number]
            folded = self._folded[number] = Folded(self.text[piece.low : piece.high])
        return folded


def _pieces(text: str) -> Iterator[_Piece]:
    start = 0
    while start < len(text):
        end = _end(text, start)
        low = start if text[start - 1 : start] in ("", "\n") else max(0, start - AROUND_CP)
        high = end if text[end - 1] == "\n" else min(len(text), end + AROUND_CP)
        yield _Piece(start, end, low, high)
        start = end


def _end(text: str, start: int) -> int:
    limit = start + PIECE_CP
    if limit >= len(text):
        return len(text)
    for seam in ("\n", " "):
        found = text.rfind(seam, start, limit)
        if found >= 0:
            return found + 1
    return limit
