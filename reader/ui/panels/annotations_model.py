"""The annotations of one text as a list, sorted and filtered in several ways."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum, StrEnum
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt, Signal

from reader.frozen import dataclass
from reader.label import Language
from reader.model.anchors import LOST, UNCERTAIN
from reader.model.annotation import Annotation
from reader.model.change import Change, Edit
from reader.model.fields import subject_uid_of
from reader.model.subject import Subject
from reader.model.tags import Tag, tag_of
from reader.model.vocabulary import ANCHORS, ORIGINS, STATUSES, label_of
from reader.text.folding import fold
from reader.ui.panels.listing import Listing
from reader.ui.panels.prose import flat, tooltip
from reader.ui.panels.stepping import Index


class AnnotationRole(IntEnum):
    """What the list holds of an annotation, beside Qt's own roles."""

    UID = Qt.ItemDataRole.UserRole + 1
    TAG = Qt.ItemDataRole.UserRole + 2
    NOTE = Qt.ItemDataRole.UserRole + 3  # as one line
    STATUS = Qt.ItemDataRole.UserRole + 4
    UNSAVED = Qt.ItemDataRole.UserRole + 5
    WAITS = Qt.ItemDataRole.UserRole + 6  # whether a person should look at its place


class SortOrder(StrEnum):
    """What the list is sorted by; the position in the text comes second."""

    POSITION = "position"
    TAG = "tag"
    STATUS = "status"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Listed:
    """An annotation, and the name of the subject that it points to."""

    annotation: Annotation
    subject: str = ""


def waits(annotation: Annotation) -> bool:
    """Tell whether a person should look at the place of an annotation."""
    return annotation.anchor in (UNCERTAIN, LOST)


