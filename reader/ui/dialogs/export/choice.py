"""Which annotations go into an export: chips for tags and statuses, and days."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from reader.errors import BadValue
from reader.exporters import Wanted
from reader.label import Language
from reader.model.dates import parse_partial_date
from reader.model.identity import now
from reader.model.tags import Tag
from reader.model.vocabulary import STATUSES
from reader.text.controls import isolated
from reader.ui.dialogs.form import plain_label
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.menus import SWITCH, plain_button
from reader.ui.panels.tag_chip import TagChip
from reader.ui.theme import GRID

_MOST_DIGITS = 3  # of a number of days; four are a year
_IN_FOCUS = "QToolButton:focus { border: 2px solid palette(highlight); }"


class ExportChoice(QWidget):
    """Chooses annotations; nothing pressed and nothing typed chooses all. `changed` tells."""

    changed = Signal()

    def __init__(self, tags: tuple[Tag, ...], language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._chips = [TagChip(tag, language, self) for tag in tags]
        self._statuses = [self._switch(one.key, one.label.text(language)) for one in STATUSES]
        self._since = self._day("exportSince", self.tr("From day"))
        self._since.setToolTip(self.tr("The first day, or a number: 7 is seven days back"))
        self._until = self._day("exportUntil", self.tr("To day"))
        self._narrowed = plain_label("", self)
        self._narrowed.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self._narrowed.setProperty("role", "quiet")
        self._all = plain_button(self.tr("Everything"), self)
        self._all.setObjectName("exportEverything")
        self._all.setToolTip(self.tr("Choose nothing: everything goes in (Space)"))
        self._all.clicked.connect(self.clear)
        for beside in (self._narrowed, self._all):
            beside.setMinimumHeight(self._since.sizeHint().height())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        rows: tuple[tuple[str, Sequence[QWidget]], ...] = (
            (self.tr("Tags"), self._chips),
            (self.tr("Statuses"), self._statuses),
            (self.tr("Marked"), [self._since, self._until, self._narrowed, self._all]),
        )
        for row, (words, widgets) in enumerate(rows):
            label = plain_label(words, self)
            label.setProperty("role", "field")
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            holder = QWidget(self)
            line = FlowLayout(holder, GRID)
            for widget in widgets:
                line.addWidget(widget)
            grid.addWidget(holder, row, 1)
        grid.setColumnStretch(1, 1)
        for chip in (*self._chips, *self._statuses):
            chip.toggled.connect(self._tell)
        for day in (self._since, self._until):
            day.textChanged.connect(self._tell)
        self._show_narrowed()

    def choose(self, tags: Collection[str], statuses: Collection[str], days: int) -> None:
        """Choose as it was chosen before; what there is no more is passed over."""
        for chip in self._chips:
            chip.setChecked(chip.tag_key in tags)
        for one in self._statuses:
            one.setChecked(one.objectName() in statuses)
        self._since.setText(str(days) if days else "")
        self._until.clear()

    def clear(self) -> None:
        """Choose nothing, which lets everything in."""
        self.choose((), (), 0)

    def days(self) -> int:
        """Return how many of the last days are wanted, 0 where the first is one of the calendar."""
        said = self._since.text().strip()
        return int(said) if said.isdecimal() and len(said) <= _MOST_DIGITS else 0

    def wanted(self) -> Wanted | None:
        """Return what is chosen; None while a day is none."""
        try:
            since = self._first_day()
            until = parse_partial_date(self._until.text(), "until")
        except BadValue:
            return None
        return Wanted(
            tags=frozenset(one.tag_key for one in self._chips if one.isChecked()),
            statuses=frozenset(one.objectName() for one in self._statuses if one.isChecked()),
            since=since,
            until=until,
        )

    def _first_day(self) -> str:
        """Return the day from which on is wanted; of so many last ones today is one."""
        if days := self.days():
            return (now().astimezone().date() - timedelta(days=days - 1)).isoformat()
        return parse_partial_date(self._since.text(), "since")

    def _tell(self, _: object) -> None:
        self._show_narrowed()
        self.changed.emit()

    def _show_narrowed(self) -> None:
        """Say that something is left out: it may have been chosen the last time."""
        wanted = self.wanted()
        words = self.tr("Only what is chosen here goes in.")
        if days := self.days():
            words = self.tr("Only what is chosen here goes in, of the last %Ln day(s).", "", days)
        self._narrowed.setText(words)
        for widget in (self._narrowed, self._all):
            widget.setVisible(wanted is None or not wanted.is_all)

    def _switch(self, key: str, words: str) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(key)
        made.setText(words)
        made.setAccessibleName(words)
        made.setCheckable(True)
        made.setStyleSheet(SWITCH + _IN_FOCUS)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _day(self, name: str, words: str) -> QLineEdit:
        made = QLineEdit(self)
        made.setObjectName(name)
        made.setPlaceholderText(f"{words}: {isolated('2026-01-31', rtl=False)}")
        made.setAccessibleName(words)
        made.setFixedWidth(42 * GRID)
        return made
