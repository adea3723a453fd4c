"""What can be done with speakers and names, by keys that every keyboard layout has."""

from reader.ui.action_spec import QT_TRANSLATE_NOOP, ActionSpec

SUBJECT_ACTIONS = (
    ActionSpec(
        "set_speaker",
        QT_TRANSLATE_NOOP("Action", "This is the speaker"),
        "annotation/names",
        ("S",),
        "person",
    ),
    ActionSpec(
        "set_cue", QT_TRANSLATE_NOOP("Action", "This is the cue"), "annotation/names", ("D",)
    ),
    ActionSpec(
        "continue_quote",
        QT_TRANSLATE_NOOP("Action", "It continues the previous quote"),
        "annotation/names",
        ("P",),
    ),
    ActionSpec(
        "nest_quote",
        QT_TRANSLATE_NOOP("Action", "It is quoted within the quote around it"),
        "annotation/names",
        ("I",),
    ),
    ActionSpec(
        "link_twin",
        QT_TRANSLATE_NOOP("Action", "Quote and claim of the same words"),
        "annotation/names",
        ("L",),
    ),
    ActionSpec(
        "accept_subject",
        QT_TRANSLATE_NOOP("Action", "Take the name that is suggested"),
        "annotation/names",
        ("Y",),
    ),
    ActionSpec(
        "subject_page",
        QT_TRANSLATE_NOOP("Action", "Everything that they said"),
        "annotation/names",
        ("G",),
    ),
    ActionSpec(
        "mentions_here",
        QT_TRANSLATE_NOOP("Action", "Tag all mentions in the article"),
        "annotation/names",
        ("T",),
    ),
    ActionSpec(
        "mentions_everywhere",
        QT_TRANSLATE_NOOP("Action", "Tag all mentions in all articles"),
        "annotation/names",
        ("Ctrl+Alt+T",),
    ),
)
