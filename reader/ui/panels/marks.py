"""The small shapes that tell tags apart without colour."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from reader.model.tags import Tag

MARK = 12  # px; the square that a shape stands in

# A tag's underline on the page decides its shape here, so that a tag which a
# person adds has both.
_SHAPES = {"solid": "square", "dotted": "disc", "dashed": "diamond", "wavy": "triangle"}


def draw_mark(painter: QPainter, square: QRectF, tag: Tag) -> None:
    """Fill a tag's shape in its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(mark_path(square, tag), QColor(tag.colour))
    painter.restore()


def mark_path(square: QRectF, tag: Tag) -> QPainterPath:
    """Return the outline of a tag's shape, sized so that all look equally heavy."""
    path = QPainterPath()
    centre, half = square.center(), square.width() / 2
    shape = _SHAPES.get(tag.line, "square")
    if shape == "disc":
        path.addEllipse(centre, half * 0.84, half * 0.84)
    elif shape == "diamond":
        _add_corners(path, centre, half, ((0, -1), (1, 0), (0, 1), (-1, 0)))
    elif shape == "triangle":
        _add_corners(path, centre, half, ((0, -0.9), (0.95, 0.75), (-0.95, 0.75)))
    else:
        side = half * 0.78
        path.addRoundedRect(QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side), 2, 2)
    return path


def dot_icon(colour: str, side: int) -> QIcon:
    """Return a dot of a colour as an icon of `side` px; an empty icon for no colour."""
    if not colour:
        return QIcon()
    pixmap = QPixmap(QSize(side, side) * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(0.5, 0.5, side - 1, side - 1))
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # or Qt tints it with the ground of the row
    return icon


def draw_lens(painter: QPainter, square: QRectF, colour: QColor) -> None:
    """Draw the sign of a filter box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    radius = square.width() * 0.34
    centre = square.topLeft() + QPointF(radius + 1, radius + 1)
    painter.drawEllipse(centre, radius, radius)
    rim = centre + QPointF(radius * 0.72, radius * 0.72)
    painter.drawLine(rim, square.bottomRight() - QPointF(1, 1))
    painter.restore()


def draw_chevron(painter: QPainter, square: QRectF, colour: QColor) -> None:
    """Draw the sign of something that opens downwards."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    centre, reach = square.center(), square.width() * 0.3
    tip = centre + QPointF(0, reach / 2)
    painter.drawLine(centre + QPointF(-reach, -reach / 2), tip)
    painter.drawLine(tip, centre + QPointF(reach, -reach / 2))
    painter.restore()


def _add_corners(
    path: QPainterPath, centre: QPointF, half: float, corners: tuple[tuple[float, float], ...]
) -> None:
    points = [centre + QPointF(x * half, y * half) for x, y in corners]
    path.moveTo(points[0])
    for point in points[1:]:
        path.lineTo(point)
    path.closeSubpath()
