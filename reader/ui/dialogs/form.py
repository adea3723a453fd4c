"""How every dialog is laid out: one column of quiet labels and their fields."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.ui.panels.frames import scrolling
from reader.ui.panels.list_view import is_enter
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID

_OF_SCREEN = 0.94


class FormDialog(QDialog):
    """A dialog with a heading, labelled fields one under another, and its buttons."""

    def __init__(self, parent: QWidget | None = None, *, scrolls: bool = False) -> None:
        """Make an empty one; one that `scrolls` has its fields in an area, its buttons below it."""
        super().__init__(parent)
        self.setMinimumWidth(480)
        self._body = QWidget(self) if scrolls else None
        self._column = QVBoxLayout(self._body or self)
        self._column.setContentsMargins(6 * GRID, 6 * GRID, 6 * GRID, 5 * GRID)
        self._column.setSpacing(GRID)
        self._heading = plain_label("", self)
        self._heading.setProperty("role", "title")
        self._column.addWidget(self._heading)
        self._column.addSpacing(3 * GRID)
        self._buttons = QDialogButtonBox(self)
        self.accept_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def entitle(self, heading: str, accept: str) -> None:
        """Say what the dialog is for, and what its main button does."""
        self.setWindowTitle(heading)
        self._heading.setText(heading)
        self.accept_button.setText(accept)

    def add_cancel(self, *, default: bool = False) -> None:
        """Add the button that leaves everything as it was; Enter means it where it is `default`."""
        button = self._buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        if default:
            self.accept_button.setDefault(False)
            button.setDefault(True)
            button.setFocus()

    def add_words(self, text: str) -> QLabel:
        """Add a paragraph of explanation."""
        label = WrappedLabel(self)
        label.setText(text)
        label.setProperty("role", "quiet")
        self._column.addWidget(label)
        self._column.addSpacing(2 * GRID)
        return label

    def add_field(self, name: str, field: QWidget) -> None:
        """Add a field under its label, which is also what a screen reader says."""
        label = plain_label(name, self)
        label.setProperty("role", "field")
        label.setBuddy(field)
        field.setAccessibleName(name)
        self._column.addWidget(label)
        self._column.addWidget(field)
        self._column.addSpacing(2 * GRID)

    def add_widget(self, widget: QWidget) -> None:
        """Add what explains itself."""
        self._column.addWidget(widget)

    def finish(self, stretch: int = 1) -> None:
        """Add the buttons below everything; `stretch` 0 where a field fills the dialog."""
        self._column.addStretch(stretch)
        if self._body is None:
            self._column.addSpacing(2 * GRID)
            self._column.addWidget(self._buttons)
            return
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolling(self._body, self), 1)
        below = QVBoxLayout()
        below.setContentsMargins(6 * GRID, 2 * GRID, 6 * GRID, 5 * GRID)
        below.addWidget(self._buttons)
        outer.addLayout(below)
        # An area asks for no more than some lines of room.
        height = self._body.sizeHint().height() + below.sizeHint().height()
        self.resize(self.minimumWidth(), height)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep to the screen, however much there is to show."""
        keep_on_screen(self)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, and not the main one instead."""
        held = self.focusWidget()
        if is_enter(event) and isinstance(held, QPushButton):
            held.click()
            return
        super().keyPressEvent(event)


def keep_on_screen(dialog: QDialog) -> None:
    """Make a dialog no larger than its screen has room for, with a bar above it."""
    dialog.resize(dialog.size().boundedTo(dialog.screen().availableSize() * _OF_SCREEN))


def number_box(parent: QWidget) -> QSpinBox:
    """Return a box for a number, stepped by the arrow keys and the wheel alone.

    The style sheet hides its buttons, too small to hit. NoButtons would do it too, but from left
    to right Qt then gives the number one pixel of a box that has a style sheet.
    """
    made = QSpinBox(parent)
    made.lineEdit().setTextMargins(2 * GRID, 0, 2 * GRID, 0)
    return made


def plain_label(text: str, parent: QWidget) -> QLabel:
    """Return a label that never takes its words for markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label
