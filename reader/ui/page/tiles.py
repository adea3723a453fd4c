"""The lines that tell tags apart, drawn once as tiles and then only copied."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

_SOLID_LENGTH = 32


class LineTiles:
    """Keeps one tile for each style, colour and thickness, for screens of one pixel ratio."""

    def __init__(self, pixel_ratio: float) -> None:
        self.pixel_ratio = pixel_ratio
        self._kept: dict[tuple[str, int, int], QPixmap] = {}

    def of(self, style: str, colour: QColor, thickness: float) -> QPixmap:
        """Return the tile of a line style (see `Tag.line`), to be repeated from left to right.

        A style that is not known is drawn solid. The tile is as high as the line needs.
        """
        width = max(1, round(thickness * self.pixel_ratio))
        key = style, colour.rgba(), width
        tile = self._kept.get(key)
        if tile is None:
            tile = _STYLES.get(style, _solid)(colour, width)
            tile.setDevicePixelRatio(self.pixel_ratio)
            self._kept[key] = tile
        return tile


def _canvas(width: float, height: float) -> QPixmap:
    tile = QPixmap(QSizeF(width, height).toSize())
    tile.fill(Qt.GlobalColor.transparent)
    return tile


def _solid(colour: QColor, width: int) -> QPixmap:
    tile = _canvas(_SOLID_LENGTH, width)
    tile.fill(colour)
    return tile


def _dotted(colour: QColor, width: int) -> QPixmap:
    tile = _canvas(2 * width + 1, width)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(0, 0, width, width))
    painter.end()
    return tile


def _dashed(colour: QColor, width: int) -> QPixmap:
    tile = _canvas(7 * width, width)
    painter = QPainter(tile)
    painter.fillRect(0, 0, round(4.5 * width), width, colour)
    painter.end()
    return tile


def _wavy(colour: QColor, width: int) -> QPixmap:
    half, swing = width * 2, width * 1.5
    height = width * 3
    tile = _canvas(half * 2, height)
    path = QPainterPath(QPointF(-half, height / 2))
    for number in range(4):
        side = swing if number % 2 else -swing
        x = (number - 1) * half
        path.quadTo(QPointF(x + half / 2, height / 2 + side), QPointF(x + half, height / 2))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    painter.drawPath(path)
    painter.end()
    return tile


_STYLES: Mapping[str, Callable[[QColor, int], QPixmap]] = {
    "solid": _solid,
    "dotted": _dotted,
    "dashed": _dashed,
    "wavy": _wavy,
}
