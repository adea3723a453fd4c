"""Tables and lists of articles: each row becomes one, with its own bytes of the file."""

import csv
import json

import pytest

from reader.errors import (
    ColumnsUncertain,
    EncodingUncertain,
    SourceDamaged,
    SourceEmpty,
    SourceRefused,
)
from reader.importers import Columns, Given, tables
from reader.importers.columns import FIELDS, HEADERS, guessed

LONG = "قال الوزير إن العدد كبير جدًا، وأضاف أن الوزارة لن تتراجع. " * 4
ARABIC = (
    "العنوان,الكاتب,الصحيفة,تاريخ النشر,الرابط,المتن\n"
    'خبر أول,سالم,شفق نيوز,٢٦/٣/٢٠٢٠,https://x.example/1,"سطر «أول»\nسطر ""ثان"""\n'
    "خبر ثان,,,2020-03,,نص\u00a0ثان\u200f\n"
)


def test_a_table_in_arabic(imported):
    found = imported("\ufeff" + ARABIC, "مقالات.csv")
    one, other = found.articles
    told = one.article
    assert (told.title, told.byline, told.publisher) == ("خبر أول", "سالم", "شفق نيوز")
    assert (told.published, told.url) == ("2020-03-26", "https://x.example/1")
    assert one.revision.text == 'سطر «أول»\nسطر "ثان"'
    assert (other.article.title, other.article.published) == ("خبر ثان", "2020-03")
    assert other.revision.text == "نص\u00a0ثان\u200f"
    assert found.columns.fields == ("title", "byline", "publisher", "published", "url", "text")
    assert found.notes == ()


def test_each_article_keeps_its_own_bytes_and_they_are_a_table_again(imported):
    for key in ("utf-8", "utf-8-sig", "utf-16", "cp1256"):
        source = ARABIC.replace("\u200f", "").replace("٢٦/٣/٢٠٢٠", "26/3/2020").encode(key)
        for one in imported(source, "a.csv").articles:
            assert len(one.source) < len(source)
            encoding = None if key == "utf-8-sig" else one.revision.encoding
            (again,) = imported(one.source, "a.csv", Given(encoding=encoding)).articles
            assert again.revision.text == one.revision.text
            assert again.article.title == one.article.title


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(imported, delimiter):
    source = (
        delimiter.join(["title", "date", "body"]) + "\r\n" + delimiter.join(["ع", "2020", "نص"])
    )
    (one,) = imported(source, "a.csv").articles
    assert (one.article.title, one.article.published, one.revision.text) == ("ع", "2020", "نص")


def test_rows_without_a_text_are_counted(imported):
    found = imported("title,text\nأ,نص\nب,\n\n,,\n", "a.csv")
    assert [one.article.title for one in found.articles] == ["أ"]
    assert found.notes[0].en.endswith(": 1.")


def test_a_date_that_is_not_understood_is_told(imported):
    (one,) = imported("text,date\nنص,أول أمس\n", "a.csv").articles
    assert one.article.published == ""
    assert "date" in one.notes[0].en


def test_a_column_of_prose_is_taken_for_the_texts(imported):
    found = imported(f"id,خانة\n1,{LONG}\n", "a.csv")
    assert found.columns == Columns(("id", "خانة"), ("", "text"))
    assert found.articles[0].article.title.startswith("قال الوزير")


def test_an_unclear_table_asks_for_its_columns(imported):
    source = "x,y\nأ,ب\n"
    with pytest.raises(ColumnsUncertain) as asked:
        imported(source, "a.csv")
    assert asked.value.headers == ("x", "y")
    assert asked.value.source == source.encode()
    assert "x, y" in asked.value.sentence("ar")
    given = Given(columns=Columns(("y", "none"), ("text", "title")))
    assert imported(source, "a.csv", given).articles[0].revision.text == "ب"


def test_a_table_without_headers_is_asked_about(imported):
    with pytest.raises(ColumnsUncertain):
        imported(f"1,{LONG}\n2,{LONG}\n", "a.csv")


def test_a_choice_of_columns_is_followed(imported):
    given = Given(columns=Columns(("العنوان", "المتن"), ("text", "")))
    found = imported(ARABIC, "a.csv", given)
    assert found.columns.fields == ("text", "byline", "publisher", "published", "url", "")
    assert found.articles[0].revision.text == "خبر أول"


@pytest.mark.parametrize(
    ("source", "failure"),
    [
        ("text\n", SourceEmpty),
        ("\n\n", SourceEmpty),
        ('text\n"لا يُغلق\nأبدًا', SourceDamaged),
        ("title,text\nأ,\n", SourceEmpty),
    ],
)
def test_a_bad_table_is_told(imported, source, failure):
    with pytest.raises(failure):
        imported(source, "a.csv")


