"""The fields of a claim (newsroom facts, 1): what it says, whose it is, how its check stands."""

from reader.label import Label
from reader.model import vocabulary as words
from reader.model.fields.field import Field

CLAIM_FIELDS = (
    Field(
        "claim_text", "claim", Label("The claim restated", "صياغة الادعاء"), "long", "claim_text"
    ),
    Field("claimant", "claim", Label("Claimant", "صاحب الادعاء"), "subject", "claimant"),
    Field("claim_date", "claim", Label("Date of the claim", "تاريخ الادعاء"), "date", "claimed_on"),
    Field(
        "check_worthiness",
        "claim",
        Label("Worth checking", "أولوية التحقق"),
        "choice",
        "check_worthiness",
        words.CHECK_WORTHINESS,
    ),
    Field("verdict", "claim", Label("Verdict", "الحكم"), "verdict"),
    Field("verdict_label", "claim", Label("Verdict as published", "نص الحكم"), "verdict_label"),
)
