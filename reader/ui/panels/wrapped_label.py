"""Words of several lines that take the width there is, however long the longest word."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

_LONG = re.compile(r"[!-~]{20}(?=[!-~])")  # addresses and ids: Arabic has no such words


class WrappedLabel(QLabel):
    """A label of plain text. Qt's own asks for the width of its longest word.

    In a panel that does not scroll sideways this makes all rows wider than the panel, and cuts
    the beginning or the end of each line.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def minimumSizeHint(self) -> QSize:
        """Return the height of the words, and no width."""
        return QSize(0, super().minimumSizeHint().height())


def breakable(text: str) -> str:
    """Return a text for display whose addresses may break where they have to."""
    return _LONG.sub("\\g<0>\N{ZERO WIDTH SPACE}", text)
