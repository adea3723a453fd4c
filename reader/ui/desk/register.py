"""The register: everybody and everything that annotations point to, found by a few letters."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.reference import Referred
from reader.model.subject import Subject
from reader.model.vocabulary import SUBJECT_KINDS
from reader.text.naming import twins
from reader.ui.desk.register_list import RegisterDelegate, RegisterList
from reader.ui.desk.register_model import RegisterLine, RegisterModel, RegisterRole, RegisterSort
from reader.ui.panels.empty_hint import EmptyHint
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.menus import INSET, MenuButton, choice_menu, switch_button
from reader.ui.panels.moments import locale_of
from reader.ui.panels.search_box import SearchBox
from reader.ui.theme import GRID


class Register(QWidget):
    """A list with a filter, a kind, an order and what may be double.

    `subject_chosen` carries the uid of the one that a person went to, `new_wished` a name
    for somebody new, `merge_wished` the uids of two, `delete_wished` one.
    """

    subject_chosen = Signal(str)
    new_wished = Signal(str)
    merge_wished = Signal(str, str)
    delete_wished = Signal(str)

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._model = RegisterModel()
        self._model.setParent(self)
        self.box = SearchBox(self.tr("Find a name"), "Ctrl+L", self)
        self.list = RegisterList(self.tr("People, organisations and places"), self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(RegisterDelegate(self.list, language))
        self._kind = self._kind_button()
        self._sort = self._sort_button()
        self.twins = switch_button(self.tr("Perhaps double"), self, checkable=True)
        self.new = switch_button(self.tr("New"), self)
        self.new.setToolTip(self.tr("Put somebody into the register, of the name that is typed"))
        self.merge = switch_button(self.tr("Merge the two"), self)
        self.merge.setToolTip(self.tr("Make the two that are chosen one; the first keeps its name"))
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setFont(small(self.font()))
        self._count.setProperty("role", "quiet")
        self._count.setContentsMargins(MARGIN, 0, MARGIN, GRID)
        self._hint = EmptyHint(self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._hint)
        self._pages.addWidget(self.list)
        self._lay_out()
        self._connect()

    def show_subjects(
        self, subjects: Iterable[Subject], referred: dict[str, Referred], current: str
    ) -> None:
        """Show the register as it is now; `current` is the uid of the one to stay at."""
        every = list(subjects)
        double = {one.uid for pair in twins(every) for one in pair}
        lines = (RegisterLine(s, referred.get(s.uid, Referred()), s.uid in double) for s in every)
        self._model.show(tuple(lines))
        self._tell()
        self.go_to(current)

    def go_to(self, uid: str) -> None:
        """Make a subject the current one, if it is on show."""
        index = self._model.index_of(uid)
        if index.isValid() and self.current_uid() != uid:
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def current_uid(self) -> str:
        """Return the uid of the current subject, "" for none."""
        return str(self.list.currentIndex().data(RegisterRole.UID) or "")

    def keyboard_stop(self) -> QWidget:
        """Return the names, or what finds one while none is on show."""
        return self.list if self._model.rowCount() else self.box.line

    def _lay_out(self) -> None:
        options = QWidget(self)
        flow = FlowLayout(options, GRID)
        flow.setContentsMargins(MARGIN - INSET, GRID, MARGIN - INSET, GRID)
        for button in (self._kind, self._sort, self.new, self.twins, self.merge):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(options)
        column.addWidget(self._count)
        column.addLayout(self._pages, 1)
        self._tell()

    def _connect(self) -> None:
        self.box.changed.connect(self._filter)
        self.box.moved_on.connect(self._enter)
        self.list.went_to.connect(self._choose)
        self.list.deleted.connect(self._wish_deleted)
        self.list.selectionModel().selectionChanged.connect(self._tell)
        self.twins.toggled.connect(self._keep_twins)
        self.new.clicked.connect(self._wish_new)
        self.merge.clicked.connect(self._wish_merged)

    def _kind_button(self) -> MenuButton:
        every = ("", self.tr("All"), "")
        kinds = ((one.key, one.label.text(self._language), "") for one in SUBJECT_KINDS)
        menu = choice_menu(self.tr("Kind"), (every, *kinds), self, exclusive=True)
        menu.triggered.connect(self._take_kind)
        return MenuButton(every[1], menu, self)

    def _sort_button(self) -> MenuButton:
        orders = (
            (RegisterSort.NAME.value, self.tr("By name"), ""),
            (RegisterSort.COUNT.value, self.tr("Most often first"), ""),
        )
        menu = choice_menu(self.tr("Order"), orders, self, exclusive=True)
        menu.triggered.connect(self._take_order)
        return MenuButton(orders[0][1], menu, self)

    def _take_kind(self, action: object) -> None:
        self._kind.setText(action.text())  # type: ignore[attr-defined]
        self._model.keep_kind(action.data())  # type: ignore[attr-defined]
        self._tell()

    def _take_order(self, action: object) -> None:
        self._sort.setText(action.text())  # type: ignore[attr-defined]
        self._model.sort_by(action.data())  # type: ignore[attr-defined]

    def _filter(self, typed: str) -> None:
        self._model.filter_by(typed)
        self._tell()

    def _keep_twins(self, only: bool) -> None:
        self._model.keep_twins(only)
        self._tell()

    def _enter(self) -> None:
        if self._model.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self._model.index(0))
            self.list.setFocus()
        elif self.box.text().strip():
            self._wish_new()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.subject_chosen.emit(index.data(RegisterRole.UID))

    def _wish_new(self) -> None:
        self.new_wished.emit(self.box.text().strip())

    def _wish_merged(self) -> None:
        chosen = self.list.chosen()
        if len(chosen) == 2:
            self.merge_wished.emit(*chosen)

    def _wish_deleted(self) -> None:
        if self.current_uid():
            self.delete_wished.emit(self.current_uid())

    def _tell(self, *_: object) -> None:
        """Say how many there are, and what can be done."""
        shown, total = self._model.rowCount(), self._model.total()
        digits = locale_of(self._language)
        twins_ = self._model.twins()
        if self.twins.isChecked() and not twins_:
            self.twins.setChecked(False)  # or nobody would be left in the list
            return
        self.twins.setVisible(bool(twins_))
        self.twins.setText(f"{self.tr('Perhaps double')} {digits.toString(twins_)}")
        self.merge.setVisible(len(self.list.chosen()) == 2)
        words = self.tr("%Ln name(s)", "", total)
        if shown != total:
            words = self.tr("%1 of %2").replace("%1", digits.toString(shown))
            words = words.replace("%2", digits.toString(total))
        self._count.setText(words)
        self._count.setVisible(bool(total))
        self._hint.say(self._sentence(total))
        self._pages.setCurrentIndex(1 if shown else 0)

    def _sentence(self, total: int) -> str:
        if total:
            return self.tr("Nobody is called so. Enter puts the name into the register.")
        return self.tr("Nobody yet. Tag a name with 2, or say who spoke in a quote's details.")
