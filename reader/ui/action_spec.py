"""One line of the table of actions, and the menus that they stand in."""

from reader.frozen import dataclass


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark `text` for lupdate, which looks for this name."""
    return text


MENUS = (
    ("file", QT_TRANSLATE_NOOP("Menu", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menu", "&Edit")),
    ("article", QT_TRANSLATE_NOOP("Menu", "A&rticle")),
    ("annotation", QT_TRANSLATE_NOOP("Menu", "&Annotation")),
    # Within the menu before the slash, at its end: all in one would be higher than a screen.
    ("annotation/names", QT_TRANSLATE_NOOP("Menu", "&Speakers and names")),
    ("annotation/places", QT_TRANSLATE_NOOP("Menu", "&Places that are not sure")),
    ("annotation/queue", QT_TRANSLATE_NOOP("Menu", "&What is still to do")),
    ("view", QT_TRANSLATE_NOOP("Menu", "&View")),
    ("help", QT_TRANSLATE_NOOP("Menu", "&Help")),
)


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
