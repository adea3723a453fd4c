"""What makes the work fast: relations, the queue, and going back where one was."""

from collections.abc import Iterable

from reader.label import Language
from reader.model.codebook import Template
from reader.model.queue import QUEUES
from reader.ui.action_spec import QT_TRANSLATE_NOOP, ActionSpec

WORKING_ACTIONS = (
    ActionSpec(
        "relate",
        QT_TRANSLATE_NOOP("Action", "Relate to another annotation…"),
        "annotation",
        ("R",),
        separated=True,
    ),
    ActionSpec(
        "show_relations",
        QT_TRANSLATE_NOOP("Action", "Relations of the whole text"),
        "view",
        ("Shift+F4",),
        "",
        checkable=True,
    ),
)


def working_specs(language: Language) -> tuple[ActionSpec, ...]:
    """Return the actions whose words or keys depend on the language."""
    return (*queue_specs(language), *journey_specs(language))


def template_specs(templates: Iterable[Template]) -> tuple[ActionSpec, ...]:
    """Return one action for each template; its object name is `template_` and its uid."""
    return tuple(
        ActionSpec(
            f"template_{one.uid}",
            one.name,
            "annotation",
            (f"Ctrl+{one.digit}",) if one.digit else (),
        )
        for one in templates
    )


def queue_specs(language: Language) -> tuple[ActionSpec, ...]:
    """Return one action for each queue; its object name is `queue_` and the queue's key."""
    return tuple(
        ActionSpec(
            f"queue_{one.key}",
            one.label.text(language),
            "annotation/queue",
            (one.letter,),
        )
        for one in QUEUES
    )


def journey_specs(language: Language) -> tuple[ActionSpec, ...]:
    """Return the actions that go back and forward: the arrows point as the language reads."""
    back, forward = ("Right", "Left") if language == "ar" else ("Left", "Right")
    return (
        ActionSpec(
            "go_back",
            QT_TRANSLATE_NOOP("Action", "Back to where I was"),
            "view",
            ("Backspace", f"Alt+{back}"),
            separated=True,
        ),
        ActionSpec(
            "go_forward",
            QT_TRANSLATE_NOOP("Action", "Forward again"),
            "view",
            ("Shift+Backspace", f"Alt+{forward}"),
        ),
    )
