"""The quote in which a claim was made, and the claims that a quote makes."""

from functools import partial

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reader.errors import BadValue
from reader.label import Label, Language
from reader.model.annotation import Annotation, QuoteFields, Relation
from reader.model.change import Record
from reader.model.entry import Entry
from reader.text.controls import guarded, isolated
from reader.ui.library import Library
from reader.ui.linking_acts import claim_of, link_quote, linked_to, quote_of, unlink
from reader.ui.panels.field_row import FieldRow
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.menus import INSET, plain_button
from reader.ui.panels.offered_input import KeyedInput, Offer
from reader.ui.panels.prose import flat
from reader.ui.panels.section import Section
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID

_QUOTE = Label("Quote", "الاقتباس")
_EXPECTED = Label("the words of a quote in this article", "المطلوب كلمات اقتباس في هذا المقال")
_LABEL_WIDTH = 26 * GRID  # px
_SHOWN = 70  # characters of the other one's words


class LinkedSection(Section):
    """Ties a claim to a quote of its article, from either end.

    It wishes for "open" with the uid of the other annotation.
    """

    def __init__(self, library: Library, language: Language, parent: QWidget) -> None:
        super().__init__(self.tr("Claim and quote"), library, language, parent)
        self._one: Annotation | None = None
        self._fixed = False
        self.lines: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._hint = WrappedLabel(self.inside)
        self._hint.setFont(small(self.font()))
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setContentsMargins(MARGIN, 0, MARGIN, GRID)
        self.choice = KeyedInput(self._offers, self._words_of, self.inside)
        self.choice.setObjectName("linkedQuote")
        self.choice.set_hint(self.tr("Choose a quote of this article…"))
        self.row = FieldRow("linked_quote", _QUOTE, self.choice, self._link, language, _LABEL_WIDTH)
        self.make = plain_button("", self.inside)
        self.make.setObjectName("linkTwin")
        self.make.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.make.clicked.connect(self._make)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN - INSET, 0, MARGIN - INSET, 0)
        foot.addWidget(self.make)
        foot.addStretch(1)
        self.body.addWidget(self._hint)
        self.body.addLayout(self._list)
        self.body.addWidget(self.row)
        self.body.addLayout(foot)

    def show_entry(self, entry: Entry) -> None:
        """Show what a claim or a quote is linked to."""
        self._one = one = entry.annotation
        is_claim = one.tag == "claim"
        held = [tie for tie in linked_to(self._library, one.uid) if _mine(tie, one)]
        self._remake(held)
        self.set_count(len(held))
        open_to_choice = is_claim and not held and not self._fixed
        self.row.setVisible(open_to_choice)
        self.row.show_value("")
        self._hint.setVisible(not held)
        if is_claim:
            self.make.setText(self.tr("Make a quote of the same words (L)"))
            self._hint.setText(self.tr("In which quote was it claimed?"))
        else:
            self.make.setText(self.tr("Make a claim of the same words (L)"))
            self._hint.setText(self.tr("No claim is linked to this quote."))
        self.make.setToolTip(self.make.text())
        self.make.setVisible(not self._fixed and not (is_claim and held))
        self.grown.emit()

    def concerns(self, record: Record) -> bool:
        """Tell whether a record is a tie of this annotation, or the other end of one."""
        uid = self._one.uid if self._one is not None else ""
        if isinstance(record, Relation):
            return uid in (record.from_uid, record.to_uid)
        others = {line.property("other") for line in self.lines}
        return isinstance(record, Annotation) and record.uid in others

    def set_fixed(self, fixed: bool) -> None:
        """Let the ties only be followed, or be edited."""
        self._fixed = fixed
        self.row.setHidden(fixed)
        self.make.setHidden(fixed)

    def _remake(self, held: list[Relation]) -> None:
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(one) for one in held]
        for line in self.lines:
            self._list.addWidget(line)

    def _line(self, tie: Relation) -> QWidget:
        uid = self._one.uid if self._one is not None else ""
        other = tie.to_uid if tie.from_uid == uid else tie.from_uid
        line = QWidget(self.inside)
        line.setProperty("other", other)
        row = QHBoxLayout(line)
        row.setContentsMargins(MARGIN - INSET, 0, MARGIN - INSET, 0)
        row.setSpacing(GRID)
        row.addWidget(self._other_button(other, line), 1)
        away = plain_button("×", line)
        away.setObjectName("unlink")
        away.setAccessibleName(self.tr("Take the link away"))
        away.setToolTip(self.tr("Take the link away (Space)"))
        away.setDisabled(self._fixed)
        away.clicked.connect(partial(self._unlink, tie))
        row.addWidget(away)
        return line

    def _other_button(self, uid: str, line: QWidget) -> QToolButton:
        words = self._words_of(uid)
        button = plain_button(isolated(words).replace("&", "&&"), line)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(words)
        button.setToolTip(self.tr("Go to it (Space)"))
        button.clicked.connect(partial(self._wish_to_open, uid))
        return button

    def _offers(self) -> list[Offer]:
        """Return the quotes of the text in which the claim stands, in reading order."""
        one = self._one
        if one is None:
            return []
        quotes = (
            other for other in self._library.annotations(one.revision_uid) if other.tag == "quote"
        )
        return [Offer(other.uid, _shortened(other), _speaker(other)) for other in quotes]

    def _words_of(self, uid: str) -> str:
        other = self._library.annotation(uid)
        return _shortened(other) if other is not None else "–"

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        return self.row.isHidden() or self.row.commit()

    def _link(self, key: str, text: str) -> None:
        """Link the quote that was chosen; raises BadValue for what is none."""
        quote = self._library.annotation(text) if text else None
        if text and (quote is None or quote.tag != "quote"):
            raise BadValue(field=key, value=text, expected=_EXPECTED)
        if self._one is not None and quote is not None:
            link_quote(self._library, self._one.uid, quote.uid)

    def _make(self) -> None:
        if self._one is None:
            return
        if self._one.tag == "claim":
            quote_of(self._library, self._one)
        else:
            claim_of(self._library, self._one)

    def _unlink(self, tie: Relation, *_: object) -> None:
        unlink(self._library, [tie])

    def _wish_to_open(self, uid: str, *_: object) -> None:
        self.wished.emit("open", uid)


def _mine(tie: Relation, one: Annotation) -> bool:
    """Tell whether a tie is one of this end: claims begin it, quotes end it."""
    return one.uid == (tie.from_uid if one.tag == "claim" else tie.to_uid)


def _shortened(one: Annotation) -> str:
    words = guarded(flat(one.exact))
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"


def _speaker(one: Annotation) -> str:
    return one.fields.speaker if isinstance(one.fields, QuoteFields) else ""
