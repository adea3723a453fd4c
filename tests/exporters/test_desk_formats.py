"""Formats that newsrooms publish: byte for byte as agreed, and as their vocabularies read them."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from reader.exporters import Desk, ExportOptions, exporter_named
from reader.exporters.exporter import ExportReport
from reader.exporters.links import link_of
from reader.label import Label
from reader.model.claim import VerdictLabel, VerdictScale
from reader.model.entry import AnnotatedArticle
from reader.model.shared import Shared

GOLDEN = Path(__file__).parent / "golden"
STEP = VerdictLabel("misleading", Label("Misleading", "مضلل"), "partly_false", 2, 5, 1, "#c00")
SCALE = VerdictScale("misbar-like", Label("Like Misbar", "كمسبار"), (STEP,))
DESK = Desk("غرفة التحقق", "https://desk.example")


def written(
    key: str, *articles: AnnotatedArticle, preset: str = "", desk: Desk = DESK
) -> tuple[str, ExportReport]:
    """Return what an exporter writes, and its report."""
    stream = io.BytesIO()
    options = ExportOptions(preset=preset, shared=Shared(scales=(SCALE,)), desk=desk)
    report = exporter_named(key).write(iter(articles), stream, options)
    return stream.getvalue().decode(), report


def changed(annotated: AnnotatedArticle, **ruling: str) -> AnnotatedArticle:
    """Return the article with another ruling on its claim."""
    entries = tuple(
        replace(one, ruling=replace(one.ruling, **ruling)) if one.ruling else one
        for one in annotated.entries
    )
    return replace(annotated, entries=entries)


@pytest.mark.parametrize(
    ("key", "preset"), [("claimreview", "json"), ("claimreview", "page"), ("ninjs", "")]
)
def test_each_format_is_as_agreed(annotated, key, preset, tmp_path):
    entries = [one if one.ruling is None else _dated(one) for one in annotated.entries]
    revision = replace(annotated.revision, imported_at=annotated.article.created_at)
    whole = replace(annotated, entries=tuple(entries), revision=revision)
    made, _ = written(key, whole, preset=preset)
    golden = GOLDEN / f"{'-'.join(filter(None, (key, preset)))}.txt"
    (tmp_path / "new.txt").write_text(made, encoding="utf-8")
    same = golden.exists() and golden.read_text(encoding="utf-8") == made
    assert same, f"if the change is meant: cp {tmp_path / 'new.txt'} {golden}"


def _dated(entry):
    uid, made = entry.annotation.uid, entry.annotation.created_at
    return replace(entry, ruling=replace(entry.ruling, uid=uid, rated_at=made))


def test_a_verdict_says_what_is_required(annotated):
    made, report = written("claimreview", annotated)
    (review,) = json.loads(made)
    assert review["@context"] == "https://schema.org"
    assert review["url"] == "https://desk.example/check/12"
    assert review["claimReviewed"] == "رُفع سعر النفط 15 في المئة"
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "مضلل",
        "ratingValue": 2,
        "bestRating": 5,
        "worstRating": 1,
    }
    claim = review["itemReviewed"]
    assert claim["author"]["name"] == "وزارة النفط"
    assert claim["appearance"]["url"] == "https://news.example/7"
    assert [one["url"] for one in claim["citation"]] == [
        "https://oil.example/a",
        "https://oil.example/b",
    ]
    assert report == ExportReport(1)
    assert review["author"] == {
        "@type": "Organization",
        "name": "غرفة التحقق",
        "url": "https://desk.example",
    }


def rating_of(annotated, **columns):
    made, _ = written("claimreview", changed(annotated, **columns))
    return {key: said for key, said in json.loads(made)[0]["reviewRating"].items() if key[0] != "@"}


def test_a_verdict_tells_the_rating_that_it_keeps_whatever_its_scale_says_now(annotated):
    kept = rating_of(annotated, rating=3, best=4, worst=0)
    assert (kept["ratingValue"], kept["bestRating"], kept["worstRating"]) == (3, 4, 0)
    assert rating_of(annotated, rating=3, best=4, worst=0, scale="gone") == kept


def test_a_verdict_that_is_no_step_tells_its_words_alone(annotated):
    assert rating_of(annotated, rating=0, best=0, worst=0) == {"alternateName": "مضلل"}


def test_who_typed_a_verdict_does_not_stand_for_it(annotated):
    made, report = written("claimreview", annotated, desk=Desk())
    assert "author" not in json.loads(made)[0]
    assert ["--desk" in one.en for one in report.warnings] == [True]
    made, _ = written("claimreview", annotated, desk=Desk("غرفة", "javascript:alert(1)"))
    assert json.loads(made)[0]["author"] == {"@type": "Organization", "name": "غرفة"}


def test_the_part_of_a_page_ends_where_it_should(annotated):
    label = "</script><script>alert(1)</script><!--"
    made, _ = written("claimreview", changed(annotated, label=label), preset="page")
    found = re.findall(r"<(.*?)>", made, re.S)
    assert found == ['script type="application/ld+json"', "/script"]
    inside = made.split(">\n", 1)[1].rsplit("\n</script>", 1)[0]
    assert json.loads(inside)[0]["reviewRating"]["alternateName"] == label


def test_what_a_reader_of_verdicts_would_miss_is_told(annotated):
    bare = changed(annotated, review_url="javascript:alert(1)", scale="gone", normalised="sarcasm")
    made, report = written("claimreview", bare)
    (review,) = json.loads(made)
    assert "url" not in review
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "مضلل"}
    assert ["required" in one.en for one in report.warnings] == [True]
    entries = tuple(replace(one, ruling=None) for one in annotated.entries)
    made, report = written("claimreview", replace(annotated, entries=entries))
    assert json.loads(made) == []
    assert report.rows == 0
    assert "without a verdict" in report.warnings[0].en


def test_people_are_told_once_and_whether_they_speak(annotated):
    made, report = written("ninjs", annotated)
    (item,) = json.loads(made)
    assert item["people"] == [
        {
            "name": "أحمد سالم",
            "rel": "about",
            "uri": "urn:uuid:00000000-0000-4000-8000-000000000020",
        }
    ]
    assert item["headlines"][0]["value"] == annotated.article.title
    assert item["bodies"][0]["value"] == annotated.revision.text
    assert report.rows == 7
    assert json.loads(written("ninjs")[0]) == []


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://a.example/ب?c=1", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//a.example", False),
        ("https://", False),
        ("https://user:secret@a.example", False),
        ("https://a.example/ b", False),
        ("https://a.example/\u202eb", False),
        ("https://[", False),
    ],
)
def test_only_addresses_of_the_web_become_links(address, is_link):
    assert bool(link_of(address)) is is_link
