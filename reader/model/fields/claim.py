"""The fields of a claim (newsroom facts, 1): what it says, whose it is, how its check stands."""

from functools import partial

from reader.label import Label
from reader.model import vocabulary as words
from reader.model.fields.field import Field, Group

# What is shown whole (newsroom facts, 1: at most 75; ClaimReview asks for fewer).
ADVISED_CP = 75
CONTENT = Group("content", Label("About the claim", "عن الادعاء"))
QUESTIONS = Group("questions", Label("Is it worth checking?", "هل يستحق التحقق؟"))
CONTACT = Group("contact", Label("Contact and publication", "التواصل والنشر"))

_choice = partial(Field, tag="claim", kind="choice")
_text = partial(Field, tag="claim", kind="text")
_steps = partial(Field, tag="claim", kind="steps", group=QUESTIONS)

CLAIM_FIELDS = (
    Field(
        "claim_text",
        "claim",
        Label("The claim restated", "صياغة الادعاء"),
        "long",
        "claim_text",
        advised_cp=ADVISED_CP,
    ),
    Field("claimant", "claim", Label("Claimant", "صاحب الادعاء"), "subject", "claimant"),
    Field("claim_date", "claim", Label("Date of the claim", "تاريخ الادعاء"), "date", "claimed_on"),
    Field("state", "claim", Label("Stage", "المرحلة"), "state", "state", words.CLAIM_STATES),
    Field(
        "priority",
        "claim",
        Label("Priority", "الأولوية"),
        "pick",
        "priority",
        words.PRIORITIES,
    ),
    Field("assigned_to", "claim", Label("Assigned to", "المكلَّف"), "annotator", "assigned_to_uid"),
    _choice(
        "check_worthiness",
        label=Label("Worth checking", "أولوية التحقق"),
        attribute="check_worthiness",
        choices=words.CHECK_WORTHINESS,
    ),
    Field("verdict", "claim", Label("Verdict", "الحكم"), "verdict"),
    Field("verdict_label", "claim", Label("Verdict as published", "نص الحكم"), "verdict_label"),
    Field("rating", "claim", Label("Rating", "الدرجة"), "rating"),
    Field(
        "explanation",
        "claim",
        Label("Why this verdict", "تعليل الحكم"),
        "ruling_text",
        "explanation",
    ),
    Field(
        "review_url", "claim", Label("The review", "رابط المراجعة"), "ruling_address", "review_url"
    ),
    _choice(
        "claim_type",
        label=Label("Kind of claim", "نوع الادعاء"),
        attribute="claim_type",
        choices=words.CLAIM_TYPES,
        group=CONTENT,
    ),
    _text("topic", label=Label("Topic", "الموضوع"), attribute="topic", group=CONTENT),
    _text("place", label=Label("Place", "المكان"), attribute="place", group=CONTENT),
    Field("numbers", "claim", Label("Numbers", "الأعداد"), "numbers", "numbers", group=CONTENT),
    Field(
        "first_appearance_url",
        "claim",
        Label("First seen at", "أول ظهور"),
        "address",
        "first_appearance_url",
        group=CONTENT,
    ),
    Field("context", "claim", Label("Context", "السياق"), "long", "context", group=CONTENT),
    _choice(
        "verifiable",
        label=Label("Verifiable", "قابل للتحقق"),
        attribute="verifiable",
        choices=words.VERIFIABLE,
        group=QUESTIONS,
    ),
    _steps("seems_false", label=Label("Seems false", "يبدو زائفًا"), attribute="seems_false"),
    _steps(
        "public_interest",
        label=Label("Public interest", "يهم الناس"),
        attribute="public_interest",
    ),
    _steps("harmful", label=Label("Harmful", "مضرّ"), attribute="harmful"),
    _choice(
        "needs_professional",
        label=Label("Needs an expert", "يحتاج مختصًا"),
        attribute="needs_professional",
        choices=words.PROFESSIONAL_NEEDS,
        group=QUESTIONS,
    ),
    _text(
        "harm_kind", label=Label("What harm", "وجه الضرر"), attribute="harm_kind", group=QUESTIONS
    ),
    _choice(
        "for_government",
        label=Label("A matter for officials", "يعني المسؤولين"),
        attribute="for_government",
        choices=words.YES_OR_NO,
        group=QUESTIONS,
    ),
    Field(
        "contacted_at",
        "claim",
        Label("Claimant contacted", "وقت التواصل"),
        "moment",
        "contacted_at",
        group=CONTACT,
    ),
    Field("reply", "claim", Label("The reply", "الرد"), "long", "reply", group=CONTACT),
    Field(
        "fact_check_url",
        "claim",
        Label("The fact-check", "رابط التحقق"),
        "address",
        "fact_check_url",
        group=CONTACT,
    ),
    _text(
        "drop_reason",
        label=Label("Why dropped", "سبب الاستبعاد"),
        attribute="drop_reason",
        group=CONTACT,
    ),
)
