"""Everything that can be done, as one table: menus, tool bar, keys and the key list read it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.label import Language
from reader.model.tags import Tag
from reader.ui.icons import Icons


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


MENUS = (
    ("file", QT_TRANSLATE_NOOP("Menu", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menu", "&Edit")),
    ("annotation", QT_TRANSLATE_NOOP("Menu", "&Annotation")),
    ("view", QT_TRANSLATE_NOOP("Menu", "&View")),
    ("help", QT_TRANSLATE_NOOP("Menu", "&Help")),
)

_T = QT_TRANSLATE_NOOP
ACTIONS = (
    ActionSpec("open_file", _T("Action", "Open an article…"), "file", ("Ctrl+O",), "open"),
    ActionSpec(
        "paste_article", _T("Action", "New article from the clipboard"), "file", ("Ctrl+Shift+V",),
        "paste"
    ),
    ActionSpec("new_window", _T("Action", "New window"), "file", ("Ctrl+N",)),
    ActionSpec("open_library", _T("Action", "Open another library…"), "file"),
    ActionSpec("export", _T("Action", "Export…"), "file", ("Ctrl+E",), "export", separated=True),
    ActionSpec("save_copy", _T("Action", "Save a copy of the library…"), "file", (), "save-copy"),
    ActionSpec("check_library", _T("Action", "Check the library"), "file"),
    ActionSpec("quit", _T("Action", "Quit"), "file", ("Ctrl+Q",), separated=True),
    ActionSpec("undo", _T("Action", "Undo"), "edit", ("Ctrl+Z",), "undo"),
    ActionSpec("redo", _T("Action", "Redo"), "edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    ActionSpec("copy", _T("Action", "Copy"), "edit", ("Ctrl+C",), separated=True),
    ActionSpec(
        "copy_visual", _T("Action", "Copy for software without Arabic"), "edit", ("Ctrl+Shift+C",)
    ),
    ActionSpec("select_all", _T("Action", "Select all"), "edit", ("Ctrl+A",)),
    ActionSpec("select_sentence", _T("Action", "Select the sentence"), "edit", ("F8",)),
    ActionSpec("filter_articles", _T("Action", "Find an article"), "edit", ("Ctrl+L",), "search",
               separated=True),
    ActionSpec("filter_annotations", _T("Action", "Find an annotation"), "edit",
               ("Ctrl+Shift+F",), "filter"),
    ActionSpec("settings", _T("Action", "Settings…"), "edit", ("Ctrl+,",), "settings",
               separated=True),
    ActionSpec("repeat_tag", _T("Action", "Tag as the last time"), "annotation", ("Q",)),
    ActionSpec("note", _T("Action", "Write a note"), "annotation", ("M",), "note", separated=True),
    ActionSpec("edit_details", _T("Action", "Edit the details"), "annotation", ("Return",)),
    ActionSpec("delete", _T("Action", "Delete the annotation"), "annotation", ("Del",), "delete"),
    ActionSpec("cycle", _T("Action", "Next of those that overlap here"), "annotation", ("O",),
               separated=True),
    ActionSpec("next_annotation", _T("Action", "Next annotation"), "annotation", ("Alt+Down",),
               "next"),
    ActionSpec("previous_annotation", _T("Action", "Previous annotation"), "annotation",
               ("Alt+Up",), "previous"),
    ActionSpec("zoom_in", _T("Action", "Larger"), "view", ("Ctrl+=", "Ctrl++"), "zoom-in"),
    ActionSpec("zoom_out", _T("Action", "Smaller"), "view", ("Ctrl+-",), "zoom-out"),
    ActionSpec("zoom_reset", _T("Action", "Normal size"), "view", ("Ctrl+0",)),
    ActionSpec("theme_light", _T("Action", "Light"), "view", (), "", checkable=True,
               separated=True),
    ActionSpec("theme_sepia", _T("Action", "Sepia"), "view", (), "", checkable=True),
    ActionSpec("theme_dark", _T("Action", "Dark"), "view", (), "", checkable=True),
    ActionSpec("next_theme", _T("Action", "Next theme"), "", ("F7",), "theme"),
    ActionSpec("panels", _T("Action", "Panels"), "view", ("F9",), "sidebar", checkable=True,
               separated=True),
    ActionSpec("focus_page", _T("Action", "Go to the page"), "view", ("F6",)),
    ActionSpec("full_screen", _T("Action", "Full screen"), "view", ("F11",), "full-screen",
               checkable=True),
    ActionSpec("shortcuts", _T("Action", "Keys"), "help", ("F1",), "help"),
    ActionSpec("about", _T("Action", "About Hashiya"), "help"),
)  # fmt: skip

# The letter of an Arabic keyboard on the key of each Latin one ("B" types two letters: no twin).
ARABIC_TWINS: Mapping[str, str] = dict(
    zip("QWERTYUIOPASDFGHJKLZXCVNM,", "ضصثقفغعهخحشسيبلاتنمئءؤرىةو", strict=True)
)
_ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"


def key_sequences(keys: Iterable[str]) -> list[QKeySequence]:
    """Return key sequences, each letter and digit with its twin on an Arabic layout."""
    sequences = []
    for key in keys:
        sequences.append(QKeySequence(key))
        stem, last = key[:-1], key[-1]
        is_single = not stem or stem.endswith("+")
        if is_single and last in ARABIC_TWINS:
            sequences.append(QKeySequence(stem + ARABIC_TWINS[last]))
        elif is_single and last.isdecimal():
            sequences.append(QKeySequence(stem + _ARABIC_DIGITS[int(last)]))
    return sequences


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


class Actions(QObject):
    """The actions of one window, made from the table."""

    def __init__(self, owner: QWidget, specs: Iterable[ActionSpec]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._actions: dict[str, QAction] = {}
        self._specs = tuple(specs)
        for spec in self._specs:
            self._actions[spec.key] = self._made(spec)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def of_menu(self, menu: str) -> list[tuple[ActionSpec, QAction]]:
        """Return a menu's actions, in the order of the table."""
        return [(spec, self._actions[spec.key]) for spec in self._specs if spec.menu == menu]

    def all(self) -> list[tuple[ActionSpec, QAction]]:
        """Return every action, in the order of the table."""
        return [(spec, self._actions[spec.key]) for spec in self._specs]

    def connect_all(self, handlers: Mapping[str, Callable[..., object]]) -> None:
        """Tie actions to what they do; the keys of `handlers` are theirs."""
        for key, handler in handlers.items():
            self._actions[key].triggered.connect(handler)

    def dress(self, icons: Icons) -> None:
        """Give the actions icons in the theme's colours."""
        for spec, action in self.all():
            if spec.icon:
                action.setIcon(icons.icon(spec.icon))

    def _made(self, spec: ActionSpec) -> QAction:
        text = QCoreApplication.translate("Action", spec.text)
        action = QAction(text, self._owner)
        action.setObjectName(spec.key)
        action.setCheckable(spec.checkable)
        sequences = key_sequences(spec.keys)
        action.setShortcuts(sequences)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        plain = text.replace("&", "").rstrip("…")
        keys = sequences[0].toString(QKeySequence.SequenceFormat.NativeText) if sequences else ""
        action.setToolTip(f"{plain} ({keys})" if keys else plain)
        self._owner.addAction(action)
        return action
