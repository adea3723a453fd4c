"""The list itself: what its keys mean, and when a person has gone to another row."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from unicodedata import digit

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.ui.panels.list_view import Act, OwnKeys, is_enter, is_plain, make_quiet
from reader.ui.panels.rows import draw_waiting
from reader.ui.panels.stepping import Index


class AnnotationsList(QTableView):
    """Several rows can be chosen at once.

    A table of one column, because a list view lays all its rows out anew whenever
    one of them changes.

    `went_to` carries the row that a person went to by key or click, never one
    that was only shown; `digit_pressed` the digit, in whatever script.
    """

    went_to = Signal(QModelIndex)
    digit_pressed = Signal(str)
    delete_pressed = Signal()
    menu_wanted = Signal(object)

    def __init__(self, name: str, digits: frozenset[str], parent: QWidget) -> None:
        super().__init__(parent)
        make_quiet(self, name)
        self._digits = digits
        self._silent = False
        self._keys = OwnKeys(self, self._act_of)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.clicked.connect(self.went_to)

    def set_digits(self, digits: frozenset[str]) -> None:
        """Answer to these keys of tags."""
        self._digits = digits

    @contextmanager
    def silence(self) -> Iterator[None]:
        """Within this, a row that becomes the current one was not gone to by a person."""
        before, self._silent = self._silent, True
        try:
            yield
        finally:
            self._silent = before

    def edit_current(self) -> None:
        """Begin to write the current row's note in its place."""
        index = self.currentIndex()
        if index.isValid():
            self.scrollTo(index)
            self.edit(index)

    def _act_of(self, event: QKeyEvent) -> Act | None:
        """Return what a key does here, or None."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            return self.selectAll
        if not is_plain(event):
            return None
        if is_enter(event):
            return self.edit_current
        written = _digit_of(event)
        if written in self._digits:
            return partial(self.digit_pressed.emit, written)
        acts: dict[int, Act] = {
            Qt.Key.Key_Delete: self.delete_pressed.emit,
            Qt.Key.Key_Home: partial(self._go_to, 0),
            Qt.Key.Key_End: partial(self._go_to, -1),
        }
        return acts.get(event.key())

    def _go_to(self, place: int) -> None:
        """Go to the first row (0) or the last one (-1)."""
        model = self.model()
        if model.rowCount():
            self.setCurrentIndex(model.index(place % model.rowCount(), 0))

    def _take_height(self) -> None:
        """Give all rows the one height that the delegate needs."""
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row whole in view when the panel's share of the window changes."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where a person went."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if not self._silent and current.isValid():
            self.went_to.emit(current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard, but let Qt not go to the first row by itself."""
        with self.silence():
            super().focusInEvent(event)
            if not self.selectionModel().hasSelection():
                self.selectionModel().clearCurrentIndex()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; the click is told when it is done."""
        with self.silence():  # a click is told once, when it is done
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the mouse or at the current row."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self.visualRect(self.currentIndex())
        self.menu_wanted.emit(
            self.viewport().mapToGlobal(row.center()) if by_key else event.globalPos()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows."""
        super().paintEvent(event)
        draw_waiting(self)


def _digit_of(event: QKeyEvent) -> str:
    """Return the digit that a key writes, ٣ as well as 3; "" for another key."""
    text = event.text()
    value = digit(text, -1) if len(text) == 1 else -1
    return str(value) if value >= 0 else ""
