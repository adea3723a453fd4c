"""Colours that words can be read on, and lines that can be seen: WCAG 2.2, 1.4.3 and 1.4.11."""

from PySide6.QtGui import QColor

LEAST_FOR_WORDS = 6.0  # 4.5 is what WCAG asks for; a page is read for hours
LEAST_FOR_LINES = 3.0
_STEP = 0.02


def mixed(one: str, other: str, share: float) -> QColor:
    """Return a colour with a share, from 0 to 1, of another mixed in."""
    first, second = QColor(one), QColor(other)
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two opaque colours, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ground_for(ink: str, paper: str, colour: str, share: float) -> QColor:
    """Return paper with a share of a colour, or as much of it as lets words in ink be read."""
    while share > 0:
        found = mixed(paper, colour, share)
        if contrast(found, QColor(ink)) >= LEAST_FOR_WORDS:
            return found
        share -= _STEP
    return QColor(paper)


def line_on(paper: str, ink: str, colour: str, lift: float) -> QColor:
    """Return a colour with a share `lift` of ink, or as much more as makes it seen on paper."""
    while lift < 1:
        found = mixed(colour, ink, lift)
        if contrast(found, QColor(paper)) >= LEAST_FOR_LINES:
            return found
        lift += _STEP
    return QColor(ink)


def _luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2.2."""
    red, green, blue = map(_linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
