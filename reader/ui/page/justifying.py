"""Lines filled to both edges, where Qt alone would leave them crooked."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLine, QTextOption

from reader.text.patterns import pattern
from reader.ui.page.measuring import extents

_TWO_SCRIPTS = pattern(r"(?s)\p{Latin}.*\s.*\p{Arabic}|\p{Arabic}.*\s.*\p{Latin}")


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


def spare_two_scripts(line: QTextLine, words: str, width: float) -> None:
    """Leave a line of two scripts as wide as it is; `words` are its own.

    Qt widens the spaces of one script only, which tears holes into such a line.
    """
    if not _TWO_SCRIPTS.search(words):
        return
    kept = line.textLength()
    line.setLineWidth(line.naturalTextWidth() + 1)
    if line.textLength() != kept:
        line.setLineWidth(width)


def put_at_edge(line: QTextLine, words_unit: int, width: float) -> None:
    """Bring a line from right to left to the right edge of its column.

    `words_unit` is where its words end, in UTF-16 units. Qt fills a line together
    with the space that ends it, and hangs that at the wrong side.
    """
    if line.width() < width:
        line.setPosition(line.position() + QPointF(width - line.width(), 0))
        return
    shown = extents(line, line.textStart(), words_unit)
    if shown:
        right = max(extent.right for extent in shown)
        line.setPosition(line.position() + QPointF(width - right, 0))
