"""The notes in the margin as assistive tools meet them: an object each, beside the text."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
)
from shiboken6 import VoidPtr

from reader.ui.page.spoken import noted, shortened
from reader.ui.page.view import PageView

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

_Relation = tuple[QAccessibleInterface, QAccessible.RelationFlag]


class SpokenNote(QObject):
    """What stands for one note in view: the page, and the uid of its annotation."""

    def __init__(self, page: PageView, uid: str) -> None:
        super().__init__(page)
        self.page = page
        self.uid = uid

    def box(self) -> "QRectF | None":
        """Return where the note stands in pixels of the viewport, a folded one with its sign."""
        for one in self.page.placed_notes():
            if self.uid in (one.folded or (one.remark.uid,)):
                return one.box
        return None

    def name(self) -> str:
        """Return the tag, who spoke or what was ruled, and the note; "" for one that is gone."""
        annotation, remark = self.page.annotation(self.uid), self.page.remark(self.uid)
        if annotation is None or remark is None:
            return ""
        return noted(annotation, remark.heading, self.page.tags, self.page.language)

    def words(self) -> str:
        """Return the words that the note is about."""
        annotation = self.page.annotation(self.uid)
        return shortened(annotation.exact) if annotation is not None else ""


class NotesInView(QObject):
    """Keeps an object for each note in view, and tells assistive tools when others are."""

    def __init__(self, page: PageView) -> None:
        super().__init__(page)
        self._page = page
        self._kept: dict[str, SpokenNote] = {}
        self._told: Sequence[str] = ()
        page.notes_moved.connect(self._tell)

    def notes(self) -> list[SpokenNote]:
        """Return what stands for the notes in view, from top to bottom."""
        uids = self._uids()
        for uid in [one for one in self._kept if one not in uids]:
            self._kept.pop(uid).deleteLater()
        for uid in uids:
            if uid not in self._kept:
                self._kept[uid] = SpokenNote(self._page, uid)
        return [self._kept[uid] for uid in uids]

    def _uids(self) -> list[str]:
        placed = self._page.placed_notes()
        return [uid for one in placed for uid in one.folded or (one.remark.uid,)]

    def _tell(self) -> None:
        if not QAccessible.isActive():
            return
        uids = self._uids()
        if uids != self._told:
            self._told = uids
            event = QAccessibleEvent(self._page, QAccessible.Event.ObjectReorder)
            QAccessible.updateAccessibility(event)


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
