"""How the register looks, and its keys."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.label import Language
from reader.model.vocabulary import SUBJECT_KINDS, label_of
from reader.text.direction import is_rtl
from reader.ui.desk.register_model import RegisterLine, RegisterRole
from reader.ui.panels.list_view import Act, OwnKeys, is_enter, is_plain, make_quiet
from reader.ui.panels.look import MARGIN, body, line_height, look_of, small
from reader.ui.panels.moments import locale_of
from reader.ui.panels.prose import draw_line, flat
from reader.ui.panels.rows import draw_ground, is_mirrored, place
from reader.ui.panels.stepping import Index
from reader.ui.theme import GRID

_PAD = 2 * GRID  # px; above and below a row's words


class RegisterDelegate(QStyledItemDelegate):
    """Paints a name, what its bearer is, and how often it is pointed to."""

    def __init__(self, view: QListView, language: Language) -> None:
        super().__init__(view)
        self._view = view
        self._language: Language = language

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        line: RegisterLine = index.data(RegisterRole.LINE)
        look = look_of(self._view)
        mirrored = is_mirrored(option)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, option, look, marked=chosen)
        room = option.rect.adjusted(MARGIN, _PAD, -MARGIN, -_PAD)
        name, detail = self._lines(room)
        count = line.referred.total
        shown = locale_of(self._language).toString(count) if count else ""
        painter.setFont(small(self._view.font()))
        width = QFontMetrics(painter.font()).horizontalAdvance(shown) + GRID
        painter.setPen(look.muted)
        end = QRect(name.right() + 1 - width, name.top(), width, name.height())
        draw_line(painter, place(option, end), shown, rtl=mirrored, from_right=not mirrored)
        painter.setFont(body(self._view.font(), QFont.Weight.Medium))
        painter.setPen(look.ink)
        start = name.adjusted(0, 0, -width - 2 * GRID, 0)
        name_rtl = is_rtl(line.subject.name, mirrored)
        draw_line(painter, place(option, start), flat(line.subject.name), rtl=name_rtl)
        painter.setFont(small(self._view.font()))
        painter.setPen(look.danger if line.has_twin else look.muted)
        said = self._detail(line)
        under = place(option, detail.adjusted(0, 0, -width - 2 * GRID, 0))
        draw_line(painter, under, said, rtl=is_rtl(said, mirrored), from_right=name_rtl)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size of a row."""
        lines = line_height(body(self._view.font())) + line_height(small(self._view.font()))
        return QSize(0, lines + 2 * _PAD + 1)

    def _lines(self, room: QRect) -> tuple[QRect, QRect]:
        first = line_height(body(self._view.font()))
        second = line_height(small(self._view.font()))
        return (
            QRect(room.left(), room.top(), room.width(), first),
            QRect(room.left(), room.top() + first, room.width(), second),
        )

    def _detail(self, line: RegisterLine) -> str:
        if line.has_twin:
            return self.tr("Another bears this name")
        kind = label_of(SUBJECT_KINDS, line.subject.kind).text(self._language)
        return flat(line.subject.role) or kind


class RegisterList(QListView):
    """Several may be chosen, to be merged; Enter goes to the page of one.

    `went_to` follows the current one, `deleted` tells that Delete was pressed, `entered_on`
    that Enter was.
    """

    went_to = Signal(QModelIndex)
    deleted = Signal()
    entered_on = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("registerList")
        make_quiet(self, name)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._keys = OwnKeys(self, self._act_of)

    def chosen(self) -> list[str]:
        """Return the uids of those that are chosen, the current one first."""
        current = self.currentIndex()
        rows = sorted(self.selectedIndexes(), key=lambda one: (one != current, one.row()))
        return [str(one.data(RegisterRole.UID)) for one in rows]

    def _act_of(self, event: QKeyEvent) -> Act | None:
        if event.key() == Qt.Key.Key_Delete and is_plain(event):
            return self.deleted.emit
        return self.entered_on.emit if is_enter(event) else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which one is current."""
        super().currentChanged(current, previous)
        self.went_to.emit(current)
