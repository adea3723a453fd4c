"""Claims as rows that are sorted and filtered: of one column of the board, or all in a list."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt

from reader.frozen import dataclass
from reader.label import Language
from reader.model.claim_line import ClaimLine
from reader.model.identity import now
from reader.model.vocabulary import CLAIM_STATES, PRIORITIES, label_of
from reader.text.folding import fold
from reader.ui.panels.listing import Listing
from reader.ui.panels.prose import flat, tooltip
from reader.ui.panels.stepping import Index

CLAIM_MIME = "application/x-hashiya-claim"  # the uid of a card that is dragged
NOBODY = "-"  # what a filter names those claims that nobody was given
NO_VERDICT = "-"
NO_RATING = "-"
WITH_NUMBERS, WITHOUT_NUMBERS = "some", "none"

_STATE_PLACE: Mapping[str, int] = {one.key: at for at, one in enumerate(CLAIM_STATES)}
_PRIORITY_PLACE: Mapping[str, int] = {one.key: at for at, one in enumerate(PRIORITIES)}


class ClaimRole(IntEnum):
    """What a row holds beside Qt's own roles."""

    LINE = Qt.ItemDataRole.UserRole + 1  # the ClaimLine
    UID = Qt.ItemDataRole.UserRole + 2


class ClaimSort(StrEnum):
    """What claims are sorted by; the oldest comes first among equals."""

    PRIORITY = "priority"
    OLDEST = "oldest"
    NEWEST = "newest"
    EVIDENCE = "evidence"  # the least first
    TEXT = "text"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are shown; "" lets all of them through.

    `assigned_to` is an annotator's uid or NOBODY, `verdict_class` a key of
    NORMALISED_VERDICTS or NO_VERDICT, `older_than` a number of days, 0 for any. `rating` is
    one in words or NO_RATING, `figures` WITH_NUMBERS or WITHOUT_NUMBERS; `place` is a key of
    KnownPlaces, and `place_names` what it and all within it are called, folded.
    """

    state: str = ""
    assigned_to: str = ""
    priority: str = ""
    verdict_class: str = ""
    publisher: str = ""
    older_than: int = 0
    rating: str = ""
    figures: str = ""
    place: str = ""
    place_names: frozenset[str] = frozenset()

    def passes(self, line: ClaimLine) -> bool:
        """Tell whether a claim is let through."""
        pairs = (
            (self.state, line.state),
            (self.assigned_to, line.assigned_to_uid or NOBODY),
            (self.priority, line.priority),
            (self.verdict_class, line.verdict_class or NO_VERDICT),
            (self.publisher, line.publisher),
            (self.rating, line.rating or NO_RATING),
            (self.figures, WITH_NUMBERS if line.figures else WITHOUT_NUMBERS),
        )
        if any(wanted and wanted != held for wanted, held in pairs):
            return False
        if self.place and fold(line.place).strip() not in self.place_names:
            return False
        return not self.older_than or line.created_at <= now() - timedelta(days=self.older_than)


class ClaimsModel(Listing[ClaimLine]):
    """Claims by uid; `name_of` gives an annotator's name."""

    def __init__(self, name_of: Callable[[str], str], language: Language) -> None:
        super().__init__()
        self._name_of = name_of
        self._language = language
        self._sort = ClaimSort.PRIORITY
        self._filter = ClaimFilter()
        self._is_narrowed = False
        self._answers: dict[int, Callable[[ClaimLine], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._words,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }

    def sort_by(self, sort: ClaimSort) -> None:
        """Sort in another way."""
        self._sort = sort
        self.rearrange()

    def let_through(self, wanted: ClaimFilter) -> None:
        """Show only the claims that a filter lets through."""
        self._filter = wanted
        self._is_narrowed = wanted != ClaimFilter()  # asked once, not for each of thousands
        self.filter_again()

    def passes(self, value: ClaimLine) -> bool:
        """Tell whether the filter lets a claim through."""
        if self._is_narrowed and not self._filter.passes(value):
            return False
        return self.holds_asked("claim", value.own)

    def words_of(self, value: ClaimLine) -> str:
        """Return the words of a claim that the box searches."""
        who = self._name_of(value.assigned_to_uid) if value.assigned_to_uid else ""
        of_article = f"{value.article_title} {value.publisher}"
        return f"{value.text} {value.claimant} {of_article} {who} {value.verdict}"

    def key_of(self, value: ClaimLine) -> tuple[Any, ...]:
        """Return what a claim is sorted by."""
        age = value.created_at.timestamp()
        return (*self._first_of(value, age), age, value.uid)

    def _first_of(self, value: ClaimLine, age: float) -> tuple[Any, ...]:
        """Return what comes before age in the order at hand."""
        if self._sort is ClaimSort.TEXT:
            return (fold(value.text[:80]),)
        if self._sort is ClaimSort.EVIDENCE:
            return (value.independent, value.evidence)
        if self._sort is ClaimSort.OLDEST:
            return ()
        if self._sort is ClaimSort.NEWEST:
            return (-age,)
        priority = _PRIORITY_PLACE.get(value.priority, 9)
        if self._sort is ClaimSort.STATE:
            return (_STATE_PLACE.get(value.state, 99), priority)
        return (priority,)

    def _words(self, line: ClaimLine) -> str:
        return flat(line.text)

    def _tip(self, line: ClaimLine) -> str:
        return tooltip(line.text)

    def _spoken(self, line: ClaimLine) -> str:
        state = label_of(CLAIM_STATES, line.state).text(self._language)
        parts = (flat(line.text), flat(line.claimant), state, flat(line.verdict))
        return ", ".join(part for part in parts if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a claim be chosen and dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Return what a claim is dragged as."""
        return [CLAIM_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the first of some claims, to be dragged."""
        mime = QMimeData()
        if indexes:
            mime.setData(CLAIM_MIME, self.uid_at(indexes[0]).encode())
        return mime

    def supportedDropActions(self) -> Qt.DropAction:
        """Return what dragging does: the model itself moves nothing."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a claim says in a role."""
        line = self.value_at(index)
        if line is None:
            return None
        if role == ClaimRole.LINE:
            return line
        if role == ClaimRole.UID:
            return line.uid
        answer = self._answers.get(role)
        return answer(line) if answer is not None else None
