"""Which annotations go into an export: chips for tags and statuses, and days."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from reader.errors import BadValue
from reader.exporters import Wanted
from reader.label import Language
from reader.model.dates import parse_partial_date
from reader.model.tags import Tag
from reader.model.vocabulary import STATUSES
from reader.text.controls import isolated
from reader.ui.dialogs.form import plain_label
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.menus import SWITCH
from reader.ui.panels.tag_chip import TagChip
from reader.ui.theme import GRID

_IN_FOCUS = "QToolButton:focus { border: 2px solid palette(highlight); }"


class ExportChoice(QWidget):
    """Chooses annotations; nothing pressed and nothing typed chooses all. `changed` tells."""

    changed = Signal()

    def __init__(self, tags: tuple[Tag, ...], language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._chips = [TagChip(tag, language, self) for tag in tags]
        self._statuses = [self._switch(one.key, one.label.text(language)) for one in STATUSES]
        self._since = self._day("exportSince", self.tr("From day"))
        self._until = self._day("exportUntil", self.tr("To day"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        rows: tuple[tuple[str, Sequence[QWidget]], ...] = (
            (self.tr("Tags"), self._chips),
            (self.tr("Statuses"), self._statuses),
            (self.tr("Marked"), [self._since, self._until]),
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

    def wanted(self) -> Wanted | None:
        """Return what is chosen; None while a day is none."""
        try:
            since = parse_partial_date(self._since.text(), "since")
            until = parse_partial_date(self._until.text(), "until")
        except BadValue:
            return None
        return Wanted(
            tags=frozenset(one.tag_key for one in self._chips if one.isChecked()),
            statuses=frozenset(one.objectName() for one in self._statuses if one.isChecked()),
            since=since,
            until=until,
        )

    def _tell(self, _: object) -> None:
        self.changed.emit()

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
