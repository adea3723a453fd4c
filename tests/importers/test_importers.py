"""From a file, a stream or the clipboard to an article and its revision."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import importers
from reader.errors import (
    EncodingUncertain,
    SourceEmpty,
    SourceNotAnArticle,
    SourceNotText,
    SourceTooLarge,
)
from reader.importers import IMPORTERS, from_text
from reader.importers.plain import TITLE_CP, title_of
from reader.importers.reading import LIMIT_BYTES
from reader.model.article import ImportedArticle
from reader.text.boundaries import is_word_edge
from reader.text.canonical import CANONICAL_VERSION, canonical, sha256_of
from tests.corpus import CORPUS, FAMILY, NEWS


def load(path: Path, encoding: str | None = None) -> ImportedArticle:
    """Return the one article of a file."""
    (article,) = importers.load(path, encoding).articles
    return article


def from_bytes(source: bytes, name: str, encoding: str | None = None) -> ImportedArticle:
    """Return the one article in some bytes."""
    (article,) = importers.from_bytes(source, name, encoding).articles
    return article


def test_a_file_becomes_an_article(tmp_path: Path):
    source = ("\ufeff\r\n" + NEWS.replace("\n", "\r\n") + "\x00").encode()
    (tmp_path / "خبر.txt").write_bytes(source)
    imported = load(tmp_path / "خبر.txt")
    text = "\n" + NEWS + "\ufffd"
    assert imported.source == source
    assert imported.article.title == NEWS.partition("\n")[0]
    assert imported.article.language == "ar"
    revision = imported.revision
    assert revision.text == text
    assert revision.text_sha256 == sha256_of(text)
    assert revision.source_sha256 == hashlib.sha256(source).hexdigest()
    assert (revision.encoding, revision.format) == ("utf-8", "text")
    assert revision.canonical_version == CANONICAL_VERSION
    assert revision.source_name == "خبر.txt"
    assert revision.article_uid == imported.article.uid


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1256", "iso8859_6"])
def test_an_article_in_another_encoding(tmp_path: Path, encoding: str):
    text = "العنوان الأول\nقال العميد إن القوات لن تتراجع عن مواقعها في المدينة."
    (tmp_path / "a.TXT").write_bytes(text.encode(encoding))
    assert load(tmp_path / "a.TXT").revision.text == text


def test_an_uncertain_encoding_is_settled_by_a_choice(tmp_path: Path):
    (tmp_path / "short.txt").write_bytes("لا".encode("iso8859_6"))
    with pytest.raises(EncodingUncertain) as asked:
        load(tmp_path / "short.txt")
    imported = from_bytes(asked.value.source, asked.value.name, "iso8859_6")
    assert (imported.revision.text, imported.revision.encoding) == ("لا", "iso8859_6")
    assert load(tmp_path / "short.txt", "iso8859_6").revision.text == "لا"


@pytest.mark.parametrize("text", [text for _, text in CORPUS])
def test_no_letter_of_a_pasted_text_is_changed(text: str):
    # Qt hands a character over as two surrogates, if they came from two places.
    whole = canonical(text.replace("\ud83d\ude00", "\U0001f600"))
    if not title_of(whole):
        with pytest.raises(SourceEmpty):
            from_text(text, "الحافظة")
        return
    imported = from_text(text, "الحافظة")
    assert imported.revision.text == whole
    assert imported.revision.encoding == "utf-8"
    assert imported.revision.source_name == "الحافظة"
    assert canonical(imported.source.decode()) == imported.revision.text


@pytest.mark.parametrize(
    "source", [b"", b" \n\t", b"\xef\xbb\xbf", b"\xff\xfe", "\u200f\u00a0\n\u2066".encode()]
)
def test_nothing_to_read_is_refused(source: bytes):
    with pytest.raises(SourceEmpty) as refused:
        from_bytes(source, "stdin")
    assert refused.value.sentence("en") == "stdin holds no text."


def test_bytes_and_texts_have_the_limit_of_files():
    with pytest.raises(SourceTooLarge):
        from_bytes(bytes(LIMIT_BYTES + 1), "stdin")
    with pytest.raises(SourceTooLarge):
        from_text("ق" * (LIMIT_BYTES // 2 + 1), "الحافظة")


def test_what_is_no_text_makes_no_article(tmp_path: Path):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    with pytest.raises(SourceNotAnArticle) as refused:
        load(tmp_path / "picture.txt")
    assert refused.value.sentence("en").startswith("picture.txt is a picture")
    (tmp_path / "unknown.txt").write_bytes(bytes(range(32)) * 4)
    with pytest.raises(SourceNotText) as refused:
        load(tmp_path / "unknown.txt")
    assert refused.value.sentence("en") == "unknown.txt is not a text file."


def test_a_name_that_is_no_utf8_can_be_kept(tmp_path: Path):
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xc7.txt")
    Path(name).write_text("خبر", encoding="utf-8")
    assert load(Path(name)).revision.source_name == "\ufffd\ufffd.txt"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("العنوان\nالنص", "العنوان"),
        ("\n \n\u200f\n  \t العنوان \u00a0\nالنص", "العنوان"),
        ("\u200fالعنوان", "\u200fالعنوان"),
        ("كلمة واحدة", "كلمة واحدة"),
        ("\n\ufffd\n", ""),
        ("", ""),
    ],
)
def test_the_title_is_the_first_line_that_says_anything(text: str, title: str):
    assert title_of(text) == title


@settings(deadline=None)
@given(st.text(st.sampled_from("قال نعم كِتابٌ، 12\u00a0👍🏽"), min_size=150, max_size=400))
def test_a_long_title_is_cut_after_a_word(line: str):
    title = title_of(line)
    assert len(title) <= TITLE_CP
    line = line.strip()
    if len(line) <= TITLE_CP:
        assert title == line
    else:
        assert title.endswith("…")
        assert line.startswith(title[:-1])
        assert is_word_edge(line, len(title) - 1)


def test_a_title_of_one_endless_word_is_cut_after_a_grapheme():
    assert title_of("ق" * 300) == "ق" * 199 + "…"
    assert title_of("\u202e" + FAMILY * 50) == "\u202e" + FAMILY * 28 + "…"


@pytest.mark.parametrize(
    ("text", "language"), [("قال نعم", "ar"), ("He said no", "und"), ("COVID-19 قال العميد", "ar")]
)
def test_a_text_that_is_not_right_to_left_is_not_called_arabic(text: str, language: str):
    assert from_text(text, "x").article.language == language


def test_the_table_of_formats():
    assert len({one.key for one in IMPORTERS}) == len(IMPORTERS)
    for one in IMPORTERS:
        assert one.label.en
        assert one.label.ar
        assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in one.suffixes)
