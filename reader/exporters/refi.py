"""REFI-QDA: a project (.qdpx) and a codebook (.qdc), for QualCoder, ATLAS.ti, MAXQDA, NVivo.

A project is a zip file of `project.qde` and the texts under `sources/`. Positions are
code points of the text, and `endPosition` is the first one after the words, as
QualCoder reads and writes it; the standard itself does not say (docs/formats.md).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from reader.exporters.exporter import Exporter, ExportOptions, ExportReport
from reader.exporters.parcels import FACTS, Parcel, label_of, parcels
from reader.exporters.xml_text import is_sayable, left_out, sayable
from reader.exporters.zipped import Zipped
from reader.label import Label
from reader.model.carried import Carried, Tie
from reader.model.entry import AnnotatedArticle
from reader.model.tags import Tag
from reader.model.vocabulary import ENTITY_TYPES

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
# Codes and people have no uid of ours; the same name gives the same GUID in every export.
_NAMES = UUID("6f5c7f0e-6a3e-4f0c-9d5f-0d6a3a0c6b11")
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_IN_MEMORY_BYTES = 8_000_000
_ORIGIN = "Hashiya"


@dataclass(slots=True)
class _Project:
    """What has been met so far: its sources as XML, people, links, and what was left out."""

    sources: IO[bytes]
    people: dict[str, str] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    values: int = 0

    def may_say(self, text: str) -> bool:
        """Tell whether XML can hold a value, and count it if not."""
        can = is_sayable(text)
        self.values += not can
        return can


def write_project(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write articles as a project."""
    rows = 0
    with Zipped(stream) as zipped, SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES) as sources:
        project = _Project(sources)
        for parcel in parcels(articles, options):
            zipped.add(f"sources/{parcel.uid}.txt", parcel.text)
            for line in _source(parcel, project):
                sources.write(line.encode() + b"\n")
            project.ties += parcel.ties
            rows += len(parcel.annotations)
        sources.seek(0)
        with zipped.part("project.qde") as part:
            part.write("\n".join(_head(project, options.shared.tags)).encode() + b"\n")
            if sources.read(1):
                sources.seek(0)
                part.write(b"<Sources>\n")
                part.writelines(sources)
                part.write(b"</Sources>\n")
            part.write("\n".join(_tail(project)).encode() + b"\n")
    return ExportReport(rows, left_out(0, project.values))


def write_codebook(
    articles: Iterable[AnnotatedArticle], stream: BinaryIO, options: ExportOptions
) -> ExportReport:
    """Write the library's tags as a codebook; the articles are not read."""
    del articles
    codes = "\n".join(_codes(options.shared.tags, ()))
    stream.write(
        f'{_XML}<CodeBook xmlns="{CODEBOOK}" origin="{_ORIGIN}">\n{codes}\n</CodeBook>\n'.encode()
    )
    return ExportReport(0)


def guid_of(kind: str, name: str) -> str:
    """Return the GUID of a code, a person or a variable."""
    return str(uuid5(_NAMES, f"{kind} {name}"))


def _head(project: _Project, tags: Iterable[Tag]) -> Iterator[str]:
    yield f'{_XML}<Project xmlns="{PROJECT}" name="{_ORIGIN}" origin="{_ORIGIN}">'
    if project.people:
        yield "<Users>"
        for guid, name in project.people.items():
            yield f"<User guid={quoteattr(guid)} name={_attribute(name)}/>"
        yield "</Users>"
    yield "<CodeBook>"
    yield from _codes(tags, project.codes)
    yield "</CodeBook>"
    yield "<Variables>"
    for key in FACTS:
        guid = guid_of("variable", key)
        yield f'<Variable guid="{guid}" name="{key}" typeOfVariable="Text"/>'
    yield "</Variables>"


def _tail(project: _Project) -> Iterator[str]:
    if project.ties:
        yield "<Links>"
        for tie in project.ties:
            yield (
                f'<Link guid="{tie.key}" name={quoteattr(tie.type)} direction="OneWay"'
                f' originGUID="{tie.from_key}" targetGUID="{tie.to_key}"/>'
            )
        yield "</Links>"
    yield "</Project>"


