"""The tree of shelves: quiet rows with their numbers, named in their place."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from reader.model.article_filter import Shelf
from reader.text.direction import is_rtl
from reader.ui.panels.list_view import Act, OwnKeys, is_enter, is_plain, make_quiet
from reader.ui.panels.look import MARGIN, Look, body, line_height, look_of, small
from reader.ui.panels.own_line import OwnLine
from reader.ui.panels.prose import draw_line
from reader.ui.panels.rows import is_mirrored, place
from reader.ui.panels.shelf_model import COLLECTIONS, LABELS, ShelfModel, ShelfRole
from reader.ui.panels.shelf_signs import SIGN, draw_sign
from reader.ui.theme import GRID

_ROW = 7 * GRID  # px
_STEP = 4 * GRID  # px; how far a collection stands within another
_ROOM = 12 * _ROW  # px; before the tree scrolls

Index = QModelIndex | QPersistentModelIndex


class ShelfTree(QTreeView):
    """Chooses the shelf on show.

    `chosen` carries it; `entered` tells that the list is wanted (Enter), `new_wanted`
    the heading under which something is to be made, `delete_wanted` what Delete was
    pressed on, `menu_wanted` a shelf and where.
    """

    chosen = Signal(object)
    entered = Signal()
    new_wanted = Signal(object)
    delete_wanted = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, model: ShelfModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        make_quiet(self, name)
        self.setObjectName("shelfTree")
        self._model = model
        self._room = _ROOM
        self.setModel(model)
        self._keys = OwnKeys(self, self._act_of)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(True)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setItemDelegate(ShelfDelegate(self))
        self.expanded.connect(self._fit)
        self.collapsed.connect(self._fit)

    def follow(self, current: Shelf) -> None:
        """Open what is new, mark the shelf on show, and take the height that the rows need."""
        self.expandAll()
        index = self._model.index_of(current)
        self.setCurrentIndex(index)
        self._fit()

    def set_room(self, height: int) -> None:
        """Let the tree be at most so high, in px."""
        self._room = height
        self._fit()

    def rename(self, shelf: Shelf) -> None:
        """Begin to edit the name of a collection or label in its place."""
        index = self._model.index_of(shelf)
        if index.isValid() and self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.scrollTo(index)
            self.edit(index)

    def current(self) -> Shelf | None:
        """Return the shelf under the keyboard."""
        return self._model.shelf_at(self.currentIndex())

    def sizeHint(self) -> QSize:
        """Return a size that holds every row, up to a limit."""
        height = self._visible_rows() * _ROW + 2 * GRID
        return QSize(40 * GRID, min(height, self._room))

    def _visible_rows(self) -> int:
        count, index = 0, self._model.index(0, 0)
        while index.isValid():
            count += 1
            index = self.indexBelow(index)
        return count

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def _act_of(self, event: QKeyEvent) -> Act | None:
        if not is_plain(event) or self.state() == QAbstractItemView.State.EditingState:
            return None
        if is_enter(event):
            return self._enter
        acts: Mapping[int, Act] = {
            Qt.Key.Key_F2: self._rename_current,
            Qt.Key.Key_Delete: self._delete,
        }
        return acts.get(event.key())

    def _enter(self) -> None:
        shelf = self.current()
        if shelf in (COLLECTIONS, LABELS):
            self.new_wanted.emit(shelf)
        elif shelf is not None:
            self.chosen.emit(shelf)
            self.entered.emit()

    def _rename_current(self) -> None:
        shelf = self.current()
        if shelf is not None:
            self.rename(shelf)

    def _delete(self) -> None:
        shelf = self.current()
        if shelf is not None:
            self.delete_wanted.emit(shelf)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the shelf that is clicked; a click on a heading makes a new one under it."""
        super().mouseReleaseEvent(event)
        shelf = self._model.shelf_at(self.indexAt(event.position().toPoint()))
        if event.button() != Qt.MouseButton.LeftButton or shelf is None:
            return
        if shelf in (COLLECTIONS, LABELS):
            if self._is_on_plus(event.position().toPoint().x()):
                self.new_wanted.emit(shelf)
        else:
            self.chosen.emit(shelf)

    def _is_on_plus(self, x: int) -> bool:
        width = self.viewport().width()
        from_end = x if self.isRightToLeft() else width - x
        return from_end < MARGIN + 6 * GRID

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the shelf at the mouse, or of the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        centre = self.viewport().mapToGlobal(self.visualRect(index).center())
        shelf = self._model.shelf_at(index)
        if shelf is not None:
            self.menu_wanted.emit(shelf, centre if by_key else event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and a hairline under them."""
        super().paintEvent(event)
        viewport = self.viewport()
        line = QRect(0, viewport.height() - 1, viewport.width(), 1)
        QPainter(viewport).fillRect(line, look_of(self).line)

    def drawBranches(self, _painter: QPainter, _rect: QRect, _index: Index) -> None:
        """Draw none: a collection within another only stands further in."""


class ShelfDelegate(QStyledItemDelegate):
    """Paints one shelf: its sign, its name, its number."""

    def __init__(self, tree: ShelfTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        look = look_of(self._tree)
        shelf = index.data(ShelfRole.SHELF)
        is_heading = shelf in (COLLECTIONS, LABELS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not is_heading:
            _draw_ground(painter, option, look)
        start = option.rect.left() + MARGIN + _depth(index) * _STEP
        end = option.rect.right() + 1 - MARGIN
        sign = QRect(start, option.rect.center().y() - SIGN // 2, SIGN, SIGN)
        if not is_heading:
            draw_sign(
                painter, QRectF(place(option, sign)), shelf, index.data(ShelfRole.COLOUR), look
            )
            start += SIGN + 2 * GRID
        painter.setFont(small(self._tree.font()) if is_heading else body(self._tree.font()))
        painter.setPen(look.muted if is_heading else look.ink)
        count = "+" if is_heading else index.data(ShelfRole.COUNT)
        width = painter.fontMetrics().horizontalAdvance(count) + GRID
        name = QRect(start, option.rect.top(), end - start - width - GRID, option.rect.height())
        mirrored = is_mirrored(option)
        words = index.data()
        way = is_rtl(words, mirrored)
        draw_line(painter, place(option, name), words, rtl=way, from_right=mirrored)
        painter.setPen(look.muted)
        painter.setFont(small(self._tree.font()))
        number = QRect(end - width, option.rect.top(), width, option.rect.height())
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        where = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place(option, number), int(where), count)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size of a row."""
        return QSize(0, max(_ROW, line_height(body(self._tree.font()))))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line in which a name is edited."""
        line = OwnLine(parent)
        line.setAccessibleName(index.data())
        line.setFont(body(self._tree.font()))
        line.setAutoFillBackground(True)
        line.setObjectName("shelfName")
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the name; what is being typed stays when the shelves are told anew."""
        if isinstance(editor, OwnLine) and not editor.isModified():
            editor.setText(index.data())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the line where the name stands."""
        start = MARGIN + _depth(index) * _STEP + SIGN + 2 * GRID
        room = option.rect.adjusted(start, 1, -MARGIN, -1)
        editor.setGeometry(place(option, room))


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look) -> None:
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        ground = look.chosen if state & QStyle.StateFlag.State_Active else look.hover
        painter.fillRect(option.rect, ground)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, look.hover)


def _depth(index: Index) -> int:
    """Return how many collections one lies in; what stands under a heading lies in none."""
    depth, above = 0, index.parent()
    while above.isValid():
        depth += above.data(ShelfRole.SHELF) not in (COLLECTIONS, LABELS)
        above = above.parent()
    return depth
