"""What is done with claims: where they stand, what hangs on them, how the desk judges them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.errors import BadValue, ScaleInUse, UnknownAnnotation, UnknownArticle
from reader.model.change import Change, Edit, edit
from reader.model.claim import DeskRules, VerdictScale
from reader.model.claim_parts import Part, new_part, shifted, with_article, with_value
from reader.model.claim_rules import Move, moved, reviewed
from reader.model.entry import Entry
from reader.model.fields.values import ARTICLE_EXPECTED
from reader.model.scale_format import checked

if TYPE_CHECKING:
    from reader.ui.library import Library


class ClaimActs:
    """The acts on claims; each is one step of the history. All raise as `Library.act` does."""

    def __init__(self, library: "Library") -> None:
        self._library = library

    # Where a claim stands ------------------------------------------------------

    def move(
        self, uid: str, state: str, *, reason: str = "", reviewer_uid: str | None = None
    ) -> Change | None:
        """Put a claim into another state; raises ClaimRefused children."""
        entry = self._entry(uid)
        wish = Move(state, self._library.annotator.uid, reason, reviewer_uid)
        return self._library.act("state", moved(entry, wish, self._library.desk_rules()))

    def review(self, uid: str, reviewer_uid: str, decision: str, comment: str) -> Change | None:
        """Keep what a reviewer says of the newest ruling; raises ReviewerIsRater, NoVerdict."""
        edits = reviewed(self._entry(uid), reviewer_uid, decision, comment)
        return self._library.act("review", edits)

    # What hangs on it ------------------------------------------------------------

    def add_part(self, uid: str, kind: str, values: dict[str, str] | None = None) -> Part:
        """Add evidence, an appearance or a correction behind those that are there.

        Raises BadValue.
        """
        part = new_part(kind, uid, parts_of(self._entry(uid), kind))
        for key, text in (values or {}).items():
            part = with_value(part, key, text)
        self._library.act(kind, (edit(None, part),))
        return part

    def set_part(self, part: Part, key: str, text: str) -> None:
        """Give a part another value in a field, as text; raises BadValue."""
        new = with_value(part, key, text)
        if key == "article_uid" and text:
            new = self._with_article(part, text)
        if new != part:
            self._library.act(_kind(part), (edit(part, new),))

    def _with_article(self, part: Part, uid: str) -> Part:
        try:
            return with_article(part, self._library.article(uid))
        except UnknownArticle as error:
            expected = ARTICLE_EXPECTED
            raise BadValue(field="article_uid", value=uid, expected=expected) from error

    def remove_part(self, part: Part) -> None:
        """Take a part away; an undo brings it back to its place."""
        self._library.act(_kind(part), (edit(part, None),))

    def shift_part(self, part: Part, by: int) -> None:
        """Move a part up (-1) or down (1) in its list."""
        parts = parts_of(self._entry(part.annotation_uid), _kind(part))
        self._library.act(_kind(part), shifted(parts, part.uid, by))

    # How the desk judges -----------------------------------------------------------

    def save_scale(self, scale: VerdictScale) -> None:
        """Keep a scale, new or changed; raises BadValue. A ruling keeps its own words."""
        held = self._held_scale(scale.key)
        if held is None:
            places = [one.position for one in self._library.verdict_scales()]
            scale = replace(checked(scale), position=max(places, default=-1) + 1, version=1)
        else:
            scale = replace(checked(scale), position=held.position, version=held.version)
        if scale != held:
            self._library.act("scale", (edit(held, scale),))

    def delete_scale(self, key: str, shipped: frozenset[str]) -> None:
        """Take a scale of the desk's own away; raises ScaleInUse for one that must stay."""
        held = self._held_scale(key)
        if held is None:
            return
        if key in shipped or key == self._library.verdict_scale().key:
            raise ScaleInUse(scale=held.label)
        self._library.act("scale", (edit(held, None),))

    def set_rules(self, rules: DeskRules) -> None:
        """Change how the desk works."""
        held = self._library.desk_rules()
        if (held.scale, held.reviewers) == (rules.scale, rules.reviewers):
            return
        is_new = self._library.record("desk", held.uid) is None
        self._library.act("desk", (edit(None if is_new else held, rules),))

    def _held_scale(self, key: str) -> VerdictScale | None:
        scales = self._library.verdict_scales()
        return next((one for one in scales if one.key == key), None)

    def _entry(self, uid: str) -> Entry:
        entry = self._library.entry(uid)
        if entry is None:
            raise UnknownAnnotation(annotation=uid)
        return entry


def parts_of(entry: Entry, kind: str) -> tuple[Part, ...]:
    """Return the evidence, appearances or corrections of a claim, in the order of their list."""
    of_kind: dict[str, tuple[Part, ...]] = {
        "evidence": entry.evidence,
        "appearance": entry.appearances,
        "correction": entry.corrections,
    }
    return of_kind[kind]


def _kind(part: Part) -> str:
    return Edit(part, None).kind
