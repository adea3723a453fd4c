"""The free fields of an annotation's tag, edited among its details."""

from PySide6.QtWidgets import QWidget

from reader.label import Language
from reader.model.change import Record
from reader.model.codebook import OwnField, own_value_of
from reader.model.entry import Entry
from reader.ui.codebook_acts import CodebookActs
from reader.ui.library import Library
from reader.ui.panels.field_form import label_width
from reader.ui.panels.field_row import Draft, FieldRow
from reader.ui.panels.inputs import ChoiceInput, Input, LineInput, LongInput, Option
from reader.ui.panels.section import Section

_EXAMPLES = {"number": "12.5", "date": "2020-03-26"}


class OwnFieldsSection(Section):
    """One row a field; nothing at all for a tag without free fields."""

    def __init__(self, library: Library, language: Language, parent: QWidget) -> None:
        super().__init__(self.tr("Fields of this tag"), library, language, parent)
        self._acts = CodebookActs(library)
        self._entry: Entry | None = None
        self._fields: tuple[OwnField, ...] = ()
        self._drafts: dict[tuple[str, str], Draft] = {}
        self._fixed = False
        self.rows: dict[str, FieldRow] = {}
        library.codebook.changed.connect(self._follow_codebook)

    def show_entry(self, entry: Entry) -> None:
        """Show what an annotation holds; what is being typed in the same one stays."""
        before = self._entry
        is_same = before is not None and before.annotation.uid == entry.annotation.uid
        if not is_same:
            self._keep_drafts()
        self._entry = entry
        fields = self._library.codebook.fields_of(entry.annotation.tag)
        is_new = fields != self._fields
        if is_new:
            self._keep_drafts()
            self._build(fields)
        for own in fields:
            row, value = self.rows[own.key], own_value_of(entry.annotation, own)
            if is_same and not is_new:
                row.show_value(value)
            else:
                row.restore(value, self._drafts.pop((entry.annotation.uid, own.key), None))
        self.set_count(len(entry.annotation.own))
        self.setVisible(bool(fields))
        if is_new:
            self.grown.emit()

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        left = [row for row in self.rows.values() if not row.commit()]
        return not left

    def concerns(self, record: Record) -> bool:
        """Tell whether a record is one of the fields."""
        return isinstance(record, OwnField)

    def set_fixed(self, fixed: bool) -> None:
        """Let the values only be read, or be edited."""
        self._fixed = fixed
        for row in self.rows.values():
            row.field.set_fixed(fixed)

    def _follow_codebook(self) -> None:
        if self._entry is not None:
            entry = self._library.entry(self._entry.annotation.uid)
            if entry is not None and entry.annotation.tag == self._entry.annotation.tag:
                self.show_entry(entry)

    def _keep_drafts(self) -> None:
        for key, row in self.rows.items():
            draft = row.draft()
            if draft is not None and self._entry is not None:
                self._drafts[self._entry.annotation.uid, key] = draft

    def _build(self, fields: tuple[OwnField, ...]) -> None:
        for row in self.rows.values():
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._fields = fields
        width = label_width(self, self._language)
        self.rows = {}
        for own in fields:
            made = self._input(own)
            row = FieldRow(own.key, own.label, made, self._save, self._language, width)
            made.set_fixed(self._fixed)
            self.rows[own.key] = row
            self.body.addWidget(row)

    def _input(self, own: OwnField) -> Input:
        if own.kind == "choice":
            options = [Option(one.key, one.label.text(self._language)) for one in own.choices]
            return ChoiceInput((Option("", self.tr("Choose…")), *options), self.inside)
        if own.kind == "text":
            text = LongInput((1, 5), self.inside)
            text.set_hint(self.tr("Add…"))
            return text
        line = LineInput(self.inside, latin=True)
        line.set_hint(_EXAMPLES[own.kind])
        return line

    def _save(self, key: str, text: str) -> None:
        if self._entry is not None:
            self._acts.set_own([self._entry.annotation.uid], key, text)
