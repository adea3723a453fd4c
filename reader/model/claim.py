"""What carries a claim to its verdict: evidence, rulings and the scales they use."""

from dataclasses import dataclass, field
from datetime import datetime

from reader.label import Label
from reader.model.identity import new_uid, now


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """Something that a claim was checked against."""

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
    created_at: datetime = field(default_factory=now)
    version: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Ruling:
    """A verdict on a claim, with the label as it was published.

    `scale` and `code` name a `VerdictLabel`; `normalised` is its class, a key of
    NORMALISED_VERDICTS. `label` is stored too, because a scale may change later.
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
