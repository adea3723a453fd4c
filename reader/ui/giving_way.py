"""What gives way to the page in a narrow window, and comes back with the room."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDockWidget, QMainWindow

from reader.ui.theme import GRID

_LEAST_PAGE = 80 * GRID  # px; with less, lines are of two words


class GivingWay(QObject):
    """Hides a dock while a window that narrows would leave the page hardly any room.

    Nothing happens but when the window is shown, has another size or another view, or gets
    the layout of the last time: who shows the dock again has it.
    """

    def __init__(
        self,
        window: QMainWindow,
        dock: QDockWidget,
        beside: QDockWidget,
        allows: Callable[[str], bool],
    ) -> None:
        super().__init__(window)
        self._allows = allows  # tells whether a dock may stand beside the view on show
        self._window = window
        self._dock = dock
        self._beside = beside
        self._width = 0  # px; of the dock that gave way, 0 for none
        window.installEventFilter(self)

    def look(self) -> None:
        """Let the dock go, or come back."""
        if not self._window.isVisible() or self._window.isFullScreen():
            return
        if not self._allows(self._dock.objectName()):
            return
        taken = 0 if self._beside.isHidden() else self._beside.width()
        room = self._window.width() - taken
        if not self._dock.isHidden():
            self._width = 0
            if room - self._dock.width() < _LEAST_PAGE:
                self._width = self._dock.width()
                self._dock.hide()
        elif self._width and room - self._width >= _LEAST_PAGE:
            self._width = 0
            self._dock.show()

    def give_back(self) -> None:
        """Let the dock come back although there is no room: nobody has hidden it."""
        if self._width and self._allows(self._dock.objectName()):
            self._width = 0
            self._dock.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the window is shown or has another size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.look()
        return super().eventFilter(watched, event)
