"""The parts of a text that may hold what is sought, found without folding all of it.

Folding costs more than all else in a search. So the letters of the first word are
looked for as the text may spell them, and only what stands around them is folded.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from reader.text.boundaries import Span
from reader.text.folding import FOLDING, PRESENTATION_FORMS, fold
from reader.text.seeking import LibraryQuery, Sought
from reader.text.terms import LONGEST_GAP_CP, ranges

ARTICLE = "ال"
_REACH_CP = 64
_LEADS_LIGATURES = b"\xef"  # in UTF-8 (RFC 3629)
# So many letters tell a word from most others, and stay the same while the rest is typed.
_TELLING_CP = 4


def swallowed(sought: Sought, query: LibraryQuery) -> str:
    """Return what is left of a word behind ل, which swallows an alef: للوزير is الوزير too."""
    first = sought.words[0]
    is_meant = query.particles and sought.typed.startswith(ARTICLE)
    return "ل" + first[len(ARTICLE) :] if is_meant and len(first) > len(ARTICLE) else ""


def windows(sought: Sought, query: LibraryQuery, text: str) -> Iterator[Span]:
    """Yield the parts of a text in which something sought may begin, in order and apart.

    Each begins and ends at a space or at an end of the text, and reaches as far as
    what begins in it: what is outside makes no difference to what is found.
    """
    # One byte is found in no time, and few texts have a character from U+F000 to U+FFFF.
    if _LEADS_LIGATURES in text.encode("utf-8", "surrogatepass") and _ligature().search(text):
        yield 0, len(text)  # one letter of it may be several when folded
        return
    rest = _chunks(LONGEST_GAP_CP * (len(sought.words) - 1))
    low = high = renewed_at = 0
    first, other = sought.words[0][:_TELLING_CP], swallowed(sought, query)[:_TELLING_CP]
    for match in _spellings(first, other).finditer(text):
        start = match.start()
        if start >= high:
            if high:
                yield low, high
            low = _chunk_start(text, start, high)
            high = _end_of(rest, text, match.end())
            renewed_at = start + 1
        elif start >= renewed_at or match.end() > high:
            # Further than this match needs, so that few of those that follow need more.
            renewed_at, high = high, _end_of(rest, text, max(high, match.end()))
    if high:
        yield low, high


def _end_of(rest: re.Pattern[str], text: str, at: int) -> int:
    match = rest.match(text, at)
    return match.end() if match else len(text)


def _chunk_start(text: str, at: int, floor: int) -> int:
    """Return where what stands between spaces begins, at `floor` at the earliest."""
    reach = _REACH_CP
    while True:
        low = max(floor, at - reach)
        piece = text[low:at]
        if not piece or piece[-1].isspace():
            return at
        tail = piece.split()[-1]
        if len(tail) < len(piece) or low == floor:
            return at - len(tail)
        reach *= 8


@lru_cache(maxsize=64)
def _chunks(count: int) -> re.Pattern[str]:
    """Return a pattern for the rest of what stands between spaces, and so many more of it."""
    return re.compile(rf"\S*(?:\s+\S+){{0,{count}}}")


@lru_cache(maxsize=64)
def _spellings(word: str, other: str) -> re.Pattern[str]:
    """Return a pattern for all spellings of two folded words; "" for only one."""
    letters, dropped = _letters()
    one_of = [
        f"{dropped}*".join(letters.get(letter, re.escape(letter)) for letter in one)
        for one in (word, other)
        if one
    ]
    return re.compile("|".join(one_of))


@cache
def _letters() -> tuple[dict[str, str], str]:
    """Return a class of the spellings of each letter, and one of what folding drops."""
    spellings: dict[str, set[int]] = {}
    dropped: set[int] = set()
    for rule in FOLDING:
        for code in rule.codes():
            to = fold(chr(code))
            if to:
                spellings.setdefault(to, {ord(to)}).add(code)
            else:
                dropped.add(code)
    dropped |= {code for code in PRESENTATION_FORMS.codes() if not fold(chr(code))}
    classes = {letter: f"[{ranges(codes)}]" for letter, codes in spellings.items()}
    return classes, f"[{ranges(dropped)}]"


@cache
def _ligature() -> re.Pattern[str]:
    codes = {code for code in PRESENTATION_FORMS.codes() if fold(chr(code))}
    return re.compile(f"[{ranges(codes)}]")
