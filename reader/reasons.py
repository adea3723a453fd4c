"""Why the operating system refused, in both languages.

The system's own words come in the language of its settings, or in English
only; the sentences of `errors` need them in ours.
"""

import errno

from reader.label import Label

REASONS: dict[int, Label] = {
    errno.ENOENT: Label("there is no such file or folder", "لا يوجد ملف أو مجلد بهذا الاسم"),
    errno.EACCES: Label("permission denied", "لا توجد صلاحية للوصول"),
    errno.EPERM: Label("the operation is not permitted", "العملية غير مسموح بها"),
    errno.ENOSPC: Label("no room is left on the disk", "لا مساحة خالية على القرص"),
    errno.EDQUOT: Label("the disk quota is used up", "استُنفدت الحصة المخصصة من القرص"),
    errno.EFBIG: Label("the file would be too large", "يتجاوز حجم الملف الحد المسموح"),
    errno.EROFS: Label("the disk is read-only", "القرص للقراءة فقط"),
    errno.EIO: Label("the disk reported an error", "أبلغ القرص عن خطأ"),
    errno.EISDIR: Label("it is a folder", "إنه مجلد"),
    errno.ENOTDIR: Label("a part of the path is not a folder", "جزء من المسار ليس مجلدًا"),
    errno.EEXIST: Label("a file of this name exists already", "يوجد ملف بهذا الاسم"),
    errno.ENAMETOOLONG: Label("the name is too long", "الاسم طويل جدًا"),
    errno.ELOOP: Label("its links lead in a circle", "روابطه تدور في حلقة"),
    errno.EMFILE: Label("too many files are open", "عدد الملفات المفتوحة كبير جدًا"),
    errno.ENFILE: Label("too many files are open", "عدد الملفات المفتوحة كبير جدًا"),
    errno.EBUSY: Label("another program is using it", "يستعمله برنامج آخر"),
    errno.ETXTBSY: Label("another program is using it", "يستعمله برنامج آخر"),
    errno.ENXIO: Label("there is no device behind it", "لا جهاز وراءه"),
    errno.ENODEV: Label("there is no device behind it", "لا جهاز وراءه"),
    errno.ETIMEDOUT: Label("it took too long to answer", "تأخر الرد كثيرًا"),
}


def os_reason(error: OSError) -> Label:
    """Return why the system refused, for the `reason` of a sentence.

    An error that the table does not know is told in the system's own words.
    """
    known = REASONS.get(error.errno) if error.errno is not None else None
    words = error.strerror or str(error) or type(error).__name__
    return known or Label(words, words)
