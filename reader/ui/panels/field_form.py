"""The typed fields of one tag, built from the table in `model/fields`."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.label import Label, Language
from reader.model.entry import Entry
from reader.model.fields import FIELDS, Field, Group, fields_of, value_of
from reader.model.vocabulary import STATUSES
from reader.ui.action_spec import QT_TRANSLATE_NOOP
from reader.ui.library import Library
from reader.ui.panels.field_row import FieldRow, Save
from reader.ui.panels.figures_input import FiguresInput
from reader.ui.panels.fold_header import FoldHeader
from reader.ui.panels.inputs import (
    ChoiceInput,
    Input,
    LineInput,
    LongInput,
    MomentInput,
    Option,
)
from reader.ui.panels.look import small
from reader.ui.panels.moments import locale_of
from reader.ui.panels.pressed_inputs import FlagInput, StepsInput
from reader.ui.panels.subject_input import SubjectInput
from reader.ui.panels.verdict_input import VerdictInput
from reader.ui.theme import GRID

STATUS = Label("Status", "الحالة")
NOTE = Label("Note", "الملاحظة")
_WIDEST_LABEL = 32 * GRID  # px
_ROWS_AT_ONCE = 4
_TALL = ("long", "ruling_text")
_NOT_SET = QT_TRANSLATE_NOOP("FieldForm", "Choose…")
_ADD = QT_TRANSLATE_NOOP("FieldForm", "Add…")
# What an empty line shows: an example where the form matters, else an invitation.
_EXAMPLES = {
    "date": "2020-03-26",
    "wikidata": "Q796",
    "address": "https://",
    "ruling_address": "https://",
    "language": "ar",
    "number": "1554",
    "moment": "2020-03-26 14:30",
    "rating": "2 (1–5)",
}


class FieldForm(QWidget):
    """The rows of one tag, the status under them, then groups that are folded away.

    A group is open where something in it is filled, or where the person opened it.
    The rows come with `building`, some in each step: there are too many for one turn.
    """

    def __init__(
        self, tag: str, library: Library, save: Save, language: Language, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._language = language
        self._fields = tuple(one for one in fields_of(tag) if one.is_settable)
        self._save = save
        self._width = label_width(self, language)
        self.rows: dict[str, FieldRow] = {}
        self.groups: dict[str, FoldedRows] = {}
        self._column = _column(self)
        self._coming = self._build()

    def building(self) -> Generator[None, None, None]:
        """Make what is still missing, in steps; whoever cannot wait takes them all at once."""
        for _ in self._coming:  # which goes on where it stands, whoever gives up waiting
            yield

    def _build(self) -> Generator[None, None, None]:
        column = self._column
        for place, field in enumerate(one for one in self._fields if one.group is None):
            column.addWidget(self._row(field))
            if place % _ROWS_AT_ONCE == _ROWS_AT_ONCE - 1:
                yield
        choices = ((one.key, one.label, "") for one in STATUSES)
        status = ChoiceInput(self._options(choices), self)
        row = FieldRow("status", STATUS, status, self._save, self._language, self._width)
        self.rows["status"] = row
        column.addWidget(row)
        yield
        for place, field in enumerate(one for one in self._fields if one.group is not None):
            self._group_of(field, column).add(self._row(field))
            if place % _ROWS_AT_ONCE == _ROWS_AT_ONCE - 1:
                yield

    def values(self, entry: Entry) -> dict[str, str]:
        """Return what an entry holds, by the rows' keys."""
        values = {field.key: value_of(entry, field) for field in self._fields}
        return {**values, "status": entry.annotation.status}

    def unfold(self, entry: Entry) -> None:
        """Open the groups in which an entry holds something, and those that it asks for."""
        verdict = self.rows["verdict"].field if "verdict" in self.rows else None
        if isinstance(verdict, VerdictInput):
            verdict.show_kind(getattr(entry.annotation.fields, "claim_type", ""))
        values = self.values(entry)
        for group in self.groups.values():
            group.show_filled(values)

    def stops(self) -> Iterator[QWidget]:
        """Yield what the keyboard stops at, in its order."""
        folded = {row.key for group in self.groups.values() for row in group.rows}
        yield from (row.field for row in self.rows.values() if row.key not in folded)
        for group in self.groups.values():
            yield group.header
            yield from (row.field for row in group.rows)

    def _row(self, field: Field) -> FieldRow:
        beside = 0 if field.kind in _TALL else self._width
        made = self._input(field)
        row = FieldRow(field.key, field.label, made, self._save, self._language, beside)
        if field.advised_cp:
            row.advise(field.advised_cp)
        self.rows[field.key] = row
        return row

    def _group_of(self, field: Field, column: QVBoxLayout) -> "FoldedRows":
        group = field.group
        if group is None:
            raise ValueError("a field without a group")
        if group.key not in self.groups:
            self.groups[group.key] = FoldedRows(group, self._language, self)
            column.addWidget(self.groups[group.key])
        return self.groups[group.key]

    def _input(self, field: Field) -> Input:
        makers: Mapping[str, Callable[[Field], Input]] = {
            "text": self._line,
            "verdict_label": self._line,
            "date": self._latin_line,
            "wikidata": self._latin_line,
            "address": self._latin_line,
            "language": self._latin_line,
            "number": self._latin_line,
            "numbers": self._numbers,
            "rating": self._latin_line,
            "moment": self._moment,
            "flag": self._flag,
            "steps": self._steps,
            "annotator": self._annotator,
            "long": self._long,
            "choice": self._choice,
            "pick": self._pick,
            "state": self._pick,
            "ruling_text": self._long,
            "ruling_address": self._latin_line,
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

    def _moment(self, field: Field) -> Input:
        line = MomentInput(self)
        line.set_hint(_EXAMPLES[field.kind])
        return line

    def _flag(self, _field: Field) -> Input:
        return FlagInput(self)

    def _steps(self, _field: Field) -> Input:
        return StepsInput(self)

    def _annotator(self, _field: Field) -> Input:
        names = sorted(self._library.annotator_names().values())
        options = (Option(name, name) for name in dict.fromkeys(names))
        return ChoiceInput((self._nothing(), *options), self)

    def _long(self, _field: Field) -> Input:
        text = LongInput((1, 5), self)
        text.set_hint(_words(_ADD))
        return text

    def _numbers(self, _field: Field) -> Input:
        return FiguresInput(self._language, self)

    def _subject(self, _field: Field) -> Input:
        line = SubjectInput(self._library.subjects, self)
        line.set_hint(_words(_ADD))
        return line

    def _choice(self, field: Field) -> Input:
        choices = ((one.key, one.label, "") for one in field.choices)
        return ChoiceInput((self._nothing(), *self._options(choices)), self)

    def _pick(self, field: Field) -> Input:
        choices = ((one.key, one.label, "") for one in field.choices)
        return ChoiceInput(self._options(choices), self)

    def _verdict(self, _field: Field) -> Input:
        return VerdictInput(self._library, self._nothing(), self._language, self)

    def _nothing(self) -> Option:
        return Option("", _words(_NOT_SET))

    def _options(self, choices: Iterable[tuple[str, Label, str]]) -> tuple[Option, ...]:
        return tuple(
            Option(key, label.text(self._language), colour) for key, label, colour in choices
        )


class FoldedRows(QWidget):
    """A group of rows under a line that opens and closes it."""

    def __init__(self, group: Group, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._opened_by = group.opened_by
        self.rows: list[FieldRow] = []
        self._by_hand = False
        self.header = FoldHeader(group.label.text(language), self)
        self._body = QWidget(self)
        self._body.hide()
        _column(self._body)
        column = _column(self)
        column.addWidget(self.header)
        column.addWidget(self._body)
        self.header.toggled.connect(self._body.setVisible)
        self.header.clicked.connect(self._keep)

    def add(self, row: FieldRow) -> None:
        """Put a row under the others."""
        self.rows.append(row)
        layout = self._body.layout()
        if layout is not None:
            layout.addWidget(row)

    def show_filled(self, values: Mapping[str, str]) -> None:
        """Tell how many rows hold something; open for them, and where other rows ask for it."""
        count = sum(bool(values[row.key]) for row in self.rows)
        is_asked_for = any(values.get(key) == value for key, value in self._opened_by)
        self.header.set_count(locale_of(self._language).toString(count) if count else "")
        self.header.setChecked(self._by_hand or is_asked_for or count > 0)

    def _keep(self) -> None:
        """Stay open for other annotations too, once a person has opened it."""
        self._by_hand = self.header.isChecked()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def label_width(widget: QWidget, language: Language) -> int:
    """Return the px that the widest label of any tag needs, so that all forms stand alike."""
    metrics = QFontMetrics(small(widget.font()))
    labels = [field.label for field in FIELDS if field.kind != "long"] + [STATUS]
    widest = max(metrics.horizontalAdvance(label.text(language)) for label in labels)
    return min(widest + GRID, _WIDEST_LABEL)


def _words(source: str) -> str:
    return QCoreApplication.translate("FieldForm", source)
