"""Shows what a file of annotations, or another library, will bring; nothing is in yet."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from reader.label import Label, Language
from reader.model.bundle import BroughtIn, Misfit
from reader.model.change import RECORD_KINDS
from reader.model.tags import TAGS
from reader.text.controls import guarded
from reader.ui.dialogs.form import FormDialog
from reader.ui.panels.list_view import make_quiet
from reader.ui.theme import GRID

_SIZE = QSize(640, 560)
_OF_WINDOW = 0.94  # what it takes of a smaller window
_MOST_SHOWN = 500
_ARTICLES = Label("Articles", "المقالات")
# What is counted, in this order; the rest of RECORD_KINDS after it.
_PLURALS = {
    "annotation": Label("Annotations", "التعليقات"),
    "subject": Label("Subjects", "الأعلام"),
    "ruling": Label("Verdicts", "الأحكام"),
    "evidence": Label("Evidence", "الأدلة"),
    "relation": Label("Relations", "العلاقات"),
    "tag": Label("Tags", "العلامات"),
    "field": Label("Fields of tags", "حقول العلامات"),
    "collection": Label("Collections", "المجموعات"),
    "label": Label("Labels", "الوسوم"),
    "template": Label("Templates", "القوالب"),
    "review": Label("Reviews", "مراجعات الأحكام"),
    "appearance": Label("Appearances", "مواضع النشر"),
    "correction": Label("Corrections", "التصحيحات"),
    "scale": Label("Verdict scales", "مقاييس الأحكام"),
    "desk": Label("Rules of the desk", "قواعد الغرفة"),
}
# How the readers of files begin the name of what will not come: a tag or a kind, by its key.
_KEY = re.compile(r"^(\w+)(?= \d+-\d+(?:$|:)|: )")
_NAMES = {key: label for key, _, label in RECORD_KINDS} | {tag.key: tag.label for tag in TAGS}


class BringingDialog(FormDialog):
    """Counts what is new and what is here already, and lists what will not come, with reasons."""

    def __init__(self, name: str, told: BroughtIn, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bringingDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._language: Language = language
        self._misfits = told.misfits
        heading = self.tr("What %1 brings").replace("%1", guarded(name))
        self.entitle(heading, self.tr("Import"))
        self.resize(_SIZE.boundedTo(parent.size() * _OF_WINDOW))
        self._words = self.add_words(self._said(told))
        table = self._table(told)
        table.setVisible(table.rowCount() > 0)
        self._column.addWidget(table)
        if told.misfits:
            self._column.addSpacing(3 * GRID)
            self.add_words(self.tr("%Ln thing(s) will not come:", "", len(told.misfits)))
            self._list = self._list_of(told.misfits)
            self._column.addWidget(self._list, 1)
            copy = self._buttons.addButton(
                self.tr("Copy this list"), QDialogButtonBox.ButtonRole.ActionRole
            )
            copy.setObjectName("copyMisfits")
            copy.clicked.connect(self.copy)
        if told.change is None:
            self.accept_button.setEnabled(False)
        self.add_cancel(default=told.change is None)
        self.finish(stretch=0 if told.misfits else 1)

    def copy(self) -> None:
        """Put all that will not come on the clipboard, one thing a line."""
        QGuiApplication.clipboard().setText("\n".join(map(self._line, self._misfits)))

    def _said(self, told: BroughtIn) -> str:
        if told.change is None:
            return self.tr("There is nothing in it that is not in the library already.")
        return self.tr(
            "Nothing is in the library yet. It comes in as one act, which Undo takes back;"
            " what is here already stays as it is."
        )

    def _table(self, told: BroughtIn) -> QTableWidget:
        rows = [(_ARTICLES, len(told.articles), len(told.known))]
        keys = [*_PLURALS, *(key for key, _, _ in RECORD_KINDS if key not in _PLURALS)]
        labels = {key: label for key, _, label in RECORD_KINDS} | _PLURALS
        rows += [(labels[key], told.added.get(key, 0), told.present.get(key, 0)) for key in keys]
        rows = [row for row in rows if row[1] or row[2]]
        table = QTableWidget(len(rows), 3, self)
        table.setObjectName("bringingTable")
        table.setHorizontalHeaderLabels(["", self.tr("New"), self.tr("Here already")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        make_quiet(table, self.tr("What comes in"))
        number = self.locale().toString
        for row, (label, new, here) in enumerate(rows):
            table.setItem(row, 0, QTableWidgetItem(label.text(self._language)))
            for column, count in ((1, new), (2, here)):
                item = QTableWidgetItem(number(count) if count else "–")
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(24 * GRID)
        height = header.sizeHint().height() + sum(map(table.rowHeight, range(len(rows))))
        table.setFixedHeight(height + 2 * GRID)
        return table

    def _list_of(self, misfits: tuple[Misfit, ...]) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("misfits")
        make_quiet(made, self.tr("What will not come"))
        made.setWordWrap(True)
        made.setSpacing(GRID // 2)
        made.addItems([self._line(one) for one in misfits[:_MOST_SHOWN]])
        if len(misfits) > _MOST_SHOWN:
            made.addItem(self.tr("And %Ln other(s).", "", len(misfits) - _MOST_SHOWN))
        return made

    def _line(self, one: Misfit) -> str:
        return f"{guarded(self._called(one.what))} — {one.reason.text(self._language)}"

    def _called(self, what: str) -> str:
        """Return the name of a thing with its tag or kind in the language of the window."""
        key = _KEY.match(what)
        name = None if key is None else _NAMES.get(key[1])
        return (
            what if key is None or name is None else name.text(self._language) + what[key.end() :]
        )
