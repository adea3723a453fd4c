"""Reports: as agreed byte for byte, numbered alike in every form, and read back by others."""

import io
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.errors import ReportNotDrawn
from reader.exporters import ExportOptions, exporter_named
from reader.exporters.report import sheets
from reader.exporters.report.content import Mark, report_of
from reader.exporters.report.pieces import headed, paragraphs_of
from reader.exporters.report.plain import escaped
from reader.importers import from_bytes
from reader.model.entry import AnnotatedArticle
from reader.sample import add_sample
from reader.storage.store import Store
from reader.text.folding import fold
from tests.exporters.conftest import TEXT

GOLDEN = Path(__file__).parent / "golden"


def written(key: str, *articles: AnnotatedArticle, preset: str = "", language="ar") -> bytes:
    """Return what an exporter writes."""
    stream = io.BytesIO()
    options = ExportOptions(preset=preset, language=language)
    exporter_named(key).write(iter(articles), stream, options)
    return stream.getvalue()


@pytest.mark.parametrize("key", ["html", "markdown"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_each_report_is_as_agreed(annotated, key, language, tmp_path):
    made = written(key, annotated, language=language)
    golden = GOLDEN / f"{key}-{language}.txt"
    (tmp_path / "new.txt").write_bytes(made)
    same = golden.exists() and golden.read_bytes() == made
    assert same, f"if the change is meant: cp {tmp_path / 'new.txt'} {golden}"


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=8)


@given(st.text(st.sampled_from("اب \n"), min_size=1, max_size=30), SPANS)
def test_the_pieces_of_a_text_are_the_text_and_each_mark_ends_once(text, spans):
    found = {(start, min(len(text), start + size)) for start, size in spans if start < len(text)}
    ordered = sorted(found, key=lambda span: (span[0], -span[1]))
    marks = [Mark(*span, "quote", number) for number, span in enumerate(ordered, start=1)]
    paragraphs = list(paragraphs_of(text, marks))
    said = ["".join(piece.words for piece in pieces) for pieces in paragraphs]
    assert said == [line for line in text.split("\n") if line.strip()]
    for mark in marks:
        pieces = [piece for line in paragraphs for piece in line if mark in piece.marks]
        covered = "".join(piece.words for piece in pieces)
        lines = text[mark.start_cp : mark.end_cp].split("\n")
        assert covered.replace(" ", "") == "".join(lines).replace(" ", "")
        assert sum(mark in piece.ends for piece in pieces) <= 1
    for line in paragraphs:
        for piece in line:
            sizes = [mark.end_cp - mark.start_cp for mark in piece.marks]
            assert all(one >= other for one, other in pairwise(sizes))


def test_a_text_that_begins_with_its_title_has_one_headline(annotated):
    report = report_of(annotated, ExportOptions())
    headline, paragraphs = headed(report)
    assert headline[0].words == annotated.article.title
    assert len(list(paragraphs)) == 3
    headline, paragraphs = headed(replace(report, title=TEXT.split("\n")[0] + " "))
    assert "".join(piece.words for piece in headline) == TEXT.split("\n")[0]
    assert len(list(paragraphs)) == 2


def test_a_page_fetches_nothing_and_runs_nothing(annotated):
    page = written("html", annotated).decode()
    assert "default-src 'none'" in page
    assert '<html lang="ar" dir="rtl">' in page
    assert not re.search(r"<(script|img|link|iframe|object)|url\(|@import|src=", page)
    numbers = re.findall(r'<sup><a href="#(a1n\d)">', page)
    assert sorted(numbers) == [f"a1n{number}" for number in range(1, 8)]
    assert all(f'id="{number}"' in page for number in numbers)


def test_only_what_is_marked_is_a_preset(annotated):
    for key in ("html", "markdown"):
        whole = written(key, annotated).decode()
        marked = written(key, annotated, preset="list").decode()
        assert "تعلن رفع" in whole
        assert "تعلن رفع" not in marked
        assert "رفعنا السعر" in marked


def test_an_article_without_marks_says_so(annotated):
    bare = replace(annotated, entries=())
    for key in ("html", "markdown"):
        assert "لا تعليقات في هذا المقال" in written(key, bare).decode()


def test_word_knows_which_way_paragraphs_and_runs_go(annotated):
    document = docx.Document(io.BytesIO(written("docx", annotated)))
    paragraphs = [one for one in document.paragraphs if "الوزير أحمد" in one.text]
    assert paragraphs[0]._p.pPr.find(qn("w:bidi")) is not None
    assert all(run.font.rtl for run in paragraphs[0].runs if "الوزير" in run.text)
    shades = {run._r.rPr.find(qn("w:shd")) is not None for run in paragraphs[0].runs}
    assert shades == {True, False}
    (date,) = [one for one in document.paragraphs if one.text.endswith("2026-01-02")]
    assert not date.runs[-1].font.rtl
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None
    said = "\n".join(one.text for one in document.paragraphs)
    assert "مضلل" in said
    links = [one.target_ref for one in document.part.rels.values() if one.is_external]
    assert "https://oil.example/a" in links
    english = docx.Document(io.BytesIO(written("docx", annotated, language="en")))
    assert english.sections[0]._sectPr.find(qn("w:bidi")) is None


def test_the_words_of_the_pdf_are_read_back():
    """Word F1 of the article's own text, as the importer of PDFs reads it, harakat aside."""
    with Store.open(":memory:") as store:
        sample = store.annotated(add_sample(store).uid)
    made = written("pdf", sample)
    (found,) = from_bytes(made, "report.pdf").articles
    read = found.revision.text
    ours = Counter(re.findall(r"\w+", fold(sample.revision.text)))
    # What is told of the marks comes after, from the first section's heading on.
    theirs = Counter(re.findall(r"\w+", fold(read.split("\nالكاتب:")[0])))
    common = sum((ours & theirs).values())
    recall, precision = common / ours.total(), common / theirs.total()
    assert 2 * recall * precision / (recall + precision) >= 0.95


def test_pages_that_cannot_be_drawn_are_told(annotated, monkeypatch):
    monkeypatch.setattr(sheets, "_CODE", "import sys; sys.exit(3)")
    with pytest.raises(ReportNotDrawn):
        written("pdf", annotated, annotated)


def test_drawing_that_is_given_up_leaves_no_process(annotated):
    stream = io.BytesIO()

    def told(_: int) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        exporter_named("pdf").write([annotated], stream, ExportOptions(told=told))
    assert stream.getvalue() == b""


WORDS = st.text(st.sampled_from("\\`*_[]<>|~^$#+-=:.)&!(1 \tابa/") | st.characters(codec="utf-8"))


@given(WORDS)
def test_markdown_takes_escaped_words_for_words(words):
    line = " ".join(words.split())
    if not line.isprintable() or not line:
        return
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(escaped(line))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    (said,) = [token for token in tokens if token.type == "inline"]
    assert {child.type for child in said.children} <= {"text", "text_special"}
    assert "".join(child.content for child in said.children) == line
