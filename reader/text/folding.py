"""Search that overlooks how a word happens to be spelt, and the way back to the text.

Folding maps the spellings that Arabic readers take for one (أحمد and احمد, قَالَ and
قال, ١٩ and 19) to one form. It serves search and the comparison of names; what is
stored, shown and exported is always the text itself.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property

from reader.frozen import dataclass
from reader.text.boundaries import Span, is_word_edge, next_grapheme, previous_word
from reader.text.patterns import pattern


@dataclass(frozen=True, slots=True)
class FoldingRule:
    """Code points, as hexadecimal numbers and ranges, and what each becomes.

    `to` is one string for them all, or as many letters as there are code points.
    """

    name: str
    points: str
    to: str

    def codes(self) -> list[int]:
        """Return the code points, in the order in which they are written."""
        ends = ([int(end, 16) for end in part.split("-")] for part in self.points.split())
        return [code for pair in ends for code in range(pair[0], pair[-1] + 1)]

    def entries(self) -> Iterator[tuple[int, str]]:
        """Yield each code point with what it becomes."""
        codes = self.codes()
        each = self.to if len(self.to) == len(codes) else [self.to] * len(codes)
        return zip(codes, each, strict=True)


TEH_MARBUTA = FoldingRule("teh marbuta", "0629", "ه")
FOLDING = (
    FoldingRule("tashkeel and Quranic marks", "064B-065F 0670 0610-061A 06D6-06ED", ""),
    FoldingRule("tatweel", "0640", ""),
    FoldingRule("zero width and direction", "200B-200F 061C 202A-202E 2066-2069 FEFF 00AD", ""),
    FoldingRule("alef", "0623 0625 0622 0671 0672 0673", "ا"),
    # ئ and ؤ always, or their composed and decomposed forms (UAX #15) would differ.
    FoldingRule("yeh", "0649 06CC 06D0 06CD 0626", "ي"),
    FoldingRule("waw", "0624", "و"),
    FoldingRule("heh", "06C1 06BE 06C0 06C2 06D5", "ه"),
    TEH_MARBUTA,
    FoldingRule("yeh barree", "06D3", "ے"),
    FoldingRule("kaf", "06A9 06AA", "ك"),
    FoldingRule("Arabic digits", "0660-0669", "0123456789"),
    FoldingRule("Persian digits", "06F0-06F9", "0123456789"),
    FoldingRule("quotation marks", "00AB 00BB 201C 201D 201E 201F 2033", '"'),
    FoldingRule("comma", "060C", ","),
    FoldingRule("semicolon", "061B", ";"),
    FoldingRule("question mark", "061F", "?"),
    FoldingRule("percent sign", "066A", "%"),
    FoldingRule("decimal separator", "066B", "."),
    FoldingRule("thousands separator", "066C", ","),
    FoldingRule("spaces", "00A0 202F 2009", " "),
    FoldingRule("Latin capitals", "0041-005A", "abcdefghijklmnopqrstuvwxyz"),
)
# Presentation forms become their letters (NFKC, one by one), which then fold too.
PRESENTATION_FORMS = FoldingRule("presentation forms", "FB50-FDFF FE70-FEFC", "")

# So much of a text is folded in one go: other threads wait until that is done.
_PIECE_CP = 200_000
_EXTENDS = pattern(r"[\p{M}\p{GCB=Extend}\p{GCB=ZWJ}]")
# و ف, then ب ك ل with or without ال, or لل where ل has swallowed its alef.
_PARTICLES = re.compile("[وف]?(?:[بكل]?(?:ال)?|لل)")
_SWALLOWING = re.compile("[وف]?ل")


@cache
def _table(*, keep_teh_marbuta: bool) -> dict[int, str]:
    """Return what becomes of each code point, for `str.translate`."""
    # Letters that stay stand in the table too: str.translate is slow where it finds nothing.
    table = {code: chr(code) for code in range(0x700)}
    for rule in FOLDING:
        if rule is not TEH_MARBUTA or not keep_teh_marbuta:
            table.update(rule.entries())
    for code in PRESENTATION_FORMS.codes():
        folded = unicodedata.normalize("NFKC", chr(code)).translate(table)
        table[code] = "" if folded.isspace() else folded
    return table


def _class_of(codes: Iterable[int]) -> str:
    return "[" + "".join(f"\\u{code:04x}" for code in codes) + "]"


@cache
def _uneven() -> re.Pattern[str]:
    """Return a pattern for what is not one character both before and after folding."""
    table = _table(keep_teh_marbuta=False)
    dropped = _class_of(code for code, to in table.items() if not to)
    space = _class_of(code for code, to in table.items() if to == " ")
    longer = _class_of(code for code, to in table.items() if len(to) > 1)
    # Python's own `re` walks a text five times faster here than `regex`.
    return re.compile(f"{space}(?:{dropped}*{space})+|{dropped}+|{longer}")


@cache
def _dropped_run() -> re.Pattern[str]:
    table = _table(keep_teh_marbuta=False)
    return re.compile(_class_of(code for code, to in table.items() if not to) + "*")


def fold(text: str, *, keep_teh_marbuta: bool = False) -> str:
    """Return the form of a text in which spellings that mean the same are the same."""
    table = _table(keep_teh_marbuta=keep_teh_marbuta)
    starts = range(0, len(text), _PIECE_CP)
    folded = "".join([text[at : at + _PIECE_CP].translate(table) for at in starts])
    while "  " in folded:
        folded = folded.replace("  ", " ")
    return folded


def same_name(one: str, other: str) -> bool:
    """Tell whether two names differ in spelling only."""
    return fold(one).strip() == fold(other).strip()


class Folded:
    """A text folded for search, with the way back to positions in the original.

    Attributes:
        original: the text as given.
        text: the same, folded.
        keep_teh_marbuta: whether ة was kept apart from ه.

    """

    def __init__(self, original: str, *, keep_teh_marbuta: bool = False) -> None:
        self.original = original
        self.keep_teh_marbuta = keep_teh_marbuta
        self.text = fold(original, keep_teh_marbuta=keep_teh_marbuta)

    def span(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` comes from, as positions in the original.

        The marks on the last letter belong to it. The span must not be empty.
        """
        return self._source(start)[0], _with_marks(self.original, self._source(end - 1)[1])

    def _source(self, position: int) -> Span:
        """Return what of the original became the character at a position of the folded text."""
        folded_at, began, ended, sizes = self._seams
        seam = bisect_right(folded_at, position) - 1
        if seam < 0:
            return position, position + 1
        beyond = position - folded_at[seam] - sizes[seam]
        if beyond < 0:
            return began[seam], ended[seam]
        return ended[seam] + beyond, ended[seam] + beyond + 1

    @cached_property
    def _seams(self) -> tuple["array[int]", "array[int]", "array[int]", "array[int]"]:
        """The places where the texts do not run alike.

        Where in the folded text, from and to where in the original, and how many
        characters long when folded.
        """
        folded_at, began, ended, sizes = array("L"), array("L"), array("L"), array("L")
        table = _table(keep_teh_marbuta=self.keep_teh_marbuta)
        lost = 0
        for match in _uneven().finditer(self.original):
            start, end = match.span()
            size = len(table[ord(self.original[start])])
            folded_at.append(start - lost)
            began.append(start)
            ended.append(end)
            sizes.append(size)
            lost += end - start - size
        return folded_at, began, ended, sizes


