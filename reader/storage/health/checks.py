"""What is checked, as a table. A look at the library yields keys of it, with an example each."""

from collections.abc import Iterator

from reader.frozen import dataclass
from reader.label import Label

# A check that failed, and what it failed for: a uid, a path, a word of the database.
Found = tuple[str, str]
Look = Iterator[Found]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold.

    `label` says what is wrong when it does not. A check that is not `grave` is
    advice: the library is sound without it.
    """

    key: str
    label: Label
    grave: bool = True


CHECKS = (
    Check("integrity", Label("the database file is damaged", "ملف قاعدة البيانات تالف")),
    Check("unreadable", Label("a part cannot be read", "يتعذر قراءة جزء")),
    Check(
        "schema",
        Label(
            "a table, a column or a mark is not as it must be", "جدول أو عمود أو علامة ليس كما يجب"
        ),
    ),
    Check("references", Label("something points to nothing", "عنصر يشير إلى لا شيء")),
    Check("uids", Label("two things have the same identity", "عنصران لهما المعرّف نفسه")),
    Check("versions", Label("a version is not a count of saves", "رقم نسخة ليس عددًا لمرات الحفظ")),
    Check("times", Label("a time cannot be true", "وقت لا يمكن أن يكون صحيحًا")),
    Check("text_hash", Label("a text is not the one imported", "نص ليس هو الذي استُورد")),
    Check("text_length", Label("the length of a text is wrong", "طول نص غير صحيح")),
    Check("text_form", Label("a text is not in canonical form", "نص ليس في صيغته المعتمدة")),
    Check("source_hash", Label("a source is not the one imported", "مصدر ليس هو الذي استُورد")),
    Check("revisions", Label("an article has no text", "مقال بلا نص")),
    Check("span", Label("an annotation lies outside its text", "تعليق خارج نصه")),
    Check(
        "words",
        Label("an annotation's words are not those of its text", "كلمات تعليق ليست كلمات نصه"),
    ),
    Check(
        "surroundings",
        Label("what surrounds an annotation is not what it says", "ما يحيط بتعليق ليس ما يذكره"),
    ),
    Check("cue", Label("a cue or a speaker lies outside its text", "فعل قول أو قائل خارج نصه")),
    Check(
        "fields", Label("an annotation has the fields of another tag", "تعليق له حقول علامة أخرى")
    ),
    Check("collections", Label("a collection lies within itself", "مجموعة موضوعة داخل نفسها")),
    Check(
        "keys",
        Label("an article is not listed by what it says of itself", "مقال لا يُسرد وفق بياناته"),
    ),
    Check("sequence", Label("changes are not in their order", "التغييرات ليست على ترتيبها")),
    Check("chain", Label("a change in the record was altered", "تغيير في السجل معدَّل")),
    Check("removed", Label("a change was taken out of the record", "تغيير حُذف من السجل")),
    Check(
        "reordered",
        Label("changes in the record stand in another order", "تغييرات في السجل رُتبت ترتيبًا آخر"),
    ),
    Check(
        "record",
        Label(
            "the record of changes does not lead to what is there",
            "سجل التغييرات لا يؤدي إلى الموجود",
        ),
    ),
    Check(
        "search",
        Label(
            "the index of words is not that of the texts; “check --reindex” makes it anew",
            "فهرس الكلمات لا يطابق النصوص؛ الأمر check --reindex ينشئه من جديد",
        ),
        grave=False,
    ),
    Check(
        "rights",
        Label(
            "others on this computer can read the file", "يستطيع غيرك على هذا الجهاز قراءة الملف"
        ),
        grave=False,
    ),
)
