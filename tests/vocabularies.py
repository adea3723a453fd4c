"""The vocabularies of others as they publish them, for processors of JSON-LD and XML in tests.

schema.org comes whole with a package that tests/vocabularies.lock pins, and is read as data:
nothing of that package runs. The context of W3C's Web Annotation is in `data`; its digest is
that of the original, so it is the original.
"""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

ANNOTATIONS = "http://www.w3.org/ns/anno.jsonld"
SCHEMA_ORG = "https://schema.org"
DATA = Path(__file__).with_name("data")
_TERM = "https://schema.org/"
_NUMBERS = (int, float)


@dataclass(frozen=True, slots=True)
class SchemaOrg:
    """What schema.org says: what types are kinds of, their properties, the ranges of these."""

    parents: Mapping[str, tuple[str, ...]]
    properties: Mapping[str, frozenset[str]]
    ranges: Mapping[str, frozenset[str]]

    def lineage(self, type_: str) -> set[str]:
        """Return a type and all that it is a kind of."""
        found, left = set(), [type_]
        while left:
            one = left.pop()
            found.add(one)
            left += self.parents[one]
        return found

    def faults(self, node: Mapping[str, Any], path: str = "") -> Iterator[str]:
        """Yield what an object says that the vocabulary does not know, or not of its type."""
        type_ = node.get("@type", "")
        if type_ not in self.properties:
            yield f"{path or '.'}: no type {type_!r}"
            return
        for key, value in node.items():
            where = f"{path}.{key}"
            if key.startswith("@"):
                continue
            if key not in self.properties[type_]:
                yield f"{where}: {type_} has no such property"
                continue
            for one in value if isinstance(value, list) else [value]:
                yield from self._value_faults(key, one, where)

    def _value_faults(self, key: str, value: Any, where: str) -> Iterator[str]:
        ranges = self.ranges[key]
        if isinstance(value, Mapping):
            yield from self.faults(value, where)
            type_ = value.get("@type", "")
            if type_ in self.parents and not self.lineage(type_) & ranges:
                yield f"{where}: a {type_} is none of {sorted(ranges)}"
        elif not ranges & (_kinds(value) | self._members(value)):
            yield f"{where}: {value!r} is none of {sorted(ranges)}"

    def _members(self, value: Any) -> set[str]:
        """Return the enumerations that a value is the address of a member of."""
        name = value.removeprefix(_TERM) if isinstance(value, str) else ""
        return self.lineage(name) if name != value and name in self.parents else set()


def _kinds(value: Any) -> set[str]:
    """Return the data types of schema.org that a plain value can be."""
    if isinstance(value, _NUMBERS):
        return {"Number", "Integer"}
    kinds = {"Text"}
    if value.startswith(("https://", "http://")):
        kinds.add("URL")
    if value[:4].isdigit() and set(value[4:]) <= set("0123456789-"):
        kinds.add("Date")
    return kinds


@cache
def schema_org() -> SchemaOrg:
    """Return the vocabulary of schema.org."""
    types = {row["label"]: row for row in _rows("schemaorg-all-https-types.csv")}
    ranges = {
        row["label"]: frozenset(_names(row["rangeIncludes"]))
        for row in _rows("schemaorg-all-https-properties.csv")
    }
    return SchemaOrg(
        {
            name: tuple(one for one in _names(row["subTypeOf"]) if one in types)
            for name, row in types.items()
        },
        {name: frozenset(_names(row["properties"])) for name, row in types.items()},
        ranges,
    )


def schema_org_context() -> Mapping[str, Any]:
    """Return the context that schema.org answers with."""
    return json.loads(_published("schemaorgcontext.jsonld").read_text(encoding="utf-8"))


def annotation_context() -> Mapping[str, Any]:
    """Return the context of W3C's Web Annotation."""
    return json.loads((DATA / "anno-context.json").read_text(encoding="utf-8"))


def offline() -> Callable[[str, object], Mapping[str, Any]]:
    """Return what gives PyLD these contexts by their addresses, and fails for any other."""
    contexts = {ANNOTATIONS: annotation_context(), SCHEMA_ORG: schema_org_context()}

    def load(url: str, _: object) -> Mapping[str, Any]:
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": contexts[url.rstrip("/")],
        }

    return load


def _published(name: str) -> Path:
    """Return the path of a file that schema.org published in its release 12.0."""
    folder = distribution("schemaorg").locate_file("schemaorg/data/releases/12.0")
    return Path(str(folder), name)


def _rows(name: str) -> Iterator[Mapping[str, str]]:
    with _published(name).open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)


def _names(cell: str) -> list[str]:
    return [one.removeprefix(_TERM) for one in cell.split(", ") if one]
