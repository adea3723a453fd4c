"""The list itself: what its keys mean, and when a person has gone to another row."""

from collections.abc import Iterator
from contextlib import contextmanager
from unicodedata import digit

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reader.ui.panels.list_view import QuietList, is_enter
from reader.ui.panels.listing import Index


class AnnotationsList(QuietList):
    """Several rows can be chosen at once.

    `went_to` carries the row that a person went to by key or click, never one
    that was only shown; `digit_pressed` the digit, in whatever script.
    """

    went_to = Signal(QModelIndex)
    digit_pressed = Signal(str)
    delete_pressed = Signal()
    menu_wanted = Signal(object)

    def __init__(self, name: str, digits: frozenset[str], parent: QWidget) -> None:
        super().__init__(name, parent)
        self._digits = digits
        self._silent = False
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.clicked.connect(self.went_to)

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

    def knows(self, event: QKeyEvent) -> bool:
        """Tell whether a key is Enter, Delete, Select all or a tag's digit."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        known = is_enter(event) or event.key() == Qt.Key.Key_Delete
        wanted = known or _digit_of(event) in self._digits
        return (plain and wanted) or event.matches(QKeySequence.StandardKey.SelectAll)

    def answer(self, event: QKeyEvent) -> None:
        """Do what the key means."""
        if is_enter(event):
            self.edit_current()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        else:
            self.digit_pressed.emit(_digit_of(event))

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


def _digit_of(event: QKeyEvent) -> str:
    """Return the digit that a key writes, ٣ as well as 3; "" for another key."""
    text = event.text()
    value = digit(text, -1) if len(text) == 1 else -1
    return str(value) if value >= 0 else ""
