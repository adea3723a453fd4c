"""Start the program as its command does; end once an article is painted, or the library is open.

python -m tests.bench.scenes.start painted|ready DATABASE
"""

import os
import sys

from PySide6.QtCore import QTimer

from reader.cli import main as command
from reader.ui import app as building


def end() -> None:
    """End at once: how long it takes to tidy up is not measured."""
    os._exit(0)


class PaintedPage(building.PageView):
    """The page, which ends the process when an article was painted on it."""

    def paintEvent(self, event):
        super().paintEvent(event)
        if self.text():
            QTimer.singleShot(0, end)


class ReadyProgram(building.Program):
    """The program, which ends the process when its library is open and its panels are there."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.opened.connect(end)


def main(until: str, database: str) -> None:
    if until == "painted":
        building.PageView = PaintedPage
    else:
        building.Program = ReadyProgram
    sys.exit(command(["--database", database, "open"]))


if __name__ == "__main__":
    main(*sys.argv[1:])
