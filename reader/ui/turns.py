"""Work of the window's thread in steps, so that its events have their turn between them."""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Takes the steps of a generator, each in a turn of the event loop of its own.

    The first is taken in the next turn. What a step raises ends the work, and is raised
    out of its turn.
    """

    def __init__(self, steps: Generator[None, None, None], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._turn)
        self._next_turn.start()

    def finish(self) -> None:
        """Take all steps that are left at once, because somebody builds on them."""
        self._next_turn.stop()
        for _ in self._steps:
            pass
        self.deleteLater()

    def drop(self) -> None:
        """Take no more steps; the generator is closed where it stands."""
        self._next_turn.stop()
        self._steps.close()
        self.deleteLater()

    def _turn(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self.deleteLater()
        else:
            self._next_turn.start()
