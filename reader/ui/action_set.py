"""The actions of a window, made from the table, with keys for every keyboard layout."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.action_spec import ActionSpec

if TYPE_CHECKING:
    from reader.ui.icons import Icons

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


class Actions(QObject):
    """The actions of one window, made from the table."""

    def __init__(self, owner: QWidget, specs: Iterable[ActionSpec]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._actions: dict[str, QAction] = {}
        self._specs = tuple(specs)
        self._icons: Icons | None = None
        for spec in self._specs:
            self._actions[spec.key] = self._made(spec)

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def replace(self, prefix: str, specs: Iterable[ActionSpec]) -> None:
        """Put other actions in the place of those whose keys begin so; the new ones do nothing.

        They can be triggered if all of the old ones could.
        """
        gone = [one.key for one in self._specs if one.key.startswith(prefix)]
        enabled = all(self._actions[key].isEnabled() for key in gone)
        for key in gone:
            action = self._actions.pop(key)
            self._owner.removeAction(action)
            action.setParent(None)
            action.deleteLater()
        new = tuple(specs)
        kept = [one for one in self._specs if one.key not in gone]
        self._specs = (*new, *kept)
        for spec in new:
            self._actions[spec.key] = self._made(spec)
            self._actions[spec.key].setEnabled(enabled)
        if self._icons is not None:
            self.dress(self._icons)

    def fill(self, menu: QMenu, key: str) -> None:
        """Put a menu's actions into it, in the order of the table."""
        for spec in self._specs:
            if spec.menu == key:
                if spec.separated:
                    menu.addSeparator()
                menu.addAction(self._actions[spec.key])

    def all(self) -> list[tuple[ActionSpec, QAction]]:
        """Return every action, in the order of the table."""
        return [(spec, self._actions[spec.key]) for spec in self._specs]

    def precede(self, job: Callable[[], object]) -> None:
        """Do a job before whatever actions do that are tied later."""
        for action in self._actions.values():
            action.triggered.connect(job)

    def connect_all(self, handlers: Mapping[str, Callable[..., object]]) -> None:
        """Tie actions to what they do; the keys of `handlers` are theirs."""
        for key, handler in handlers.items():
            self._actions[key].triggered.connect(handler)

    def dress(self, icons: "Icons") -> None:
        """Give the actions icons in the theme's colours."""
        self._icons = icons
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
