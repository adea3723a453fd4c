"""A bundle travels from the child as JSON, and nothing that is none gets through."""

import json
from dataclasses import replace

import pytest

from reader.importers.document import Contents
from reader.importers.values import Unbundling, parts_of
from reader.importers.wire import pack
from reader.model.bundle import Bundle, Loose
from reader.model.carried import Carried, Tie
from tests.importers.unpacked import unpacked
from tests.storage.test_bundles import made


def parts(bundle: Bundle) -> list[dict | bytes]:
    packed = parts_of(bundle)
    return [one if isinstance(one, bytes) else json.loads(json.dumps(one)) for one in packed]


def built(some: list[dict | bytes]) -> Bundle:
    unbundling = Unbundling()
    for one in some:
        (unbundling.take_source if isinstance(one, bytes) else unbundling.take)(one)
    return unbundling.bundle()


def test_a_bundle_comes_back():
    contents = Contents(bundle=made())
    assert unpacked(pack(contents)) == contents


def test_many_of_a_kind_come_in_parts_and_in_their_order():
    marks = tuple(Carried(tag="quote", start_cp=at, end_cp=at + 1) for at in range(1201))
    ties = (Tie(from_key="a", to_key="b", type="about"),)
    loose = (Loose(title="أ", annotations=marks, ties=ties), Loose(title="ب"))
    bundle = replace(made(), loose=loose)
    packed = parts(bundle)
    named = [one for one in packed if isinstance(one, dict) and "annotations" in one]
    counts = [len(one["annotations"]) for one in named]
    assert counts == [500, 500, 201, 0]
    assert built(packed) == bundle


@pytest.mark.parametrize(
    ("part", "path", "value"),
    [
        ("text", ("text",), "غيره"),
        ("articles", (0, "created_at"), "2026-01-01T00:00:00"),
        ("articles", (0, "id"), "1"),
        ("articles", (0, "label_uids"), "abc"),
        ("articles", (0, "unheard"), "abc"),
        ("tags", (0, "label"), None),
        ("records", (4, "record", "fields", "harmful"), True),
        ("records", (5, "record", "end_cp"), 0),
        ("records", (0, "kind"), "annotator"),
    ],
)
def test_what_is_no_bundle_is_not_understood(part, path, value):
    packed = parts(made())
    (holder,) = (one[part] for one in packed if isinstance(one, dict) and part in one)
    *way, last = path
    for step in way:
        holder = holder[step]
    assert isinstance(holder, list) or holder.get(last) != value
    holder[last] = value
    with pytest.raises((ValueError, TypeError, KeyError)):
        built(packed)


def test_the_bytes_of_a_text_must_be_its_own():
    bundle = made()
    packed = [b"others" if isinstance(one, bytes) else one for one in parts(bundle)]
    with pytest.raises(ValueError, match=bundle.texts[0].revision.uid):
        built(packed)


def test_a_text_that_is_not_canonical_is_not_understood():
    bundle = made()
    (text,) = bundle.texts
    bad = replace(text, revision=replace(text.revision, text="أ\r\nب"))
    with pytest.raises(ValueError, match=text.revision.uid):
        built(parts(replace(bundle, texts=(bad,))))
