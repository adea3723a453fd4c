"""What the rows of both lists have in common."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from reader.ui.panels.look import MARGIN, Look, look_of
from reader.ui.theme import GRID

_BAR = 3  # px; the stroke at the beginning of the current row


def is_mirrored(option: QStyleOptionViewItem) -> bool:
    """Tell whether the list runs from right to left."""
    return option.direction == Qt.LayoutDirection.RightToLeft


def place(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    """Return a rectangle, laid out from left to right, where it stands in this list."""
    return QStyle.visualRect(option.direction, option.rect, rect)


def draw_ground(
    painter: QPainter, option: QStyleOptionViewItem, look: Look, *, marked: bool
) -> None:
    """Paint a row's ground, the hairline under it, and a stroke where it is `marked`.

    A list without the keyboard keeps its chosen rows, only paler.
    """
    state = option.state
    rect = option.rect
    if state & QStyle.StateFlag.State_Selected:
        ground = look.chosen if state & QStyle.StateFlag.State_Active else look.hover
        painter.fillRect(rect, ground)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, look.hover)
    line = QRect(rect.left() + MARGIN, rect.bottom(), rect.width() - 2 * MARGIN, 1)
    painter.fillRect(line, look.line)
    if marked:
        bar = QRect(rect.left(), rect.top() + GRID, _BAR, rect.height() - 2 * GRID - 1)
        painter.fillRect(place(option, bar), look.accent)


def draw_waiting(view: QAbstractItemView) -> None:
    """Show that a list has the keyboard while no row of it does, by a line at its top."""
    if view.hasFocus() and not view.currentIndex().isValid():
        painter = QPainter(view.viewport())
        painter.fillRect(0, 0, view.viewport().width(), _BAR, look_of(view).accent)
