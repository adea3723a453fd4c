"""An empty PySide6 window of the same size, which ends the process once it is painted.

python -m tests.bench.scenes.empty_window
"""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget


def end() -> None:
    os._exit(0)


class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, end)


app = QApplication(sys.argv[:1])
window = Window()
window.resize(1240, 820)
window.show()
app.exec()
