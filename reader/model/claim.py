"""What carries a claim to its verdict: evidence, rulings and the scales they use."""

from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from datetime import datetime
from typing import Any, TypeVar

from reader.frozen import dataclass
from reader.label import Label
from reader.model.identity import new_uid, now

# The scale of what becomes of images and videos, and the kind of claim that it is for.
VISUAL_SCALE, VISUAL_CLAIM = "visual-content", "media"


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """Something that a claim was checked against; `position` is its place in the list.

    `article_uid` names an article of the library that is the evidence. It may be deleted for
    good later, so that the other fields tell of it by themselves.
    """

    uid: str = field(default_factory=new_uid)
    annotation_uid: str
    url: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    archive_url: str = ""
    archived_at: datetime | None = None
    kind: str = "primary"
    stance: str = "supports"
    excerpt: str = ""
    independent: bool = True
    position: int = 0
    created_at: datetime = field(default_factory=now)
    version: int = 1
    article_uid: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Ruling:
    """A verdict on a claim, with the label as it was published.

    `scale` and `code` name a `VerdictLabel`; `normalised` is its class, a key of
    NORMALISED_VERDICTS. `label` is stored too, because a scale may change later; so are
    `rating`, `best` and `worst` (schema.org Rating), all three or none.
    `reviewer_uid` and what follows are its second review; where a desk wants more than
    one, each further one is a `Review`.
    """

    uid: str = field(default_factory=new_uid)
    annotation_uid: str
    scale: str
    code: str
    label: str
    normalised: str
    explanation: str = ""
    review_url: str = ""
    rated_by_uid: str | None = None
    rated_at: datetime = field(default_factory=now)
    reviewer_uid: str | None = None
    review_decision: str = ""
    review_comment: str = ""
    reviewed_at: datetime | None = None
    version: int = 1
    rating: int | None = None
    best: int | None = None
    worst: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """What one more reviewer says of a ruling; `decision` is a key of REVIEW_DECISIONS or ""."""

    uid: str = field(default_factory=new_uid)
    annotation_uid: str
    ruling_uid: str
    reviewer_uid: str | None = None
    decision: str = ""
    comment: str = ""
    decided_at: datetime | None = None
    created_at: datetime = field(default_factory=now)
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Appearance:
    """Where a claim was spread: not what it was checked against.

    `published` is an ISO 8601 date no more precise than it is known.
    """

    uid: str = field(default_factory=new_uid)
    annotation_uid: str
    url: str = ""
    archive_url: str = ""
    published: str = ""
    outlet: str = ""
    position: int = 0
    created_at: datetime = field(default_factory=now)
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """What was corrected in a published check: when (an ISO 8601 date), what, and why."""

    uid: str = field(default_factory=new_uid)
    annotation_uid: str
    corrected_on: str = ""
    what: str = ""
    why: str = ""
    position: int = 0
    created_at: datetime = field(default_factory=now)
    version: int = 1


Hanging = Evidence | Ruling | Review | Appearance | Correction


@dataclass(frozen=True, slots=True)
class VerdictLabel:
    """One step of a verdict scale (schema.org Rating: value, best, worst)."""

    code: str
    label: Label
    normalised: str
    rating: int
    best: int
    worst: int
    colour: str


@dataclass(frozen=True, slots=True)
class VerdictScale:
    """The verdicts that a desk can give, best first."""

    key: str
    label: Label
    labels: tuple[VerdictLabel, ...]
    position: int = 0
    version: int = 1

    @property
    def uid(self) -> str:
        """Return its key: what a record is known by, and a key never changes."""
        return self.key


@dataclass(frozen=True, kw_only=True, slots=True)
class DeskRules:
    """How a desk works on claims: the one record of its kind in a library.

    `scale` is the key of the scale that new rulings use, "" for the first one;
    `reviewers` how many must approve a ruling before it is published.
    """

    uid: str = "desk"
    scale: str = ""
    reviewers: int = 1
    version: int = 1


def said_by_step(scale: VerdictScale, step: VerdictLabel) -> dict[str, Any]:
    """Return what a ruling keeps of the step that it gives, by the names of its fields."""
    return {
        "scale": scale.key,
        "code": step.code,
        "label": step.label.ar,
        "normalised": step.normalised,
        "rating": step.rating,
        "best": step.best,
        "worst": step.worst,
    }


def with_kept_rating(ruling: Ruling, known: Ruling) -> Ruling:
    """Return a ruling with the rating of another state of it that gives the same step.

    Only where it tells none: what was recorded before there were ratings, or came from
    elsewhere without them.
    """
    is_same = (ruling.uid, ruling.scale, ruling.code) == (known.uid, known.scale, known.code)
    if ruling.rating is not None or not is_same:
        return ruling
    return replace(ruling, rating=known.rating, best=known.best, worst=known.worst)


def scales_for(
    scales: Iterable[VerdictScale], in_force: VerdictScale, claim_type: str
) -> tuple[VerdictScale, ...]:
    """Return the scales that a new verdict can be of: with an image or a video, its own too."""
    others = (one for one in scales if one.key == VISUAL_SCALE != in_force.key)
    return (in_force, *others) if claim_type == VISUAL_CLAIM else (in_force,)


def scale_in_force(scales: Sequence[VerdictScale], rules: DeskRules) -> VerdictScale:
    """Return the scale that new rulings use: the one that the desk names, or else the first."""
    return next((one for one in scales if one.key == rules.scale), scales[0])


Listed = TypeVar("Listed", Evidence, Appearance, Correction)


def in_list_order(found: Iterable[Listed]) -> tuple[Listed, ...]:
    """Return what hangs on a claim in the order of its list; what came earlier first."""
    return tuple(sorted(found, key=lambda one: (one.position, one.created_at, one.uid)))
