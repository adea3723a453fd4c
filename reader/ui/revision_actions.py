"""What can be done with an article's revisions, its originals, and places that are not sure."""

from reader.ui.action_spec import QT_TRANSLATE_NOOP, ActionSpec

REVISION_ACTIONS = (
    ActionSpec(
        "what_changed",
        QT_TRANSLATE_NOOP("Action", "What changed since I read it"),
        "article",
        ("F5", "Ctrl+D"),
    ),
    ActionSpec(
        "revisions",
        QT_TRANSLATE_NOOP("Action", "Revisions of the text…"),
        "article",
        ("Ctrl+Shift+D",),
    ),
    ActionSpec(
        "open_original",
        QT_TRANSLATE_NOOP("Action", "Open the original"),
        "article",
        ("Ctrl+Alt+O",),
        separated=True,
    ),
    ActionSpec(
        "save_original",
        QT_TRANSLATE_NOOP("Action", "Save the original…"),
        "article",
        ("Ctrl+Shift+S",),
    ),
    ActionSpec(
        "verify_original", QT_TRANSLATE_NOOP("Action", "Verify the original"), "article", ("F12",)
    ),
    ActionSpec(
        "next_uncertain",
        QT_TRANSLATE_NOOP("Action", "Next uncertain or lost one"),
        "annotation/places",
        ("U",),
    ),
    ActionSpec(
        "confirm_place",
        QT_TRANSLATE_NOOP("Action", "These are the words"),
        "annotation/places",
        ("Ctrl+Return", "Ctrl+Enter"),
    ),
    ActionSpec(
        "reattach_place",
        QT_TRANSLATE_NOOP("Action", "Tie to the selected words"),
        "annotation/places",
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
    ),
    ActionSpec(
        "lose_place",
        QT_TRANSLATE_NOOP("Action", "Put among the lost"),
        "annotation/places",
        ("Shift+Del",),
    ),
)
