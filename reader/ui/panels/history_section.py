"""What became of an annotation, among its details; any state can be brought back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reader.label import Label, Language
from reader.model.annotation import Annotation, Relation
from reader.model.change import ACTS, Change, Record, edit
from reader.model.claim import Hanging
from reader.model.entry import Entry
from reader.model.history import Event, Teller, Told, brought_back, part_brought_back
from reader.text.controls import guarded, isolated
from reader.ui.library import Library
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.menus import INSET, plain_button
from reader.ui.panels.moments import time_in_words
from reader.ui.panels.prose import flat
from reader.ui.panels.section import Section
from reader.ui.panels.wrapped_label import WrappedLabel, breakable
from reader.ui.theme import GRID

_MOST = 40  # events; older ones are told to be there
_LONGEST_CP = 140
_UNKNOWN = Label("a change", "تغيير")


class HistorySection(Section):
    """Folded until it is wanted: then one card an act, the newest first."""

    def __init__(self, library: Library, language: Language, parent: QWidget) -> None:
        super().__init__(self.tr("History"), library, language, parent)
        self._uid = ""
        self._fixed = False
        self._is_stale = True
        self.cards: list[_Card] = []
        self.fold(folded=True)
        self.header.toggled.connect(self._fill)
        library.history_changed.connect(self._age)

    def show_entry(self, entry: Entry) -> None:
        """Be ready to tell of an annotation."""
        self._uid = entry.annotation.uid
        self._is_stale = True
        self._fill()

    def concerns(self, record: Record) -> bool:
        """Tell whether a record hangs on this annotation."""
        if isinstance(record, Hanging):
            return record.annotation_uid == self._uid
        return isinstance(record, Relation) and self._uid in (record.from_uid, record.to_uid)

    def set_fixed(self, fixed: bool) -> None:
        """Let states only be looked at, or be brought back."""
        self._fixed = fixed

    def _age(self) -> None:
        self._is_stale = True
        self._fill()

    def _fill(self) -> None:
        """Tell what became of the annotation, if anybody is looking."""
        if not self._is_stale or not self.header.isChecked() or not self._uid:
            return
        self._is_stale = False
        for card in self.cards:
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        events = self._events()
        teller = self._teller()
        self.cards = [_Card(self._told(one, teller), self) for one in reversed(events[-_MOST:])]
        for card, one in zip(self.cards, reversed(events[-_MOST:]), strict=True):
            self._offer(card, one, teller)
            self.body.addWidget(card)
        self.set_count(len(events))
        self.grown.emit()

    def _events(self) -> list[Event]:
        """Return the events that are saved, then those that wait."""
        found = self._library.store.history(self._uid)
        waiting = [_event(change, self._uid) for change in self._library.waiting_changes()]
        return [*found, *(one for some in waiting for one in some)]

    def _teller(self) -> Teller:
        book = self._library.codebook
        scales = self._library.verdict_scales()
        return Teller(book.tags(), book.fields(), self._name_of, scales)

    def _name_of(self, uid: str) -> str:
        subject = self._library.record("subject", uid)
        return getattr(subject, "name", "") or self._library.annotator_name(uid)

    def _told(self, event: Event, teller: Teller) -> "_Words":
        act = ACTS.get(event.act, _UNKNOWN).text(self._language)
        direction = {"undo": self.tr("undone: {act}"), "redo": self.tr("done again: {act}")}
        act = direction.get(event.direction, "{act}").format(act=act)
        who = isolated(guarded(self._library.annotator_name(event.annotator_uid) or "–"))
        when = time_in_words(event.at, self._language)
        lines = [self._line(one) for one in teller.differences(event.before, event.after)]
        return _Words(f"{who} · {act}", when, lines)

    def _line(self, told: Told) -> str:
        """Return one changed field as a sentence that reads in either direction."""
        before, after = (_short(one.text(self._language)) for one in (told.before, told.after))
        label = told.label.text(self._language)
        if not before:
            return self.tr("{field}: {after}").format(field=label, after=after)
        if not after:
            return self.tr("{field}: {before}, emptied").format(field=label, before=before)
        words = self.tr("{field}: {before}, now {after}")
        return words.format(field=label, before=before, after=after)

    def _offer(self, card: "_Card", event: Event, teller: Teller) -> None:
        """Offer to look at the state that an event left, and to bring it back."""
        state = event.after or event.before
        if isinstance(state, Annotation):
            current: Record | None = self._library.annotation(self._uid)
        elif isinstance(state, Hanging):
            current = self._library.record(event.kind, state.uid)
        else:
            return
        if isinstance(state, Annotation) and current is None:
            return
        lines = [
            f"{label.text(self._language)}: {_short(value.text(self._language))}"
            for label, value in teller.state(state)
        ]
        can = not self._fixed and bool(teller.differences(current, state))
        card.offer(
            lines,
            (self.tr("Look"), self.tr("Show all that it said then (Space)")),
            (self.tr("Bring back"), self.tr("Make it say this again, as a new act (Space)")),
            partial(self._bring_back, event.kind, state) if can else None,
        )

    def _bring_back(self, kind: str, state: Annotation | Hanging, *_: object) -> None:
        """Make the annotation, or what hangs on it, say again what it said."""
        if isinstance(state, Annotation):
            self._bring_annotation_back(state)
            return
        current = self._library.record(kind, state.uid)
        held = current if isinstance(current, Hanging) else None
        after = part_brought_back(held, state, self._has)
        if after is not None:
            self._library.act("bring_back", (edit(held, after),))

    def _bring_annotation_back(self, state: Annotation) -> None:
        current = self._library.annotation(self._uid)
        if current is not None:
            fields = self._library.codebook.fields()
            after = brought_back(current, state, fields, self._has_subject)
            self._library.act("bring_back", (edit(current, after),))

    def _has(self, kind: str, uid: str) -> bool:
        return self._library.record(kind, uid) is not None

    def _has_subject(self, uid: str) -> bool:
        return self._library.record("subject", uid) is not None


class _Words:
    """What a card says: its heading, when it was, and a line for each field that changed."""

    def __init__(self, heading: str, when: str, lines: Sequence[str]) -> None:
        self.heading, self.when, self.lines = heading, when, tuple(lines)


class _Card(QWidget):
    """One act: who and what, when, and what it changed."""

    def __init__(self, words: _Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("historyCard")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
        self._column.setSpacing(0)
        self._add(words.heading, QFont.Weight.DemiBold)
        self._add(words.when, quiet=True)
        for line in words.lines:
            self._add(line)
        self._state = WrappedLabel(self)

    def offer(
        self,
        lines: Sequence[str],
        look: tuple[str, str],
        back: tuple[str, str],
        act: "partial[None] | None",
    ) -> None:
        """Offer the whole state, and to bring it back where that changes anything."""
        self._state.setFont(small(self.font()))
        self._state.setText("\n".join(lines))
        self._state.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._state.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._state.hide()
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addSpacing(-INSET)  # its words begin where all others do
        looking = self._button("historyLook", *look)
        looking.setCheckable(True)
        looking.toggled.connect(self._state.setVisible)
        row.addWidget(looking)
        if act is not None:
            bringing = self._button("historyBack", *back)
            bringing.clicked.connect(act)
            row.addWidget(bringing)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addWidget(self._state)

    def _button(self, name: str, words: str, tip: str) -> QToolButton:
        button = plain_button(words, self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleName(words)
        return button

    def _add(
        self, words: str, weight: QFont.Weight = QFont.Weight.Normal, *, quiet: bool = False
    ) -> None:
        label = WrappedLabel(self)
        label.setText(words)
        label.setFont(small(self.font(), weight))
        if quiet:
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._column.addWidget(label)


def _event(change: Change, uid: str) -> list[Event]:
    return [
        Event(
            sequence=0,
            act=change.act,
            at=change.at,
            annotator_uid=change.annotator_uid,
            direction=change.direction,
            kind=one.kind,
            before=one.before,
            after=one.after,
        )
        for one in change.edits
        if _hangs_on(one.after or one.before, uid)
    ]


def _hangs_on(record: Record | None, uid: str) -> bool:
    if isinstance(record, Hanging):
        return record.annotation_uid == uid
    if isinstance(record, Relation):
        return uid in (record.from_uid, record.to_uid)
    return isinstance(record, Annotation) and record.uid == uid


def _short(text: str) -> str:
    plain = guarded(flat(text))
    shown = plain if len(plain) <= _LONGEST_CP else f"{plain[:_LONGEST_CP].rstrip()}…"
    return isolated(breakable(shown)) if shown else ""
