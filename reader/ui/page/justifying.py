"""Lines filled to both edges, where Qt alone would leave them crooked."""

import regex
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

_TWO_SCRIPTS = regex.compile(r"\p{Latin}.*\s.*\p{Arabic}|\p{Arabic}.*\s.*\p{Latin}", regex.DOTALL)


def text_option(*, rtl: bool, justified: bool) -> QTextOption:
    """Return how a paragraph of a direction is set."""
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    # Qt justifies nothing whose alignment is said to be absolute as well.
    filled = Qt.AlignmentFlag.AlignJustify
    option = QTextOption(filled if justified else side | Qt.AlignmentFlag.AlignAbsolute)
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def line_start(
    layout: QTextLayout, line: QTextLine, words: str, *, width: float, space: float, rtl: bool
) -> float:
    """Return the x at which a justified line begins so that all lines keep their edges.

    `words` are the line's own, `width` is that of the column, `space` the advance of
    one space, in pixels. Qt fills a line together with the space that ends it, and
    hangs that at the wrong side of a line from right to left. And it widens the
    spaces of one script only, which tears holes into a line of two: such a line is
    left as wide as it is.
    """
    last = line.textStart() + line.textLength() >= len(layout.text())
    if last or not words[-1:].isspace():
        return 0.0
    hung = (len(words) - len(words.rstrip())) * space if rtl else 0.0
    if not _TWO_SCRIPTS.search(words):
        return hung
    kept, natural = line.textLength(), line.naturalTextWidth()
    line.setLineWidth(natural + 1)
    if line.textLength() != kept:
        line.setLineWidth(width)
        return hung
    return width - natural - 1 if rtl else 0.0
