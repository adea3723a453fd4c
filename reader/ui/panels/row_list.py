"""What the lists of articles and of annotations share: rows of one height, several chosen."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QTableView,
    QWidget,
)

from reader.ui.panels.list_view import Act, OwnKeys, make_rows, row_at_end, take_height
from reader.ui.panels.rows import draw_waiting


class RowList(QTableView):
    """A table of one column, so that ten thousand rows have one height and cost nothing.

    A list view would lay all its rows out anew whenever one of them changes.
    `menu_wanted` carries where, on the screen. A child says what its keys do (`act_of`).
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        make_rows(self, name)
        self._keys = OwnKeys(self, self.act_of)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def act_of(self, _event: QKeyEvent) -> Act | None:
        """Return what a key does here, or None."""
        return None

    def chosen_rows(self) -> list[int]:
        """Return the numbers of the rows that are chosen, in order.

        By runs: thousands of rows that are chosen together cost no more than one.
        """
        chosen = self.selectionModel().selection()
        runs = (chosen.at(number) for number in range(chosen.count()))
        return sorted({row for run in runs for row in range(run.top(), run.bottom() + 1)})

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:
        """Take a delegate, and its height for all rows."""
        super().setItemDelegate(delegate)
        take_height(self)

    def moveCursor(
        self, way: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first row at Home, to the last at End."""
        return row_at_end(self, way) or super().moveCursor(way, modifiers)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            take_height(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard, but let Qt not go to the first row by itself."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectionModel().clearCurrentIndex()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the mouse or at the current row."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self.visualRect(self.currentIndex())
        where = self.viewport().mapToGlobal(row.center()) if by_key else event.globalPos()
        self.menu_wanted.emit(where)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows."""
        super().paintEvent(event)
        draw_waiting(self)
