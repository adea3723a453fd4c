"""The formats that can be read, and how to tell which one a source is in.

What the first bytes say counts more than the ending of the name: people rename
files, and servers lie. To add a format, add a module with a `read` and a line here.
"""

from pathlib import PurePath

from reader.errors import SourceDamaged, SourceEncrypted, SourceNotAnArticle, UnknownFormat
from reader.importers.annotated import ANNOTATED
from reader.importers.importer import Importer
from reader.importers.signs import (
    ZIP,
    is_epub,
    is_opendocument,
    is_page,
    is_pdf,
    is_saved_page,
    is_word,
)
from reader.label import Label

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word's, Excel's and PowerPoint's until 2003


IMPORTERS = (
    Importer(
        "text",
        Label("Plain text", "نص عادي"),
        (".txt", ".text"),
        "reader.importers.plain",
        harmless=True,
    ),
    Importer(
        "markdown",
        Label("Markdown", "ماركداون"),
        (".md", ".markdown"),
        "reader.importers.markdown",
    ),
    Importer(
        "docx",
        Label("Word document", "مستند وورد"),
        (".docx", ".docm", ".dotx"),
        "reader.importers.word",
        is_sign=is_word,
        signed=True,
    ),
    Importer(
        "odt",
        Label("OpenDocument text", "نص OpenDocument"),
        (".odt", ".ott"),
        "reader.importers.opendocument",
        is_sign=is_opendocument,
        signed=True,
    ),
    Importer(
        "epub",
        Label("EPUB book", "كتاب EPUB"),
        (".epub",),
        "reader.importers.epub",
        is_sign=is_epub,
        signed=True,
    ),
    Importer(
        "csv",
        Label("table of articles", "جدول مقالات"),
        (".csv", ".tsv", ".tab"),
        "reader.importers.tables",
    ),
    Importer(
        "json",
        Label("list of articles (JSON)", "قائمة مقالات (JSON)"),
        (".jsonl", ".ndjson", ".json"),
        "reader.importers.json_lists",
    ),
    Importer(
        "html",
        Label("Web page", "صفحة ويب"),
        (".html", ".htm", ".xhtml"),
        "reader.importers.html",
        is_sign=is_page,
    ),
    Importer(
        "mhtml",
        Label("Saved web page", "صفحة ويب محفوظة"),
        (".mhtml", ".mht"),
        "reader.importers.mhtml",
        is_sign=is_saved_page,
        signed=True,
    ),
    Importer(
        "pdf",
        Label("PDF", "ملف PDF"),
        (".pdf",),
        "reader.importers.pdf",
        is_sign=is_pdf,
        signed=True,
    ),
    *ANNOTATED,
)

# An archive of articles may hold a Word document, so what it is as a whole is asked first.
_SIGNED = (*ANNOTATED, *(one for one in IMPORTERS if one not in ANNOTATED))
_PICTURE = Label(
    "a picture, and its words cannot be read",
    "صورة، ولا تمكن قراءة ما فيها من كلمات",
)
_ARCHIVE = Label(
    "an archive; unpack it and import what is in it", "أرشيف مضغوط؛ فُكّه ثم استورد ما فيه"
)
_OLD_OFFICE = Label(
    "an Office file of before 2007; save it as .docx and import that",
    "ملف أوفيس بصيغة ما قبل 2007؛ احفظه بصيغة docx ثم استورده",
)
_SPREADSHEET = Label(
    "a spreadsheet; save it as CSV and import that", "جدول بيانات؛ احفظه بصيغة CSV ثم استورده"
)
_SLIDES = Label(
    "a presentation; save it as PDF and import that", "عرض تقديمي؛ احفظه بصيغة PDF ثم استورده"
)
_RTF = Label(
    "an RTF file; save it as .docx and import that", "ملف RTF؛ احفظه بصيغة docx ثم استورده"
)
_PROGRAM = Label("a program", "برنامج")
_DATABASE = Label("a database", "قاعدة بيانات")
_SOUND = Label("a recording", "تسجيل صوتي أو مرئي")
# What a file begins with, and what it then is.
_FOREIGN = (
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"ID3\x03", _SOUND),
    (b"ID3\x04", _SOUND),
    (b"OggS\x00", _SOUND),
    (b"\x7fELF", _PROGRAM),
    (b"SQLite format 3\x00", _DATABASE),
    (b"\x1f\x8b\x08", _ARCHIVE),
    (b"BZh91AY&SY", _ARCHIVE),
    (b"\xfd7zXZ", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"{\\rtf", _RTF),
    (_COMPOUND, _OLD_OFFICE),
    (b"PK\x05\x06", _ARCHIVE),
)
# What a zip file of a known kind holds somewhere among its names.
_FOREIGN_ZIP = (
    (b"xl/workbook.xml", _SPREADSHEET),
    (b"ppt/presentation.xml", _SLIDES),
    (b"opendocument.spreadsheet", _SPREADSHEET),
    (b"opendocument.presentation", _SLIDES),
    (b"", _ARCHIVE),
)
# Word keeps a document with a password in a compound file, in a stream of this name.
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def importer_named(key: str) -> Importer:
    """Return an importer by its key; raises UnknownFormat."""
    found = next((one for one in IMPORTERS if one.key == key), None)
    if found is None:
        names = ", ".join(one.key for one in IMPORTERS)
        raise UnknownFormat(what=Label("format", "صيغة"), name=key, names=names)
    return found


def recognised(source: bytes, name: str, key: str = "") -> tuple[Importer, tuple[Label, ...]]:
    """Return the format of a source, and what to say where its ending promises another.

    A person may have named it by its `key`. What no sign and no ending tells is tried as
    text. Raises UnknownFormat, SourceNotAnArticle, SourceEncrypted and SourceDamaged.
    """
    if key:
        return importer_named(key), ()
    ending = PurePath(name).suffix.lower()
    named = next((one for one in IMPORTERS if ending in one.suffixes), None)
    found = next((one for one in _SIGNED if one.is_sign and one.is_sign(source)), None)
    if found is None:
        _refuse_foreign(source, name)
        if named is not None and named.signed:
            raise SourceDamaged(name=name, reason=_is_not(named))
        return named or IMPORTERS[0], ()
    if named is None or ending in found.suffixes:
        return found, ()
    return found, (_read_as(ending, found),)


def suffixes() -> frozenset[str]:
    """Return the endings that files of our formats have, in small letters."""
    return frozenset(suffix for one in IMPORTERS for suffix in one.suffixes)


def _refuse_foreign(source: bytes, name: str) -> None:
    if source.startswith(_COMPOUND) and _ENCRYPTED_STREAM in source:
        raise SourceEncrypted(name=name)
    if source.startswith(ZIP):
        kind = next(kind for sign, kind in _FOREIGN_ZIP if sign in source)
        raise SourceNotAnArticle(name=name, kind=kind)
    for sign, kind in _FOREIGN:
        if source.startswith(sign):
            raise SourceNotAnArticle(name=name, kind=kind)


def _is_not(importer: Importer) -> Label:
    what = importer.label
    return Label(
        f"its ending promises “{what.en}”, and it holds something else",
        f"تدل لاحقته على «{what.ar}» ومحتواه غير ذلك",
    )


def _read_as(ending: str, importer: Importer) -> Label:
    what = importer.label
    return Label(
        f"The name ends in {ending}, but the file was read as what it is: {what.en}.",
        f"ينتهي الاسم بـ {ending} لكن الملف قُرئ على حقيقته: {what.ar}.",
    )