def find(
    needle: str,
    haystack: str | Folded,
    *,
    exact: bool = False,
    whole_word: bool = False,
    particles: bool = False,
) -> list[Span]:
    """Return where a text holds a word or phrase, in reading order, without overlaps.

    The spans are positions in the original text. With `exact` nothing is folded
    and each span reads as the needle does; without, an exact hit is still preferred
    where two overlap, and the marks on the last letter belong to the hit.
    `whole_word` wants borders of words (UAX #29) on both sides. With `particles` the
    hit begins where a word does or behind و ف ب ك ل ال joined to it (والعراق, للعراق),
    and leaves them out.
    """
    folded = haystack if isinstance(haystack, Folded) else Folded(haystack)
    text = folded.original
    borders = _Borders(text, whole_word=whole_word, particles=particles)
    hits = list(_apart(borders.kept(needle, text, _same), []))
    if exact:
        return hits
    hits = [(start, _with_marks(text, end)) for start, end in hits]
    sought = fold(needle, keep_teh_marbuta=folded.keep_teh_marbuta)
    return sorted([*hits, *_apart(borders.kept(sought, folded.text, folded.span), hits)])


@dataclass(frozen=True, slots=True)
class _Borders:
    """What has to stand on both sides of a hit."""

    text: str
    whole_word: bool
    particles: bool

    def kept(self, needle: str, where: str, span: Callable[[int, int], Span]) -> list[Span]:
        """Return the spans, overlaps too, at which the needle stands within right borders."""
        kept = [
            place
            for place in (span(at, at + len(needle)) for at in _occurrences(needle, where))
            if self._are_right(place, _PARTICLES)
        ]
        if self.particles and needle.startswith("ال"):
            short = "ل" + needle.removeprefix("ال")
            places = (span(at, at + len(short)) for at in _occurrences(short, where))
            kept += [place for place in places if self._are_right(place, _SWALLOWING)]
            kept.sort()
        return kept

    def _are_right(self, span: Span, joined: re.Pattern[str]) -> bool:
        start, end = span
        if self.whole_word and not is_word_edge(self.text, _after_dropped(self.text, end)):
            return False
        if self.particles:
            word = start if is_word_edge(self.text, start) else previous_word(self.text, start)
            return joined.fullmatch(fold(self.text[word:start])) is not None
        return not self.whole_word or is_word_edge(self.text, start)


def _occurrences(needle: str, text: str) -> Iterator[int]:
    at = text.find(needle) if needle else -1
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _apart(spans: Iterable[Span], taken: list[Span]) -> Iterator[Span]:
    """Yield spans, given in order, that overlap neither each other nor those taken."""
    free_from = 0
    for start, end in spans:
        following = bisect_left(taken, (start, end))
        before = taken[following - 1][1] if following else 0
        after = taken[following][0] if following < len(taken) else end
        if max(free_from, before) <= start and end <= after:
            yield start, end
            free_from = end


def _same(start: int, end: int) -> Span:
    return start, end


def _after_dropped(text: str, cp: int) -> int:
    match = _dropped_run().match(text, cp)
    return match.end() if match else cp


def _with_marks(text: str, end_cp: int) -> int:
    """Return where a hit ends when the marks on its last letter belong to it."""
    if text[end_cp : end_cp + 1].isalpha() or not _EXTENDS.match(text, end_cp):
        return end_cp
    return next_grapheme(text, end_cp)
