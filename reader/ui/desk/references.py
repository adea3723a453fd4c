"""What somebody said, what is said of them, what they claimed: a list over all articles."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QListView,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.label import Language
from reader.model.found import FoundArticle, FoundPage, Hit
from reader.model.reference import Reference
from reader.model.searched import TEXT
from reader.model.tags import Tag
from reader.text.anchoring import CONTEXT_CP
from reader.ui.panels.empty_hint import EmptyHint
from reader.ui.panels.flow_layout import FlowLayout
from reader.ui.panels.found_delegate import FoundDelegate
from reader.ui.panels.found_model import FoundModel, FoundRole, HitRow
from reader.ui.panels.look import MARGIN
from reader.ui.panels.menus import switch_button
from reader.ui.panels.moments import locale_of
from reader.ui.panels.search import FoundList
from reader.ui.theme import GRID

_ALL = ""


class References(QWidget):
    """Snippets under the articles they stand in, narrowed to one sort.

    `chosen` carries the uid of an annotation that a person goes to; `marked` tells that
    others are chosen in the list.
    """

    chosen = Signal(str)
    marked = Signal()

    def __init__(self, tags: Sequence[Tag], language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._references: tuple[Reference, ...] = ()
        self._tag = _ALL
        self._model = FoundModel(tags, language)
        self._model.setParent(self)
        self.list = FoundList(self.tr("Where the name stands"), self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._hint = EmptyHint(self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._hint)
        self._pages.addWidget(self.list)
        self.sorts = self._sort_buttons()
        self._lay_out()
        self.list.entered_on.connect(self._choose)
        self.list.doubleClicked.connect(self._choose)
        self._model.modelReset.connect(self.marked)
        self.list.selectionModel().selectionChanged.connect(self._tell_marked)

    def show_references(self, references: Sequence[Reference]) -> None:
        """Show these, of the sort that is chosen."""
        if tuple(references) != self._references:
            self._references = tuple(references)
            self._show()

    def shown(self) -> list[Reference]:
        """Return what is on show."""
        return [one for one in self._references if self._tag in (_ALL, one.annotation.tag)]

    def marked_uids(self) -> list[str]:
        """Return the uids of the annotations that are chosen in the list."""
        rows = (index.data(FoundRole.ROW) for index in self.list.selectedIndexes())
        hits = (row.hit for row in rows if isinstance(row, HitRow))
        return [hit.annotation.uid for hit in hits if hit.annotation is not None]

    def keep(self, tag: str, *_: object) -> None:
        """Show one sort only, by the tag of its annotations; "" for all."""
        self._tag = tag
        for key, button in self.sorts.items():
            button.setChecked(key == tag)
        self._show()

    def _sort_buttons(self) -> dict[str, QToolButton]:
        sorts = {
            _ALL: self.tr("All"),
            "quote": self.tr("Said"),
            "entity": self.tr("Mentioned"),
            "claim": self.tr("Claimed"),
        }
        made = {}
        for key, words in sorts.items():
            button = switch_button(words, self, checkable=True)
            button.setProperty("words", words)
            button.setChecked(key == self._tag)
            button.clicked.connect(partial(self.keep, key))
            made[key] = button
        return made

    def _lay_out(self) -> None:
        sorts = QWidget(self)
        flow = FlowLayout(sorts, GRID)
        flow.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
        for button in self.sorts.values():
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(sorts)
        column.addLayout(self._pages, 1)

    def _show(self) -> None:
        digits = locale_of(self._language)
        for key, button in self.sorts.items():
            count = sum(key in (_ALL, one.annotation.tag) for one in self._references)
            button.setText(f"{button.property('words')} {digits.toString(count)}")
        shown = self.shown()
        self._model.begin(FoundPage(articles=_by_article(shown)), may_grow=False)
        self._hint.say(self.tr("Nothing points here yet. “Tag all mentions” finds the name."))
        self._pages.setCurrentIndex(1 if shown else 0)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(FoundRole.ROW)
        if isinstance(row, HitRow) and row.hit.annotation is not None:
            self.chosen.emit(row.hit.annotation.uid)

    def _tell_marked(self, *_: object) -> None:
        self.marked.emit()


def _by_article(references: Sequence[Reference]) -> tuple[FoundArticle, ...]:
    """Return references as a search would have found them, under their articles."""
    found = []
    for _, group in groupby(references, key=attrgetter("article.uid")):
        held = list(group)
        revision = held[0].annotation.revision_uid
        hits = tuple(map(_hit, held))
        found.append(
            FoundArticle(article=held[0].article, revision_uid=revision, hits=hits, count=len(hits))
        )
    return tuple(found)


def _hit(one: Reference) -> Hit:
    before, words, after = one.snippet
    if one.annotation.tag != "entity":
        # What was said speaks for itself: no surroundings, and nothing to be marked in it.
        before, words, after = "", "", words
    elif len(after) >= CONTEXT_CP:
        whole, space, _ = after.rpartition(" ")
        after = f"{whole}…" if space else after
    return Hit(
        field=TEXT,
        start_cp=one.annotation.start_cp,
        end_cp=one.annotation.end_cp,
        words=words,
        before=before,
        after=after,
        exact=True,
        annotation=one.annotation,
    )
