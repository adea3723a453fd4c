"""The verdict scales of the desk: edited in their place, each change one act that can be undone."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.exporters.output import atomic_write
from reader.importers.scale_file import load_scale
from reader.label import Label, Language
from reader.model.change import Change
from reader.model.claim import DeskRules, VerdictLabel, VerdictScale
from reader.model.scale_format import scale_content
from reader.text.controls import guarded
from reader.ui.claim_acts import ClaimActs
from reader.ui.dialogs.form import FormDialog, number_box, plain_label
from reader.ui.dialogs.steps_table import StepsTable
from reader.ui.library import Library
from reader.ui.panels.dropdown import Dropdown
from reader.ui.panels.list_view import is_enter
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID

_NEW = Label("New scale", "مقياس جديد")
_FIRST = VerdictLabel("true", Label("True", "صحيح"), "true", 1, 1, 0, "#2e8540")
_SECOND = VerdictLabel("false", Label("False", "زائف"), "false", 0, 1, 0, "#c8323c")
_MOST_REVIEWERS = 9


class ScalesDialog(FormDialog):
    """Shows one scale at a time. What does not fit is told under the steps, and kept as typed."""

    def __init__(
        self, library: Library, shipped: frozenset[str], language: Language, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("scalesDialog")
        self.resize(250 * GRID, 180 * GRID)
        self.entitle(self.tr("Verdict scales"), self.tr("Close"))
        self._library = library
        self._shipped = shipped
        self._language: Language = language
        self._acts = ClaimActs(library)
        self._filling = False
        self.choice = Dropdown(self)
        self.choice.setObjectName("scaleChoice")
        self.add_field(self.tr("Scale"), self.choice)
        self._add_buttons()
        self.arabic, self.english = QLineEdit(self), QLineEdit(self)
        self._add_names()
        self.steps = StepsTable(language, self)
        self.add_widget(self.steps)
        self._trouble = WrappedLabel(self)
        self._trouble.setObjectName("scaleTrouble")
        self._trouble.setForegroundRole(self.palette().ColorRole.BrightText)
        self.add_widget(self._trouble)
        self.reviewers = number_box(self)
        self.reviewers.setObjectName("deskReviewers")
        self.reviewers.setRange(0, _MOST_REVIEWERS)
        self.reviewers.setMaximumWidth(24 * GRID)
        self.add_field(self.tr("Reviewers who approve before publication"), self.reviewers)
        self.finish(0)
        self._tie()
        self.show_scale(library.verdict_scale().key)

    @property
    def key(self) -> str:
        """Return the key of the scale on show."""
        return str(self.choice.currentData() or "")

    def show_scale(self, key: str) -> None:
        """Show a scale, with what the library holds of it."""
        self._filling = True
        self._offer(key)
        scale = self._scale()
        self.arabic.setText(scale.label.ar)
        self.english.setText(scale.label.en)
        self.steps.show_steps(scale.labels)
        self._trouble.setText("")
        self._filling = False

    def _offer(self, key: str) -> None:
        """Offer the scales of the library, with one chosen, and tell the desk's rules."""
        scales = self._library.verdict_scales()
        in_force = self._library.verdict_scale().key
        self.choice.clear()
        for one in scales:
            name = one.label.text(self._language)
            mark = self.tr("%1 (in force)") if one.key == in_force else "%1"
            self.choice.addItem(mark.replace("%1", name), one.key)
        self.choice.setCurrentIndex(max(0, self.choice.findData(key)))
        may_go = self.key not in {in_force, *self._shipped}
        self.reviewers.setValue(self._library.desk_rules().reviewers)
        self._allow(use=self.key != in_force, delete=may_go)

    def import_from(self, path: Path) -> None:
        """Bring a scale in from a JSON file; one of the same key is changed."""
        try:
            scale = load_scale(path)
        except ReaderError as error:
            self._say(error)
            return
        if self._did(partial(self._acts.save_scale, scale)):
            self.show_scale(scale.key)

    def export_to(self, path: Path) -> None:
        """Write the scale on show to a JSON file."""
        text = json.dumps(scale_content(self._scale()), ensure_ascii=False, indent=2)
        try:
            with atomic_write(path) as stream:
                stream.write(f"{text}\n".encode())
        except ReaderError as error:
            self._say(error)
            return
        self._save()  # what does not fit yet is told again

    def _allow(self, *, use: bool, delete: bool) -> None:
        """Say what can be done with the scale; a button that ends keeps no keyboard.

        Qt would hand it to the next one, which a second Space would press unread.
        """
        for button, may in ((self.use, use), (self.delete, delete)):
            if button.hasFocus() and not may:
                self.choice.setFocus()
            button.setEnabled(may)

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        self.use = self._button(row, self.tr("Use for new verdicts"), self._use)
        self.new = self._button(row, self.tr("New scale"), self._add)
        self.delete = self._button(row, self.tr("Delete"), self._delete)
        self._button(row, self.tr("Import…"), self._choose_import)
        self._button(row, self.tr("Export…"), self._choose_export)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addSpacing(2 * GRID)

    def _add_names(self) -> None:
        """Put the two names side by side."""
        row = QHBoxLayout()
        row.setSpacing(4 * GRID)
        names = (
            (self.tr("Name in Arabic"), self.arabic),
            (self.tr("Name in English"), self.english),
        )
        for name, line in names:
            label = plain_label(name, self)
            label.setProperty("role", "field")
            label.setBuddy(line)
            line.setAccessibleName(name)
            column = QVBoxLayout()
            column.setSpacing(GRID)
            column.addWidget(label)
            column.addWidget(line)
            row.addLayout(column, 1)
        self._column.addLayout(row)
        self._column.addSpacing(2 * GRID)

    def _button(self, row: QHBoxLayout, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        row.addWidget(button)
        return button

    def _tie(self) -> None:
        self.choice.activated.connect(self._show_chosen)
        self.arabic.editingFinished.connect(self._save)
        self.english.editingFinished.connect(self._save)
        self.steps.edited.connect(self._save)
        self.reviewers.valueChanged.connect(self._save_rules)
        self._library.changed.connect(self._follow)

    def _scale(self) -> VerdictScale:
        scales = self._library.verdict_scales()
        return next((one for one in scales if one.key == self.key), scales[0])

    def _show_chosen(self) -> None:
        self.show_scale(self.key)

    def _save(self) -> None:
        """Keep the scale as it stands here, if it can be kept."""
        if self._filling:
            return
        label = Label(self.english.text().strip(), self.arabic.text().strip())
        if self._did(
            lambda: self._acts.save_scale(
                replace(self._scale(), label=label, labels=self.steps.steps())
            )
        ):
            self._trouble.setText("")

    def _save_rules(self, reviewers: int) -> None:
        if not self._filling:
            self._rule(replace(self._library.desk_rules(), reviewers=reviewers))

    def _use(self) -> None:
        self._rule(replace(self._library.desk_rules(), scale=self.key))

    def _rule(self, rules: DeskRules) -> None:
        """Set the desk's rules; what did not fit in the steps before is told still."""
        if self._did(lambda: self._acts.set_rules(rules)):
            self._save()

    def _add(self) -> None:
        """Make a scale to begin with, under a key that nobody has."""
        known = {one.key for one in self._library.verdict_scales()}
        number = next(at for at in range(1, len(known) + 2) if f"scale-{at}" not in known)
        scale = VerdictScale(f"scale-{number}", _NEW, (_FIRST, _SECOND))
        if self._did(lambda: self._acts.save_scale(scale)):
            self.show_scale(scale.key)

    def _delete(self) -> None:
        key = self.key
        self._did(lambda: self._acts.delete_scale(key, self._shipped))

    def _choose_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import a scale"), "", "JSON (*.json)")
        if name:
            self.import_from(Path(name))

    def _choose_export(self) -> None:
        start = re.sub("[^a-z0-9_-]", "", self.key) or "scale"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the scale"), f"{start}.json", "JSON (*.json)"
        )
        if name:
            self.export_to(Path(name))

    def _did(self, act: Callable[[], object]) -> bool:
        """Do something, or say why not; tell whether it was done."""
        try:
            act()
        except ReaderError as error:
            self._say(error)
            return False
        return True

    def _say(self, error: ReaderError) -> None:
        words = error.sentence(self._language, guarded)
        self._trouble.setText(words)
        # Nobody who does not see the line would come upon it by chance.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _follow(self, change: Change) -> None:
        kinds = {one.kind for one in change.edits}
        if "scale" in kinds:
            self.show_scale(self.key)
        elif "desk" in kinds:  # what is typed in the steps and does not fit yet stays
            self._filling = True
            self._offer(self.key)
            self._filling = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press a button or end a field: that keeps it, and the dialog stays open."""
        if not is_enter(event) or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)
