"""The blinking of the caret, at the pace that the system sets."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication


class CaretBlink(QObject):
    """Tells whether the caret is lit.

    Signals: `changed` follows each time it is lit or put out.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_lit = True
        # A child: it ends with the page in Qt, whoever still holds the page in Python.
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    def restart(self) -> None:
        """Light the caret and blink from now on, unless the system wants no blinking."""
        flash = QGuiApplication.styleHints().cursorFlashTime()
        self._timer.stop()
        if flash > 1:
            self._timer.start(flash // 2)
        self._set(lit=True)

    def stop(self) -> None:
        """Leave the caret lit."""
        self._timer.stop()
        self._set(lit=True)

    def _set(self, *, lit: bool) -> None:
        if lit != self.is_lit:
            self.is_lit = lit
            self.changed.emit()

    def _turn(self) -> None:
        """Light the caret or put it out."""
        self._set(lit=not self.is_lit)
