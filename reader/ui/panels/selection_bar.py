"""What can be done to several annotations at once."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.model.subject import Subject
from reader.ui.panels.chosen_menus import ChosenMenus
from reader.ui.panels.list_view import is_enter
from reader.ui.panels.look import MARGIN, look_of, small
from reader.ui.panels.menus import PLAIN_BUTTON, MenuButton
from reader.ui.panels.own_line import OwnLine
from reader.ui.panels.subject_input import SubjectInput
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

    def __init__(
        self, menus: ChosenMenus, rows: QWidget, subjects: Callable[[], list[Subject]]
    ) -> None:
        """Stand under a list of rows, which gets the keyboard back.

        `subjects` are offered where a field takes the name of one.
        """
        super().__init__(rows.parentWidget())
        tags, statuses, fields = menus.tags, menus.statuses, menus.fields
        self._rows = rows
        self._subjects = subjects
        self._namer: SubjectInput | None = None  # made when a name is first wanted
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
        delete = self._delete_button()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addSpacing(MARGIN - 2 * GRID)
        row.addWidget(self._count, 1)
        for button in (retag, status, field, delete):
            row.addWidget(button)
        self._stack(row)
        tags.triggered.connect(self._retag)
        statuses.triggered.connect(self._set_status)
        self.hide()

    def _delete_button(self) -> QToolButton:
        delete = QToolButton(self)
        delete.setText(self.tr("Delete"))
        delete.setAccessibleName(self.tr("Delete the chosen annotations"))
        delete.setToolTip(self.tr("Delete the chosen annotations (Del)"))
        delete.setFont(small(self.font()))
        delete.setStyleSheet(PLAIN_BUTTON)
        delete.clicked.connect(self.delete_chosen)
        return delete

    def _stack(self, row: QHBoxLayout) -> None:
        """Put the line below the row of buttons."""
        self._lower = QHBoxLayout()
        self._lower.setContentsMargins(MARGIN - GRID, 0, MARGIN - GRID, GRID)
        self._lower.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID + 1, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addLayout(self._lower)

    def _note_line(self) -> OwnLine:
        line = OwnLine(self)
        line.setObjectName("chosenNote")
        self._tie(line)
        self._say_what_for(line, "")
        return line

    def _name_line(self) -> SubjectInput:
        """Return the line that offers the subjects that are known."""
        if self._namer is None:
            self._namer = SubjectInput(self._subjects, self)
            self._namer.setObjectName("chosenName")
            self._namer.taken.connect(self._write)
            self._tie(self._namer)
            self._lower.addWidget(self._namer)
        return self._namer

    def _tie(self, line: OwnLine) -> None:
        line.returnPressed.connect(self._write)
        keeper = _KeyKeeper(line)
        keeper.left.connect(self.end_field)
        line.installEventFilter(keeper)

    def _line(self) -> OwnLine:
        """Return the line that is typed in now."""
        return self.note if self._namer is None or self._namer.isHidden() else self._namer

    def ask(self, key: str, name: str, is_subject: bool) -> None:
        """Let a value of a field be typed, in place of words for the notes."""
        self._field = key
        self._show_line(self._name_line() if is_subject else self.note)
        self._say_what_for(self._line(), name)

    def _show_line(self, line: OwnLine) -> None:
        """Show an empty line in place of the other, and give it the keyboard."""
        line.setText("")  # nothing of it can be undone, as after `clear`
        line.show()
        line.setFocus()
        for other in (self.note, self._namer):
            if other is not None and other is not line:
                other.hide()

    def end_field(self) -> None:
        """Let the line be for the notes again."""
        if not self._field:
            return
        self._field = ""
        had_keyboard = self._line().hasFocus()
        self.note.setText("")
        self._say_what_for(self.note, "")
        if had_keyboard:
            self._show_line(self.note)
        elif self._namer is not None:
            self._namer.hide()
            self.note.show()

    def _say_what_for(self, line: OwnLine, name: str) -> None:
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
        words = self._line().text()
        if self._field:
            if words.strip():
                self.field_written.emit(self._field, words)
            return
        self.note.setText("")
        if words.strip():
            self.note_written.emit(words)

    def _retag(self, action: QAction) -> None:
        self.retag_chosen.emit(action.data())

    def _set_status(self, action: QAction) -> None:
        self.status_chosen.emit(action.data())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, look_of(self).line)


class _KeyKeeper(QObject):
    """Keeps Enter and Esc of a line from the shortcuts of the window; `left` tells of Esc.

    Where the line has nothing to undo, Ctrl+Z takes back what was done with it.
    """

    left = Signal()

    def __init__(self, line: OwnLine) -> None:
        super().__init__(line)
        self._line = line

    def _is_for_window(self, event: QKeyEvent) -> bool:
        keys, line = QKeySequence.StandardKey, self._line
        return (event.matches(keys.Undo) and not line.isUndoAvailable()) or (
            event.matches(keys.Redo) and not line.isRedoAvailable()
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for the line."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        is_escape = event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and (is_escape or is_enter(event)):
            event.accept()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and self._is_for_window(event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.KeyPress and is_escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)
