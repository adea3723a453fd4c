"""The list of articles: several can be chosen, dragged, and acted on by key."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.ui.panels.list_view import Act, OwnKeys, is_enter, is_plain, is_typing, make_quiet
from reader.ui.panels.rows import draw_waiting


class ArticleList(QTableView):
    """A table of one column, so that ten thousand rows have one height and cost nothing.

    `typed` carries what belongs into the filter box, `opened` the row of Enter or of
    a click, `menu_wanted` where; `deleted` and `renamed` tell of Delete and of F2.
    """

    typed = Signal(str)
    opened = Signal(QModelIndex)
    deleted = Signal()
    renamed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        make_quiet(self, name)
        self.setObjectName("articleList")
        self._keys = OwnKeys(self, self._act_of)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.clicked.connect(self._open_clicked)

    def go_to(self, row: int) -> None:
        """Choose one row and no other; -1 for none."""
        index = self.model().index(row, 0) if row >= 0 else QModelIndex()
        flag = self.selectionModel().SelectionFlag
        how = flag.ClearAndSelect if index.isValid() else flag.Clear
        self.selectionModel().setCurrentIndex(index, how)
        self.viewport().update()

    def _act_of(self, event: QKeyEvent) -> Act | None:
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

    def _take_height(self) -> None:
        size = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
        self.verticalHeader().setDefaultSectionSize(size.height())

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:
        """Take a delegate, and its height for all rows."""
        super().setItemDelegate(delegate)
        self._take_height()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_height()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard, but let Qt not go to the first row by itself."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectionModel().clearCurrentIndex()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep several rows chosen when the menu is asked for on one of them."""
        is_menu = event.button() == Qt.MouseButton.RightButton
        chosen = self.selectionModel().isSelected(self.indexAt(event.position().toPoint()))
        if not (is_menu and chosen):
            super().mousePressEvent(event)

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


def _is_shifted(event: QKeyEvent) -> bool:
    """Tell whether a key writes something with Shift."""
    return event.modifiers() == Qt.KeyboardModifier.ShiftModifier and is_typing(event)