def _codes(tags: Iterable[Tag], met: Iterable[str]) -> Iterator[str]:
    """Yield the code of each tag, those of the kinds of entity below theirs."""
    known = {tag.key: tag for tag in tags}
    others = [key for key in met if key not in known and ":" not in key]
    yield "<Codes>"
    for key in (*known, *others):
        tag = known.get(key)
        colour = f" color={quoteattr(sayable(tag.colour))}" if tag else ""
        said = f"{tag.label.ar} · {tag.label.en}" if tag else key
        guid = guid_of("code", key)
        yield f'<Code guid="{guid}" name={_attribute(key)} isCodable="true"{colour}>'
        yield f"<Description>{escape(_safe(said))}</Description>"
        if key == "entity":
            for kind in ENTITY_TYPES:
                guid = guid_of("code", f"{key}:{kind.key}")
                yield f'<Code guid="{guid}" name="{kind.key}" isCodable="true"{colour}/>'
        yield "</Code>"
    yield "</Codes>"


def _source(parcel: Parcel, project: _Project) -> Iterator[str]:
    title = parcel.facts.get("title", parcel.name)
    yield (
        f'<TextSource guid="{parcel.uid}" name={_attribute(title)}'
        f' plainTextPath="internal://{parcel.uid}.txt">'
    )
    for one in parcel.annotations:
        yield from _selection(one, project)
    for key, said in parcel.facts.items():
        if project.may_say(said):
            yield f'<VariableValue><VariableRef targetGUID="{guid_of("variable", key)}"/>'
            yield f"<TextValue>{escape(said)}</TextValue></VariableValue>"
    yield "</TextSource>"


def _selection(one: Carried, project: _Project) -> Iterator[str]:
    label = label_of(one)
    project.codes.setdefault(label, "")
    made = _making(one.values, project)
    name = f" name={quoteattr(one.exact)}" if is_sayable(one.exact) else ""
    yield (
        f'<PlainTextSelection guid="{one.key}"{name} startPosition="{one.start_cp}"'
        f' endPosition="{one.end_cp}"{made}>'
    )
    note = one.values.get("note", "")
    if note and project.may_say(note):
        yield f"<Description>{escape(note)}</Description>"
    coding = guid_of("coding", one.key)
    yield f'<Coding guid="{coding}"><CodeRef targetGUID="{guid_of("code", label)}"/></Coding>'
    yield "</PlainTextSelection>"


def _making(values: Mapping[str, str], project: _Project) -> str:
    """Return who made an annotation and when, as attributes."""
    made = ""
    name = values.get("annotator", "")
    if name and project.may_say(name):
        guid = values.get("annotator_uid") or guid_of("person", name)
        project.people[guid] = name
        made = f' creatingUser="{guid}"'
    for attribute, key in (
        ("creationDateTime", "created_at"),
        ("modifiedDateTime", "updated_at"),
    ):
        if key in values:
            made += f" {attribute}={quoteattr(values[key])}"
    return made


def _attribute(text: str) -> str:
    return quoteattr(_safe(text))


def _safe(text: str) -> str:
    return text if is_sayable(text) else "".join(filter(is_sayable, text))


REFI_PROJECT = Exporter(
    key="refi",
    label=Label("REFI-QDA project", "مشروع REFI-QDA"),
    suffix=".qdpx",
    write=write_project,
    summary=Label(
        "texts, codes and coded passages, for QualCoder, ATLAS.ti, MAXQDA and NVivo",
        "النصوص والرموز والمقاطع المرمّزة، لبرامج التحليل النوعي",
    ),
    lost=Label(
        "status, verdicts, evidence and all fields but the kind of an entity",
        "الحالة والأحكام والأدلة والحقول كلها عدا نوع الكيان",
    ),
    unit="cp",
    shape="parts",
    two_way=True,
)
REFI_CODEBOOK = Exporter(
    key="refi-codebook",
    label=Label("REFI-QDA codebook", "دليل رموز REFI-QDA"),
    suffix=".qdc",
    write=write_codebook,
    summary=Label("the tags as a list of codes", "العلامات قائمةَ رموز"),
    lost=Label("everything but the tags", "كل شيء عدا العلامات"),
    unit="",
    shape="text",
)
