"""Type words into the search of the program: seconds from each key to its first results.

A key comes every 120 ms, as from somebody who types fast (500 keys a minute). What counts is
the end of the painting that shows what the word typed so far finds; where the next key was
first, that of the word after it.

python -m tests.bench.scenes.search DATABASE WORD...
"""

import json
import sys
from collections.abc import Iterator
from statistics import median
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from reader.ui.panels import search as panel
from tests.bench.scenes.painted import hurried, settle
from tests.bench.scenes.program import program

KEY_MS = 120
_QUIET_MS = 500


class WatchedList(panel.FoundList):
    was_painted = Signal()

    def paintEvent(self, event):
        super().paintEvent(event)
        self.was_painted.emit()


class WatchedHint(panel.EmptyHint):
    was_painted = Signal()

    def paintEvent(self, event):
        super().paintEvent(event)
        self.was_painted.emit()


class Typist(QObject):
    """Presses the keys of words, one every 120 ms, and notes when their results were painted."""

    def __init__(self, workspace) -> None:
        super().__init__()
        self.took: list[float] = []
        self._panel = workspace.search.panel
        self._pressed: list[float] = []
        self._answered: list[float] = []
        self._keys: Iterator[str] = iter("")
        self._clock = QTimer(self, interval=hurried(KEY_MS, 1))
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._press)
        self._loop = QEventLoop(self)
        workspace.search._seeker.found.connect(self._answer)
        self._panel.list.was_painted.connect(self._note)
        self._panel._hint.was_painted.connect(self._note)

    def type(self, word: str) -> None:
        """Press the keys of a word, and wait until all their results were painted."""
        self._panel.open()
        QApplication.focusWidget().clear()
        settle(_QUIET_MS)
        self._keys = iter(word)
        self._clock.start()
        self._loop.exec()

    def _press(self) -> None:
        letter = next(self._keys, "")
        if letter:
            self._pressed.append(perf_counter())
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.postEvent(QApplication.focusWidget(), key)
        elif not self._pressed and not self._answered:
            self._clock.stop()
            self._loop.quit()

    def _answer(self, _found: object) -> None:
        self._answered += self._pressed
        self._pressed.clear()
        self._panel._hint.update()  # what it says may be the same as before

    def _note(self) -> None:
        painted = perf_counter()
        self.took += [painted - pressed for pressed in self._answered]
        self._answered.clear()


def main(database: str, *words: str) -> None:
    panel.FoundList, panel.EmptyHint = WatchedList, WatchedHint
    with program(database) as workspace:
        workspace.actions["search_library"].trigger()
        typist = Typist(workspace)
        for word in words:
            typist.type(word)
    print(json.dumps({"median": median(typist.took), "worst": max(typist.took)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
