"""Our own line icons, drawn in the colour of the words beside them."""

from PySide6.QtCore import QRectF, QSize, Qt
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
        renderer = QSvgRenderer(str(resource("icons", f"{name}.svg")))
        for size in _SIZES:
            drawn = self._drawn(renderer, size, mirrored=self._mirrored and name in self._DIRECTED)
            icon.addPixmap(_in_colour(drawn, self._colour), QIcon.Mode.Normal)
            icon.addPixmap(_in_colour(drawn, self._faded), QIcon.Mode.Disabled)
        return icon

    def of_the_program(self) -> QIcon:
        """Return the program's own icon, in its own colours."""
        return QIcon(str(resource("icons", "hashiya.svg")))

    def _drawn(self, renderer: QSvgRenderer, size: int, *, mirrored: bool) -> QPixmap:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        if mirrored:
            painter.translate(size, 0)
            painter.scale(-1, 1)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap


def _in_colour(drawn: QPixmap, colour: str) -> QPixmap:
    """Return a drawing of one colour in another: reading and drawing it again takes far longer."""
    pixmap = QPixmap(drawn)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(colour))
    painter.end()
    return pixmap
