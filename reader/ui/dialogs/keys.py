"""The list of keys, read from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from reader.ui.action_set import Actions
from reader.ui.dialogs.form import FormDialog


class KeysDialog(FormDialog):
    """What each key does; the page's own keys come after those of the actions."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.entitle(self.tr("Keys"), self.tr("Close"))
        self.resize(560, 640)
        rows = [
            (action.text().replace("&", ""), _keys(action.shortcuts()))
            for _, action in actions.all()
            if action.shortcuts()
        ]
        rows += self._page_rows()
        table = QTableWidget(len(rows), 2, self)
        table.setObjectName("keysTable")
        table.setHorizontalHeaderLabels([self.tr("Act"), self.tr("Keys")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for i, (act, keys) in enumerate(rows):
            table.setItem(i, 0, QTableWidgetItem(act))
            item = QTableWidgetItem(keys)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(i, 1, item)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.setAccessibleName(self.tr("Keys"))
        self._column.addWidget(table, 1)
        self.finish(stretch=0)

    def _page_rows(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Select by character, word, line"), "Shift+←→  Ctrl+Shift+←→  Shift+↑↓"),
            (self.tr("Move the end of the annotation"), "Alt+←→"),
            (self.tr("Move its start"), "Alt+Shift+←→"),
            (self.tr("Show only one tag in the list"), "Ctrl+Alt+1  Ctrl+Alt+2  Ctrl+Alt+3"),
            (self.tr("Clear the selection, leave an annotation"), "Esc"),
            (self.tr("Larger, smaller, with the wheel"), "Ctrl"),
        ]


def _keys(sequences: list[QKeySequence]) -> str:
    """Return keys as words; each stays whole among Arabic letters (UAX #9, LRI and PDI)."""
    shown = QKeySequence.SequenceFormat.NativeText
    return "   ".join(f"\u2066{sequence.toString(shown)}\u2069" for sequence in sequences)
