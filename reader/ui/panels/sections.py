"""Which parts stand between the fields of an annotation and its note, and what holds them."""

from collections.abc import Callable, Generator, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.frozen import dataclass
from reader.label import Language
from reader.model.change import Record
from reader.model.entry import Entry
from reader.ui.library import Library
from reader.ui.panels.history_section import HistorySection
from reader.ui.panels.linked_section import LinkedSection
from reader.ui.panels.own_fields_section import OwnFieldsSection
from reader.ui.panels.parts_section import (
    appearance_section,
    correction_section,
    evidence_section,
)
from reader.ui.panels.relations_section import RelationsSection
from reader.ui.panels.review_section import ReviewSection
from reader.ui.panels.section import Section
from reader.ui.panels.similar_section import SimilarSection
from reader.ui.panels.spoken_section import SpokenSection

Build = Callable[[Library, Language, QWidget], Section]


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """One part: its key, the tags that have it (none named: all tags), and what builds it."""

    key: str
    tags: frozenset[str]
    build: Build

    def is_of(self, tag: str) -> bool:
        """Tell whether annotations of a tag have this part."""
        return not self.tags or tag in self.tags


_CLAIM = frozenset(("claim",))
SECTIONS: tuple[SectionSpec, ...] = (
    SectionSpec("similar", _CLAIM, SimilarSection),
    SectionSpec("evidence", _CLAIM, evidence_section),
    SectionSpec("review", _CLAIM, ReviewSection),
    SectionSpec("appearances", _CLAIM, appearance_section),
    SectionSpec("corrections", _CLAIM, correction_section),
    SectionSpec("spoken", frozenset(("quote", "entity", "claim")), SpokenSection),
    SectionSpec("linked", frozenset(("quote", "claim")), LinkedSection),
    SectionSpec("own_fields", frozenset(), OwnFieldsSection),
    SectionSpec("relations", frozenset(), RelationsSection),
    SectionSpec("history", frozenset(), HistorySection),
)


class Sections(QWidget):
    """The parts of one annotation's details, each made when a tag first needs it.

    `grown` tells that fields have come or gone; `wished` carries what a part wishes for that
    is not the details' own: a word for it, and the uid of an annotation.
    """

    grown = Signal()
    wished = Signal(str, str)

    def __init__(
        self,
        library: Library,
        language: Language,
        parent: QWidget,
        table: tuple[SectionSpec, ...] = SECTIONS,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._language = language
        self._table = table
        self._fixed = False
        self._made: dict[str, Section] = {}
        self._on_show: list[Section] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def section(self, key: str) -> Section | None:
        """Return a part, None for one that no annotation needed yet."""
        return self._made.get(key)

    def show_entry(self, entry: Entry) -> None:
        """Tell of an annotation in the parts that its tag has."""
        wanted = [spec.key for spec in self._table if spec.is_of(entry.annotation.tag)]
        is_new = any(key not in self._made for key in wanted)
        self._on_show = [self._section_of(key) for key in wanted]
        for key, section in self._made.items():
            section.setVisible(key in wanted)
        for section in self._on_show:
            section.show_entry(entry)
        if is_new:
            self.grown.emit()

    def preparing(self, tag: str) -> Generator[None, None, None]:
        """Make the parts of a tag that there are not yet, one in a step."""
        for spec in self._table:
            if spec.is_of(tag) and spec.key not in self._made:
                self._section_of(spec.key).hide()
                self.grown.emit()
                yield

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        left = [one for one in self._on_show if not one.commit()]
        return not left

    def concerns(self, record: Record) -> bool:
        """Tell whether a record that changes may change what is told here."""
        return any(one.concerns(record) for one in self._on_show)

    def set_fixed(self, fixed: bool) -> None:
        """Let all of it only be read, or be edited."""
        self._fixed = fixed
        for one in self._made.values():
            one.set_fixed(fixed)

    def on_show(self) -> Iterator[Section]:
        """Yield the parts that tell of the annotation on show."""
        yield from self._on_show

    def _section_of(self, key: str) -> Section:
        if key not in self._made:
            place = next(at for at, spec in enumerate(self._table) if spec.key == key)
            section = self._table[place].build(self._library, self._language, self)
            section.setObjectName(f"section_{key}")
            section.set_fixed(self._fixed)
            section.grown.connect(self.grown)
            section.wished.connect(self.wished)
            before = sum(1 for spec in self._table[:place] if spec.key in self._made)
            self._made[key] = section
            self._column.insertWidget(before, section)
        return self._made[key]
