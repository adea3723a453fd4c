"""Acts on thousands of records, shown in a turn of the event loop of their own."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from reader.model.change import Change


class LargeLater(QObject):
    """Shows an act at once, a large one in the next turn: its other followers fill this one."""

    def __init__(self, show: Callable[[Change], object], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._waiting: list[Change] = []
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._show_waiting)

    def take(self, change: Change) -> None:
        """Show an act, now or in a moment."""
        if change.is_large:
            self._waiting.append(change)
            self._next_turn.start()
        else:
            self._show(change)

    def _show_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for change in waiting:
            self._show(change)
