"""REFI-QDA projects (.qdpx): texts, and the passages that codes were given to.

Positions count code points, `endPosition` excluded, as QualCoder writes them. A project
in which every passage that says its own words has one more than that is read as
including the end. Pictures, sounds and rich texts are left out, and told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from reader.errors import SourceDamaged
from reader.frozen import dataclass
from reader.importers.archive import Archive
from reader.importers.decoding import decode
from reader.importers.document import Contents, Given
from reader.importers.markup import local, parse_xml
from reader.importers.unpacking import Unpacker
from reader.label import Label
from reader.model.carried import NOWHERE, Carried, Tie

KEY = "refi"
_PROJECT = ".qde"
_INTERNAL = "internal://"
_NO_PROJECT = Label("it holds no project", "لا مشروع فيه")
_NO_PLAIN_TEXT = Label("it is no plain text", "ليس نصًا مجردًا")
_NO_CODE = Label("no code was given to it", "لم يُسند إليه رمز")
_FACTS = ("title", "byline", "publisher", "url", "archive_url", "published", "language")


@dataclass(frozen=True, slots=True)
class _Known:
    """What passages refer to by GUID: the labels of codes, names of people, of variables."""

    codes: Mapping[str, tuple[str, str]]
    people: Mapping[str, str]
    variables: Mapping[str, str]


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the texts of a project; raises as `Archive`, `parse_xml` and `decode` do."""
    archive = Archive(source, name)
    path = next((one for one in archive.names() if one.endswith(_PROJECT)), None)
    if path is None:
        raise SourceDamaged(name=name, reason=_NO_PROJECT)
    project = parse_xml(archive.part(path), name)
    known = _Known(
        codes=dict(codes_of(project)),
        people={one.get("guid", ""): one.get("name", "") for one in project.iter("{*}User")},
        variables={one.get("guid", ""): one.get("name", "") for one in project.iter("{*}Variable")},
    )
    unpacker = Unpacker(name, KEY)
    for sources in project.iterfind("{*}Sources"):
        for one in sources:
            _source(one, archive, known, unpacker, given)
    for label, colour in known.codes.values():
        unpacker.labels.describe(label, colour)
    unpacker.ties(list(_ties(project)))
    return unpacker.contents()


def _source(
    one: etree._Element, archive: Archive, known: _Known, unpacker: Unpacker, given: Given
) -> None:
    called = one.get("name", "")
    path = one.get("plainTextPath", "").removeprefix(_INTERNAL)
    inside = next((part for part in (f"sources/{path}", f"Sources/{path}") if part in archive), "")
    content = one.find("{*}PlainTextContent")
    if local(one) != "TextSource" or not (inside or content is not None):
        unpacker.misfit(called, _NO_PLAIN_TEXT)
        return
    bytes_ = archive.part(inside) if inside else (content.text or "").encode()
    text = decode(bytes_ or b" ", inside or called, given.encoding).text
    found = list(_passages(one, known, unpacker))
    facts = {**_facts(one, known)}
    facts.setdefault("title", called)
    unpacker.article(
        text, _ended(text, found), facts, source=bytes_, source_name=path or f"{called}.txt"
    )


def _facts(one: etree._Element, known: _Known) -> dict[str, str]:
    found = {}
    for value in one.iterfind("{*}VariableValue"):
        reference, said = value.find("{*}VariableRef"), value.findtext("{*}TextValue")
        if reference is not None and said:
            found[known.variables.get(reference.get("targetGUID", ""), "")] = said
    return {key: said for key, said in found.items() if key in _FACTS}


def _passages(one: etree._Element, known: _Known, unpacker: Unpacker) -> Iterator[Carried]:
    """Yield an annotation for each code of each passage; the first has the passage's GUID."""
    for passage in one.iterfind("{*}PlainTextSelection"):
        codings = passage.findall("{*}Coding")
        place = f"{passage.get('startPosition')}-{passage.get('endPosition')}"
        if not codings:
            unpacker.misfit(f"{one.get('name', '')} {place}", _NO_CODE)
        for at, coding in enumerate(codings):
            reference = coding.find("{*}CodeRef")
            guid = "" if reference is None else reference.get("targetGUID", "")
            yield Carried(
                key=_key(passage if at == 0 else coding),
                tag=known.codes.get(guid, (guid, ""))[0],
                start_cp=_position(passage, "startPosition"),
                end_cp=_position(passage, "endPosition"),
                exact=passage.get("name", ""),
                values=_values(passage, coding, known),
            )


def _values(passage: etree._Element, coding: etree._Element, known: _Known) -> dict[str, str]:
    user = coding.get("creatingUser") or passage.get("creatingUser", "")
    name = known.people.get(user, "")
    return {
        "note": passage.findtext("{*}Description") or "",
        "annotator": name,
        "annotator_uid": user if name else "",
        "created_at": passage.get("creationDateTime", ""),
        "updated_at": passage.get("modifiedDateTime", ""),
    }


def _ended(text: str, found: list[Carried]) -> list[Carried]:
    """Return passages with their ends excluded.

    Their names are their words in some programs, and anything in others: those that
    are no words of the text do not speak against a place.
    """
    inclusive = [one for one in found if text[one.start_cp : one.end_cp + 1] == one.exact]
    exclusive = [one for one in found if text[one.start_cp : one.end_cp] == one.exact]
    more = 1 if inclusive and not exclusive else 0
    moved = [replace(one, end_cp=one.end_cp + more) for one in found]
    return [
        one if text[one.start_cp : one.end_cp] == one.exact else replace(one, exact="")
        for one in moved
    ]


def codes_of(project: etree._Element) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each code's GUID with its label, which names its parent too, and its colour."""
    for code in project.iter("{*}Code"):
        parent = code.getparent()
        above = parent.get("name", "") if parent is not None and local(parent) == "Code" else ""
        label = f"{above}:{code.get('name', '')}" if above else code.get("name", "")
        yield code.get("guid", ""), (label, code.get("color", ""))


def _ties(project: etree._Element) -> Iterator[Tie]:
    for link in project.iter("{*}Link"):
        ends = link.get("originGUID", ""), link.get("targetGUID", "")
        kind = link.get("name", "")
        yield Tie(key=_key(link), from_key=ends[0], to_key=ends[1], type=kind)


def _key(one: etree._Element) -> str:
    return str(one.get("guid", "")).strip("{}").lower()


def _position(one: etree._Element, key: str) -> int:
    said = str(one.get(key, ""))
    return int(said) if said.isdecimal() and len(said) < 12 else NOWHERE
