"""Annotations without their text find their article in the library, or are told."""

import codecs
import csv
import io
import json
from collections import Counter
from dataclasses import replace

import pytest

from reader.exporters import ExportOptions, exporter_named
from reader.importers import Child, from_bytes, from_text
from reader.importers.attaching import attached
from reader.importers.quoted import only_place, only_spaced
from reader.model.annotation import Annotation
from reader.model.change import Change, edit
from reader.model.table_headers import HEADERS
from reader.sample import add_sample
from reader.storage import Store
from reader.text.anchoring import new_annotation

TEXT = "العنوان\nقال الوزير أحمد: نعم. وقال  الوزير\nسالم: نعم."
URL = "https://news.example/1?utm_source=x"


@pytest.fixture(scope="module")
def child():
    with Child() as one:
        yield one


def hypothesis(exact, prefix="", suffix="", **more):
    """Return a row of the API."""
    selector = [
        {"type": "RangeSelector", "startContainer": "/div[1]"},
        {"type": "TextPositionSelector", "start": 5, "end": 9},
        {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
    ]
    row = {
        "id": "abc",
        "uri": "http://www.news.example/1",
        "user": "acct:layla@hypothes.is",
        "text": "ملاحظة",
        "tags": ["quote"],
        "created": "2026-01-02T03:04:05.678+00:00",
        "document": {"title": ["عنوان"]},
        "target": [{"source": "x", "selector": selector}],
    }
    return row | more


@pytest.fixture
def store():
    with Store.open(":memory:") as one:
        imported = from_text(TEXT, "a.txt")
        article = replace(imported.article, url=URL)
        one.add_article(replace(imported, article=article), one.annotator("me", "me").uid, "s")
        yield one


def brought(store, child, rows, name="export.json"):
    """Bring rows in; return what became of them."""
    source = json.dumps(rows, ensure_ascii=False).encode()
    bundle = from_bytes(source, name, child=child).bundle
    whole = attached(bundle, name, store)
    assert whole.loose == ()
    return store.bring_in(whole, store.annotator("me", "me").uid, "s")


@pytest.mark.parametrize("wrap", ["rows", "annotations"])
def test_hypothesis_annotations_find_their_page_and_their_words(store, child, wrap):
    rows = [
        hypothesis("قال الوزير أحمد", "العنوان ", ": نعم"),
        hypothesis("وقال الوزير سالم", tags=["رأي", "PER"]),
        hypothesis("نعم", prefix="سالم: ", tags=[]),
        hypothesis("نعم"),
        hypothesis("لا وجود له"),
        hypothesis("قال", references=["abc"]),
        hypothesis("قال", target=[{"source": "x"}]),
        hypothesis("قال", uri="https://elsewhere.example/"),
    ]
    came = brought(store, child, {wrap: rows, "total": len(rows)})
    (article,) = store.annotated_articles()
    found = [(entry.annotation.tag, entry.annotation.exact) for entry in article.entries]
    assert sorted(found) == sorted(
        [
            ("quote", "قال الوزير أحمد"),
            ("رأي", "وقال  الوزير\nسالم"),
            ("entity", "وقال  الوزير\nسالم"),
            ("ملاحظة", "نعم"),
        ]
    )
    first = article.entries[0]
    assert (first.annotator, first.annotation.note) == ("layla", "ملاحظة")
    assert first.annotation.created_at.year == 2026
    assert len(came.misfits) == 5
    assert "import that first" in came.misfits[-3].reason.en or any(
        "import that first" in one.reason.en for one in came.misfits
    )


@pytest.mark.parametrize("preset", ["excel", "programs"])
def test_our_own_table_comes_back_onto_the_same_texts(child, preset):
    stream = io.BytesIO()
    with Store.open(":memory:") as sample, Store.open(":memory:") as other:
        add_sample(sample)
        options = ExportOptions(preset=preset, shared=sample.shared())
        exporter_named("csv").write(sample.annotated_articles(), stream, options)
        (one,) = sample.annotated_articles()
        me = other.annotator("me", "me")
        other.add_article(from_text(one.revision.text, "x.txt"), me.uid, "s")
        bundle = from_bytes(stream.getvalue(), "annotations.csv", child=child).bundle
        came = other.bring_in(attached(bundle, "annotations.csv", other), me.uid, "s")
        (twin,) = other.annotated_articles()
        here = {entry.annotation.uid: entry.annotation for entry in twin.entries}
        for entry in one.entries:
            back = here[entry.annotation.uid]
            for name in ("tag", "start_cp", "end_cp", "exact", "note", "status", "origin"):
                assert getattr(back, name) == getattr(entry.annotation, name)
        assert all("does not hold all" in one.reason.en for one in came.misfits)
        assert isinstance(back, Annotation)
        assert came.added["relation"] >= 1


def resaved(source: bytes, *, marked: bool) -> bytes:
    """Return a table as a spreadsheet saves it again: with a mark or without one."""
    bare = source.removeprefix(codecs.BOM_UTF8)
    return codecs.BOM_UTF8 + bare if marked else bare


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("preset", ["excel", "excel-ar", "programs"])
@pytest.mark.parametrize("words", ["=SUM(A1)", "'=x", "''+1", "'قال", "-", "قال"])
@pytest.mark.parametrize("note", ["", "@x", "'=1", "'قال"])
def test_guards_are_known_by_the_words_whatever_a_program_does_to_the_mark(
    child, preset, marked, words, note
):
    text = f"{words}\nقال"
    with Store.open(":memory:") as store:
        me = store.annotator("me", "me")
        article = store.add_article(from_text(text, "a.txt"), me.uid, "s")
        made = new_annotation(
            store.revision(article.uid), 0, len(words), "quote", me.uid, note=note
        )
        change = Change(
            act="annotate", edits=(edit(None, made),), annotator_uid=me.uid, session_uid="s"
        )
        store.apply(change)
        stream = io.BytesIO()
        options = ExportOptions(preset=preset, shared=store.shared())
        exporter_named("csv").write(store.annotated_articles(), stream, options)
    source = resaved(stream.getvalue(), marked=marked)
    (loose,) = from_bytes(source, "annotations.csv", child=child).bundle.loose
    (back,) = loose.annotations
    # Where the words need no guard, only the mark tells, and a note says so where it is missing.
    known = words[0] in "=-'" and words != "'قال"
    if known or marked == (preset != "programs"):
        assert (back.exact, back.values.get("note", "")) == (words, note)
    else:
        assert back.exact == words


def test_cells_that_may_be_guarded_or_not_are_kept_and_told(child):
    rows = "annotation_id,tag,text,start,end,note\r\na_1,quote,قال,0,3,{}\r\n"
    bundle = from_bytes(rows.format("'=x").encode(), "x.csv", child=child).bundle
    assert bundle.loose[0].annotations[0].values == {"note": "'=x"}
    assert [one.what for one in bundle.misfits] == ["x.csv (1)"]
    bundle = from_bytes(rows.format("'قال").encode(), "x.csv", child=child).bundle
    assert bundle.misfits == ()


def test_highlights_find_their_document_by_its_title(store, child):
    table = (
        "id,document,tag,content\r\n"
        "1,العنوان,quote,قال الوزير أحمد\r\n"
        "1,العنوان,رأي,قال الوزير أحمد\r\n"
        "2,العنوان,quote,وقال الوزير سالم\r\n"
        "3,العنوان,quote,نعم\r\n"
        "4,غيره,quote,قال\r\n"
        "5,العنوان,,قال\r\n"
    )
    bundle = from_bytes(table.encode(), "all_tags.csv", child=child).bundle
    came = store.bring_in(
        attached(bundle, "all_tags.csv", store), store.annotator("me", "me").uid, "s"
    )
    (article,) = store.annotated_articles()
    assert sorted((one.annotation.tag, one.annotation.exact) for one in article.entries) == [
        ("quote", "قال الوزير أحمد"),
        ("quote", "وقال  الوزير\nسالم"),
        ("رأي", "قال الوزير أحمد"),
    ]
    assert sorted(one.reason.en for one in came.misfits) == [
        "its article is not in the library; import that first, then this file again",
        "no tag was given to it",
        "other words stand at its place than those that it names",
    ]


def test_a_title_that_two_articles_have_is_no_place(store, child):
    me = store.annotator("me", "me").uid
    (first,) = store.annotated_articles()
    twin = from_text(TEXT + "\nوزاد.", "b.txt")
    store.add_article(
        replace(twin, article=replace(twin.article, title=first.article.title)), me, "s"
    )
    table = "id,document,tag,content\r\n1,العنوان,quote,قال الوزير أحمد\r\n"
    bundle = from_bytes(table.encode(), "all_tags.csv", child=child).bundle
    came = store.bring_in(attached(bundle, "all_tags.csv", store), me, "s")
    assert came.change is None
    assert [one.reason.en for one in came.misfits] == [
        "several articles of the library have its title"
    ]


def test_a_table_of_articles_that_are_not_here_is_told(store, child):
    header = "annotation_id,tag,text,start,end,document_sha256,source_url,document_title\r\n"
    row = "a_1,quote,قال,0,3,ffff,,عنوان\r\n"
    bundle = from_bytes((header + row).encode(), "x.csv", child=child).bundle
    came = store.bring_in(attached(bundle, "x.csv", store), "", "s")
    assert came.change is None
    assert [one.what for one in came.misfits] == ["عنوان (1)"]


def test_a_place_is_certain_or_none():
    assert only_place("نعم نعم", "", "نعم", "") is None
    assert only_place("قال نعم", "قال ", "نعم", "") == (4, 7)
    assert only_spaced("أ  ب\nج", "", "أ ب ج", "") == (0, 6)
    assert only_spaced("نعم لا نعم", "", "نعم", "") is None
    assert only_spaced("نعم لا نعم", "لا", "نعم", "") == (7, 10)
    assert only_spaced("نعم لا نعم", "", "نعم", "لا") == (0, 3)
    assert only_spaced("نعم", "", "غيره", "") is None


def table_of(store, preset="excel", language="ar"):
    """Return a library's own table."""
    stream = io.BytesIO()
    options = ExportOptions(preset=preset, language=language, shared=store.shared())
    exporter_named("csv").write(store.annotated_articles(), stream, options)
    return stream.getvalue()


def bring(store, child, table):
    bundle = from_bytes(table, "annotations.csv", child=child).bundle
    return store.bring_in(
        attached(bundle, "annotations.csv", store), store.annotator("m", "m").uid, "s"
    )


def rows_of(table):
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";"))


