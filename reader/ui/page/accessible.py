"""The page as a document for screen readers and other assistive tools, its notes beside it.

PySide6 lets no Python class answer for `selection`, `attributes` or the text at an
offset (its type system leaves them out), and what Qt answers for a selection is
then without meaning. So the selection and the annotations are announced instead
(`voice.py`), and those at the caret are the document's description.
"""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr, isValid

from reader.ui.page.spoken_notes import NotesInView, SpokenNote
from reader.ui.page.view import PageView
from reader.ui.page.voice import PageVoice

_Relation = tuple[QAccessibleInterface, QAccessible.RelationFlag]


class PageText(QAccessibleTextInterface):
    """The text around the caret; offsets are in UTF-16 units of that part (see `SpokenPart`)."""

    def __init__(self, page: PageView, voice: PageVoice) -> None:
        super().__init__()
        self._page = page
        self._voice = voice

    def text(self, start_unit: int, end_unit: int) -> str:
        """Return the text between two offsets."""
        return self._voice.part().between(start_unit, end_unit)

    def characterCount(self) -> int:
        """Return how many units the text has."""
        return self._voice.part().length_units

    def cursorPosition(self) -> int:
        """Return where the caret stands."""
        return self._voice.part().unit_of(self._page.caret())

    def setCursorPosition(self, unit: int) -> None:
        """Put the caret somewhere and give any selection up."""
        cp = self._voice.part().cp_of(unit)
        self._page.select(cp, cp)

    def selectionCount(self) -> int:
        """Return none, always: Qt could not say where it is."""
        return 0

    def addSelection(self, start_unit: int, end_unit: int) -> None:
        """Select a range in place of what is selected."""
        part = self._voice.part()
        self._page.select(part.cp_of(start_unit), part.cp_of(end_unit))

    def setSelection(self, _index: int, start_unit: int, end_unit: int) -> None:
        """Select a range in place of what is selected."""
        self.addSelection(start_unit, end_unit)

    def removeSelection(self, _index: int) -> None:
        """Give the selection up."""
        self._page.clear_selection()

    def characterRect(self, unit: int) -> QRect:
        """Return where a character is on the screen; at the end, the place for a caret."""
        page, cp = self._page, self._voice.part().cp_of(unit)
        boxes = page.rects_of(*page.surface.text.snapped(cp, cp + 1))
        box = boxes[0] if boxes else page.surface.caret(cp, upstream=False)[0]
        corner = page.viewport().mapToGlobal(box.topLeft().toPoint())
        return QRect(corner, box.size().toSize())

    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the offset of the character at a point of the screen, -1 for none."""
        viewport = self._page.viewport()
        inside = viewport.mapFromGlobal(point)
        over = self._page.surface.hit(QPointF(inside)).over
        part = self._voice.part()
        is_told = over is not None and part.start_cp <= over < part.end_cp
        if over is None or not is_told or not viewport.rect().contains(inside):
            return -1
        return part.unit_of(over)

    def scrollToSubstring(self, start_unit: int, _end_unit: int) -> None:
        """Bring a range in view."""
        self._page.scroll_to(self._voice.part().cp_of(start_unit))


class PageAccessible(QAccessibleWidget):
    """The page in the tree of assistive tools: a document that is read, not typed in."""

    def __init__(self, page: PageView) -> None:
        super().__init__(page, QAccessible.Role.Document)
        # Qt forgets an interface when the page moves among widgets, and asks for another.
        self.voice = page.findChild(PageVoice) or PageVoice(page)
        self.content = PageText(page, self.voice)
        self._notes = page.findChild(NotesInView) or NotesInView(page)

    def childCount(self) -> int:
        """Return how many widgets and notes the page has."""
        return super().childCount() + len(self._notes.notes())

    def child(self, index: int) -> Any:
        """Return a widget of the page, or behind them a note in view, from top to bottom."""
        widgets, notes = super().childCount(), self._notes.notes()
        if index < widgets:
            return super().child(index)
        is_note = index - widgets < len(notes)
        return QAccessible.queryAccessibleInterface(notes[index - widgets]) if is_note else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return where a widget or a note stands among the children, -1 for neither."""
        note = child.object()
        if not isinstance(note, SpokenNote):
            return super().indexOfChild(child)
        notes = self._notes.notes()
        return super().childCount() + notes.index(note) if note in notes else -1

    def childAt(self, x: int, y: int) -> Any:
        """Return the note at a point of the screen, or else a widget."""
        for one in map(QAccessible.queryAccessibleInterface, self._notes.notes()):
            if one.rect().contains(x, y):
                return one
        return super().childAt(x, y)

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """Return the text interface; anything but an object or a VoidPtr here ends the program."""
        return self.content if t == QAccessible.InterfaceType.TextInterface else VoidPtr(0)

    def state(self) -> QAccessible.State:
        """Return what a document is: of many lines, to be read and selected."""
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = 1
        return state

    def text(self, t: QAccessible.Text) -> str:
        """Return the page's name, and as its description the annotations at the caret."""
        if t == QAccessible.Text.Description:
            return self.voice.told_here()
        return super().text(t)


