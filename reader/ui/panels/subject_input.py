"""A line for a name, which offers the people, organisations and places that are known."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QCompleter, QListView, QStyle, QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from reader.model.subject import Subject
from reader.text.folding import fold
from reader.ui.panels.inputs import LineInput
from reader.ui.panels.list_view import is_enter
from reader.ui.panels.look import body, line_height, look_of, small
from reader.ui.panels.prose import draw_line, draw_own, flat
from reader.ui.panels.rows import is_mirrored, place
from reader.ui.panels.stepping import Index
from reader.ui.theme import GRID

_ROOT = QModelIndex()


class SubjectRole(IntEnum):
    """What the offered names hold beside Qt's own roles."""

    FOLDED = Qt.ItemDataRole.UserRole + 1  # every name of the subject, folded
    ROLE = Qt.ItemDataRole.UserRole + 2  # what the subject is, to tell namesakes apart


class SubjectsModel(QAbstractListModel):
    """The subjects of the library."""

    def __init__(self) -> None:
        super().__init__()
        self._subjects: list[Subject] = []
        self._folded: list[str] = []

    def show(self, subjects: list[Subject]) -> None:
        """Offer these subjects."""
        if subjects == self._subjects:
            return
        self.beginResetModel()
        self._subjects = subjects
        self._folded = [
            fold("\n".join((one.name, *one.other_names, one.latin_name))) for one in subjects
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of subjects."""
        return 0 if parent.isValid() else len(self._subjects)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of a subject."""
        if not index.isValid():
            return None
        if role == SubjectRole.FOLDED:
            return self._folded[index.row()]
        one = self._subjects[index.row()]
        shown = {Qt.ItemDataRole.DisplayRole.value: one.name, SubjectRole.ROLE.value: one.role}
        return shown.get(role)


class SubjectInput(LineInput):
    """A line for a subject's name. Down opens the whole list."""

    def __init__(self, subjects: Callable[[], list[Subject]], parent: QWidget) -> None:
        super().__init__(parent)
        self._subjects = subjects
        self._model = SubjectsModel()
        self._model.setParent(self)
        completer = _FoldedCompleter(self)
        completer.setModel(self._model)
        # The completer's own list: it would delete one of ours behind Python's back.
        self._offers = cast("QListView", completer.popup())
        self._offers.setItemDelegate(_SubjectDelegate(self._offers))
        completer.activated.connect(self.taken)
        self.setCompleter(completer)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer the subjects that there are now."""
        self._model.show(self._subjects())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a name that is offered, or open the list."""
        completer = self.completer()
        offering = self._offers.isVisible()
        if is_enter(event) and offering:
            if self._offers.currentIndex().isValid():
                event.ignore()  # the completer takes the name, and then tells
            else:
                self._offers.hide()
                self.taken.emit()
        elif event.key() == Qt.Key.Key_Down and not offering:
            completer.setCompletionPrefix("")
            completer.complete()
        else:
            super().keyPressEvent(event)


class _FoldedCompleter(QCompleter):
    """Compares folded names, and offers them as they are written."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCompletionRole(SubjectRole.FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class _SubjectDelegate(QStyledItemDelegate):
    """Paints a name, and what its bearer is beside it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        """Paint the name and what its bearer is."""
        look = look_of(self._view)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.chosen)
        room = option.rect.adjusted(2 * GRID, 0, -2 * GRID, 0)
        mirrored = is_mirrored(option)
        name, role = flat(index.data()), flat(index.data(SubjectRole.ROLE))
        painter.setFont(body(self._view.font()))
        painter.setPen(look.ink)
        width = min(QFontMetrics(painter.font()).horizontalAdvance(name) + 1, room.width())
        draw_own(painter, place(option, _part(room, 0, width)), name, default=mirrored)
        painter.setFont(small(self._view.font()))
        painter.setPen(look.muted)
        left = room.width() - width - 2 * GRID
        if left > 0:
            rest = _part(room, width + 2 * GRID, left)
            draw_line(painter, place(option, rest), role, rtl=mirrored)
        painter.restore()

    def sizeHint(self, _option: Option, _index: Index) -> QSize:
        """Return the size of a line."""
        return QSize(0, line_height(body(self._view.font())) + 2 * GRID)


def _part(room: QRect, start: int, width: int) -> QRect:
    return QRect(room.left() + start, room.top(), width, room.height())
