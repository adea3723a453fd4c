import json
from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.annotation import Annotation, OwnValue, QuoteFields, empty_fields
from reader.model.article import Article
from reader.model.claim import Ruling
from reader.model.subject import Subject
from reader.storage.mapping import KINDS, TABLE_OF_FIELDS
from reader.storage.snapshots import canonical_json, from_json, to_json
from tests.storage.values import AT, closed_lists, filled

LINKS = {
    "annotation": {"revision_uid": "r", "annotator_uid": "a", "reviewed_by_uid": "b"},
    "evidence": {"annotation_uid": "n", "article_uid": "a"},
    "ruling": {"annotation_uid": "n", "rated_by_uid": "a", "reviewer_uid": "b"},
    "review": {"annotation_uid": "n", "ruling_uid": "r", "reviewer_uid": "b"},
    "appearance": {"annotation_uid": "n"},
    "correction": {"annotation_uid": "n"},
    "relation": {"from_uid": "n", "to_uid": "m"},
    "article": {"collection_uid": "c"},
    "collection": {"parent_uid": "c"},
    "subject": {"part_of_uid": "s"},
}
OWN = (OwnValue(field_uid="f", number=2.5), OwnValue(field_uid="g", text="كلام"))
PLACE = {"start_cp": 3, "end_cp": 8, "exact": "كلمات"}


def full(kind, fields=None):
    more = {"fields": fields, "own": OWN, **PLACE} if kind == "annotation" else {}
    keys = closed_lists(KINDS[kind].table)
    return filled(KINDS[kind].value, keys, **LINKS.get(kind, {}), **more)


def typed(cls):
    uids = {name: name for name in cls.__dataclass_fields__ if name.endswith("_uid")}
    return filled(cls, closed_lists(TABLE_OF_FIELDS[cls]), **uids)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "annotation"])
def test_record_comes_back_whole(kind):
    record = full(kind)
    assert from_json(kind, to_json(record)) == record


@pytest.mark.parametrize("cls", TABLE_OF_FIELDS)
def test_annotation_comes_back_with_its_fields(cls):
    tag = {"QuoteFields": "quote", "EntityFields": "entity", "ClaimFields": "claim"}[cls.__name__]
    record = replace(full("annotation", typed(cls)), tag=tag)
    assert from_json("annotation", to_json(record)) == record


def test_nothing_stays_nothing():
    assert to_json(None) is None
    assert from_json("subject", None) is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(name):
    subject = Subject(name=name, other_names=(name, ""))
    assert from_json("subject", to_json(subject)) == subject


def test_arabic_stays_readable():
    assert '"name":"سعاد"' in to_json(Subject(name="سعاد"))


def test_same_moment_is_told_the_same_way():
    there = AT.astimezone(timezone(timedelta(hours=3)))
    one = Ruling(annotation_uid="n", scale="s", code="c", label="l", normalised="true", rated_at=AT)
    assert to_json(one) == to_json(replace(one, rated_at=there))
    assert "2026-01-02T03:04:05.678901+00:00" in to_json(one)


def test_more_stands_beside_the_record_and_is_passed_over_when_read():
    article = Article(title="خبر")
    text = to_json(article, revision={"number": 1})
    assert json.loads(text)["revision"] == {"number": 1}
    assert from_json("article", text) == article


def test_older_snapshot_takes_defaults_for_what_came_later():
    record = Annotation(
        revision_uid="r", tag="quote", start_cp=0, end_cp=1, exact="ق", annotator_uid="a"
    )
    record = replace(record, fields=empty_fields("quote"))
    older = json.loads(to_json(record))
    del older["suggester"], older["reviewed_at"], older["fields"]["venue"]
    assert from_json("annotation", json.dumps(older)) == record


def test_unknown_keys_are_passed_over():
    subject = Subject(name="سعاد")
    newer = json.loads(to_json(subject)) | {"shoe_size": 41}
    assert from_json("subject", json.dumps(newer)) == subject


def test_unknown_keys_in_the_fields_are_passed_over():
    record = full("annotation", QuoteFields(speaker="سعاد"))
    record = replace(record, tag="quote")
    newer = json.loads(to_json(record))
    newer["fields"]["loudness"] = 11
    assert from_json("annotation", json.dumps(newer)) == record


def test_what_json_cannot_say_is_a_fault():
    with pytest.raises(TypeError):
        canonical_json({"a": object()})
