"""Which words of a text are still there in a later state of it, and where.

Sentences are compared first, so that a sentence that was brought elsewhere is known
as such, and words only within what is left. Words that agree by chance between two
changes tie nothing: a reader would take them for written anew.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz import fuzz, process

from reader.frozen import dataclass
from reader.text.boundaries import sentence_starts, word_spans
from reader.text.folding import fold

_SHORTEST_MOVED = 3  # words; a shorter sentence says nothing of where it came from
_SHORTEST_CHANGED = 6
_LIKE = 75.0
_CLEARLY = 10.0
_MOST_COMPARED = 400  # sentences on each side
_POPULAR_FROM = 2_000  # words; from here on difflib leaves popular words aside


Key = Callable[[str, str], str]


def folded_word(word: str, _behind: str) -> str:
    """Return what two spellings of a word have in common; spaces do not count."""
    return fold(word) or word


def exact_word(word: str, behind: str) -> str:
    """Return a word with the spaces behind it; around a new line they do not count."""
    return word + ("\n" if "\n" in behind else behind)


class Words:
    """The words and marks of a text: where each begins and ends, and what it is told by.

    A key is made of a word and the spaces behind it; the end of the text is a new line.
    A sentence is a range of words. All positions are in code points of the text.
    """

    def __init__(self, text: str, key: Key) -> None:
        self.text = text
        self.starts, self.ends = array("L"), array("L")
        for start, end in word_spans(text):
            self.starts.append(start)
            self.ends.append(end)
        keys: dict[tuple[str, str], str] = {}
        self.keys: list[str] = []
        for at, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            is_last = at + 1 == len(self.starts)
            word = text[start:end], "\n" if is_last else text[end : self.starts[at + 1]]
            self.keys.append(keys.get(word) or keys.setdefault(word, key(*word)))
        borders = sorted({bisect_left(self.starts, start) for start in sentence_starts(text)})
        self.sentences = list(pairwise([*borders, len(self)]))

    def __len__(self) -> int:
        return len(self.starts)

    def said(self, sentence: tuple[int, int]) -> str:
        """Return a sentence as its words are told."""
        return " ".join(self.keys[slice(*sentence)])

    def covering(self, start_cp: int, end_cp: int) -> tuple[int, int]:
        """Return the range of words that share a code point with a span."""
        return bisect_left(self.ends, start_cp + 1), bisect_left(self.starts, end_cp)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two states of a text and which word of the one is which word of the other.

    `to_new[i]` is the new place of the old word `i` and `to_old[j]` the reverse, -1 where
    there is none; `moved` holds the old words whose sentence stands elsewhere now. All
    others keep their order.
    """

    old: Words
    new: Words
    to_new: "array[int]" = field(init=False)
    to_old: "array[int]" = field(init=False)
    moved: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin with nothing tied."""
        object.__setattr__(self, "to_new", array("l", [-1]) * len(self.old))
        object.__setattr__(self, "to_old", array("l", [-1]) * len(self.new))

    def tie(self, old: int, new: int, size: int, *, moved: bool = False) -> None:
        """Take a run of words for the same run in the other text."""
        for step in range(size):
            self.to_new[old + step] = new + step
            self.to_old[new + step] = old + step
        if moved:
            self.moved.update(range(old, old + size))


def align(old: str, new: str, key: Key = folded_word) -> Alignment:
    """Return which words of a text are which in a later state of it; `key` tells equal words."""
    found = Alignment(Words(old, key), Words(new, key))
    before, after = found.old.sentences, found.new.sentences
    said_before = [found.old.said(one) for one in before]
    said_after = [found.new.said(one) for one in after]
    gaps: list[tuple[range, range]] = []
    at = (0, 0)
    for one, other in _in_order(said_before, said_after):
        gaps.append((range(at[0], one), range(at[1], other)))
        found.tie(before[one][0], after[other][0], before[one][1] - before[one][0])
        at = one + 1, other + 1
    gaps.append((range(at[0], len(before)), range(at[1], len(after))))
    _tie_moved(found, said_before, said_after, gaps)
    for lost, come in gaps:
        _tie_words(found, _loose(before, lost, found.to_new), _loose(after, come, found.to_old))
    _begin_behind_marks(found.to_old, found.to_new, found.new.keys)
    _begin_behind_marks(found.to_new, found.to_old, found.old.keys)
    return found


def _in_order(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the sentences that are equal and in order in both, as much text as can be.

    Those that are there once come first, as in a patience diff; the rest is
    compared between them.
    """
    at = there = 0
    for here, place in [*_heaviest(one, other), (len(one), len(other))]:
        for start, begun, size in _runs(one[at:here], other[there:place]):
            yield from ((at + start + step, there + begun + step) for step in range(size))
        if here < len(one):
            yield here, place
        at, there = here + 1, place + 1


