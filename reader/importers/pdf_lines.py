"""From letters with places to lines and paragraphs in logical order.

Letters are put in a line by their baseline and into the order of the eye by their
places; then each line is turned from the order of the eye into that of speech, which is
the reverse of UAX #9: in a line of Arabic, numbers and Latin words are read the other way.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from reader.text.direction import is_rtl

_TOLD = -0.15  # em; letters that overhang a space are of two words all the same
_SPACE = 0.13  # em, between letters of two lines of pdfium's
_MARKED = 0.3  # em, beside a letter with a mark, which may be told at the mark's place
_PUNCTUATED = 0.18  # em, before or behind punctuation
_SAME_LINE = 0.25  # em, between two baselines
_WIDE = 0.4  # em, between two letters that pdfium has in one word
_ROWS_BACK = 8
_BESIDE = 2.5  # em; what is farther away is another column
_ALEFS = frozenset("اأإآٱ")
_MIRRORED = {ord(one): other for one, other in ("()", ")(", "«»", "»«", "[]", "][", "‹›", "›‹")}
_OPENING, _CLOSING = frozenset("(«[‹"), frozenset(")»]›")
_SEPARATORS = frozenset(",.:/٫٬")  # UAX #9, W4, between two digits


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter on a page, in points of the page.

    `origin` is where drawing it begins, `loose` from where to where it takes room in its
    line, `tight` from where to where it is drawn, `place` the share of the page's height
    that lies below it. `size` is the em; `word` and `line` count the spaces and the line
    ends that pdfium told before it.
    """

    text: str
    origin: float
    loose: tuple[float, float]
    tight: tuple[float, float]
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

    @classmethod
    def of(cls, glyphs: Sequence[Glyph]) -> "Script":
        """Return what most of a document's lam-alefs and its opening marks tell."""
        together = [
            one.text + other.text for one, other in pairwise(glyphs) if one.tight == other.tight
        ]
        reversed_ = sum(pair[0] in _ALEFS and pair[1] == "ل" for pair in together)
        right = sum(pair[0] == "ل" and pair[1] in _ALEFS for pair in together)
        plain = cls(reversed_ > right, marks_mirrored=False)
        said = [line.text for line in lines_of(glyphs, plain) if line.rtl]
        wrong = sum(_misplaced(text, _CLOSING, _OPENING) for text in said)
        fitting = sum(_misplaced(text, _OPENING, _CLOSING) for text in said)
        return replace(plain, marks_mirrored=wrong > fitting)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words in logical order, and where it stands in points."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    place: float
    rtl: bool
    first_word: float


@dataclass(slots=True)
class _Row:
    """Glyphs of one baseline, while they are gathered."""

    glyphs: list[Glyph]
    left: float
    right: float

    def goes_on_with(self, other: "_Row") -> bool:
        """Tell whether glyphs stand in this line, beside what is there."""
        one, size = other.glyphs[0], max(self.glyphs[0].size, other.glyphs[0].size)
        if abs(self.glyphs[0].baseline - one.baseline) > _SAME_LINE * size:
            return False
        return max(self.left - other.right, other.left - self.right) < _BESIDE * size

    def height_of(self, rider: Glyph) -> float:
        """Return how far above or below the line a glyph stands."""
        return abs(self.glyphs[0].baseline - rider.baseline)


def lines_of(glyphs: Sequence[Glyph], script: Script) -> list[Line]:
    """Return the lines of a page, in the order in which it was written."""
    riding = _riding(glyphs)
    rows: list[_Row] = []
    for number, glyph in enumerate(glyphs):
        if number not in riding:
            _put(rows, _Row([glyph], *glyph.loose))
    whole = _joined(rows)
    for rider in (glyphs[number] for number in riding):
        over = [row for row in whole if row.left <= rider.middle <= row.right]
        nearest = min(over, key=lambda row: row.height_of(rider), default=None)
        if nearest is not None:
            nearest.glyphs.append(rider)
    return [_line(row.glyphs, script) for row in whole if _is_written(row.glyphs)]


def _joined(rows: list[_Row]) -> list[_Row]:
    """Return lines whole: two parts may have been written before what is between them."""
    while True:
        whole: list[_Row] = []
        for row in rows:
            _put(whole, row)
        if len(whole) == len(rows):
            return whole
        rows = whole


