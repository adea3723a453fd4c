"""Words that belong to the current quote and stand beside it: its speaker, its cue.

They are drawn quietly: a line of dots under the words, and a thin curve from them to
the quote, both over the words, so that no letter changes.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.frozen import dataclass
from reader.ui.page.hits import Span
from reader.ui.page.surface import Surface

_WIDTH = 1.4  # px
_FAINT = 0.4  # of the colour, in the curve
_DROP = 0.28  # of the em; from the foot of a line to what is drawn under it


@dataclass(frozen=True, slots=True)
class Ties:
    """The places of words beside a quote, in code points, and where the quote begins."""

    spans: Sequence[Span] = ()
    quote: Span = (0, 0)


class TiePainter:
    """Draws what belongs to the current quote."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self.ties = Ties()

    def paint(self, painter: QPainter, colour: QColor) -> None:
        """Draw the lines and curves in a colour, in pixels of the viewport."""
        if not self.ties.spans:
            return
        target = self._nearest(self.ties.quote)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for span in self.ties.spans:
            pieces = self._surface.rects(*span)
            painter.setPen(QPen(colour, _WIDTH, Qt.PenStyle.DotLine))
            for piece in pieces:
                foot = self._foot(piece)
                painter.drawLine(QPointF(piece.left(), foot), QPointF(piece.right(), foot))
            if pieces and target is not None:
                self._curve(painter, colour, pieces[-1], target)
        painter.restore()

    def _curve(self, painter: QPainter, colour: QColor, piece: QRectF, target: QRectF) -> None:
        faint = QColor(colour)
        faint.setAlphaF(_FAINT)
        painter.setPen(QPen(faint, 1))
        start = QPointF(piece.center().x(), self._foot(piece))
        end_x = target.right() if start.x() > target.center().x() else target.left()
        end = QPointF(end_x, self._foot(target))
        path = QPainterPath(start)
        sag = self._surface.em * 0.5
        path.cubicTo(start + QPointF(0, sag), end + QPointF(0, sag), end)
        painter.drawPath(path)
        painter.setBrush(faint)
        painter.drawEllipse(end, 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _nearest(self, span: Span) -> QRectF | None:
        """Return the first visual piece of the quote."""
        first = self._surface.rects(span[0], min(span[0] + 1, span[1]))
        return first[0] if first else None

    def _foot(self, piece: QRectF) -> float:
        return piece.bottom() - self._surface.em * (0.5 - _DROP)
