"""A key beside what it does: in a small frame, so that nobody takes it for a count."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from reader.ui.panels.look import Look, blended
from reader.ui.theme import GRID

HEIGHT = 4 * GRID  # px
_PAD = GRID  # px; between the frame and the letter
_ROUND = 3  # px
_EDGE = 0.35  # the share of words in the frame, so that it is seen on a chosen row too


def keycap_width(key: str, font: QFont) -> int:
    """Return the px that a key takes, at least as many as it is high; 0 for none."""
    return max(HEIGHT, QFontMetrics(font).horizontalAdvance(key) + 2 * _PAD) if key else 0


def draw_keycap(painter: QPainter, room: QRect, key: str, look: Look) -> None:
    """Draw a key in the middle of a room, in the painter's font; "" draws nothing."""
    if not key:
        return
    frame = QRectF(0, 0, keycap_width(key, painter.font()), HEIGHT)
    frame.moveCenter(QRectF(room).center())
    frame.moveTo(round(frame.left()) + 0.5, round(frame.top()) + 0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(blended(look.line, look.muted, _EDGE))
    painter.drawRoundedRect(frame.adjusted(0, 0, -1, -1), _ROUND, _ROUND)
    painter.setPen(look.muted)
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), key)
    painter.restore()
