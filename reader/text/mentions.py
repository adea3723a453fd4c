"""Where a text speaks of somebody: their names, with particles joined, never inside another word.

و ف ب ك ل and ال may stand before a name, alone or together (وبالعراق), and ل swallows
the alef of ال (للقيارة). A word that only looks so is known from a list
(`lookalikes.py`) or from the other names of the register. Precision comes before
recall: who tags all mentions does not read each of them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import field

from reader.frozen import dataclass
from reader.text.boundaries import Span
from reader.text.folding import Folded, find, fold
from reader.text.lookalikes import folded as folded_lookalikes
from reader.text.lookalikes import spelt as spelt_lookalikes
from reader.text.terms import words

# Vowel marks, tatweel and what cannot be seen: not how a word is spelt, but how it is set.
_NOT_SPELT = re.compile(
    "[\u064b-\u065f\u0670\u0640\u0610-\u061a\u06d6-\u06ed"
    "\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad]"
)
_PREFIX = re.compile("[وف]?[بكل]?(?:ال|ل)?")
_SHORTEST_CP = 2


@dataclass(frozen=True, slots=True)
class Name:
    """What is sought: the spellings of a name, and what is like it without being it.

    `takes_article` lets ال stand before it: السودان for سودان, but not الحسن for حسن.
    `longer` are names of others that hold this one (علي حسن for علي), `known` the folded
    words of all names of the register.
    """

    spellings: tuple[str, ...]
    takes_article: bool = False
    longer: tuple[str, ...] = ()
    known: frozenset[str] = field(default_factory=frozenset)


def name_of(
    spellings: Iterable[str], others: Iterable[str] = (), *, takes_article: bool = False
) -> Name:
    """Return what to seek for somebody of these names among others of those names."""
    mine = tuple(dict.fromkeys(one for one in map(str.strip, spellings) if _is_sought(one)))
    keys = {f" {fold(one)} " for one in mine}
    rest = tuple(dict.fromkeys(one.strip() for one in others if one.strip()))
    longer = tuple(one for one in rest if any(_is_within(key, fold(one)) for key in keys))
    known = frozenset(word for one in (*mine, *rest) for word in words(fold(one)))
    return Name(mine, takes_article, longer, known)


def mentions(name: Name, text: str | Folded) -> list[Span]:
    """Return where a text has a name, in code points of the original, in reading order.

    Particles are left out of the spans; the longest spelling counts.
    """
    folded = text if isinstance(text, Folded) else Folded(text)
    found = {span for one in name.spellings for span in _places(one, folded)}
    kept = [span for span in found if _is_meant(name, folded.original, span)]
    taken = [span for one in name.longer for span in _places(one, folded)]
    outermost = _outermost(kept)
    return [span for span in outermost if not any(_holds(one, span) for one in taken)]


def _places(spelling: str, folded: Folded) -> list[Span]:
    return find(spelling, folded, whole_word=True, particles=True)


def _is_sought(spelling: str) -> bool:
    return len(fold(spelling)) >= _SHORTEST_CP


def _is_within(key: str, other: str) -> bool:
    """Tell whether another name is longer than one, given with spaces around, and holds it."""
    return key in f" {other} " and key != f" {other} "


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and outer != inner


def _outermost(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in sorted(spans, key=_reading_order):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _reading_order(span: Span) -> Span:
    return span[0], -span[1]


def _is_meant(name: Name, text: str, span: Span) -> bool:
    """Tell whether the words at a span are the name, and not part or spelling of another word."""
    start, end = span
    begin = start
    while begin and (text[begin - 1].isalpha() or _NOT_SPELT.match(text[begin - 1])):
        begin -= 1
    prefix = _NOT_SPELT.sub("", text[begin:start])
    shown = _NOT_SPELT.sub("", text[start:end])
    first = shown.split()[0] if shown.split() else shown
    if _is_other_word(name, first):
        return False
    if not prefix:
        return True
    if fold(prefix).endswith(("ال", "لل")) and not _takes_article(name, first):
        return False
    return not any(_is_word(name, prefix[cut:] + first, first) for cut in _cuts(prefix))


def _takes_article(name: Name, first: str) -> bool:
    """Tell whether ال may stand before the name: not where it would be سورية, the adjective."""
    return name.takes_article and not fold(first).endswith("يه")


def _cuts(prefix: str) -> Iterable[int]:
    """Yield after how many letters of what is joined the word itself could begin."""
    return (at for at in range(len(prefix)) if not at or _PREFIX.fullmatch(fold(prefix[:at])))


def _is_other_word(name: Name, first: str) -> bool:
    """Tell whether a word of another spelling stands there: على for علي."""
    mine = {word for one in name.spellings for word in _NOT_SPELT.sub("", one).split()}
    return first not in mine and first in spelt_lookalikes()


def _is_word(name: Name, word: str, first: str) -> bool:
    """Tell whether a word is one by itself, not particles before the first word of the name."""
    if word in spelt_lookalikes() or fold(word) in name.known:
        return True
    # كامل may be a careless كأمل, but where أمل is spelt in full it is meant.
    spellings = {_NOT_SPELT.sub("", one).split()[0] for one in name.spellings}
    return fold(word) in folded_lookalikes() and first not in spellings
