"""Who is meant: the way to all that they said, whom it could be, and how the quote stands."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from reader.label import Language
from reader.model.annotation import Annotation, QuoteFields, Relation
from reader.model.change import Record
from reader.model.entry import Entry
from reader.model.fields import subject_uid_of
from reader.model.subject import Subject
from reader.model.vocabulary import MARK_STATES, label_of
from reader.text.controls import isolated
from reader.text.quote_marks import marks_of
from reader.ui.action_spec import QT_TRANSLATE_NOOP
from reader.ui.library import Library
from reader.ui.linking_acts import is_nested, quote_around
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.menus import SWITCH, ElidingButton
from reader.ui.panels.prose import flat
from reader.ui.panels.section import Section
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.speaking import accept, continues, suggested
from reader.ui.theme import GRID

_TITLE = QT_TRANSLATE_NOOP("SpokenSection", "Who is meant")
_WIDEST = 34 * GRID  # px; of a name on a button: a wider one would widen the panel


class SpokenSection(Section):
    """Tells of the subject of an annotation, and what its quote is like in the text."""

    def __init__(self, library: Library, language: Language, parent: QWidget) -> None:
        super().__init__(_words(_TITLE), library, language, parent)
        self._annotation: Annotation | None = None
        self._fixed = False
        self._buttons = QWidget(self.inside)
        self._flow = FlowLayout(self._buttons, GRID)
        self._flow.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
        self.all = self._button("", "subject_page")
        self.speaker = self._button(self.tr("This is the speaker (S)"), "set_speaker")
        self.cue = self._button(self.tr("This is the cue (D)"), "set_cue")
        self.goes_on = self._button(self.tr("Continues the previous quote (P)"), "continue_quote")
        self.nested = self._button(self.tr("Within the quote around it (I)"), "nest_quote")
        self.mentions = self._button(self.tr("Tag all mentions (T)"), "mentions_here")
        self.offers: list[QToolButton] = []
        for button in (self.all, *self._of_quotes(), self.mentions):
            self._flow.addWidget(button)
        self.state = WrappedLabel(self.inside)
        self.state.setFont(small(self.font()))
        self.state.setContentsMargins(MARGIN, 0, MARGIN, GRID)
        self.body.addWidget(self.state)
        self.body.addWidget(self._buttons)

    def show_entry(self, entry: Entry) -> None:
        """Tell of an annotation."""
        self._annotation = annotation = entry.annotation
        quoted = isinstance(annotation.fields, QuoteFields)
        self.all.setVisible(entry.subject is not None)
        self.mentions.setVisible(entry.subject is not None or annotation.tag == "entity")
        if entry.subject is not None:
            name = self._short(entry.subject.name)
            self.all.setText(self.tr("Everything from {name} (G)").format(name=name))
        for button in self._of_quotes():
            button.setVisible(quoted)
        around = quoted and quote_around(self._library, annotation) is not None
        self.nested.setVisible(around)
        self._show_offers(annotation)
        self._show_state(annotation)

    def concerns(self, record: Record) -> bool:
        """Tell whether a record that changes may change what is told here."""
        one = self._annotation
        if isinstance(record, Relation):
            return one is not None and one.uid in (record.from_uid, record.to_uid)
        return isinstance(record, Subject)

    def set_fixed(self, fixed: bool) -> None:
        """Let all of it only be read, or be edited."""
        self._fixed = fixed
        for button in (*self._of_quotes(), self.mentions, *self.offers):
            button.setDisabled(fixed)

    def _of_quotes(self) -> tuple[QToolButton, ...]:
        return self.speaker, self.cue, self.goes_on, self.nested

    def _show_offers(self, annotation: Annotation) -> None:
        for old in self.offers:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.offers = []
        for number, one in enumerate(suggested(self._library, annotation)):
            name = self._short(one.subject.name)
            words = self.tr("Is it {name}?").format(name=name)
            offer = self._button(f"{words} (Y)" if not number else words, "")
            offer.setToolTip(flat(one.subject.role) or words)
            offer.setDisabled(self._fixed)
            offer.clicked.connect(partial(self._accept, one.subject))
            self._flow.addWidget(offer)
            offer.show()
            self.offers.append(offer)

    def _short(self, name: str) -> str:
        """Return a name as it stands on a button, cut where it is too wide."""
        metrics = QFontMetrics(small(self.font()))
        return isolated(metrics.elidedText(flat(name), Qt.TextElideMode.ElideRight, _WIDEST))

    def _accept(self, subject: Subject, *_: object) -> None:
        held = self._library.annotation(self._annotation.uid) if self._annotation else None
        if held is not None and subject_uid_of(held) != subject.uid:
            accept(self._library, held, subject)

    def _show_state(self, annotation: Annotation) -> None:
        fields = annotation.fields
        if not isinstance(fields, QuoteFields):
            self.state.hide()
            return
        marks = marks_of(annotation.exact, annotation.prefix, annotation.suffix)
        state = label_of(MARK_STATES, marks.state).text(self._language) if marks.state else ""
        told = self.tr("No quotation marks")
        if marks.state:
            told = self.tr("Quotation marks {marks}: {state}")
            told = told.format(marks=isolated(marks.style), state=state)
        parts = [told]
        if fields.speaker_start_cp is not None:
            parts.append(self.tr("the speaker is tied to the text"))
        if fields.cue_start_cp is not None:
            parts.append(self.tr("the cue is tied to the text"))
        if continues(self._library, annotation) is not None:
            parts.append(self.tr("continues the previous quote"))
        if is_nested(self._library, annotation):
            parts.append(self.tr("quoted within the quote around it"))
        self.state.setText(" · ".join(parts))
        is_odd = marks.state in ("unclosed", "unopened")
        role = QPalette.ColorRole.BrightText if is_odd else QPalette.ColorRole.PlaceholderText
        self.state.setForegroundRole(role)
        self.state.show()

    def _button(self, words: str, action: str) -> QToolButton:
        button = ElidingButton(self._buttons)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setText(words)
        button.setFont(small(self.font()))
        button.setStyleSheet(SWITCH)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action:
            button.clicked.connect(partial(self._do, action))
        return button

    def _do(self, key: str, *_: object) -> None:
        """Do what an action of the window does."""
        action = self.window().findChild(QAction, key)
        if action is not None:
            action.trigger()


def _words(source: str) -> str:
    return QCoreApplication.translate("SpokenSection", source)
