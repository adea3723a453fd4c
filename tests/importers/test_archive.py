"""Zip files are unpacked in memory, counted as they come out, and refused by name."""

import random
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from reader.errors import SourceDamaged, SourceRefused
from reader.importers.archive import BOUNDS, Archive, Bounds
from reader.importers.markup import parse_xml, said
from tests.makers import zipped


def unpacked(source: bytes, bounds: Bounds = BOUNDS) -> list[bytes]:
    """Return all parts of an archive."""
    one = Archive(source, "x", bounds)
    return [one.part(path) for path in one.names()]


def test_parts_come_out_whole():
    noise = random.Random(1).randbytes(300_000)
    one = Archive(zipped({"a": noise, "ب/c.xml": "<x/>"}), "x")
    assert (one.part("a"), one.part("ب/c.xml")) == (noise, b"<x/>")
    assert one.names() == ("a", "ب/c.xml")
    assert "a" in one
    assert "b" not in one
    with pytest.raises(SourceDamaged) as missing:
        one.part("b")
    assert "missing" in missing.value.sentence("en")


@pytest.mark.parametrize(
    ("limit", "value", "words"),
    [
        ("member_bytes", 999, "a part of it unpacks to more"),
        ("archive_bytes", 1999, "it unpacks to more"),
        ("members", 1, "it has more than 1 parts"),
    ],
)
def test_each_limit_bites(limit, value, words):
    source = zipped({"a": bytes(1000), "b": bytes(1000)})
    with pytest.raises(SourceRefused) as refused:
        unpacked(source, replace(BOUNDS, **{limit: value}))
    assert words in refused.value.sentence("en")


def test_the_limits_let_ordinary_files_pass():
    source = zipped({"a": bytes(1000), "b": bytes(1000)})
    bounds = Bounds(members=2, member_bytes=1000, archive_bytes=2000)
    assert [len(part) for part in unpacked(source, bounds)] == [1000, 1000]


def test_reading_a_part_again_counts_again():
    one = Archive(zipped({"a": bytes(1000)}), "x", replace(BOUNDS, archive_bytes=2500))
    assert len(one.part("a")) == len(one.part("a")) == 1000
    with pytest.raises(SourceRefused):
        one.part("a")


def test_a_small_part_may_shrink_as_it_likes_and_a_large_one_not():
    Archive(zipped({"first": "", "a": b" " * 999_999}), "x").part("a")
    with pytest.raises(SourceRefused) as refused:
        Archive(zipped({"first": "", "a": b" " * 3_000_000}), "x").part("a")
    assert "200 times" in refused.value.sentence("en")


@pytest.mark.parametrize(
    ("name", "is_hostile"),
    [
        ("word/document.xml", False),
        ("OEBPS/الفصل الأول.xhtml", False),
        ("a..b/c..xml", False),
        ("console.xml", False),
        ("../x", True),
        ("a/../../x", True),
        ("a/..", True),
        ("/x", True),
        ("\\x", True),
        ("a\\b", True),
        ("c:x", True),
        ("con", True),
        ("a/NUL.xml", True),
        ("lpt1.x.y/z", True),
        ("a\x1b", True),
        ("a\u202eb", True),
        ("a\u2066b", True),
    ],
)
def test_names_that_would_reach_outside(name, is_hostile):
    source = zipped({name: "x"})
    if not is_hostile:
        assert Archive(source, "x").part(name) == b"x"
        return
    with pytest.raises(SourceRefused):
        Archive(source, "x")


def test_other_ways_of_packing_are_not_unpacked():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as one:
        one.writestr("a", "x" * 100)
    with pytest.raises(SourceDamaged):
        Archive(stream.getvalue(), "x")


def test_a_part_that_was_changed_is_torn():
    source = bytearray(zipped({"a": "قال نعم" * 9}))
    source[40] ^= 255
    with pytest.raises(SourceDamaged):
        Archive(bytes(source), "x").part("a")


@pytest.mark.parametrize("depth", [199, 200])
def test_xml_may_be_so_deep(depth):
    assert parse_xml(b"<a>" * depth + b"</a>" * depth, "x").tag == "a"


@pytest.mark.parametrize(
    ("part", "failure"),
    [
        (b"<a>" * 201 + b"</a>" * 201, SourceRefused),
        (b"<a>" + b"<b/>" * 200_000 + b"</a>", SourceRefused),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", SourceRefused),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>".encode("utf-16"), SourceRefused),
        (b"", SourceDamaged),
        (b"<a>", SourceDamaged),
        (b"<a>&b;</a>", SourceDamaged),
        (b"\xff\xff", SourceDamaged),
    ],
)
def test_xml_that_is_not_taken(part, failure):
    with pytest.raises(failure):
        parse_xml(part, "x")


def test_html_s_own_entities_are_characters():
    root = parse_xml(b'<!DOCTYPE a SYSTEM "x.dtd"><a>&nbsp;&klingon;<b/></a>', "x")
    assert [said(one) for one in root] == ["\u00a0", "", ""]
