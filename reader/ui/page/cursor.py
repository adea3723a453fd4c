"""The caret and the selection: what they are, and the acts that move them.

A selection runs from its anchor, which stays, to its focus, which moves and
carries the caret. Both always stand between two graphemes.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.frozen import dataclass
from reader.text import boundaries
from reader.ui.page.surface import Surface


@dataclass(frozen=True, slots=True)
class Selected:
    """A selection in code points; empty where anchor and focus meet.

    `upstream` tells that the caret belongs to the grapheme before it (see
    `places.Hit`), `x` is the place in pixels that moves up and down keep to.
    """

    anchor: int = 0
    focus: int = 0
    upstream: bool = False
    x: float | None = None

    @property
    def range(self) -> tuple[int, int]:
        """Return the half-open range, its smaller end first."""
        return min(self.anchor, self.focus), max(self.anchor, self.focus)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is selected."""
        return self.anchor == self.focus

    @property
    def character(self) -> int:
        """Return the code point that the caret belongs to."""
        return self.focus - 1 if self.upstream and self.focus > 0 else self.focus


class Cursor(QObject):
    """Holds the selection of a surface.

    Signals: `changed` follows each new selection or place of the caret, with
    whether the caret is to be brought in view.
    """

    changed = Signal(bool)

    def __init__(self, surface: Surface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        self.selected = Selected()

    @property
    def text(self) -> str:
        """Return the text that positions count in."""
        return self._surface.text.text

    def set(self, selected: Selected, *, reveal: bool = True) -> None:
        """Make a selection; a focus within a grapheme goes on to the end it was moving to.

        Only a grapheme that is longer than a block has places within itself.
        """
        cp = selected.focus
        # The start of the text is within nothing, and a page begins there: nothing to look up.
        low, high = self._surface.text.snapped(cp, cp + 1) if cp else (0, 0)
        if low < cp < high:
            cp = high if selected.focus > self.selected.focus else low
            is_click = selected.anchor == selected.focus
            selected = replace(selected, anchor=cp if is_click else selected.anchor, focus=cp)
        if selected != self.selected:
            self.selected = selected
            self.changed.emit(reveal)

    def select(self, start_cp: int, end_cp: int, *, reveal: bool = True) -> None:
        """Select a range, snapped to whole graphemes; reversed ends put the caret at the start."""
        low, high = self._surface.text.snapped(start_cp, end_cp)
        backwards = end_cp < start_cp
        anchor, focus = (high, low) if backwards else (low, high)
        self.set(Selected(anchor, focus, upstream=focus > anchor), reveal=reveal)

    def extend(self, cp: int, *, upstream: bool, reveal: bool = True) -> None:
        """Move the focus and leave the anchor."""
        self.set(Selected(self.selected.anchor, cp, upstream), reveal=reveal)

    def clear(self) -> bool:
        """Give the selection up and leave the caret; return whether there was one."""
        was = self.selected
        self.set(Selected(was.focus, was.focus, was.upstream), reveal=False)
        return not was.is_empty

    def select_all(self) -> None:
        """Select the whole text, without moving what is seen."""
        self.set(Selected(0, len(self.text), upstream=True), reveal=False)

    def select_word(self) -> None:
        """Select the word at the caret."""
        self.select(*boundaries.word_at(self.text, self.selected.focus))

    def select_sentence(self) -> None:
        """Grow the selection to whole sentences, and from there to whole paragraphs."""
        if not self._grow(boundaries.sentence_at):
            self.select_paragraph()

    def select_paragraph(self) -> None:
        """Grow the selection to whole paragraphs."""
        self._grow(boundaries.paragraph_at)

    def _grow(self, unit_at: Callable[[str, int], tuple[int, int]]) -> bool:
        start, end = self.selected.range
        first = unit_at(self.text, start)
        last = unit_at(self.text, end - 1) if end > start + 1 else first
        grown = min(first[0], start), max(last[1], end)
        if grown == (start, end):
            return False
        self.select(*grown)
        return True
