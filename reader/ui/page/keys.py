"""The keys of the page, as a table.

Only arrows, function keys and the like stand here: a letter key is another
character on an Arabic keyboard, so acts on letters belong to the actions of the
window, which have their Arabic twins.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from reader.frozen import dataclass

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_MEANT = _CTRL | _SHIFT | _ALT | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class PageKey:
    """A key with its modifiers and the act it stands for.

    `kind` is "move" (Shift then extends the selection), "end" (moves an end of the
    current annotation; the act is left or right), "note" (goes to the next or previous
    annotation with a note) or "act".
    """

    key: Qt.Key
    modifiers: Qt.KeyboardModifier
    kind: str
    act: str


PAGE_KEYS = (
    PageKey(Qt.Key.Key_Left, _NONE, "move", "left"),
    PageKey(Qt.Key.Key_Right, _NONE, "move", "right"),
    PageKey(Qt.Key.Key_Left, _CTRL, "move", "word_left"),
    PageKey(Qt.Key.Key_Right, _CTRL, "move", "word_right"),
    PageKey(Qt.Key.Key_Up, _NONE, "move", "up"),
    PageKey(Qt.Key.Key_Down, _NONE, "move", "down"),
    PageKey(Qt.Key.Key_Up, _CTRL, "move", "paragraph_up"),
    PageKey(Qt.Key.Key_Down, _CTRL, "move", "paragraph_down"),
    PageKey(Qt.Key.Key_PageUp, _NONE, "move", "page_up"),
    PageKey(Qt.Key.Key_PageDown, _NONE, "move", "page_down"),
    PageKey(Qt.Key.Key_Home, _NONE, "move", "line_start"),
    PageKey(Qt.Key.Key_End, _NONE, "move", "line_end"),
    PageKey(Qt.Key.Key_Home, _CTRL, "move", "text_start"),
    PageKey(Qt.Key.Key_End, _CTRL, "move", "text_end"),
    PageKey(Qt.Key.Key_Left, _ALT, "end", "left"),
    PageKey(Qt.Key.Key_Right, _ALT, "end", "right"),
    PageKey(Qt.Key.Key_Left, _ALT | _CTRL, "end", "left"),
    PageKey(Qt.Key.Key_Right, _ALT | _CTRL, "end", "right"),
    PageKey(Qt.Key.Key_Down, _ALT, "note", "next"),
    PageKey(Qt.Key.Key_Up, _ALT, "note", "previous"),
    PageKey(Qt.Key.Key_F8, _NONE, "act", "sentence"),
    PageKey(Qt.Key.Key_Escape, _NONE, "act", "escape"),
)


def page_key(event: QKeyEvent) -> PageKey | None:
    """Return the row of a key event; Shift is left to the kinds that know it."""
    modifiers = event.modifiers() & _MEANT & ~_SHIFT
    shifted = bool(event.modifiers() & _SHIFT)
    for row in PAGE_KEYS:
        if row.key == event.key() and row.modifiers == modifiers:
            return None if shifted and row.kind in ("act", "note") else row
    return None


def is_shifted(event: QKeyEvent) -> bool:
    """Tell whether Shift is held."""
    return bool(event.modifiers() & _SHIFT)


def is_by_word(event: QKeyEvent) -> bool:
    """Tell whether Ctrl is held, which makes a step a word."""
    return bool(event.modifiers() & _CTRL)
