"""What can be done to several annotations at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from reader.ui.panels.look import MARGIN, look_of, small
from reader.ui.panels.menus import PLAIN_BUTTON, MenuButton
from reader.ui.theme import GRID


class SelectionBar(QWidget):
    """A line under the list, shown while two or more rows are chosen.

    `retag_chosen` and `status_chosen` carry a key; `delete_chosen` nothing.
    """

    retag_chosen = Signal(str)
    status_chosen = Signal(str)
    delete_chosen = Signal()

    def __init__(self, tags: QMenu, statuses: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setFont(small(self.font()))
        retag = MenuButton(tags.title(), tags, self)
        retag.setToolTip(self.tr("Give the chosen annotations another tag (1, 2, 3)"))
        status = MenuButton(statuses.title(), statuses, self)
        status.setToolTip(self.tr("Give the chosen annotations a status (Space)"))
        delete = QToolButton(self)
        delete.setText(self.tr("Delete"))
        delete.setAccessibleName(self.tr("Delete the chosen annotations"))
        delete.setToolTip(self.tr("Delete the chosen annotations (Del)"))
        delete.setFont(small(self.font()))
        delete.setStyleSheet(PLAIN_BUTTON)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID + 1, GRID, GRID)
        row.setSpacing(GRID)
        row.addSpacing(MARGIN - 2 * GRID)
        row.addWidget(self._count, 1)
        for button in (retag, status, delete):
            row.addWidget(button)
        tags.triggered.connect(self._retag)
        statuses.triggered.connect(self._set_status)
        delete.clicked.connect(self.delete_chosen)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many rows are chosen; hide for fewer than two."""
        self._count.setText(self.tr("%Ln chosen", "", count))
        self.setVisible(count > 1)

    def _retag(self, action: QAction) -> None:
        self.retag_chosen.emit(action.data())

    def _set_status(self, action: QAction) -> None:
        self.status_chosen.emit(action.data())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, look_of(self).line)
