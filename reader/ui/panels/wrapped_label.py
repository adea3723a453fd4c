"""Words of several lines that take the width there is, however long the longest word."""

import re

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QStyle, QWidget

_LONG = re.compile(r"[!-~]{20}(?=[!-~])")  # addresses and ids: Arabic has no such words


class WrappedLabel(QLabel):
    """A label of plain text. Qt's own asks for the width of its longest word.

    In a panel that does not scroll sideways this makes all rows wider than the panel, and cuts
    the beginning or the end of each line. From right to left Qt's own also begins each line but
    the last a space further in, as if the space at which it breaks stood before its words.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, every line from the edge where it begins."""
        if self.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        room = QRectF(self.contentsRect())
        layout = self._laid_out(room.width())
        free = room.height() - layout.boundingRect().height()
        side = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        share = {Qt.AlignmentFlag.AlignTop: 0.0, Qt.AlignmentFlag.AlignBottom: 1.0}.get(side, 0.5)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(room.left(), room.top() + round(free * share)))

    def _laid_out(self, width: float) -> QTextLayout:
        way = Qt.LayoutDirection.RightToLeft
        side = QStyle.visualAlignment(way, self.alignment()) & Qt.AlignmentFlag.AlignHorizontal_Mask
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(way)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def minimumSizeHint(self) -> QSize:
        """Return the height of the words, and no width."""
        return QSize(0, super().minimumSizeHint().height())


def breakable(text: str) -> str:
    """Return a text for display whose addresses may break where they have to."""
    return _LONG.sub("\\g<0>\N{ZERO WIDTH SPACE}", text)
