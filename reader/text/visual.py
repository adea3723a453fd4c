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
            shaped = reshaper.reshape(line)
            lines.append(_ordered(shaped, rtl=rtl))
    return "\n".join(lines)


def _ordered(line: str, *, rtl: bool) -> str:
    """Return a line in visual order, each base letter still before its marks."""
    visual = get_display(line, base_dir="R" if rtl else "L") if line else ""
    return str(visual)


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
