"""One free field of a tag, edited in its place."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.errors import ReaderError
from reader.label import Label, Language
from reader.model.codebook import OwnField, choices_from, choices_text
from reader.ui.codebook_acts import CodebookActs
from reader.ui.desk.record_form import AR, EN, Buttons, RecordForm, named
from reader.ui.desk.tag_choices import kind_options
from reader.ui.library import Library
from reader.ui.panels.inputs import ChoiceInput, LineInput, LongInput

_KIND = Label("Kind", "النوع")
_CHOICES = Label("Choices, one a line", "القيم، واحدة في كل سطر")


class OwnFieldForm(RecordForm):
    """Rows for the names, the kind and the choices of a field, and buttons under them.

    `failed` carries a ReaderError that is no row's own.
    """

    failed = Signal(object)

    def __init__(
        self, library: Library, acts: CodebookActs, uid: str, language: Language, parent: QWidget
    ) -> None:
        super().__init__(self._take, language, parent)
        self.setObjectName(f"field_{uid}")
        self._library = library
        self._acts = acts
        self._uid = uid
        self.add("ar", AR, LineInput(self))
        self.add("en", EN, LineInput(self, latin=True))
        self.add("kind", _KIND, ChoiceInput(kind_options(language), self))
        choices = LongInput((2, 8), self)
        choices.set_hint(self.tr("Arabic | English"))
        self._choices = self.add("choices", _CHOICES, choices)
        self.set_fixed(library.store.read_only)
        self._buttons = Buttons(self)
        self._add_button("fieldUp", self.tr("Up"), partial(self._move, -1))
        self._add_button("fieldDown", self.tr("Down"), partial(self._move, 1))
        self._add_button("fieldDelete", self.tr("Delete"), self._delete)
        self._buttons.setDisabled(library.store.read_only)
        self.add_widget(self._buttons)
        self.show_values(_values(self._own()), anew=True)

    def _add_button(self, key: str, words: str, act: Callable[..., None]) -> None:
        tips = {
            "fieldUp": self.tr("Put the field before the one above (Space)"),
            "fieldDown": self.tr("Put the field behind the one below (Space)"),
            "fieldDelete": self.tr("Delete the field, if no annotation fills it (Space)"),
        }
        self._buttons.add(key, words, tips[key]).clicked.connect(act)

    def follow(self) -> None:
        """Show the field as it is now."""
        own = self._own()
        self.show_values(_values(own), anew=False)
        self._choices.setVisible(own.kind == "choice")

    def _own(self) -> OwnField:
        return next(one for one in self._library.codebook.fields() if one.uid == self._uid)

    def _take(self, key: str, text: str) -> None:
        own = self._own()
        if key == "choices":
            self._acts.edit_field(own, choices=choices_from(text, own.choices))
        else:
            self._acts.edit_field(own, **named(own.label, key, text))

    def _move(self, step: int, *_: object) -> None:
        own = self._own()
        order = [one.uid for one in self._library.codebook.fields_of(own.tag)]
        self._acts.move_field(own, max(0, order.index(own.uid) + step))

    def _delete(self) -> None:
        try:
            self._acts.delete_field(self._own())
        except ReaderError as error:
            self.failed.emit(error)


def _values(own: OwnField) -> dict[str, str]:
    return {
        "ar": own.label.ar,
        "en": own.label.en,
        "kind": own.kind,
        "choices": choices_text(own.choices),
    }
