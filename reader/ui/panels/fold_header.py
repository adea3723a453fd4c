"""A quiet line that opens and closes what stands under it."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from reader.ui.panels.list_view import is_enter
from reader.ui.panels.look import MARGIN, RADIUS, line_height, look_of, small
from reader.ui.panels.own_line import begins_right
from reader.ui.panels.prose import draw_own
from reader.ui.theme import GRID

_CHEVRON = 8  # px


class FoldHeader(QAbstractButton):
    """A title with a chevron, and beside it how much stands under it; checked when it is open."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = ""
        self._is_short = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_count(self, count: str, *, is_short: bool = False) -> None:
        """Show how much stands under the title, "" for nothing; in red where it `is_short`."""
        self._count, self._is_short = count, is_short
        self.setAccessibleDescription(count)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or close at Enter too."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the size of a line with air around it."""
        return QSize(20 * GRID, line_height(small(self.font())) + 3 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chevron, the title and the count."""
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            ground = QRectF(self.rect()).adjusted(GRID + 0.5, 1.5, -GRID - 0.5, -1.5)
            painter.setPen(QPen(look.accent, 1) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.hover)
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        from_right = begins_right(self)
        room = self.rect().adjusted(MARGIN, 0, -MARGIN, 0)
        self._paint_chevron(painter, self._placed(room, 0, _CHEVRON), from_right)
        painter.setFont(small(self.font(), QFont.Weight.DemiBold))
        painter.setPen(look.ink if self.isChecked() else look.muted)
        start = _CHEVRON + 2 * GRID
        width, beside = self._shares(painter.fontMetrics(), room.width() - start)
        draw_own(painter, self._placed(room, start, width), self.text(), default=from_right)
        painter.setFont(small(self.font()))
        painter.setPen(look.danger if self._is_short else look.muted)
        rest = self._placed(room, start + width + 2 * GRID, beside)
        draw_own(painter, rest, self._count, default=from_right)

    def _shares(self, of_title: QFontMetrics, room: int) -> tuple[int, int]:
        """Return the widths of the title and of the count, in px: the title gives way."""
        beside = QFontMetrics(small(self.font())).horizontalAdvance(self._count) + 2
        taken = beside + 2 * GRID if self._count else 0
        return max(0, min(of_title.horizontalAdvance(self.text()) + 2, room - taken)), beside

    def _placed(self, room: QRect, start: int, width: int) -> QRect:
        part = QRect(room.left() + start, room.top(), width, room.height())
        return QStyle.visualRect(self.layoutDirection(), room, part)

    def _paint_chevron(self, painter: QPainter, square: QRect, from_right: bool) -> None:
        painter.save()
        painter.translate(QRectF(square).center())
        if not self.isChecked():
            painter.rotate(90 if from_right else -90)
        pen = QPen(look_of(self).muted, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        reach = _CHEVRON * 0.4
        painter.drawPolyline(
            [QPointF(-reach, -reach / 2), QPointF(0, reach / 2), QPointF(reach, -reach / 2)]
        )
        painter.restore()
