"""Where a marked span stands in a later state of its text, if it can be told.

A span is followed word by word (see `aligning`) and lands only where words around it
were followed too. Where the same words stand more than once, that has to be told by
what lies beyond all that the look-alikes share, on both sides. All else is an
orphan: a lost annotation can be put back by hand, one on a look-alike deceives.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from rapidfuzz import fuzz

from reader.frozen import dataclass
from reader.text.aligning import Alignment, Words, align
from reader.text.boundaries import Span, snap
from reader.text.folding import Folded, fold

_AROUND = 12  # words on each side that are asked for support
_TELLING = 3  # of its own sentence's words suffice
_SLACK = 6  # words that may have come between them
_ENOUGH = 0.5  # of those asked
_BORDER = 300  # words; look-alikes that share more are not told apart
_STANDS_ALONE = 10  # words of a span that need no support where they are once
_LIKE = 0.7
_KEPT = 0.6  # of a span's words, and of those it lands on, where some were changed


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a span.

    `state` is a key of ANCHOR_STATES: "exact" where its sentence kept its place among
    the others, "moved" where it did not, "fuzzy" where its words changed and a person
    should look, "orphan" where it cannot be told. Start and end are in code points
    of the new text, both 0 for an orphan; `likeness` is 1.0 for equal words.
    """

    state: str
    start_cp: int = 0
    end_cp: int = 0
    likeness: float = 0.0


ORPHAN = Followed("orphan")


def follow(old: str, new: str, spans: Iterable[Span]) -> list[Followed]:
    """Return where each span of a text stands in a later state of it; spans are not empty."""
    if old == new:
        return [Followed("exact", start, end, 1.0) for start, end in spans]
    follower = _Follower(align(old, new))
    return [follower.follow(start, end) for start, end in spans]


def place_of(old: str, new: str, cp: int) -> int:
    """Return about where the reader of a text goes on in a later state of it.

    The line at a position is looked for; where it is gone, the same way down.
    """
    start = old.rfind("\n", 0, cp) + 1
    end = old.find("\n", cp)
    line = old[start : end if end >= 0 else len(old)]
    found = new.find(line) if line.strip() else -1
    if found < 0:
        return round(cp * len(new) / max(1, len(old)))
    return found + cp - start


