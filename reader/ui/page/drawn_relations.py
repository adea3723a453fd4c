"""Relations as they are drawn: a bracket beside the words, or an arc within a line."""

from collections.abc import Iterable
from math import copysign

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from reader.frozen import dataclass
from reader.ui.page.look import PageColours
from reader.ui.page.surface import Surface

Span = tuple[int, int]

# In ems of the text.
_FIRST_LANE, _LANE, _MOST_LANES = 0.35, 0.42, 4
_LETTERS, _ARROW, _RISE = 0.46, 0.16, 0.34
_LEADER_ALPHA, _GROUND_ALPHA = 0.45, 0.8


@dataclass(frozen=True, slots=True)
class DrawnRelation:
    """A relation between two spans, in code points; `words` name it."""

    start: Span
    end: Span
    words: str


class RelationPainter:
    """Paints the relations that are to be seen; none unless they are set."""

    def __init__(self, surface: Surface) -> None:
        self.shown: tuple[DrawnRelation, ...] = ()
        self._surface = surface

    def paint(self, painter: QPainter, area: QRectF, colours: PageColours) -> None:
        """Paint over what lies in an area of the viewport."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area)
        lane = 0
        for tie in self.shown:
            first, last = self._line_of(tie.start), self._line_of(tie.end)
            if first is None or last is None:
                continue
            painter.setPen(QPen(QColor(colours.accent), max(1.2, self._surface.em / 18)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if abs(first.center().y() - last.center().y()) < first.height() / 2:
                self._paint_arc(painter, (first, last), tie.words, colours)
            else:
                self._paint_bracket(painter, (first, last), tie.words, lane % _MOST_LANES, colours)
                lane += 1
        painter.end()

    def _line_of(self, span: Span) -> QRectF | None:
        """Return the piece of a span that is read first, in pixels of the viewport."""
        pieces = self._surface.rects(*span)
        if not pieces:
            return None
        top = min(one.top() for one in pieces)
        first = [one for one in pieces if one.top() < top + 1]
        whole = first[0]
        for one in first[1:]:
            whole = whole.united(one)
        return whole

    def _paint_arc(
        self, painter: QPainter, ends: tuple[QRectF, QRectF], words: str, colours: PageColours
    ) -> None:
        em = self._surface.em
        one, other = (QPointF(rect.center().x(), rect.top()) for rect in ends)
        top = QPointF((one.x() + other.x()) / 2, min(one.y(), other.y()) - 2 * _RISE * em)
        path = QPainterPath(one)
        path.quadTo(top, other)
        painter.drawPath(path)
        self._paint_arrow(painter, other, QPointF(0, 1), colours)
        font = self._font(painter)
        metrics = QFontMetricsF(font)
        box = QRectF(0, 0, metrics.horizontalAdvance(words) + 0.4 * em, metrics.height())
        box.moveCenter(path.pointAtPercent(0.5))
        ground = QColor(colours.paper)
        ground.setAlphaF(_GROUND_ALPHA)  # it may lie over words of the line above
        painter.fillRect(box, ground)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_bracket(
        self,
        painter: QPainter,
        ends: tuple[QRectF, QRectF],
        words: str,
        lane: int,
        colours: PageColours,
    ) -> None:
        surface, em = self._surface, self._surface.em
        rtl = surface.text.is_mostly_rtl
        edge = float(surface.left + (surface.columns.width if rtl else 0))
        outward = 1.0 if rtl else -1.0
        x = edge + outward * em * (_FIRST_LANE + lane * _LANE)
        self._paint_leaders(painter, ends, edge, colours, rtl=rtl)
        first, last = (QPointF(edge + outward * 2, rect.bottom()) for rect in ends)
        way = copysign(1.0, last.y() - first.y())
        round_by = min(em * 0.3, abs(last.y() - first.y()) / 2, abs(x - first.x()))
        path = QPainterPath(first)
        path.lineTo(x - outward * round_by, first.y())
        path.quadTo(QPointF(x, first.y()), QPointF(x, first.y() + way * round_by))
        path.lineTo(x, last.y() - way * round_by)
        path.quadTo(QPointF(x, last.y()), QPointF(x - outward * round_by, last.y()))
        path.lineTo(last)
        painter.drawPath(path)
        self._paint_arrow(painter, last, QPointF(-outward, 0), colours)
        upper = max(min(first.y(), last.y()), 0.0)
        lower = min(max(first.y(), last.y()), float(surface.height))
        self._paint_along(painter, QPointF(x, (upper + lower) / 2), lower - upper, words, colours)

    def _paint_leaders(
        self,
        painter: QPainter,
        ends: Iterable[QRectF],
        edge: float,
        colours: PageColours,
        *,
        rtl: bool,
    ) -> None:
        """Lead from the edge of the column to where each span begins, under the line."""
        faint = QColor(colours.accent)
        faint.setAlphaF(_LEADER_ALPHA)
        painter.save()
        painter.setPen(QPen(faint, 1, Qt.PenStyle.DotLine))
        for rect in ends:
            begin = rect.right() if rtl else rect.left()
            painter.drawLine(QPointF(edge, rect.bottom()), QPointF(begin, rect.bottom()))
        painter.restore()

    def _paint_arrow(
        self, painter: QPainter, tip: QPointF, way: QPointF, colours: PageColours
    ) -> None:
        size = self._surface.em * _ARROW
        across = QPointF(-way.y(), way.x())
        corners = [tip, tip - way * 2 * size + across * size, tip - way * 2 * size - across * size]
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawPolygon(QPolygonF(corners))
        painter.restore()

    def _paint_along(
        self, painter: QPainter, middle: QPointF, room: float, words: str, colours: PageColours
    ) -> None:
        """Write along a line from top to bottom, where it is long enough."""
        font = self._font(painter)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(words) + self._surface.em * 0.4
        if width > room:
            return
        box = QRectF(-width / 2, -metrics.height() / 2, width, metrics.height())
        painter.save()
        painter.translate(middle)
        painter.rotate(-90)
        painter.fillRect(box, QColor(colours.paper))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _font(self, painter: QPainter) -> QFont:
        font = QFont(painter.font())
        font.setPixelSize(max(10, round(self._surface.em * _LETTERS)))
        return font
