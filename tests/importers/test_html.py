"""A saved page becomes its article: the words and the facts, nothing around them."""

from typing import Any

import pytest

from reader.errors import EncodingUncertain, SourceEmpty, SourceRefused
from reader.importers import html
from reader.importers.document import Document, Given
from tests.importers.made import page, paragraphs

LONG = "وقال رئيس اللجنة إن العمل سيبدأ في مطلع العام المقبل بعد استكمال الدراسات الفنية كلها."
LD = '<script type="application/ld+json">'
GRAPH = '{"@graph":[{"@type":"NewsArticle","datePublished":"2020-03-26T10:00:00+0300"}]}'


def read(source: str | bytes, **given: Any) -> Document:
    """Return the article in a page."""
    raw = source if isinstance(source, bytes) else source.encode()
    (document,) = html.read(raw, "page.html", Given(**given)).documents
    return document


def site(body: str, head: str = "") -> str:
    """Return a page with some text of an article."""
    return f"<html lang='ar'><head>{head}</head><body><article>{body}</article></body></html>"


def test_the_article_and_what_is_said_of_it():
    document = read(page())
    title, byline, *body = paragraphs()
    assert document.title == title
    assert document.text.split("\n") == [title, byline, *body]
    assert document.publisher == "وكالة الهامش"
    assert document.byline == "ليث السروجي"
    assert document.published == "2021-03-14T09:30:00+03:00"
    assert document.url == "https://example.com/news/14"
    assert document.language == "ar"
    assert document.notes


def test_no_letter_is_changed():
    words = (
        "قال\u00a0العميد می\u200cخواهم\u200f 1\u2009554 مّ\u064eد مَ\u0651د قا\u0654ل قـــال \ufdfa"
    )
    assert f"\n{words} {LONG}" in "\n" + read(site(f"<p>{words} {LONG}</p>")).text


def test_entities_are_letters_and_no_break_spaces():
    text = read(site(f"<p>رقم&nbsp;واحد&#160;واثنان&#xA0;و&laquo;ثلاثة&raquo; {LONG}</p>")).text
    assert "رقم\u00a0واحد\u00a0واثنان\u00a0و«ثلاثة»" in text


def test_spaces_of_the_source_are_one_space():
    assert f"كلمة وكلمة {LONG}" in read(site(f"<p>كلمة \n\t وكلمة   {LONG}</p>")).text


def test_captions_lists_tables_and_broken_lines_stay():
    text = read(
        site(
            f"<p>{LONG}</p><figure><img src='x.png'><figcaption>صورة المحطة</figcaption></figure>"
            f"<ul><li>بند أول</li><li>بند ثان</li></ul><table><tr><td>خلية</td></tr></table>"
            f"<p>سطر أول<br>سطر ثان</p><p>{LONG}</p>"
        )
    ).text
    for line in ("صورة المحطة", "بند أول", "بند ثان", "خلية", "سطر أول", "سطر ثان"):
        assert line in text.split("\n")


def test_a_page_without_an_article_gives_all_its_words():
    document = read("<html><body><div>سلام <b>عليكم</b></div><script>var x</script></body></html>")
    assert "سلام عليكم" in document.text
    assert "var x" not in document.text


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2020-03-26">', "2020-03-26"),
        ('<meta name="date" content="2020-03">', "2020-03"),
        ('<meta name="date" content="2020-13-45">', ""),
        ('<meta name="date" content="26 آذار">', ""),
        (
            f"{LD}{GRAPH}</script>",
            "2020-03-26T10:00:00+03:00",
        ),
        ('<script type="application/ld+json">[[[</script>', ""),
    ],
)
def test_dates_are_those_that_the_page_states(head: str, published: str):
    assert read(site(f"<p>{LONG}</p>", head)).published == published


def test_the_name_of_the_site_is_no_part_of_the_title():
    head = '<title>عنوان الخبر | الوكالة</title><meta property="og:site_name" content="الوكالة">'
    assert read(site(f"<h1>عنوان الخبر</h1><p>{LONG}</p>", head)).title == "عنوان الخبر"


def test_an_address_that_is_none_of_the_web_is_left_out():
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert read(site(f"<p>{LONG}</p>", head)).url == ""
    assert (
        read(site(f"<p>{LONG}</p>", head), url="https://a.example/b").url == "https://a.example/b"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16", "iso8859_6"])
def test_the_bytes_tell_the_encoding_whatever_the_page_says(encoding: str):
    source = page().replace('charset="utf-8"', 'charset="iso-8859-1"')
    plain = source.replace("\u00a0", " ").replace("\u200f", "").replace("٫", ",")
    plain = (
        plain.replace("«", '"')
        .replace("»", '"')
        .translate({0x660 + at: str(at) for at in range(10)})
    )
    document = read(plain.encode(encoding, "ignore"))
    assert document.title == paragraphs()[0]


def test_what_a_page_says_of_its_encoding_counts_where_its_bytes_do_not():
    short = "<html><head>{}</head><body><p>قال نعم</p></body></html>"
    with pytest.raises(EncodingUncertain):
        read(short.format("").encode("cp1256"))
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'
    assert "قال نعم" in read(short.format(head).encode("cp1256")).text


def test_nothing_but_a_title_or_nothing_at_all():
    with pytest.raises(SourceEmpty):
        read("<html><body><img src='a.png'></body></html>")
    with pytest.raises(SourceEmpty):
        read("<!-- -->")


def test_a_page_of_too_many_parts_is_refused():
    with pytest.raises(SourceRefused):
        read("<html><body>" + "<b>ب</b>" * (html.MOST_NODES + 1) + "</body></html>")
