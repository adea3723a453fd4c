"""The second review of a verdict, in its place; and the verdicts that were given before."""

from functools import partial

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.errors import BadValue
from reader.label import Label, Language
from reader.model.change import Record
from reader.model.claim import DeskRules, Review, Ruling
from reader.model.claim_rules import ReviewLine, approvals, reviews_of
from reader.model.entry import Entry
from reader.model.vocabulary import REVIEW_DECISIONS
from reader.text.controls import isolated
from reader.ui.claim_acts import ClaimActs
from reader.ui.library import Library
from reader.ui.panels.field_row import FieldRow
from reader.ui.panels.inputs import ChoiceInput, LongInput, Option
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.moments import locale_of, time_in_words
from reader.ui.panels.prose import flat
from reader.ui.panels.section import Section
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID

_LABEL_WIDTH = 26 * GRID  # px
_REVIEWER = Label("Reviewer", "المراجع")
_DECISION = Label("Decision", "القرار")
_COMMENT = Label("Comment", "التعليق على الحكم")
_REVIEWER_FIRST = Label("name the reviewer first", "سمِّ المراجع أولًا")


class ReviewSection(Section):
    """Who reviewed the newest verdict, and what they say of it. The last rows are for one more."""

    def __init__(self, library: Library, language: Language, parent: QWidget) -> None:
        super().__init__("", library, language, parent)
        self.header.setText(self.tr("Second review"))
        self.header.setAccessibleName(self.header.text())
        self._acts = ClaimActs(library)
        self._entry: Entry | None = None
        self._fixed = False
        self._cards: list[ReviewCard] = []
        self._hint = self._quiet()
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID)
        self._past = self._quiet()
        self.body.addWidget(self._hint)
        self.body.addLayout(self._list)
        self.body.addWidget(self._past)

    def show_entry(self, entry: Entry) -> None:
        """Show the reviews of a claim's newest verdict, and its older verdicts."""
        is_other = self._entry is None or entry.annotation.uid != self._entry.annotation.uid
        self._entry = entry
        lines: list[ReviewLine | None] = list(reviews_of(entry))
        needed = self._library.desk_rules().reviewers
        if entry.ruling is not None and not self._fixed and len(lines) < max(needed, 1):
            lines.append(None)
        if is_other or len(lines) != len(self._cards):
            self._remake(len(lines))
        for card, line in zip(self._cards, lines, strict=True):
            card.show_line(entry, line, self._library.annotator_names())
        self._tell(entry, needed)

    def cards(self) -> list["ReviewCard"]:
        """Return the reviews, that of the next reviewer last."""
        return list(self._cards)

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        left = [card for card in self._cards if not card.commit()]
        return not left

    def concerns(self, record: Record) -> bool:
        """Tell whether a record is a verdict or a review of this claim, or the desk's rules."""
        if isinstance(record, DeskRules):
            return True
        uid = self._entry.annotation.uid if self._entry is not None else ""
        return isinstance(record, Ruling | Review) and record.annotation_uid == uid

    def set_fixed(self, fixed: bool) -> None:
        """Let the reviews only be read, or be edited."""
        self._fixed = fixed
        for card in self._cards:
            card.set_fixed(fixed)

    def _quiet(self) -> QLabel:
        label = WrappedLabel(self)
        label.setFont(small(self.font()))
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setContentsMargins(MARGIN, 0, MARGIN, GRID)
        return label

    def _remake(self, count: int) -> None:
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [ReviewCard(self._acts, self._language, self) for _ in range(count)]
        for card in self._cards:
            card.set_fixed(self._fixed)
            self._list.addWidget(card)
        self.grown.emit()

    def _tell(self, entry: Entry, needed: int) -> None:
        digits = locale_of(self._language)
        count = approvals(entry)
        beside = f"{digits.toString(count)}/{digits.toString(needed)}"
        self.header.set_count(beside if entry.ruling is not None else "", is_short=False)
        self._hint.setVisible(entry.ruling is None)
        self._hint.setText(self.tr("Give a verdict first; then somebody else reviews it."))
        past = [self._told(entry, one) for one in reversed(entry.rulings[:-1])]
        self._past.setVisible(bool(past))
        self._past.setText("\n".join([self.tr("Earlier verdicts:"), *past]))

    def _told(self, entry: Entry, ruling: Ruling) -> str:
        who = isolated(flat(entry.names.get(ruling.rated_by_uid or "", "") or "–"))
        when = time_in_words(ruling.rated_at, self._language)
        return f"{isolated(flat(ruling.label))} · {who} · {when}"


