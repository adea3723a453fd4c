"""The notes in the margin as assistive tools meet them: an object each, beside the text."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent

from reader.ui.page.spoken import noted, shortened
from reader.ui.page.view import PageView

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF


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
