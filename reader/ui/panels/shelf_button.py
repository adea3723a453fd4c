"""The buttons over the list of articles: the shelf on show, and a filter that is set."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QToolButton, QWidget

from reader.ui.panels.look import RADIUS, look_of, small
from reader.ui.panels.marks import draw_chevron
from reader.ui.panels.menus import PLAIN_BUTTON
from reader.ui.theme import GRID

_CHEVRON = 10  # px


class ShelfButton(QToolButton):
    """The name of the shelf on show, with a chevron; it opens and closes the tree."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shelfButton")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(self.sizePolicy().Policy.Ignored, self.sizePolicy().Policy.Preferred)
        self.setStyleSheet(f"{PLAIN_BUTTON} QToolButton:checked {{ background: transparent; }}")
        self.setToolTip(self.tr("Collections and labels (Space)"))
        self._name = ""
        self._count = ""

    def say(self, name: str, count: str) -> None:
        """Show a shelf's name and how many articles the list has."""
        self._name, self._count = name, count
        self.setAccessibleName(f"{name}, {count}")
        self.update()

    def words(self) -> tuple[str, str]:
        """Return what is shown."""
        return self._name, self._count

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(20 * GRID, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chevron, the name, and the number after it."""
        super().paintEvent(event)
        look = look_of(self)
        painter = QPainter(self)
        square = QRectF(2 * GRID, (self.height() - _CHEVRON) / 2, _CHEVRON, _CHEVRON)
        placed = QRectF(self._placed(square))
        if self.isChecked():
            draw_chevron(painter, placed, look.muted)
        else:
            painter.save()
            painter.translate(placed.center())
            painter.rotate(90 if self.isRightToLeft() else -90)
            painter.translate(-placed.center())
            draw_chevron(painter, placed, look.muted)
            painter.restore()
        start = 2 * GRID + _CHEVRON + 2 * GRID
        painter.setFont(self.font())
        painter.setPen(look.ink)
        metrics = painter.fontMetrics()
        number_width = metrics.horizontalAdvance(self._count) + GRID
        room = self.width() - start - number_width - 2 * GRID
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(name)
        line = QRectF(start, 0, width + 1, self.height())
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(QRectF(self._placed(line)), flags, name)
        painter.setPen(look.muted)
        number = QRectF(start + width + 2 * GRID, 0, number_width, self.height())
        painter.drawText(QRectF(self._placed(number)), flags, self._count)

    def _placed(self, square: QRectF) -> QRectF:
        rect = QStyle.visualRect(self.layoutDirection(), self.rect(), square.toAlignedRect())
        return QRectF(rect)


class FilterChip(QToolButton):
    """A filter that is set; a click, Space or Delete takes it away."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(f"{words}  ×")
        self.setFont(small(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setStyleSheet(
            f"QToolButton {{ padding: 2px {2 * GRID}px; border-radius: {RADIUS}px;"
            " border: 1px solid palette(mid); }"
        )
