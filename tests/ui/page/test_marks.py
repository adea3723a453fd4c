"""Marks found by place, and their lanes, against brute force."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.annotation import Annotation
from reader.ui.page.marks import Marks, key_of, lanes

SPANS = st.lists(st.tuples(st.integers(0, 80), st.integers(1, 90)), max_size=40)


def mark(start: int, length: int, uid: str) -> Annotation:
    return Annotation(
        uid=uid,
        revision_uid="r",
        annotator_uid="a",
        tag="quote",
        start_cp=start,
        end_cp=start + length,
        exact="x" * length,
    )


def marked(spans) -> list[Annotation]:
    return [mark(start, length, f"{number:03d}") for number, (start, length) in enumerate(spans)]


def brute(annotations, start: int, end: int) -> list[Annotation]:
    inside = [one for one in annotations if one.start_cp < end and one.end_cp > start]
    return sorted(inside, key=key_of)


@given(SPANS, st.integers(0, 180), st.integers(1, 60))
def test_window_is_that_of_brute_force(spans, start, length):
    annotations = marked(spans)
    assert Marks(annotations).window(start, start + length) == brute(
        annotations, start, start + length
    )


@given(SPANS, SPANS, st.data())
def test_changes_lead_to_the_same_as_setting_anew(first, second, data):
    before = marked(first)
    marks = Marks(before)
    kept = {one.uid: one for one in before}
    for one in marked(second):
        marks.put(one)
        kept[one.uid] = one
    gone = data.draw(st.lists(st.sampled_from(sorted(kept)), unique=True)) if kept else []
    for uid in gone:
        assert marks.remove(uid) == kept.pop(uid)
        assert marks.remove(uid) is None
    assert marks.all() == Marks(kept.values()).all() == sorted(kept.values(), key=key_of)
    assert len(marks) == len(kept)


def test_a_hundred_thousand_with_long_ones_among_them():
    rng = random.Random(1)
    spans = [(rng.randrange(600_000), rng.randint(1, 60)) for _ in range(100_000)]
    spans += [(0, 600_000), (1000, 590_000), (300_000, 20_000)]
    annotations = [mark(start, length, f"{n:06d}") for n, (start, length) in enumerate(spans)]
    marks = Marks(annotations)
    for _ in range(6):
        start = rng.randrange(600_000)
        end = start + rng.randint(1, 3000)
        assert marks.window(start, end) == brute(annotations, start, end)


def test_those_at_a_place_come_smallest_first():
    marks = Marks([mark(0, 20, "wide"), mark(5, 3, "small"), mark(4, 8, "middle")])
    assert [one.uid for one in marks.at(6)] == ["small", "middle", "wide"]
    assert [one.uid for one in marks.at(8)] == ["middle", "wide"]
    assert marks.at(20) == []


def test_walking_visits_each_once_in_reading_order():
    annotations = marked([(5, 3), (0, 20), (5, 60), (5, 3), (90, 1)])
    marks = Marks(annotations)
    order = sorted(annotations, key=key_of)
    found, at = [], marks.after((-1, 0, ""))
    while at is not None:
        found.append(at)
        at = marks.after(key_of(at))
    assert found == order
    back, at = [], order[-1]
    while at is not None:
        back.append(at)
        at = marks.before(key_of(at))
    assert back == order[::-1]


@given(SPANS)
def test_overlapping_annotations_never_share_a_lane_and_none_is_wasted(spans):
    annotations = sorted(marked(spans), key=key_of)
    given_lanes = lanes(annotations)
    for one in annotations:
        for other in brute(annotations, one.start_cp, one.end_cp):
            assert one is other or given_lanes[one.uid] != given_lanes[other.uid]
    depth = max((len(brute(annotations, cp, cp + 1)) for cp in range(180)), default=0)
    assert max(given_lanes.values(), default=-1) + 1 == depth


@pytest.mark.parametrize("count", [1, 3])
def test_lanes_are_counted_from_the_text(count):
    annotations = [mark(number, 10, str(number)) for number in range(count)]
    assert sorted(lanes(annotations).values()) == list(range(count))
