"""One line of the table of actions."""

from dataclasses import dataclass


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark `text` for lupdate, which looks for this name."""
    return text


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its key (also its object name), words, keyboard keys, icon and menu.

    `menu` "" keeps it out of the menus; `checkable` makes it a switch.
    """

    key: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    separated: bool = False  # a line above it in the menu
