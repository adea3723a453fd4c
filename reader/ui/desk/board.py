"""The board: the claims as cards, a column for each state that they may be in."""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.label import Language
from reader.model.claim import VerdictScale
from reader.model.claim_line import ClaimLine
from reader.model.vocabulary import CLAIM_STATES
from reader.ui.desk.board_column import STATES, BoardColumn
from reader.ui.desk.cards import CardDelegate
from reader.ui.desk.claims_model import ClaimFilter, ClaimRole, ClaimsModel, ClaimSort
from reader.ui.panels.frames import bring_into_view, sideways
from reader.ui.panels.made_rows import MadeRows
from reader.ui.theme import GRID

_WIDER = 3  # how much more of the room a column with cards takes than one without


class ClaimsBoard(QWidget):
    """Claims by state, each column sorted and filtered alike.

    `went_to` and `opened` carry a uid, `move_wanted` one with the state that it is to be in.
    """

    went_to = Signal(str)
    opened = Signal(str)
    move_wanted = Signal(str, str)

    def __init__(
        self,
        scales: Callable[[], tuple[VerdictScale, ...]],
        name_of: Callable[[str], str],
        language: Language,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("claimsBoard")
        self._about = (scales, name_of, language)
        self._state_of: dict[str, str] = {}
        self._models = {state: ClaimsModel(name_of, language) for state in STATES}
        self._columns: dict[str, BoardColumn] = {}
        self._content = QWidget(self)
        self._row = row = QHBoxLayout(self._content)
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.setSpacing(0)
        self._unbuilt = enumerate(CLAIM_STATES)
        self._build_one()
        self._area: QScrollArea = sideways(self._content, self)
        self._area.horizontalScrollBar().rangeChanged.connect(self._keep_in_view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._stop_at(STATES[0])

    def building(self) -> Generator[None, None, None]:
        """Make the columns, one in a step: many widgets at once would hold the window."""
        while self._build_one():
            yield

    def _build_one(self) -> bool:
        """Make the next column; tell whether there was one to be made."""
        place, choice = next(self._unbuilt, (0, None))
        if choice is None:
            return False
        language = self._about[2]
        title, model = choice.label.text(language), self._models[choice.key]
        column = BoardColumn(place, title, model, language, self._content)
        column.cards.setItemDelegate(CardDelegate(column.cards, *self._about))
        column.cards.take_height()
        column.cards.went_to.connect(partial(self._go, choice.key))
        column.cards.opened.connect(self._open)
        column.cards.step_wanted.connect(partial(self._step, choice.key))
        column.cards.shift_wanted.connect(partial(self._shift, choice.key))
        column.cards.place_wanted.connect(self._want_place)
        column.cards.entered.connect(partial(self._stop_at, choice.key))
        column.cards.dropped.connect(partial(self._take_drop, choice.key))
        column.cards.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._columns[choice.key] = column
        self._row.addWidget(column, 1)
        return True

    def column(self, state: str) -> BoardColumn:
        """Return the column of a state."""
        return self._columns[state]

    def models(self) -> Iterator[ClaimsModel]:
        """Yield the columns' models."""
        yield from self._models.values()

    def showing(self, lines: Iterable[ClaimLine]) -> Generator[int, None, None]:
        """Begin anew with all claims, in steps, which give how many are ready.

        They come all at once, in the last step.
        """
        for _ in self.building():
            yield 0
        sorted_out: dict[str, list[ClaimLine]] = {state: [] for state in STATES}
        for one in lines:
            sorted_out[one.state].append(one)
        done, made = 0, {}
        for state, some in sorted_out.items():
            making = self._models[state].making((one.uid, one) for one in some)
            made[state] = yield from _counted(making, done)
            done += len(some)
        yield done
        for state, rows in made.items():
            self._models[state].put(rows)
        self._state_of = {one.uid: one.state for one in self.lines()}
        self._show_counts()

    def painting(self) -> Generator[None, None, None]:
        """Let the columns be painted from now on, one in a step: all cards at once would stall.

        What was left of an earlier painting is painted with the first.
        """
        waiting = [one.cards for one in self._columns.values() if one.model.rowCount()]
        for column in self._columns.values():
            column.cards.setUpdatesEnabled(column.cards not in waiting[1:])
        for cards in waiting[1:]:
            yield
            cards.setUpdatesEnabled(True)

    def lines(self) -> Iterator[ClaimLine]:
        """Yield all claims, those that the filter hides too."""
        for model in self.models():
            yield from model.values()

    def merge(self, lines: Collection[ClaimLine], gone: Collection[str], staying: str = "") -> None:
        """Take claims that are new or changed, and let go of some; each to its column.

        The card that is `staying` keeps the keyboard, wherever it comes to stand. Its neighbour,
        which Qt makes current meanwhile, is told of only if that card is not on show any more.
        """
        for column in self._columns.values():
            column.cards.is_silent = bool(staying)
        self._merge(lines, gone)
        for column in self._columns.values():
            column.cards.is_silent = False
        if staying and not self.go_to(staying) and self.current_uid():
            self.went_to.emit(self.current_uid())

    def _merge(self, lines: Collection[ClaimLine], gone: Collection[str]) -> None:
        leaving: dict[str, set[str]] = {}
        for uid in gone:
            if uid in self._state_of:
                leaving.setdefault(self._state_of.pop(uid), set()).add(uid)
        coming: dict[str, list[ClaimLine]] = {}
        for one in lines:
            before = self._state_of.get(one.uid, one.state)
            if before != one.state:
                leaving.setdefault(before, set()).add(one.uid)
            self._state_of[one.uid] = one.state
            coming.setdefault(one.state, []).append(one)
        for state in leaving.keys() | coming.keys():
            new = ((one.uid, one) for one in coming.get(state, ()))
            self._models[state].merge(new, leaving.get(state, ()))
        self._show_counts()

    def filter_by(self, text: str) -> None:
        """Show only claims that hold every word of a text."""
        for model in self.models():
            model.filter_by(text)
        self._show_counts()

    def let_through(self, wanted: ClaimFilter) -> None:
        """Show only the claims that a filter lets through."""
        for model in self.models():
            model.let_through(wanted)
        self._show_counts()

    def sort_by(self, sort: ClaimSort) -> None:
        """Sort every column in another way."""
        for model in self.models():
            model.sort_by(sort)

    def current_uid(self) -> str:
        """Return the uid of the card that is current, "" for none."""
        for column in self._columns.values():
            if column.cards.currentIndex().isValid():
                return str(column.cards.currentIndex().data(ClaimRole.UID))
        return ""

    def go_to(self, uid: str) -> bool:
        """Make a card current, in view and with the keyboard; tell whether it is on show."""
        column = self._columns.get(self._state_of.get(uid, ""))
        if column is None:
            return False
        index = column.model.index_of(uid)
        if not index.isValid():
            return False
        column.cards.setCurrentIndex(index)
        column.cards.setFocus()
        bring_into_view(self._area, column)
        return True

    def keyboard_stop(self) -> QWidget:
        """Return the cards at which Tab stops."""
        return self._columns[self._stop].cards

    def go_to_first(self) -> None:
        """Give the keyboard to the first column that has a card."""
        for column in self._columns.values():
            if column.model.rowCount():
                column.cards.setFocus()
                column.cards.setCurrentIndex(column.model.index(0, 0))
                return

    def _show_counts(self) -> None:
        for column in self._columns.values():
            column.show_count()
            self._row.setStretchFactor(column, _WIDER if column.model.rowCount() else 1)
        with_cards = [key for key, one in self._columns.items() if one.model.rowCount()]
        if with_cards and self._stop not in with_cards and not self._holds_keyboard():
            self._stop_at(with_cards[0])

    def leave_empty_column(self) -> None:
        """Let the keyboard, which was here before the claims, be where some are."""
        held = self._columns[self._stop]
        filled = next((one for one in self._columns.values() if one.model.rowCount()), held)
        if not held.model.rowCount() and self.window().focusWidget() is held.cards:
            filled.cards.setFocus()

    def _keep_in_view(self, *_: object) -> None:
        """Keep the column of the current card whole in view when there is less room."""
        if self.current_uid():
            bring_into_view(self._area, self._columns[self._stop])

    def _holds_keyboard(self) -> bool:
        return any(column.cards.hasFocus() for column in self._columns.values())

    def _stop_at(self, state: str) -> None:
        """Let Tab stop at one column alone; from there the arrows go to the others."""
        self._stop = state
        for other, column in self._columns.items():
            stops = Qt.FocusPolicy.StrongFocus if other == state else Qt.FocusPolicy.ClickFocus
            column.cards.setFocusPolicy(stops)

    def _go(self, state: str, index: QModelIndex) -> None:
        for other, column in self._columns.items():
            if other != state:
                column.cards.forget_current()
        bring_into_view(self._area, self._columns[state])
        self.went_to.emit(index.data(ClaimRole.UID))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ClaimRole.UID))

    def _step(self, state: str, by: int) -> None:
        """Go to the next column that has a card, at about the same height."""
        place = STATES.index(state)
        row = self._columns[state].cards.currentIndex().row()
        way = STATES[place + 1 :] if by > 0 else STATES[:place][::-1]
        for other in way:
            column = self._columns.get(other)  # a key may come before the last one is made
            if column is not None and column.model.rowCount():
                column.cards.setFocus()
                last = column.model.rowCount() - 1
                column.cards.setCurrentIndex(column.model.index(min(max(row, 0), last), 0))
                return

    def _shift(self, state: str, by: int) -> None:
        """Wish the current card one state further, or back."""
        place = STATES.index(state) + by
        index = self._columns[state].cards.currentIndex()
        if index.isValid() and 0 <= place < len(STATES):
            self.move_wanted.emit(index.data(ClaimRole.UID), STATES[place])

    def _want_place(self, uid: str, place: int) -> None:
        self.move_wanted.emit(uid, STATES[place])

    def _take_drop(self, state: str, uid: str) -> None:
        if self._state_of.get(uid, state) != state:
            self.move_wanted.emit(uid, state)


def _counted(
    making: Generator[int, None, MadeRows[ClaimLine]], done: int
) -> Generator[int, None, MadeRows[ClaimLine]]:
    """Take steps that count from 0 on as steps that count from `done` on."""
    while True:
        try:
            count = next(making)
        except StopIteration as ended:
            made: MadeRows[ClaimLine] = ended.value
            return made
        yield done + count
