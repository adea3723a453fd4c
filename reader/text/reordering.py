"""Whether invisible controls show a text in another order than it is written (UAX #9, 2).

A Latin name isolated in an Arabic line is good practice and nothing to warn of. An
override always misleads, and so does a change of direction against the words in it
or one that is never closed.
"""

from collections import Counter
from collections.abc import Iterator

import regex

from reader.frozen import dataclass
from reader.text.direction import is_rtl

_CONTROLS = regex.compile(r"[\u202a-\u202e\u2066-\u2069]")
_LETTER = regex.compile(r"\p{L}")
# What each opening control is called in HIDDEN, and the direction it sets; None: its words'.
_OPENING: dict[str, tuple[str, bool | None]] = {
    "\u202a": ("embedding", False),
    "\u202b": ("embedding", True),
    "\u202d": ("override", False),
    "\u202e": ("override", True),
    "\u2066": ("isolate", False),
    "\u2067": ("isolate", True),
    "\u2068": ("isolate", None),
}
_POP, _PDI = "\u202c", "\u2069"
_DEEPEST = 125  # max_depth of UAX #9
_LOOKED_AT_CP = 4_000  # the direction of more words is told by these


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one control acts on, in code points of its line, or the beginning of much.

    `closed` tells whether it is ended by another control.
    """

    control: str
    start: int
    end: int
    closed: bool


def reordering(text: str) -> dict[str, int]:
    """Return how many controls mislead, by the keys of `controls.HIDDEN`; none are left out.

    The keys are "override", "embedding", "isolate" and "unclosed".
    """
    counts: Counter[str] = Counter()
    if _CONTROLS.search(text, concurrent=True) is None:
        return {}
    for line in text.split("\n"):
        for stretch in _stretches(line):
            kind, rtl = _OPENING[stretch.control]
            counts[kind] += _misleads(kind, line[stretch.start : stretch.end], rtl=rtl)
            counts["unclosed"] += not stretch.closed
    return {key: count for key, count in counts.items() if count}


def _misleads(kind: str, words: str, *, rtl: bool | None) -> bool:
    if kind == "override":
        return _LETTER.search(words) is not None
    return rtl is not None and is_rtl(words, default=rtl) != rtl


def _stretches(line: str) -> Iterator[Stretch]:
    """Yield what each opening control of a paragraph acts on (UAX #9, X1 to X8).

    One that stands too deep to have any effect acts on nothing.
    """
    opened: list[tuple[str, int]] = []
    isolates: list[int] = []  # where they stand among the opened
    for match in _CONTROLS.finditer(line):
        control, at = match.group(), match.start()
        if control in _OPENING:
            if _OPENING[control][0] == "isolate":
                isolates.append(len(opened))
            opened.append((control, at + 1 if len(opened) < _DEEPEST else len(line)))
        elif control == _PDI and isolates:
            # An isolate's end closes what was opened within it, too.
            for one in opened[isolates[-1] :]:
                yield _stretch(one, at, closed=True)
            del opened[isolates.pop() :]
        elif control == _POP and opened and isolates[-1:] != [len(opened) - 1]:
            yield _stretch(opened.pop(), at, closed=True)
    for one in opened:
        yield _stretch(one, len(line), closed=False)


def _stretch(opened: tuple[str, int], end: int, *, closed: bool) -> Stretch:
    control, start = opened
    return Stretch(control, start, min(end, start + _LOOKED_AT_CP), closed)
