"""What a board shows of one claim: a line made of its entry and its article."""

from datetime import datetime

from reader.frozen import dataclass
from reader.model.annotation import ClaimFields, OwnValue
from reader.model.article import Article
from reader.model.entry import Entry
from reader.model.ratings import rating_in_words

# Evidence of fewer independent sources than these is too little (facts/newsroom.md, section 1).
ENOUGH_SOURCES = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimLine:
    """One claim over all articles.

    `text` is the claim restated, or its words where nobody has restated it. `verdict` is the
    label as it was published, `verdict_class` a key of NORMALISED_VERDICTS, both "" without a
    ruling. `evidence` counts what it was checked against, `independent` how much of that is
    of independent sources; `own` is what free fields hold. `figures` counts the numbers that
    it names; `rating` is what the ruling keeps, in words, such as 2 (1–5).
    """

    uid: str
    article_uid: str
    article_title: str
    publisher: str
    text: str
    claimant: str
    state: str
    drop_reason: str
    priority: str
    assigned_to_uid: str | None
    created_at: datetime
    verdict: str
    verdict_class: str
    scale: str
    code: str
    evidence: int
    independent: int
    own: tuple[OwnValue, ...] = ()
    place: str = ""
    figures: int = 0
    rating: str = ""

    @property
    def is_short_of_evidence(self) -> bool:
        """Tell whether a verdict could not rest on what there is."""
        return self.independent < ENOUGH_SOURCES


def claim_line(entry: Entry, article: Article) -> ClaimLine:
    """Return what a board shows of a claim."""
    annotation, ruling = entry.annotation, entry.ruling
    fields = annotation.fields if isinstance(annotation.fields, ClaimFields) else ClaimFields()
    claimant = fields.claimant or (entry.subject.name if entry.subject else "")
    return ClaimLine(
        uid=annotation.uid,
        article_uid=article.uid,
        article_title=article.title,
        publisher=article.publisher,
        text=fields.claim_text.strip() or annotation.exact,
        claimant=claimant,
        state=fields.state,
        drop_reason=fields.drop_reason,
        priority=fields.priority,
        assigned_to_uid=fields.assigned_to_uid,
        created_at=annotation.created_at,
        verdict=ruling.label if ruling else "",
        verdict_class=ruling.normalised if ruling else "",
        scale=ruling.scale if ruling else "",
        code=ruling.code if ruling else "",
        evidence=len(entry.evidence),
        independent=sum(one.independent for one in entry.evidence),
        own=annotation.own,
        place=fields.place,
        figures=len(fields.numbers),
        rating=rating_in_words(ruling) if ruling else "",
    )
