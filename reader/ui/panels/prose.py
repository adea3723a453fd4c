"""Words painted in lists: each text in its own direction, cut where it stops fitting."""

import re
from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from reader.label import Language
from reader.text.controls import guarded
from reader.text.direction import is_rtl

_JOINED = re.compile("[0-9]+(?:[-/:–][0-9]+)+")
_LONGEST = 400  # characters; no row has room for more, and shaping costs


def flat(text: str) -> str:
    """Return a text as one line, short enough to paint, its control characters shown."""
    return guarded(" ".join(text[:_LONGEST].split()))


def tooltip(text: str) -> str:
    """Return a foreign text for a tooltip, in its own direction, nothing in it taken for HTML.

    Qt guesses whether a tooltip is rich text, so one that looks like it must be
    rich text with everything escaped (SEC-1).
    """
    way = "rtl" if is_rtl(text) else "ltr"
    return f'<p dir="{way}">{escape(flat(text))}</p>'


def listed(parts: Iterable[str], language: Language) -> str:
    """Return what there is of some parts in one line.

    In Arabic a comma stands between them: a middle dot beside digits reads as the zero ٠.
    """
    return ("، " if language == "ar" else " · ").join(part for part in parts if part)


# By whether a text runs, and begins, at the right: worked out once, each line that is drawn asks.
_FORCED = (int(Qt.TextFlag.TextForceLeftToRight), int(Qt.TextFlag.TextForceRightToLeft))
_SIDES = (int(Qt.AlignmentFlag.AlignLeft), int(Qt.AlignmentFlag.AlignRight))
_ONE_LINE = (
    int(Qt.TextFlag.TextSingleLine)
    | int(Qt.AlignmentFlag.AlignAbsolute)
    | int(Qt.AlignmentFlag.AlignVCenter)
)


def numbers_kept(sentence: str) -> str:
    """Return a sentence for display in which 2020-03-26 does not turn into 26-03-2020.

    Digits joined by hyphens are several runs to UAX #9, so each such number is isolated.
    """
    return _JOINED.sub("\u2066\\g<0>\u2069", sentence)


def draw_line(
    painter: QPainter, rect: QRect, text: str, *, rtl: bool, from_right: bool | None = None
) -> None:
    """Draw one line in the painter's font and pen, in a direction (UAX #9).

    It stands at the side where it begins, or where `from_right` says. What does
    not fit is cut at the text's end.
    """
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    right = rtl if from_right is None else from_right
    painter.drawText(rect, _FORCED[rtl] | _SIDES[right] | _ONE_LINE, shown)


def draw_own(painter: QPainter, rect: QRect, text: str, *, default: bool) -> None:
    """Draw one line in its own direction; `default` (right to left?) for one without letters."""
    draw_line(painter, rect, text, rtl=is_rtl(text, default))


def draw_title(painter: QPainter, rect: QRect, text: str, *, default: bool) -> None:
    """Draw a text of at most two lines in its own direction, the second one cut."""
    rtl = is_rtl(text, default)
    lines = _two_lines(text, painter.fontMetrics(), rect.width())
    height = rect.height() if len(lines) == 1 else rect.height() // 2
    for number, line in enumerate(lines):
        place = QRect(rect.left(), rect.top() + number * height, rect.width(), height)
        draw_line(painter, place, line, rtl=rtl)


def fits(text: str, font: QFont, width: int) -> bool:
    """Tell whether a text needs only one line of a width, in px."""
    return QFontMetrics(font).horizontalAdvance(text) <= width


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """Return the first line as it breaks between words and all the rest, or what fits in one."""
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    words = text.split(" ")
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(" ".join(words[:middle])) <= width:
            low = middle
        else:
            high = middle - 1
    # A word that is too long stands above nothing.
    return " ".join(words[:low]), " ".join(words[low:])
