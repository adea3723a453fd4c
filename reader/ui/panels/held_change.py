"""A change that a panel shows a little later than the page."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from reader.model.change import Change


class HeldChange(QObject):
    """Shows changes as they come; one may be held until `move_on`, or until the next."""

    def __init__(self, show: Callable[[Change], object], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._is_holding = False
        self._held: list[Change] = []

    def hold_next(self) -> None:
        """Do not show the next change yet."""
        self._is_holding = True

    def move_on(self) -> None:
        """Show what is held, and hold nothing."""
        held, self._held, self._is_holding = self._held, [], False
        for change in held:
            self._show(change)

    def take(self, change: Change) -> None:
        """Show a change, or hold it; they are shown in their order."""
        if self._is_holding and not self._held:
            self._held.append(change)
            return
        self.move_on()
        self._show(change)
