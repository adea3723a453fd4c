"""Our own line icons, drawn in the colour of the words beside them."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.paths import resource

_SIZES = (16, 20, 24, 32, 48)


class Icons:
    """Makes icons in one colour; `mirrored` turns those that point along the line."""

    _DIRECTED = frozenset({"undo", "redo", "chevron", "sidebar", "panel-list", "open", "help"})

    def __init__(self, colour: str, faded: str, *, mirrored: bool) -> None:
        self._colour = colour
        self._faded = faded
        self._mirrored = mirrored

    def icon(self, name: str) -> QIcon:
        """Return an icon by its file name without ".svg"; an empty one for no name."""
        icon = QIcon()
        if not name:
            return icon
        source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
        for mode, colour in (
            (QIcon.Mode.Normal, self._colour),
            (QIcon.Mode.Disabled, self._faded),
        ):
            for size in _SIZES:
                icon.addPixmap(self._drawn(source, colour, size, name in self._DIRECTED), mode)
        return icon

    def _drawn(self, source: str, colour: str, size: int, directed: bool) -> QPixmap:
        coloured = source.replace("currentColor", QColor(colour).name())
        renderer = QSvgRenderer(QByteArray(coloured.encode()))
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        if directed and self._mirrored:
            painter.translate(size, 0)
            painter.scale(-1, 1)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap


def application_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(resource("icons", "hashiya.svg")))
