"""How search compares: letters that a reader takes for the same are made the same.

Each rule is a row with its code points. Folding drops marks and takes ligatures
apart, so a folded text has other positions: `Folded` keeps the way back, and every
hit is told in code points of the text as it is stored.
"""

import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, cached_property

import regex

from reader.label import Label


@dataclass(frozen=True, slots=True)
class Folding:
    """One row: characters (or ranges, as (first, last)) and what they become."""

    key: str
    label: Label
    characters: str
    becomes: str
    ranges: tuple[tuple[int, int], ...] = ()

    def members(self) -> str:
        """Return every character of the row."""
        spread = "".join(chr(code) for low, high in self.ranges for code in range(low, high + 1))
        return self.characters + spread


FOLDING = (
    Folding(
        "marks", Label("Vowel marks", "الحركات"), "\u0670", "",
        ((0x064B, 0x065F), (0x0610, 0x061A), (0x06D6, 0x06DC), (0x06DF, 0x06E4),
         (0x06E7, 0x06E8), (0x06EA, 0x06ED)),
    ),
    Folding("tatweel", Label("Tatweel", "التطويل"), "\u0640", ""),
    Folding(
        "unseen", Label("Unseen characters", "محارف خفية"), "\u061c\ufeff\u00ad\u06dd\u06de\u06e5"
        "\u06e6\u06e9", "", ((0x200B, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069)),
    ),
    Folding("alef", Label("Forms of alef", "صور الألف"), "أإآٱٲٳ", "ا"),
    Folding("yeh", Label("Forms of yeh", "صور الياء"), "ىیېۍئ", "ي"),
    Folding("waw", Label("Waw with hamza", "الواو المهموزة"), "ؤ", "و"),
    Folding("teh_marbuta", Label("Ta marbuta", "التاء المربوطة"), "ة", "ه"),
    Folding("heh", Label("Forms of heh", "صور الهاء"), "ہھۀە", "ه"),
    Folding("kaf", Label("Forms of kaf", "صور الكاف"), "کڪ", "ك"),
    Folding("quotes", Label("Quotation marks", "علامات التنصيص"), "«»“”„‟″", '"'),
    Folding("comma", Label("Commas", "الفواصل"), "،٬", ","),
    Folding("semicolon", Label("Semicolon", "الفاصلة المنقوطة"), "؛", ";"),
    Folding("question", Label("Question mark", "علامة الاستفهام"), "؟", "?"),
    Folding("percent", Label("Percent sign", "علامة النسبة"), "٪", "%"),
    Folding("decimal", Label("Decimal sign", "الفاصلة العشرية"), "٫", "."),
    Folding("space", Label("Spaces", "المسافات"), "\u00a0\u202f\u2009\t\n\r\v\f\u2028\u2029", " "),
    *(
        Folding(f"digit_{i}", Label(f"Digit {i}", f"الرقم {i}"), chr(0x660 + i) + chr(0x6F0 + i),
                str(i))
        for i in range(10)
    ),
)  # fmt: skip
# Presentation forms are taken apart, each by itself (NFKC), then folded again.
_PRESENTATION = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
# و ف, then ب ك ل, then the article; ل and the article together are written لل.
_PARTICLES = "[وف]?(?:[بك]?ال|لل|[بكل])?"
_SPACES = regex.compile(" {2,}")
_MARK = regex.compile(r"[\p{M}\u0640\u200b-\u200f\u2060\ufeff]+")
_WORD_CHARACTER = regex.compile(r"[\p{L}\p{M}\p{N}_\u0640\u200c\u200d]")


@cache
def folding_table() -> dict[int, str]:
    """Return the rows as one table for `str.translate`."""
    table = {ord(char): row.becomes for row in FOLDING for char in row.members()}
    for low, high in _PRESENTATION:
        for code in range(low, high + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if plain != chr(code):
                table[code] = plain.translate(table)
    return table


def fold(text: str) -> str:
    """Return a text as search compares it: folded, in lower case, runs of space as one."""
    return str(_SPACES.sub(" ", _folded(text)))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same to a reader."""
    return fold(one).strip() == fold(other).strip()


class Folded:
    """A folded text with the way back to the positions of the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = fold(original)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original behind a span of `text`, in code points.

        It covers the marks that belong to its last letter. A span that ends inside
        a ligature covers the whole of it.
        """
        sources = self._sources
        if start >= end:
            here = sources[start] if start < len(sources) else len(self.original)
            return here, here
        start_cp, end_cp = sources[start], sources[end - 1] + 1
        marks = _MARK.match(self.original, end_cp)
        return start_cp, marks.end() if marks else end_cp

    def position(self, cp: int) -> int:
        """Return the position in `text` of the first character that comes from `cp` or later."""
        return bisect_left(self._sources, cp)

    @cached_property
    def _sources(self) -> "array[int]":
        """Return, for each character of `text`, the code point it comes from."""
        table = folding_table()
        sources = array("q")
        after_space = False
        for cp, char in enumerate(self.original):
            for made in table.get(ord(char), char).lower():
                if made == " " and after_space:
                    continue
                sources.append(cp)
                after_space = made == " "
        return sources


def find(
    needle: str,
    haystack: str | Folded,
    *,
    exact: bool = False,
    whole_word: bool = False,
    particles: bool = False,
) -> list[tuple[int, int]]:
    """Return where some words stand in a text, in reading order, as spans in code points.

    `exact` compares letter by letter. `whole_word` wants the hit to begin and end
    with a word; `particles` lets و ف ب ك ل ال stand attached before it then.
    """
    original = haystack if isinstance(haystack, str) else haystack.original
    if exact:
        hits = _occurrences(needle, original)
    else:
        folded = Folded(haystack) if isinstance(haystack, str) else haystack
        wanted = fold(needle).strip(" ") or fold(needle)
        hits = [folded.span(*hit) for hit in _occurrences(wanted, folded.text)]
    if whole_word or particles:
        hits = [hit for hit in hits if _is_whole(original, hit, particles=particles)]
    return hits


def _folded(text: str) -> str:
    return text.translate(folding_table()).lower()


def _occurrences(needle: str, text: str) -> list[tuple[int, int]]:
    """Return where a string stands, without overlaps."""
    found: list[tuple[int, int]] = []
    if not needle:
        return found
    at = text.find(needle)
    while at >= 0:
        found.append((at, at + len(needle)))
        at = text.find(needle, at + len(needle))
    return found


def _is_whole(text: str, hit: tuple[int, int], *, particles: bool) -> bool:
    """Tell whether a hit is a whole word, but for attached particles where they are allowed."""
    start, end = hit
    if end < len(text) and _WORD_CHARACTER.match(text, end):
        return False
    begin = start
    while begin > 0 and _WORD_CHARACTER.match(text, begin - 1):
        begin -= 1
    before = fold(text[begin:start])
    return not before or (particles and regex.fullmatch(_PARTICLES, before) is not None)
