"""The formats one under another, each with a line that says whom it is for."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.exporters import EXPORTERS, Exporter
from reader.label import Language
from reader.ui.panels.look import RADIUS, body, look_of, small
from reader.ui.theme import GRID

_SUMMARY = Qt.ItemDataRole.UserRole
_WIDTH = 74 * GRID  # px
_PAD = 2 * GRID
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading


class FormatList(QListWidget):
    """Lists EXPORTERS; the current row is the format that is chosen."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exportFormat")
        self.setAccessibleName(self.tr("Format"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setItemDelegate(_FormatDelegate(self))
        self.viewport().setAutoFillBackground(False)
        for exporter in EXPORTERS:
            item = QListWidgetItem(exporter.label.text(language), self)
            summary = exporter.summary.text(language)
            item.setData(_SUMMARY, summary[:1].upper() + summary[1:])
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, summary)

    def exporter(self) -> Exporter:
        """Return the format that is chosen."""
        return EXPORTERS[max(0, self.currentRow())]

    def choose(self, key: str) -> None:
        """Choose a format by its key."""
        row = next((at for at, one in enumerate(EXPORTERS) if one.key == key), 0)
        self.setCurrentRow(row)


class _FormatDelegate(QStyledItemDelegate):
    """Paints a format's name, and below it its line in quieter words."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        view = self._view()
        look, state = look_of(view), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(view.layoutDirection())
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            has_focus = is_chosen and view.hasFocus()
            painter.setPen(QPen(look.accent, 1.5) if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(look.chosen if is_chosen else look.hover)
            painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), RADIUS, RADIUS)
        room = option.rect.adjusted(_PAD + 2, _PAD, -_PAD - 2, -_PAD)
        name, summary = _fonts(view)
        painter.setFont(name)
        painter.setPen(look.ink)
        height = QFontMetrics(name).height()
        top = QRect(room.left(), room.top(), room.width(), height)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeading, str(index.data()))
        painter.setFont(summary)
        painter.setPen(look.muted)
        rest = room.adjusted(0, height, 0, 0)
        painter.drawText(rest, _WRAPPED.value, str(index.data(_SUMMARY)))
        painter.restore()

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of both lines."""
        name, summary = _fonts(self._view())
        width = _WIDTH - 2 * _PAD - 6 * GRID
        room = QRect(0, 0, width, 1000)
        words = QFontMetrics(summary).boundingRect(room, _WRAPPED.value, str(index.data(_SUMMARY)))
        return QSize(width, QFontMetrics(name).height() + words.height() + 2 * _PAD)

    def _view(self) -> QListWidget:
        view = self.parent()
        if not isinstance(view, QListWidget):
            raise TypeError(view)
        return view


def _fonts(view: QWidget) -> tuple[QFont, QFont]:
    return body(view.font(), QFont.Weight.Medium), small(view.font())
