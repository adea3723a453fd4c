"""How every dialog is laid out: one column of quiet labels and their fields."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from reader.ui.theme import GRID


class FormDialog(QDialog):
    """A dialog with a heading, labelled fields one under another, and its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(480)
        self._column = QVBoxLayout(self)
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
        label = plain_label(text, self)
        label.setWordWrap(True)
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
        self._column.addSpacing(2 * GRID)
        self._column.addWidget(self._buttons)


def plain_label(text: str, parent: QWidget) -> QLabel:
    """Return a label that never takes its words for markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label
