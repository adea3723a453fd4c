"""A page saved whole: the page among its parts is read."""

import pytest

from reader.errors import SourceDamaged
from reader.importers import mhtml
from reader.importers.document import Given
from reader.importers.signs import is_saved_page
from tests.importers.made import FOLDER, page, paragraphs

SAVED = (FOLDER / "chromium.mhtml").read_bytes()


def saved(charset: str) -> bytes:
    """Return a page in another encoding, with a picture before it."""
    body = page().replace("\u00a0", " ").encode(charset, "xmlcharrefreplace")
    head = (
        "MIME-Version: 1.0\r\nSnapshot-Content-Location: https://example.com/n/1\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: image/png\r\n\r\n"
        f"\x89PNG\r\n--b\r\nContent-Type: text/html; charset={charset}\r\n"
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return head.encode("latin-1") + body + b"\r\n--b--\r\n"


def test_what_chromium_saves():
    assert is_saved_page(SAVED)
    (document,) = mhtml.read(SAVED, "a.mhtml", Given()).documents
    assert document.text.split("\n") == paragraphs()
    assert document.url == "https://example.com/news/14"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
def test_the_part_says_its_encoding_and_the_file_its_address(charset: str):
    (document,) = mhtml.read(saved(charset), "a.mht", Given()).documents
    assert document.title == paragraphs()[0]
    assert document.url == "https://example.com/n/1"


@pytest.mark.parametrize("source", [b"MIME-Version: 1.0\r\n\r\n", SAVED[:300]])
def test_a_file_without_a_page_is_damaged(source: bytes):
    with pytest.raises(SourceDamaged):
        mhtml.read(source, "a.mhtml", Given())
