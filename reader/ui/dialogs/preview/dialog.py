"""Shows what was read of some sources; nothing is in the library before a person keeps it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.importers import Columns
from reader.label import Language
from reader.ui.dialogs.form import plain_label
from reader.ui.dialogs.preview.buttons import KEEP_THIS_KEYS, SHOW_COLUMNS_KEY, PreviewButtons
from reader.ui.dialogs.preview.candidates import CandidateDelegate, CandidatesModel
from reader.ui.dialogs.preview.columns import ColumnsView
from reader.ui.dialogs.preview.fields import CandidateFields
from reader.ui.origins import Candidate, Origin
from reader.ui.page.look import PageLook
from reader.ui.page.view import PageView
from reader.ui.panels.list_view import Act, OwnKeys, is_plain, make_quiet
from reader.ui.theme import GRID

_SIZE = QSize(1180, 760)
_OF_WINDOW = 0.94  # what it takes of a smaller window
_WIDTHS = (260, 320, 560)  # px


class ImportPreview(QDialog):
    """One window for one article or for many.

    `kept` carries articles that a person wants, as they are to be kept; `reading_wanted`
    the key of a candidate and its origin, which is to be read again another way.
    """

    kept = Signal(object)
    reading_wanted = Signal(str, object)

    def __init__(
        self, candidates: Sequence[Candidate], language: Language, look: PageLook, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importPreview")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Import"))
        room = parent.size() * _OF_WINDOW
        self.resize(_SIZE.boundedTo(room))
        self._is_reading = False
        self._candidates = CandidatesModel(candidates, language, self)
        self._build(language, look)
        self._list.selectionModel().currentChanged.connect(self._show_row)
        self._candidates.dataChanged.connect(self._count)
        self._fields.corrected.connect(self._candidates.put)
        self._fields.reading_wanted.connect(self._read_again)
        self._columns.chosen.connect(self._read_with)
        self._go_to(0)
        self._begin()

    # What it shows ------------------------------------------------------------

    def add(self, candidates: Sequence[Candidate]) -> None:
        """Show more of what was read."""
        here = self._list.currentIndex().row()
        self._candidates.add(candidates)
        self._go_to(here)

    def replace(self, key: str, candidates: Sequence[Candidate]) -> None:
        """Show what a source gives now, in place of what it gave; what was typed stays."""
        self._is_reading = False
        self._fields.show_candidate(None)  # what is being typed is taken first
        row = self._candidates.exchange(key, candidates)
        self._fields.forget_all_but({one.key for one in self._candidates.all()})
        self._go_to(row)

    def candidates(self) -> Sequence[Candidate]:
        """Return all that is listed."""
        return self._candidates.all()

    def current(self) -> Candidate | None:
        """Return the candidate on show."""
        return self._candidates.at(self._list.currentIndex().row())

    def _go_to(self, row: int) -> None:
        """Show a row, or the one nearest to it; with none left there is nothing more to decide."""
        count = self._candidates.rowCount()
        if not count:
            super().accept()
            return
        index = self._candidates.index(max(0, min(row, count - 1)))
        if index == self._list.currentIndex():
            self._show_row(index)
        self._list.setCurrentIndex(index)
        self._count()

    def _show_row(self, index: QModelIndex, _former: object = None) -> None:
        one = self._candidates.at(index.row())
        if one is None:
            return
        self._fields.show_candidate(one)
        imported = one.imported
        text = imported.revision.text if imported is not None else ""
        rtl = imported is None or imported.article.language != "en"
        self._page.show_text(text, direction_default_rtl=rtl)
        has_columns = one.columns is not None
        if one.columns is not None:
            self._columns.show_columns(one.columns)
        self._buttons.columns.setVisible(has_columns)
        if not has_columns:
            self._buttons.columns.setChecked(False)
        elif imported is None:
            self._buttons.columns.setChecked(True)
        self._turn()
        self._count()

    def _begin(self) -> None:
        """Put the keyboard where Enter keeps, or where something has to be chosen."""
        one = self.current()
        if one is not None and one.imported is None and one.columns is not None:
            self._columns.setFocus()
        elif self._candidates.rowCount() > 1:
            self._list.setFocus()
        else:
            self._page.setFocus()

    def _turn(self) -> None:
        """Show the columns where they are asked for, else the text."""
        shown = self._columns if self._buttons.columns.isChecked() else self._page
        self._stack.setCurrentWidget(shown)

    def _count(self) -> None:
        """Say how many are kept, and allow what can be done."""
        count, wanted = self._candidates.rowCount(), len(self._candidates.wanted())
        one = self.current()
        is_single = count == 1
        can_keep = one is not None and one.imported is not None and not self._is_reading
        self._list.setVisible(not is_single)
        is_left = one is not None and one.is_skipped
        self._buttons.tell(is_single=is_single, can_keep=can_keep, is_left=is_left, wanted=wanted)
        self._buttons.keep.setEnabled(
            can_keep if is_single else bool(wanted) and not self._is_reading
        )
        self._heading.setText(self.tr("%Ln article(s) to import", "", count))
        self._words.setText(self._said(count, wanted))

    def _said(self, count: int, wanted: int) -> str:
        if self._is_reading:
            return self.tr("Reading it again…")
        one = self.current()
        if one is not None and one.imported is None and one.columns is not None:
            return self.tr("Nothing is in the library yet. Say which column holds the texts.")
        if count in (1, wanted):
            return self.tr("Nothing is in the library yet. Enter keeps, Esc keeps nothing.")
        return self.tr(
            "Nothing is in the library yet. Enter keeps %Ln of them, Esc keeps nothing.", "", wanted
        )

    # What a person does -------------------------------------------------------

    def accept(self) -> None:
        """Keep all that is wanted; what was typed and cannot be taken comes first."""
        if not self._buttons.keep.isEnabled() or not self._settle():
            return
        one = self.current()
        if self._candidates.rowCount() == 1 and one is not None and one.imported is not None:
            wanted = [one.imported]
        else:
            wanted = self._candidates.wanted()
        super().accept()
        self.kept.emit(wanted)

    def keep_this(self) -> None:
        """Keep the article on show now, and go on to the next."""
        if not self._fields.commit():
            return
        one, row = self.current(), self._list.currentIndex().row()
        if one is None or one.imported is None or self._is_reading:
            return
        self._fields.show_candidate(None)
        self._candidates.remove(row)
        self._go_to(row)
        self.kept.emit([one.imported])

    def skip(self) -> None:
        """Leave the article on show out and go on to the next, or take it in again."""
        row = self._list.currentIndex().row()
        one = self.current()
        if one is None or one.imported is None:
            return
        self._candidates.skip(row)
        now = self._candidates.at(row)
        if now is not None:
            self._fields.update_state(now)
        if now is not None and now.is_skipped and row + 1 < self._candidates.rowCount():
            self._go_to(row + 1)
        self._count()

    def _settle(self) -> bool:
        """Take what is being typed; tell whether nothing is left that cannot be taken."""
        if not self._fields.commit():
            return False
        refused = self._candidates.row_of(self._fields.refused())
        if refused >= 0:
            self._go_to(refused)
        return refused < 0

    def _read_again(self, origin: Origin) -> None:
        one = self.current()
        if one is not None:
            self._is_reading = True
            self._count()
            self.reading_wanted.emit(one.key, origin)

    def _read_with(self, columns: Columns) -> None:
        one = self.current()
        if one is not None:
            origin = one.origin
            self._read_again(replace(origin, given=replace(origin.given, columns=columns)))

    def _act_of(self, event: QKeyEvent) -> Act | None:
        is_skip = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Space)
        return self.skip if is_skip and is_plain(event) else None

    # How it is laid out -------------------------------------------------------

    def _build(self, language: Language, look: PageLook) -> None:
        self._heading = plain_label("", self)
        self._heading.setProperty("role", "title")
        self._words = plain_label("", self)
        self._words.setObjectName("importWords")
        self._words.setProperty("role", "quiet")
        self._list = self._list_of()
        self._fields = CandidateFields(language, self)
        self._page = PageView(language, self)
        self._page.setObjectName("importText")
        self._page.setAccessibleName(self.tr("The text as it will be kept"))
        self._page.set_placeholder(self.tr("There is no text to show."))
        self._page.set_popup_enabled(False)
        self._page.set_look(look)
        self._columns = ColumnsView(language, self)
        self._buttons = PreviewButtons(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._columns)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(1)
        for place, pane in enumerate((self._list, self._fields, self._stack)):
            halves.addWidget(pane)
            halves.setStretchFactor(place, int(pane is self._stack))
        halves.setSizes(_WIDTHS)
        head = QVBoxLayout()
        head.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 3 * GRID)
        head.addWidget(self._heading)
        head.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(halves, 1)
        column.addWidget(self._buttons)
        self._tie()

    def _list_of(self) -> QListView:
        view = QListView(self)
        view.setObjectName("importList")
        make_quiet(view, self.tr("Articles that were read"))
        view.setUniformItemSizes(True)
        view.setModel(self._candidates)
        view.setItemDelegate(CandidateDelegate(view))
        self._keys = OwnKeys(view, self._act_of)
        return view

    def _tie(self) -> None:
        """Tie buttons and keys to what they do."""
        buttons = self._buttons
        buttons.skip.clicked.connect(self.skip)
        buttons.keep_this.clicked.connect(self.keep_this)
        buttons.columns.toggled.connect(self._turn)
        buttons.cancel.clicked.connect(self.reject)
        buttons.keep.clicked.connect(self.accept)
        for keys in KEEP_THIS_KEYS:
            QShortcut(QKeySequence(keys), self, self._keep_current)
        QShortcut(QKeySequence(SHOW_COLUMNS_KEY), self, self._turn_columns)

    def _turn_columns(self) -> None:
        if not self._buttons.columns.isHidden():
            self._buttons.columns.toggle()

    def _keep_current(self) -> None:
        """Keep what is on show, wherever the keyboard is."""
        if self._candidates.rowCount() == 1:
            self.accept()
        else:
            self.keep_this()