class _Follower:
    """Follows the spans of one text into another."""

    def __init__(self, found: Alignment) -> None:
        self._found = found
        self._old, self._new = found.old, found.new
        self._old_sentences = [first for first, _ in self._old.sentences]
        self._old_places = _places(self._old)
        self._new_places = _places(self._new)

    def follow(self, start_cp: int, end_cp: int) -> Followed:
        """Return what became of a span."""
        first, last = self._old.covering(start_cp, end_cp)
        if first >= last:  # nothing but spaces
            return ORPHAN
        tied = self._found.to_new[first:last]
        if min(tied) >= 0 and tied[-1] - tied[0] == len(tied) - 1:
            return self._whole(start_cp, end_cp, first, last)
        return self._changed(start_cp, end_cp, first, last)

    def _whole(self, start_cp: int, end_cp: int, first: int, last: int) -> Followed:
        """Follow a span of which every word is there."""
        there = self._found.to_new[first], self._found.to_new[last - 1] + 1
        if not self._is_sure((first, last), there):
            return ORPHAN
        start = _within(self._old, self._new, first, there[0], start_cp, at_end=False)
        end = _within(self._old, self._new, last - 1, there[1] - 1, end_cp, at_end=True)
        return self._landed(start_cp, end_cp, start, end, moved=first in self._found.moved)

    def _changed(self, start_cp: int, end_cp: int, first: int, last: int) -> Followed:
        """Follow a span of which some words are there, or words have come between."""
        kept = [word for word in range(first, last) if self._found.to_new[word] >= 0]
        places = [self._found.to_new[word] for word in kept]
        telling = [word for word in kept if _says_something(self._old.keys[word])]
        spoken = [word for word in range(first, last) if _says_something(self._old.keys[word])]
        if len(telling) < max(1, _KEPT * len(spoken)) or places != sorted(places):
            return ORPHAN
        there = self._reach(first, last, places)
        if len(kept) < _KEPT * (there[1] - there[0]):
            return ORPHAN
        around = self._support((first, last), there, (0, 0))
        if min(around) < _ENOUGH and len(telling) < _STANDS_ALONE:
            return ORPHAN
        if not self._is_sure((kept[0], kept[-1] + 1), (places[0], places[-1] + 1)):
            return ORPHAN
        start, end = self._new.starts[there[0]], self._new.ends[there[1] - 1]
        return self._landed(start_cp, end_cp, start, end, moved=kept[0] in self._found.moved)

    def _reach(self, first: int, last: int, places: Sequence[int]) -> Span:
        """Return the new words that stand for old ones, ends that were rewritten included."""
        begin, end = places[0], places[-1] + 1
        to_new = self._found.to_new
        if to_new[first] < 0 and first and 0 <= to_new[first - 1] < begin:
            begin = to_new[first - 1] + 1
        after = to_new[last] if last < len(to_new) else -1
        if to_new[last - 1] < 0 and after >= end:
            end = after
        return begin, end

    def _landed(self, start_cp: int, end_cp: int, start: int, end: int, *, moved: bool) -> Followed:
        """Return what is found as an outcome: the same words, or words that are like them."""
        if not 0 <= start < end:
            return ORPHAN
        start, end = snap(self._new.text, start, end)
        before, after = self._old.text[start_cp:end_cp], self._new.text[start:end]
        if before == after:
            return Followed("moved" if moved else "exact", start, end, 1.0)
        likeness = fuzz.ratio(fold(before), fold(after)) / 100
        return Followed("fuzzy", start, end, likeness) if likeness >= _LIKE else ORPHAN

    def _is_sure(self, here: Span, there: Span) -> bool:
        """Tell whether words that agree are the same words, and not look-alikes."""
        shared, alone = self._shared(here, there)
        around = self._support(here, there, shared)
        if alone:
            return max(around) >= _ENOUGH or here[1] - here[0] >= _STANDS_ALONE
        return min(around) >= _ENOUGH

    def _shared(self, here: Span, there: Span) -> tuple[Span, bool]:
        """Return how many words on each side look-alikes share, and whether there are none."""
        size = min(here[1] - here[0], there[1] - there[0])
        left = right = 0
        alone = True
        for words, places, own in (
            (self._old, self._old_places, here),
            (self._new, self._new_places, there),
        ):
            for place in _twins(words, places, self._old.keys[here[0] : here[0] + size]):
                if place == own[0]:
                    continue
                alone = False
                left = max(left, _run(self._old, here[0] - 1, words, place - 1, -1))
                right = max(right, _run(self._old, here[0] + size, words, place + size, 1))
        return (left, right), alone

    def _support(self, here: Span, there: Span, beyond: Span) -> tuple[float, float]:
        """Return what share of the words before and after a span was followed along with it.

        Words that look-alikes share are passed over. Where the text begins or ends
        on this side, it has to do so in both.
        """
        before = self._side(range(here[0] - 1 - beyond[0], -1, -1), there[0] - beyond[0], -1)
        after = self._side(range(here[1] + beyond[1], len(self._old)), there[1] - 1 + beyond[1], 1)
        return before, after

    def _side(self, words: range, edge: int, step: int) -> float:
        near = words[: 2 * _AROUND]
        asked = [word for word in near if _says_something(self._old.keys[word])][:_AROUND]
        own = [word for word in asked if self._sentence_of(word) == self._sentence_of(words[0])]
        if len(own) >= _TELLING:  # a sentence may have been brought elsewhere
            asked = own
        if not asked:
            rest = edge if step < 0 else len(self._new) - 1 - edge
            return 1.0 if rest <= _SLACK else 0.0
        reach = abs(asked[-1] - words[0]) + 1 + _SLACK
        places = (self._found.to_new[word] for word in asked)
        here = [at for at in places if at >= 0 and 0 < (at - edge) * step <= reach]
        return len(here) / len(asked)

    def _sentence_of(self, word: int) -> int:
        return bisect_right(self._old_sentences, word)


def _places(words: Words) -> dict[str, list[int]]:
    """Return where each word of a text stands."""
    places: dict[str, list[int]] = {}
    for place, key in enumerate(words.keys):
        places.setdefault(key, []).append(place)
    return places


def _twins(words: Words, places: dict[str, list[int]], sought: list[str]) -> Iterator[int]:
    """Yield where a text says some words, found by the rarest of them."""
    rarest = min(range(len(sought)), key=lambda at: len(places.get(sought[at], ())))
    for place in places.get(sought[rarest], ()):
        start = place - rarest
        if start >= 0 and words.keys[start : start + len(sought)] == sought:
            yield start


def _run(one: Words, at: int, other: Words, there: int, step: int) -> int:
    """Return how many words agree from two places on, in one direction."""
    reach = range(_BORDER)
    return sum(
        1
        for _ in takewhile(
            lambda by: (
                0 <= at + by * step < len(one)
                and 0 <= there + by * step < len(other)
                and one.keys[at + by * step] == other.keys[there + by * step]
            ),
            reach,
        )
    )


def _within(old: Words, new: Words, word: int, there: int, cp: int, *, at_end: bool) -> int:
    """Return where a position in or beside an old word stands in the new one; -1 if nowhere."""
    if cp <= old.starts[word]:
        return new.starts[there] if cp == old.starts[word] or not at_end else -1
    if cp >= old.ends[word]:
        return new.ends[there]
    start, end = new.starts[there], new.ends[there]
    before = old.text[old.starts[word] : cp]
    if old.text[old.starts[word] : old.ends[word]] == new.text[start:end]:
        return start + len(before)
    length = len(fold(before))
    folded = Folded(new.text[start:end])
    if not 0 < length < len(folded.text):
        return -1
    return start + (folded.span(0, length)[1] if at_end else folded.span(length, length + 1)[0])


def _says_something(key: str) -> bool:
    return any(map(str.isalnum, key))
