"""One page a subject: what is known of it, edited in place, and all that points to it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.reference import Reference
from reader.model.subject import Subject
from reader.model.subject_fields import SUBJECT_FIELDS, SubjectField, subject_value
from reader.text.controls import isolated
from reader.ui.desk.place_offers import PlaceOffers
from reader.ui.desk.place_parts import PlaceParts
from reader.ui.desk.references import References
from reader.ui.library import Library
from reader.ui.panels.empty_hint import EmptyHint
from reader.ui.panels.field_row import Draft, FieldRow
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.frames import Rule, scrolling
from reader.ui.panels.inputs import ChoiceInput, Input, LineInput, LongInput, Option
from reader.ui.panels.look import MARGIN, heading
from reader.ui.panels.menus import switch_button
from reader.ui.panels.offered_input import KeyedInput
from reader.ui.panels.prose import flat
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.subject_acts import set_subject_fields
from reader.ui.theme import GRID

_LABEL_WIDTH = 28 * GRID  # px
_FORM_WIDTH = 90 * GRID  # px
_LEAST_LIST = 60 * GRID  # px; where it stands under the fields
_LEAST_BESIDE = 130 * GRID  # px; with less, the two halves stand one under the other
_LATIN = ("latin_name", "wikidata_id", "geonames_id", "coordinates")
# Examples of what has a form of its own; as tooltips, since in the field they pass for values.
_EXAMPLES = {
    "wikidata_id": "Q796",
    "latin_name": "Salma al-Hadidi",
    "geonames_id": "98182",
    "coordinates": "33.31, 44.36",
}


class SubjectPage(QWidget):
    """The fields of one subject beside what points to it.

    `reference_chosen` carries an annotation's uid; `copy_wished` what is on show in the
    list; `split_wished` the uids of annotations that belong to somebody else;
    `twin_wished` the uid of a double that is to be merged into this one;
    `mentions_wished` whether the whole library is meant; `delete_wished` that nobody needs it.
    """

    reference_chosen = Signal(str)
    copy_wished = Signal(list)
    split_wished = Signal(list)
    twin_wished = Signal(str)
    mentions_wished = Signal(bool)
    delete_wished = Signal()

    def __init__(self, library: Library, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._language: Language = language
        self._subject: Subject | None = None
        self._twin = ""
        self._drafts: dict[tuple[str, str], Draft] = {}
        fixed = library.save_state.kind == "read_only"
        self._title = self._label()
        self._title.setFont(heading(self.font()))
        self.references = References(library.tags(), language, self)
        self.parts = PlaceParts(language, self)
        self.rows = {one.key: self._row(one) for one in SUBJECT_FIELDS}
        for row in self.rows.values():
            row.field.set_fixed(fixed)
        self.twin = switch_button(self.tr("Merge the double into this one"), self)
        self.copy = switch_button(self.tr("Copy all with sources"), self)
        self.here = switch_button(self.tr("Tag all mentions in the article"), self)
        self.everywhere = switch_button(self.tr("Tag them in all articles"), self)
        self.split = switch_button(self.tr("Split off what is chosen"), self)
        self.delete = switch_button(self.tr("Delete"), self)
        self._hint = EmptyHint(self)
        self._hint.say(self.tr("Choose a name to see what was said by it, about it and claimed."))
        self._lay_out()
        self._connect()

    @property
    def subject_uid(self) -> str:
        """Return the uid of the subject on show, "" for none."""
        return self._subject.uid if self._subject else ""

    def show_subject(
        self, subject: Subject | None, references: Sequence[Reference], twin: str = ""
    ) -> None:
        """Show a subject, or none; `twin` is the uid of one that is perhaps the same."""
        same = subject is not None and subject.uid == self.subject_uid
        if not same:
            self._leave()
        self._subject = subject
        self._twin = twin
        self._pages.setCurrentIndex(1 if subject else 0)
        if subject is None:
            return
        self._title.setText(flat(subject.name))
        for field in SUBJECT_FIELDS:
            value = subject_value(subject, field)
            row = self.rows[field.key]
            row.setVisible(bool(value) or field.is_of(subject.kind))
            if same:
                row.show_value(value)
            else:
                row.restore(value, self._drafts.pop((subject.uid, field.key), None))
        self.references.show_references(references)
        self.twin.setVisible(bool(twin))
        self._tell_what_can_be_done()

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        left = [row for row in self.rows.values() if self._subject and not row.commit()]
        return not left

    def _leave(self) -> None:
        """Save what is being typed; keep for later what the library does not take."""
        self.commit()
        for row in self.rows.values():
            draft = row.draft()
            if draft is not None and self._subject is not None:
                self._drafts[self._subject.uid, row.key] = draft

    def focus_name(self) -> None:
        """Let the person type the name."""
        self.rows["name"].field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field = self.rows["name"].field
        if isinstance(field, LineInput):
            field.selectAll()

    def _row(self, field: SubjectField) -> FieldRow:
        beside = 0 if field.kind == "long" else _LABEL_WIDTH
        made = self._input(field)
        return FieldRow(field.key, field.label, made, self._save, self._language, beside)

    def _input(self, field: SubjectField) -> Input:
        if field.kind == "choice":
            return ChoiceInput(self._options(field), self)
        if field.kind == "option":
            nothing = Option("", self.tr("Choose…"))
            return ChoiceInput((nothing, *self._options(field)), self)
        if field.kind == "place":
            offers = PlaceOffers(self._library, self._on_show)
            around = KeyedInput(offers.offers, offers.words_of, self)
            around.set_hint(self.tr("Type a few letters of its name"))
            return around
        if field.kind in ("names", "roles", "long"):
            text = LongInput((1, 6), self)
            text.set_hint(self.tr("One a line") if field.kind == "names" else self.tr("Add…"))
            if field.kind == "roles":
                self._exemplify(text, self.tr("Minister of Oil (2018/10 – 2020/05)"))
            return text
        line = LineInput(self, latin=field.key in _LATIN)
        line.set_hint(self.tr("Add…"))
        self._exemplify(line, _EXAMPLES.get(field.key, ""))
        return line

    def _on_show(self) -> Subject | None:
        return self._subject

    def _options(self, field: SubjectField) -> Iterator[Option]:
        return (Option(one.key, one.label.text(self._language)) for one in field.choices)

    def _exemplify(self, field: QWidget, example: str) -> None:
        """Let the tooltip of a field show what is written there."""
        if example:
            field.setToolTip(self.tr("For instance: %1").replace("%1", isolated(example)))

    def _label(self) -> QLabel:
        return WrappedLabel(self)

    def _lay_out(self) -> None:
        acts = QWidget(self)
        flow = FlowLayout(acts, GRID)
        flow.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
        for button in (self.twin, self.copy, self.here, self.everywhere, self.split, self.delete):
            flow.addWidget(button)
        self._form = form = QWidget(self)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows.values():
            column.addWidget(row)
        column.addStretch(1)
        form.installEventFilter(self)
        self._side = scrolling(form, self)
        self._side.setMaximumWidth(_FORM_WIDTH)
        whole = QWidget(self)
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 3 * GRID, MARGIN, GRID)
        head.addWidget(self._title)
        outer.addLayout(head)
        outer.addWidget(acts)
        outer.addWidget(self.parts)
        outer.addWidget(Rule(self))
        both = QWidget(self)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(2 * GRID)
        self._halves.addWidget(self._side, 3)
        self._halves.addWidget(self.references, 4)
        outer.addWidget(scrolling(both, self), 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._hint)
        self._pages.addWidget(whole)

    def _connect(self) -> None:
        self.references.chosen.connect(self.reference_chosen)
        self.references.marked.connect(self._tell_what_can_be_done)
        self.copy.clicked.connect(self._wish_copied)
        self.split.clicked.connect(self._wish_split)
        self.twin.clicked.connect(self._wish_twin)
        self.here.clicked.connect(self._wish_here)
        self.everywhere.clicked.connect(self._wish_everywhere)
        self.delete.clicked.connect(self.delete_wished)

    def _tell_what_can_be_done(self) -> None:
        pointed = bool(self.references.shown())
        self.copy.setVisible(pointed)
        self.split.setVisible(bool(self.references.marked_uids()))
        self.delete.setVisible(not pointed)

    def _wish_copied(self) -> None:
        self.copy_wished.emit(self.references.shown())

    def _wish_split(self) -> None:
        self.split_wished.emit(self.references.marked_uids())

    def _wish_twin(self) -> None:
        self.twin_wished.emit(self._twin)

    def _wish_here(self) -> None:
        self.mentions_wished.emit(False)

    def _wish_everywhere(self) -> None:
        self.mentions_wished.emit(True)

    def _save(self, key: str, text: str) -> None:
        """Hand one field to the library; raises ReaderError for what it does not take."""
        if self._subject is not None:
            set_subject_fields(self._library, self._subject.uid, {key: text})

    def _share_room(self) -> None:
        """Put what points to a subject under its fields where there is no room beside them.

        There the fields are as high as they are, and both scroll together.
        """
        is_narrow = self.width() < _LEAST_BESIDE
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self._side.setMinimumHeight(self._form.sizeHint().height() if is_narrow else 0)
        self.references.setMinimumHeight(_LEAST_LIST if is_narrow else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._share_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the fields as they grow, come and go."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_room()
        return super().eventFilter(watched, event)
