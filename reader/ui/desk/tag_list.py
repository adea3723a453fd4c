"""The tags of the codebook in their order, each with its shape, its key and its uses."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.label import Language
from reader.model.tags import Tag
from reader.ui.panels.keycap import draw_keycap, keycap_width
from reader.ui.panels.list_view import make_quiet
from reader.ui.panels.look import MARGIN, body, look_of, small
from reader.ui.panels.marks import MARK, draw_mark
from reader.ui.panels.moments import locale_of
from reader.ui.panels.own_line import begins_right
from reader.ui.panels.prose import draw_line, draw_own
from reader.ui.theme import GRID

Index = QModelIndex | QPersistentModelIndex
_TAG = Qt.ItemDataRole.UserRole
_HEIGHT = 10 * GRID  # px


class TagsModel(QAbstractListModel):
    """The rows of the list; `uses` counts annotations by a tag's key."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._tags: tuple[Tag, ...] = ()
        self._uses: Mapping[str, int] = {}

    def show(self, tags: tuple[Tag, ...], uses: Mapping[str, int]) -> None:
        """Show tags, with how often each is used."""
        self.beginResetModel()
        self._tags, self._uses = tags, uses
        self.endResetModel()

    def key_at(self, row: int) -> str:
        """Return the key of a row's tag, "" for none."""
        return self._tags[row].key if 0 <= row < len(self._tags) else ""

    def row_of(self, key: str) -> int:
        """Return the row of a tag, -1 for none."""
        return next((row for row, one in enumerate(self._tags) if one.key == key), -1)

    def uses(self, tag: Tag) -> str:
        """Return how often a tag is used, "" for never."""
        count = self._uses.get(tag.key, 0)
        return locale_of(self._language).toString(count) if count else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of tags."""
        return 0 if parent.isValid() else len(self._tags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a tag's name, or the tag itself."""
        if not index.isValid():
            return None
        tag = self._tags[index.row()]
        name = tag.label.text(self._language)
        spoken = ", ".join(filter(None, (name, self.uses(tag), tag.digit)))
        return {
            Qt.ItemDataRole.DisplayRole: name,
            Qt.ItemDataRole.AccessibleTextRole: spoken,
            _TAG: tag,
        }.get(Qt.ItemDataRole(role) if role < _TAG else _TAG)


class TagsList(QListView):
    """`went_to` carries the key of the tag that is current from now on."""

    went_to = Signal(str)

    def __init__(self, name: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        make_quiet(self, name)
        self.setObjectName("codebookTags")
        self.tags = TagsModel(language, self)
        self.setModel(self.tags)
        self.setItemDelegate(_Rows(self.tags, self))
        self.selectionModel().currentChanged.connect(self._tell)

    def set_current(self, key: str) -> None:
        """Show which tag is the current one."""
        self.setCurrentIndex(self.tags.index(max(0, self.tags.row_of(key))))

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.went_to.emit(self.tags.key_at(current.row()))


class _Rows(QStyledItemDelegate):
    """Paints a row: shape, name, and at its end the quiet words."""

    def __init__(self, tags: TagsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._tags = tags

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of every row."""
        return QSize(super().sizeHint(option, index).width(), _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        view: QWidget = option.widget
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        look, tag = look_of(view), index.data(_TAG)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.chosen)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.hover)
        room, from_right = rect.adjusted(MARGIN, 0, -MARGIN, 0), begins_right(view)
        way = Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight

        def placed(left: int, width: int) -> QRect:
            part = QRect(room.left() + left, room.top(), width, room.height())
            return QStyle.visualRect(way, room, part)

        mark = QRect(room.left(), room.center().y() - MARK // 2, MARK, MARK)
        draw_mark(painter, QRectF(QStyle.visualRect(way, room, mark)), tag)
        painter.setPen(look.muted)
        painter.setFont(small(view.font()))
        key = keycap_width("0", painter.font())  # the keys stand in a column, the counts in another
        draw_keycap(painter, placed(room.width() - key, key), tag.digit, look)
        uses = self._tags.uses(tag)
        width = painter.fontMetrics().horizontalAdvance(uses) + 2
        width += key + 2 * GRID
        count = placed(room.width() - width, width - key - 2 * GRID)
        draw_line(painter, count, uses, rtl=from_right, from_right=not from_right)
        painter.setPen(look.ink)
        painter.setFont(body(view.font(), QFont.Weight.Medium))
        start = MARK + 2 * GRID
        draw_own(
            painter, placed(start, room.width() - width - start), index.data(), default=from_right
        )
        painter.restore()
