"""One template of a tag, edited in its place."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from reader.label import Label, Language
from reader.model.codebook import Template, TemplateValue
from reader.model.fields import Field, fields_of
from reader.model.vocabulary import STATUSES, Choice
from reader.ui.codebook_acts import CodebookActs
from reader.ui.desk.record_form import Buttons, RecordForm
from reader.ui.desk.tag_choices import options_of
from reader.ui.library import Library
from reader.ui.panels.inputs import ChoiceInput, Input, LineInput, LongInput, Option

_NAME = Label("Name", "الاسم")
_KEY = Label("Key, with Ctrl", "المفتاح مع Ctrl")
_STATUS = Label("Status", "الحالة")
_NOTE = Label("Note", "الملاحظة")
_KEYS = "123456789"
# What can be filled in beforehand: the rest says something of one place, or of who set it when.
_KINDS = frozenset(("text", "long", "choice", "date", "subject", "address", "language", "flag"))


class TemplateForm(RecordForm):
    """Rows for a template's name, key and status, and for each field of its tag."""

    def __init__(
        self, library: Library, acts: CodebookActs, uid: str, language: Language, parent: QWidget
    ) -> None:
        super().__init__(self._take, language, parent)
        self.setObjectName(f"template_{uid}")
        self._library = library
        self._acts = acts
        self._uid = uid
        template = self._template()
        nothing = Option("", "–")
        self.add("name", _NAME, LineInput(self))
        keys = (Option(one, f"Ctrl+{one}") for one in _KEYS)
        self.add("digit", _KEY, ChoiceInput((nothing, *keys), self))
        statuses = options_of(STATUSES, language)
        self.add("status", _STATUS, ChoiceInput((nothing, *statuses), self))
        for key, label, choices in self._fields(template.tag):
            self.add(f"value:{key}", label, self._input(choices, nothing))
        self.add("note", _NOTE, LongInput((1, 4), self))
        self.set_fixed(library.store.read_only)
        buttons = Buttons(self)
        words = self.tr("Delete")
        tip = self.tr("Delete the template (Space)")
        buttons.add("templateDelete", words, tip).clicked.connect(self._delete)
        buttons.setDisabled(library.store.read_only)
        self.add_widget(buttons)
        self.show_values(_values(template), anew=True)

    def follow(self) -> None:
        """Show the template as it is now."""
        self.show_values(_values(self._template()), anew=False)

    def _template(self) -> Template:
        return next(one for one in self._library.codebook.templates() if one.uid == self._uid)

    def _fields(self, tag: str) -> Iterator[tuple[str, Label, tuple[Choice, ...]]]:
        for field in fields_of(tag):
            if field.kind in _KINDS and field.is_settable:
                yield field.key, field.label, _choices(field)
        for own in self._library.codebook.fields_of(tag):
            yield own.key, own.label, own.choices if own.kind == "choice" else ()

    def _input(self, choices: tuple[Choice, ...], nothing: Option) -> Input:
        if not choices:
            return LineInput(self)
        return ChoiceInput((nothing, *options_of(choices, self._language)), self)

    def _take(self, key: str, text: str) -> None:
        template = self._template()
        if not key.startswith("value:"):
            self._acts.edit_template(template, **{key: text})
            return
        name = key.removeprefix("value:")
        values = [one for one in template.values if one.field != name]
        if text.strip():
            values.append(TemplateValue(field=name, value=text))
        values.sort(key=lambda one: one.field)
        self._acts.edit_template(template, values=tuple(values))

    def _delete(self) -> None:
        self._acts.delete_template(self._template())


def _choices(field: Field) -> tuple[Choice, ...]:
    return field.choices


def _values(template: Template) -> dict[str, str]:
    values = {f"value:{one.field}": one.value for one in template.values}
    return {
        "name": template.name,
        "digit": template.digit,
        "status": template.status,
        "note": template.note,
        **values,
    }
