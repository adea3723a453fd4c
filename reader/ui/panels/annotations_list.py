"""The list itself: what its keys mean, and when a person has gone to another row."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from unicodedata import digit

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.ui.panels.list_view import Act, is_enter, is_plain
from reader.ui.panels.row_list import RowList
from reader.ui.panels.stepping import Index


class AnnotationsList(RowList):
    """The list of annotations.

    `went_to` carries the row that a person went to by key or click, never one
    that was only shown; `digit_pressed` the digit, in whatever script.
    """

    went_to = Signal(QModelIndex)
    digit_pressed = Signal(str)
    delete_pressed = Signal()

    def __init__(self, name: str, digits: frozenset[str], parent: QWidget) -> None:
        self._digits = digits
        self._silent = False
        super().__init__(name, parent)
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

    def act_of(self, event: QKeyEvent) -> Act | None:
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; the click is told when it is done."""
        with self.silence():  # a click is told once, when it is done
            super().mousePressEvent(event)


def _digit_of(event: QKeyEvent) -> str:
    """Return the digit that a key writes, ٣ as well as 3; "" for another key."""
    text = event.text()
    value = digit(text, -1) if len(text) == 1 else -1
    return str(value) if value >= 0 else ""
