"""Where a claim may go on a desk, and what has to be there first (newsroom facts, 2)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from reader.errors import (
    BadValue,
    NoCorrection,
    NoDropReason,
    NoReviewer,
    NotApproved,
    NoVerdict,
    ReviewerIsRater,
)
from reader.frozen import dataclass
from reader.label import Label
from reader.model.annotation import ClaimFields
from reader.model.change import Edit, edit
from reader.model.claim import DeskRules, Review, Ruling
from reader.model.entry import Entry
from reader.model.identity import now
from reader.model.vocabulary import CLAIM_STATES

APPROVED = "approved"
_STATES = tuple(one.key for one in CLAIM_STATES)


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review of a claim's newest ruling; `uid` is "" for the one that the ruling names."""

    reviewer_uid: str | None
    decision: str
    comment: str
    at: datetime | None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A wish to put a claim into another state.

    `by_uid` is who wishes it, `reason` why it is dropped, `reviewer_uid` who is to review.
    """

    state: str
    by_uid: str
    reason: str = ""
    reviewer_uid: str | None = None


def reviews_of(entry: Entry) -> tuple[ReviewLine, ...]:
    """Return the reviews of a claim's newest ruling, the oldest first."""
    ruling = entry.ruling
    if ruling is None:
        return ()
    own = ReviewLine(
        ruling.reviewer_uid, ruling.review_decision, ruling.review_comment, ruling.reviewed_at
    )
    further = (
        ReviewLine(one.reviewer_uid, one.decision, one.comment, one.decided_at, one.uid)
        for one in entry.reviews
        if one.ruling_uid == ruling.uid
    )
    return (*((own,) if ruling.reviewer_uid is not None else ()), *further)


def approvals(entry: Entry) -> int:
    """Return how many reviewers have approved a claim's newest ruling."""
    return sum(one.decision == APPROVED for one in reviews_of(entry))


def moved(entry: Entry, move: Move, rules: DeskRules) -> tuple[Edit, ...]:
    """Return the edits that put a claim into another state; none where it is there already.

    Raises ClaimRefused children, and BadValue for a state that there is not.
    """
    annotation = entry.annotation
    fields = annotation.fields if isinstance(annotation.fields, ClaimFields) else ClaimFields()
    if move.state not in _STATES:
        listed = ", ".join(_STATES)
        expected = Label(f"it takes {listed}", f"القيم المقبولة {listed}")
        raise BadValue(field="state", value=move.state, expected=expected)
    if fields.state == move.state:
        return ()
    check = _CHECKS.get(move.state)
    more = check(entry, move, rules) if check is not None else ()
    new = replace(fields, state=move.state, drop_reason="")
    if move.state == "dropped":
        new = replace(new, drop_reason=move.reason.strip() or fields.drop_reason)
    if move.state in ("assigned", "checking") and fields.assigned_to_uid is None:
        new = replace(new, assigned_to_uid=move.by_uid)
    after = replace(annotation, fields=new, updated_at=now())
    return (edit(annotation, after), *more)


def reviewed(entry: Entry, reviewer_uid: str, decision: str, comment: str) -> tuple[Edit, ...]:
    """Return the edits that keep what a reviewer says of a claim's newest ruling.

    A reviewer says one thing of a ruling: what they said before is replaced. Raises
    NoVerdict and ReviewerIsRater.
    """
    ruling = _ruling_of(entry)
    if reviewer_uid == ruling.rated_by_uid:
        raise ReviewerIsRater(rater=_name(entry, ruling.rated_by_uid))
    at = now() if decision else None
    if ruling.reviewer_uid in (None, reviewer_uid):
        new = replace(
            ruling,
            reviewer_uid=reviewer_uid,
            review_decision=decision,
            review_comment=comment,
            reviewed_at=at,
        )
        return () if _says_the_same(ruling, new) else (edit(ruling, new),)
    held = next(
        (
            one
            for one in entry.reviews
            if one.ruling_uid == ruling.uid and one.reviewer_uid == reviewer_uid
        ),
        None,
    )
    review = held or Review(
        annotation_uid=ruling.annotation_uid, ruling_uid=ruling.uid, reviewer_uid=reviewer_uid
    )
    said = replace(review, decision=decision, comment=comment, decided_at=at)
    if held is not None and (held.decision, held.comment) == (decision, comment):
        return ()
    return (edit(held, said),)


def _says_the_same(one: Ruling, other: Ruling) -> bool:
    return (one.reviewer_uid, one.review_decision, one.review_comment) == (
        other.reviewer_uid,
        other.review_decision,
        other.review_comment,
    )


def _ruling_of(entry: Entry) -> Ruling:
    if entry.ruling is None:
        raise NoVerdict
    return entry.ruling


def _name(entry: Entry, uid: str | None) -> str:
    return entry.names.get(uid or "", "") or "–"


def _check_rated(entry: Entry, _move: Move, _rules: DeskRules) -> tuple[Edit, ...]:
    _ruling_of(entry)
    return ()


def _check_review(entry: Entry, move: Move, _rules: DeskRules) -> tuple[Edit, ...]:
    """Let somebody other than the rater be the reviewer: who is named, or who moves it."""
    ruling = _ruling_of(entry)
    if move.reviewer_uid is not None:
        return reviewed(entry, move.reviewer_uid, "", "")
    if reviews_of(entry):
        return ()
    if move.by_uid == ruling.rated_by_uid:
        raise NoReviewer(rater=_name(entry, ruling.rated_by_uid))
    return reviewed(entry, move.by_uid, "", "")


def _check_published(entry: Entry, _move: Move, rules: DeskRules) -> tuple[Edit, ...]:
    _ruling_of(entry)
    count = approvals(entry)
    if count < rules.reviewers:
        raise NotApproved(count=count, needed=rules.reviewers)
    return ()


def _check_corrected(entry: Entry, _move: Move, _rules: DeskRules) -> tuple[Edit, ...]:
    _ruling_of(entry)
    if not entry.corrections:
        raise NoCorrection
    return ()


def _check_dropped(entry: Entry, move: Move, _rules: DeskRules) -> tuple[Edit, ...]:
    fields = entry.annotation.fields
    held = fields.drop_reason if isinstance(fields, ClaimFields) else ""
    if not (move.reason.strip() or held.strip()):
        raise NoDropReason
    return ()


_CHECKS: Mapping[str, Callable[[Entry, Move, DeskRules], tuple[Edit, ...]]] = {
    "rated": _check_rated,
    "second_review": _check_review,
    "published": _check_published,
    "corrected": _check_corrected,
    "dropped": _check_dropped,
}
