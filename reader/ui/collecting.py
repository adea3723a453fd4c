"""Collects cyclic garbage in the window's thread, and in no other.

Python collects in whatever thread happens to allocate. A collection in a worker
takes widgets apart from the wrong thread: their Python half is cleared while the
C++ half still paints, which ends in a crash.
"""

import gc

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

_EVERY_MS = 500
_LONGEST_MS = 5_000  # between two looks, whatever a person does
_SOME = 20_000  # objects that stayed; all of them are looked through in five milliseconds
_A_LOT = 60_000  # objects that came at once; to look through more of them stalls the window


class Collector(QObject):
    """Takes over the collection from Python, for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._grown = 0  # objects that stayed since the last time that all were set aside
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect_what_is_due)
        self._timer.start()
        self._since = QElapsedTimer()
        self._since.start()

    def put_off(self, *_: object) -> None:
        """Wait anew: what a person is doing just now comes first, though not for ever."""
        if self._since.elapsed() < _LONGEST_MS:
            self._timer.start()

    def collect_what_is_due(self) -> None:
        """Collect the oldest generation whose count is above Python's own threshold.

        What the program is made of, and the many values of a long list, which hold no
        cycles, are set aside, whether they came at once or bit by bit: walking over them
        again and again would stall the window.
        """
        self._since.start()
        young = gc.get_count()[0]
        if young > _A_LOT:
            self._set_aside()
        elif self._grown + young > _SOME:
            gc.collect()
            self._set_aside()
        else:
            counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
            due = [at for at, (count, threshold) in enumerate(counts) if count > threshold > 0]
            if due:
                self._grown += max(0, young - gc.collect(due[-1]))

    def _set_aside(self) -> None:
        gc.freeze()
        self._grown = 0

    def stop(self) -> None:
        """Give the collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
