"""How far apart two colours look: in CIELAB, and to somebody who has no green cones."""

from math import dist

from PySide6.QtGui import QColor

# sRGB to XYZ with the white of D65 (IEC 61966-2-1), by rows.
_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE = (0.9505, 1.0, 1.089)
# Machado, Oliveira and Fernandes 2009: deuteranopia, severity 1.0, on linear RGB.
_NO_GREEN = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)

Triple = tuple[float, float, float]


def apart(one: QColor, other: QColor) -> float:
    """Return the distance of two colours in CIELAB (CIE 1976); about 2 can just be told."""
    return dist(_lab(_linear(one)), _lab(_linear(other)))


def apart_without_green(one: QColor, other: QColor) -> float:
    """Return how far apart two colours are to a deuteranope."""
    return dist(*(_lab(_by(_NO_GREEN, _linear(each))) for each in (one, other)))


def _linear(colour: QColor) -> Triple:
    def one(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return one(colour.redF()), one(colour.greenF()), one(colour.blueF())


def _by(rows: tuple[Triple, ...], values: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, values, strict=True)) for row in rows)
    return first, second, third


def _lab(linear: Triple) -> Triple:
    def root(part: float) -> float:
        return part ** (1 / 3) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29

    x, y, z = (
        root(max(0.0, part) / white) for part, white in zip(_by(_XYZ, linear), _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
