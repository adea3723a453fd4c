"""What a file is is told by its bytes first, then by its ending."""

import pytest

from reader.errors import SourceDamaged, SourceNotAnArticle
from reader.importers.annotated import ANNOTATED
from reader.importers.formats import IMPORTERS, recognised, suffixes
from tests.makers import docx_of, epub_of, odt_of, zipped

PAGE = "<!DOCTYPE html><p>خبر"


@pytest.mark.parametrize(
    ("source", "name", "key"),
    [
        ("خبر", "a.txt", "text"),
        ("خبر", "a.log", "text"),
        ("خبر", "بلا لاحقة", "text"),
        ("# خبر", "a.MD", "markdown"),
        ("text\nخبر", "a.csv", "csv"),
        ("{}", "a.jsonl", "json"),
        (PAGE, "a.html", "html"),
        ("خبر", "a.htm", "html"),
        (docx_of(["x"]), "a.docx", "docx"),
        (odt_of(["x"]), "a.odt", "odt"),
        (epub_of([["x"]]), "a.epub", "epub"),
        (b"%PDF-1.7", "a.pdf", "pdf"),
    ],
)
def test_a_file_that_is_what_it_says(source, name, key):
    importer, notes = recognised(source.encode() if isinstance(source, str) else source, name)
    assert (importer.key, notes) == (key, ())


@pytest.mark.parametrize(
    ("source", "name", "key"),
    [
        (PAGE.encode(), "a.docx", "html"),
        (PAGE.encode(), "a.csv", "html"),
        (docx_of(["x"]), "a.txt", "docx"),
        (odt_of(["x"]), "a.docx", "odt"),
        (epub_of([["x"]]), "a.odt", "epub"),
        (b"%PDF-1.7", "a.html", "pdf"),
    ],
)
def test_a_file_that_is_something_else_is_read_as_that_and_it_is_said(source, name, key):
    importer, (note,) = recognised(source, name)
    assert importer.key == key
    assert name[1:] in note.en
    assert importer.label.ar in note.ar


def test_an_article_may_speak_of_signs():
    assert recognised("كل ملف يبدأ بعلامة %PDF-1.7 هو كذا".encode(), "a.txt")[0].key == "text"
    whole = b"\r\n" + b"%PDF-1.7\n" + b"x" * 3000 + b"startxref\n9\n%%EOF"
    assert recognised(whole, "a.txt")[0].key == "pdf"


def test_an_unknown_ending_promises_nothing():
    assert recognised(docx_of(["x"]), "a.download")[1] == ()


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub", "a.pdf", "a.mhtml"])
def test_an_ending_that_promises_too_much_is_told(name):
    with pytest.raises(SourceDamaged) as told:
        recognised("خبر".encode(), name)
    assert "something else" in told.value.sentence("en")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (zipped({"xl/workbook.xml": ""}), "a spreadsheet; save it as CSV"),
        (zipped({"ppt/presentation.xml": ""}), "a presentation"),
        (zipped({"a.txt": "خبر"}), "an archive"),
        (b"PK\x05\x06" + bytes(18), "an archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "save it as .docx"),
        (b"{\\rtf1", "an RTF file"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"ID3\x03", "a recording"),
        (b"\x7fELF", "a program"),
        (b"SQLite format 3\x00", "a database"),
    ],
)
def test_what_holds_no_article_is_named(source, words):
    for name in ("a.txt", "a.docx", "a"):
        with pytest.raises(SourceNotAnArticle) as told:
            recognised(source, name)
        assert words in told.value.sentence("en")
        assert told.value.sentence("ar").startswith(f"الملف {name} هو ")


def test_an_ending_belongs_to_one_format():
    # But those that hold annotations are told by what is in them.
    articles = [one for one in IMPORTERS if one not in ANNOTATED]
    endings = [suffix for one in articles for suffix in one.suffixes]
    assert len(endings) == len(set(endings))
    assert set(endings) < suffixes()
