"""The failures that a person can cause or meet; anything else is a bug.

    ReaderError
    ├── BadInput            what was typed or given does not fit
    │   ├── UnknownArticle, UnknownAnnotation, UnknownTag, UnknownField, UnknownFormat
    │   ├── BadSpan         positions outside the text, reversed or empty
    │   └── BadValue        a value that its field does not take
    ├── ImportFailed        a source that could not become an article
    │   ├── SourceMissing, SourceUnreadable, SourceNotAFile, SourceTooLarge, SourceEmpty
    │   ├── SourceNotText
    │   └── EncodingUncertain   carries the bytes, so that a person can choose
    ├── LibraryFailed       the database could not be opened, read or written
    │   ├── NotALibrary (ForeignPart), NewerLibrary, DamagedLibrary, LibraryMissing
    │   ├── LibraryReadOnly, LibraryBusy, LibraryGone, LibraryFull, LibraryUnwritable
    │   ├── ServerUnreachable, DriverMissing, BackupFailed
    │   └── StaleEdit       somebody else changed the same record; carries both values
    └── ExportFailed        an output that could not be written
        └── OutputUnwritable

Each is one sentence in English and in Arabic. The command line prints it, the
window shows it in one place (`ui/notices.py`).
"""

from collections.abc import Callable
from typing import ClassVar

from reader.label import Label, Language


class ReaderError(Exception):
    """A failure we foresaw, told in one sentence.

    The keyword arguments of the constructor are the facts that the sentence
    names; a child class declares the sentence in both languages.
    """

    english: ClassVar[str] = "Something went wrong."
    arabic: ClassVar[str] = "حدث خطأ."

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence("en"))

    def sentence(self, language: Language, shown: Callable[[str], str] = str) -> str:
        """Return the sentence in a language, each fact passed through `shown`.

        `shown` makes a foreign name safe to print (see `text/controls.py`). A fact
        that is a `Label` is told in the same language.
        """
        template = self.arabic if language == "ar" else self.english
        facts = {
            key: value.text(language) if isinstance(value, Label) else shown(str(value))
            for key, value in self.facts.items()
        }
        return template.format(**facts)


class BadInput(ReaderError):
    """What was typed or given does not fit."""


class UnknownArticle(BadInput):
    """No article has this id or uid."""

    english = "There is no article {article} in this library."
    arabic = "لا يوجد في هذه المكتبة مقال بالرقم {article}."


class UnknownAnnotation(BadInput):
    """No annotation has this uid."""

    english = "There is no annotation {annotation} in this library."
    arabic = "لا يوجد في هذه المكتبة تعليق بالمعرّف {annotation}."


class UnknownTag(BadInput):
    """No tag has this key."""

    english = "There is no tag “{tag}”; the tags are {tags}."
    arabic = "لا توجد علامة باسم «{tag}»؛ العلامات هي {tags}."


class UnknownField(BadInput):
    """A tag has no field of this key."""

    english = "The tag “{tag}” has no field “{field}”; its fields are {fields}."
    arabic = "ليس للعلامة «{tag}» حقل باسم «{field}»؛ حقولها هي {fields}."


class UnknownFormat(BadInput):
    """No exporter or preset has this key."""

    english = "There is no {what} “{name}”; there are {names}."
    arabic = "لا يوجد {what} باسم «{name}»؛ الموجود {names}."


class BadSpan(BadInput):
    """Positions that mark no part of the text."""

    english = "Positions {start} to {end} mark nothing in a text of {length} characters."
    arabic = "الموضعان {start} و{end} لا يحددان شيئًا في نص من {length} حرفًا."


class BadValue(BadInput):
    """A value that its field does not take."""

    english = "The field “{field}” does not take “{value}”: {expected}."
    arabic = "لا يقبل الحقل «{field}» القيمة «{value}»: {expected}."


class ImportFailed(ReaderError):
    """A source that could not become an article."""


class SourceMissing(ImportFailed):
    """There is no such file."""

    english = "There is no file {name}."
    arabic = "لا يوجد ملف باسم {name}."


class SourceUnreadable(ImportFailed):
    """The system refuses to read the file."""

    english = "The file {name} cannot be read: {reason}."
    arabic = "تتعذر قراءة الملف {name}: {reason}."


class SourceNotAFile(ImportFailed):
    """A folder, a device, a pipe or a socket stands at the path."""

    english = "{name} is not an ordinary file, so it was not opened."
    arabic = "{name} ليس ملفًا عاديًا، ولذلك لم يُفتح."


class SourceTooLarge(ImportFailed):
    """The source holds more bytes than the limit."""

    english = "{name} is larger than {limit} MB, the most that can be imported."
    arabic = "حجم {name} أكبر من {limit} ميغابايت، وهو الحد الأقصى للاستيراد."


class SourceEmpty(ImportFailed):
    """Nothing to read in the source."""

    english = "{name} holds no text."
    arabic = "لا نص في {name}."


class SourceNotText(ImportFailed):
    """The bytes are those of a program, a picture or an archive."""

    english = "{name} is not a text file."
    arabic = "{name} ليس ملفًا نصيًا."


