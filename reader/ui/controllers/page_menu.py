"""What the page offers at the mouse."""

from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.action_set import Actions

_KEYS = (
    "note",
    "edit_details",
    "cycle",
    "delete",
    "",
    "subject_page",
    "set_speaker",
    "set_cue",
    "continue_quote",
    "mentions_here",
    "",
    "copy",
    "copy_visual",
)


def page_menu(actions: Actions, parent: QWidget) -> QMenu:
    """Return the menu of the page: the tags, then what is done with the annotation and words."""
    menu = QMenu(parent)
    for spec, action in actions.all():
        if spec.key.startswith("tag_"):
            menu.addAction(action)
    menu.addSeparator()
    for key in _KEYS:
        if key:
            menu.addAction(actions[key])
        else:
            menu.addSeparator()
    return menu
