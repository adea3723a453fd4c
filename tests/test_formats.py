"""Each format of the table is documented, and the list of a package has the form that we ship."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from reader.exporters import EXPORTERS, ExportOptions, exporter_named
from reader.exporters.cas import ARTICLE, PLAIN, RELATION, TYPE_OF_TAG
from reader.exporters.columns import COLUMNS
from reader.exporters.sheets import SUBJECTS, sheets_of
from reader.importers.annotated import ANNOTATED
from reader.model.carried import COMMON, OF_RULING, OF_SUBJECT, PEOPLE
from reader.model.package import TABLES
from reader.model.vocabulary import RELATION_TYPES
from reader.paths import resource

TOP = Path(__file__).parents[1]
TEXT = (TOP / "docs" / "formats.md").read_text(encoding="utf-8")
UNITS = {"cp": "code points", "utf16": "UTF-16 units"}


def row_of(key: str) -> list[str]:
    """Return the cells of a format's line in the table of all formats."""
    lines = (line for line in TEXT.splitlines() if line.startswith("| `"))
    (found,) = [line for line in lines if f"`{key}`" in line.split("|")[1]]
    return [cell.strip() for cell in found.split("|")[1:-1]]


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda one: one.key)
def test_every_format_is_documented_as_it_is(exporter):
    _, both_ways, ending, unit, lost = row_of(exporter.key)
    assert (both_ways == "⇄") is exporter.two_way
    assert ending in (f"`{exporter.suffix}`", "report")
    if exporter.unit:
        assert unit == UNITS[exporter.unit]
    assert lost
    headings = re.findall(r"^## (.*)$", TEXT, re.M)
    assert exporter.key in ", ".join(headings).split(", ")
    section = TEXT.split("\n## ", 1)[1]
    for preset in exporter.presets[1:]:
        assert f"`{preset.key}`" in section


def test_every_column_and_every_table_is_documented():
    for column in COLUMNS:
        assert f"`{column.key}`" in TEXT
    for table in TABLES:
        assert f"`{table.name}`" in TEXT


@pytest.mark.parametrize("importer", ANNOTATED, ids=lambda one: one.key)
def test_every_format_that_brings_annotations_is_documented(importer):
    headings = ", ".join(re.findall(r"^## (.*)$", TEXT, re.M)).split(", ")
    assert importer.key in headings


def words_in(section: str) -> set[str]:
    """Return the words that stand as code between two places of the page, each by itself."""
    return {word for code in re.findall(r"`([^`]+)`", section) for word in code.split()}


def test_values_and_relations_are_those_of_the_code():
    carried = TEXT.split("**Values.**", 1)[1].split("Relations go", 1)[0]
    said = words_in(carried.split("| people", 1)[0])
    kept = {*COMMON, *(key for key, _ in (*OF_SUBJECT, *OF_RULING))}
    assert said == kept
    assert set(PEOPLE.values()) <= words_in(carried)
    relations = TEXT.split("| type | from, to |", 1)[1].split("Evidence is", 1)[0]
    assert words_in(relations) == {one.key for one in RELATION_TYPES}


def test_the_number_of_columns_the_sheets_and_the_types_are_those_of_the_code():
    assert f" {len(COLUMNS)} columns in a fixed order" in TEXT
    sheets = TEXT.split("## xlsx", 1)[1].split("##", 1)[0]
    for one in (*sheets_of("all", ExportOptions()), SUBJECTS):
        assert one.label.en.lower() in sheets, one.key
    types = words_in(TEXT.split("## cas-json", 1)[1].split("##", 1)[0])
    for name in (PLAIN, ARTICLE, RELATION, *TYPE_OF_TAG.values()):
        assert {name, name.removeprefix("hashiya")} & types, name
    claim = TEXT.split("## claimreview", 1)[1].split("##", 1)[0]
    assert {"claimReviewed", "url"} <= words_in(claim)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda one: one.key)
def test_what_travels_as_text_says_that_evidence_and_own_fields_stay(exporter):
    if exporter.two_way and exporter.key not in ("package", "refi"):
        for words in (exporter.lost.en, row_of(exporter.key)[4]):
            assert "evidence" in words
            assert "own fields" in words


def judged(value: object, schema: dict, where: str = "manifest") -> list[str]:
    """Return what a value breaks of the rules that our schemas use."""
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    if "const" in schema:
        return [] if value == schema["const"] else [f"{where} is {value!r}"]
    if not isinstance(value, kinds[schema["type"]]):
        return [f"{where} is no {schema['type']}"]
    found = []
    if isinstance(value, dict):
        known, rest = schema.get("properties", {}), schema["additionalProperties"]
        found += [f"{where} lacks {key}" for key in schema.get("required", ()) if key not in value]
        for key, one in value.items():
            rule = known.get(key, rest)
            told = [f"{where}.{key} is unheard of"]
            found += judged(one, rule, f"{where}.{key}") if isinstance(rule, dict) else told
    if isinstance(value, list):
        found += [broken for one in value for broken in judged(one, schema["items"], where)]
    if "pattern" in schema and not re.search(schema["pattern"], str(value)):
        found.append(f"{where} is {value!r}")
    return found


def manifest() -> dict:
    """Return the list of a package of nothing."""
    stream = io.BytesIO()
    exporter_named("package").write([], stream, ExportOptions())
    return json.loads(zipfile.ZipFile(io.BytesIO(stream.getvalue())).read("manifest.json"))


def test_the_list_of_a_package_has_the_form_that_is_shipped():
    path = resource("schemas", "package-manifest.schema.json")
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert judged(manifest(), schema) == []


def test_a_list_of_another_form_is_seen():
    path = resource("schemas", "package-manifest.schema.json")
    schema = json.loads(path.read_text(encoding="utf-8"))
    found = manifest() | {"offset_unit": "bytes", "more": 1}
    del found["guard"]
    found["tables"]["tags.csv"]["sha256"] = "x"
    assert judged(found, schema) == [
        "manifest lacks guard",
        "manifest.offset_unit is 'bytes'",
        "manifest.tables.tags.csv.sha256 is 'x'",
        "manifest.more is unheard of",
    ]
