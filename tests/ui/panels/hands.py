"""What a person's hands do in the panels, for tests."""

from PySide6.QtCore import Qt

from reader.model.fields import fields_of, value_of
from reader.ui.library import Library
from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.panels.annotations_delegate import NoteEditor
from reader.ui.panels.details import DetailsPanel
from reader.ui.panels.field_row import FieldRow
from reader.ui.panels.inputs import ChoiceInput, Input

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def current(panel: AnnotationsPanel) -> str:
    return panel._model.uid_at(panel._list.currentIndex())


def click(
    qtbot, panel: AnnotationsPanel, uid: str, modifier=Qt.KeyboardModifier.NoModifier
) -> None:
    where = panel._list.visualRect(panel._model.index_of(uid)).center()
    button = Qt.MouseButton.LeftButton
    qtbot.mouseClick(panel._list.viewport(), button, modifier, where)


def count(panel: AnnotationsPanel) -> str:
    return panel._filters._count.text()


def editor(panel: AnnotationsPanel) -> NoteEditor:
    return panel._list.findChild(NoteEditor)


def row(panel: DetailsPanel, key: str) -> FieldRow:
    return next(one for one in panel._rows() if one.key == key)


def begin(panel: DetailsPanel, key: str) -> Input:
    """Go to a field, its words chosen, so that typing replaces them."""
    field = row(panel, key).field
    field.setFocus(Qt.FocusReason.TabFocusReason)
    if not isinstance(field, ChoiceInput):
        field.selectAll()
    return field


def value(library: Library, uid: str, key: str) -> str:
    entry = library.entry(uid)
    found = next(one for one in fields_of(entry.annotation.tag) if one.key == key)
    return value_of(entry, found)
