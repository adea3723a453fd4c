"""REFI-QDA files meet the official schemas, and a foreign reader finds all that is in them."""

import io
import zipfile

import pytest
from lxml import etree
from pyrefiqda.models.codebook import CodeBook
from pyrefiqda.models.project import Project
from pyrefiqda.reficodebook import RefiCodebook
from pyrefiqda.refiproject import RefiProject

from reader.exporters import ExportOptions, exporter_named
from reader.model.carried import ties_among
from reader.sample import add_sample
from reader.storage import Store
from tests.refi_schema import schema_of
from tests.roundtrip import add_made

PROJECT, CODEBOOK = schema_of(Project), schema_of(CodeBook)


@pytest.fixture(scope="module", params=["sample", "made", "empty"])
def library(request):
    """Return the sample library, a made one of awkward texts beside it, or an empty one."""
    with Store.open(":memory:") as store:
        if request.param != "empty":
            add_sample(store)
        if request.param == "made":
            add_made(store, 240)
        yield store


def exported(store: Store, key: str) -> bytes:
    """Return what a library's export in a format is."""
    stream = io.BytesIO()
    exporter_named(key).write(
        store.annotated_articles(), stream, ExportOptions(shared=store.shared())
    )
    return stream.getvalue()


def project_of(made: bytes) -> etree._Element:
    """Return the XML of a project."""
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        return etree.fromstring(opened.read("project.qde"))


def test_files_meet_the_official_schemas(library):
    assert PROJECT.validate(project_of(exported(library, "refi"))), PROJECT.error_log
    codebook = etree.fromstring(exported(library, "refi-codebook"))
    assert CODEBOOK.validate(codebook), CODEBOOK.error_log


def test_a_foreign_reader_finds_every_passage(library, tmp_path):
    path = tmp_path / "library.qdpx"
    path.write_bytes(exported(library, "refi"))
    project = RefiProject.load(path, str(tmp_path / "unpacked"))
    sources = project.sources.text_source if project.sources else []
    articles = list(library.annotated_articles())
    assert len(sources) == len(articles)
    links = project.links.link if project.links else []
    assert len(links) == sum(1 for one in articles for _ in ties_among(one.entries))
    texts = {one.revision.text: one for one in articles}
    for source in sources:
        kept = RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "unpacked")
        text = kept.read_bytes().decode()
        found = {
            (one.guid, text[one.start_position : one.end_position])
            for one in source.plain_text_selection
        }
        expected = {(one.annotation.uid, one.annotation.exact) for one in texts[text].entries}
        assert found == expected


def test_a_foreign_reader_finds_every_tag(library, tmp_path):
    path = tmp_path / "library.qdc"
    path.write_bytes(exported(library, "refi-codebook"))
    codes = RefiCodebook.load(path).codes.code
    assert [one.name for one in codes] == [tag.key for tag in library.shared().tags]


def _without(name: str, attribute: str):
    def change(project: etree._Element) -> None:
        del next(project.iter(f"{{*}}{name}")).attrib[attribute]

    return change


def _with(name: str, attribute: str, value: str):
    def change(project: etree._Element) -> None:
        next(project.iter(f"{{*}}{name}")).set(attribute, value)

    return change


def _last_first(name: str):
    def change(project: etree._Element) -> None:
        parent = next(project.iter(f"{{*}}{name}"))
        parent.insert(0, parent[-1])

    return change


def _twice_valued(project: etree._Element) -> None:
    value = next(project.iter("{*}VariableValue"))
    value.append(value[-1].makeelement(value[-1].tag.replace("Text", "Boolean")))


@pytest.mark.parametrize(
    "breach",
    [
        _without("Code", "isCodable"),
        _without("PlainTextSelection", "endPosition"),
        _without("Project", "name"),
        _with("Code", "color", "red"),
        _with("TextSource", "guid", "1"),
        _with("PlainTextSelection", "startPosition", "1.5"),
        _with("PlainTextSelection", "creationDateTime", "yesterday"),
        _with("Variable", "typeOfVariable", "text"),
        _with("Link", "status", "draft"),
        _last_first("Project"),
        _last_first("TextSource"),
        _twice_valued,
    ],
)
def test_the_schema_refuses_what_the_standard_does(breach):
    with Store.open(":memory:") as store:
        add_sample(store)
        project = project_of(exported(store, "refi"))
    assert PROJECT.validate(project), PROJECT.error_log
    breach(project)
    assert not PROJECT.validate(project)
