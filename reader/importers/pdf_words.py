"""From letters with places to words in logical order.

Letters are put into the order of the eye by their places; then they are turned into that
of speech, which is the reverse of UAX #9: in a line of Arabic, numbers and Latin words
are read the other way.
"""

import dataclasses
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reader.frozen import dataclass

_TOLD = 0.04  # em, between letters of two words of pdfium's
_OVERHUNG = -0.15  # em, where one of them reaches over the space
_OVERHANGING = frozenset("كگڪ")
_LAST = "ة"  # stands at the end of words only, so that any gap behind it is a space
_SPACE = 0.13  # em, between letters of two lines of pdfium's
_MARKED = 0.3  # em, beside a letter that is told at the place of its mark
_PUNCTUATED = 0.18  # em, before or behind punctuation
_WIDE = 0.4  # em, between two letters that pdfium has in one word
_SMALL = 0.33  # em, the height of a mark
_RAISED = 0.25  # em, above the baseline: no small letter begins as high
_MIRRORED = {ord(one): other for one, other in ("()", ")(", "«»", "»«", "[]", "][", "‹›", "›‹")}
_SEPARATORS = frozenset(",.:/٫٬")  # UAX #9, W4, between two digits


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter on a page, in points of the page.

    `origin` is where drawing it begins, `loose` from where to where it takes room in its
    line, `tight` from where to where it is drawn, `upright` how far above the baseline that
    begins and ends, `place` the share of the page's height
    that lies below it. `size` is the em; `word` and `line` count the spaces and the line
    ends that pdfium told before it.
    """

    text: str
    origin: float
    loose: tuple[float, float]
    tight: tuple[float, float]
    upright: tuple[float, float]
    baseline: float
    size: float
    place: float
    word: int
    line: int

    @property
    def middle(self) -> float:
        """Return where the letter stands."""
        return (self.tight[0] + self.tight[1]) / 2


@dataclass(frozen=True, slots=True)
class Script:
    """How the writer of a PDF names the letters of one ligature, and mirrored marks."""

    ligatures_reversed: bool
    marks_mirrored: bool


def said(glyphs: Sequence[Glyph], script: Script, *, rtl: bool) -> tuple[str, float]:
    """Return the words of a line as they are spelt, and how much room the first takes."""
    words = list(_words(_clusters(glyphs, script), rtl=rtl))
    text = " ".join(_logical(word, script, rtl=rtl) for word in _in_order(words, rtl=rtl))
    return text, max(one.right for one in words[0]) - min(one.left for one in words[0])


def is_mark(glyph: Glyph) -> bool:
    """Tell whether a glyph stands over or under another."""
    return unicodedata.combining(glyph.text) > 0


def is_drawn_as_mark(glyph: Glyph) -> bool:
    """Tell whether what is drawn there is only something small over or under the line."""
    low, high = glyph.upright
    return high - low < _SMALL * glyph.size and (low > _RAISED * glyph.size or high < 0)


def is_one_glyph(one: Glyph, other: Glyph) -> bool:
    """Tell whether two letters were named at one glyph."""
    return (one.origin, one.baseline) == (other.origin, other.baseline)


@dataclasses.dataclass(slots=True)
class _Cluster:
    """A letter or a ligature with its marks, and its first glyph, which tells where it is."""

    text: str
    glyph: Glyph

    @property
    def left(self) -> float:
        """Return where its room in the line begins."""
        return self.glyph.loose[0]

    @property
    def right(self) -> float:
        """Return where its room in the line ends."""
        return self.glyph.loose[1]


def _clusters(glyphs: Sequence[Glyph], script: Script) -> list[_Cluster]:
    """Return letters with the marks that stand over or under them."""
    known = [glyph for glyph in glyphs if glyph.text != "\ufffd"]
    letters = [
        glyph
        for glyph in glyphs
        if not is_mark(glyph)
        # A stroke that lengthens a letter has no meaning of its own.
        and (glyph.text != "\ufffd" or not any(_covers(one, glyph) for one in known))
    ]
    clusters = []
    for _, group in groupby(letters, key=_drawn):
        together = list(group)
        text = "".join(_plain(glyph.text) for glyph in together)
        if script.ligatures_reversed and len(together) > 1:
            text = text[::-1]
        clusters.append(_Cluster(text, together[0]))
    for mark in filter(is_mark, glyphs):
        own = [one for one in clusters if is_one_glyph(one.glyph, mark)]
        nearest = min(own or clusters, key=lambda one: _apart(one, mark))
        nearest.text += mark.text
    return clusters


def _covers(letter: Glyph, glyph: Glyph) -> bool:
    return letter.loose[0] <= glyph.middle <= letter.loose[1]


def _drawn(glyph: Glyph) -> tuple[float, float, float]:
    return (*glyph.tight, glyph.baseline)


def _apart(cluster: _Cluster, mark: Glyph) -> float:
    """Return how far a mark is from a letter; over it, by how far from its middle."""
    outside = max(cluster.left - mark.middle, mark.middle - cluster.right, 0.0)
    return outside * 10 + abs(cluster.glyph.middle - mark.middle)


def _plain(letter: str) -> str:
    """Return the letters of a presentation form; everything else as it is."""
    shaped = "\ufb50" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufefc"
    return unicodedata.normalize("NFKC", letter).strip() if shaped else letter


def _words(clusters: list[_Cluster], *, rtl: bool) -> Iterator[list[_Cluster]]:
    """Yield the words of a line in the order of the eye, from the side where it begins."""
    ordered = sorted(clusters, key=_place, reverse=rtl)
    word = ordered[:1]
    for one, other in pairwise(ordered):
        gap = one.left - other.right if rtl else other.left - one.right
        if gap > _gap_between_words(one, other) * max(one.glyph.size, other.glyph.size):
            yield word
            word = []
        word.append(other)
    yield word


def _gap_between_words(one: _Cluster, other: _Cluster) -> float:
    """Return from which gap on, in em, two clusters are of two words.

    What pdfium saw between them counts, but it errs beside marks and punctuation.
    """
    if not _direction(one) or not _direction(other):
        return _PUNCTUATED
    if one.glyph.word != other.glyph.word:
        if is_drawn_as_mark(one.glyph) or is_drawn_as_mark(other.glyph):
            return _MARKED
        return _OVERHUNG if other.text[0] in _OVERHANGING or one.text[0] in _OVERHANGING else _TOLD
    if one.text[0] == _LAST and _direction(other) == "R":
        return _TOLD
    return _WIDE if one.glyph.line == other.glyph.line else _SPACE


def _place(cluster: _Cluster) -> tuple[float, float]:
    return cluster.glyph.origin, cluster.glyph.middle


def _in_order(words: list[list[_Cluster]], *, rtl: bool) -> Iterator[list[_Cluster]]:
    """Yield words as they are said: several that run the other way are read from their side."""
    for other_way, run in groupby(words, key=_is_latin if rtl else _is_arabic):
        run_of_words = list(run)
        yield from reversed(run_of_words) if other_way else run_of_words


def _is_latin(word: list[_Cluster]) -> bool:
    return any(_direction(one) == "L" for one in word) and not _is_arabic(word)


def _is_arabic(word: list[_Cluster]) -> bool:
    return any(_direction(one) == "R" for one in word)


def _direction(cluster: _Cluster) -> str:
    kind = unicodedata.bidirectional(cluster.text[:1])
    return {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N"}.get(kind, "")


def _logical(word: list[_Cluster], script: Script, *, rtl: bool) -> str:
    """Return a word, given in the order of the eye from the line's side, as it is spelt."""
    spelt = []
    for other_way, run in groupby(enumerate(word), key=lambda at: _turns(word, at[0], rtl=rtl)):
        letters = [one for _, one in run]
        text = "".join(one.text for one in (reversed(letters) if other_way else letters))
        mirrored = script.marks_mirrored and (rtl != other_way)
        spelt.append(text.translate(_MIRRORED) if mirrored else text)
    return "".join(spelt)


def _turns(word: list[_Cluster], at: int, *, rtl: bool) -> bool:
    """Tell whether a letter is read against the line: Latin and digits in Arabic, or Arabic."""
    own = _direction(word[at])
    if not rtl:
        return own == "R"
    if own:
        return own != "R"
    before = _direction(word[at - 1]) if at else ""
    after = _direction(word[at + 1]) if at + 1 < len(word) else ""
    if word[at].text in _SEPARATORS and before == after == "N":
        return True
    return before == after == "L"