def in_english(table):
    """Return a table with the names of its columns in English, as somebody may hand it back."""
    text = table.decode("utf-8-sig")
    head, rest = text.split("\r\n", 1)
    for label in HEADERS.values():
        head = head.replace(f'"{label.ar}"', f'"{label.en}"')
    assert "معرّف" not in head
    return f"\ufeff{head}\r\n{rest}".encode()


@pytest.fixture
def sample():
    with Store.open(":memory:") as one:
        add_sample(one)
        yield one


@pytest.fixture
def bare(sample):
    with Store.open(":memory:") as one:
        (annotated,) = sample.annotated_articles()
        text = from_text(annotated.revision.text, "x.txt")
        one.add_article(text, one.annotator("m", "m").uid, "s")
        yield one


@pytest.mark.parametrize("spoken", ["keys", "ar", "en"])
def test_a_table_comes_back_with_its_verdicts_and_evidence(sample, bare, child, spoken):
    table = table_of(sample, "excel" if spoken == "keys" else "excel-ar")
    came = bring(bare, child, in_english(table) if spoken == "en" else table)
    assert came.misfits == ()
    assert came.added["ruling"] > 0
    assert came.added["evidence"] > 0
    assert rows_of(table_of(bare))
    told = (
        "annotation_id",
        "tag",
        "text",
        "verdict",
        "verdict_label",
        "verdict_scale",
        "evidence_urls",
    )
    before, after = (
        sorted(tuple(row[key] for key in told) for row in rows_of(table_of(one)))
        for one in (sample, bare)
    )
    assert after == before
    again = bring(bare, child, table)
    assert again.change is None
    assert "ruling" not in again.added


