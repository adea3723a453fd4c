"""What can be done at the desk: its views, and what belongs to the page alone."""

from reader.ui.action_spec import QT_TRANSLATE_NOOP, ActionSpec

DESK_ACTIONS = (
    ActionSpec(
        "view_page", QT_TRANSLATE_NOOP("Action", "The page"), "view", ("Alt+1",), separated=True
    ),
    ActionSpec("view_claims", QT_TRANSLATE_NOOP("Action", "The claims"), "view", ("Alt+2",)),
    ActionSpec("view_subjects", QT_TRANSLATE_NOOP("Action", "The names"), "view", ("Alt+3",)),
    ActionSpec("view_numbers", QT_TRANSLATE_NOOP("Action", "The numbers"), "view", ("Alt+4",)),
    ActionSpec("view_codebook", QT_TRANSLATE_NOOP("Action", "The tags"), "view", ("Alt+5",)),
    ActionSpec(
        "filter_claims", QT_TRANSLATE_NOOP("Action", "Find a claim"), "view", ("Ctrl+Alt+F",)
    ),
)

SCALE_ACTIONS = (
    ActionSpec("verdict_scales", QT_TRANSLATE_NOOP("Action", "Verdict scales…"), "edit"),
)

# What shows the page first, since it happens there.
PAGE_FIRST = (
    "focus_page",
    "find",
    "find_next",
    "find_previous",
    "search_library",
    "filter_articles",
    "filter_annotations",
    "article_details",
    "what_changed",
    "next_article",
    "previous_article",
)
# What acts on words or an annotation of the page, and must not do so unseen; all tags too.
PAGE_ONLY = frozenset(
    (
        "repeat_tag",
        "note",
        "edit_details",
        "delete",
        "cycle",
        "next_annotation",
        "previous_annotation",
        "trash_article",
        "select_all",
        "select_sentence",
        "copy",
        "copy_visual",
        "copy_quote",
        "set_speaker",
        "set_cue",
        "continue_quote",
        "nest_quote",
        "link_twin",
        "accept_subject",
        "mentions_here",
        "mentions_everywhere",
    )
)
