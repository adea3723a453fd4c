"""Arabic for software that neither joins its letters nor orders them.

What comes out is a picture made of characters: for terminals without bidi and old
design software, on a copy. It must never reach Qt, the database or an export.
"""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

import regex
from arabic_reshaper import ArabicReshaper
from bidi import algorithm
from bidi.mirror import MIRRORED

from reader.text.direction import is_rtl

# The bidi library stops at isolates (UAX #9, X5a) and leaves marks in; neither has a picture.
_CONTROLS = regex.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# All that UAX #9 takes for the end of a paragraph: behind it a line would begin anew.
_LINE_END = regex.compile("\r\n|[\n\r\x1c-\x1e\x85\u2029]|\u2028")
_JOINER = "\u200d"
_ARABIC = regex.compile("[\\p{Arabic}\u0640\u064b-\u0655]")
_GRAPHEME = regex.compile(r"\X")
_EMOJI_STYLE = "\ufe0f"

_RESHAPING = {
    "delete_harakat": False,
    "delete_tatweel": False,
    # Few fonts of terminals have U+FDF2, and the word reads as well without.
    "ARABIC LIGATURE ALLAH": False,
}


def visual_lines(text: str, columns: int = 0) -> str:
    """Return a text reshaped and in visual order, line by line.

    `columns` wraps lines, in reading order, so that none is wider; 0 leaves them whole.
    Harakat and tatweel stay, each mark behind its letter; what belongs to one
    grapheme stays together. Each line has the direction of its paragraph.
    """
    reshaper = ArabicReshaper(_RESHAPING)
    whole_rtl = is_rtl(text)
    lines: list[str] = []
    for paragraph in _LINE_END.split(_CONTROLS.sub("", text)):
        rtl = is_rtl(paragraph, whole_rtl)
        wrapped = _wrapped(_GRAPHEME.findall(_shaped(reshaper, paragraph)), columns)
        lines += ("".join(_ordered(line, rtl=rtl)) for line in wrapped)
    return "\n".join(lines)


def _shaped(reshaper: ArabicReshaper, paragraph: str) -> str:
    """Return a paragraph with its letters joined, in reading order.

    The reshaper takes joiners away and counts wrongly behind them: so it is given
    what stands between two, and a joiner only where it gives a letter its form.
    """
    *joined, last = paragraph.split(_JOINER)
    shaped = [
        reshaper.reshape(piece + _JOINER)
        if _ARABIC.fullmatch(piece[-1:])
        else reshaper.reshape(piece) + _JOINER
        for piece in joined
    ]
    return "".join([*shaped, reshaper.reshape(last)])


def _ordered(graphemes: list[str], *, rtl: bool) -> Iterator[str]:
    """Yield the graphemes of a line from left to right, brackets mirrored (UAX #9, L2 to L4).

    The library orders characters; here each stands for a grapheme, by its base.
    """
    level = int(rtl)
    storage = algorithm.get_empty_storage()
    storage.update(base_level=level, base_dir="LR"[level])
    for grapheme in graphemes:
        # What Unicode has not assigned has no class either; it is taken for a symbol.
        kind = unicodedata.bidirectional(grapheme[0]) or "ON"
        storage["chars"].append({"ch": grapheme, "level": level, "type": kind, "orig": kind})
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, None)
    algorithm.resolve_implicit_levels(storage, None)
    algorithm.reorder_resolved_levels(storage, None)
    for char in storage["chars"]:
        base, marks = char["ch"][0], char["ch"][1:]
        yield (MIRRORED.get(base, base) if char["level"] % 2 else base) + marks


def _wrapped(graphemes: list[str], columns: int) -> Iterator[list[str]]:
    """Yield the lines of a paragraph, broken at spaces; a word too wide for a line is cut."""
    if columns <= 0:
        yield graphemes
        return
    line: list[str] = []
    width = 0
    spaces: list[str] = []
    for is_space, group in groupby(graphemes, str.isspace):
        if is_space:
            spaces = list(group)
            continue
        word = list(group)
        size = sum(map(_width, word))
        if line and width + len(spaces) + size > columns:
            yield line
            line, width, spaces = [], 0, []
        line += spaces
        width += len(spaces)
        spaces = []
        for grapheme in word:
            if line and width + _width(grapheme) > columns:
                yield line
                line, width = [], 0
            line.append(grapheme)
            width += _width(grapheme)
    yield line


def _width(grapheme: str) -> int:
    """Return how many columns of a terminal a grapheme takes (UAX #11)."""
    wide = unicodedata.east_asian_width(grapheme[0]) in {"W", "F"} or _EMOJI_STYLE in grapheme
    return 2 if wide else 1
