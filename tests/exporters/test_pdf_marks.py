"""A PDF's vowel marks stand behind its words, and nothing on paper has moved."""

import io
import re

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QFont, QPainter, QPdfWriter

from reader.exporters.report.pdf_marks import set_marks_apart
from reader.ui.theme import INTERFACE_FAMILY, load_fonts

MARKED = "أقرّ مسؤولٌ أنّ مضخّتين لم تُشغَّلا، وأنابيب مُدّت قبل أيّام"
PLAIN = "خبر بلا حركات"


def drawn(*pages: str) -> bytes:
    """Return a PDF as Qt writes it, of one line a page."""
    load_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    writer, painter, font = QPdfWriter(buffer), QPainter(), QFont(INTERFACE_FAMILY)
    writer.setResolution(300)
    painter.begin(writer)
    font.setPixelSize(60)
    painter.setFont(font)
    for number, words in enumerate(pages):
        if number:
            writer.newPage()
        painter.drawText(QPointF(100, 300), words)
    painter.end()
    return bytes(buffer.data().data())


def apart(pdf: bytes) -> bytes:
    target = io.BytesIO()
    set_marks_apart(io.BytesIO(pdf), target)
    return target.getvalue()


def pictures(pdf: bytes) -> list[bytes]:
    with pypdfium2.PdfDocument(pdf) as found:
        return [bytes(page.render(scale=2).buffer) for page in found]


def words(pdf: bytes) -> list[str]:
    """Return the words that pdfium reads on the first page, in their order."""
    with pypdfium2.PdfDocument(pdf) as found:
        text = found[0].get_textpage().get_text_range()
    return re.findall(r"[^\W\d_]+", text.splitlines()[0])


def bare(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", re.sub("[\u064b-\u0652]", "", text))


@pytest.fixture
def pdf(qapp) -> bytes:
    return drawn(MARKED, PLAIN, MARKED)


def test_the_words_are_whole(pdf):
    assert words(pdf) != bare(MARKED)  # what a reader makes of Qt's own
    assert words(apart(pdf)) == bare(MARKED)


def test_no_point_of_a_page_changes(pdf):
    made = apart(pdf)
    assert made != pdf
    assert pictures(made) == pictures(pdf)


def test_what_was_set_apart_can_be_set_apart_again(pdf):
    made = apart(apart(pdf))
    assert pictures(made) == pictures(pdf)
    assert words(made) == bare(MARKED)


def test_a_page_without_marks_stays_as_it_was(qapp):
    pdf = drawn(PLAIN)
    made = apart(pdf)
    assert words(made) == words(pdf) == PLAIN.split()
    assert b"ActualText" not in made
