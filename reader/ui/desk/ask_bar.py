"""One question under a view, answered in its place: Enter answers, Esc leaves it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QListView, QWidget

from reader.errors import ReaderError
from reader.label import Language
from reader.text.controls import guarded
from reader.ui.panels.list_view import is_enter
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.own_line import OwnLine
from reader.ui.theme import GRID

Answer = Callable[[str], object]


class AskBar(QWidget):
    """`ask` shows a question; what it is answered with goes to the one who asked.

    Where the answer is refused (ReaderError), the bar says why and stays.
    """

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("askBar")
        self._language: Language = language
        self._answer: Answer | None = None
        self._back: QWidget | None = None
        self._question = QLabel(self)
        self.line = OwnLine(self)
        self.line.setObjectName("askLine")
        self._trouble = QLabel(self)
        for label in (self._question, self._trouble):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(small(self.font()))
        self._trouble.setForegroundRole(self.palette().ColorRole.BrightText)
        self.line.installEventFilter(self)
        # The list that closes gives the keyboard back to the line: the answer comes after that.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 2 * GRID, MARGIN, 2 * GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._question)
        row.addWidget(self.line, 1)
        row.addWidget(self._trouble)
        self.hide()

    def ask(self, question: str, answer: Answer, known: Sequence[str] = ()) -> None:
        """Show a question, with answers that are offered as one types."""
        self._back = self.window().focusWidget()
        self._answer = answer
        self._question.setText(question)
        self._trouble.setText("")
        self.line.setAccessibleName(question)
        self.line.set_hint(self.tr("Enter keeps it, Esc leaves it"))
        self.line.clear()
        completer = QCompleter(list(known), self.line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        offered = completer.popup()
        if offered is not None:
            offered.installEventFilter(self)
        self.line.setCompleter(completer)
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def question(self) -> str:
        """Return the question on show, "" for none."""
        return "" if self.isHidden() else self._question.text()

    def _answers_from_list(self, offered: QObject, event: QEvent) -> bool:
        """Take what is chosen in the list, or what was typed, with one Enter."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not is_enter(event) or not isinstance(offered, QListView):
            return False
        chosen = offered.currentIndex()
        offered.hide()
        if chosen.isValid():
            self.line.setText(str(chosen.data()))
        self._soon.start()
        return True

    def _take(self) -> None:
        if self._answer is None:
            return
        try:
            self._answer(self.line.text().strip())
        except ReaderError as error:
            self._trouble.setText(error.sentence(self._language, guarded))
            return
        self._leave()

    def _leave(self) -> None:
        self._answer = None
        had_keyboard = self.line.hasFocus()
        self.hide()
        if had_keyboard and self._back is not None:
            self._back.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer at Enter, leave at Esc; in the list of what is offered, Enter answers too."""
        if watched is not self.line:
            return self._answers_from_list(watched, event)
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return super().eventFilter(watched, event)
        act = self._take if is_enter(event) else None
        if event.key() == Qt.Key.Key_Escape:
            act = self._leave
        if act is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            act()
        return True
