"""The panel of details: everything about one annotation, edited in its place."""

from collections.abc import Generator, Iterable, Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.article import Article, Revision
from reader.model.change import Change, Edit
from reader.model.claim import Ruling
from reader.model.entry import Entry
from reader.model.fields import subject_uid_of
from reader.model.tags import Tag, tag_of
from reader.ui.library import Library
from reader.ui.panels.article_details import ArticleDetails
from reader.ui.panels.empty_hint import EmptyHint
from reader.ui.panels.field_form import NOTE, FieldForm
from reader.ui.panels.field_row import Draft, FieldRow
from reader.ui.panels.forms import Forms
from reader.ui.panels.frames import Rule, scrolling
from reader.ui.panels.inputs import LongInput
from reader.ui.panels.provenance import Provenance
from reader.ui.panels.quoted_words import QuotedWords
from reader.ui.panels.sections import Sections
from reader.ui.panels.tab_order import arrange_tabs
from reader.ui.panels.tag_switch import TagSwitch

_FORM_PLACE = 3  # in the column: after the words, the tags and a rule


class DetailsPanel(QWidget):
    """Shows one annotation. What is edited goes straight to the library, one act a field.

    Where no annotation is current, it shows the article on the page. `retag_requested`
    carries the annotation's uid, in a list, and a tag's key; `article_chosen` the uid of
    an article that is to be opened.
    What was typed and not taken is kept for each annotation as long as the window.
    """

    retag_requested = Signal(list, str)
    article_chosen = Signal(str)

    def __init__(self, library: Library, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailsPanel")
        self._library = library
        self._language = language
        self._fixed = library.save_state.kind == "read_only"
        self._entry: Entry | None = None
        self._drafts: dict[tuple[str, str], Draft] = {}
        self._forms = Forms(self._begin_form, self._finish_form)
        self._form: FieldForm | None = None
        self._hint = EmptyHint(self)
        self._words = QuotedWords(self)
        self._switch = TagSwitch(library.tags(), language, self)
        self._switch.setDisabled(self._fixed)
        self._note = self._note_row()
        self.sections = Sections(library, language, self)
        self.sections.set_fixed(self._fixed)
        self._arranging = QTimer(self, singleShot=True, interval=0)
        self._arranging.timeout.connect(self._arrange)
        # Each part tells of its own growth: Tab needs one look at all of them, a turn later.
        self.sections.grown.connect(self._arranging.start)
        self._provenance = Provenance(language, self)
        self._stack = QStackedWidget(self)
        self._about = ArticleDetails(library, language, self)
        self._about.twin_chosen.connect(self.article_chosen)
        self._stack.addWidget(scrolling(self._without_annotation(), self))
        self._stack.addWidget(scrolling(self._of_annotation(), self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._switch.tag_picked.connect(self._request_retag)
        library.changed.connect(self._follow)
        self._show_nothing()

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Offer these tags, and name the one in force by them."""
        self._switch.set_tags(tags)
        self._arrange()
        if self._entry is not None:
            self._show_frame(self._entry)

    @property
    def annotation_uid(self) -> str | None:
        """Return the uid of the annotation on show."""
        return self._entry.annotation.uid if self._entry else None

    def show_annotation(self, uid: str | None) -> None:
        """Show an annotation, or none; what is being typed is saved first."""
        if uid is not None and uid == self.annotation_uid:
            return
        self._leave()
        entry = self._library.entry(uid) if uid else None
        if entry is None:
            self._show_nothing()
        else:
            self._show_other(entry)

    def show_article(self, article: Article | None, revision: Revision | None) -> None:
        """Show an article wherever no annotation is current."""
        self._about.show_article(article, revision)

    def focus_article(self) -> None:
        """Let the person edit the title of the article."""
        self.show_annotation(None)
        self._about.focus_first()

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        left = [row for row in self._rows() if self._entry and not row.commit()]
        in_sections = self._entry is None or self.sections.commit()
        return self._about.commit() and in_sections and not left

    def focus_note(self) -> None:
        """Let the person write the note."""
        if self._entry is not None:
            self._note.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def row(self, key: str) -> FieldRow | None:
        """Return the row of a field of the annotation on show, None where it has none."""
        return next((row for row in self._rows() if row.key == key), None)

    def focus_first(self) -> None:
        """Let the person edit the first field."""
        if self._entry is not None:
            next(self._rows()).field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _without_annotation(self) -> QWidget:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._about)
        column.addWidget(self._hint, 1)
        return content

    def _of_annotation(self) -> QWidget:
        self._content = content = QWidget(self)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._words)
        self._column.addWidget(self._switch)
        for widget in (Rule(self), self.sections, Rule(self), self._note, Rule(self)):
            self._column.addWidget(widget)
        self._column.addWidget(self._provenance)
        self._column.addStretch(1)
        return content

    def _note_row(self) -> FieldRow:
        note = LongInput((2, 12), self)
        note.set_hint(self.tr("What a colleague should know (M)"))
        note.setObjectName("noteField")
        note.set_fixed(self._fixed)
        return FieldRow("note", NOTE, note, self._save, self._language)

    def preparing(self, tag: str) -> Generator[None, None, None]:
        """Make what annotations of a tag are told in, in steps, before anybody wants it."""
        yield from self._forms.building(tag)
        yield from self.sections.preparing(tag)

    def _begin_form(self, tag: str) -> FieldForm:
        form = FieldForm(tag, self._library, self._save, self._language, self)
        form.hide()
        self._column.insertWidget(_FORM_PLACE, form)
        return form

    def _finish_form(self, form: FieldForm) -> None:
        for row in form.rows.values():
            row.field.set_fixed(self._fixed)
        self._arrange()

    def _arrange(self) -> None:
        """Let Tab go from the tags through the fields and the parts to the note."""
        arrange_tabs(self._content)

    def _rows(self) -> Iterator[FieldRow]:
        if self._form is not None:
            yield from self._form.rows.values()
        yield self._note

    # Showing ------------------------------------------------------------------

    def _show_nothing(self) -> None:
        self._entry = None
        self._hint.say(self.tr("Select words in the article and press 1, 2 or 3."))
        self._stack.setCurrentIndex(0)

    def _show_other(self, entry: Entry) -> None:
        """Show an annotation that was not on show, with what was typed there before."""
        self._entry = entry
        self._show_frame(entry)
        values = self._values(entry)
        for row in self._rows():
            row.restore(values[row.key], self._taken_draft(row))
        self._stack.setCurrentIndex(1)

    def _show_again(self, entry: Entry) -> None:
        """Show what has changed of the annotation on show."""
        before = self._form
        if before is not self._forms.whole(entry.annotation.tag):
            self._keep_drafts(before.rows.values() if before else ())
        self._entry = entry
        self._show_frame(entry)
        values = self._values(entry)
        for row in self._rows():
            if before is self._form or row is self._note:
                row.show_value(values[row.key])
            else:
                row.restore(values[row.key], self._taken_draft(row))

    def _show_frame(self, entry: Entry) -> None:
        annotation = entry.annotation
        self._words.show_words(annotation.exact, tag_of(annotation.tag, self._library.tags()))
        self._switch.show_tag(annotation.tag)
        self._provenance.show_annotation(annotation, entry.annotator)
        form = self._forms.whole(annotation.tag)
        if form is not self._form and self._form is not None:
            self._form.hide()
        self._form = form
        form.unfold(entry)
        form.show()
        self.sections.show_entry(entry)

    def _values(self, entry: Entry) -> dict[str, str]:
        form = self._forms.whole(entry.annotation.tag)
        return {**form.values(entry), "note": entry.annotation.note}

    # Following ----------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        if self._entry is None or not any(self._concerns(one) for one in change.edits):
            return
        entry = self._library.entry(self._entry.annotation.uid)
        if entry is None:
            self._lose()
        else:
            self._show_again(entry)

    def _concerns(self, one: Edit) -> bool:
        """Tell whether an edit may change what is on show."""
        if self._entry is None:
            return False
        annotation = self._entry.annotation
        record = one.after or one.before
        if isinstance(record, Ruling):
            return record.annotation_uid == annotation.uid
        if one.uid in (annotation.uid, subject_uid_of(annotation)):
            return True
        return record is not None and self.sections.concerns(record)

    def _leave(self) -> None:
        """Save what is being typed; keep for later what the library does not take."""
        if self._entry is not None:
            self.commit()
            self._keep_drafts(self._rows())

    def _lose(self) -> None:
        """Let go of an annotation that is gone; an undo brings it back with what was typed."""
        typed = [row.field.text() for row in self._rows() if row.is_touched()]
        self._keep_drafts(self._rows())
        self._show_nothing()
        if typed:
            words = self.tr("The annotation was deleted. What you were typing: {text}")
            self._hint.say(words.format(text=" · ".join(typed)))

    def _keep_drafts(self, rows: Iterable[FieldRow]) -> None:
        for row in rows:
            draft = row.draft()
            if draft is not None and self._entry is not None:
                self._drafts[self._entry.annotation.uid, row.key] = draft

    def _taken_draft(self, row: FieldRow) -> Draft | None:
        uid = self._entry.annotation.uid if self._entry else ""
        return self._drafts.pop((uid, row.key), None)

    # Saving -------------------------------------------------------------------

    def _save(self, key: str, text: str) -> None:
        """Hand one field to the library; raises ReaderError for what it does not take."""
        uid = self.annotation_uid
        if uid is None:
            return
        if key == "note":
            self._library.set_note(uid, text)
        elif key == "status":
            self._library.set_status([uid], text)
        else:
            self._library.set_fields(uid, {key: text})

    def _request_retag(self, tag: str) -> None:
        """Ask for another tag; the one in force stays on show until it is another."""
        if self._entry is not None:
            self._switch.show_tag(self._entry.annotation.tag)
            if tag != self._entry.annotation.tag:
                self.commit()
                self.retag_requested.emit([self._entry.annotation.uid], tag)
