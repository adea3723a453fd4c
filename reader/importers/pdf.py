"""A PDF: words put together again from where its letters stand on the page.

A PDF holds drawn glyphs, in whatever order they were drawn. pdfium names the letter of
each; their places alone decide what follows what (`pdf_lines`). What comes out should be
checked by a person, and the importer always says so.
"""

import ctypes
import math

import pypdfium2
import pypdfium2.raw as pdfium

from reader.errors import SourceDamaged, SourceEncrypted, SourceNotAnArticle, SourceTooLarge
from reader.importers.document import Contents, Document, Given
from reader.importers.limits import LIMITS
from reader.importers.pdf_echoes import without_echoes
from reader.importers.pdf_lines import lines_of, script_of
from reader.importers.pdf_paragraphs import paragraphs_of, without_running_heads
from reader.importers.pdf_words import Glyph
from reader.importers.plain import title_of
from reader.label import Label
from reader.text.direction import is_rtl

_MOST_PAGES = 2_000
_TITLE_AMONG = 400  # code points
_LINE_ENDS = frozenset((0x0A, 0x0D))
_SPACES = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x202F, 0x3000, *range(0x2000, 0x200B)))
_NONE = 0xFFFE  # pdfium's word for a hyphen that only breaks a line
_BROKEN = Label("it is cut off or not a PDF", "هو مبتور أو ليس ملف PDF")
_PICTURES = Label(
    "a PDF without text: its pages are pictures, and their words cannot be read",
    "ملف PDF بلا نص: صفحاته صور لا تمكن قراءة كلماتها",
)
_CHECK = Label(
    "The text was put together from a PDF; please check it against the original.",
    "جُمع النص من ملف PDF؛ يرجى مقابلته بالأصل.",
)
_UNKNOWN = Label(
    "Some letters of the PDF could not be told; they stand as �.",
    "تعذر تمييز بعض حروف ملف PDF، ومكانها العلامة �.",
)


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the text of a PDF.

    Raises SourceDamaged, SourceEncrypted, SourceNotAnArticle for pictures of pages, and
    SourceTooLarge.
    """
    pages, said = _pages(source, name)
    glyphs = [glyph for page in pages for glyph in page]
    if not any(glyph.text.isalnum() for glyph in glyphs):
        raise SourceNotAnArticle(name=name, kind=_PICTURES)
    script = script_of(glyphs)
    lines = without_running_heads([lines_of(page, script) for page in pages])
    text = "\n".join(paragraphs_of(lines))
    # A running head of one's own title is no title; the first line is, if it says so.
    title = said if said and said in text[:_TITLE_AMONG] else title_of(text)
    notes = (_CHECK, _UNKNOWN) if "\ufffd" in text else (_CHECK,)
    document = Document(
        title=title,
        text=text,
        url=given.url,
        language="ar" if is_rtl(text) else "und",
        notes=notes,
    )
    return Contents(documents=(document,))


def _pages(source: bytes, name: str) -> tuple[list[list[Glyph]], str]:
    """Return the glyphs of each page, and the title that the PDF states."""
    try:
        opened = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise SourceEncrypted(name=name) from error
        raise SourceDamaged(name=name, reason=_BROKEN) from error
    try:
        if len(opened) > _MOST_PAGES:
            raise SourceTooLarge(name=name, limit=LIMITS.answer_bytes // 1_000_000)
        title = str(opened.get_metadata_value("Title"))
        pages = [without_echoes(_glyphs(opened[number])) for number in range(len(opened))]
        return pages, title.strip()
    except pypdfium2.PdfiumError as error:
        raise SourceDamaged(name=name, reason=_BROKEN) from error
    finally:
        opened.close()


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Return what is written on a page, in the order in which pdfium tells it."""
    words = page.get_textpage()
    height = page.get_height() or 1.0
    left, right, low, high, x, y = (ctypes.c_double() for _ in range(6))
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    found = []
    word = line = 0
    for number in range(words.count_chars()):
        code = pdfium.FPDFText_GetUnicode(words, number)
        if code in _SPACES or pdfium.FPDFText_IsGenerated(words, number) == 1:
            # What pdfium adds itself says where it saw a gap, in lines of its own making.
            word, line = word + (code not in _LINE_ENDS), line + (code in _LINE_ENDS)
            continue
        pdfium.FPDFText_GetCharBox(words, number, left, right, low, high)
        pdfium.FPDFText_GetLooseCharBox(words, number, box)
        pdfium.FPDFText_GetCharOrigin(words, number, x, y)
        pdfium.FPDFText_GetMatrix(words, number, matrix)
        found.append(
            Glyph(
                text=_letter(code, unknown=pdfium.FPDFText_HasUnicodeMapError(words, number) == 1),
                origin=x.value,
                loose=(min(box.left, left.value), max(box.right, right.value)),
                tight=(left.value, right.value),
                upright=(low.value - y.value, high.value - y.value),
                baseline=y.value,
                size=pdfium.FPDFText_GetFontSize(words, number) * math.hypot(matrix.c, matrix.d)
                or 1.0,
                place=y.value / height,
                word=word,
                line=line,
            )
        )
    return found


def _letter(code: int, *, unknown: bool) -> str:
    """Return what a glyph stands for: U+FFFD where its font does not say."""
    if unknown or not 0x20 <= code <= 0x10FFFF or code == _NONE:
        return "\ufffd"
    return chr(code)
