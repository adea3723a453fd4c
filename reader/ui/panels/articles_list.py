"""The list of articles: several can be chosen, dragged, and acted on by key."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from reader.ui.panels.list_view import Act, is_enter, is_plain, is_typing
from reader.ui.panels.row_list import RowList


class ArticleList(RowList):
    """The list of articles.

    `typed` carries what belongs into the filter box, `opened` the row of Enter or of
    a click; `deleted` and `renamed` tell of Delete and of F2.
    """

    typed = Signal(str)
    opened = Signal(QModelIndex)
    deleted = Signal()
    renamed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setObjectName("articleList")
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.clicked.connect(self._open_clicked)

    def go_to(self, row: int) -> None:
        """Choose one row and no other; -1 for none."""
        index = self.model().index(row, 0) if row >= 0 else QModelIndex()
        flag = self.selectionModel().SelectionFlag
        how = flag.ClearAndSelect if index.isValid() else flag.Clear
        self.selectionModel().setCurrentIndex(index, how)
        self.viewport().update()

    def act_of(self, event: QKeyEvent) -> Act | None:
        """Return what a key does here, or None."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            return self.selectAll
        if not is_plain(event):
            return partial(self.typed.emit, event.text()) if _is_shifted(event) else None
        if is_enter(event):
            return partial(self.opened.emit, self.currentIndex())
        acts: dict[int, Act] = {
            Qt.Key.Key_Delete: self.deleted.emit,
            Qt.Key.Key_F2: self.renamed.emit,
            Qt.Key.Key_Home: partial(self._go_to_end, 0),
            Qt.Key.Key_End: partial(self._go_to_end, -1),
        }
        if event.key() in acts:
            return acts[event.key()]
        if is_typing(event) and event.text() != " ":
            return partial(self.typed.emit, event.text())
        return None

    def _go_to_end(self, place: int) -> None:
        if self.model().rowCount():
            self.go_to(place % self.model().rowCount())

    def _open_clicked(self, index: QModelIndex) -> None:
        """Open what is clicked, but let Ctrl and Shift only choose."""
        if not QApplication.keyboardModifiers():
            self.opened.emit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep several rows chosen when the menu is asked for on one of them."""
        is_menu = event.button() == Qt.MouseButton.RightButton
        chosen = self.selectionModel().isSelected(self.indexAt(event.position().toPoint()))
        if not (is_menu and chosen):
            super().mousePressEvent(event)


def _is_shifted(event: QKeyEvent) -> bool:
    """Tell whether a key writes something with Shift."""
    return event.modifiers() == Qt.KeyboardModifier.ShiftModifier and is_typing(event)