class EncodingUncertain(ImportFailed):
    """The encoding could not be told with confidence, so a person must choose.

    Attributes:
        source: the bytes as read.
        name: what to call the source.
        candidates: Python names of encodings that decode it, likeliest first.

    """

    english = "The encoding of {name} is not certain; choose one of {encodings}."
    arabic = "ترميز {name} غير مؤكد؛ اختر واحدًا من {encodings}."

    def __init__(self, *, name: str, source: bytes, candidates: tuple[str, ...]) -> None:
        super().__init__(name=name, encodings=", ".join(candidates))
        self.name = name
        self.source = source
        self.candidates = candidates


class LibraryFailed(ReaderError):
    """The database could not be opened, read or written."""


class NotALibrary(LibraryFailed):
    """The file is something else than a Hashiya library."""

    english = "{name} is not a Hashiya library."
    arabic = "{name} ليس مكتبة حاشية."


class ForeignPart(NotALibrary):
    """The library holds a trigger, a view or a table that Hashiya did not make (SEC-12)."""

    english = "{name} holds “{part}”, which Hashiya did not make, so it was not opened."
    arabic = "تحتوي {name} على «{part}» وهو ليس من صنع حاشية، ولذلك لم تُفتح."


class NewerLibrary(LibraryFailed):
    """A newer Hashiya made the library; it was not touched."""

    english = "{name} was made by a newer Hashiya (format {found}, not {known}); it was left alone."
    arabic = "أُنشئت {name} بإصدار أحدث من حاشية (الصيغة {found} لا {known})؛ وقد تُركت كما هي."


class DamagedLibrary(LibraryFailed):
    """The database file does not pass its own checks."""

    english = "The library {name} is damaged: {reason}."
    arabic = "المكتبة {name} تالفة: {reason}."


class LibraryMissing(LibraryFailed):
    """There is no such database, and it may not be made here."""

    english = "There is no library at {name}."
    arabic = "لا توجد مكتبة في {name}."


class LibraryReadOnly(LibraryFailed):
    """The file, its folder or its disk may not be written."""

    english = "The library {name} can only be read, so nothing was changed."
    arabic = "المكتبة {name} للقراءة فقط، ولذلك لم يتغير شيء."


class LibraryBusy(LibraryFailed):
    """Another program holds the write lock for too long."""

    english = "Another window or program is saving in {name}; try again in a moment."
    arabic = "نافذة أخرى أو برنامج آخر يحفظ في {name}؛ أعد المحاولة بعد قليل."


class LibraryGone(LibraryFailed):
    """The file was deleted, replaced or unmounted while it was open."""

    english = "The library file {name} is gone; nothing more can be saved in it."
    arabic = "ملف المكتبة {name} لم يعد موجودًا؛ لا يمكن الحفظ فيه بعد الآن."


class LibraryFull(LibraryFailed):
    """No room is left on the disk."""

    english = "The disk of {name} is full, so nothing was saved."
    arabic = "القرص الذي فيه {name} ممتلئ، ولذلك لم يُحفظ شيء."


class LibraryUnwritable(LibraryFailed):
    """The system failed to read or write the database."""

    english = "The library {name} could not be read or written: {reason}."
    arabic = "تعذرت القراءة من المكتبة {name} أو الكتابة فيها: {reason}."


class ServerUnreachable(LibraryFailed):
    """The PostgreSQL server does not answer or refuses."""

    english = "The database server {name} does not answer: {reason}."
    arabic = "خادم قاعدة البيانات {name} لا يستجيب: {reason}."


class DriverMissing(LibraryFailed):
    """The PostgreSQL driver is not installed."""

    english = "PostgreSQL needs one more package: pip install 'hashiya[postgresql]'."
    arabic = "يحتاج PostgreSQL إلى حزمة إضافية: pip install 'hashiya[postgresql]'."


class BackupFailed(LibraryFailed):
    """A copy of the library could not be made, verified or put back."""

    english = "The copy {name} could not be made or used: {reason}."
    arabic = "تعذر إنشاء النسخة {name} أو استعمالها: {reason}."


class StaleEdit(LibraryFailed):
    """The record was changed by somebody else since it was read.

    Attributes:
        ours: the value that was to be saved; None for a deletion.
        theirs: the value that the library holds; None if it was deleted.

    """

    english = "Somebody else changed the same {kind} in the meantime; nothing was overwritten."
    arabic = "غيّر شخص آخر العنصر نفسه ({kind}) في هذه الأثناء؛ لم يُكتب فوق شيء."

    def __init__(self, *, kind: object, ours: object, theirs: object) -> None:
        super().__init__(kind=kind)
        self.ours = ours
        self.theirs = theirs


class ExportFailed(ReaderError):
    """An output that could not be written."""


class OutputUnwritable(ExportFailed):
    """The system refuses to write the output."""

    english = "{name} could not be written: {reason}. What was there before is unchanged."
    arabic = "تعذرت كتابة {name}: {reason}. بقي ما كان فيه على حاله."
