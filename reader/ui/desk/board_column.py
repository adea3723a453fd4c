"""One column of the board: the heading of a state over its cards."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.label import Language
from reader.model.vocabulary import CLAIM_STATES
from reader.ui.desk.claims_list import ClaimsList
from reader.ui.desk.claims_model import CLAIM_MIME, ClaimsModel
from reader.ui.panels.keycap import draw_keycap, keycap_width
from reader.ui.panels.look import RADIUS, line_height, look_of, small
from reader.ui.panels.moments import locale_of
from reader.ui.panels.own_line import begins_right
from reader.ui.panels.prose import draw_line
from reader.ui.theme import GRID

_LEAST_WIDTH = 52 * GRID  # px; of a column with cards
STATES = tuple(one.key for one in CLAIM_STATES)


class BoardColumn(QWidget):
    """One state: its heading over its cards."""

    def __init__(
        self, place: int, title: str, model: ClaimsModel, language: Language, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.heading = ColumnHeading(title, str(place + 1), language, self)
        self.cards = Cards(title, self)
        self.cards.setObjectName(f"cards_{STATES[place]}")
        self.cards.setModel(model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.cards, 1)
        self.show_count()

    def show_count(self) -> None:
        """Show how many claims there are; a column without any leaves its room to the others."""
        shown, total = self.model.rowCount(), self.model.total()
        self.heading.show_count(shown, total)
        self.setMinimumWidth(_LEAST_WIDTH if shown else self.heading.least_width())


class ColumnHeading(QWidget):
    """The name of a state, how many claims are in it, and the digit that moves one there."""

    def __init__(self, title: str, digit: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self._digit = digit
        self._language: Language = language
        self._count = ""
        self.setFixedHeight(9 * GRID)
        words = self.tr("Move a claim here: %1").replace("%1", digit)
        self.setToolTip(words)

    def least_width(self) -> int:
        """Return the px in which name, count and key are whole."""
        bold, plain = small(self.font(), QFont.Weight.DemiBold), small(self.font())
        words = QFontMetrics(bold).horizontalAdvance(self._title)
        words += QFontMetrics(plain).horizontalAdvance(self._count)
        return words + keycap_width(self._digit, plain) + 8 * GRID

    def show_count(self, shown: int, total: int) -> None:
        """Show how many claims are in the column, and of how many."""
        digits = locale_of(self._language)
        words = digits.toString(shown) if total else ""  # ٠ alone is a speck
        self._count = words if shown == total else f"{words}/{digits.toString(total)}"
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name, the count and the digit over a hairline."""
        look, rtl = look_of(self), begins_right(self)
        painter = QPainter(self)
        room = self.rect().adjusted(2 * GRID, 0, -2 * GRID, 0)
        painter.setFont(small(self.font(), QFont.Weight.DemiBold))
        painter.setPen(look.ink)
        draw_line(painter, room, self._title, rtl=rtl)
        title = QFontMetrics(painter.font()).horizontalAdvance(self._title) + 2 * GRID
        painter.setFont(small(self.font()))
        painter.setPen(look.muted)
        rest = room.adjusted(0, 0, -title, 0) if rtl else room.adjusted(title, 0, 0, 0)
        draw_line(painter, rest, self._count, rtl=rtl)
        width = keycap_width(self._digit, painter.font())
        left = room.left() if rtl else room.right() + 1 - width
        draw_keycap(painter, QRect(left, room.top(), width, room.height()), self._digit, look)
        painter.fillRect(GRID, self.height() - 1, self.width() - 2 * GRID, 1, look.line)


class Cards(ClaimsList):
    """The cards of one state.

    `step_wanted` and `shift_wanted` carry 1 for the next state and -1 for the one before,
    `place_wanted` a uid and the place of a state, `dropped` the uid of a card let fall here;
    `entered` tells that the keyboard is here.
    """

    step_wanted = Signal(int)
    shift_wanted = Signal(int)
    place_wanted = Signal(str, int)
    dropped = Signal(str)
    entered = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._is_target = False

    def take_height(self) -> None:
        """Give all cards the height that the delegate needs."""
        size = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
        self.verticalHeader().setDefaultSectionSize(max(size.height(), line_height(self.font())))

    def forget_current(self) -> None:
        """Let no card be the current one."""
        self.selectionModel().clear()
        self.viewport().update()

    def act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does with the current card, or None."""
        sides = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
        by = sides.get(event.key())
        if by is not None:
            by = -by if begins_right(self) else by
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return partial(self.shift_wanted.emit, by)
            return partial(self.step_wanted.emit, by)
        uid = self.current_uid()
        place = place_of(event)
        if uid and 0 <= place < len(STATES):
            return partial(self.place_wanted.emit, uid, place)
        if uid and event.key() == Qt.Key.Key_Delete:
            return partial(self.place_wanted.emit, uid, STATES.index("dropped"))
        return super().act_of(event)

    def _holds_claim(self, mime: QMimeData) -> bool:
        return mime.hasFormat(CLAIM_MIME)

    def _be_target(self, is_target: bool) -> None:
        """Show, or no longer, that a card would be let fall here."""
        self._is_target = is_target
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here."""
        super().focusInEvent(event)
        self.entered.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a card."""
        if self._holds_claim(event.mimeData()):
            event.acceptProposedAction()
            self._be_target(True)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take a card anywhere: the order is that of the sort."""
        if self._holds_claim(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that the card has gone on."""
        super().dragLeaveEvent(event)
        self._be_target(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards, and a frame round them where one would be let fall."""
        super().paintEvent(event)
        if self._is_target:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(look_of(self).accent, 2))
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -2, -2), RADIUS, RADIUS)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which card was let fall; it moves only when the desk's rules let it."""
        self._be_target(False)
        if not self._holds_claim(event.mimeData()):
            event.ignore()
            return
        uid = bytes(event.mimeData().data(CLAIM_MIME).data()).decode()
        event.setDropAction(Qt.DropAction.CopyAction)  # the row here is not Qt's to remove
        event.accept()
        self.dropped.emit(uid)


def place_of(event: QKeyEvent) -> int:
    """Return the place that a digit names, ٣ as well as 3, from 0; -1 for another key."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return -1
    text = event.text()
    return int(text) - 1 if len(text) == 1 and text.isdecimal() else -1
