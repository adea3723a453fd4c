"""What a two-way format can hold comes back equal (the whole: `python -m tests.roundtrip`)."""

from dataclasses import replace

import pytest

from reader.importers import Child
from reader.model.carried import carried
from reader.sample import add_sample
from reader.storage import Store
from tests import roundtrip


@pytest.fixture(scope="module")
def child():
    with Child() as one:
        yield one


@pytest.fixture(scope="module")
def libraries():
    """Return the sample library, and a made one that is small enough for every run."""
    with Store.open(":memory:") as sample, Store.open(":memory:") as made:
        add_sample(sample)
        roundtrip.add_made(made, 240)
        yield {"sample": sample, "made": made}


@pytest.mark.parametrize("library", ["sample", "made"])
@pytest.mark.parametrize(
    ("exporter", "preset"),
    roundtrip.two_way(),
    ids=[f"{one.key} {preset}".strip() for one, preset in roundtrip.two_way()],
)
def test_what_a_format_holds_comes_back_equal(libraries, child, library, exporter, preset):
    found = roundtrip.carry(libraries[library], exporter, preset, child)
    assert found.differences == []
    assert found.back == found.annotations > 40


def test_the_measure_sees_what_is_lost_changed_or_moved(libraries):
    (one,) = libraries["made"].annotated_articles()
    first = one.entries[0]
    moved = replace(first.annotation, note="أخرى")
    changed = replace(one, entries=(replace(first, annotation=moved), *one.entries[2:]))
    found = list(roundtrip._annotations(one, changed, "w3c"))
    assert len(found) == 2
    assert "note was" in found[0]
    assert found[1].startswith("gone:")
    assert roundtrip._held(carried(first), "refi").values.keys() < carried(first).values.keys()


def test_a_second_import_changes_nothing(libraries, child):
    sample = libraries["sample"]
    exporter, preset = roundtrip.two_way()[0]
    before = sample.last_sequence()
    me = sample.annotator("me", "me")
    came = sample.bring_in(roundtrip.brought_back(sample, exporter, preset, child), me.uid, "again")
    assert came.change is None
    # Only relations are told: when they were made is not carried.
    assert {one.what.partition(":")[0] for one in came.misfits} <= {"relation"}
    total = sum(len(one.entries) for one in sample.annotated_articles())
    assert came.present["annotation"] == total
    assert sample.last_sequence() == before
