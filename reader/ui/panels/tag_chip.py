"""A tag as a button: its shape, its name, and a count or its key beside it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from reader.label import Language
from reader.model.tags import Tag
from reader.ui.panels.keycap import draw_keycap, keycap_width
from reader.ui.panels.look import RADIUS, blended, look_of, small
from reader.ui.panels.marks import MARK, draw_mark
from reader.ui.theme import GRID

_HEIGHT = 7 * GRID  # px
_GAP = GRID + 2  # px; between the parts of a chip
_PAD = 2 * GRID  # px; at both ends
_CLOSE = GRID  # px; at both ends of a chip with a key, which has a frame of its own


class TagChip(QAbstractButton):
    """A switch for one tag. `tag_key` names it; a count, or its key, stands at its end."""

    def __init__(self, tag: Tag, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.tag_key = tag.key
        self._tag = tag
        self._beside = ""
        self._digit = ""
        self._name = tag.label.text(language)
        self.setText(self._name.replace("&", "&&"))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(small(self.font()))

    def set_beside(self, words: str) -> None:
        """Set the quiet word at the chip's end."""
        if words != self._beside:
            self._beside = words
            self.updateGeometry()
            self.update()

    def set_digit(self, digit: str) -> None:
        """Set the key that picks the tag; "" for none."""
        if digit != self._digit:
            self._digit = digit
            self.updateGeometry()
            self.update()

    def _parts(self) -> tuple[int, int]:
        """Return the widths of the name and of what stands beside it, in px."""
        metrics = QFontMetrics(small(self.font(), QFont.Weight.Medium))
        beside = keycap_width(self._digit, small(self.font()))
        beside = beside or metrics.horizontalAdvance(self._beside)
        return metrics.horizontalAdvance(self._name) + 1, beside + _GAP if beside else 0

    def sizeHint(self) -> QSize:
        """Return the size of shape, name and what stands beside it."""
        pad = _CLOSE if self._digit else _PAD
        return QSize(2 * pad + MARK + _GAP + sum(self._parts()), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same size, but for a key: where there is no room, it is left out."""
        size = self.sizeHint()
        return size - QSize(self._parts()[1], 0) if self._digit else size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = look.accent if self.isChecked() or self.hasFocus() else look.line
        ground = look.chosen if self.isChecked() else look.surface
        if self.underMouse() and self.isEnabled():
            ground = blended(ground, look.ink, 0.05)
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        look = look_of(self)
        name, beside = self._parts()
        if self.width() < self.sizeHint().width():
            beside = 0
        height = self.height()
        left = (self.width() - MARK - _GAP - name - beside) // 2
        mark = QRect(left, (height - MARK) // 2, MARK, MARK)
        draw_mark(painter, QRectF(self._placed(mark)), self._tag)
        left += MARK + _GAP
        centred = int(Qt.AlignmentFlag.AlignCenter)
        weight = QFont.Weight.Medium if self.isChecked() else QFont.Weight.Normal
        painter.setFont(small(self.font(), weight))
        painter.setPen(look.ink)
        painter.drawText(self._placed(QRect(left, 0, name, height)), centred, self._name)
        painter.setFont(small(self.font()))
        painter.setPen(look.muted)
        last = QRect(left + name + _GAP, 0, max(0, beside - _GAP), height)
        if self._digit and beside:
            draw_keycap(painter, self._placed(last), self._digit, look)
        else:
            painter.drawText(self._placed(last), centred, self._beside)

    def _placed(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
