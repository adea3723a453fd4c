"""Taguette projects: bytes become code points, highlights are checked, hostile files refused."""

import sqlite3
from contextlib import closing

import pytest

from reader.errors import SourceDamaged
from reader.importers import Child, from_bytes
from reader.model.annotation import Annotation
from reader.model.bundle import Bundle
from tests.importers.test_exchanged import marked

HTML = "<h1>عنوان 😀</h1>\n<p>قال <b>الوزير</b> أحمد:<br>نعم &amp; لا.</p>\n<ul><li>أول</li></ul>"
TEXT = "عنوان 😀\nقال الوزير أحمد:\nنعم & لا.\nأول\n"
# What Taguette counts: the text nodes, those between the elements too.
COUNTED = "عنوان 😀\nقال الوزير أحمد:نعم & لا.\nأول"


@pytest.fixture(scope="module")
def child():
    with Child() as one:
        yield one


def project(*highlights, extra: str = "") -> bytes:
    """Return a project with highlights: words as counted, as shown, and their tags."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(
            "CREATE TABLE documents (id INTEGER PRIMARY KEY, name, contents);"
            "CREATE TABLE tags (id INTEGER PRIMARY KEY, path);"
            "CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id, start_offset,"
            " end_offset, snippet);"
            f"CREATE TABLE highlight_tags (highlight_id, tag_id);{extra}"
        )
        made.execute("INSERT INTO documents VALUES (1, 'مقابلة', ?)", (HTML,))
        for number, (words, snippet, *tags) in enumerate(highlights, start=1):
            first = len(COUNTED[: COUNTED.index(words)].encode())
            row = (number, first, first + len(words.encode()), snippet)
            made.execute("INSERT INTO highlights VALUES (?, 1, ?, ?, ?)", row)
            for tag in tags:
                known = made.execute("INSERT INTO tags (path) VALUES (?)", (tag,)).lastrowid
                made.execute("INSERT INTO highlight_tags VALUES (?, ?)", (number, known))
        return made.serialize()


def bundle_of(child, source) -> Bundle:
    bundle = from_bytes(source, "project.sqlite3", child=child).bundle
    assert bundle is not None
    return bundle


def test_highlights_in_bytes_find_their_words(child):
    made = project(
        ("الوزير", "<b>الوزير</b>", "quote", "رأي"),
        ("أحمد:نعم", "أحمد:<br>نعم", "claim"),
        ("لا.", "غيره", "quote"),
        ("أول", "<ul><li>أول</li></ul>", "interesting.people"),
        ("عنوان", "عنوان"),
    )
    bundle = bundle_of(child, made)
    assert bundle.articles[0].title == "مقابلة"
    assert bundle.texts[0].revision.text == TEXT
    assert marked(bundle) == [
        ("quote", "الوزير"),
        ("رأي", "الوزير"),
        ("claim", "أحمد:\nنعم"),
        ("interesting.people", "أول"),
    ]
    assert [one.reason.en for one in bundle.misfits] == [
        "no tag was given to it",
        "other words stand at its place than those that it names",
    ]


@pytest.mark.parametrize("extra", ["CREATE VIEW v AS SELECT 1;", ""])
def test_what_is_no_project_is_refused(child, extra):
    made = project(extra=extra) if extra else b"SQLite format 3\x00" + b"highlight_tags" * 40
    with pytest.raises(SourceDamaged):
        bundle_of(child, made)


def test_a_table_of_tags_gives_tags_and_tells_descriptions(child):
    table = (
        "tag,description,number of highlights,number of documents\r\n"
        "quote,,3,1\r\nرأي,ما يراه القائل,2,1\r\n"
    )
    bundle = from_bytes(table.encode(), "codebook.csv", child=child).bundle
    assert [tag.key for tag in bundle.tags] == ["رأي"]
    assert [one.what for one in bundle.misfits] == ["رأي: ما يراه القائل"]


def test_a_codebook_gives_tags(child):
    book = (
        '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>'
        '<Code guid="a" name="quote" isCodable="true"/>'
        '<Code guid="b" name="رأي" isCodable="true" color="#AABBCC"/></Codes></CodeBook>'
    )
    bundle = from_bytes(book.encode(), "x.qdc", child=child).bundle
    assert [(tag.key, tag.colour) for tag in bundle.tags] == [("رأي", "#aabbcc")]
    assert not any(isinstance(one, Annotation) for one in bundle.records)
