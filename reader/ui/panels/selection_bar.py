"""What can be done to several annotations at once."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.ui.panels.list_view import is_enter
from reader.ui.panels.look import MARGIN, look_of, small
from reader.ui.panels.menus import PLAIN_BUTTON, MenuButton
from reader.ui.panels.own_line import OwnLine
from reader.ui.theme import GRID


class SelectionBar(QWidget):
    """A line under the list, shown while two or more rows are chosen.

    `retag_chosen` and `status_chosen` carry a key; `delete_chosen` nothing; `note_written`
    the words that are to stand under each of the notes, `field_written` a field's key and
    what was typed for it, which stays in the line until `end_field`.
    """

    retag_chosen = Signal(str)
    status_chosen = Signal(str)
    delete_chosen = Signal()
    note_written = Signal(str)
    field_written = Signal(str, str)

    def __init__(self, tags: QMenu, statuses: QMenu, fields: QMenu, rows: QWidget) -> None:
        """Stand under a list of rows, which gets the keyboard back."""
        super().__init__(rows.parentWidget())
        self._rows = rows
        self._field = ""
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setFont(small(self.font()))
        retag = MenuButton(tags.title(), tags, self)
        retag.setToolTip(self.tr("Give the chosen annotations another tag (1, 2, 3)"))
        status = MenuButton(statuses.title(), statuses, self)
        status.setToolTip(self.tr("Give the chosen annotations a status (Space)"))
        field = MenuButton(fields.title(), fields, self)
        field.setObjectName("chosenField")
        field.setToolTip(self.tr("Fill a field of the chosen annotations (Space)"))
        self.note = self._note_line()
        delete = QToolButton(self)
        delete.setText(self.tr("Delete"))
        delete.setAccessibleName(self.tr("Delete the chosen annotations"))
        delete.setToolTip(self.tr("Delete the chosen annotations (Del)"))
        delete.setFont(small(self.font()))
        delete.setStyleSheet(PLAIN_BUTTON)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addSpacing(MARGIN - 2 * GRID)
        row.addWidget(self._count, 1)
        for button in (retag, status, field, delete):
            row.addWidget(button)
        lower = QHBoxLayout()
        lower.setContentsMargins(MARGIN - GRID, 0, MARGIN - GRID, GRID)
        lower.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID + 1, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addLayout(lower)
        tags.triggered.connect(self._retag)
        statuses.triggered.connect(self._set_status)
        delete.clicked.connect(self.delete_chosen)
        self.hide()

    def _note_line(self) -> "_NoteLine":
        line = _NoteLine(self)
        line.setObjectName("chosenNote")
        line.returnPressed.connect(self._write)
        line.left.connect(self.end_field)
        self._say_what_for(line, "")
        return line

    def ask(self, key: str, name: str) -> None:
        """Let a value of a field be typed, in place of words for the notes."""
        self._field = key
        self.note.clear()
        self._say_what_for(self.note, name)
        self.note.setFocus()

    def end_field(self) -> None:
        """Let the line be for the notes again."""
        if self._field:
            self._field = ""
            self.note.clear()
            self._say_what_for(self.note, "")

    def _say_what_for(self, line: "_NoteLine", name: str) -> None:
        hint = self.tr("Add to their notes (Enter)")
        spoken = self.tr("Add to the notes of the chosen annotations")
        if name:
            hint = self.tr("%1, in all of them (Enter)").replace("%1", name)
            spoken = self.tr("%1 of the chosen annotations").replace("%1", name)
        line.set_hint(hint)
        line.setToolTip(hint)
        line.setAccessibleName(spoken)

    def show_count(self, count: int) -> None:
        """Say how many rows are chosen; hide for fewer than two."""
        self._count.setText(self.tr("%Ln chosen", "", count))
        held = self.window().focusWidget()
        if count < 2 and held is not None and self.isAncestorOf(held):
            self._rows.setFocus()  # where Ctrl+Z takes back what was done here
        self.setVisible(count > 1)
        if count < 2:
            self.end_field()

    def _write(self) -> None:
        words = self.note.text()
        if self._field:
            if words.strip():
                self.field_written.emit(self._field, words)
            return
        self.note.clear()
        if words.strip():
            self.note_written.emit(words)

    def _retag(self, action: QAction) -> None:
        self.retag_chosen.emit(action.data())

    def _set_status(self, action: QAction) -> None:
        self.status_chosen.emit(action.data())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, look_of(self).line)


class _NoteLine(OwnLine):
    """A line whose Enter and Esc are its own, not the window's; `left` tells of Esc."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Esc from the shortcuts of the window."""
        is_mine = isinstance(event, QKeyEvent) and (
            is_enter(event) or event.key() == Qt.Key.Key_Escape
        )
        if is_mine and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
