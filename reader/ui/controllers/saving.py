"""What the window says of saving: the status, failures, conflicts, and closing."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reader.errors import ReaderError
from reader.label import Language
from reader.ui.action_set import Actions
from reader.ui.conflict import told
from reader.ui.large_acts import LargeActs
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.notices import Choice
from reader.ui.saving import Conflict, SaveState

_CLOSING_MS = 3000
_NOTICE = "saving"
# Of these the style sheet has nothing to say.
_ALIKE = frozenset({"saved", "saving", "read_only"})


class SavingController(QObject):
    """Shows whether the work is safe, and what can be done when it is not."""

    def __init__(
        self, window: MainWindow, library: Library, acts: LargeActs, language: Language
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._acts = acts
        self._language = language
        self._actions: Actions | None = None
        self._conflicts: list[Conflict] = []
        self._finish_typing: Callable[[], object] | None = None
        library.save_state_changed.connect(self._show_state)
        library.conflict_met.connect(self._meet_conflict)
        library.history_changed.connect(self._show_history)
        window.ask_before_closing(self._may_close)
        self._show_state(library.save_state)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {
            "undo": self.undo,
            "redo": self.redo,
            "save_copy": self.save_copy,
        }

    def take(self, actions: Actions, finish_typing: Callable[[], object]) -> None:
        """Keep the labels of undo and redo true; `finish_typing` saves a field being typed in."""
        self._actions = actions
        self._finish_typing = finish_typing
        self._show_history()

    def undo(self) -> None:
        """Take back the newest act."""
        self._go(self._acts.undo)

    def redo(self) -> None:
        """Do again what was undone."""
        self._go(self._acts.redo)

    def save_copy(self) -> None:
        """Write a copy of the library, with what could not be saved, to another place."""
        title = self.tr("Save a copy of the library")
        name, _ = QFileDialog.getSaveFileName(
            self._window, title, "annotations-copy.db", self.tr("Libraries (*.db)")
        )
        if name:
            self.save_copy_to(Path(name))

    def save_copy_to(self, path: Path) -> None:
        """Write the copy in a thread, and say so."""
        self._window.tasks.run(
            self.tr("Saving a copy"), self._library.copier_to(path), partial(self._copied, path)
        )

    def _copied(self, path: Path, _: object) -> None:
        text = self.tr("The copy is complete and was checked: %1").replace("%1", path.name)
        self._window.notices.tell(text)

    def _go(self, step: Callable[[], object]) -> None:
        try:
            step()
        except ReaderError as error:
            self._window.notices.complain(error)

    def _show_state(self, state: SaveState) -> None:
        label = self._window.status_saved
        label.setText(self._state_text(state))
        looks_alike = {label.property("kind"), state.kind} <= _ALIKE
        label.setProperty("kind", state.kind)
        tip = state.error.sentence(self._language) if state.error else ""
        if tip != label.toolTip():
            label.setToolTip(tip)
        if not looks_alike:  # every act is saved: it must not cost a look at the style sheet twice
            label.style().unpolish(label)
            label.style().polish(label)
        if state.kind == "unsaved" and state.error is not None:
            self._window.notices.complain(state.error, *self._ways_out(), topic=_NOTICE)
        elif state.kind == "saved" and self._window.notices.topic == _NOTICE:
            self._window.notices.dismiss()

    def _state_text(self, state: SaveState) -> str:
        return {
            "saved": self.tr("Saved"),
            "saving": self.tr("Saving…"),
            "busy": self.tr("Waiting: another window is saving"),
            "unsaved": self.tr("Not saved: %Ln change(s)", "", state.unsaved),
            "read_only": self.tr("Read only"),
        }[state.kind]

    def _ways_out(self) -> tuple[Choice, ...]:
        return (
            Choice(self.tr("Try again"), self._library.retry),
            Choice(self.tr("Save a copy elsewhere…"), self.save_copy),
        )

    def _show_history(self) -> None:
        if self._actions is None:
            return
        for key, label, plain in (
            ("undo", self._library.undo_label(), self.tr("Undo")),
            ("redo", self._library.redo_label(), self.tr("Redo")),
        ):
            action = self._actions[key]
            what = label.text(self._language) if label else ""
            action.setText(
                self.tr("%1: %2").replace("%1", plain).replace("%2", what) if what else plain
            )
            action.setEnabled(bool(what))
            keys = action.shortcut().toString()
            action.setToolTip(f"{action.text()} ({keys})")

    def _meet_conflict(self, conflict: Conflict) -> None:
        self._conflicts.append(conflict)
        if len(self._conflicts) == 1:
            self._show_conflict()

    def _show_conflict(self) -> None:
        conflict = self._conflicts[0]
        self._window.notices.tell(
            told(conflict, self._language),
            Choice(self.tr("Keep mine"), self._keep_mine),
            Choice(self.tr("Keep theirs"), self._keep_theirs),
            topic="conflict",
        )

    def _keep_mine(self) -> None:
        conflict = self._conflicts[0]
        self._library.resolve(conflict.ours, conflict.theirs)
        self._keep_theirs()

    def _keep_theirs(self) -> None:
        self._conflicts.pop(0)
        self._window.notices.dismiss()
        if self._conflicts:
            self._show_conflict()

    def _may_close(self) -> bool:
        """Wait for the last save; ask only when something would be lost."""
        if self._finish_typing is not None:
            self._finish_typing()
        if self._library.flush(_CLOSING_MS):
            return True
        box = QMessageBox(self._window)
        box.setObjectName("unsavedBox")
        box.setIcon(QMessageBox.Icon.Warning)
        count = self._library.save_state.unsaved
        box.setText(self.tr("%Ln change(s) could not be saved and would be lost.", "", count))
        copy = box.addButton(self.tr("Save a copy…"), QMessageBox.ButtonRole.AcceptRole)
        lose = box.addButton(self.tr("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        if box.clickedButton() is copy:
            self.save_copy()
            return False
        return box.clickedButton() is lose
