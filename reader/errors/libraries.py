"""What a database refuses, and what is wrong with it."""

from reader.errors.base import ReaderError


class LibraryFailed(ReaderError):
    """The database could not be opened, read or written."""


class NotALibrary(LibraryFailed):
    """The file is something else than a Hashiya library."""

    english = "{name} is not a Hashiya library."
    arabic = "{name} ليس مكتبة حاشية."


class SameLibrary(LibraryFailed):
    """A library was to be merged into itself."""

    english = "{name} is the library that is open: there is nothing to merge."
    arabic = "{name} هو المكتبة المفتوحة نفسها، فلا شيء يُدمج."


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


class LibraryInUse(LibraryBusy):
    """Another window has the library open, and the SQLite here is too old for two."""

    english = "{name} is open in another window; the SQLite of this computer allows only one."
    arabic = "المكتبة {name} مفتوحة في نافذة أخرى؛ ولا يسمح إصدار SQLite هنا إلا بنافذة واحدة."


class ActUnderWay(LibraryFailed):
    """A large act is being prepared, and acts take effect in the order of their asking."""

    english = "An act on many annotations is still being prepared; do this again in a moment."
    arabic = "ما زال عمل على تعليقات كثيرة قيد التحضير؛ أعد المحاولة بعد لحظة."


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
