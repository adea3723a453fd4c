"""The one place where the window says that something went wrong, or asks for a choice."""

from collections.abc import Callable

from PySide6 import QtGui
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from reader.errors import ReaderError
from reader.frozen import dataclass
from reader.label import Language
from reader.text.controls import guarded
from reader.ui.theme import GRID

_GOES_AFTER_MS = 8000


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a notice."""

    text: str
    chosen: Callable[[], object]


class NoticeBar(QFrame):
    """A quiet bar above the page. A newer notice replaces an older one.

    A notice with choices stays until one is taken or it is closed; a mere piece
    of news goes by itself.
    """

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._language = language
        self._text = QLabel(self)
        self._text.setObjectName("noticeText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(2 * GRID)
        self._close = QToolButton(self)
        self._close.setObjectName("noticeClose")
        self._close.setText("×")
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice (Esc)"))
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        row.setSpacing(2 * GRID)
        row.addSpacing(0)  # margins do not mirror: the words begin one spacing further in
        row.addWidget(self._text, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=_GOES_AFTER_MS)
        self._timer.timeout.connect(self.dismiss)
        self._topic = ""
        self.hide()

    @property
    def topic(self) -> str:
        """Return what the notice on show is about."""
        return self._topic if self.isVisible() else ""

    def text(self) -> str:
        """Return the words on show."""
        return self._text.text()

    def tell(self, text: str, *choices: Choice, topic: str = "news", lasting: bool = False) -> None:
        """Show a piece of news, with buttons for what can be done about it."""
        self._show(text, choices, "news", topic)
        if not choices and not lasting:
            self._timer.start()

    def complain(self, error: ReaderError, *choices: Choice, topic: str = "error") -> None:
        """Show a failure in the window's language, with buttons for what can be done."""
        self._show(error.sentence(self._language, guarded), choices, "error", topic)

    def dismiss(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        self._topic = ""
        self.hide()

    def _show(self, text: str, choices: tuple[Choice, ...], kind: str, topic: str) -> None:
        self._timer.stop()
        self._topic = topic
        self._text.setText(text)
        self._text.setAccessibleName(text)
        while (item := self._buttons.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()  # it is not this notice's, be it for a moment
                button.deleteLater()
        for choice in choices:
            button = QPushButton(choice.text, self)
            button.clicked.connect(choice.chosen)
            self._buttons.addWidget(button)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        # Nobody who does not see the bar would come upon it by chance.
        told = QtGui.QAccessibleAnnouncementEvent(self, text)
        QtGui.QAccessible.updateAccessibility(told)
