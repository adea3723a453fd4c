"""Cards as they were painted last: one that only came to stand elsewhere is not drawn anew."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

_MOST = 24  # more than a column shows; each takes about 200 KB


class CardPictures:
    """Pictures by all that they were drawn from."""

    def __init__(self) -> None:
        self._held: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def paint(
        self, painter: QPainter, rect: QRect, told: Hashable, draw: Callable[[QPainter], None]
    ) -> None:
        """Paint what `draw` draws into a rectangle; `told` is all that this depends on.

        The picture has the painter's scale, so that a screen of another one gets its own.
        """
        scale = painter.device().devicePixelRatio()
        key = (told, rect.width(), rect.height(), scale)
        picture = self._held.get(key)
        if picture is None:
            picture = self._held[key] = _drawn(painter, rect, scale, draw)
            if len(self._held) > _MOST:
                self._held.popitem(last=False)
        self._held.move_to_end(key)
        painter.drawPixmap(rect.topLeft(), picture)


def _drawn(like: QPainter, rect: QRect, scale: float, draw: Callable[[QPainter], None]) -> QPixmap:
    picture = QPixmap(rect.size() * scale)
    picture.setDevicePixelRatio(scale)
    painter = QPainter(picture)
    painter.setRenderHints(like.renderHints())
    painter.setLayoutDirection(like.layoutDirection())
    painter.translate(-rect.topLeft())
    draw(painter)
    painter.end()
    return picture
