"""The claims of all articles in one view: a board, or a list."""

from collections.abc import Collection, Generator, Iterable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.claim_line import ClaimLine
from reader.ui.desk.ask_bar import AskBar
from reader.ui.desk.board import ClaimsBoard
from reader.ui.desk.cards import RowDelegate
from reader.ui.desk.claims_filters import ClaimsFilters
from reader.ui.desk.claims_list import ClaimsList
from reader.ui.desk.claims_model import ClaimFilter, ClaimRole, ClaimsModel, ClaimSort
from reader.ui.desk.numbers_scope import Rows, rows_of
from reader.ui.desk.view import View
from reader.ui.known_places import KnownPlaces
from reader.ui.library import Library
from reader.ui.newest import Newest
from reader.ui.panels.empty_hint import EmptyHint

_EMPTY, _BOARD, _LIST = 0, 1, 2
_AT_ONCE = 500  # claims that a list takes up in one turn


class ClaimsView(View):
    """Shows the claims.

    `claim_chosen` carries the uid of one that a person went to, `claim_opened` of one
    that is to be shown in its article, `move_wanted` a uid and the state it is to be in.
    """

    claim_chosen = Signal(str)
    claim_opened = Signal(str)
    move_wanted = Signal(str, str)

    def __init__(self, library: Library, language: Language) -> None:
        super().__init__()
        self.setObjectName("claimsView")
        self.setAccessibleName(self.tr("The claims of all articles"))
        about = (library.verdict_scales, library.annotator_name, language, self)
        self._model = ClaimsModel(library.annotator_name, language)
        self._is_list = False
        self._filling, self._painting = Newest(self), Newest(self)
        self._lines: dict[str, ClaimLine] = {}
        self._own_fields = partial(library.codebook.fields_of, "claim")
        narrowed_by = (self.lines, KnownPlaces(library.subjects), library.annotator_name)
        self.filters = ClaimsFilters(*narrowed_by, library.codebook, language, self)
        self.board = ClaimsBoard(*about)
        self.list = ClaimsList(self.tr("Claims"), self)
        self.list.setObjectName("claimsList")
        self.list.setSelectionMode(ClaimsList.SelectionMode.ExtendedSelection)
        self.list.setItemDelegate(
            RowDelegate(self.list, library.verdict_scales, library.annotator_name, language)
        )
        self.list.take_height()
        self.list.setModel(self._model)
        self._hint = EmptyHint(self)
        self._hint.say(self.tr("No claim yet. Select words in an article and press 3."))
        self.ask_bar = AskBar(language, self)
        self._pages = QStackedLayout()
        for page in (self._hint, self.board, self.list):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addLayout(self._pages, 1)
        column.addWidget(self.ask_bar)
        self._tie()
        for model in (self._model, *self.board.models()):
            model.own_fields = self._own_fields

    def building(self) -> Generator[None, None, None]:
        """Make what is not made yet, in steps, before the claims come."""
        yield from self.board.building()

    def lines(self) -> Iterable[ClaimLine]:
        """Return all claims, those that the filter hides too."""
        return self._lines.values()

    def showing(self, lines: Iterable[ClaimLine]) -> Generator[tuple[int, int], None, None]:
        """Begin anew with all claims, in steps: each gives how many are done, of all."""
        lines, current = list(lines), ""
        for done in self.board.showing(lines):
            yield done, len(lines)
            current = self.current_uid()  # the last step takes it away
        self._lines = {one.uid: one for one in self.board.lines()}
        self._show_page()
        self.board.leave_empty_column()
        if self._is_list:
            self._fill_list(current)
        elif current:
            self.go_to(current)
        self._paint_in_turns()

    def _paint_in_turns(self) -> None:
        """Paint the first column in this turn, and each other in one of its own."""
        painting = self.board.painting()
        next(painting, None)
        self._painting.begin(painting)

    def merge(self, lines: Collection[ClaimLine], gone: Collection[str] = ()) -> None:
        """Take claims that are new or changed, and let go of some."""
        for uid in gone:
            self._lines.pop(uid, None)
        self._lines |= {one.uid: one for one in lines}
        current = self.current_uid()
        has_keyboard = self.board.isAncestorOf(self.window().focusWidget() or self)
        stays = has_keyboard and current in {one.uid for one in lines}
        self.board.merge(lines, gone, current if stays else "")
        if self._is_list:
            self._model.merge(((one.uid, one) for one in lines), gone)
        self._show_page()

    def folding(self) -> Generator[tuple[int, int], None, None]:
        """Make ready what the filter searches, in steps: each gives how many are done, of all."""
        done = 0
        for model in [*self.board.models(), *([self._model] if self._is_list else [])]:
            for count in model.folding():
                done += count
                yield min(done, len(self._lines)), len(self._lines)

    def rows(self) -> Rows:
        """Return the claims that are chosen in the list, or all that the filters let through."""
        shown = [uid for model in self.board.models() for uid in model.shown_uids()]
        return rows_of(self.list.chosen_uids() if self._is_list else [], shown)

    def current_uid(self) -> str:
        """Return the uid of the claim that is current, "" for none."""
        return self.list.current_uid() if self._is_list else self.board.current_uid()

    def go_to(self, uid: str) -> None:
        """Make a claim current, where it is on show."""
        if self._is_list:
            index = self._model.index_of(uid)
            if index.isValid():
                self.list.setCurrentIndex(index)
        else:
            self.board.go_to(uid)

    def keyboard_stop(self) -> QWidget:
        """Return where the claims are."""
        return self.list if self._is_list else self.board.keyboard_stop()

    def focus_filter(self) -> None:
        """Let the person type what is looked for."""
        self.filters.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_claims(self) -> None:
        """Give the keyboard to the claims."""
        if self._is_list:
            self.list.setFocus()
            if not self.list.currentIndex().isValid() and self._model.rowCount():
                self.list.setCurrentIndex(self._model.index(0, 0))
        elif not self.board.go_to(self.board.current_uid()):
            self.board.go_to_first()

    def show_board(self, board: bool) -> None:
        """Show the claims on the board, or in a list; the current one stays so."""
        current = self.current_uid()
        self._is_list = not board
        self._show_page()
        if self._is_list:
            self._fill_list(current)
        elif current:
            self.go_to(current)

    def _tie(self) -> None:
        self.filters.text_changed.connect(self._filter_by)
        self.filters.narrowed.connect(self._let_through)
        self.filters.sorted_by.connect(self._sort_by)
        self.filters.form_changed.connect(self.show_board)
        self.filters.moved_on.connect(self.focus_claims)
        self.board.went_to.connect(self.claim_chosen)
        self.board.opened.connect(self.claim_opened)
        self.board.move_wanted.connect(self.move_wanted)
        self.list.went_to.connect(self._choose)
        self.list.opened.connect(self._open)

    def _fill_list(self, current: str) -> None:
        """Fill the list and go to a claim: at once, or in turns where there are very many."""
        self._filling.begin(self._list_filling(current))
        if len(self._lines) <= _AT_ONCE:
            self._filling.finish()

    def _list_filling(self, current: str) -> Generator[None, None, None]:
        for _ in self._model.replacing((one.uid, one) for one in list(self._lines.values())):
            yield
        if current:
            self.go_to(current)

    def _show_page(self) -> None:
        shown = _LIST if self._is_list else _BOARD
        self._pages.setCurrentIndex(shown if self._lines else _EMPTY)
        count = sum(model.rowCount() for model in self.board.models())
        self.filters.show_count(count, len(self._lines))

    def _filter_by(self, text: str) -> None:
        self.board.filter_by(text)
        self._model.filter_by(text)
        self._show_page()

    def _let_through(self, wanted: ClaimFilter) -> None:
        self.board.let_through(wanted)
        self._model.let_through(wanted)
        self._show_page()

    def _sort_by(self, sort: ClaimSort) -> None:
        self.board.sort_by(sort)
        self._model.sort_by(sort)

    def _choose(self, index: QModelIndex) -> None:
        self.claim_chosen.emit(index.data(ClaimRole.UID))

    def _open(self, index: QModelIndex) -> None:
        self.claim_opened.emit(index.data(ClaimRole.UID))
