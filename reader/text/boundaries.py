"""Where graphemes, words, sentences and paragraphs begin and end.

Graphemes and words are those of UAX #29. So `1,554`, `كِتابٌ` and `أ.ف.ب` are one
word each, `كوفيد-19` is three and `2020/3/26` five: that is the rule, and a
double click follows it. (Qt agrees but for `.` and `:` between letters, where it
breaks.) All positions are in code points. Each function looks only at the
neighbourhood of its position, never at the whole text.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from reader.text.patterns import pattern

if TYPE_CHECKING:
    import regex

Span = tuple[int, int]

_WORD_EDGE = pattern(r"(?V1w)\b")
# A flag is named first because \X looks back over all flags before it (GB12).
_GRAPHEME = pattern(r"\p{GCB=RI}{2}[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*+|\X")
# Between two characters that neither extend nor join anything, a grapheme always ends.
_SURE_EDGE = pattern(r"(?<=[\p{GCB=Other}\p{GCB=LF}])(?=[\p{GCB=Other}\p{GCB=LF}])")
# At the start of a text nothing is extended (WB4), which `regex` overlooks.
_LEADING = pattern(r"[\p{WB=Extend}\p{WB=Format}\p{WB=ZWJ}]*+")
_WORD_LIKE = pattern(r"[\p{L}\p{N}]")
_NEAR_CP = 64
_NEAR_MARKS = 4

# What ends a sentence, with the closing marks behind it. «« never closes (UAX #9, mirrored).
_STOP = pattern(
    r"(?V1)[…\p{SB=ATerm}\p{SB=STerm}]"
    r"(?:[…\p{SB=ATerm}\p{SB=STerm}\p{M}\p{Cf}\"'»”“’›)\]}]"
    r"|[^\S\n]+(?=[…\p{SB=ATerm}\p{SB=STerm}]))*"
)
_STRONG = pattern(r"\p{SB=STerm}")
_GOES_ON = pattern(r"[^\S\n]*[،,؛;:]")
_LOWER_NEXT = pattern(r"[^\S\n]+\p{Ll}")
_OPENS_NEXT = pattern(r"[\s\p{SB=OLetter}«‹(\[{]")
_ABBREVIATED = pattern(r"(?V1)(?<=(?<![\p{L}\p{M}\p{N}])(?:[\p{L}--\u0640][\p{M}\u0640]*){1,2})")


def _last_match(edge: "regex.Pattern[str]", text: str, cp: int, end: int) -> int | None:
    """Return where the last empty match at or before `cp` stands; matches see up to `end`."""
    reach = _NEAR_CP
    while True:
        low = max(0, cp - reach)
        found = None
        for match in edge.finditer(text, low, end):
            if match.start() > cp:
                break
            found = match.start()
        if found is not None or low == 0:
            return found
        reach *= 8


def _last_sure_edge(text: str, cp: int) -> int:
    # A letter has a mark or two: a few steps back are quicker than reading what is before.
    for near in range(cp, max(0, cp - _NEAR_MARKS), -1):
        if _SURE_EDGE.match(text, near):
            return near
    return _last_match(_SURE_EDGE, text, cp, cp + 1) or 0


def _grapheme_around(text: str, cp: int) -> Span:
    start = _last_sure_edge(text, cp)
    for match in _GRAPHEME.finditer(text, start):
        if match.end() > cp:
            return match.span()
    return len(text), len(text)


def next_grapheme(text: str, cp: int) -> int:
    """Return the first grapheme border after a position; the end of the text stays."""
    return _grapheme_around(text, cp)[1] if cp < len(text) else len(text)


def previous_grapheme(text: str, cp: int) -> int:
    """Return the last grapheme border before a position; the start of the text stays."""
    return _grapheme_around(text, cp - 1)[0] if cp > 0 else 0


def is_grapheme_edge(text: str, cp: int) -> bool:
    """Tell whether a grapheme begins or ends at a position."""
    if cp in {0, len(text)} or _SURE_EDGE.match(text, cp):
        return True
    return _grapheme_around(text, cp)[0] == cp


def snap(text: str, start_cp: int, end_cp: int) -> Span:
    """Return a span widened to whole graphemes.

    A base never loses its marks, nor an emoji its parts. An empty span goes to
    the border before it and stays empty.
    """
    start = _grapheme_around(text, start_cp)[0]
    return (start, start) if start_cp == end_cp else (start, next_grapheme(text, end_cp - 1))


def _leading_end(text: str) -> int:
    match = _LEADING.match(text)
    return match.end() if match else 0


def _word_around(text: str, cp: int) -> Span:
    leading = _leading_end(text)
    if cp < leading:
        return 0, leading
    end = _WORD_EDGE.search(text, cp + 1)
    start = _last_match(_WORD_EDGE, text, cp, len(text)) or 0
    return max(start, leading), end.start() if end else len(text)


def is_word_edge(text: str, cp: int) -> bool:
    """Tell whether a word of UAX #29 begins or ends at a position."""
    return cp in {0, len(text), _leading_end(text)} or _WORD_EDGE.match(text, cp) is not None


def _rank(text: str, span: Span) -> int:
    piece = text[span[0] : span[1]]
    return 2 if _WORD_LIKE.search(piece) else 0 if not piece or piece.isspace() else 1


