"""Formats of other programs: byte for byte as agreed, and as their own parsers read them."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import cassis
import pytest
from lxml import etree

from reader.exporters import exporter_named
from reader.exporters.exporter import ExportOptions
from reader.label import Label
from reader.model.entry import AnnotatedArticle, Entry
from reader.model.shared import Shared
from reader.model.tags import TAGS, Tag

GOLDEN = Path(__file__).parent / "golden"
OWN_TAG = Tag("رأي", Label("Opinion", "رأي"), "#808080")
FORMATS = (
    ("w3c", ""),
    ("brat", ""),
    ("conll", ""),
    ("doccano", "labels"),
    ("doccano", "relations"),
    ("label-studio", ""),
    ("label-studio-config", ""),
    ("cas-json", ""),
    ("cas-xmi", ""),
    ("refi", ""),
    ("refi-codebook", ""),
)


def written(key: str, *articles: AnnotatedArticle, preset: str = "", told=None) -> bytes:
    """Return what an exporter writes."""
    stream = io.BytesIO()
    shared = Shared(tags=(*TAGS, OWN_TAG))
    more = {"told": told} if told else {}
    options = ExportOptions(preset=preset, shared=shared, **more)
    exporter_named(key).write(iter(articles), stream, options)
    assert not stream.closed
    return stream.getvalue()


def parts_of(archive: bytes) -> dict[str, bytes]:
    """Return the parts of a zip file by name."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


def shown(made: bytes) -> bytes:
    """Return a file as a golden one keeps it: a zip file as its parts, one after another."""
    if not made.startswith(b"PK"):
        return made
    parts = parts_of(made).items()
    return b"".join(b"=== " + name.encode() + b"\n" + part + b"\n" for name, part in parts)


@pytest.mark.parametrize(("key", "preset"), FORMATS)
def test_each_format_is_as_agreed(annotated, key, preset, tmp_path):
    made = shown(written(key, annotated, preset=preset))
    golden = GOLDEN / f"{'-'.join(filter(None, (key, preset)))}.txt"
    (tmp_path / "new.txt").write_bytes(made)
    same = golden.exists() and golden.read_bytes() == made
    assert same, f"if the change is meant: cp {tmp_path / 'new.txt'} {golden}"


@pytest.mark.parametrize("key", sorted({key for key, _ in FORMATS}))
def test_the_same_articles_give_the_same_bytes_and_none_gives_a_whole_file(annotated, key):
    assert written(key, annotated) == written(key, annotated)
    empty = written(key)
    if key in ("w3c", "label-studio"):
        json.loads(empty)
    elif empty.startswith(b"PK"):
        parts_of(empty)


def test_progress_is_told_of_every_article(annotated):
    told = []
    written("doccano", annotated, annotated, told=told.append)
    assert sum(told) == 14


def test_brat_fragments_stand_between_newlines(annotated):
    text = annotated.revision.text
    start, end = text.index("\n") - 5, text.index("\n") + 6
    one = replace(
        annotated.entries[0].annotation, start_cp=start, end_cp=end, exact=text[start:end]
    )
    broken = replace(annotated, entries=(Entry(annotation=one),))
    parts = parts_of(written("brat", broken))
    line = parts["article-00001.ann"].decode().split("\n")[0]
    name, places, words = line.split("\t")
    fragments = [tuple(map(int, part.split()[-2:])) for part in places.split(";")]
    read = parts["article-00001.txt"].decode()
    assert name == "T1"
    assert len(fragments) == 2
    assert words == " ".join(read[first:last] for first, last in fragments)
    assert words == text[start:end].replace("\n", " ")


def test_columns_hold_one_layer_and_say_what_they_left_out(annotated):
    stream = io.BytesIO()
    entity = next(one for one in annotated.entries if one.annotation.tag == "entity")
    nested = replace(
        entity,
        annotation=replace(
            entity.annotation,
            uid="inner",
            end_cp=entity.annotation.start_cp + 2,
            exact=entity.annotation.exact[:2],
        ),
    )
    both = replace(annotated, entries=(entity, nested))
    report = exporter_named("conll").write([both], stream, ExportOptions(shared=Shared()))
    lines = [line.split("\t") for line in stream.getvalue().decode().split("\n") if line]
    assert {len(line) for line in lines} == {4}
    tagged = [(line[0], line[2]) for line in lines if line[2] != "O"]
    # The token is cut where the inner one ends, and the column still holds the outer one.
    assert tagged == [("أح", "B-person"), ("مد", "I-person"), ("سالم", "I-person")]
    assert report.rows == 1
    assert "1" in report.warnings[0].en


def test_cas_counts_in_utf16_and_its_own_library_reads_it(annotated):
    part = parts_of(written("cas-json", annotated))["article-00001.cas.json"]
    raw = json.loads(part)["%FEATURE_STRUCTURES"]
    text = annotated.revision.text
    units = text.encode("utf-16-le")
    marked = [one for one in raw if one["%TYPE"].startswith("hashiya.") and "exact" in one]
    assert len(marked) == 7
    for one in marked:
        assert units[2 * one["begin"] : 2 * one["end"]].decode("utf-16-le") == one["exact"]
    cas = cassis.load_cas_from_json(part.decode())
    found = cas.select("hashiya.Annotation")
    assert all(one.get_covered_text() == one.exact for one in found)
    assert len(found) == 7


def test_xml_formats_leave_out_what_xml_cannot_hold_and_say_so(annotated):
    bell = replace(
        annotated.entries[0], annotation=replace(annotated.entries[0].annotation, note="a\x07b")
    )
    stream = io.BytesIO()
    report = exporter_named("cas-xmi").write(
        [replace(annotated, entries=(bell,))], stream, ExportOptions()
    )
    assert report.rows == 1
    assert "Values left out" in report.warnings[0].en
    report = exporter_named("refi").write(
        [replace(annotated, entries=(bell,))], io.BytesIO(), ExportOptions()
    )
    assert "Values left out" in report.warnings[0].en


def test_refi_positions_cut_the_words_out_of_the_source(annotated):
    parts = parts_of(written("refi", annotated))
    project = etree.fromstring(parts["project.qde"])
    (source,) = project.iter("{*}TextSource")
    path = source.get("plainTextPath").replace("internal://", "sources/")
    text = parts[path].decode()
    found = list(source.iter("{*}PlainTextSelection"))
    assert len(found) == 7
    for one in found:
        start, end = int(one.get("startPosition")), int(one.get("endPosition"))
        assert text[start:end] == one.get("name")
