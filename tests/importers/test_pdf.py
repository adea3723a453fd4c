"""Words of a PDF in logical order, whoever wrote it."""

import re

import pypdfium2
import pytest

from reader.errors import SourceDamaged, SourceEncrypted, SourceNotAnArticle
from reader.importers import pdf
from reader.importers.document import Document, Given
from reader.importers.pdf_lines import Line
from reader.importers.pdf_paragraphs import paragraphs_of, without_running_heads
from tests.importers.made import FOLDER, paragraphs
from tests.importers.table import LEAST, word_f1

FILES = sorted(FOLDER.glob("*.pdf"))
_SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def read(source: bytes) -> Document:
    """Return the article in a PDF."""
    (document,) = pdf.read(source, "a.pdf", Given()).documents
    return document


def line(text: str, baseline: float, *, left: float = 50, first_word: float = 30) -> Line:
    """Return a line of a right-to-left column from 50 to 550."""
    return Line(text, left, 550, baseline, 12, baseline / 800, rtl=True, first_word=first_word)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_words_come_in_their_order(path):
    document = read(path.read_bytes())
    assert word_f1(document.text) >= LEAST
    assert document.title == paragraphs()[0]
    assert not _SHAPED.search(document.text)
    assert len(document.text.split("\n")) == len(paragraphs())
    assert document.notes


@pytest.mark.parametrize("name", ["libreoffice.pdf", "qt.pdf"])
def test_numbers_latin_words_and_quotation_marks_stand_right(name: str):
    text = read((FOLDER / name).read_bytes()).text
    for words in (
        "Velmora Water",
        "1,554",
        "٢٣٫٨",
        "37%",
        "كوفيد-19،",
        "مارس 2021،",
        "«تضخ",
        "كلها».",
    ):
        assert words in text


def test_what_pdfium_tells_by_itself_would_not_do():
    source = (FOLDER / "chromium-plex.pdf").read_bytes()
    opened = pypdfium2.PdfDocument(source)
    assert word_f1(opened[0].get_textpage().get_text_range()) < 0.6


@pytest.mark.parametrize(
    ("source", "failure"),
    [
        (b"%PDF-1.7\n", SourceDamaged),
        (b"%PDF-1.7\n" + b"\x00" * 5000, SourceDamaged),
        (FILES[0].read_bytes()[:2000], SourceDamaged),
    ],
)
def test_a_broken_pdf_is_told(source: bytes, failure: type[Exception]):
    with pytest.raises(failure):
        read(source)


def test_pictures_of_pages_hold_no_words():
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(200, 200)
    with pytest.raises(SourceNotAnArticle):
        read(_bytes(blank))


def test_a_password_is_told():
    encrypted = FOLDER.parent / "encrypted.pdf"
    with pytest.raises(SourceEncrypted):
        read(encrypted.read_bytes())


def test_a_line_with_room_for_the_next_word_ends_its_paragraph():
    page = [line("أول", 700), line("ثان", 680, left=300), line("ثالث", 660), line("رابع", 640)]
    assert list(paragraphs_of([page])) == ["أول ثان", "ثالث رابع"]
    assert list(paragraphs_of([[line("أول", 700)], [line("ثان", 700)]])) == ["أول ثان"]


def test_a_line_that_two_pages_show_is_told_once():
    assert list(paragraphs_of([[line("أول", 700)], [line("أول", 700), line("ثان", 680)]])) == [
        "أول ثان"
    ]


def test_running_heads_and_page_numbers_are_left_out():
    pages = [
        [line(f"الجريدة {number}", 780), line(f"نص {number}", 400), line(str(number), 20)]
        for number in range(1, 4)
    ]
    kept = without_running_heads(pages)
    assert [[one.text for one in page] for page in kept] == [["نص 1"], ["نص 2"], ["نص 3"]]
    assert [one.text for one in without_running_heads(pages[:2])[0]] == ["الجريدة 1", "نص 1"]


def _bytes(document: pypdfium2.PdfDocument) -> bytes:
    from io import BytesIO

    written = BytesIO()
    document.save(written)
    return written.getvalue()
