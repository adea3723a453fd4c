"""One tag of the codebook, edited in its place: how it looks, its fields, its templates."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.label import Label, Language
from reader.model.tags import Tag
from reader.text.controls import isolated
from reader.ui.codebook_acts import CodebookActs
from reader.ui.desk.own_field_form import OwnFieldForm
from reader.ui.desk.record_form import AR, EN, Buttons, RecordForm, named
from reader.ui.desk.tag_choices import LINES, colour_options, key_options, options_of
from reader.ui.desk.template_form import TemplateForm
from reader.ui.library import Library
from reader.ui.panels.frames import Rule
from reader.ui.panels.inputs import ChoiceInput, LineInput
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.prose import flat
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID

_COLOUR = Label("Colour", "اللون")
_LINE = Label("Underline", "الخط تحت الكلمات")
_KEY = Label("Key", "المفتاح")


class TagEditor(QWidget):
    """Rows for one tag, then its free fields, then its templates.

    `taken_keys` returns the keys of the keyboard that do something else than tag. `failed`
    carries a ReaderError that is no row's own.
    """

    failed = Signal(object)

    def __init__(
        self,
        library: Library,
        acts: CodebookActs,
        taken_keys: Callable[[], frozenset[str]],
        language: Language,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._acts = acts
        self._taken_keys = taken_keys
        self._language: Language = language
        self._key = ""
        self._form: RecordForm | None = None
        self._parts: list[OwnFieldForm | TemplateForm] = []
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_tag(self, key: str) -> None:
        """Show a tag as it is now; what is being typed stays where its rows do."""
        book = self._library.codebook
        tag, fields = book.tag(key), book.fields_of(key)
        templates = tuple(one for one in book.templates() if one.tag == key)
        frame = (key, [one.uid for one in fields], [one.kind for one in fields],
                 [one.uid for one in templates], [one.digit for one in book.tags()])  # fmt: skip
        if frame != self._shown:
            self._shown, self._key = frame, key
            self._build(tag)
        if self._form is not None:
            self._form.show_values(_values(tag), anew=False)
        for part in self._parts:
            part.follow()

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        left = [one for one in (self._form, *self._parts) if one is not None and not one.commit()]
        return not left

    def focus_name(self) -> None:
        """Let the person type the tag's name."""
        if self._form is not None:
            field = self._form.rows["ar" if self._language == "ar" else "en"].field
            field.setFocus()
            if isinstance(field, LineInput):
                field.selectAll()

    def _build(self, tag: Tag) -> None:
        at, before = self._keyboard(), {one.objectName() for one in self._parts}
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._parts = []
        self._form = self._tag_form()
        self._column.addWidget(self._form)
        self._add_part(
            self.tr("Fields of this tag"), "newField", self.tr("New field"), self._add_field
        )
        fields = self._library.codebook.fields_of(tag.key)
        if not fields:
            words = self.tr("A field of your own stands in the details of each %1, and in exports.")
            self._column.addWidget(self._hint(words.replace("%1", self._name_of(tag))))
        for own in fields:
            form = OwnFieldForm(self._library, self._acts, own.uid, self._language, self)
            form.failed.connect(self.failed)
            self._put(form)
        self._add_part(
            self.tr("Templates"), "newTemplate", self.tr("New template"), self._add_template
        )
        templates = [one for one in self._library.codebook.templates() if one.tag == tag.key]
        if not templates:
            words = self.tr("A template tags selected words and fills in its values, by one key.")
            self._column.addWidget(self._hint(words))
        for template in templates:
            self._put(TemplateForm(self._library, self._acts, template.uid, self._language, self))
        self._column.addStretch(1)
        self._form.show_values(_values(tag), anew=True)
        if at is not None:
            self._return_to(*at, before)

    def _keyboard(self) -> tuple[str, str] | None:
        """Return where the keyboard is here: the name of a form, and of a row or a button in it."""
        held = self.window().focusWidget()
        if held is None or not self.isAncestorOf(held):
            return None
        for form in (self._form, *self._parts):
            if form is not None and form.isAncestorOf(held):
                rows = (key for key, row in form.rows.items() if row.field is held)
                return form.objectName(), next(rows, held.objectName())
        return "", held.objectName()

    def _return_to(self, form_name: str, name: str, before: set[str]) -> None:
        """Give the keyboard back to where it was, or to what was made there."""
        forms = [one for one in (self._form, *self._parts) if one is not None]
        made = [one for one in self._parts if one.objectName() not in before]
        form = next((one for one in forms if one.objectName() == form_name), None)
        if made and not form_name:
            target: QWidget | None = next(iter(made[0].rows.values())).field
        elif form is not None and name in form.rows:
            target = form.rows[name].field
        else:
            target = _standing(form or self, name) or _standing(self, "newField")
        if target is not None:
            target.setFocus()

    def _hint(self, words: str) -> QLabel:
        """Return what stands under a heading that has nothing under it yet."""
        label = WrappedLabel(self)
        label.setText(words)
        label.setFont(small(self.font()))
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setContentsMargins(MARGIN, 0, MARGIN, 2 * GRID)
        return label

    def _name_of(self, tag: Tag) -> str:
        """Return the name of a tag in a sentence."""
        name = tag.label.text(self._language)
        return isolated(flat(name if self._language == "ar" else name.lower()))

    def _put(self, part: "OwnFieldForm | TemplateForm") -> None:
        self._parts.append(part)
        self._column.addWidget(part)

    def _tag_form(self) -> RecordForm:
        form = RecordForm(self._save, self._language, self)
        form.setObjectName("tagForm")
        form.add("ar", AR, LineInput(form))
        form.add("en", EN, LineInput(form, latin=True))
        form.add("colour", _COLOUR, ChoiceInput(colour_options(self._language), form))
        form.add("line", _LINE, ChoiceInput(options_of(LINES, self._language), form))
        tags = [one for one in self._library.tags() if one.key != self._key]
        keys = key_options(tags, self._taken_keys(), self._language)
        form.add("digit", _KEY, ChoiceInput(keys, form))
        form.set_fixed(self._library.store.read_only)
        return form

    def _add_part(self, words: str, key: str, add: str, act: Callable[[], None]) -> None:
        self._column.addWidget(Rule(self))
        buttons = Buttons(self, words)
        buttons.add(key, add, f"{add} (Space)").clicked.connect(partial(_plainly, act))
        buttons.setDisabled(self._library.store.read_only)
        self._column.addWidget(buttons)

    def _save(self, key: str, text: str) -> None:
        tag = self._library.codebook.tag(self._key)
        self._acts.edit_tag(tag.key, **named(tag.label, key, text))

    def _add_field(self) -> None:
        label = Label("New field", "حقل جديد")
        self._acts.add_field(self._key, label)

    def _add_template(self) -> None:
        self._acts.add_template(self.tr("New template"), self._key)


def _standing(parent: QWidget, name: str) -> QWidget | None:
    """Return a widget by its name; those that are to be deleted in a moment are hidden."""
    found = parent.findChildren(QWidget, name)
    return next((one for one in found if one.isVisibleTo(parent)), None)


def _values(tag: Tag) -> dict[str, str]:
    return {
        "ar": tag.label.ar,
        "en": tag.label.en,
        "colour": tag.colour,
        "line": tag.line,
        "digit": tag.digit,
    }


def _plainly(act: Callable[[], None], *_: object) -> None:
    act()
