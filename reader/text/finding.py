"""Where a text holds what is sought in a library, by the letters of the index.

The index tells which texts may hold it; this module has the last word, so that
every database gives the same hits.
"""

from collections.abc import Iterator, Sequence

from reader.frozen import dataclass
from reader.text.boundaries import Span
from reader.text.folding import Folded, fold
from reader.text.nearby import swallowed, windows
from reader.text.seeking import LibraryQuery, Sought
from reader.text.terms import (
    SHORTEST_BEHIND_CP,
    gap_after,
    is_border,
    particles_before,
    spelling,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that was found, `text[start_cp:end_cp]`, and whether it is spelt as it was typed."""

    start_cp: int
    end_cp: int
    exact: bool


def places_of(sought: Sought, query: LibraryQuery, text: str) -> list[Place]:
    """Return where a text holds a word or a phrase, in reading order, without overlaps."""
    found: list[Place] = []
    for low, high in windows(sought, query, text):
        inside = places_in(sought, query, Folded(text[low:high]))
        found += [Place(one.start_cp + low, one.end_cp + low, one.exact) for one in inside]
    return found


def places_in(sought: Sought, query: LibraryQuery, folded: Folded) -> list[Place]:
    """Return the same places, in a text that is folded whole."""
    typed = spelling(sought.typed)
    found: list[Place] = []
    free_from = 0
    for start, end in sorted(set(_spans(sought, query, folded.text))):
        if start >= free_from:
            first, last = folded.span(start, end)
            found.append(Place(first, last, spelling(folded.original[first:last]) == typed))
            free_from = end
    return found


def holds(sought: Sought, query: LibraryQuery, text: str) -> bool:
    """Tell whether a text holds a word or a phrase."""
    parts = (text[low:high] for low, high in windows(sought, query, text))
    return any(any(True for _ in _spans(sought, query, fold(part))) for part in parts)


def holds_value(value: str, *texts: str) -> bool:
    """Tell whether one of some texts has the words of an operator next to one another."""
    sought = Sought(tuple(value.split(" ")), value, phrase=True)
    query = LibraryQuery((sought,), particles=False)
    return any(holds(sought, query, text) for text in texts)


def merged(found: Sequence[Sequence[Place]]) -> list[Place]:
    """Return the places of several words in reading order, those that overlap once."""
    kept: list[Place] = []
    for place in sorted((one for part in found for one in part), key=_reading_order):
        if not kept or place.start_cp >= kept[-1].end_cp:
            kept.append(place)
    return kept


def _reading_order(place: Place) -> tuple[int, int]:
    return place.start_cp, -place.end_cp


def _spans(sought: Sought, query: LibraryQuery, text: str) -> Iterator[Span]:
    """Yield spans of the folded text at which the words stand within right borders."""
    first = sought.words[0]
    for at in _occurrences(first, text):
        if is_border(text, at) or (query.particles and _is_behind(text, at, first)):
            end = _end(sought, query, text, at + len(first))
            if end is not None:
                yield at, end
    short = swallowed(sought, query)
    if short:
        for at in _occurrences(short, text):
            if _has_swallowed(text, at):
                end = _end(sought, query, text, at + len(short))
                if end is not None:
                    yield at, end


def _is_behind(text: str, at: int, word: str) -> bool:
    return len(word) >= SHORTEST_BEHIND_CP and particles_before(text, at) is not None


def _has_swallowed(text: str, at: int) -> bool:
    """Tell whether [وف]?ل begins a word and ends at a position."""
    if at < 1 or text[at - 1] != "ل":
        return False
    if is_border(text, at - 1):
        return True
    return text[at - 2] in "وف" and is_border(text, at - 2)


def _end(sought: Sought, query: LibraryQuery, text: str, end: int) -> int | None:
    """Return where the last of the words ends, the first one ending at `end`; None if it fails."""
    for word in sought.words[1:]:
        if not is_border(text, end):
            return None
        start = gap_after(text, end)
        if start == end or not text.startswith(word, start):
            return None
        end = start + len(word)
    return end if query.ends_open(sought) or is_border(text, end) else None


def _occurrences(needle: str, text: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


@dataclass(frozen=True, slots=True)
class Snippet:
    """What stands around a place, for a list: whole words, line ends as they are."""

    before: str
    words: str
    after: str


def snippet(text: str, start_cp: int, end_cp: int, before_cp: int, after_cp: int) -> Snippet:
    """Return a place with at most so many code points around it, cut between words."""
    low = _cut(text, max(0, start_cp - before_cp), start_cp, step=1)
    high = _cut(text, min(len(text), end_cp + after_cp), end_cp, step=-1)
    return Snippet(text[low:start_cp], text[start_cp:end_cp], text[end_cp:high])


def _cut(text: str, at: int, stop: int, *, step: int) -> int:
    """Return the nearest space from a position on towards `stop`; the position if there is none."""
    if at in {0, len(text)}:
        return at
    for place in range(at, stop, step):
        if text[place - 1 : place].isspace() if step > 0 else text[place : place + 1].isspace():
            return place
    return at
