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
        self._is_stepping = self._is_dropped = False
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._turn)
        self._next_turn.start()

    def finish(self) -> None:
        """Take all steps that are left at once, because somebody builds on them.

        Out of a step itself nothing happens: the next ones come in their turns.
        """
        if self._is_stepping:
            return
        self._next_turn.stop()
        while self._step():
            pass
        self.deleteLater()

    def drop(self) -> None:
        """Take no more steps; the generator is closed where it stands, or after its step."""
        self._is_dropped = True
        self._next_turn.stop()
        if not self._is_stepping:
            self._steps.close()
        self.deleteLater()

    def _step(self) -> bool:
        """Take a step; tell whether there may be another."""
        self._is_stepping = True
        try:
            next(self._steps)
        except StopIteration:
            return False
        finally:
            self._is_stepping = False
        if self._is_dropped:
            self._steps.close()
        return not self._is_dropped

    def _turn(self) -> None:
        if self._step():
            self._next_turn.start()
        else:
            self.deleteLater()
