"""The fields of a quote (newsroom facts, 1 and 3): who said it, how, whether that is so."""

from functools import partial

from reader.label import Label
from reader.model import vocabulary as words
from reader.model.fields.field import Field, Group

ATTRIBUTION = Group("attribution", Label("Attribution", "الإسناد"))
OCCASION = Group("occasion", Label("When and where", "الزمان والمكان"))
VERIFICATION = Group("verification", Label("Verification", "التحقق"))

_choice = partial(Field, tag="quote", kind="choice")
_text = partial(Field, tag="quote", kind="text")
_address = partial(Field, tag="quote", kind="address", group=VERIFICATION)

QUOTE_FIELDS = (
    Field(
        "speaker",
        "quote",
        Label("Speaker", "القائل"),
        "subject",
        "speaker",
        emptied=("speaker_start_cp", "speaker_end_cp"),
    ),
    _text("speaker_role", label=Label("Role", "الصفة"), attribute="speaker_role"),
    _text(
        "cue",
        label=Label("Cue", "فعل القول"),
        attribute="cue",
        emptied=("cue_start_cp", "cue_end_cp"),
    ),
    _choice(
        "quote_type",
        label=Label("Kind of quote", "نوع الاقتباس"),
        attribute="quote_type",
        choices=words.QUOTE_TYPES,
    ),
    Field("mark_style", "quote", Label("Marks", "علامات التنصيص"), "computed", "mark_style"),
    Field(
        "mark_state",
        "quote",
        Label("State of the marks", "حالة العلامات"),
        "computed",
        "mark_state",
        words.MARK_STATES,
    ),
    _text(
        "speaker_organization",
        label=Label("Organisation", "الجهة"),
        attribute="speaker_organization",
        group=ATTRIBUTION,
    ),
    _choice(
        "cue_class",
        label=Label("What the cue tells", "دلالة فعل القول"),
        attribute="cue_class",
        choices=words.CUE_CLASSES,
        group=ATTRIBUTION,
    ),
    _choice(
        "attribution_level",
        label=Label("Who is named", "درجة التسمية"),
        attribute="attribution_level",
        choices=words.ATTRIBUTION_LEVELS,
        group=ATTRIBUTION,
    ),
    Field("said_on", "quote", Label("Said on", "تاريخ القول"), "date", "said_on", group=OCCASION),
    _text("venue", label=Label("Place", "المكان"), attribute="venue", group=OCCASION),
    Field(
        "original_language",
        "quote",
        Label("Original language", "اللغة الأصلية"),
        "language",
        "original_language",
        group=OCCASION,
    ),
    Field(
        "is_translation",
        "quote",
        Label("A translation", "قول مترجَم"),
        "flag",
        "is_translation",
        group=OCCASION,
    ),
    _choice(
        "verified_against",
        label=Label("Verified against", "قوبل على"),
        attribute="verified_against",
        choices=words.VERIFIED_AGAINST,
        group=VERIFICATION,
        stamps=("verified_by_uid", "verified_at"),
    ),
    _choice(
        "verbatim_match",
        label=Label("Wording", "مطابقة اللفظ"),
        attribute="verbatim_match",
        choices=words.VERBATIM_MATCHES,
        group=VERIFICATION,
    ),
    _address(
        "verification_url",
        label=Label("Its address", "رابطه"),
        attribute="verification_url",
    ),
    _address(
        "verification_archive_url",
        label=Label("Archived copy", "نسخة الأرشيف"),
        attribute="verification_archive_url",
    ),
    Field(
        "verified_by",
        "quote",
        Label("Verified by", "تحقق منه"),
        "annotator",
        "verified_by_uid",
        group=VERIFICATION,
    ),
    Field(
        "verified_at",
        "quote",
        Label("Verified at", "وقت التحقق"),
        "moment",
        "verified_at",
        group=VERIFICATION,
    ),
)
