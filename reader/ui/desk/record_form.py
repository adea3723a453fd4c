"""Rows that edit one record of the codebook in its place."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.errors import BadValue
from reader.label import Label, Language
from reader.ui.panels.field_row import FieldRow, Save
from reader.ui.panels.inputs import Input
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.menus import INSET, plain_button
from reader.ui.theme import GRID

AR = Label("Arabic name", "الاسم بالعربية")
EN = Label("English name", "الاسم بالإنجليزية")
_NAME_EXPECTED = Label("a name has letters", "الاسم فيه حروف")
LABEL_WIDTH = 28 * GRID  # px


class RecordForm(QWidget):
    """A few rows, saved one by one through `save` as in the details."""

    def __init__(self, save: Save, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._save = save
        self._language: Language = language
        self.rows: dict[str, FieldRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, key: str, label: Label, made: Input) -> FieldRow:
        """Add a row; its key is what `save` is given."""
        row = FieldRow(key, label, made, self._save, self._language, LABEL_WIDTH)
        self.rows[key] = row
        self._column.addWidget(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no row."""
        self._column.addWidget(widget)

    def show_values(self, values: Mapping[str, str], *, anew: bool) -> None:
        """Show what the record holds; `anew` where it is another record than before."""
        for key, row in self.rows.items():
            if anew:
                row.restore(values.get(key, ""), None)
            else:
                row.show_value(values.get(key, ""))

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        left = [row for row in self.rows.values() if not row.commit()]
        return not left

    def set_fixed(self, fixed: bool) -> None:
        """Let the values only be read, or be edited."""
        for row in self.rows.values():
            row.field.set_fixed(fixed)


def title(words: str, parent: QWidget) -> QLabel:
    """Return a heading over rows."""
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(small(parent.font(), QFont.Weight.DemiBold))
    label.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
    return label


class Buttons(QWidget):
    """Quiet buttons in a line, behind a heading if there is one; each is found by its key."""

    def __init__(self, parent: QWidget, heading: str = "") -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN - INSET, GRID, MARGIN - INSET, GRID)
        self._row.setSpacing(GRID)
        if heading:
            self._row.setContentsMargins(0, GRID, 0, GRID)
            self._row.addWidget(title(heading, self), 1)
            self._row.addSpacing(MARGIN - INSET)  # margins do not mirror
        else:
            self._row.addStretch(1)
        self.buttons: dict[str, QToolButton] = {}

    def add(self, key: str, words: str, tip: str) -> QToolButton:
        """Add a button at the end."""
        button = plain_button(words, self)
        button.setObjectName(key)
        button.setToolTip(tip)
        button.setAccessibleName(words)
        self._row.insertWidget(self._row.count() - 1, button)
        self.buttons[key] = button
        return button


def named(label: Label, key: str, text: str) -> dict[str, object]:
    """Return what a row means for a record: "ar" and "en" are parts of its label.

    Raises BadValue for a name without letters.
    """
    if key not in ("ar", "en"):
        return {key: text}
    plain = " ".join(text.split())
    if not plain:
        raise BadValue(field=key, value=text, expected=_NAME_EXPECTED)
    return {"label": replace(label, **{key: plain})}
