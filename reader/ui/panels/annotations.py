"""The panel of annotations: filters over a list, and a bar for several rows at once."""

from collections.abc import Callable, Generator, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.annotation import Annotation
from reader.model.article import Revision
from reader.model.change import Change, Edit
from reader.model.subject import Subject
from reader.model.tags import Tag
from reader.ui.library import Library
from reader.ui.panels.annotation_filters import AnnotationFilters
from reader.ui.panels.annotations_delegate import AnnotationDelegate
from reader.ui.panels.annotations_list import AnnotationsList
from reader.ui.panels.annotations_model import AnnotationsModel, SortOrder
from reader.ui.panels.chosen_menus import ChosenMenus
from reader.ui.panels.empty_hint import EmptyHint
from reader.ui.panels.held_change import HeldChange
from reader.ui.panels.narrow_button import NarrowButton
from reader.ui.panels.selection_bar import SelectionBar


class AnnotationsPanel(QWidget):
    """Lists the annotations of the text on the page.

    `annotation_chosen` carries the uid that a person went to; the requests carry the uids
    of the chosen rows, and a tag's or status's key, a field's key with a choice's, or words
    that are to stand under the notes. A note written in the list goes straight to the library.
    """

    annotation_chosen = Signal(str)
    delete_requested = Signal(list)
    retag_requested = Signal(list, str)
    status_requested = Signal(list, str)
    field_requested = Signal(list, str, str)
    note_requested = Signal(list, str)

    def __init__(self, library: Library, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotationsPanel")
        self._library, self._language = library, language
        self._has_text = False
        self._is_waiting, self._late = False, list[Edit]()
        self.following = HeldChange(self._follow, self)
        self._unsaved: frozenset[str] = library.unsaved()
        tags = library.tags()
        self._digits = {tag.digit: tag.key for tag in tags if tag.digit}
        self._model = AnnotationsModel(tags, self._unsaved_uids, language)
        self._model.setParent(self)
        self._model.own_fields = library.codebook.fields
        self._filters = AnnotationFilters(tags, library.codebook, language, self)
        narrow = NarrowButton(self._model, self._rearrange, library, language, self._filters)
        self._filters.add_narrowing(narrow)
        self._list = AnnotationsList(self.tr("Annotations"), frozenset(self._digits), self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(AnnotationDelegate(self._list, self.tr("Not saved")))
        self._hint = EmptyHint(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._hint)
        menus = self._menus = ChosenMenus(library, language, self.chosen_uids, self)
        menus.fill_context(self._list.edit_current, self._request_delete)
        self._bar = SelectionBar(menus, self._list, library.subjects)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._filters, self._stack, self._bar):
            column.addWidget(widget, widget is self._stack)
        self._connect()
        self._texts = self._texts_of(None)
        self._show_state()

    def show_revision(self, revision: Revision | None) -> None:
        """Show the annotations of a text, or none."""
        uid = revision.uid if revision else ""
        annotations = self._library.annotations(uid) if uid else []
        annotations += self._library.lost(revision.article_uid) if revision else []
        self._texts = self._texts_of(revision)
        self._begin(uid, annotations, self._library.subjects(), is_waiting=False)

    def wait_for(self, revision: Revision) -> None:
        """Show none until `showing` those of a text: they are being read."""
        self._texts = self._texts_of(revision)
        self._begin(revision.uid, (), (), is_waiting=True)

    def cease_waiting(self) -> None:
        """Say that the annotations have not been read after all."""
        self._hint.say(self.tr("The annotations were not all read. Open the article again."))

    def showing(
        self, revision: Revision, annotations: Sequence[Annotation], late: Sequence[Edit]
    ) -> Generator[tuple[int, int], None, None]:
        """Show annotations of a text, in steps: each gives how many are done, and of how many.

        `late` and what takes effect between the steps are laid over them. The rows come all
        at once, and the current one stays the current one.
        """
        self._late = list(late)
        every = [*annotations, *self._library.lost(revision.article_uid)]
        steps = self._model.showing(revision.uid, every, self._library.subjects(), self._texts)
        while True:
            before = self._current_uid()
            with self._list.silence():
                done = next(steps, None)
            if done is None:
                break
            yield done, len(annotations)
        self._is_waiting = False
        with self._list.silence():
            self._model.follow_edits(self._late)
        if before:
            self.set_current(before)
        self._show_state()

    def set_current(self, uid: str | None) -> None:
        """Show which annotation is the current one, without telling that it was chosen."""
        index = self._model.index_of(uid)
        rows = self._list.selectionModel()
        if index.isValid() and index == rows.currentIndex() and rows.isSelected(index):
            return  # rows that are chosen beside it stay chosen
        flag = QItemSelectionModel.SelectionFlag
        with self._list.silence():
            rows.setCurrentIndex(index, flag.ClearAndSelect if index.isValid() else flag.Clear)
        if index.isValid():
            self._list.scrollTo(index)

    def visible_uids(self) -> list[str]:
        """Return the uids that the filters let through, in the order of the list."""
        return self._model.shown_uids()

    def chosen_uids(self) -> list[str]:
        """Return the uids of the chosen rows, in the order of the list."""
        rows = sorted(index.row() for index in self._list.selectedIndexes())
        return [self._model.uid_at(self._model.index(row)) for row in rows]

    def focus_filter(self) -> None:
        """Let the person type into the filter box."""
        self._filters.box.setFocus()
        self._filters.box.line.selectAll()

    def end_field(self) -> None:
        """Show that the chosen annotations hold what was typed for a field."""
        self._bar.end_field()

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Offer these tags, and show the rows with them."""
        self._digits = {tag.digit: tag.key for tag in tags if tag.digit}
        self._list.set_digits(frozenset(self._digits))
        self._menus.set_tags(tags)
        self._filters.set_tags(tags)
        self._rearrange(partial(self._model.set_tags, tags))

    def _connect(self) -> None:
        self._filters.text_changed.connect(self._filter_text)
        self._filters.tags_changed.connect(self._filter_tags)
        self._filters.order_changed.connect(self._sort)
        self._filters.waiting_changed.connect(self._filter_waiting)
        self._filters.moved_on.connect(self._enter_list)
        self._list.went_to.connect(self._tell_chosen)
        self._list.digit_pressed.connect(self._retag_by_digit)
        self._list.delete_pressed.connect(self._request_delete)
        self._list.menu_wanted.connect(self._open_menu)
        self._list.selectionModel().selectionChanged.connect(self._count_chosen)
        self._bar.retag_chosen.connect(self._request_retag)
        self._bar.status_chosen.connect(self._request_status)
        self._bar.delete_chosen.connect(self._request_delete)
        self._bar.note_written.connect(self._menus.request_note)
        self._menus.field_requested.connect(self.field_requested)
        self._menus.note_requested.connect(self.note_requested)
        self._menus.typing_requested.connect(self._bar.ask)
        self._bar.field_written.connect(self._menus.request_value)
        self._model.note_written.connect(self._library.set_note)
        self._library.changed.connect(self.following.take)
        self._library.save_state_changed.connect(self._refresh_saved)

    def _open_menu(self, where: QPoint) -> None:
        if self.chosen_uids():
            self._menus.context.popup(where)

    # What happens elsewhere -----------------------------------------------------

    def _begin(
        self,
        revision_uid: str,
        annotations: Iterable[Annotation],
        subjects: Iterable[Subject],
        *,
        is_waiting: bool,
    ) -> None:
        self._has_text, self._is_waiting = bool(revision_uid), is_waiting
        with self._list.silence():
            self._model.show(revision_uid, annotations, subjects, self._texts)
        self._show_state()

    def _follow(self, change: Change) -> None:
        if change.is_large:
            return  # all are shown anew
        self._late.extend(change.edits)
        # No more rows can go than the change has edits.
        row, before = self._list.currentIndex().row(), self._current_uid()
        below = self._model.uids_around(row, len(change.edits) + 1) if row >= 0 else []
        with self._list.silence():
            self._model.follow(change)
        self._show_state()
        if not before or self._model.index_of(before).isValid():
            return
        # The current row is gone. Whoever deletes down the list goes on with the next;
        # for everybody else nothing is chosen.
        here = self._list.hasFocus()
        after = next((uid for uid in below if self._model.index_of(uid).isValid()), None)
        self.set_current(after if here else None)
        if here and after:
            self.annotation_chosen.emit(after)

    def _refresh_saved(self) -> None:
        unsaved = self._library.unsaved()
        if unsaved != self._unsaved:
            self._unsaved = unsaved
            self._model.refresh_saved()

    def _unsaved_uids(self) -> frozenset[str]:
        return self._unsaved

    # What the person does -------------------------------------------------------

    def _filter_text(self, text: str) -> None:
        self._rearrange(partial(self._model.filter_by, text))

    def _filter_tags(self, tags: frozenset[str]) -> None:
        self._rearrange(partial(self._model.show_only, tags))

    def _filter_waiting(self, only: bool) -> None:
        self._rearrange(partial(self._model.show_waiting, only))

    def _texts_of(self, revision: Revision | None) -> frozenset[str]:
        lines = self._library.store.revisions(revision.article_uid) if revision else ()
        return frozenset(line.uid for line in lines)

    def _sort(self, order: SortOrder) -> None:
        self._rearrange(partial(self._model.sort_by, order))

    def _rearrange(self, how: Callable[[], None]) -> None:
        """Filter or sort; the current row stays the current one, or none is."""
        before = self._current_uid()
        with self._list.silence():
            how()
        if self._current_uid() != before:
            self.set_current(None)
        self._list.scrollTo(self._list.currentIndex())
        self._show_state()

    def _enter_list(self) -> None:
        if self._model.rowCount():
            if not self._list.currentIndex().isValid():
                self._list.setCurrentIndex(self._model.index(0))
            self._list.setFocus()

    def _tell_chosen(self, index: QModelIndex) -> None:
        if uid := self._model.uid_at(index):
            self.annotation_chosen.emit(uid)

    def _count_chosen(self) -> None:
        self._bar.show_count(len(self._list.chosen_rows()))

    def _retag_by_digit(self, digit: str) -> None:
        self._request_retag(self._digits[digit])

    def _request_retag(self, tag: str) -> None:
        if uids := self.chosen_uids():
            self.retag_requested.emit(uids, tag)

    def _request_status(self, status: str) -> None:
        if uids := self.chosen_uids():
            self.status_requested.emit(uids, status)

    def _request_delete(self) -> None:
        if uids := self.chosen_uids():
            self.delete_requested.emit(uids)

    def _current_uid(self) -> str:
        return self._model.uid_at(self._list.currentIndex())

    def _show_state(self) -> None:
        """Say how many there are, and what to do where there are none."""
        shown, total = self._model.rowCount(), self._model.total()
        self._filters.show_counts(shown, total, self._model.tag_counts())
        self._filters.show_waiting(self._model.waiting())
        if not self._has_text:
            self._hint.say(self.tr("Open an article to see its annotations."))
        elif self._is_waiting:
            self._hint.say(self.tr("The annotations are being read…"))
        elif not total:
            self._hint.say(self.tr("Select words in the article and press 1, 2 or 3."))
        else:
            self._hint.say(self.tr("No annotation matches the filter."))
        self._stack.setCurrentIndex(0 if shown else 1)
