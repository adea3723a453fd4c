"""Scales as JSON: what is written is read."""

import json

import pytest

from reader.model.scale_format import scale_content, scale_of
from reader.model.shipped_scales import shipped_scales

SHIPPED = shipped_scales()


def test_at_least_three_scales_ship():
    assert len(SHIPPED) >= 3


@pytest.mark.parametrize("scale", SHIPPED, ids=lambda one: one.key)
def test_a_scale_comes_back_whole(scale):
    again = scale_of(json.loads(json.dumps(scale_content(scale), ensure_ascii=False)))
    assert (again.key, again.label, again.labels) == (scale.key, scale.label, scale.labels)
