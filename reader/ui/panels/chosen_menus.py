"""The menus of what can be done with the annotations that are chosen in the list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.label import Language
from reader.model.codebook import OwnField
from reader.model.fields import Field
from reader.model.tags import Tag
from reader.model.typed import STEPS
from reader.model.vocabulary import STATUSES
from reader.ui.action_spec import QT_TRANSLATE_NOOP
from reader.ui.bulk_acts import closed_fields, typed_fields
from reader.ui.library import Library
from reader.ui.panels.menus import choice_menu, refill

_TAG = QT_TRANSLATE_NOOP("AnnotationsPanel", "Tag")
_STATUS = QT_TRANSLATE_NOOP("AnnotationsPanel", "Status")
_FIELD = QT_TRANSLATE_NOOP("AnnotationsPanel", "Field")
_EMPTY = QT_TRANSLATE_NOOP("AnnotationsPanel", "Emptied")
_TYPE = QT_TRANSLATE_NOOP("AnnotationsPanel", "Type a value…")
_NO_FIELD = QT_TRANSLATE_NOOP("AnnotationsPanel", "They share no field")
_TYPE_NAME = QT_TRANSLATE_NOOP("AnnotationsPanel", "Type a name…")
_YES = QT_TRANSLATE_NOOP("AnnotationsPanel", "Yes")
_NO = QT_TRANSLATE_NOOP("AnnotationsPanel", "No")
_STEP = QT_TRANSLATE_NOOP("AnnotationsPanel", "%1 of 5")
# No value has a control character in it.
_TO_TYPE, _TO_NAME = "\0", "\1"
_NOTE = QT_TRANSLATE_NOOP("AnnotationsPanel", "Write a note")
_DELETE = QT_TRANSLATE_NOOP("AnnotationsPanel", "Delete")


class ChosenMenus(QObject):
    """A menu of tags, one of statuses, one of fields, and the context menu that holds two.

    `chosen` returns the uids of the chosen rows. `field_requested` carries them with a field's
    key and its value, `note_requested` with words. `typing_requested` says that a value is to
    be typed: the field's key, its name, and whether names of subjects are to be offered.
    """

    field_requested = Signal(list, str, str)
    note_requested = Signal(list, str)
    typing_requested = Signal(str, str, bool)

    def __init__(
        self,
        library: Library,
        language: Language,
        chosen: Callable[[], list[str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._language: Language = language
        self._chosen = chosen
        statuses = [(one.key, one.label.text(language), "") for one in STATUSES]
        self.tags = choice_menu(_words(_TAG), (), parent)
        self.statuses = choice_menu(_words(_STATUS), statuses, parent)
        self.fields = QMenu(_words(_FIELD), parent)
        self.context = QMenu(parent)
        self.set_tags(library.tags())
        self.fields.aboutToShow.connect(self._offer_fields)
        self.fields.triggered.connect(self._request_field)

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Offer these tags."""
        refill(self.tags, [(one.key, one.label.text(self._language), one.digit) for one in tags])

    def request_note(self, words: str) -> None:
        """Ask for words under the notes of the chosen rows."""
        self.note_requested.emit(self._chosen(), words)

    def request_value(self, key: str, value: str) -> None:
        """Ask for a value in a field of the chosen rows."""
        self.field_requested.emit(self._chosen(), key, value)

    def _request_field(self, action: QAction) -> None:
        key, value, name = action.data()
        if value in (_TO_TYPE, _TO_NAME):
            self.typing_requested.emit(key, name, value == _TO_NAME)
        else:
            self.request_value(key, value)

    def _offer_fields(self) -> None:
        """Offer the fields that all of the chosen rows have."""
        there = map(self._library.annotation, self._chosen())
        tags = [one.tag for one in there if one is not None]
        self._fill_fields((*closed_fields(self._library, tags), *typed_fields(self._library, tags)))

    def _fill_fields(self, fields: Sequence[Field | OwnField]) -> None:
        self.fields.clear()
        for one in fields:
            name = one.label.text(self._language)
            menu = self.fields.addMenu(name.replace("&", "&&"))
            for key, words in self._rows_of(one):
                menu.addAction(words.replace("&", "&&")).setData((one.key, key, name))
        if not fields:
            self.fields.addAction(_words(_NO_FIELD)).setEnabled(False)

    def _rows_of(self, field: Field | OwnField) -> list[tuple[str, str]]:
        """Return the values that a field is offered with, and their words; how it is emptied, too.

        What is always one thing or another cannot be emptied.
        """
        rows = [(one.key, one.label.text(self._language)) for one in field.choices]
        if field.kind == "pick":
            return rows
        if field.kind == "flag":
            return [("yes", _words(_YES)), ("", _words(_NO))]
        if field.kind == "steps":
            of_five = _words(_STEP)
            rows = [(str(step), of_five.replace("%1", str(step))) for step in STEPS]
        elif field.kind == "annotator":
            names = sorted(set(self._library.annotator_names().values()))
            rows = [(name, name) for name in names]
        elif field.kind == "subject":
            rows = [(_TO_NAME, _words(_TYPE_NAME))]
        elif field.kind != "choice":
            rows = [(_TO_TYPE, _words(_TYPE))]
        return [*rows, ("", _words(_EMPTY))]

    def fill_context(self, write: Callable[[], None], delete: Callable[[], None]) -> None:
        """Fill the context menu once."""
        self.context.addAction(_words(_NOTE) + "\tEnter", write)
        self.context.addMenu(self.tags)
        self.context.addMenu(self.statuses)
        self.context.addSeparator()
        self.context.addAction(_words(_DELETE) + "\tDel", delete)


def _words(source: str) -> str:
    return QCoreApplication.translate("AnnotationsPanel", source)
