"""A list that a person walks through with the arrows, and acts on with keys."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget


class QuietList(QListView):
    """A list without a frame. A child answers keys in `answer`.

    Keys that a child answers are kept from the window's actions while the list
    has the keyboard: Delete here means the rows that are chosen here.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setBackgroundRole(self.palette().ColorRole.Window)

    def knows(self, event: QKeyEvent) -> bool:
        """Tell whether a key means something in this list."""
        raise NotImplementedError

    def answer(self, event: QKeyEvent) -> None:
        """Do what a key means."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Keep the list's keys from the window's actions."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.knows(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the list's own keys; leave the others to Qt."""
        if self.knows(event):
            self.answer(event)
        else:
            super().keyPressEvent(event)


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether a key is Enter, on whichever side of the keyboard."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_typing(event: QKeyEvent) -> bool:
    """Tell whether a key writes something, in whatever script."""
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & command