def _heaviest(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Return, of the sentences there once on both sides, those that keep most text in order."""
    pairs = _same_once(dict(enumerate(one)), dict(enumerate(other)))
    # By place in the other text: the heaviest chain that ends there or before.
    ends: list[int] = []
    best: list[tuple[int, tuple[int, int], object]] = []
    for at, there in pairs:
        place = bisect_left(ends, there)
        before = best[place - 1] if place else (0, (-1, -1), None)
        weight = before[0] + len(one[at])
        while place < len(ends) and best[place][0] <= weight:
            del ends[place], best[place]
        ends.insert(place, there)
        best.insert(place, (weight, (at, there), before if place else None))
    chain: list[tuple[int, int]] = []
    link: object = best[-1] if best else None
    while isinstance(link, tuple):
        chain.append(link[1])
        link = link[2]
    return chain[::-1]


def _runs(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield where two sequences agree, in order; the equal ends are taken first."""
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    if head:
        yield 0, 0, head
    inner = one[head : len(one) - tail], other[head : len(other) - tail]
    popular = max(map(len, inner)) > _POPULAR_FROM
    for at, there, size in SequenceMatcher(None, *inner, autojunk=popular).get_matching_blocks():
        if size:
            yield head + at, head + there, size
    if tail:
        yield len(one) - tail, len(other) - tail, tail


def _tie_moved(
    found: Alignment,
    said_before: Sequence[str],
    said_after: Sequence[str],
    gaps: Sequence[tuple[range, range]],
) -> None:
    """Tie the sentences that stand elsewhere now, as they were or a little changed."""
    lost = {at: said_before[at] for gap, _ in gaps for at in gap}
    come = {at: said_after[at] for _, gap in gaps for at in gap}
    gap_of = {at: number for number, (gap, _) in enumerate(gaps) for at in gap}
    gap_there = {at: number for number, (_, gap) in enumerate(gaps) for at in gap}
    for at, there in [*_same_once(lost, come)]:
        (first, last), (place, _) = found.old.sentences[at], found.new.sentences[there]
        if last - first >= _SHORTEST_MOVED:
            found.tie(first, place, last - first, moved=True)
            del lost[at], come[there]
    if max(len(lost), len(come)) > _MOST_COMPARED:
        return
    for at, there in _like(lost, come):
        if gap_of[at] != gap_there[there]:
            ranges = found.old.sentences[at], found.new.sentences[there]
            _tie_words(found, range(*ranges[0]), range(*ranges[1]), moved=True)


def _same_once(lost: dict[int, str], come: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Yield the sentences that are on both sides once, and so cannot be mistaken."""
    once = {said for said, count in Counter(lost.values()).items() if count == 1}
    once &= {said for said, count in Counter(come.values()).items() if count == 1}
    places = {said: there for there, said in come.items() if said in once}
    return ((at, places[said]) for at, said in lost.items() if said in once)


def _like(lost: dict[int, str], come: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Yield the sentences that are clearly like each other and like no third one."""
    for at, said in lost.items():
        there = _clearly_best(said, come)
        if there is not None and _clearly_best(come[there], lost) == at:
            yield at, there


def _clearly_best(said: str, others: dict[int, str]) -> int | None:
    if said.count(" ") + 1 < _SHORTEST_CHANGED:
        return None
    best = process.extract(said, others, scorer=fuzz.ratio, score_cutoff=_LIKE - _CLEARLY, limit=2)
    if not best or best[0][1] < _LIKE or (len(best) > 1 and best[0][1] - best[1][1] < _CLEARLY):
        return None
    return int(best[0][2])


def _loose(sentences: Sequence[tuple[int, int]], gap: range, tied: "array[int]") -> list[int]:
    """Return the words of a run of sentences that are not tied yet."""
    words = range(sentences[gap[0]][0], sentences[gap[-1]][1]) if gap else range(0)
    return [word for word in words if tied[word] < 0]


def _tie_words(
    found: Alignment, lost: Sequence[int], come: Sequence[int], *, moved: bool = False
) -> None:
    """Tie the words that agree, in order, between two runs of words."""
    before = [found.old.keys[word] for word in lost]
    after = [found.new.keys[word] for word in come]
    for at, there, size in _telling(_runs(before, after), len(before), len(after)):
        for step in range(size):
            found.tie(lost[at + step], come[there + step], 1, moved=moved)


def _telling(
    runs: Iterable[tuple[int, int, int]], before: int, after: int
) -> list[tuple[int, int, int]]:
    """Leave out the runs that are no longer than the changes on both sides of them.

    So does diff-match-patch's semantic clean-up. Runs at either end have one side
    only, where nothing changed, and always stay.
    """
    kept = list(runs)
    while True:
        short = next((at for at in range(len(kept)) if _is_chance(kept, at, before, after)), None)
        if short is None:
            return kept
        del kept[short]


def _is_chance(runs: Sequence[tuple[int, int, int]], number: int, before: int, after: int) -> bool:
    at, there, size = runs[number]
    ended = [*runs[number - 1]] if number else [0, 0, 0]
    begun = runs[number + 1] if number + 1 < len(runs) else (before, after, 0)
    ahead = max(at - ended[0] - ended[2], there - ended[1] - ended[2])
    behind = max(begun[0] - at - size, begun[1] - there - size)
    return size <= ahead and size <= behind


def _begin_behind_marks(tied: "array[int]", back: "array[int]", keys: Sequence[str]) -> None:
    """Let a run of new words begin behind a full stop, not with it, where both say the same."""
    first = -1
    for word in range(len(tied)):
        if tied[word] < 0:
            first = word if first < 0 else first
            continue
        mark = keys[word].strip()
        if first >= 0 and keys[first].strip() == mark and not any(map(str.isalnum, mark)):
            tied[first], tied[word] = tied[word], -1
            back[tied[first]] = first
            first += 1
        else:
            first = -1
