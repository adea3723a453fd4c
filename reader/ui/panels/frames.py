"""What the parts of a panel stand in: a hairline between them, and an area that scrolls."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from reader.ui.panels.look import MARGIN, look_of
from reader.ui.theme import GRID


def scrolling(content: QWidget, parent: QWidget) -> QScrollArea:
    """Return an area without a frame that scrolls a panel's content, never sideways."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def sideways(content: QWidget, parent: QWidget) -> QScrollArea:
    """Return an area without a frame that scrolls what is too wide, never up or down."""
    area = scrolling(content, parent)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def bring_into_view(area: QScrollArea, widget: QWidget) -> None:
    """Scroll an area sideways until a widget in it is whole in view.

    QScrollArea.ensureWidgetVisible takes the scroll bar's value for a distance from the left,
    which in an area that runs from the right it is not.
    """
    content: QWidget | None = area.widget()
    room = area.viewport().width()
    if content is None:
        return
    left = widget.mapTo(content, widget.rect().topLeft()).x()
    at = -content.x()
    wanted = min(max(at, left + widget.width() - room), left)
    bar = area.horizontalScrollBar()
    is_mirrored = area.layoutDirection() == Qt.LayoutDirection.RightToLeft
    bar.setValue(bar.maximum() - wanted if is_mirrored else wanted)


class Rule(QWidget):
    """A hairline between the parts of a panel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(4 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        line = QRect(MARGIN, self.height() // 2, self.width() - 2 * MARGIN, 1)
        QPainter(self).fillRect(line, look_of(self).line)