class NoteActions(QAccessibleActionInterface):
    """What can be done with a note: go to it, as a click does."""

    def __init__(self, note: SpokenNote) -> None:
        super().__init__()
        self._note = note

    def actionNames(self) -> list[str]:
        """Return the one action."""
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:
        """Make the note's annotation current, and bring its words in view."""
        if name in self.actionNames():
            self._note.page.go_to_note(self._note.uid)

    def keyBindingsForAction(self, _name: str) -> list[str]:
        """Return none: the keys of the page lead from note to note."""
        return []


class NoteAccessible(QAccessibleObject):
    """A note in the tree of assistive tools, a child of the page."""

    def __init__(self, note: SpokenNote) -> None:
        super().__init__(note)
        self._note = note
        self._actions = NoteActions(note)

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """Return the actions; anything but an object or a VoidPtr here ends the program."""
        return self._actions if t == QAccessible.InterfaceType.ActionInterface else VoidPtr(0)

    def role(self) -> QAccessible.Role:
        """Return what it is."""
        return QAccessible.Role.Note

    def text(self, t: QAccessible.Text) -> str:
        """Return what the note says, and as its description the words that it is about."""
        if t == QAccessible.Text.Name:
            return self._note.name()
        return self._note.words() if t == QAccessible.Text.Description else ""

    def state(self) -> QAccessible.State:
        """Return that it can be chosen, and whether it is."""
        state = QAccessible.State()
        state.readOnly = state.multiLine = state.selectable = 1
        state.selected = int(self._note.page.current() == self._note.uid)
        state.offscreen = state.invisible = int(self._note.box() is None)
        return state

    def rect(self) -> QRect:
        """Return where it stands on the screen; nowhere where it is out of view."""
        box = self._note.box()
        if box is None:
            return QRect()
        corner = self._note.page.viewport().mapToGlobal(box.topLeft().toPoint())
        return QRect(corner, box.size().toSize())

    def parent(self) -> QAccessibleInterface:
        """Return the page."""
        return QAccessible.queryAccessibleInterface(self._note.page)

    def childCount(self) -> int:
        """Return none."""
        return 0

    def child(self, _index: int) -> Any:
        """Return none."""
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return that it is none."""
        return -1

    def relations(
        self, match: QAccessible.RelationFlag = QAccessible.RelationFlag.Described
    ) -> list[_Relation]:
        """Return that the page's text is described by it: Qt says what the other is to this one."""
        flag = QAccessible.RelationFlag.Described
        return [(self.parent(), flag)] if match & flag else []


def kept_with(thing: QObject, kept: Iterable[QAccessibleInterface]) -> list[QAccessibleInterface]:
    """Return an interface for a page or a note behind those of `kept` that Qt has not deleted."""
    made: list[QAccessibleInterface] = []
    if isinstance(thing, SpokenNote):
        made.append(NoteAccessible(thing))
    elif isinstance(thing, PageView):
        made.append(PageAccessible(thing))
    return [*filter(isValid, kept), *made]
