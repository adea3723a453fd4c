"""Which texts say nearly the same: an index of short Arabic texts, asked as one types.

A text is taken as its folded words without joined particles and endings, each also
without its long vowels (ارتفع and ارتفاع are one then) and in pieces of three letters.
What few texts have in common counts most (inverse document frequency, Spärck Jones 1972);
the best of these are ordered by how their words match one another whatever their order.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from heapq import nlargest
from math import log

from rapidfuzz import fuzz

from reader.frozen import dataclass
from reader.text.folding import fold
from reader.text.terms import words

# A text is told as similar from here on: on the made claims of tests/data, twins lie above
# and texts of other matters below (python -m tests.text.similar_claims prints both).
LEAST_SCORE = 0.42
_STEM, _ROOT, _PIECE = 1.0, 0.7, 0.25  # how much each way to take a word counts
_PIECE_CP = 3
_SHORTEST_STEM_CP = 3
_MOST_WORK = 12_000  # so many texts are looked up for one question
_MEASURED = 60  # so many of the best are measured exactly
_COMPARED = 25  # and so many of these word by word
_JOINED = ("وبال", "وكال", "فبال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال")
# What is joined, and how much must be left: a single letter is as often the word's own.
_PREFIXES = (*((one, 3) for one in _JOINED), *((one, 5) for one in "وفبلك"))
_ENDINGS = ("هما", "كما", "تها", "تهم", "ات", "ون", "ين", "ان", "ها", "هم", "نا", "وا", "ته",
            "تا", "يه", "ه", "ت", "ا", "ي")  # fmt: skip
_VOWELS = str.maketrans("", "", "اوي")


@dataclass(frozen=True, slots=True)
class Similar:
    """A text that is like another: its key, and how much, from 0 to 1."""

    key: str
    score: float


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as it is compared: its stems in order, and what they are found by, with weights."""

    stems: str
    marks: dict[str, float]


class SimilarTexts:
    """Texts by key, put in and taken out one by one."""

    def __init__(self) -> None:
        self._texts: dict[str, _Text] = {}
        self._having: defaultdict[str, set[str]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._texts)

    def put(self, key: str, text: str) -> None:
        """Put a text in, in the place of what has the same key."""
        self.drop(key)
        taken = _taken(text)
        self._texts[key] = taken
        for mark in taken.marks:
            self._having[mark].add(key)

    def drop(self, key: str) -> None:
        """Take a text out; one that is not there is passed over."""
        held = self._texts.pop(key, None)
        for mark in held.marks if held is not None else ():
            self._having[mark].discard(key)
            if not self._having[mark]:
                del self._having[mark]

    def like(
        self, text: str, most: int = 5, least: float = LEAST_SCORE, without: str = ""
    ) -> list[Similar]:
        """Return the texts that are most like one, best first, but the one of a key."""
        asked = _taken(text)
        if not asked.marks or not self._texts:
            return []
        rough = self._rough(asked)
        rough.pop(without, None)
        found = self._near(asked, nlargest(_MEASURED, rough, key=rough.__getitem__))
        found.sort(key=lambda one: (-one.score, one.key))
        return [one for one in found[:most] if one.score >= least]

    def _rough(self, asked: _Text) -> dict[str, float]:
        """Return how much each text shares with one of what fewest have, not measured by length."""
        shared: defaultdict[str, float] = defaultdict(float)
        work = 0
        for mark in sorted(self._telling(asked), key=lambda mark: len(self._having[mark])):
            holders = self._having[mark]
            work += len(holders)
            # What most texts have tells nothing, and would be most of the work.
            if work > _MOST_WORK and shared:
                break
            weight = asked.marks[mark] * self._rarity(mark) ** 2
            for key in holders:
                shared[key] += weight
        return shared

    def _telling(self, asked: _Text) -> list[str]:
        """Return what texts are looked up by: words and roots, pieces where neither is known."""
        known = self._having
        found = [mark for mark in asked.marks if mark[0] != "-" and mark in known]
        for stem in asked.stems.split(" "):
            if not any(mark in known for mark, _ in _marks_of(stem) if mark[0] != "-"):
                found += [mark for mark, _ in _marks_of(stem) if mark in known]
        return found

    def _near(self, asked: _Text, keys: list[str]) -> list[Similar]:
        """Return how much the texts of some keys are like one, measured exactly."""
        squares = {mark: (weight * self._rarity(mark)) ** 2 for mark, weight in asked.marks.items()}
        size = sum(squares.values()) ** 0.5
        near = []
        for key in keys:
            marks = self._texts[key].marks
            shared = 0.0
            total = 0.0
            for mark, weight in marks.items():
                square = squares.get(mark)
                if square is None:
                    total += (weight * self._rarity(mark)) ** 2
                else:
                    shared += square
                    total += square
            near.append((shared / max(size * total**0.5, 1e-9), key))
        near.sort(reverse=True)
        return [
            Similar(key, (cosine + self._matched(asked, key)) / 2)
            for cosine, key in near[:_COMPARED]
        ]

    def _rarity(self, mark: str) -> float:
        return log(1 + len(self._texts) / (0.5 + len(self._having.get(mark, ()))))

    def _matched(self, asked: _Text, key: str) -> float:
        return fuzz.token_sort_ratio(asked.stems, self._texts[key].stems) / 100


def _taken(text: str) -> _Text:
    stems = [stem_of(word) for word in words(fold(text))]
    marks: dict[str, float] = {}
    for stem in stems:
        for mark, weight in _marks_of(stem):
            marks[mark] = max(weight, marks.get(mark, 0.0))
    return _Text(" ".join(stems), marks)


@cache
def _marks_of(stem: str) -> tuple[tuple[str, float], ...]:
    return tuple(_each_mark_of(stem))


def _each_mark_of(stem: str) -> Iterator[tuple[str, float]]:
    yield stem, _STEM
    root = stem.translate(_VOWELS)
    if len(root) > 1:
        yield f"/{root}", _ROOT
    for at in range(len(stem) - _PIECE_CP + 1):
        yield f"-{stem[at : at + _PIECE_CP]}", _PIECE


@cache
def stem_of(word: str) -> str:
    """Return a folded word without joined particles and endings, as far as enough is left.

    Light stemming (Larkey, Ballesteros and Connell 2002): it may cut too much, but the same
    word always in the same way. Numbers stay whole.
    """
    if word[:1].isdecimal():
        return word
    for prefix, least in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= least:
            word = word[len(prefix) :]
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM_CP:
            return word[: -len(ending)]
    return word
