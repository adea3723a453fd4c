"""An article is read in a terminal, with its annotations marked."""

import pytest

from reader.commands.show import marked_text
from reader.model.annotation import Annotation
from reader.model.article import Article, Revision
from reader.model.entry import AnnotatedArticle, Entry
from reader.model.tags import TAGS


def marked(text: str, *spans: tuple[int, int]) -> str:
    """Return a text with claims marked at some spans, in the order of a library."""
    article = Article(title="ت")
    revision = Revision(
        article_uid=article.uid, text=text, text_sha256="", canonical_version=1, source_sha256=""
    )
    entries = tuple(
        Entry(
            annotation=Annotation(
                revision_uid=revision.uid,
                tag="claim",
                start_cp=start,
                end_cp=end,
                exact=text[start:end],
                annotator_uid="ب",
            )
        )
        for start, end in spans
    )
    whole = AnnotatedArticle(article=article, revision=revision, entries=entries)
    return marked_text(whole, TAGS, "ar")


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([], "abcdef"),
        ([(1, 3)], "a[1 ادعاء: bc 1]def"),
        ([(0, 6)], "[1 ادعاء: abcdef 1]"),
        ([(0, 3), (3, 6)], "[1 ادعاء: abc 1][2 ادعاء: def 2]"),
        ([(0, 4), (1, 4)], "[1 ادعاء: a[2 ادعاء: bcd 2] 1]ef"),
        ([(0, 2), (0, 2)], "[1 ادعاء: [2 ادعاء: ab 2] 1]cdef"),
        ([(0, 4), (2, 6)], "[1 ادعاء: ab[2 ادعاء: cd 1]ef 2]"),
    ],
)
def test_marks_nest_and_overlap(spans, shown):
    assert marked("abcdef", *spans) == shown


def test_an_article_is_shown_with_a_legend(hashiya, first):
    start = first.index("لن")
    hashiya("annotate", 1, 0, 20, "quote", "--set", "speaker=سالم", "--set", "quote_type=direct")
    uid = hashiya("annotate", 1, start, start + 2, "claim", "--note", "راجع\nهذا").out.strip()
    answer = hashiya("show", 1)
    assert answer.status == 0
    assert "[1 Quote: قال الوزير" in answer.out
    assert '"[2 Claim: لن 2] نتراجع".' in answer.out
    legend = answer.out.splitlines()
    assert f"[2] Claim · {start}–{start + 2} · Draft · {uid}" in legend
    assert "   Kind of quote: Direct" in legend
    assert "   Speaker: سالم" in legend
    assert "   Note: راجع هذا" in legend


def test_it_is_shown_in_arabic(hashiya, monkeypatch):
    monkeypatch.setenv("HASHIYA_LANGUAGE", "ar")
    hashiya("annotate", 1, 0, 3, "quote", "--set", "quote_type=direct")
    out = hashiya("show", 1).out
    assert "[1 اقتباس: قال 1]" in out
    assert "نوع الاقتباس: مباشر" in out
    assert "مسودة" in out


def test_an_article_without_annotations_is_its_title_and_text(hashiya):
    assert hashiya("show", 2).out == "مقال ثانٍ\n\nمقال ثانٍ\nعن الأسعار.\n"


def test_visual_is_shaped_reordered_and_wrapped(hashiya, monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    hashiya("annotate", 2, 0, 4, "claim")
    out = hashiya("show", 2, "--visual").out
    assert "ﺭﺎﻌﺳ" in out
    assert "الأسعار" not in out
    _, text, _ = out.split("\n\n")
    assert len(text.splitlines()) == 3
    assert all(len(line) <= 20 for line in text.splitlines())


def test_controls_in_a_text_do_nothing(hashiya, tmp_path):
    (tmp_path / "bad.txt").write_text("خبر\nنص \x1b[31m \x9b أحمر\tجدول", encoding="utf-8")
    hashiya("import", tmp_path / "bad.txt")
    out = hashiya("show", 3).out
    assert "نص ‹001B›[31m ‹009B› أحمر\tجدول" in out


def test_an_unknown_article_is_told(hashiya):
    assert hashiya("show", 7).refusal == "There is no article 7 in this library."
