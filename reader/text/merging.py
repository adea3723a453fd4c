"""Both states of a text as one, to be read: what was removed stands before what came for it."""

from collections.abc import Callable

from reader.frozen import dataclass
from reader.text.comparing import Difference, Piece

# Kinds of pieces that are only in the old text.
_OF_THE_OLD = ("removed", "moved_away")


@dataclass(frozen=True, slots=True)
class Place:
    """A run of words that differs: its kind, and where it stands in the merged text.

    Both places of a move have the same `pair`, counted from 1, else it is 0. In code
    points; spaces and line feeds at the end belong to no place.
    """

    kind: str
    start_cp: int
    end_cp: int
    pair: int = 0


@dataclass(frozen=True, slots=True)
class Merged:
    """A text with all words of both states, and where it differs, in reading order."""

    text: str
    places: tuple[Place, ...]

    def other_end(self, at: int) -> int | None:
        """Return the index of the other place of a move; None for what was not moved."""
        place = self.places[at]
        ends = (other for other, one in enumerate(self.places) if one.pair == place.pair)
        return next((one for one in ends if one != at), None) if place.pair else None


def merged(difference: Difference, sign: Callable[[int], str]) -> Merged:
    """Return both states as one text; `sign` gives what stands before the words of a move."""
    parts: list[str] = []
    places: list[Place] = []
    length = 0
    for piece in difference.pieces:
        words = _words_of(difference, piece)
        if piece.kind != "same":
            words = _apart(parts, words, _before(difference, piece))
            said = words.rstrip() or words
            if piece.pair:
                start = len(words) - len(words.lstrip())
                words = f"{words[:start]}{sign(piece.pair)}{words[start:]}"
                said = words.rstrip() or words
            start = length + len(said) - len(said.lstrip())
            if start < length + len(said):
                places.append(Place(piece.kind, start, length + len(said), piece.pair))
        parts.append(words)
        length += len(words)
    return Merged("".join(parts), tuple(places))


def _words_of(difference: Difference, piece: Piece) -> str:
    if piece.kind in _OF_THE_OLD:
        return difference.old[slice(*piece.old)]
    return difference.new[slice(*piece.new)]


def _before(difference: Difference, piece: Piece) -> str:
    """Return what stands before a piece in its own text; a space where nothing does."""
    if piece.kind in _OF_THE_OLD:
        return difference.old[: piece.old[0]][-1:] or " "
    return difference.new[: piece.new[0]][-1:] or " "


def _apart(parts: list[str], words: str, before: str) -> str:
    """Return words with the space before them that they had, where the other text ends without."""
    last = next((part[-1] for part in reversed(parts) if part), " ")
    return f" {words}" if before.isspace() and not last.isspace() else words