class AnnotationsModel(Listing[Listed]):
    """The annotations of one revision.

    `note_written` carries a uid and the note that a person wrote in the list.
    """

    note_written = Signal(str, str)

    def __init__(
        self, tags: tuple[Tag, ...], unsaved: Callable[[], frozenset[str]], language: Language
    ) -> None:
        super().__init__()
        self._unsaved = unsaved
        self._language = language
        self._revision_uid = ""
        self._names: dict[str, str] = {}
        self._order = SortOrder.POSITION
        self._only: frozenset[str] = frozenset()
        self._only_waiting = False
        self._counts: Counter[str] | None = None
        self._waiting = 0
        self._texts: frozenset[str] = frozenset()
        self._tags, self._tag_place = tags, _places(tags)
        self._status_place = {one.key: place for place, one in enumerate(STATUSES)}
        self._answers: dict[int, Callable[[Annotation], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._words,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.EditRole: attrgetter("note"),
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            AnnotationRole.UID: attrgetter("uid"),
            AnnotationRole.TAG: self._tag,
            AnnotationRole.NOTE: self._note,
            AnnotationRole.STATUS: self._status,
            AnnotationRole.UNSAVED: self._is_unsaved,
            AnnotationRole.WAITS: waits,
        }

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Show the rows with these tags, in their order where they are sorted by tag."""
        self._tags, self._tag_place = tags, _places(tags)
        self.sort_by(self._order)
        if self.rowCount():
            first, last = self.index(0), self.index(self.rowCount() - 1)
            self.dataChanged.emit(first, last, [])

    def show(
        self,
        revision_uid: str,
        annotations: Iterable[Annotation],
        subjects: Iterable[Subject],
        texts: frozenset[str] = frozenset(),
    ) -> None:
        """Begin anew with the annotations of a text, and those that its article has lost.

        `subjects` give the names, `texts` are the uids of all texts of the article.
        """
        for _ in self.showing(revision_uid, annotations, subjects, texts):
            pass

    def showing(
        self,
        revision_uid: str,
        annotations: Iterable[Annotation],
        subjects: Iterable[Subject],
        texts: frozenset[str] = frozenset(),
    ) -> Iterator[int]:
        """Do as `show` does, in steps, each of which gives how many annotations are done."""
        self._revision_uid = revision_uid
        self._texts = texts
        self._names = {one.uid: one.name for one in subjects}
        yield from self.replacing((one.uid, self._listed(one)) for one in annotations)

    def follow(self, change: Change) -> None:
        """Take part in a change of the library."""
        self.follow_edits(change.edits)

    def follow_edits(self, edits: Sequence[Edit]) -> None:
        """Take part in edits of one change or of several in turn."""
        annotations = list({e.uid: e for e in edits if e.kind == "annotation"}.values())
        written = [
            one.after
            for one in annotations
            if isinstance(one.after, Annotation) and self._is_ours(one.after)
        ]
        gone = {one.uid for one in annotations} - {one.uid for one in written}
        names = {one.uid: one.after.name for one in edits if isinstance(one.after, Subject)}
        self._names |= names
        rows = self._pointing_to(names) | {one.uid: self._listed(one) for one in written}
        self.merge(rows.items(), gone)

    def sort_by(self, order: SortOrder) -> None:
        """Sort the list."""
        self._order = order
        self.rearrange()

    def show_only(self, tags: frozenset[str]) -> None:
        """Show only annotations of these tags; of all tags, where none is named."""
        self._only = tags
        self.filter_again()

    def show_waiting(self, only: bool) -> None:
        """Show only annotations whose place a person should look at, or all again."""
        self._only_waiting = only
        self.filter_again()

    def waiting(self) -> int:
        """Return how many annotations wait for a person to look at their place."""
        self.tag_counts()
        return self._waiting

    def annotation_at(self, index: Index) -> Annotation | None:
        """Return the annotation at an index."""
        value = self.value_at(index)
        return value.annotation if value else None

    def tag_counts(self) -> Mapping[str, int]:
        """Return how many annotations each tag has, the hidden ones too."""
        if self._counts is None:
            self._counts = Counter(map(attrgetter("annotation.tag"), self.values()))
            self._waiting = sum(waits(value.annotation) for value in self.values())
        return self._counts

    def count_anew(self) -> None:
        """Forget how many annotations each tag has."""
        self._counts = None

    def count_one(self, value: Listed, by: int) -> None:
        """Count an annotation more (1) or fewer (-1)."""
        if self._counts is not None:
            self._counts[value.annotation.tag] += by
            self._waiting += by * waits(value.annotation)

    def refresh_saved(self) -> None:
        """Show again which annotations are not saved."""
        if self.rowCount():
            first, last = self.index(0), self.index(self.rowCount() - 1)
            self.dataChanged.emit(first, last, [AnnotationRole.UNSAVED])

    def key_of(self, value: Listed) -> tuple[Any, ...]:
        """Return an annotation's place in the order."""
        one = value.annotation
        first: tuple[Any, ...] = ()
        if self._order == SortOrder.TAG:
            first = (self._tag_place.get(one.tag, len(self._tags)), one.tag)
        elif self._order == SortOrder.STATUS:
            first = (self._status_place.get(one.status, len(STATUSES)), one.status)
        elif self._order == SortOrder.TEXT:
            first = (fold(one.exact).lstrip(" \"'«»“”()"),)
        # What lost its place has none among the others.
        return (one.anchor == LOST, *first, one.start_cp, -one.end_cp, one.uid)

    def passes(self, value: Listed) -> bool:
        """Tell whether an annotation is among those to be shown."""
        if self._only_waiting and not waits(value.annotation):
            return False
        one = value.annotation
        if self._only and one.tag not in self._only:
            return False
        return self.holds_asked(one.tag, one.own)

    def words_of(self, value: Listed) -> str:
        """Return an annotation's words, note and names."""
        one = value.annotation
        said_by = getattr(one.fields, "speaker", "") or getattr(one.fields, "claimant", "")
        return f"{one.exact}\n{one.note}\n{said_by}\n{value.subject}"

    def _is_ours(self, one: Annotation) -> bool:
        """Tell whether an annotation is in the text on show, or one that its article has lost."""
        is_lost = one.anchor == LOST and one.revision_uid in self._texts
        return is_lost or one.revision_uid == self._revision_uid

    def _listed(self, one: Annotation) -> Listed:
        return Listed(one, self._names.get(subject_uid_of(one) or "", ""))

    def _pointing_to(self, subjects: Mapping[str, str]) -> dict[str, Listed]:
        """Return the rows whose subject may have another name now."""
        if not subjects:
            return {}
        return {
            one.uid: self._listed(one)
            for one in (value.annotation for value in self.values())
            if subject_uid_of(one) in subjects
        }

    def _words(self, one: Annotation) -> str:
        return flat(one.exact)

    def _tip(self, one: Annotation) -> str:
        return tooltip(one.exact)

    def _note(self, one: Annotation) -> str:
        return flat(one.note)

    def _tag(self, one: Annotation) -> Tag:
        return tag_of(one.tag, self._tags)

    def _status(self, one: Annotation) -> str:
        """Return an annotation's status, and its origin unless it was marked by hand.

        Of one that waits for a person, what there is to look at.
        """
        if waits(one):
            return label_of(ANCHORS, one.anchor).text(self._language)
        status = label_of(STATUSES, one.status).text(self._language)
        if one.origin == "manual":
            return status
        return f"{status} · {label_of(ORIGINS, one.origin).text(self._language)}"

    def _is_unsaved(self, one: Annotation) -> bool:
        return one.uid in self._unsaved()

    def _spoken(self, one: Annotation) -> str:
        """Return what a screen reader says of an annotation."""
        unsaved = self.tr("not saved") if self._is_unsaved(one) else ""
        label = self._tag(one).label.text(self._language)
        parts = (label, self._words(one), self._note(one), self._status(one), unsaved)
        return self.tr(", ").join(part for part in parts if part)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of an annotation."""
        one = self.annotation_at(index)
        answer = self._answers.get(role)
        return answer(one) if answer is not None and one is not None else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a note that was written in the list."""
        one = self.annotation_at(index)
        if one is None or role != Qt.ItemDataRole.EditRole:
            return False
        if value != one.note:
            self.note_written.emit(one.uid, value)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every row's note be written."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags


def _places(tags: Iterable[Tag]) -> dict[str, int]:
    return {tag.key: place for place, tag in enumerate(tags)}
