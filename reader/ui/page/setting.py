"""How blocks are set: fonts, sizes and distances in pixels, from a look."""

from PySide6.QtGui import QFont, QFontMetricsF

from reader.frozen import dataclass
from reader.ui.page.look import PageLook

_GAP = 0.62
_HEADLINE_GAP = 1.0
_HEADLINE_LEADING = 0.86


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of block is set: sizes in pixels, `gap` below the paragraph."""

    font: QFont
    em: int
    leading: int
    ascent: float
    descent: float
    gap: int


@dataclass(frozen=True, slots=True)
class Setting:
    """What all blocks share: a width in pixels and the styles of text and headline."""

    width: int
    text: Style
    headline: Style
    justified: bool = False

    @classmethod
    def of(cls, look: PageLook, width: int, dots_per_inch: float) -> "Setting":
        """Return the setting of a look in a column of a width."""
        em = look.em(dots_per_inch)
        text = _style(look.font(em), em, look.line_height, round(em * _GAP))
        head = look.font(em, headline=True)
        leading = look.line_height * _HEADLINE_LEADING
        headline = _style(head, head.pixelSize(), leading, round(em * _HEADLINE_GAP))
        return cls(width, text, headline, look.justified)


def _style(font: QFont, em: int, line_height: float, gap: int) -> Style:
    metrics = QFontMetricsF(font)
    return Style(font, em, round(em * line_height), metrics.ascent(), metrics.descent(), gap)
