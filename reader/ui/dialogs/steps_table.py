"""The steps of a verdict scale as a table that is edited in its place."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.label import Label, Language
from reader.model.claim import VerdictLabel
from reader.model.vocabulary import NORMALISED_VERDICTS
from reader.ui.panels.dropdown import Dropdown
from reader.ui.panels.list_view import is_enter
from reader.ui.panels.marks import dot_icon
from reader.ui.theme import GRID

_CODE, _ARABIC, _ENGLISH, _CLASS, _RATING, _BEST, _WORST, _COLOUR = range(8)
_DOT = 10  # px
_NOT_A_NUMBER = -1_000_000  # below every best: refused, and told


class _ClassBox(Dropdown):
    """The class of a step: Enter and Esc go back to the cells, and end no dialog.

    Its cell gives it the keyboard (F2). Tab does not: it would choose one row after another
    on its way to the buttons, which act on the row that is chosen.
    """

    def __init__(self, table: QTableWidget) -> None:
        super().__init__(table)
        self._table = table
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the cells at Enter and at Esc."""
        if is_enter(event) or event.key() == Qt.Key.Key_Escape:
            self._table.setFocus()
            return
        super().keyPressEvent(event)


class StepsTable(QWidget):
    """`edited` tells that a person has changed something; `steps` is what stands there."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._filling = False
        self._widest = 0
        self.table = QTableWidget(0, 8, self)
        self.table.setObjectName("stepsTable")
        self.table.setAccessibleName(self.tr("Steps of the scale, best first"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Code"),
                self.tr("Arabic"),
                self.tr("English"),
                self.tr("Class"),
                self.tr("Rating"),
                self.tr("Best"),
                self.tr("Worst"),
                self.tr("Colour"),
            ]
        )
        self.table.setMinimumHeight(72 * GRID)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(14 * GRID)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for wide in (_ARABIC, _ENGLISH):
            header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_CLASS, QHeaderView.ResizeMode.Fixed)
        self.table.cellChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.table, 1)
        column.addLayout(self._buttons())

    def show_steps(self, steps: Sequence[VerdictLabel]) -> None:
        """Show steps; the chosen row stays chosen."""
        self._filling = True
        row = self.table.currentRow()
        self.table.setRowCount(len(steps))
        for at, step in enumerate(steps):
            self._fill(at, step)
        if steps:
            self.table.setCurrentCell(max(0, min(row, len(steps) - 1)), _ARABIC)
        self._filling = False

    def steps(self) -> tuple[VerdictLabel, ...]:
        """Return the steps as they stand there, whether they fit or not."""
        return tuple(self._step(row) for row in range(self.table.rowCount()))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        acts = (
            (self.tr("Add a step"), self._add),
            (self.tr("Remove the step"), self._remove),
            (self.tr("Up"), partial(self._shift, -1)),
            (self.tr("Down"), partial(self._shift, 1)),
        )
        for words, act in acts:
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _fill(self, row: int, step: VerdictLabel) -> None:
        texts = {
            _CODE: step.code,
            _ARABIC: step.label.ar,
            _ENGLISH: step.label.en,
            _RATING: str(step.rating),
            _BEST: str(step.best),
            _WORST: str(step.worst),
            # Without its sign, which would stand at the wrong end among Arabic cells.
            _COLOUR: step.colour.removeprefix("#"),
        }
        for column, text in texts.items():
            self.table.setItem(row, column, QTableWidgetItem(text))
        item = self.table.item(row, _COLOUR)
        if item is not None:
            item.setIcon(dot_icon(step.colour, _DOT))
        classes = _ClassBox(self.table)
        for one in NORMALISED_VERDICTS:
            classes.addItem(one.label.text(self._language), one.key)
        classes.setCurrentIndex(classes.findData(step.normalised))
        classes.setAccessibleName(self.tr("Class"))
        classes.activated.connect(self._tell)
        # The widgets in cells have no say in how wide their column becomes.
        self._widest = max(self._widest, classes.sizeHint().width())
        self.table.horizontalHeader().resizeSection(_CLASS, self._widest)
        self.table.setCellWidget(row, _CLASS, classes)

    def _step(self, row: int) -> VerdictLabel:
        classes = self.table.cellWidget(row, _CLASS)
        chosen = classes.currentData() if isinstance(classes, QComboBox) else ""
        return VerdictLabel(
            code=self._text(row, _CODE),
            label=Label(self._text(row, _ENGLISH), self._text(row, _ARABIC)),
            normalised=str(chosen),
            rating=self._number(row, _RATING),
            best=self._number(row, _BEST),
            worst=self._number(row, _WORST),
            colour=f"#{self._text(row, _COLOUR).removeprefix('#')}",
        )

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    def _number(self, row: int, column: int) -> int:
        text = self._text(row, column)
        return int(text) if text.lstrip("-").isdecimal() else _NOT_A_NUMBER

    def _add(self) -> None:
        steps = self.steps()
        codes = {one.code for one in steps}
        code = next(f"step-{at}" for at in range(1, len(codes) + 2) if f"step-{at}" not in codes)
        best = steps[0].best if steps else 1
        worst = steps[0].worst if steps else 0
        new = VerdictLabel(
            code, Label("New", "جديد"), "unverifiable", worst, best, worst, "#767676"
        )
        self.show_steps((*steps, new))
        self.table.setCurrentCell(len(steps), _ARABIC)
        self.edited.emit()

    def _remove(self) -> None:
        steps, row = list(self.steps()), self.table.currentRow()
        if 0 <= row < len(steps):
            del steps[row]
            self.show_steps(steps)
            self.edited.emit()

    def _shift(self, by: int) -> None:
        steps, row = list(self.steps()), self.table.currentRow()
        if 0 <= row < len(steps) and 0 <= row + by < len(steps):
            steps.insert(row + by, steps.pop(row))
            self.show_steps(steps)
            self.table.setCurrentCell(row + by, _ARABIC)
            self.edited.emit()

    def _tell(self) -> None:
        if not self._filling:
            self.edited.emit()
