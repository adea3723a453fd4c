"""The annotations on the page and the current one among them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.model.annotation import Annotation
from reader.ui.page.cursor import Cursor, Selected
from reader.ui.page.marks import Marks, key_of
from reader.ui.page.movement import is_onward, stepped
from reader.ui.page.surface import Surface


class CurrentMark(QObject):
    """Knows which annotation is current, and walks among them.

    Signals: `changed` carries the uid of the new current annotation, "" for none,
    when the page itself made it current; `ends_moved` asks whoever owns the
    annotations for other ends (uid, start and end in code points). Nothing is
    changed here.
    """

    changed = Signal(str)
    ends_moved = Signal(str, int, int)

    def __init__(self, surface: Surface, cursor: Cursor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        self._cursor = cursor
        self.marks = Marks()
        self.uid: str | None = None

    @property
    def annotation(self) -> Annotation | None:
        """Return the current annotation."""
        return self.marks.get(self.uid) if self.uid is not None else None

    def make(self, uid: str | None) -> None:
        """Make an annotation current, or none, and tell it if it is another."""
        if uid != self.uid:
            self.uid = uid
            self.changed.emit(uid or "")

    def cycle(self) -> None:
        """Make the next annotation at the caret current, from the smallest to the largest."""
        selected = self._cursor.selected
        found = self.marks.at(selected.character) or self.marks.at(selected.focus - 1)
        here = [mark.uid for mark in found]
        if here:
            at = here.index(self.uid) + 1 if self.uid in here else 0
            self.make(here[at % len(here)])

    def walk(self, *, onward: bool) -> None:
        """Go to the annotation that follows, or precedes, the current one or else the caret."""
        found = self.beside(onward=onward)
        if found is not None:
            self.make(found.uid)
            self._cursor.set(Selected(found.start_cp, found.start_cp))

    def beside(
        self, *, onward: bool, passes: Callable[[Annotation], bool] | None = None
    ) -> Annotation | None:
        """Return the nearest annotation after, or before, the current one or else the caret.

        Only one that `passes`, where that is given.
        """
        current, cp = self.annotation, self._cursor.selected.focus
        # Before every annotation that begins at the caret, however long.
        key = (cp, -self._surface.text.length - 1, "")
        if current is not None and current.start_cp <= cp <= current.end_cp:
            key = key_of(current)
        step = self.marks.after if onward else self.marks.before
        found = step(key)
        while found is not None and passes is not None and not passes(found):
            found = step(key_of(found))
        return found

    def move_end(self, *, to_left: bool, at_start: bool, by_word: bool) -> bool:
        """Ask for an end of the current annotation one step to the left or right.

        Returns whether there is a current annotation. A step that would leave
        nothing marked is not asked for.
        """
        annotation = self.annotation
        if annotation is None:
            return False
        start, end = annotation.start_cp, annotation.end_cp
        onward = is_onward(self._surface, start if at_start else end - 1, to_left=to_left)
        moved = self._moved(start if at_start else end, at_start, onward=onward, by_word=by_word)
        ends = (moved, end) if at_start else (start, moved)
        if ends[0] < ends[1] and ends != (start, end):
            self._surface.reveal(moved, upstream=not at_start)
            self.ends_moved.emit(annotation.uid, *ends)
        return True

    def _moved(self, cp: int, at_start: bool, *, onward: bool, by_word: bool) -> int:
        """Return the next place of an end; by words it never comes to stand beside a space."""
        text = self._surface.text.text
        moved = stepped(text, cp, onward=onward, by_word=by_word)
        if by_word and at_start and onward:
            while moved < len(text) and text[moved].isspace():
                moved += 1
        elif by_word and not at_start and not onward:
            while moved > 0 and text[moved - 1].isspace():
                moved -= 1
        return moved