def test_a_table_in_an_uncertain_encoding_is_asked(imported):
    source = "text\nلا\n".encode("cp1256")
    with pytest.raises(EncodingUncertain) as asked:
        imported(source, "a.csv")
    assert asked.value.source == source
    assert imported(source, "a.csv", Given(encoding="cp1256")).articles[0].revision.text == "لا"


def test_bytes_that_do_not_fit_are_not_given_to_the_wrong_row(imported):
    source = b"text\n" + "نص طويل بعض الشيء\n".encode() * 9 + b"\xff\n"
    with pytest.raises(SourceDamaged):
        imported(source, "a.csv", Given(encoding="utf-8"))


LIST = [
    {"headline": "أ", "body": "نص\nأول", "date": "2020-03-26T10:00:00Z", "author": ["سالم", "هدى"]},
    {"headline": "ب", "body": "نص ثان", "author": {"name": "ليلى"}, "views": 3, "lang": None},
]


@pytest.mark.parametrize(
    "source",
    [
        "\n".join(json.dumps(one, ensure_ascii=False) for one in LIST),
        json.dumps(LIST, indent=1),
        "\ufeff" + json.dumps(LIST[0]) + "\r\n\r\n" + json.dumps(LIST[1]) + "\n",
    ],
)
def test_a_list_of_articles(imported, source):
    found = imported(source, "a.jsonl")
    one, other = found.articles
    assert (one.article.title, one.article.byline) == ("أ", "سالم، هدى")
    assert (one.article.published, one.revision.text) == ("2020-03-26T10:00:00+00:00", "نص\nأول")
    assert (other.article.title, other.article.byline) == ("ب", "ليلى")
    assert [json.loads(each.source) for each in found.articles] == LIST
    assert found.columns.headers == ("headline", "body", "date", "author", "views", "lang")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('{"text": "نص"}\n{"text": ', "line 2"),
        ('{"text": "نص"}\n\n7', "line 3"),
        ("[" * 10_000, "holds no text"),
        ('{"text":' * 100_000, "nested too deep"),
        ("[]", "holds no text"),
        ("{}", "holds no text"),
        ('{"x": "y"}', "which column"),
        ('{"format": "hashiya-codebook", "version": 1, "tags": []}', "codebook import"),
    ],
)
def test_a_bad_list_is_told(imported, source, words):
    with pytest.raises((SourceDamaged, SourceEmpty, SourceRefused, ColumnsUncertain)) as told:
        imported(source, "a.json")
    assert words in told.value.sentence("en")


def test_every_header_that_we_know_is_guessed():
    assert {
        header: guessed((header,)).fields for names in HEADERS.values() for header in names
    } == {header: (field,) for field, names in HEADERS.items() for header in names}
    assert guessed(("Published_At", "AUTHOR", "النّص", "عنوان", "x")).fields == (
        "published",
        "byline",
        "text",
        "title",
        "",
    )
    assert set(FIELDS) == {"title", "text", "byline", "publisher", "published", "url", "language"}


def test_a_field_has_one_column():
    columns = guessed(("title", "headline", "text"))
    assert columns.fields == ("title", "", "text")
    assert columns.with_field("title", "headline").fields == ("", "title", "text")
    assert columns.with_field("", "text").fields == ("title", "", "")
    assert (columns.place("text"), columns.place("url")) == (2, None)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("x,y,z\n,نص  الخبر,\nأ,نص آخر,\n", "a.csv"),
        ('{"x": null, "y": "نص\\u00a0 الخبر", "z": ""}\n{"x": "أ"}\n', "a.jsonl"),
    ],
)
def test_the_first_words_of_each_column_come_along(imported, source, name):
    with pytest.raises(ColumnsUncertain) as unclear:
        imported(source, name)
    assert unclear.value.headers == ("x", "y", "z")
    assert unclear.value.samples == ("أ", "نص الخبر", "")
    chosen = Given(columns=Columns(("y",), ("text",)))
    assert imported(source, name, chosen).columns.samples == ("أ", "نص الخبر", "")


def test_the_limit_of_other_tables_stays_as_it_was():
    before = csv.field_size_limit()
    source = f'title,text\nعنوان,"{"كلمة " * 40_000}"\n'.encode()
    (document,) = tables.read(source, "a.csv", Given()).documents
    assert len(document.text) > before
    assert csv.field_size_limit() == before
