"""What may still have to be done, as a table: each line a queue that a key walks along."""

from reader.frozen import dataclass
from reader.label import Label


@dataclass(frozen=True, slots=True)
class Queue:
    """One kind of work that waits; `letter` is the key that goes to the next of it."""

    key: str
    label: Label
    letter: str
    empty: Label


QUEUES = (
    Queue(
        "unreviewed",
        Label("Next that nobody has reviewed", "التالي مما لم يراجعه أحد"),
        "N",
        Label("Everything has been reviewed.", "رُوجعت التعليقات كلها."),
    ),
    Queue(
        "quote_without_speaker",
        Label("Next quote without a speaker", "الاقتباس التالي بلا قائل"),
        "X",
        Label("Every quote has a speaker.", "لكل اقتباس قائل."),
    ),
    Queue(
        "entity_without_subject",
        Label("Next entity without a subject", "الكيان التالي بلا عَلَم"),
        "W",
        Label("Every entity has its subject.", "لكل كيان عَلَمه."),
    ),
    Queue(
        "claim_without_evidence",
        Label("Next claim without evidence", "الادعاء التالي بلا دليل"),
        "E",
        Label("Every claim has evidence.", "لكل ادعاء دليل."),
    ),
    Queue(
        "claim_without_verdict",
        Label("Next claim without a verdict", "الادعاء التالي بلا حكم"),
        "V",
        Label("Every claim has a verdict.", "لكل ادعاء حكم."),
    ),
)