class ReviewCard(QWidget):
    """One review: who, what they decided, and why."""

    def __init__(self, acts: ClaimActs, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._acts = acts
        self._language: Language = language
        self._entry: Entry | None = None
        self._line: ReviewLine | None = None
        self._uids: dict[str, str] = {}
        self._fixed = False
        self.rows: dict[str, FieldRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        choices = [Option(one.key, one.label.text(language)) for one in REVIEW_DECISIONS]
        decision = ChoiceInput((Option("", self.tr("Not yet")), *choices), self)
        comment = LongInput((1, 4), self)
        self._add("decision", _DECISION, decision, _LABEL_WIDTH)
        self._add("comment", _COMMENT, comment, 0)

    def show_line(self, entry: Entry, line: ReviewLine | None, names: dict[str, str]) -> None:
        """Show a review, or with None the room for the next one; `names` are the annotators'."""
        self._entry, self._line = entry, line
        rater = entry.ruling.rated_by_uid if entry.ruling is not None else None
        taken = {one.reviewer_uid for one in reviews_of(entry)}
        mine = line.reviewer_uid if line is not None else None
        self._uids = {
            uid: name
            for uid, name in names.items()
            if uid == mine or (uid not in taken and uid != rater)
        }
        is_new = "reviewer" not in self.rows
        if is_new:
            options = [Option(uid, flat(name)) for uid, name in sorted(self._uids.items())]
            empty = Option("", self.tr("Choose…"))
            reviewer = ChoiceInput((empty, *options), self)
            self._add("reviewer", _REVIEWER, reviewer, _LABEL_WIDTH, first=True)
            reviewer.set_fixed(self._fixed or line is not None)
        held = {
            "reviewer": mine or "",
            "decision": line.decision if line is not None else "",
            "comment": line.comment if line is not None else "",
        }
        for key, row in self.rows.items():
            if is_new:
                row.restore(held[key], None)
            else:
                row.show_value(held[key])

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        left = [row for row in self.rows.values() if not row.commit()]
        return not left

    def set_fixed(self, fixed: bool) -> None:
        """Let the review only be read, or be edited."""
        self._fixed = fixed
        for row in self.rows.values():
            row.field.set_fixed(fixed)

    def _add(
        self,
        key: str,
        label: Label,
        field: ChoiceInput | LongInput,
        width: int,
        *,
        first: bool = False,
    ) -> None:
        field.setObjectName(f"review_{key}")
        row = FieldRow(key, label, field, partial(self._save), self._language, width)
        self.rows[key] = row
        self._column.insertWidget(0 if first else self._column.count(), row)

    def _save(self, key: str, text: str) -> None:
        """Keep one field of the review; raises ClaimRefused children and BadValue."""
        if self._entry is None:
            return
        held = self._line
        said = {
            "reviewer": (held.reviewer_uid or "") if held is not None else "",
            "decision": held.decision if held is not None else "",
            "comment": held.comment if held is not None else "",
        } | {key: text}
        if not said["reviewer"]:
            raise BadValue(field=key, value=text, expected=_REVIEWER_FIRST)
        uid = self._entry.annotation.uid
        self._acts.review(uid, said["reviewer"], said["decision"], said["comment"])
