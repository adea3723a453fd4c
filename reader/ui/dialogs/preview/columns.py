"""Which column of a table holds what: a row for each column, with what stands in it."""

from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.importers import Columns
from reader.importers.columns import FIELDS
from reader.label import Label, Language
from reader.model.article_fields import ARTICLE_FIELDS
from reader.text.direction import is_rtl
from reader.ui.panels.list_view import Act, OwnKeys, is_enter, is_plain, make_quiet
from reader.ui.panels.look import body, line_height, look_of
from reader.ui.panels.marks import draw_chevron
from reader.ui.panels.prose import draw_line, flat, tooltip
from reader.ui.panels.rows import is_mirrored, place
from reader.ui.panels.stepping import Index
from reader.ui.theme import GRID

_ROOT = QModelIndex()
_TEXT, _NOTHING = Label("Text", "النص"), Label("Not used", "غير مستعمل")
_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_F2)
_HEADER_SHARE, _FIELD_WIDTH = 40 * GRID, 32 * GRID  # px
_SIGN = 10  # px
_WEIGHTS = (QFont.Weight.Medium, QFont.Weight.Normal, QFont.Weight.Normal)
_WORDS = Qt.ItemDataRole.DisplayRole


def field_label(field: str) -> Label:
    """Return what a field of `importers.columns` is called; "" is for none."""
    known = {one.key: one.label for one in ARTICLE_FIELDS}
    return known.get(field, _TEXT if field == "text" else _NOTHING)


class ColumnsModel(QAbstractTableModel):
    """A row for each column of a table: its header, what it holds, an example."""

    def __init__(self, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._language: Language = language
        self.columns = Columns((), ())

    def show_columns(self, columns: Columns) -> None:
        """Show another table's columns, or other fields of the same."""
        same = columns.headers == self.columns.headers
        if not same:
            self.beginResetModel()
        self.columns = columns
        if not same:
            self.endResetModel()
        elif columns.headers:
            last = self.index(len(columns.headers) - 1, 2)
            self.dataChanged.emit(self.index(0, 0), last)

    def _cell(self, row: int, column: int) -> str:
        one = self.columns
        if column == 1:
            return field_label(one.fields[row]).text(self._language)
        texts = one.headers if column == 0 else one.samples
        return flat(texts[row]) if row < len(texts) else ""

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of the table's columns."""
        return 0 if parent.isValid() else len(self.columns.headers)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return three: header, field, example."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = _WORDS) -> Any:
        """Return what a cell shows and says."""
        if not index.isValid():
            return None
        words = self._cell(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ": ".join(self._cell(index.row(), place) for place in range(3))
        return words if role == _WORDS else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _WORDS) -> Any:
        """Return what the columns of this table of columns are."""
        if orientation != Qt.Orientation.Horizontal or role != _WORDS:
            return None
        return (self.tr("Column"), self.tr("Holds"), self.tr("For example"))[section]


class ColumnsDelegate(QStyledItemDelegate):
    """Paints a cell: each text in its own direction, a sign beside what can be chosen."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        look, mirrored = look_of(self._view), is_mirrored(option)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.chosen if self._view.hasFocus() else look.hover)
        bottom = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(bottom, look.line)
        room = option.rect.adjusted(2 * GRID, 0, -2 * GRID, -1)
        if index.column() == 1:
            box = QRect(room.right() - _SIGN, room.center().y() - _SIGN // 2, _SIGN, _SIGN)
            draw_chevron(painter, QRectF(place(option, box)), look.muted)
            room = place(option, room.adjusted(0, 0, -_SIGN - GRID, 0))
        colours = (look.ink, look.ink, look.muted)
        painter.setPen(colours[index.column()])
        painter.setFont(body(self._view.font(), _WEIGHTS[index.column()]))
        text = index.data() or ""
        draw_line(painter, room, text, rtl=is_rtl(text, mirrored), from_right=mirrored)
        painter.restore()


class ColumnsView(QTableView):
    """Lets a person say what a column holds; `chosen` carries the columns as they are then."""

    chosen = Signal(object)

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importColumns")
        self._language: Language = language
        self._columns = ColumnsModel(language, self)
        self.setModel(self._columns)
        make_quiet(self, self.tr("Columns of the table"))
        self.setToolTip(self.tr("Say what a column holds (Enter)"))
        self.setShowGrid(False)
        self.setItemDelegate(ColumnsDelegate(self))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(line_height(body(self.font())) + 3 * GRID)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, _HEADER_SHARE)
        header.resizeSection(1, _FIELD_WIDTH)
        self._keys = OwnKeys(self, self._act_of)
        self.clicked.connect(self._ask)

    def show_columns(self, columns: Columns) -> None:
        """Show a table's columns; the current row stays."""
        self._columns.show_columns(columns)
        if not self.currentIndex().isValid() and columns.headers:
            self.setCurrentIndex(self._columns.index(0, 0))

    def menu_of(self, row: int) -> QMenu:
        """Return the fields that a column can hold, as a menu."""
        menu = QMenu(self)
        now = self._columns.columns.fields[row]
        for field in ("", *FIELDS):
            action = QAction(field_label(field).text(self._language), menu)
            action.setObjectName(f"column_{field}")
            action.setCheckable(True)
            action.setChecked(field == now)
            action.triggered.connect(partial(self._choose, row, field))
            menu.addAction(action)
            if field == now:
                menu.setActiveAction(action)
        return menu

    def _ask(self, index: Index) -> None:
        """Let the person choose what the column of a row holds."""
        box = self.visualRect(self._columns.index(index.row(), 1))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        menu = self.menu_of(index.row())
        corner = box.bottomRight() - QPoint(menu.sizeHint().width(), 0) if rtl else box.bottomLeft()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(corner))

    def _choose(self, row: int, field: str, *_: object) -> None:
        columns = self._columns.columns
        if field != columns.fields[row]:
            self.chosen.emit(columns.with_field(field, columns.headers[row]))

    def _act_of(self, event: QKeyEvent) -> Act | None:
        if not is_plain(event) or not self.currentIndex().isValid():
            return None
        if is_enter(event) or event.key() in _KEYS:
            return partial(self._ask, self.currentIndex())
        return None
