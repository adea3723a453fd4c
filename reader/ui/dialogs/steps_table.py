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

from reader.errors import BadValue
from reader.label import Label, Language
from reader.model.claim import VerdictLabel
from reader.model.scale_format import step_number
from reader.model.vocabulary import NORMALISED_VERDICTS
from reader.ui.panels.dropdown import Dropdown
from reader.ui.panels.list_view import is_enter
from reader.ui.panels.marks import dot_icon
from reader.ui.theme import GRID

_CODE, _ARABIC, _ENGLISH, _CLASS, _RATING, _BEST, _WORST, _COLOUR = range(8)
_DOT = 10  # px
_NUMBERS = {_RATING: "rating", _BEST: "best", _WORST: "worst"}


class _ClassBox(Dropdown):
    """The class of a step: Enter and Esc go back to the cells, and end no dialog.

    Its cell gives it the keyboard (Enter, F2). Tab does not: it would choose one row after
    another on its way to the buttons, which act on the row that is chosen. Nor do the arrows,
    which Qt would have do so: Up and Down on their way would choose other classes.
    """

    def __init__(self, table: QTableWidget) -> None:
        super().__init__(table)
        self._table = table
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the cells at Enter and at Esc."""
        if is_enter(event) or event.key() == Qt.Key.Key_Escape:
            self._table.setFocus()
            return
        super().keyPressEvent(event)


class _Cells(QTableWidget):
    """The cells: Enter opens the one that has the keyboard, as F2 does, and ends no dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell on Enter and F2."""
        here = self.currentIndex()
        is_open = self.state() == QAbstractItemView.State.EditingState
        opens = is_enter(event) or event.key() == Qt.Key.Key_F2
        if not opens or is_open or not here.isValid():
            super().keyPressEvent(event)
        elif (box := self.indexWidget(here)) is not None:
            box.setFocus()
        else:
            self.edit(here)


class StepsTable(QWidget):
    """`edited` tells that a person has changed something; `steps` is what stands there."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._filling = False
        self._widest = 0
        self.table = _Cells(0, 8, self)
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
        """Show steps; the cell that has the keyboard keeps it, open or not."""
        self._filling = True
        row, column = self.table.currentRow(), self.table.currentColumn()
        self.table.setRowCount(len(steps))
        for at, step in enumerate(steps):
            self._fill(at, step)
        if steps and self.table.currentRow() < 0:
            last = len(steps) - 1
            self.table.setCurrentCell(max(0, min(row, last)), _ARABIC if column < 0 else column)
        self._filling = False

    def steps(self) -> tuple[VerdictLabel, ...]:
        """Return the steps as they stand there; raises BadValue where a number is none.

        Whether they make a scale is for others to say.
        """
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
            item = self.table.item(row, column)
            if item is None:
                item = QTableWidgetItem()
                self.table.setItem(row, column, item)
            if item.text() != text:
                item.setText(text)
            if column == _COLOUR:
                item.setIcon(dot_icon(step.colour, _DOT))
        classes = self.table.cellWidget(row, _CLASS)
        if not isinstance(classes, _ClassBox):
            classes = self._class_box(row)
        classes.setCurrentIndex(classes.findData(step.normalised))

    def _class_box(self, row: int) -> _ClassBox:
        classes = _ClassBox(self.table)
        for one in NORMALISED_VERDICTS:
            classes.addItem(one.label.text(self._language), one.key)
        classes.setAccessibleName(self.tr("Class"))
        classes.activated.connect(self._tell)
        # The widgets in cells have no say in how wide their column becomes.
        self._widest = max(self._widest, classes.sizeHint().width())
        self.table.horizontalHeader().resizeSection(_CLASS, self._widest)
        # Tab out of the cell before would try to open what has no words to be typed.
        under = QTableWidgetItem()
        under.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.table.setItem(row, _CLASS, under)
        self.table.setCellWidget(row, _CLASS, classes)
        return classes

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
        return step_number(self._text(row, column), _NUMBERS[column])

    def _add(self) -> None:
        """Add a step with the bounds of the first one; what others hold stays as it was typed."""
        count = self.table.rowCount()
        codes = {self._text(row, _CODE) for row in range(count)}
        code = next(f"step-{at}" for at in range(1, len(codes) + 2) if f"step-{at}" not in codes)
        try:
            best, worst = self._number(0, _BEST), self._number(0, _WORST)
        except BadValue:  # there is no step, or it is told already
            best, worst = 1, 0
        self._filling = True
        self.table.insertRow(count)
        self._fill(
            count,
            VerdictLabel(code, Label("New", "جديد"), "unverifiable", worst, best, worst, "#767676"),
        )
        self.table.setCurrentCell(count, _ARABIC)
        self._filling = False
        self.edited.emit()

    def _remove(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self.edited.emit()

    def _shift(self, by: int) -> None:
        """Change places with the step above (-1) or below (1), whatever is typed in both."""
        row, column = self.table.currentRow(), self.table.currentColumn()
        if row < 0 or not 0 <= row + by < self.table.rowCount():
            return
        self._filling = True
        for at in filter(_CLASS.__ne__, range(self.table.columnCount())):
            mine, other = self.table.takeItem(row, at), self.table.takeItem(row + by, at)
            self.table.setItem(row, at, other)
            self.table.setItem(row + by, at, mine)
        boxes = [self.table.cellWidget(at, _CLASS) for at in (row, row + by)]
        chosen = [one.currentIndex() for one in boxes if isinstance(one, QComboBox)]
        for box, index in zip(boxes, reversed(chosen), strict=True):
            if isinstance(box, QComboBox):
                box.setCurrentIndex(index)
        self.table.setCurrentCell(row + by, column)
        self._filling = False
        self.edited.emit()

    def _tell(self) -> None:
        if not self._filling:
            self.edited.emit()
