"""A bundle travels from the child as JSON, and nothing that is none gets through."""

import json
from dataclasses import replace

import pytest

from reader.importers import wire
from reader.importers.document import Contents
from reader.importers.values import pack_bundle, unpack_bundle
from tests.storage.test_bundles import made


def packed():
    return json.loads(json.dumps(pack_bundle(made())))


def test_a_bundle_comes_back():
    contents = Contents(bundle=made())
    assert wire.unpack(wire.pack(contents), b"") == contents


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("texts", 0, "revision", "text"), "غيره"),
        (("texts", 0, "source"), "AAAA"),
        (("texts", 0, "source"), "?"),
        (("articles", 0, "created_at"), "2026-01-01T00:00:00"),
        (("articles", 0, "id"), "1"),
        (("articles", 0, "label_uids"), "abc"),
        (("tags", 0, "label"), None),
        (("records", 4, "record", "fields", "harmful"), True),
        (("records", 5, "record", "end_cp"), 0),
        (("records", 0, "kind"), "annotator"),
    ],
)
def test_what_is_no_bundle_is_not_understood(path, value):
    found = packed()
    *way, last = path
    holder = found
    for step in way:
        holder = holder[step]
    assert holder[last] != value
    holder[last] = value
    with pytest.raises((ValueError, TypeError, KeyError)):
        unpack_bundle(found)


def test_a_text_that_is_not_canonical_is_not_understood():
    bundle = made()
    (text,) = bundle.texts
    bad = replace(text, revision=replace(text.revision, text="أ\r\nب"))
    with pytest.raises(ValueError, match=text.revision.uid):
        unpack_bundle(pack_bundle(replace(bundle, texts=(bad,))))
