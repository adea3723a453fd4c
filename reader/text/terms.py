"""The words of a text as the index of the library holds them, and where a word begins and ends.

Words here are runs of letters, digits and marks; digits hold a point or a comma
between them (1,554). They are cut from the folded text, so that every spelling
of a word is one term. Words of UAX #29 would keep `أ.ف.ب` whole, which nobody
types so.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from reader.frozen import dataclass
from reader.text.folding import FOLDING, PRESENTATION_FORMS, fold

# Longer words are cut in the index only; PostgreSQL takes no lexeme over 2 KB.
LONGEST_TERM_CP = 64
# Of a longer piece the words are found one by one, and a longer text is split part by part:
# other threads wait until such a step is done.
_LONG_CP = 10_000
_PART_CP = 200_000
# What is left of a word without its particles is a word of at least two letters.
SHORTEST_BEHIND_CP = 2
# Each way in which particles are joined to a word, as `folding.PARTICLES` has them.
_JOINED = frozenset(
    first + second
    for first in ("", "و", "ف")
    for second in ("", "ب", "ك", "ل", "ال", "بال", "كال", "لال", "لل")
) - {""}
_LONGEST_JOINED_CP = max(map(len, _JOINED))
# Between two words of a phrase, in folded letters.
LONGEST_GAP_CP = 12
_JOINING = ".,"
_CAPITAL = re.compile("[A-Z]")
_LOWER = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}


@dataclass(frozen=True, slots=True)
class Terms:
    """What the index holds of a text, each word once.

    Attributes:
        plain: words that the text spells as folding does.
        folded: folded forms of words that it only spells otherwise.
        spelt: those words as they are spelt, Latin letters small.
        behind: what stands behind the particles و ف ب ك ل ال joined to a word.

    """

    plain: frozenset[str] = frozenset()
    folded: frozenset[str] = frozenset()
    spelt: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether there is a word."""
        return bool(self.plain or self.folded)


def terms_of(*texts: str) -> Terms:
    """Return what the index holds of some texts together."""
    folded = {word for text in texts for word in _distinct(fold(text))}
    spelt = {spelling(word) for text in texts for word in _distinct(text)}
    behind = {form for word in folded for form in forms_behind(word)}
    return Terms(
        plain=_cut(folded & spelt),
        folded=_cut(folded - spelt),
        spelt=_cut(spelt - folded),
        behind=_cut(behind - folded),
    )


def words(text: str) -> list[str]:
    """Return the words of a text in reading order."""
    return _patterns()[0].findall(text)


def spelling(word: str) -> str:
    """Return a word as the index compares spellings: only Latin capitals are folded."""
    return word.translate(_LOWER) if _CAPITAL.search(word) else word


def forms_behind(word: str) -> tuple[str, ...]:
    """Return what a folded word is without the particles that may be joined to it.

    للوزير gives وزير, لوزير, and الوزير, whose alef ل has swallowed. Every cut is
    given that could be meant: بلد gives لد too.
    """
    if not word or word[0] not in "وفبكلا":
        return ()
    longest = min(_LONGEST_JOINED_CP, len(word) - SHORTEST_BEHIND_CP)
    cuts = range(1, longest + 1)
    forms = [word[at:] for at in cuts if word[:at] in _JOINED]
    bare = word[1:] if word[0] in "وف" else word
    swallowing = (one for one in {word, bare} if one.startswith("لل"))
    forms += ["ال" + one[2:] for one in swallowing if len(one) > SHORTEST_BEHIND_CP]
    return tuple(forms)


def particles_before(text: str, at: int) -> int | None:
    """Return where a word begins that is joined to what stands at a position of a folded text.

    None where something else than particles is joined to it, or nothing is.
    """
    for start in range(at - 1, max(-1, at - 1 - _LONGEST_JOINED_CP), -1):
        if is_border(text, start):
            return start if text[start:at] in _JOINED else None
    return None


def is_border(text: str, at: int) -> bool:
    """Tell whether no word goes on over a position."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if _is_of_word(before):
        if _is_of_word(after):
            return False
        return not (after in _JOINING and before.isdecimal() and text[at + 1 : at + 2].isdecimal())
    return not (
        before in _JOINING
        and after.isdecimal()
        and at > 1  # at 1 the index before would count from the end
        and text[at - 2].isdecimal()
    )


def gap_after(text: str, at: int) -> int:
    """Return where the next word of the same line begins, a few marks and spaces on at most."""
    match = _patterns()[1].match(text, at)
    return match.end() if match else at


def _distinct(text: str) -> set[str]:
    """Return the words of a text, each once; most stand between spaces and are nothing else."""
    found: set[str] = set()
    for piece in (one for part in _parts(text) for one in set(part.split())):
        if piece.isalnum():
            found.add(piece)
        elif len(piece) < _LONG_CP:
            found.update(words(piece))
        else:
            found.update(match[0] for match in _patterns()[0].finditer(piece))
    return found


def _parts(text: str) -> Iterator[str]:
    """Yield a text in parts that end at spaces, so that other threads get their turns."""
    start = 0
    while (end := text.find(" ", start + _PART_CP)) >= 0:
        yield text[start:end]
        start = end
    yield text[start:]


def _is_of_word(char: str) -> bool:
    return char.isalnum() or _patterns()[2].match(char) is not None


def _cut(found: set[str]) -> frozenset[str]:
    return frozenset(word[:LONGEST_TERM_CP] for word in found)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return patterns for a word, for what stands between two words, and for a letter of a word.

    `re` counts marks for no part of a word, so they are named, as is what folding drops.
    """
    rules = (*FOLDING, PRESENTATION_FORMS)
    folded = {code: fold(chr(code)) for rule in rules for code in rule.codes()}
    more = {code for code, to in folded.items() if not to or any(letter.isalnum() for letter in to)}
    more |= {code for code in range(0x300, 0x10000) if unicodedata.category(chr(code))[0] == "M"}
    letters = "\\w" + ranges(code for code in more if not chr(code).isalnum())
    joined = "(?<=\\d)[.,](?=\\d)"
    return (
        re.compile(f"[{letters}]+(?:{joined}[{letters}]+)*"),
        re.compile(f"[^{letters}\\n]{{1,{LONGEST_GAP_CP}}}"),
        re.compile(f"[{letters}]"),
    )


def ranges(codes: Iterable[int]) -> str:
    """Return code points as the inside of a class of a pattern."""
    parts: list[list[int]] = []
    for code in sorted(codes):
        if parts and parts[-1][1] == code - 1:
            parts[-1][1] = code
        else:
            parts.append([code, code])
    return "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in parts)
