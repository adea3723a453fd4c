"""How the desk works, and what hangs on annotations, with the acts that wait laid over."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from reader.model.annotation import Annotator, Relation, oldest_first
from reader.model.change import HANGING, Edit, Record, kind_of
from reader.model.claim import (
    Appearance,
    Correction,
    DeskRules,
    Evidence,
    Review,
    Ruling,
    VerdictScale,
    in_list_order,
    scale_in_force,
)
from reader.model.entry import Entry
from reader.ui.pending import Pending
from reader.ui.shelf_reading import ShelfReader

if TYPE_CHECKING:
    from reader.storage.store import Store


class DeskReader(ShelfReader):
    """The part of the library that reads verdict scales, the rules of the desk and what hangs."""

    def __init__(
        self, store: "Store", annotator: Annotator, pending: Pending, parent: QObject | None
    ) -> None:
        super().__init__(store, annotator, pending, parent)
        self._scales = {one.key: one for one in store.verdict_scales()}
        self._rules = store.desk_rules()

    def verdict_scales(self) -> tuple[VerdictScale, ...]:
        """Return all scales in their order."""
        found = sorted(self._scales.values(), key=_scale_order)
        return tuple(found)

    def verdict_scale(self) -> VerdictScale:
        """Return the scale that new rulings use."""
        return scale_in_force(self.verdict_scales(), self._rules)

    def desk_rules(self) -> DeskRules:
        """Return how the desk works on claims."""
        return self._rules

    def follow_desk(self, edits: Iterable[Edit]) -> None:
        """Keep the scales and the rules as edits make them."""
        for one in edits:
            if isinstance(one.before, VerdictScale):
                self._scales.pop(one.uid, None)
            if isinstance(one.after, VerdictScale):
                self._scales[one.uid] = one.after
            if one.kind == "desk":
                self._rules = one.after if isinstance(one.after, DeskRules) else DeskRules()

    def dependents(self, uids: list[str]) -> list[Record]:
        """Return what hangs on annotations, in an order in which it can be deleted."""
        # Of one that is not in the library yet, the library knows nothing.
        known = [uid for uid in uids if not self._pending.creates(uid)]
        held = {one.uid: one for one in self.store.dependents(known)} if known else {}
        for one in self._pending.hanging_on(uids):
            held.pop(one.uid, None)
            if one.after is not None:
                held[one.uid] = one.after
        return sorted(held.values(), key=_deletion_order)

    def relations(self, uid: str) -> list[Relation]:
        """Return the relations from and to an annotation, the unsaved ones too, oldest first."""
        known = [] if self._pending.creates(uid) else self.store.relations_of(uid)
        return oldest_first(changed(known, Relation, self._pending.hanging_on((uid,))))


def laid_over(entry: Entry, of_it: Sequence[Edit]) -> Entry:
    """Return an entry with what hangs on it as those edits make it that wait."""
    if not of_it:
        return entry
    rulings = sorted(changed(entry.rulings, Ruling, of_it), key=_rated_at)
    return replace(
        entry,
        ruling=rulings[-1] if rulings else None,
        rulings=tuple(rulings),
        evidence=in_list_order(changed(entry.evidence, Evidence, of_it)),
        reviews=tuple(changed(entry.reviews, Review, of_it)),
        appearances=in_list_order(changed(entry.appearances, Appearance, of_it)),
        corrections=in_list_order(changed(entry.corrections, Correction, of_it)),
        relations=tuple(changed(entry.relations, Relation, of_it)),
    )


def changed(held: Iterable[Any], kind: type, edits: Iterable[Edit]) -> list[Any]:
    """Return records of a kind as edits that wait leave them."""
    found = {one.uid: one for one in held}
    for one in edits:
        if isinstance(one.after or one.before, kind):
            if one.after is None:
                found.pop(one.uid, None)
            else:
                found[one.uid] = one.after
    return list(found.values())


def _deletion_order(record: Record) -> int:
    return HANGING.index(kind_of(record))


def _rated_at(ruling: Ruling) -> tuple[datetime, str]:
    return ruling.rated_at, ruling.uid


def _scale_order(scale: VerdictScale) -> tuple[int, str]:
    return scale.position, scale.key
