"""What the page tells assistive tools by itself: where the caret is, and what it has come to."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleTextCursorEvent

from reader.model.tags import tag_of
from reader.ui.page.spoken import SpokenPart, brief, full, shortened
from reader.ui.page.view import PageView


class PageVoice(QObject):
    """Follows a page and speaks of it, while an assistive tool listens.

    Signals: `announced` carries each sentence that was spoken.
    """

    announced = Signal(str)

    def __init__(self, page: PageView) -> None:
        super().__init__(page)
        self._page = page
        self._part = SpokenPart(page.surface, page.caret())
        self._inside: list[str] = []
        page.selection_changed.connect(self._follow_caret)
        page.selection_finished.connect(self._tell_selection)
        page.current_set.connect(self._tell_current)

    def part(self) -> SpokenPart:
        """Return the part of the text that the caret is in."""
        caret = self._page.caret()
        if not self._part.holds(self._page.surface, caret):
            self._part = SpokenPart(self._page.surface, caret)
        return self._part

    def told_here(self) -> str:
        """Return the annotations at the caret in words, the smallest first."""
        return "; ".join(self._briefs(self._page.annotations_at(self._page.caret())))

    def _follow_caret(self, _start: int, _end: int) -> None:
        if not QAccessible.isActive():
            return
        caret = self._page.caret()
        moved = QAccessibleTextCursorEvent(self._page, self.part().unit_of(caret))
        QAccessible.updateAccessibility(moved)
        here = self._page.annotations_at(caret)
        entered = [uid for uid in here if uid not in self._inside]
        left = [uid for uid in self._inside if uid not in here]
        self._inside = here
        sentences = self._briefs(entered)
        sentences += [self.tr("End of %1").replace("%1", words) for words in self._tags(left)]
        if sentences:
            self._announce("; ".join(sentences))

    def _tell_selection(self, start_cp: int, end_cp: int) -> None:
        words = shortened(self._page.text()[start_cp:end_cp])
        self._announce(self.tr("Selected: %1").replace("%1", words))

    def _tell_current(self, uid: str) -> None:
        annotation = self._page.annotation(uid)
        if annotation is None:
            return
        if uid not in self._inside:
            self._inside = [*self._inside, uid]
        told = full(annotation, self._page.tags, self._page.language)
        remark = self._page.remark(uid)
        ruled = remark.heading if remark is not None else ""
        self._announce(told if ruled in told else f"{told}. {ruled}")

    def _briefs(self, uids: list[str]) -> list[str]:
        found = [one for one in map(self._page.annotation, uids) if one is not None]
        return [brief(one, self._page.tags, self._page.language) for one in found]

    def _tags(self, uids: list[str]) -> list[str]:
        """Return the names of the tags of annotations that are still there, each once."""
        page = self._page
        found = [one for one in map(page.annotation, uids) if one is not None]
        names = (tag_of(one.tag, page.tags).label.text(page.language) for one in found)
        return list(dict.fromkeys(names))

    def _announce(self, sentence: str) -> None:
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._page, sentence)
            QAccessible.updateAccessibility(event)
            self.announced.emit(sentence)
