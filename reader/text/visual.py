"""Arabic for software that neither joins its letters nor orders them.

What comes out is a picture made of characters: for terminals without bidi and old
design software, on a copy. It must never reach Qt, the database or an export.
"""

import regex
from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display

from reader.text.direction import is_rtl

# The bidi library stops at isolates and leaves marks in: they have no picture anyway.
_CONTROLS = regex.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LINE_END = regex.compile("\r\n|[\n\r\u2028\u2029]")
_TOKEN = regex.compile(r"\s+|\S+")
_GRAPHEME = regex.compile(r"\X")
# A pictogram of several code points (UTS #51) would be turned around: one neutral
# character stands in for it while the line is ordered.
_PICTOGRAM = regex.compile(r"(?=[\p{Extended_Pictographic}\p{Regional_Indicator}])\X")
_STAND_INS = range(0x2600, 0x2700)
_MARKED = regex.compile("([\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+)(\\p{L})")


def visual_lines(text: str, columns: int = 0) -> str:
    """Return a text reshaped and in visual order, line by line.

    `columns` wraps lines, in logical order, at so many columns; 0 leaves them whole.
    Harakat and tatweel stay. Each line has the direction of its paragraph.
    """
    reshaper = ArabicReshaper({"delete_harakat": False, "delete_tatweel": False})
    lines = []
    for paragraph in _LINE_END.split(_CONTROLS.sub("", text)):
        rtl = is_rtl(paragraph)
        for line in _wrapped(paragraph, columns):
            lines.append(_drawn(reshaper, line, rtl=rtl))
    return "\n".join(lines)


def _drawn(reshaper: ArabicReshaper, line: str, *, rtl: bool) -> str:
    """Return one line, shaped and ordered, its pictograms whole."""
    free = (chr(code) for code in _STAND_INS if chr(code) not in line)
    clusters = dict.fromkeys(_PICTOGRAM.findall(line))
    stand_ins = dict(zip(clusters, free, strict=False))
    for cluster, stand_in in stand_ins.items():
        line = line.replace(cluster, stand_in)
    shown = _ordered(reshaper.reshape(line), rtl=rtl)
    for cluster, stand_in in stand_ins.items():
        shown = shown.replace(stand_in, cluster)
    return shown


def _ordered(line: str, *, rtl: bool) -> str:
    """Return a line in visual order, each letter before its marks again (UAX #9, rule L3)."""
    visual = get_display(line, base_dir="R" if rtl else "L") if line else ""
    return str(_MARKED.sub(_letter_first, visual))


def _wrapped(paragraph: str, columns: int) -> list[str]:
    if columns <= 0:
        return [paragraph]
    lines, line, width = [], "", 0
    for token in _TOKEN.findall(paragraph):
        size = len(_GRAPHEME.findall(token))
        if width + size > columns and line.strip():
            lines.append(line.rstrip())
            line, width = "", 0
            if token.isspace():
                continue
        line += token
        width += size
    lines.append(line.rstrip())
    return lines


def _letter_first(match: "regex.Match[str]") -> str:
    return f"{match.group(2)}{match.group(1)[::-1]}"
