"""Everything that can be done, as one table: menus, tool bar, keys and the key list read it."""

from collections.abc import Iterable

from reader.label import Language
from reader.model.tags import Tag
from reader.ui.action_spec import QT_TRANSLATE_NOOP, ActionSpec
from reader.ui.bundle_actions import BUNDLE_ACTIONS
from reader.ui.desk_actions import DESK_ACTIONS, SCALE_ACTIONS
from reader.ui.revision_actions import REVISION_ACTIONS
from reader.ui.subject_actions import SUBJECT_ACTIONS
from reader.ui.working_actions import WORKING_ACTIONS

ACTIONS = (
    ActionSpec(
        "open_file", QT_TRANSLATE_NOOP("Action", "Open an article…"), "file", ("Ctrl+O",), "open"
    ),
    ActionSpec("open_folder", QT_TRANSLATE_NOOP("Action", "Import a folder…"), "file"),
    ActionSpec(
        "import_address",
        QT_TRANSLATE_NOOP("Action", "Import a page by its address…"),
        "file",
        ("Ctrl+Shift+O",),
        "import",
    ),
    ActionSpec(
        "paste_article",
        QT_TRANSLATE_NOOP("Action", "New article from the clipboard"),
        "file",
        ("Ctrl+Shift+V",),
        "paste",
    ),
    ActionSpec("new_window", QT_TRANSLATE_NOOP("Action", "New window"), "file", ("Ctrl+N",)),
    ActionSpec("open_library", QT_TRANSLATE_NOOP("Action", "Open another library…"), "file"),
    *BUNDLE_ACTIONS,
    ActionSpec(
        "export",
        QT_TRANSLATE_NOOP("Action", "Export…"),
        "file",
        ("Ctrl+E",),
        "export",
        separated=True,
    ),
    ActionSpec("export_pdf", QT_TRANSLATE_NOOP("Action", "Save as PDF…"), "file"),
    ActionSpec("print", QT_TRANSLATE_NOOP("Action", "Print…"), "file", ("Ctrl+P",), "print"),
    ActionSpec(
        "save_copy",
        QT_TRANSLATE_NOOP("Action", "Save a copy of the library…"),
        "file",
        (),
        "save-copy",
    ),
    ActionSpec("check_library", QT_TRANSLATE_NOOP("Action", "Check the library"), "file"),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Action", "Quit"), "file", ("Ctrl+Q",), separated=True),
    ActionSpec("undo", QT_TRANSLATE_NOOP("Action", "Undo"), "edit", ("Ctrl+Z",), "undo"),
    ActionSpec(
        "redo", QT_TRANSLATE_NOOP("Action", "Redo"), "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"
    ),
    ActionSpec("copy", QT_TRANSLATE_NOOP("Action", "Copy"), "edit", ("Ctrl+C",), separated=True),
    ActionSpec(
        "copy_visual",
        QT_TRANSLATE_NOOP("Action", "Copy for software without Arabic"),
        "edit",
        ("Ctrl+Shift+C",),
    ),
    ActionSpec(
        "copy_quote",
        QT_TRANSLATE_NOOP("Action", "Copy as a quote with its source"),
        "edit",
        ("Ctrl+Alt+C",),
    ),
    ActionSpec("select_all", QT_TRANSLATE_NOOP("Action", "Select all"), "edit", ("Ctrl+A",)),
    ActionSpec(
        "select_sentence", QT_TRANSLATE_NOOP("Action", "Select the sentence"), "edit", ("F8",)
    ),
    ActionSpec(
        "find",
        QT_TRANSLATE_NOOP("Action", "Find in the article"),
        "edit",
        ("Ctrl+F",),
        "search",
        separated=True,
    ),
    ActionSpec(
        "find_next", QT_TRANSLATE_NOOP("Action", "Next hit"), "edit", ("F3", "Ctrl+G"), "next"
    ),
    ActionSpec(
        "find_previous",
        QT_TRANSLATE_NOOP("Action", "Previous hit"),
        "edit",
        ("Shift+F3", "Ctrl+Shift+G"),
        "previous",
    ),
    ActionSpec(
        "search_library",
        QT_TRANSLATE_NOOP("Action", "Search the library"),
        "edit",
        ("Ctrl+Shift+F",),
        "search",
    ),
    ActionSpec(
        "filter_articles", QT_TRANSLATE_NOOP("Action", "Find an article"), "edit", ("Ctrl+L",)
    ),
    ActionSpec(
        "filter_annotations",
        QT_TRANSLATE_NOOP("Action", "Find an annotation"),
        "edit",
        ("Ctrl+Shift+L",),
        "filter",
    ),
    *SCALE_ACTIONS,
    ActionSpec(
        "settings",
        QT_TRANSLATE_NOOP("Action", "Settings…"),
        "edit",
        ("Ctrl+,",),
        "settings",
        separated=True,
    ),
    ActionSpec(
        "next_article",
        QT_TRANSLATE_NOOP("Action", "Next article"),
        "article",
        ("J", "Ctrl+PgDown"),
        "next",
    ),
    ActionSpec(
        "previous_article",
        QT_TRANSLATE_NOOP("Action", "Previous article"),
        "article",
        ("K", "Ctrl+PgUp"),
        "previous",
    ),
    ActionSpec(
        "article_details",
        QT_TRANSLATE_NOOP("Action", "Edit the article's details"),
        "article",
        ("F2",),
        separated=True,
    ),
    ActionSpec(
        "new_collection",
        QT_TRANSLATE_NOOP("Action", "New collection"),
        "article",
        ("Ctrl+Shift+N",),
    ),
    ActionSpec(
        "trash_article",
        QT_TRANSLATE_NOOP("Action", "Move the article to the trash"),
        "article",
        ("Ctrl+Del",),
        "delete",
        separated=True,
    ),
    ActionSpec(
        "repeat_tag", QT_TRANSLATE_NOOP("Action", "Tag as the last time"), "annotation", ("Q",)
    ),
    ActionSpec(
        "note",
        QT_TRANSLATE_NOOP("Action", "Write a note"),
        "annotation",
        ("M",),
        "note",
        separated=True,
    ),
    ActionSpec(
        "edit_details", QT_TRANSLATE_NOOP("Action", "Edit the details"), "annotation", ("Return",)
    ),
    ActionSpec(
        "delete",
        QT_TRANSLATE_NOOP("Action", "Delete the annotation"),
        "annotation",
        ("Del",),
        "delete",
    ),
    ActionSpec(
        "cycle",
        QT_TRANSLATE_NOOP("Action", "Next of those that overlap here"),
        "annotation",
        ("O",),
        separated=True,
    ),
    ActionSpec(
        "next_annotation",
        QT_TRANSLATE_NOOP("Action", "Next annotation"),
        "annotation",
        ("Alt+Down",),
        "next",
    ),
    ActionSpec(
        "previous_annotation",
        QT_TRANSLATE_NOOP("Action", "Previous annotation"),
        "annotation",
        ("Alt+Up",),
        "previous",
    ),
    *SUBJECT_ACTIONS,
    *REVISION_ACTIONS,
    *WORKING_ACTIONS,
    ActionSpec(
        "zoom_in", QT_TRANSLATE_NOOP("Action", "Larger"), "view", ("Ctrl+=", "Ctrl++"), "zoom-in"
    ),
    ActionSpec("zoom_out", QT_TRANSLATE_NOOP("Action", "Smaller"), "view", ("Ctrl+-",), "zoom-out"),
    ActionSpec("zoom_reset", QT_TRANSLATE_NOOP("Action", "Normal size"), "view", ("Ctrl+0",)),
    ActionSpec(
        "theme_light",
        QT_TRANSLATE_NOOP("Action", "Light"),
        "view",
        (),
        "",
        checkable=True,
        separated=True,
    ),
    ActionSpec("theme_sepia", QT_TRANSLATE_NOOP("Action", "Sepia"), "view", (), "", checkable=True),
    ActionSpec("theme_dark", QT_TRANSLATE_NOOP("Action", "Dark"), "view", (), "", checkable=True),
    ActionSpec(
        "theme_contrast",
        QT_TRANSLATE_NOOP("Action", "High contrast"),
        "view",
        (),
        "",
        checkable=True,
    ),
    ActionSpec("next_theme", QT_TRANSLATE_NOOP("Action", "Next theme"), "", ("F7",), "theme"),
    ActionSpec(
        "panels",
        QT_TRANSLATE_NOOP("Action", "Panels"),
        "view",
        ("F9",),
        "sidebar",
        checkable=True,
        separated=True,
    ),
    ActionSpec(
        "margin_notes",
        QT_TRANSLATE_NOOP("Action", "Notes in the margin"),
        "view",
        ("F4",),
        "",
        checkable=True,
    ),
    ActionSpec(
        "show_hidden",
        QT_TRANSLATE_NOOP("Action", "Hidden characters"),
        "view",
        ("Ctrl+Shift+8",),
        "",
        checkable=True,
    ),
    *DESK_ACTIONS,
    ActionSpec("focus_page", QT_TRANSLATE_NOOP("Action", "Go to the page"), "view", ("F6",)),
    ActionSpec(
        "full_screen",
        QT_TRANSLATE_NOOP("Action", "Full screen"),
        "view",
        ("F11",),
        "full-screen",
        checkable=True,
    ),
    ActionSpec("shortcuts", QT_TRANSLATE_NOOP("Action", "Keys"), "help", ("F1",), "help"),
    ActionSpec("about", QT_TRANSLATE_NOOP("Action", "About Hashiya"), "help"),
)


def tag_specs(tags: Iterable[Tag], language: Language) -> tuple[ActionSpec, ...]:
    """Return one action for each tag; its object name is `tag_` and the tag's key."""
    return tuple(
        ActionSpec(
            f"tag_{tag.key}",
            tag.label.text(language),
            "annotation",
            (tag.digit,) if tag.digit else (),
            tag.key if tag.key in ("quote", "entity", "claim") else "",
        )
        for tag in tags
    )