def _riding(glyphs: Sequence[Glyph]) -> list[int]:
    """Return the glyphs that may stand higher or lower than their line: the marks.

    Some programs name the whole cluster at its mark, so a letter of it comes along.
    """
    found = set()
    for number, glyph in enumerate(glyphs):
        if _is_mark(glyph):
            found.add(number)
            beside = (at for at in (number - 1, number + 1) if 0 <= at < len(glyphs))
            found.update(at for at in beside if _is_one_glyph(glyphs[at], glyph))
    return sorted(found)


def _is_one_glyph(one: Glyph, other: Glyph) -> bool:
    return (one.origin, one.baseline) == (other.origin, other.baseline)


def _put(rows: list[_Row], row: _Row) -> None:
    """Join a row to the line that it is part of, or take it for a line of its own."""
    line = next((one for one in reversed(rows[-_ROWS_BACK:]) if one.goes_on_with(row)), None)
    if line is None:
        rows.append(row)
    else:
        line.glyphs.extend(row.glyphs)
        line.left, line.right = min(line.left, row.left), max(line.right, row.right)


def _is_mark(glyph: Glyph) -> bool:
    return unicodedata.combining(glyph.text) > 0


def _is_written(glyphs: Sequence[Glyph]) -> bool:
    return any(glyph.text != "\ufffd" for glyph in glyphs)


def _line(glyphs: list[Glyph], script: Script) -> Line:
    rtl = is_rtl("".join(glyph.text for glyph in glyphs), default=True)
    words = list(_words(_clusters(glyphs, script), rtl=rtl))
    text = " ".join(_logical(word, script, rtl=rtl) for word in _in_order(words, rtl=rtl))
    return Line(
        text=text,
        left=min(glyph.loose[0] for glyph in glyphs),
        right=max(glyph.loose[1] for glyph in glyphs),
        baseline=median(glyph.baseline for glyph in glyphs),
        size=median(glyph.size for glyph in glyphs),
        place=glyphs[0].place,
        rtl=rtl,
        first_word=max(one.right for one in words[0]) - min(one.left for one in words[0]),
    )


@dataclass(slots=True)
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
        if not _is_mark(glyph)
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
    for mark in filter(_is_mark, glyphs):
        nearest = min(clusters, key=lambda one: _apart(one, mark))
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
        marked = unicodedata.combining(one.text[-1]) or unicodedata.combining(other.text[-1])
        return _MARKED if marked else _TOLD
    return _WIDE if one.glyph.line == other.glyph.line else _SPACE


def _place(cluster: _Cluster) -> tuple[float, float]:
    return cluster.glyph.origin, cluster.glyph.middle


def _in_order(words: list[list[_Cluster]], *, rtl: bool) -> Iterator[list[_Cluster]]:
    """Yield words as they are said: several that run the other way are read from their side."""
    for other_way, run in groupby(words, key=_is_latin if rtl else _is_arabic):
        said = list(run)
        yield from reversed(said) if other_way else said


def _is_latin(word: list[_Cluster]) -> bool:
    return any(_direction(one) == "L" for one in word) and not _is_arabic(word)


def _is_arabic(word: list[_Cluster]) -> bool:
    return any(_direction(one) == "R" for one in word)


def _direction(cluster: _Cluster) -> str:
    kind = unicodedata.bidirectional(cluster.text[:1])
    return {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N"}.get(kind, "")


def _logical(word: list[_Cluster], script: Script, *, rtl: bool) -> str:
    """Return a word, given in the order of the eye from the line's side, as it is spelt."""
    said = []
    for other_way, run in groupby(enumerate(word), key=lambda at: _turns(word, at[0], rtl=rtl)):
        letters = [one for _, one in run]
        text = "".join(one.text for one in (reversed(letters) if other_way else letters))
        mirrored = script.marks_mirrored and (rtl != other_way)
        said.append(text.translate(_MIRRORED) if mirrored else text)
    return "".join(said)


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


def _misplaced(text: str, wrong: frozenset[str], right: frozenset[str]) -> int:
    """Return how many marks stand before a word, of one kind, or behind one, of the other."""
    padded = f" {text} "
    return sum(
        (one == " " and two in wrong and three.isalnum())
        or (one.isalnum() and two in right and not three.isalnum())
        for one, two, three in zip(padded, padded[1:], padded[2:], strict=False)
    )
