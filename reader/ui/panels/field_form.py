"""The typed fields of one tag, built from the table in `model/fields.py`."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.label import Label, Language
from reader.model.entry import Entry
from reader.model.fields import FIELDS, Field, fields_of, value_of
from reader.model.vocabulary import STATUSES
from reader.ui.action_spec import QT_TRANSLATE_NOOP
from reader.ui.library import Library
from reader.ui.panels.field_row import FieldRow, Save
from reader.ui.panels.inputs import ChoiceInput, Input, LineInput, LongInput, Option
from reader.ui.panels.look import small
from reader.ui.panels.subject_input import SubjectInput
from reader.ui.theme import GRID

STATUS = Label("Status", "الحالة")
NOTE = Label("Note", "الملاحظة")
_WIDEST_LABEL = 32 * GRID  # px
_NOT_SET = QT_TRANSLATE_NOOP("FieldForm", "Choose…")
_ADD = QT_TRANSLATE_NOOP("FieldForm", "Add…")
# What an empty line shows: an example where the form matters, else an invitation.
_EXAMPLES = {"date": "2020-03-26", "wikidata": "Q796"}


class FieldForm(QWidget):
    """The rows of one tag, the status under them."""

    def __init__(
        self, tag: str, library: Library, save: Save, language: Language, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._language = language
        self._fields = fields_of(tag)
        width = label_width(self, language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows: dict[str, FieldRow] = {}
        for field in self._fields:
            beside = 0 if field.kind == "long" else width
            self._add(FieldRow(field.key, field.label, self._input(field), save, language, beside))
        choices = ((one.key, one.label, "") for one in STATUSES)
        status = ChoiceInput(self._options(choices), self)
        self._add(FieldRow("status", STATUS, status, save, language, width))

    def values(self, entry: Entry) -> dict[str, str]:
        """Return what an entry holds, by the rows' keys."""
        values = {field.key: value_of(entry, field) for field in self._fields}
        return {**values, "status": entry.annotation.status}

    def _add(self, row: FieldRow) -> None:
        self.rows[row.key] = row
        layout = self.layout()
        if layout is not None:
            layout.addWidget(row)

    def _input(self, field: Field) -> Input:
        makers: Mapping[str, Callable[[Field], Input]] = {
            "text": self._line,
            "verdict_label": self._line,
            "date": self._latin_line,
            "wikidata": self._latin_line,
            "long": self._long,
            "choice": self._choice,
            "verdict": self._verdict,
            "subject": self._subject,
        }
        return makers[field.kind](field)

    def _line(self, _field: Field) -> Input:
        line = LineInput(self)
        line.set_hint(_words(_ADD))
        return line

    def _latin_line(self, field: Field) -> Input:
        line = LineInput(self, latin=True)
        line.set_hint(_EXAMPLES[field.kind])
        return line

    def _long(self, _field: Field) -> Input:
        text = LongInput((1, 5), self)
        text.set_hint(_words(_ADD))
        return text

    def _subject(self, _field: Field) -> Input:
        line = SubjectInput(self._library.subjects, self)
        line.set_hint(_words(_ADD))
        return line

    def _choice(self, field: Field) -> Input:
        choices = ((one.key, one.label, "") for one in field.choices)
        return ChoiceInput((self._nothing(), *self._options(choices)), self)

    def _verdict(self, _field: Field) -> Input:
        steps = self._library.verdict_scale().labels
        choices = ((one.code, one.label, one.colour) for one in steps)
        return ChoiceInput((self._nothing(), *self._options(choices)), self)

    def _nothing(self) -> Option:
        return Option("", _words(_NOT_SET))

    def _options(self, choices: Iterable[tuple[str, Label, str]]) -> tuple[Option, ...]:
        return tuple(
            Option(key, label.text(self._language), colour) for key, label, colour in choices
        )


def label_width(widget: QWidget, language: Language) -> int:
    """Return the px that the widest label of any tag needs, so that all forms stand alike."""
    metrics = QFontMetrics(small(widget.font()))
    labels = [field.label for field in FIELDS if field.kind != "long"] + [STATUS]
    widest = max(metrics.horizontalAdvance(label.text(language)) for label in labels)
    return min(widest + GRID, _WIDEST_LABEL)


def _words(source: str) -> str:
    return QCoreApplication.translate("FieldForm", source)
