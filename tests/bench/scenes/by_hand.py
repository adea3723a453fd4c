"""Read an article with sqlite3, split it, and paint what fits into a window: nothing else.

python -m tests.bench.scenes.by_hand DATABASE
"""

import json
import sys

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QWidget

from reader.storage.driver import sqlite_driver
from reader.ui.page.look import PageLook
from reader.ui.theme import load_fonts
from tests.bench.scenes.painted import SIZE, Painted, seconds_to_paint

_OLDEST = "SELECT text FROM revisions ORDER BY rowid LIMIT 1"
_NEWEST = "SELECT text FROM revisions ORDER BY rowid DESC LIMIT 1"


class Sheet(QWidget):
    """Paragraphs in the page's font and width, from the first one on, as far as they fit."""

    def __init__(self) -> None:
        super().__init__()
        look = PageLook()
        self.paragraphs: list[str] = []
        self._em = look.em(self.logicalDpiY())
        self._font = look.font(self._em)
        self._leading = round(self._em * look.line_height)
        self._width = round(look.measure_em * self._em)
        self._option = QTextOption(Qt.AlignmentFlag.AlignRight)
        self._option.setTextDirection(Qt.LayoutDirection.RightToLeft)

    def paintEvent(self, event):
        painter = QPainter(self)
        y = 0
        for paragraph in self.paragraphs:
            if y >= self.height():
                break
            y = self._draw(painter, paragraph, y)

    def _draw(self, painter: QPainter, paragraph: str, y: int) -> int:
        layout = QTextLayout(paragraph, self._font)
        layout.setTextOption(self._option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, y))
            y += self._leading
        layout.endLayout()
        layout.draw(painter, QPointF(0, 0))
        return y


class WatchedSheet(Painted, Sheet):
    pass


def main(database: str) -> None:
    app = QApplication(sys.argv[:1])
    load_fonts()
    sheet = WatchedSheet()
    sheet.resize(*SIZE)

    def show(query: str) -> None:
        connection = sqlite_driver().module.connect(database)
        sheet.paragraphs = connection.execute(query).fetchone()[0].split("\n")
        connection.close()
        sheet.update()

    sheet.show()
    seconds_to_paint(sheet, lambda: show(_NEWEST))
    print(json.dumps({"open": seconds_to_paint(sheet, lambda: show(_OLDEST))}))
    app.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
