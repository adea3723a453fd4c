"""The wheel: exact where it tells pixels or parts of a notch, gliding where it knows notches."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

NOTCH = 120  # eighths of a degree, in which Qt tells the angle of one step of most wheels
_GLIDES_MS = 160


class WheelGlide(QObject):
    """Turns wheel events into whole pixels to scroll, at once or bit by bit.

    Signals: `scroll_wanted` carries pixels down, or up where less than none.
    """

    scroll_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rest = 0  # of a pixel, in parts of a notch
        self._left = 0  # px that the glide has still to go
        self._gone = 0
        self._made: QVariantAnimation | None = None

    @property
    def _glide(self) -> "QVariantAnimation":
        """What counts the pixels; it is made for the first turn of the wheel."""
        if self._made is None:
            self._made = QtCore.QVariantAnimation(self)
            self._made.setEasingCurve(QtCore.QEasingCurve.Type.OutCubic)
            self._made.setDuration(_GLIDES_MS)
            self._made.valueChanged.connect(self._step)
        return self._made

    @property
    def is_gliding(self) -> bool:
        """Tell whether there is still way to go."""
        if self._made is None:
            return False
        return self._made.state() == QtCore.QVariantAnimation.State.Running

    def turn(self, event: QWheelEvent, line: int, *, smooth: bool) -> None:
        """Scroll as a wheel says: lines of a height in pixels for each notch.

        A touchpad tells pixels and is taken at its word; a fine wheel tells parts of
        a notch, which are added up. Only whole notches glide, and only if `smooth`.
        """
        pixels = event.pixelDelta().y()
        if pixels and event.phase() != Qt.ScrollPhase.NoScrollPhase:
            self.stop()
            self.scroll_wanted.emit(-pixels)
            return
        angle = event.angleDelta().y()
        parts = self._rest - angle * line * QApplication.wheelScrollLines()
        whole = int(parts / NOTCH)
        self._rest = parts - whole * NOTCH
        if smooth and angle and angle % NOTCH == 0:
            self._glide_on(whole)
        elif whole:
            self.stop()
            self.scroll_wanted.emit(whole)

    def stop(self) -> None:
        """Stay where the page is now."""
        if self._made is not None:
            self._made.stop()
        self._left = self._gone = 0

    def _glide_on(self, pixels: int) -> None:
        """Go further by some pixels, together with what is left; a turn back begins anew."""
        left = self._left - self._gone
        if left * pixels < 0:
            left = 0
        self._glide.stop()
        self._left, self._gone = left + pixels, 0
        self._glide.setStartValue(0)
        self._glide.setEndValue(self._left)
        self._glide.start()

    def _step(self, value: int) -> None:
        step, self._gone = value - self._gone, value
        if step:
            self.scroll_wanted.emit(step)
