"""The closed lists of the newsroom. To add a choice, add a line.

The keys are what the database and the exports hold; they never change.
"""

from reader.frozen import dataclass
from reader.label import Label


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a closed list."""

    key: str
    label: Label


def _choices(*rows: tuple[str, str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(key, Label(en, ar)) for key, en, ar in rows)


STATUSES = _choices(
    ("draft", "Draft", "مسودة"),
    ("reviewed", "Reviewed", "مُراجَع"),
    ("disputed", "Disputed", "موضع خلاف"),
    ("rejected", "Rejected", "مرفوض"),
)
ORIGINS = _choices(
    ("manual", "By hand", "يدوي"),
    ("rule", "By a rule", "بقاعدة"),
    ("propagated", "Propagated", "مُعمَّم"),
    ("imported", "Imported", "مستورد"),
)
ANCHORS = _choices(
    ("exact", "In place", "في موضعه"),
    ("moved", "Moved", "منقول"),
    ("fuzzy", "Uncertain", "غير مؤكد"),
    ("orphan", "Lost", "فُقد موضعه"),
)
QUOTE_TYPES = _choices(
    ("direct", "Direct", "مباشر"),
    ("indirect", "Indirect", "غير مباشر"),
    ("mixed", "Mixed", "مختلط"),
    ("orphan", "No speaker", "بلا قائل"),
)
CUE_CLASSES = _choices(
    ("neutral", "Neutral", "محايد"),
    ("assert", "Asserts", "تأكيد"),
    ("add", "Adds", "إضافة"),
    ("deny", "Denies", "نفي"),
    ("doubt", "Doubts", "تشكيك"),
    ("admit", "Admits", "إقرار"),
    ("warn", "Warns", "تحذير"),
    ("demand", "Demands", "مطالبة"),
    ("promise", "Promises", "تعهد"),
    ("cite", "Cites", "نقل"),
)
ATTRIBUTION_LEVELS = _choices(
    ("named", "Named", "مسمّى"),
    ("unnamed", "Unnamed", "غير مسمّى"),
    ("anonymous", "Anonymous", "مجهول"),
    ("document", "A document", "وثيقة"),
    ("media", "Other media", "وسيلة إعلام أخرى"),
)
MARK_STATES = _choices(
    ("balanced", "Balanced", "متوازنة"),
    ("unclosed", "Not closed", "غير مغلقة"),
    ("unopened", "Not opened", "غير مفتوحة"),
)
VERIFIED_AGAINST = _choices(
    ("audio", "Audio", "صوت"),
    ("video", "Video", "فيديو"),
    ("transcript", "Transcript", "نص مفرّغ"),
    ("official", "Official text", "نص رسمي"),
    ("outlet", "Another outlet", "وسيلة أخرى"),
    ("not", "Not verified", "لم يُتحقق"),
)
VERBATIM_MATCHES = _choices(
    ("exact", "Exact", "مطابق"),
    ("trimmed", "Trimmed", "مقتطع"),
    ("altered", "Altered", "مُحرَّف"),
    ("out_of_context", "Out of context", "خارج السياق"),
)
ENTITY_TYPES = _choices(
    ("person", "Person", "شخص"),
    ("organization", "Organisation", "منظمة"),
    ("place", "Place", "مكان"),
    ("facility", "Facility", "منشأة"),
    ("date", "Date", "تاريخ"),
    ("event", "Event", "حدث"),
    ("number", "Number", "عدد"),
    ("money", "Money", "مبلغ مالي"),
    ("law", "Law", "قانون"),
    ("group", "Group", "جماعة"),
    ("title", "Title", "منصب"),
    ("other", "Other", "غير ذلك"),
)
CALENDARS = _choices(
    ("gregorian", "Gregorian", "ميلادي"),
    ("hijri", "Hijri", "هجري"),
)
# Where a month has which name: ar-EG, ar-IQ and the Levant, ar-DZ and ar-TN, ar-MA, ar-MR (CLDR).
MONTH_SYSTEMS = _choices(
    ("egyptian", "Egyptian (يناير)", "مصرية (يناير)"),
    ("iraqi", "Iraqi, Levantine (كانون الثاني)", "عراقية وشامية (كانون الثاني)"),
    ("algerian", "Algerian and Tunisian (جانفي)", "جزائرية وتونسية (جانفي)"),
    ("moroccan", "Moroccan (غشت)", "مغربية (غشت)"),
    ("mauritanian", "Mauritanian (أغشت)", "موريتانية (أغشت)"),
    ("hijri", "Hijri (محرم)", "هجرية (محرم)"),
)
SUBJECT_KINDS = _choices(
    ("person", "Person", "شخص"),
    ("organization", "Organisation", "منظمة"),
    ("place", "Place", "مكان"),
    ("other", "Other", "غير ذلك"),
)
# How a name came into Latin letters: scholars, libraries, DIN and DMG, ISO, maps, then people.
LATIN_SCHEMES = _choices(
    ("ijmes", "IJMES", "IJMES (مجلة دراسات الشرق الأوسط)"),
    ("ala_lc", "ALA-LC", "ALA-LC (مكتبة الكونغرس)"),
    ("din_31635", "DIN 31635 (DMG)", "DIN 31635 (الاستشراق الألماني)"),
    ("iso_233", "ISO 233", "ISO 233 (المعيار الدولي)"),
    ("bgn_pcgn", "BGN/PCGN", "BGN/PCGN (أسماء الأماكن)"),
    ("house", "The desk's own style", "نهج غرفة التحرير"),
    ("printed", "As printed", "كما طُبع"),
    ("own", "As they write it themselves", "كما يكتبه صاحبه"),
)
# What a number is a limit of, where a claim names no more of it; these words stand before it.
BOUNDS = _choices(
    ("above", "more than", "أكثر من"),
    ("at_least", "at least", "ما لا يقل عن"),
    ("below", "less than", "أقل من"),
    ("at_most", "at most", "ما لا يزيد على"),
)
CHECK_WORTHINESS = _choices(
    ("high", "High", "عالية"),
    ("medium", "Medium", "متوسطة"),
    ("low", "Low", "منخفضة"),
    ("not_checkable", "Not checkable", "لا يمكن التحقق منه"),
)
CLAIM_STATES = _choices(
    ("candidate", "Candidate", "مرشح"),
    ("assigned", "Assigned", "مُسنَد"),
    ("checking", "Being checked", "قيد التحقق"),
    ("rated", "Rated", "صدر الحكم"),
    ("second_review", "Second review", "مراجعة ثانية"),
    ("published", "Published", "منشور"),
    ("corrected", "Corrected", "مُصحَّح"),
    ("dropped", "Dropped", "مستبعد"),
)
CLAIM_TYPES = _choices(
    ("quantity", "Quantity", "كمية"),
    ("comparison", "Comparison", "مقارنة"),
    ("cause", "Cause", "سببية"),
    ("attribution", "Quote attribution", "نسبة قول"),
    ("event", "Event", "حدث"),
    ("law", "Law", "قانون"),
    ("experience", "Personal experience", "تجربة شخصية"),
    ("media", "Image or video", "صورة أو فيديو"),
    ("prediction", "Prediction", "توقع"),
    ("opinion", "Opinion", "رأي"),
)
PRIORITIES = _choices(
    ("high", "High", "عالية"),
    ("normal", "Normal", "عادية"),
    ("low", "Low", "منخفضة"),
)
EVIDENCE_KINDS = _choices(
    ("primary", "Primary source", "مصدر أولي"),
    ("expert", "Expert", "خبير"),
    ("media", "Media", "وسيلة إعلام"),
    ("denial", "Official denial", "نفي رسمي"),
)
STANCES = _choices(
    ("supports", "Supports", "يؤيد"),
    ("refutes", "Refutes", "يدحض"),
    ("context", "Context", "سياق"),
)
NORMALISED_VERDICTS = _choices(
    ("true", "True", "صحيح"),
    ("partly_false", "Partly false", "زائف جزئيًا"),
    ("false", "False", "زائف"),
    ("sarcasm", "Sarcasm", "ساخر"),
    ("unverifiable", "Unverifiable", "غير قابل للتحقق"),
)
REVIEW_DECISIONS = _choices(
    ("approved", "Approved", "موافقة"),
    ("changes", "Changes wanted", "تعديل مطلوب"),
    ("rejected", "Rejected", "رفض"),
)
VERIFIABLE = _choices(
    ("yes", "Yes", "نعم"),
    ("no", "No", "لا"),
    ("unsure", "Cannot judge", "لا يمكن الجزم"),
)
YES_OR_NO = _choices(
    ("yes", "Yes", "نعم"),
    ("no", "No", "لا"),
)
PROFESSIONAL_NEEDS = _choices(
    ("no", "No", "لا"),
    ("trivial", "Too trivial", "أهون من أن يُحتاج إليه"),
    ("not_urgent", "Not urgent", "غير عاجل"),
    ("urgent", "Very urgent", "عاجل جدًا"),
)
RELATION_TYPES = _choices(
    ("speaker_of", "Speaker of", "قائل"),
    ("source_of", "Source of", "مصدر"),
    ("about", "About", "عن"),
    ("same_as", "Same as", "هو نفسه"),
    ("part_of", "Part of", "جزء من"),
    ("continues", "Continues", "تتمة"),
    ("repeats", "Repeats", "تكرار"),
    ("evidence_for", "Evidence for", "دليل على"),
    ("contradicts", "Contradicts", "يناقض"),
    ("nested_in", "Quoted within", "ضمن اقتباس"),
    ("linked_quote", "Claimed in the quote", "ورد في الاقتباس"),
)


def label_of(choices: tuple[Choice, ...], key: str) -> Label:
    """Return the label of a key, or the key itself for one we do not know."""
    return next((choice.label for choice in choices if choice.key == key), Label(key, key))