def test_what_the_table_says_otherwise_or_cannot_mean_is_told(sample, bare, child):
    table = table_of(sample).decode("utf-8-sig")
    strange = table
    for ruled in {row["verdict"] for row in rows_of(table_of(sample)) if row["verdict"]}:
        strange = strange.replace(f';"{ruled}";', ';"unheard-of";')
    assert strange != table
    came = bring(bare, child, f"\ufeff{strange}".encode())
    assert "ruling" not in came.added
    assert [one.reason.en for one in came.misfits if "verdict" in one.reason.en]
    told = bring(sample, child, f"\ufeff{strange}".encode())
    assert [one.reason.en for one in told.misfits if "evidence is another here" in one.reason.en]
    assert table_of(sample).decode("utf-8-sig") == table


def test_a_verdict_without_its_scale_is_taken_where_it_can_mean_one_step_only(bare, child):
    (article,) = bare.annotated_articles()
    scales = bare.verdict_scales()
    codes = Counter(step.code for scale in scales for step in scale.labels)
    once = next(step for scale in scales for step in scale.labels if codes[step.code] == 1)
    header = "annotation_id,tag,text,start,end,document_sha256,verdict,evidence_urls,mine\r\n"
    words, digest = article.revision.text[:3], article.revision.text_sha256
    uids = ("00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b")
    links = "https://a.example | ftp://b.example", ""
    rows = [
        f"a_{uid},claim,{words},0,3,{digest},{once.code},{link},\r\n"
        for uid, link in zip(uids, links, strict=True)
    ]
    came = bring(
        bare, child, (header + "".join(rows) + f",claim,{words},0,3,{digest},x,,y\r\n").encode()
    )
    assert came.added == {"annotation": 3, "ruling": 2, "evidence": 1}
    assert sorted(one.what for one in came.misfits) == [
        f"claim: {words} · x",
        "ftp://b.example",
        "mine",
    ]
