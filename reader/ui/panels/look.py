"""The panels' colours, type and spacing, drawn from the theme's palette.

Nothing here names a colour: a theme is a palette (`ui/theme.py`), and what the
palette has no role for is blended from two that it has.
"""

from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QWidget

from reader.frozen import dataclass
from reader.ui.page.legible import contrast
from reader.ui.theme import GRID, TypeScale

MARGIN = 3 * GRID  # px; from a panel's edge to its words
RADIUS = GRID  # px; corners of chips and fields
LEAST_FOR_HINTS = 4.5
_SHARES_OF_MUTED = (0.8, 0.85, 0.9, 0.95)
_SCALE = TypeScale()
_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Window,
    QPalette.ColorRole.PlaceholderText,
    QPalette.ColorRole.Highlight,
    QPalette.ColorRole.Base,
    QPalette.ColorRole.Mid,
    QPalette.ColorRole.BrightText,
)


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a panel.

    `ink`, `muted` and `faint` are words, ever quieter, `line` hairlines, `surface`
    the panel, `raised` a field in use, `hover` and `chosen` the ground of a row or chip.
    """

    ink: QColor
    muted: QColor
    faint: QColor
    line: QColor
    surface: QColor
    raised: QColor
    hover: QColor
    chosen: QColor
    accent: QColor
    danger: QColor


def look_of(widget: QWidget) -> Look:
    """Return the colours of a widget's palette."""
    palette = widget.palette()
    return _look(*(palette.color(role).rgba() for role in _ROLES))


@lru_cache(maxsize=16)
def _look(*colours: int) -> Look:
    """Return the colours of a palette, worked out once: each row that is painted asks for them."""
    ink, surface, muted, accent, raised, line, danger = map(QColor.fromRgba, colours)
    hover = blended(surface, ink, 0.04)
    return Look(
        ink=ink,
        muted=muted,
        faint=_fainter(muted, (surface, raised, hover)),
        line=line,
        surface=surface,
        raised=raised,
        hover=hover,
        chosen=blended(surface, accent, 0.14),
        accent=accent,
        danger=danger,
    )


def blended(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return `ground` with a share (0 to 1) of `colour` mixed in."""
    return QColor.fromRgbF(
        ground.redF() + (colour.redF() - ground.redF()) * share,
        ground.greenF() + (colour.greenF() - ground.greenF()) * share,
        ground.blueF() + (colour.blueF() - ground.blueF()) * share,
    )


def _fainter(muted: QColor, grounds: tuple[QColor, ...]) -> QColor:
    """Return a quieter colour of words that can still be read on each ground (WCAG 2.2, 1.4.3)."""
    for share in _SHARES_OF_MUTED:
        found = blended(grounds[0], muted, share)
        if all(contrast(found, ground) >= LEAST_FOR_HINTS for ground in grounds):
            return found
    return muted


def small(font: QFont, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return a font at the size of secondary words."""
    return _sized(font, _SCALE.small, weight)


def body(font: QFont, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return a font at the size of ordinary words."""
    return _sized(font, _SCALE.body, weight)


def heading(font: QFont, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return a font at the size of quoted words."""
    return _sized(font, _SCALE.heading, weight)


def line_height(font: QFont) -> int:
    """Return the height of a line, in px, on the grid."""
    return -(-QFontMetrics(font).height() // GRID) * GRID


def input_height(font: QFont) -> int:
    """Return the height, in px, of a value of one line: what is chosen stands as what is typed."""
    return QFontMetrics(body(font)).height() + 2  # QLineEdit's own margins, 1 px above and below


def _sized(font: QFont, points: float, weight: QFont.Weight) -> QFont:
    sized = QFont(font)
    sized.setPointSizeF(points)
    sized.setWeight(weight)
    return sized
