"""Where a place is: what it is part of and what is part of it, each one click away."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from reader.frozen import dataclass
from reader.label import Language
from reader.model.places import parts_of, places_around, within
from reader.model.reference import Referred
from reader.model.subject import Subject
from reader.text.controls import isolated
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.menus import switch_button
from reader.ui.panels.moments import locale_of
from reader.ui.panels.prose import flat
from reader.ui.theme import GRID

_AT_FIRST = 24  # parts; a country has hundreds


@dataclass(frozen=True, slots=True)
class _Place:
    """A place to go to: its uid, its name, and how often it is pointed to."""

    uid: str
    name: str
    count: int = 0


class PlaceParts(QWidget):
    """Buttons of the places around one and of its parts; hidden where there is neither.

    `place_chosen` carries a uid; `reach_changed` tells that what is said of the parts is
    wanted too, or no longer.
    """

    place_chosen = Signal(str)
    reach_changed = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._around: tuple[_Place, ...] = ()
        self._parts: tuple[_Place, ...] = ()
        self._uid = ""
        self._shows_all = False
        self._made: list[QWidget] = []
        self._flow = FlowLayout(self, GRID)
        self._flow.setContentsMargins(MARGIN, 0, MARGIN, GRID)
        self.reach = switch_button(self.tr("With what is said of its parts"), self, checkable=True)
        self.reach.setToolTip(self.tr("Also list what points to places within it (Space)"))
        self.reach.toggled.connect(self._tell_reach)
        self.hide()

    def show_place(
        self, place: Subject | None, subjects: Sequence[Subject], counts: Mapping[str, Referred]
    ) -> None:
        """Show what is around a subject and what is part of it, given all of them."""
        by_uid = {one.uid: one for one in subjects}
        outer = list(places_around(place.part_of_uid, by_uid)) if place is not None else []
        around = tuple(_Place(uid, flat(by_uid[uid].name)) for uid in outer if uid in by_uid)
        parts = tuple(
            _Place(one.uid, flat(one.name), counts.get(one.uid, Referred()).total)
            for one in parts_of(place.uid if place is not None else "", subjects)
        )
        uid = place.uid if place is not None else ""
        if (uid, around, parts) == (self._uid, self._around, self._parts):
            return
        self._shows_all = self._shows_all and uid == self._uid
        self._uid, self._around, self._parts = uid, around, parts
        self._fill()

    def reached(self, subjects: Sequence[Subject]) -> list[str]:
        """Return the uids of which everything is listed: the place, and its parts where wanted."""
        has_parts = bool(self._parts) and self.reach.isChecked()
        return within(self._uid, subjects) if has_parts else [self._uid]

    def _fill(self) -> None:
        """Make the buttons anew; the keyboard stays among them."""
        had_keyboard = any(one.hasFocus() for one in self._made)
        for old in self._made:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._flow.removeWidget(self.reach)
        self._made = []
        if self._around:
            self._add_places(self.tr("Part of"), self._around)
        shown = self._parts if self._shows_all else self._parts[:_AT_FIRST]
        if shown:
            self._add_places(self.tr("Its parts"), shown)
        left = len(self._parts) - len(shown)
        if left:
            more = switch_button(self.tr("%Ln more", "", left), self)
            more.clicked.connect(self._show_all)
            self._add(more)
        self._flow.addWidget(self.reach)
        self.reach.setVisible(bool(self._parts))
        self.setVisible(bool(self._around or self._parts))
        if had_keyboard:
            buttons = (one for one in self._made if isinstance(one, QToolButton))
            next(buttons, self.reach).setFocus()

    def _add_places(self, words: str, places: Sequence[_Place]) -> None:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(small(self.font()))
        label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        label.setContentsMargins(0, GRID, GRID, 0)
        self._add(label)
        for one in places:
            count = f" {locale_of(self._language).toString(one.count)}" if one.count else ""
            button = switch_button(f"{isolated(one.name)}{count}".replace("&", "&&"), self)
            button.setToolTip(self.tr("Open its page (Space)"))
            button.setProperty("uid", one.uid)
            button.clicked.connect(partial(self._choose, one.uid))
            self._add(button)

    def _add(self, made: QWidget) -> None:
        self._made.append(made)
        self._flow.addWidget(made)
        made.show()

    def _choose(self, uid: str, *_: object) -> None:
        self.place_chosen.emit(uid)

    def _show_all(self, *_: object) -> None:
        self._shows_all = True
        self._fill()

    def _tell_reach(self, *_: object) -> None:
        self.reach_changed.emit()
