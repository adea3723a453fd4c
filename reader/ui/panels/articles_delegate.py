"""How an article looks in the list: its title, and a quiet line beneath."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.panels.articles_model import ArticleRole
from reader.ui.panels.listing import Index
from reader.ui.panels.look import MARGIN, body, line_height, look_of, small
from reader.ui.panels.prose import draw_line, draw_title, fits
from reader.ui.panels.rows import draw_ground, is_mirrored, place
from reader.ui.theme import GRID

_PAD = 2 * GRID  # px; above and below a row's words


class ArticleDelegate(QStyledItemDelegate):
    """Paints one article; `open_uid` names the one on the page."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.open_uid = ""

    def _fonts(self) -> tuple[QFont, QFont]:
        font = self._view.font()
        return body(font, QFont.Weight.Medium), small(font)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row: title, publisher and date, number of annotations."""
        look = look_of(self._view)
        is_open = index.data(ArticleRole.UID) == self.open_uid
        painter.save()
        draw_ground(painter, option, look, marked=is_open)
        mirrored = is_mirrored(option)
        room = option.rect.adjusted(MARGIN, _PAD, -MARGIN, -_PAD - 1)
        title_font, detail_font = self._fonts()
        detail_height = line_height(detail_font)
        painter.setFont(title_font)
        painter.setPen(look.ink)
        title = QRect(room.left(), room.top(), room.width(), room.height() - detail_height)
        draw_title(painter, title, index.data(), default=mirrored)
        painter.setFont(detail_font)
        painter.setPen(look.muted)
        count = index.data(ArticleRole.COUNT)
        width = QFontMetrics(detail_font).horizontalAdvance(count) + GRID
        top = room.bottom() + 1 - detail_height
        start = QRect(room.left(), top, room.width() - width - 2 * GRID, detail_height)
        end = QRect(room.right() + 1 - width, top, width, detail_height)
        draw_line(painter, place(option, start), index.data(ArticleRole.DETAIL), rtl=mirrored)
        draw_line(painter, place(option, end), count, rtl=mirrored, from_right=not mirrored)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row with one or two lines of title."""
        width = self._view.viewport().width()
        title_font, detail_font = self._fonts()
        lines = 1 if fits(index.data(), title_font, width - 2 * MARGIN) else 2
        height = lines * line_height(title_font) + line_height(detail_font)
        return QSize(width, height + 2 * _PAD + 1)
