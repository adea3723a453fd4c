"""What a person's hands do in the panels, for tests."""

from PySide6.QtCore import Qt

from reader.model.fields import fields_of, value_of
from reader.ui.library import Library
from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.panels.annotations_delegate import NoteEditor
from reader.ui.panels.details import DetailsPanel
from reader.ui.panels.field_row import FieldRow
from reader.ui.panels.inputs import Input, LineInput, LongInput

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
    folded = panel._form.groups.values() if panel._form is not None else ()
    for group in folded:
        if any(one.key == key for one in group.rows) and not group.header.isChecked():
            group.header.click()
    field = row(panel, key).field
    field.setFocus(Qt.FocusReason.TabFocusReason)
    if isinstance(field, LineInput | LongInput):
        field.selectAll()
    return field


def value(library: Library, uid: str, key: str) -> str:
    entry = library.entry(uid)
    found = next(one for one in fields_of(entry.annotation.tag) if one.key == key)
    return value_of(entry, found)
