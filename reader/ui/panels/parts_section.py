"""Evidence, appearances and corrections of a claim: lists that are edited in their place."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reader.frozen import dataclass
from reader.label import Language
from reader.model.change import Record
from reader.model.claim import Appearance, Correction, Evidence
from reader.model.claim_line import ENOUGH_SOURCES
from reader.model.claim_parts import Part
from reader.model.entry import Entry
from reader.ui.action_spec import QT_TRANSLATE_NOOP
from reader.ui.claim_acts import ClaimActs, parts_of
from reader.ui.library import Library
from reader.ui.panels.article_offers import ArticleOffers
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.part_card import PartCard
from reader.ui.panels.section import Section
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID

_TYPES: dict[str, type] = {"evidence": Evidence, "appearance": Appearance, "correction": Correction}


@dataclass(frozen=True, slots=True)
class _Words:
    """What a list of parts is called, what adds one, and what stands there while it is empty."""

    title: str
    add: str
    empty: str
    nameless: str


_WORDS = {
    "evidence": _Words(
        QT_TRANSLATE_NOOP("Parts", "Evidence"),
        QT_TRANSLATE_NOOP("Parts", "Add evidence"),
        QT_TRANSLATE_NOOP(
            "Parts", "What was it checked against? Two independent sources, at least."
        ),
        QT_TRANSLATE_NOOP("Parts", "New evidence"),
    ),
    "appearance": _Words(
        QT_TRANSLATE_NOOP("Parts", "Where it appeared"),
        QT_TRANSLATE_NOOP("Parts", "Add a place"),
        QT_TRANSLATE_NOOP("Parts", "Where was the claim spread? Archive each place at once."),
        QT_TRANSLATE_NOOP("Parts", "New place"),
    ),
    "correction": _Words(
        QT_TRANSLATE_NOOP("Parts", "Corrections"),
        QT_TRANSLATE_NOOP("Parts", "Add a correction"),
        QT_TRANSLATE_NOOP("Parts", "Nothing was corrected since it was published."),
        QT_TRANSLATE_NOOP("Parts", "New correction"),
    ),
}


class PartsSection(Section):
    """The parts of one kind, each folded to a line; what is typed is saved field by field."""

    def __init__(self, kind: str, library: Library, language: Language, parent: QWidget) -> None:
        self._words = _WORDS[kind]
        super().__init__(_said(self._words.title), library, language, parent)
        self._kind = kind
        self._acts = ClaimActs(library)
        self._articles = ArticleOffers(library)
        self._uid = ""
        self._fixed = False
        self._cards: dict[str, PartCard] = {}
        self._hint = WrappedLabel(self)
        self._hint.setFont(small(self.font()))
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setContentsMargins(MARGIN, 0, MARGIN, GRID)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.add_button = QToolButton(self)
        self.add_button.setObjectName(f"add_{kind}")
        self.add_button.setText(f"+ {_said(self._words.add)}")
        self.add_button.setAccessibleName(_said(self._words.add))
        self.add_button.setToolTip(f"{_said(self._words.add)} ({self.tr('Space')})")
        self.add_button.setFont(small(self.font()))
        self.add_button.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addSpacing(MARGIN - 2 * GRID)  # margins do not mirror
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.body.addWidget(self._hint)
        self.body.addLayout(self._list)
        self.body.addLayout(foot)

    def show_entry(self, entry: Entry) -> None:
        """Show a claim's parts; of the same claim, what has changed of them."""
        is_other = entry.annotation.uid != self._uid
        self._uid = entry.annotation.uid
        parts = parts_of(entry, self._kind)
        if is_other:
            self._drop(list(self._cards))
        self._drop([uid for uid in self._cards if uid not in {one.uid for one in parts}])
        for place, part in enumerate(parts):
            if part.uid not in self._cards:
                self._cards[part.uid] = self._made(part)
            card = self._cards[part.uid]
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
            card.show_part(part, _said(self._words.nameless))
        self._tell(parts)
        self.grown.emit()

    def cards(self) -> list[PartCard]:
        """Return the cards in their order."""
        return sorted(self._cards.values(), key=self._list.indexOf)

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        left = [card for card in self._cards.values() if not card.commit()]
        return not left

    def concerns(self, record: Record) -> bool:
        """Tell whether a record is one of the claim's parts."""
        mine = _TYPES[self._kind]
        return isinstance(record, mine) and getattr(record, "annotation_uid", "") == self._uid

    def set_fixed(self, fixed: bool) -> None:
        """Let the parts only be read, or be edited."""
        self._fixed = fixed
        self.add_button.setVisible(not fixed)
        for card in self._cards.values():
            card.set_fixed(fixed)

    def _made(self, part: Part) -> PartCard:
        card = PartCard(self._kind, self._save, self._articles, self._language, self)
        card.article_wanted.connect(partial(self.wished.emit, "open_article"))
        card.remove_wanted.connect(partial(self._remove, part.uid))
        card.grown.connect(self.grown)
        card.shift_wanted.connect(partial(self._shift, part.uid))
        card.set_fixed(self._fixed)
        return card

    def _drop(self, uids: list[str]) -> None:
        for uid in uids:
            card = self._cards.pop(uid)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _tell(self, parts: tuple[Part, ...]) -> None:
        self._hint.setText(_said(self._words.empty))
        self._hint.setVisible(not parts)
        independent = sum(isinstance(one, Evidence) and one.independent for one in parts)
        is_short = self._kind == "evidence" and bool(parts) and independent < ENOUGH_SOURCES
        self.set_count(len(parts), is_short=is_short)
        if is_short:
            self._hint.setText(self.tr("Fewer than two independent sources: look for another."))
            self._hint.show()

    def _add(self) -> None:
        self.commit()
        part = self._acts.add_part(self._uid, self._kind)
        card = self._cards.get(part.uid)
        if card is not None:
            card.open()

    def _save(self, part: Part, key: str, text: str) -> None:
        self._acts.set_part(part, key, text)

    def _remove(self, uid: str) -> None:
        part = self._cards[uid].part
        if part is not None:
            self._acts.remove_part(part)
            self.add_button.setFocus()

    def _shift(self, uid: str, by: int) -> None:
        card = self._cards[uid]
        if card.part is not None:
            self._acts.shift_part(card.part, by)
            card.header.setFocus()


def evidence_section(library: Library, language: Language, parent: QWidget) -> Section:
    """Return the list of what a claim was checked against."""
    return PartsSection("evidence", library, language, parent)


def appearance_section(library: Library, language: Language, parent: QWidget) -> Section:
    """Return the list of where a claim was spread."""
    section = PartsSection("appearance", library, language, parent)
    section.fold(folded=True)
    return section


def correction_section(library: Library, language: Language, parent: QWidget) -> Section:
    """Return the list of what was corrected."""
    section = PartsSection("correction", library, language, parent)
    section.fold(folded=True)
    return section


def _said(source: str) -> str:
    return QCoreApplication.translate("Parts", source)