def word_at(text: str, cp: int) -> Span:
    """Return the word that a position is in or at the edge of.

    Between two of them the word goes before the punctuation mark and the mark
    before the space; between two alike, the one after the position. The span is
    empty only in an empty text.
    """
    if not text:
        return 0, 0
    after = _word_around(text, cp) if cp < len(text) else (cp, cp)
    if after[0] < cp or cp == 0:
        return after
    before = _word_around(text, cp - 1)
    return before if _rank(text, before) > _rank(text, after) else after


def next_word(text: str, cp: int) -> int:
    """Return the end of the word or mark after a position, spaces skipped.

    Extending a selection so takes whole words, and never the space behind.
    """
    while cp < len(text) and text[cp].isspace():
        cp += 1
    return _word_around(text, cp)[1] if cp < len(text) else cp


def previous_word(text: str, cp: int) -> int:
    """Return the start of the word or mark before a position, spaces skipped."""
    while cp > 0 and text[cp - 1].isspace():
        cp -= 1
    return _word_around(text, cp - 1)[0] if cp > 0 else 0


def paragraph_at(text: str, cp: int) -> Span:
    """Return the line that a position is in, without its newline."""
    end = text.find("\n", cp)
    return text.rfind("\n", 0, cp) + 1, len(text) if end < 0 else end


def _ends_sentence(text: str, stop: "regex.Match[str]", end: int) -> bool:
    after = stop.end()
    if after >= end:
        return True
    if _GOES_ON.match(text, after):
        return False
    if _STRONG.match(text, stop.start()):
        return True
    if not _OPENS_NEXT.match(text, after) or _LOWER_NEXT.match(text, after):
        return False
    return stop.group() != "." or not _ABBREVIATED.match(text, stop.start())


def _sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where sentences end between two positions of one paragraph that ends at `end`."""
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, stop, end):
            yield stop.end()


def _last_sentence_end(text: str, paragraph: Span, cp: int) -> int:
    """Return the last end of a sentence at or before `cp`, or the paragraph's start."""
    reach = _NEAR_CP * 8
    while True:
        low = max(paragraph[0], cp - reach)
        found = None
        for end in _sentence_ends(text, low, paragraph[1]):
            if end > cp:
                break
            found = end
        if found is not None or low == paragraph[0]:
            return paragraph[0] if found is None else found
        reach *= 8


def _skip_spaces(text: str, cp: int, end: int) -> int:
    while cp < end and text[cp].isspace():
        cp += 1
    return cp


def _back_over_spaces(text: str, cp: int, start: int) -> int:
    while cp > start and text[cp - 1].isspace():
        cp -= 1
    return cp


def sentence_at(text: str, cp: int) -> Span:
    """Return the sentence that a position is in, without the spaces around it.

    A sentence ends at `.` `!` `؟` `?` `…` with the closing marks behind, and at
    the newline; not inside a number or an address, not before a comma, and not
    after a piece of one or two letters such as `د.` or `أ.ف.ب.`. The space after
    a sentence belongs to it. The span is empty in a blank paragraph.
    """
    paragraph = paragraph_at(text, cp)
    edge = _last_sentence_end(text, paragraph, cp)
    start = _skip_spaces(text, edge, paragraph[1])
    if edge > paragraph[0] and (start > cp or start == paragraph[1]):
        edge = _last_sentence_end(text, paragraph, edge - 1)
        start = _skip_spaces(text, edge, paragraph[1])
    end = next(_sentence_ends(text, start, paragraph[1]), paragraph[1])
    return start, _back_over_spaces(text, end, start)


def word_spans(text: str) -> Iterator[Span]:
    """Yield the words and marks of a text (UAX #29) in reading order, spaces left out."""
    start = 0
    for edge in chain((found.start() for found in _WORD_EDGE.finditer(text)), (len(text),)):
        if edge > start and not text[start:edge].isspace():
            yield start, edge
        start = edge


def sentence_starts(text: str) -> Iterator[int]:
    """Yield where the sentences of a text begin, in reading order; blank lines have none."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not line.isspace():
            yield from _sentence_starts(text, start, end)
        start = end + 1


def _sentence_starts(text: str, start: int, end: int) -> Iterator[int]:
    yield _skip_spaces(text, start, end)
    for edge in _sentence_ends(text, start, end):
        following = _skip_spaces(text, edge, end)
        if following < end:
            yield following


class Numbering:
    """Count the paragraphs and sentences of one text, for many positions.

    Both begin at 1; blank lines do not count. A position between two belongs to
    the one before.
    """

    def __init__(self, text: str) -> None:
        self._paragraphs = array("L")
        self._sentences = array("L")
        start = 0
        for line in text.split("\n"):
            end = start + len(line)
            if line and not line.isspace():
                self._paragraphs.append(start)
                self._sentences.extend(_sentence_starts(text, start, end))
            start = end + 1

    def paragraph(self, cp: int) -> int:
        """Return the number of the paragraph at a position."""
        return max(1, bisect_right(self._paragraphs, cp))

    def sentence(self, cp: int) -> int:
        """Return the number, in the whole text, of the sentence at a position."""
        return max(1, bisect_right(self._sentences, cp))


def paragraph_number(text: str, cp: int) -> int:
    """Return the number of the paragraph at one position; for many, see `Numbering`."""
    return Numbering(text).paragraph(cp)


def sentence_number(text: str, cp: int) -> int:
    """Return the number of the sentence at one position; for many, see `Numbering`."""
    return Numbering(text).sentence(cp)
