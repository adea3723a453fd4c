"""What stands over the claims: a box, what they are narrowed by, their order, and their form."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.frozen import dataclass
from reader.label import Language
from reader.model.claim_line import ClaimLine
from reader.model.vocabulary import CLAIM_STATES, NORMALISED_VERDICTS, PRIORITIES, Choice
from reader.text.controls import isolated
from reader.ui.action_spec import QT_TRANSLATE_NOOP
from reader.ui.codebook import Codebook
from reader.ui.desk.claims_model import (
    NO_RATING,
    NO_VERDICT,
    NOBODY,
    WITH_NUMBERS,
    WITHOUT_NUMBERS,
    ClaimFilter,
    ClaimSort,
)
from reader.ui.known_places import KnownPlaces
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.look import MARGIN, look_of, small
from reader.ui.panels.menus import INSET, MenuButton, choice_menu, switch_button
from reader.ui.panels.moments import locale_of
from reader.ui.panels.own_filter import OwnFilter
from reader.ui.panels.prose import flat
from reader.ui.panels.search_box import SearchBox
from reader.ui.theme import GRID

_AGES = (7, 30, 90, 365)  # days
_SORTS = (
    (ClaimSort.PRIORITY, QT_TRANSLATE_NOOP("ClaimSort", "By priority")),
    (ClaimSort.OLDEST, QT_TRANSLATE_NOOP("ClaimSort", "Oldest first")),
    (ClaimSort.NEWEST, QT_TRANSLATE_NOOP("ClaimSort", "Newest first")),
    (ClaimSort.EVIDENCE, QT_TRANSLATE_NOOP("ClaimSort", "Least evidence first")),
    (ClaimSort.TEXT, QT_TRANSLATE_NOOP("ClaimSort", "By text")),
    (ClaimSort.STATE, QT_TRANSLATE_NOOP("ClaimSort", "By stage")),
)
Rows = list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class _Narrowing:
    """One thing that claims are narrowed by: the field of ClaimFilter, and what it is called."""

    key: str
    words: str


_NARROWINGS = (
    _Narrowing("state", QT_TRANSLATE_NOOP("ClaimFilter", "Stage")),
    _Narrowing("assigned_to", QT_TRANSLATE_NOOP("ClaimFilter", "Who")),
    _Narrowing("priority", QT_TRANSLATE_NOOP("ClaimFilter", "Priority")),
    _Narrowing("verdict_class", QT_TRANSLATE_NOOP("ClaimFilter", "Verdict")),
    _Narrowing("publisher", QT_TRANSLATE_NOOP("ClaimFilter", "Publisher")),
    _Narrowing("rating", QT_TRANSLATE_NOOP("ClaimFilter", "Rating")),
    _Narrowing("place", QT_TRANSLATE_NOOP("ClaimFilter", "Place")),
    _Narrowing("figures", QT_TRANSLATE_NOOP("ClaimFilter", "Numbers")),
    _Narrowing("older_than", QT_TRANSLATE_NOOP("ClaimFilter", "Age")),
)


class ClaimsFilters(QWidget):
    """Says which claims are shown, in which order and in which form.

    `text_changed` carries what is typed, `narrowed` a ClaimFilter, `sorted_by` a ClaimSort,
    `form_changed` whether the board is wanted; `moved_on` tells that the claims are.
    """

    text_changed = Signal(str)
    narrowed = Signal(object)
    sorted_by = Signal(object)
    form_changed = Signal(bool)
    moved_on = Signal()

    def __init__(
        self,
        lines: Callable[[], Iterable[ClaimLine]],
        places: KnownPlaces,
        name_of: Callable[[str], str],
        codebook: Codebook,
        language: Language,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._places = places
        self._name_of = name_of
        self._language: Language = language
        self.wanted = ClaimFilter()
        self.box = SearchBox(self.tr("Filter the claims"), "Ctrl+Alt+F", self)
        self.box.changed.connect(self.text_changed)
        self.box.moved_on.connect(self.moved_on)
        self._buttons: dict[str, MenuButton] = {}
        choices = QWidget(self)
        flow = FlowLayout(choices, GRID)
        flow.setContentsMargins(MARGIN - INSET, 0, MARGIN - INSET, GRID)
        for one in _NARROWINGS:
            flow.addWidget(self._narrowing_button(one))
        self._own = OwnFilter(codebook, self.box, language, choices, "claim")
        flow.addWidget(self._own)
        self._clear = self._clear_button()
        flow.addWidget(self._clear)
        self._count = QLabel(self)
        self._count.setObjectName("claimCount")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setFont(small(self.font()))
        self._count.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top_row())
        column.addWidget(choices)

    def show_count(self, shown: int, total: int) -> None:
        """Say how many claims are on show."""
        digits = locale_of(self._language)
        if shown == total:
            self._count.setText(self.tr("%Ln claim(s)", "", total))
        else:
            words = self.tr("{shown} of {total}") if shown else self.tr("None of {total}")
            self._count.setText(
                words.format(shown=digits.toString(shown), total=digits.toString(total))
            )

    def clear(self) -> None:
        """Let every claim through."""
        self._narrow(ClaimFilter())

    def _top_row(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.box, 1)
        top.addWidget(self._count)
        top.addWidget(self._sort_button())
        top.addWidget(self._form_switch())
        top.addSpacing(MARGIN - top.spacing())  # margins do not mirror
        return top

    def _narrowing_button(self, one: _Narrowing) -> MenuButton:
        menu = QMenu(self)
        menu.aboutToShow.connect(partial(self._fill, one.key, menu))
        menu.triggered.connect(partial(self._choose, one.key))
        button = MenuButton(_words("ClaimFilter", one.words), menu, self)
        button.setObjectName(f"claimsBy_{one.key}")
        button.setToolTip(self.tr("Narrow the claims (Space)"))
        self._buttons[one.key] = button
        return button

    def _clear_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(self.tr("Show all"))
        button.setFont(small(self.font()))
        button.setToolTip(self.tr("Show all (Space)"))
        button.clicked.connect(self.clear)
        button.hide()
        return button

    def _sort_button(self) -> MenuButton:
        rows = [(sort.value, _words("ClaimSort", words), "") for sort, words in _SORTS]
        menu = choice_menu(self.tr("Order"), rows, self, exclusive=True)
        menu.actions()[0].setChecked(True)
        menu.triggered.connect(self._take_sort)
        self._sort = MenuButton(rows[0][1], menu, self)
        self._sort.setAccessibleName(self.tr("Order of the claims"))
        self._sort.setToolTip(self.tr("Order of the claims (Space)"))
        return self._sort

    def _form_switch(self) -> QToolButton:
        switch = switch_button(self.tr("As a list"), self, checkable=True)
        switch.setObjectName("claimsForm")
        switch.setToolTip(self.tr("All claims in one list, or on the board (Space)"))
        switch.toggled.connect(self._tell_form)
        return switch

    def _fill(self, key: str, menu: QMenu) -> None:
        """Offer what the claims hold now."""
        menu.clear()
        held = str(getattr(self.wanted, key) or "")
        for value, words, _ in [("", self.tr("All"), ""), *self._rows(key)]:
            action = menu.addAction(words.replace("&", "&&"))
            action.setData(value)
            action.setCheckable(True)
            action.setChecked(value == held)

    def _rows(self, key: str) -> Rows:
        offers: dict[str, Callable[[], Rows]] = {
            "state": partial(self._listed, CLAIM_STATES),
            "priority": partial(self._listed, PRIORITIES),
            "verdict_class": self._verdicts,
            "assigned_to": self._people,
            "publisher": self._publishers,
            "rating": self._ratings,
            "place": self._offered_places,
            "figures": self._figures,
            "older_than": self._ages,
        }
        return offers[key]()

    def _listed(self, choices: Sequence[Choice]) -> Rows:
        return [(one.key, one.label.text(self._language), "") for one in choices]

    def _verdicts(self) -> Rows:
        return [(NO_VERDICT, self.tr("No verdict"), ""), *self._listed(NORMALISED_VERDICTS)]

    def _people(self) -> Rows:
        uids = {one.assigned_to_uid for one in self._lines() if one.assigned_to_uid}
        people = sorted((self._name_of(uid), uid) for uid in uids)
        return [(NOBODY, self.tr("Nobody"), ""), *((uid, flat(n), "") for n, uid in people)]

    def _publishers(self) -> Rows:
        publishers = sorted({one.publisher for one in self._lines() if one.publisher})
        return [(one, flat(one), "") for one in publishers]

    def _ratings(self) -> Rows:
        held = sorted({one.rating for one in self._lines() if one.rating})
        return [(NO_RATING, self.tr("No rating"), ""), *((one, isolated(one), "") for one in held)]

    def _offered_places(self) -> Rows:
        offered = self._places.offered(one.place for one in self._lines())
        return [(key, flat(name), "") for key, name in offered]

    def _figures(self) -> Rows:
        return [
            (WITH_NUMBERS, self.tr("Names numbers"), ""),
            (WITHOUT_NUMBERS, self.tr("Names no number"), ""),
        ]

    def _ages(self) -> Rows:
        return [(str(days), self.tr("%Ln day(s) and older", "", days), "") for days in _AGES]

    def follow_places(self) -> None:
        """Take in that the register has changed: other places may be within the chosen one."""
        held = self.wanted.place
        if not held:
            return
        is_there = any(key == held for key, _, _ in self._offered_places())
        self._narrow(self._with_place(held if is_there else ""))

    def _with_place(self, key: str) -> ClaimFilter:
        return replace(self.wanted, place=key, place_names=self._places.names_of(key))

    def _choose(self, key: str, action: QAction) -> None:
        chosen = str(action.data() or "")
        if key == "older_than":
            self._narrow(replace(self.wanted, older_than=int(chosen or 0)))
        elif key == "place":
            self._narrow(self._with_place(chosen))
        else:
            texts: dict[str, str] = {key: chosen}
            self._narrow(replace(self.wanted, **texts))  # type: ignore[arg-type]

    def _narrow(self, wanted: ClaimFilter) -> None:
        self.wanted = wanted
        for one in _NARROWINGS:
            held = str(getattr(wanted, one.key) or "")
            name = _words("ClaimFilter", one.words)
            rows = {key: words for key, words, _ in self._rows(one.key)} if held else {}
            button = self._buttons[one.key]
            button.setText(f"{name}: {rows.get(held, held)}" if held else name)
            button.setAccessibleName(button.text())
        self._clear.setVisible(wanted != ClaimFilter())
        self.narrowed.emit(wanted)

    def _take_sort(self, action: QAction) -> None:
        self._sort.setText(action.text())
        self.sorted_by.emit(ClaimSort(action.data()))

    def _tell_form(self, as_list: bool) -> None:
        self.form_changed.emit(not as_list)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box's hairline on, under all that stands in its row."""
        line = self.box.geometry().bottom()
        QPainter(self).fillRect(0, line, self.width(), 1, look_of(self).line)


def _words(context: str, source: str) -> str:
    return QCoreApplication.translate(context, source)
