"""In which turn of the event loop each of some widgets is painted first."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class Turns(QObject):
    """Counts the turns of the event loop; `look` is called in each."""

    def __init__(self, parent: QObject, look: Callable[[], object] = int) -> None:
        super().__init__(parent)
        self.count = 0
        self._look = look
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        self.count += 1
        self._look()


class Paintings(QObject):
    """`first` holds the turn of each name whose widget was painted since this was made."""

    def __init__(self, widgets: Mapping[str, QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._turns = Turns(self)
        self._names = {widget: name for name, widget in widgets.items()}
        for widget in self._names:
            widget.installEventFilter(self)
        self.first: dict[str, int] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.first.setdefault(self._names[watched], self._turns.count)
        return False
