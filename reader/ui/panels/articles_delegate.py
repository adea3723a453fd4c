"""How an article looks in the list: its title, and a quiet line beneath."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.panels.articles_model import ArticleRole
from reader.ui.panels.look import MARGIN, RADIUS, Look, body, line_height, look_of, small
from reader.ui.panels.prose import draw_line, draw_title, fits
from reader.ui.panels.rows import draw_ground, is_mirrored, place
from reader.ui.panels.stepping import Index
from reader.ui.theme import GRID

_PAD = 2 * GRID  # px; above and below a row's words
_DOT = 7  # px; a label's
_LINES = 2  # of a title


class ArticleDelegate(QStyledItemDelegate):
    """Paints one article; `open_uid` names the one on the page. All rows are equally high."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.open_uid = ""

    def _fonts(self) -> tuple[QFont, QFont]:
        font = self._view.font()
        return body(font, QFont.Weight.Medium), small(font)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row: title, publisher and date, labels, number of annotations."""
        look = look_of(self._view)
        painter.save()
        draw_ground(painter, option, look, marked=index.data(ArticleRole.UID) == self.open_uid)
        room = option.rect.adjusted(MARGIN, _PAD, -MARGIN, -_PAD - 1)
        title_font, detail_font = self._fonts()
        line = line_height(title_font)
        text = index.data() or ""
        painter.setFont(title_font)
        painter.setPen(look.ink)
        lines = 1 if fits(text, title_font, room.width()) else _LINES
        # What a short title leaves free stands above and below it alike.
        top = room.top() + (_LINES - lines) * line // 2
        title = QRect(room.left(), top, room.width(), lines * line)
        draw_title(painter, title, text, default=is_mirrored(option))
        painter.setFont(detail_font)
        painter.setPen(look.muted)
        under = QRect(room.left(), title.bottom() + 1, room.width(), line_height(detail_font))
        self._draw_details(painter, option, index, under, look)
        painter.restore()

    def _draw_details(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        room: QRect,
        look: Look,
    ) -> None:
        """Paint the quiet line: from the end the count, the badge and the labels."""
        mirrored = is_mirrored(option)
        metrics = painter.fontMetrics()
        count = index.data(ArticleRole.COUNT) or ""
        end = room.right() + 1
        end -= metrics.horizontalAdvance(count) + GRID
        rest = QRect(end, room.top(), room.right() + 1 - end, room.height())
        draw_line(painter, place(option, rest), count, rtl=mirrored, from_right=not mirrored)
        badge = index.data(ArticleRole.BADGE)
        if badge:
            width = metrics.horizontalAdvance(badge) + 3 * GRID
            end -= width + GRID
            box = QRect(end, room.top() + 2, width, room.height() - 4)
            _draw_badge(painter, place(option, box), badge, look, rtl=mirrored)
        for colour in reversed(index.data(ArticleRole.COLOURS) or ()):
            end -= _DOT + GRID
            dot = QRect(end, room.center().y() - _DOT // 2, _DOT, _DOT)
            _draw_dot(painter, place(option, dot), colour)
        start = QRect(room.left(), room.top(), end - room.left() - 2 * GRID, room.height())
        detail = index.data(ArticleRole.DETAIL) or ""
        draw_line(painter, place(option, start), detail, rtl=mirrored)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size of a row with two lines of title."""
        title_font, detail_font = self._fonts()
        height = _LINES * line_height(title_font) + line_height(detail_font)
        return QSize(self._view.viewport().width(), height + 2 * _PAD + 1)


def _draw_badge(painter: QPainter, box: QRect, word: str, look: Look, *, rtl: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.line, 1))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.setPen(look.muted)
    inside = QRect(box)
    inside.setWidth(QFontMetrics(painter.font()).horizontalAdvance(word) + 2)
    inside.moveCenter(box.center())
    draw_line(painter, inside, word, rtl=rtl)
    painter.restore()


def _draw_dot(painter: QPainter, square: QRect, colour: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(square))
    painter.restore()
