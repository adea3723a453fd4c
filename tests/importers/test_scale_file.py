"""Scales from files: what is no scale is refused, each with its place, and nothing breaks."""

import json

import pytest

from reader.errors import BadValue, SourceDamaged, SourceRefused
from reader.importers.scale_file import load_scale, scale_from
from reader.model.scale_format import scale_content
from reader.model.shipped_scales import shipped_scales

SHIPPED = shipped_scales()
BREACHES = [
    {"key": "Two Words"},
    {"labels": []},
    {"label": {"en": " ", "ar": ""}},
    {"labels": "many"},
    {"label": 5},
]
STEPS = [
    {"code": "not a code"},
    {"normalised": "perhaps"},
    {"rating": 9},
    {"rating": True},
    {"rating": "3"},
    {"colour": "red"},
    {"label": {}},
    {"label": None},
]


def read(content):
    return scale_from(json.dumps(content, ensure_ascii=False).encode(), "scale.json")


@pytest.mark.parametrize("breach", [*BREACHES, *({"step": one} for one in STEPS)], ids=str)
def test_what_is_no_scale_is_refused(breach):
    content = scale_content(SHIPPED[0])
    if "step" in breach:
        content["labels"][0] |= breach["step"]
    else:
        content |= breach
    with pytest.raises(BadValue):
        read(content)


@pytest.mark.parametrize("content", [None, [], "scale", {}, {"key": "a", "label": {}}], ids=str)
def test_other_json_is_refused(content):
    with pytest.raises(BadValue):
        read(content)


def test_what_is_wrong_is_named_by_its_place():
    content = scale_content(SHIPPED[0])
    content["labels"][1]["rating"] = "3"
    with pytest.raises(BadValue) as refused:
        read(content)
    assert refused.value.facts["field"] == "labels[1].rating"


def test_two_steps_do_not_share_a_code():
    content = scale_content(SHIPPED[0])
    content["labels"][1]["code"] = content["labels"][0]["code"]
    with pytest.raises(BadValue):
        read(content)


def test_a_file_comes_back_whole_also_with_a_mark_at_its_beginning(tmp_path):
    path = tmp_path / "scale.json"
    path.write_text(json.dumps(scale_content(SHIPPED[0])), encoding="utf-8-sig")
    assert load_scale(path).labels == SHIPPED[0].labels


def test_what_is_no_json_or_nested_without_end_is_refused():
    with pytest.raises(SourceDamaged):
        scale_from(b"{", "scale.json")
    with pytest.raises((SourceRefused, SourceDamaged)):
        scale_from(b"[" * 200_000, "scale.json")
