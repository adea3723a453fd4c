"""What brings in annotations that others made."""

from reader.ui.action_spec import QT_TRANSLATE_NOOP, ActionSpec

BUNDLE_ACTIONS = (
    ActionSpec("merge_library", QT_TRANSLATE_NOOP("Action", "Merge another library…"), "file"),
)
