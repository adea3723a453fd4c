"""Scales as JSON: what is written is read, and what is no scale is refused."""

import json

import pytest

from reader.errors import BadValue
from reader.model.scale_format import scale_content, scale_of
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


def test_at_least_three_scales_ship():
    assert len(SHIPPED) >= 3


@pytest.mark.parametrize("scale", SHIPPED, ids=lambda one: one.key)
def test_a_scale_comes_back_whole(scale):
    again = scale_of(json.loads(json.dumps(scale_content(scale), ensure_ascii=False)))
    assert (again.key, again.label, again.labels) == (scale.key, scale.label, scale.labels)


@pytest.mark.parametrize("breach", [*BREACHES, *({"step": one} for one in STEPS)], ids=str)
def test_what_is_no_scale_is_refused(breach):
    content = scale_content(SHIPPED[0])
    if "step" in breach:
        content["labels"][0] |= breach["step"]
    else:
        content |= breach
    with pytest.raises(BadValue):
        scale_of(content)


@pytest.mark.parametrize("content", [None, [], "scale", {}, {"key": "a", "label": {}}], ids=str)
def test_other_json_is_refused(content):
    with pytest.raises(BadValue):
        scale_of(content)


def test_two_steps_do_not_share_a_code():
    content = scale_content(SHIPPED[0])
    content["labels"][1]["code"] = content["labels"][0]["code"]
    with pytest.raises(BadValue):
        scale_of(content)
