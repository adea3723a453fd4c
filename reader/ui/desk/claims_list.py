"""The claims one under another."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget

from reader.ui.desk.claims_model import ClaimRole
from reader.ui.panels.list_view import (
    Act,
    OwnKeys,
    is_enter,
    make_rows,
    row_at_end,
    take_height,
)
from reader.ui.panels.stepping import Index


class ClaimsList(QTableView):
    """`went_to` carries the row that a person went to, `opened` the one that Enter is pressed on.

    A table of one column, because a list view lays all its rows out anew whenever one of
    them changes.
    """

    went_to = Signal(QModelIndex)
    opened = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_silent = False  # while rows come and go that a person did not move
        make_rows(self, name)
        self._keys = OwnKeys(self, self.act_of)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(self.opened)

    def take_height(self) -> None:
        """Give all rows the height that the delegate needs."""
        take_height(self)

    def current_uid(self) -> str:
        """Return the uid of the claim that is current, "" for none."""
        return str(self.currentIndex().data(ClaimRole.UID) or "")

    def chosen_uids(self) -> list[str]:
        """Return the uids of the rows that are chosen, in their order."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [str(row.data(ClaimRole.UID)) for row in rows]

    def act_of(self, event: QKeyEvent) -> Act | None:
        """Return what a key does with the current claim, or None."""
        return self._open if is_enter(event) else None

    def _open(self) -> None:
        if self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())

    def moveCursor(
        self, way: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first claim at Home, to the last at End."""
        return row_at_end(self, way) or super().moveCursor(way, modifiers)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where a person went."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and not self.is_silent:
            self.went_to.emit(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard; the chosen claim is painted as in use."""
        super().focusInEvent(event)
        self.viewport().update()
