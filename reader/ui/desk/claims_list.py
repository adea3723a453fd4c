"""The claims one under another, each in two lines."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.label import Language
from reader.model.claim_line import ClaimLine
from reader.model.vocabulary import CLAIM_STATES, label_of
from reader.ui.desk.claims_model import ClaimRole
from reader.ui.panels.list_view import Act, OwnKeys, is_enter, make_quiet
from reader.ui.panels.look import MARGIN, body, line_height, look_of, small
from reader.ui.panels.prose import draw_line, draw_own, flat
from reader.ui.panels.rows import draw_ground, is_mirrored, place
from reader.ui.panels.stepping import Index
from reader.ui.theme import GRID

_PAD = 2 * GRID  # px; above and below a row's words
_STATE_WIDTH = 32 * GRID  # px


class ClaimsList(QTableView):
    """`went_to` carries the row that a person went to, `opened` the one that Enter is pressed on.

    A table of one column, because a list view lays all its rows out anew whenever one of
    them changes.
    """

    went_to = Signal(QModelIndex)
    opened = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        make_quiet(self, name)
        self._keys = OwnKeys(self, self._act_of)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.doubleClicked.connect(self.opened)

    def take_height(self, height: int) -> None:
        """Give all rows one height, in px."""
        self.verticalHeader().setDefaultSectionSize(height)

    def _act_of(self, event: QKeyEvent) -> Act | None:
        return self._open if is_enter(event) else None

    def _open(self) -> None:
        if self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where a person went."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.went_to.emit(current)


class ClaimRowDelegate(QStyledItemDelegate):
    """Paints a claim in two lines: what it says, then who says it and where, and its state."""

    def __init__(self, view: QTableView, language: Language) -> None:
        super().__init__(view)
        self._view = view
        self._language = language

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        line: ClaimLine = index.data(ClaimRole.LINE)
        look, font = look_of(self._view), self._view.font()
        painter.save()
        draw_ground(painter, option, look, marked=index == self._view.currentIndex())
        rect, mirrored = option.rect, is_mirrored(option)
        left, top = rect.left() + MARGIN, rect.top() + _PAD
        width = rect.width() - 2 * MARGIN - _STATE_WIDTH
        first, second = line_height(body(font)), line_height(small(font))
        painter.setFont(body(font))
        painter.setPen(look.ink)
        words = QRect(left, top, width, first)
        draw_own(painter, place(option, words), flat(line.text), default=mirrored)
        painter.setFont(small(font))
        painter.setPen(look.muted)
        about = " · ".join(flat(one) for one in (line.claimant, line.article_title) if one)
        below = QRect(left, top + first, width, second)
        draw_line(painter, place(option, below), about, rtl=mirrored)
        state = label_of(CLAIM_STATES, line.state).text(self._language)
        room = QFontMetrics(painter.font()).horizontalAdvance(state) + 1
        end = QRect(rect.right() + 1 - MARGIN - room, top, room, first)
        draw_line(painter, place(option, end), state, rtl=mirrored)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size that every row has."""
        font = self._view.font()
        height = line_height(body(font)) + line_height(small(font))
        return QSize(self._view.viewport().width(), height + 2 * _PAD + 1)
