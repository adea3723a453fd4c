"""A line that offers what is known as one types, compared as search compares."""

from collections.abc import Callable, Generator
from enum import IntEnum
from typing import Any, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QCompleter, QListView, QStyle, QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from reader.frozen import dataclass
from reader.text.folding import fold
from reader.ui.panels.inputs import LineInput
from reader.ui.panels.list_view import is_enter
from reader.ui.panels.look import body, line_height, look_of, small
from reader.ui.panels.prose import draw_line, draw_own, flat
from reader.ui.panels.rows import is_mirrored, place
from reader.ui.panels.stepping import Index
from reader.ui.theme import GRID
from reader.ui.turns import Turns

_ROOT = QModelIndex()
_FOLDED_AT_ONCE = 2_000  # offers whose words are folded in a turn


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered: its key, the words it is taken by, and what tells namesakes apart.

    `names` are further words by which it is found.
    """

    key: str
    words: str
    beside: str = ""
    names: tuple[str, ...] = ()


class OfferRole(IntEnum):
    """What an offer holds beside Qt's own roles."""

    FOLDED = Qt.ItemDataRole.UserRole + 1  # everything it is found by, folded
    BESIDE = Qt.ItemDataRole.UserRole + 2
    KEY = Qt.ItemDataRole.UserRole + 3


class OffersModel(QAbstractListModel):
    """What a line offers."""

    def __init__(self) -> None:
        super().__init__()
        self._offers: list[Offer] = []
        self._folded: list[str] = []

    def showing(self, offers: list[Offer]) -> Generator[None, None, None]:
        """Offer these, in steps: they come all at once, in the last of them."""
        if offers == self._offers:
            return
        folded: list[str] = []
        for first in range(0, len(offers), _FOLDED_AT_ONCE):
            part = offers[first : first + _FOLDED_AT_ONCE]
            folded += [fold("\n".join((one.words, *one.names))) for one in part]
            yield
        self.beginResetModel()
        self._offers, self._folded = offers, folded
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of offers."""
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of an offer."""
        if not index.isValid():
            return None
        if role == OfferRole.FOLDED:
            return self._folded[index.row()]
        one = self._offers[index.row()]
        shown = {
            Qt.ItemDataRole.DisplayRole.value: one.words,
            OfferRole.BESIDE.value: one.beside,
            OfferRole.KEY.value: one.key,
        }
        return shown.get(role)


class OfferedInput(LineInput):
    """A line that is filled with what is offered, or freely. Down opens the whole list."""

    def __init__(self, offers: Callable[[], list[Offer]], parent: QWidget) -> None:
        super().__init__(parent)
        self._offered = offers
        self._model = OffersModel()
        self._model.setParent(self)
        self._showing: Generator[None, None, None] | None = None
        completer = _FoldedCompleter(self)
        completer.setModel(self._model)
        # The completer's own list: it would delete one of ours behind Python's back.
        self._offers = cast("QListView", completer.popup())
        self._offers.setItemDelegate(_OfferDelegate(self._offers))
        self._offers.setUniformItemSizes(True)  # or thousands are asked for their height
        activated: Any = completer.activated  # of its two kinds, that with the row
        activated[QModelIndex].connect(self._take)
        self.setCompleter(completer)

    def _take(self, _index: QModelIndex) -> None:
        self.taken.emit()

    def _show_all(self) -> Generator[None, None, None]:
        offers = self._offered()
        yield
        yield from self._model.showing(offers)

    def _show_the_rest(self) -> None:
        """Offer everything now, since somebody types already."""
        for _ in self._showing or ():
            pass

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer what there is now, in a moment: of thousands that takes some turns."""
        if self._showing is not None:
            self._showing.close()
        self._showing = self._show_all()
        Turns(self._showing, self)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is offered, or open the list."""
        self._show_the_rest()
        completer = self.completer()
        offering = self._offers.isVisible()
        if is_enter(event) and offering:
            if self._offers.currentIndex().isValid():
                event.ignore()  # the completer takes it, and then tells
            else:
                self._offers.hide()
                self.taken.emit()
        elif event.key() == Qt.Key.Key_Down and not offering:
            completer.setCompletionPrefix("")
            completer.complete()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Offer what there is for what comes from an input method."""
        self._show_the_rest()
        super().inputMethodEvent(event)


class KeyedInput(OfferedInput):
    """A line whose value is the key of what was offered; `words_of` tells the words of a key.

    Words that nothing on offer has are given on as they were typed.
    """

    _held = ""  # Qt asks for the text while the line is being made

    def __init__(
        self,
        offers: Callable[[], list[Offer]],
        words_of: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        super().__init__(offers, parent)
        self._words_of = words_of

    def text(self) -> str:
        """Return the key that is held, or what was typed instead."""
        shown = super().text()
        if shown == self.words_of(self._held):
            return self._held
        meant = [one.key for one in self._offered() if fold(one.words) == fold(shown)]
        return meant[0] if len(meant) == 1 else shown

    def set_text(self, text: str) -> None:
        """Show the words of a key."""
        self._held = text
        super().set_text(self.words_of(text))

    def words_of(self, value: str) -> str:
        """Return a value as a person reads it."""
        return flat(self._words_of(value)) if value else ""

    def _take(self, index: QModelIndex) -> None:
        self.set_text(str(index.data(OfferRole.KEY)))
        self.taken.emit()


class _FoldedCompleter(QCompleter):
    """Compares folded words, and offers them as they are written."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCompletionRole(OfferRole.FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(8)

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class _OfferDelegate(QStyledItemDelegate):
    """Paints the words of an offer, and beside them what tells it apart."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        """Paint an offer."""
        look = look_of(self._view)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look.chosen)
        room = option.rect.adjusted(2 * GRID, 0, -2 * GRID, 0)
        mirrored = is_mirrored(option)
        words, beside = flat(index.data()), flat(index.data(OfferRole.BESIDE))
        painter.setFont(body(self._view.font()))
        painter.setPen(look.ink)
        width = min(QFontMetrics(painter.font()).horizontalAdvance(words) + 1, room.width())
        draw_own(painter, place(option, _part(room, 0, width)), words, default=mirrored)
        painter.setFont(small(self._view.font()))
        painter.setPen(look.muted)
        left = room.width() - width - 2 * GRID
        if left > 0:
            rest = _part(room, width + 2 * GRID, left)
            draw_line(painter, place(option, rest), beside, rtl=mirrored)
        painter.restore()

    def sizeHint(self, _option: Option, _index: Index) -> QSize:
        """Return the size of a line."""
        return QSize(0, line_height(body(self._view.font())) + 2 * GRID)


def _part(room: QRect, start: int, width: int) -> QRect:
    return QRect(room.left() + start, room.top(), width, room.height())
