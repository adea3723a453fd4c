"""The small signs that stand before the names of shelves."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.model.article_filter import Shelf
from reader.ui.panels.look import Look

SIGN = 14  # px; the square that a sign stands in

# Strokes in a square of 14 px, each a line through points.
_Stroke = tuple[tuple[float, float], ...]
_SIGNS: Mapping[str, tuple[_Stroke, ...]] = {
    "all": (
        ((2, 2.5), (12, 2.5), (12, 12), (2, 12), (2, 2.5)),
        ((4.5, 5.5), (9.5, 5.5)),
        ((4.5, 8.5), (9.5, 8.5)),
    ),
    "recent": (
        ((7, 1.5), (10.9, 3.1), (12.5, 7), (10.9, 10.9), (7, 12.5), (3.1, 10.9), (1.5, 7),
         (3.1, 3.1), (7, 1.5)),
        ((7, 4.2), (7, 7), (9, 8.4)),
    ),
    "collection": (
        ((1.5, 11.5), (1.5, 3), (5.2, 3), (6.6, 4.6), (12.5, 4.6), (12.5, 11.5), (1.5, 11.5)),
    ),
    "unfiled": (
        ((2, 7.5), (2, 11.5), (12, 11.5), (12, 7.5)),
        ((2, 7.5), (4.5, 7.5), (5.5, 9.2), (8.5, 9.2), (9.5, 7.5), (12, 7.5)),
    ),
    "duplicates": (
        ((4.5, 2), (12, 2), (12, 9.5), (4.5, 9.5), (4.5, 2)),
        ((4.5, 4.5), (2, 4.5), (2, 12), (9.5, 12), (9.5, 9.5)),
    ),
    "trash": (
        ((2, 3.8), (12, 3.8)),
        ((5.2, 3.8), (5.2, 2), (8.8, 2), (8.8, 3.8)),
        ((3.2, 3.8), (3.9, 12.2), (10.1, 12.2), (10.8, 3.8)),
    ),
}  # fmt: skip


def draw_sign(painter: QPainter, square: QRectF, shelf: Shelf, colour: str, look: Look) -> None:
    """Draw the small sign of a shelf in a square of 14 px."""
    if shelf.kind == "label":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(square.adjusted(2.5, 2.5, -2.5, -2.5))
        return
    pen = QPen(look.muted, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath()
    for stroke in _SIGNS.get(shelf.kind, _SIGNS["all"]):
        points = [(square.left() + x, square.top() + y) for x, y in stroke]
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
    painter.drawPath(path)
