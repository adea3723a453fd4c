"""A part of the details with a heading that folds it away."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.label import Language
from reader.model.change import Record
from reader.model.entry import Entry
from reader.ui.action_spec import QT_TRANSLATE_NOOP
from reader.ui.library import Library
from reader.ui.panels.fold_header import FoldHeader
from reader.ui.panels.moments import locale_of
from reader.ui.theme import GRID

_UNFOLD = QT_TRANSLATE_NOOP("Section", "Show or hide this part (Space)")


class Section(QWidget):
    """A folding part of the details that tells of one annotation.

    A child fills `body`, says its number with `set_count`, and overrides `show_entry`,
    and where it edits something `commit`, `concerns` and `set_fixed`. `grown` tells that
    fields have come or gone, so that the order of Tab is another. `wished` asks the window
    for something: a word for it, and the uid of an annotation.
    """

    grown = Signal()
    wished = Signal(str, str)

    def __init__(self, title: str, library: Library, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._language = language
        self.header = FoldHeader(title, self)
        self.header.setToolTip(QCoreApplication.translate("Section", _UNFOLD))
        self.inside = QWidget(self)
        self.body = QVBoxLayout(self.inside)
        self.body.setContentsMargins(0, 0, 0, GRID)
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.inside)
        self.header.toggled.connect(self.inside.setVisible)
        self.header.setChecked(True)

    def set_count(self, count: int, *, is_short: bool = False) -> None:
        """Tell beside the title how many there are, in red where they are too few."""
        beside = locale_of(self._language).toString(count) if count else ""
        self.header.set_count(beside, is_short=is_short)

    def fold(self, *, folded: bool) -> None:
        """Hide what is under the heading, or show it."""
        self.header.setChecked(not folded)

    def show_entry(self, entry: Entry) -> None:
        """Tell of an annotation; also of the same one, when something of it has changed."""
        raise NotImplementedError

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        return True

    def concerns(self, _record: Record) -> bool:
        """Tell whether a record that changes may change what is told here."""
        return False

    def set_fixed(self, fixed: bool) -> None:
        """Let all of it only be read, or be edited."""
