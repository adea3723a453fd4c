"""The view of the codebook: the tags on one side, the current one's rows on the other."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.errors import ReaderError
from reader.label import Label, Language
from reader.ui.codebook_acts import CodebookActs
from reader.ui.desk.record_form import Buttons, title
from reader.ui.desk.tag_editor import TagEditor
from reader.ui.desk.tag_list import TagsList
from reader.ui.desk.view import View
from reader.ui.library import Library
from reader.ui.panels.frames import scrolling
from reader.ui.panels.list_view import OwnKeys, is_plain
from reader.ui.panels.look import look_of
from reader.ui.panels.tab_order import arrange_tabs
from reader.ui.theme import GRID

_LIST_WIDTH = 72 * GRID  # px
_WIDEST = 140 * GRID  # px; longer rows are hard to read


class CodebookView(View):
    """Edits tags, their fields and templates, each edit one act that can be undone.

    `failed` carries a ReaderError for the notices; `import_wanted` and `export_wanted` say
    that a file is to be chosen.
    """

    failed = Signal(object)
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(
        self,
        library: Library,
        acts: CodebookActs,
        taken_keys: Callable[[], frozenset[str]],
        language: Language,
    ) -> None:
        super().__init__()
        self.setObjectName("codebookView")
        self._library = library
        self._acts = acts
        self._current = library.tags()[0].key
        self.list = TagsList(self.tr("Tags"), language, self)
        self.editor = TagEditor(library, acts, taken_keys, language, self)
        self.editor.failed.connect(self.failed)
        self.list.went_to.connect(self._go_to)
        self._keys = OwnKeys(self.list, self._act_of)
        self._lay_out()
        library.codebook.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the codebook as it is now, and how often each tag is used."""
        tags, uses = self._library.tags(), self._library.store.uses()
        if self._current not in {one.key for one in tags}:
            self._current = tags[0].key
        blocked = self.list.selectionModel().blockSignals(True)
        self.list.tags.show(tags, uses)
        self.list.set_current(self._current)
        self.list.selectionModel().blockSignals(blocked)
        self.editor.show_tag(self._current)
        tag = self._library.codebook.tag(self._current)
        free = not tag.built_in and not self._library.store.read_only
        self._buttons.buttons["tagDelete"].setEnabled(free)
        arrange_tabs(self)

    def keyboard_stop(self) -> QWidget:
        """Return the tags."""
        return self.list

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        return self.editor.commit()

    def _button_table(self) -> tuple[tuple[str, str, str, Callable[[], None]], ...]:
        return (
            ("tagNew", self.tr("New tag"), self.tr("Add a tag (Space)"), self._add),
            (
                "tagUp",
                self.tr("Up"),
                self.tr("Put the tag before the one above (Alt+Up)"),
                self._up,
            ),
            (
                "tagDown",
                self.tr("Down"),
                self.tr("Put the tag behind the one below (Alt+Down)"),
                self._down,
            ),
            (
                "tagDelete",
                self.tr("Delete"),
                self.tr("Delete the tag, if no annotation bears it (Del)"),
                self._delete,
            ),
        )

    def _lay_out(self) -> None:
        side = QWidget(self)
        side.setFixedWidth(_LIST_WIDTH)
        self._buttons = Buttons(side)
        for key, words, tip, act in self._button_table():
            self._buttons.add(key, words, tip).clicked.connect(act)
        if self._library.store.read_only:
            self._buttons.setDisabled(True)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 2 * GRID, 0, GRID)
        column.setSpacing(0)
        files = self._file_buttons(side)
        for widget in (title(self.tr("Tags"), side), self.list, self._buttons, files):
            column.addWidget(widget)
        wide = QWidget(self)
        middle = QHBoxLayout(wide)
        middle.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        self.editor.setMaximumWidth(_WIDEST)
        middle.addWidget(self.editor, 1)
        middle.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(_Line(self))
        row.addWidget(scrolling(wide, self), 1)

    def _file_buttons(self, side: QWidget) -> Buttons:
        """Return what brings a codebook in, and what hands this one on."""
        files = Buttons(side)
        tip = self.tr("Take tags, fields and templates from a file (Space)")
        files.add("codebookImport", self.tr("Import…"), tip).clicked.connect(self.import_wanted)
        files.buttons["codebookImport"].setDisabled(self._library.store.read_only)
        tip = self.tr("Write the tags with their fields and templates to a file (Space)")
        files.add("codebookExport", self.tr("Export…"), tip).clicked.connect(self.export_wanted)
        return files

    def _go_to(self, key: str) -> None:
        self.editor.commit()
        self._current = key
        self.refresh()

    def _add(self) -> None:
        self.editor.commit()
        new = self._acts.add_tag(Label("New tag", "علامة جديدة"))
        self._current = new.key
        self.refresh()
        self.editor.focus_name()

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        place = [one.key for one in self._library.tags()].index(self._current) + step
        if place >= 0:
            self._acts.move_tag(self._current, place)

    def _delete(self) -> None:
        if self._library.codebook.tag(self._current).built_in:
            return
        try:
            self._acts.delete_tag(self._current)
        except ReaderError as error:
            self.failed.emit(error)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.key() == Qt.Key.Key_Delete and is_plain(event):
            return self._delete
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            return {Qt.Key.Key_Up: self._up, Qt.Key.Key_Down: self._down}.get(Qt.Key(event.key()))
        return None


class _Line(QWidget):
    """A hairline from top to bottom."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(1)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), look_of(parent).line)
        self.setPalette(palette)
