"""A closed list in a dialog: a combo box that shows it opens downwards, in every theme."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QWidget

from reader.ui.panels.look import look_of
from reader.ui.panels.marks import draw_chevron
from reader.ui.theme import GRID

_SIDE = 3 * GRID  # px


class Dropdown(QComboBox):
    """A combo box whose frame is the style sheet's, and whose sign takes the theme's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        quiet_list(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and a chevron at its end."""
        super().paintEvent(event)
        room = QRect(self.width() - _SIDE - 2 * GRID, (self.height() - _SIDE) // 2, _SIDE, _SIDE)
        look = look_of(self)
        painter = QPainter(self)
        placed = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        draw_chevron(painter, QRectF(placed), look.muted if self.isEnabled() else look.faint)


def quiet_list(combo: QComboBox) -> None:
    """Let the rows of a combo box's list look as the style sheet says, like those of a menu.

    The delegate that Qt gives it paints the current row in the accent, whatever the sheet says.
    """
    combo.setItemDelegate(QStyledItemDelegate(combo))
