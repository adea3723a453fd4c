"""Files of annotations that want to do harm: entities, bombs, nests, a database with a view."""

import sqlite3
from contextlib import closing

from reader.errors import SourceDamaged, SourceRefused
from tests.hostile.sample import Refusals, Sample, fixed, naming
from tests.hostile.watching import Lures
from tests.makers import zipped

_REFUSED: Refusals = (SourceRefused,)
_DAMAGED: Refusals = (SourceDamaged,)
_LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ها'>"
    + "".join(
        f"<!ENTITY {name} '{f'&{before};' * 10}'>"
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
_OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "FILE/secret.txt">]>'
_PROJECT = '<Project xmlns="urn:QDA-XML:project:1.0" name="&j;"/>'
_XMI = '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">&j;</xmi:XMI>'
_CODEBOOK = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="&j;"/>'


_TYPES = {"TypeSystem.xml": "<typeSystemDescription/>"}
_BOMB = zipped({"sources/a.txt": "", "project.qde": b" " * 40_000_000})
_NEST = '{"text": "x", "label": [[0, 1, "x"]], "a": ' + "[" * 200_000


def _in_zip(name: str, part: str, **more: str):
    """Return what makes an archive with one part in which lures may be named."""

    def make(lures: Lures) -> bytes:
        return zipped({name: naming(part)(lures), **more})

    return make


def _with_view() -> bytes:
    """Return a project whose table of documents is a view that never ends."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(
            "CREATE TABLE highlight_tags (a); CREATE VIEW documents AS WITH RECURSIVE r(id) AS"
            " (SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT id, 'x' AS name, 'y' AS contents"
            " FROM r;"
        )
        return made.serialize()


_MAKES = (
    ("laughs.qdpx", "entities that grow", _in_zip("project.qde", _LAUGHS + _PROJECT), _REFUSED),
    ("outside.qdpx", "an entity outside", _in_zip("project.qde", _OUTSIDE + _PROJECT), _REFUSED),
    ("bomb.qdpx", "a part that grows", fixed(_BOMB), _REFUSED),
    ("laughs-xmi.zip", "entities that grow", _in_zip("a.xmi", _LAUGHS + _XMI, **_TYPES), _REFUSED),
    ("laughs.qdc", "entities that grow", naming(_LAUGHS + _CODEBOOK), _REFUSED),
    ("nest.jsonl", "brackets in brackets", fixed(_NEST), _REFUSED),
    ("view.sqlite3", "a view for a table", fixed(_with_view()), _DAMAGED),
)
ANNOTATED = tuple(Sample(*one) for one in _MAKES)
