"""Work in turns of which only the newest piece matters."""

from collections.abc import Generator

from PySide6.QtCore import QObject

from reader.ui.turns import Turns

Steps = Generator[None, None, None]


class Newest(QObject):
    """Takes the steps of one generator in turns; another one drops what is left of it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turns: Turns | None = None

    def begin(self, steps: Steps) -> None:
        """Take these steps from the next turn on, and none of what was begun before."""
        self.drop()
        self._turns = Turns(self._whole(steps), self)

    def finish(self) -> None:
        """Take at once all steps that are left, because somebody builds on them."""
        if self._turns is not None:
            self._turns.finish()

    def drop(self) -> None:
        """Take no more steps."""
        turns, self._turns = self._turns, None
        if turns is not None:
            turns.drop()

    def _whole(self, steps: Steps) -> Steps:
        yield from steps
        self._turns = None
