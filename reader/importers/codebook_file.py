"""A codebook from a file: JSON of ours, or REFI-QDA, told apart by how the file begins.

JSON holds only the keys of `resources/schemas/codebook.schema.json`; see `foreign_json.py`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from reader.errors import SourceDamaged
from reader.importers import from_bytes
from reader.importers.foreign_json import Held, json_from
from reader.importers.reading import read_bytes
from reader.label import Label
from reader.model.codebook import FIELD_KINDS, OwnField, Template, TemplateValue
from reader.model.codebook_joining import Book
from reader.model.tags import Tag
from reader.model.vocabulary import STATUSES, Choice

MOST_TAGS, MOST_FIELDS, MOST_CHOICES, MOST_TEMPLATES = 1000, 500, 1000, 1000
_LONGEST_NOTE_CP = 100_000
_LINES = ("solid", "dotted", "dashed", "wavy")
_KINDS = tuple(one.key for one in FIELD_KINDS)
_STATUS_KEYS = ("", *(one.key for one in STATUSES))
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_DIGIT = re.compile("[0-9A-Z]?")  # what a keyboard has on every layout
_NOT_OURS = Label(
    "it is no codebook of Hashiya, version 1", "ليس دليل علامات من «حاشية» بالإصدار 1"
)


def load_codebook(path: Path) -> Book:
    """Return the codebook in a file; raises children of ImportFailed, and BadValue."""
    source = read_bytes(path)
    if source.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return _from_refi(source, path.name)
    return codebook_from(source, path.name)


def codebook_from(source: bytes, name: str) -> Book:
    """Return the codebook in JSON; raises SourceRefused, SourceDamaged and BadValue."""
    content = json_from(source, name)
    if not isinstance(content, dict) or content.get("format") != "hashiya-codebook":
        raise SourceDamaged(name=name, reason=_NOT_OURS)
    return _book(Held(content, "", ("format", "version", "tags", "templates")), name)


def _from_refi(source: bytes, name: str) -> Book:
    bundle = from_bytes(source, Path(name).with_suffix(".qdc").name).bundle
    return Book(tags=bundle.tags if bundle is not None else (), told=("colour",))


def _book(held: Held, name: str) -> Book:
    if not held.is_version(1):
        raise SourceDamaged(name=name, reason=_NOT_OURS)
    tags: list[Tag] = []
    fields: list[OwnField] = []
    keys = ("key", "label", "colour", "line", "digit", "fields")
    for part in held.parts("tags", keys, MOST_TAGS):
        tag = _tag(part)
        part.refuse_twice("key", tag.key, (one.key for one in tags))
        tags.append(tag)
        fields += _fields(part, tag.key)
    keys = ("name", "tag", "digit", "status", "note", "values")
    templates = tuple(_template(part) for part in held.parts("templates", keys, MOST_TEMPLATES))
    return Book(tags=tuple(tags), fields=tuple(fields), templates=templates)


def _tag(held: Held) -> Tag:
    return Tag(
        key=held.line("key"),
        label=held.label(),
        colour=held.formed("colour", _COLOUR, "#2f9e44"),
        line=held.one_of("line", _LINES),
        digit=held.formed("digit", _DIGIT, "4"),
    )


def _fields(held: Held, tag: str) -> Iterator[OwnField]:
    parts = held.parts("fields", ("key", "label", "kind", "choices"), MOST_FIELDS)
    for place, part in enumerate(parts):
        yield OwnField(
            tag=tag,
            key=part.line("key"),
            label=part.label(),
            kind=part.one_of("kind", _KINDS),
            choices=tuple(_choices(part)),
            position=place,
        )


def _choices(held: Held) -> Iterator[Choice]:
    met: set[str] = set()
    for part in held.parts("choices", ("key", "label"), MOST_CHOICES):
        key = part.line("key")
        part.refuse_twice("key", key, met)
        met.add(key)
        yield Choice(key, part.label())


def _template(held: Held) -> Template:
    values = held.parts("values", ("field", "value"), MOST_FIELDS)
    return Template(
        name=held.line("name"),
        tag=held.line("tag"),
        digit=held.formed("digit", _DIGIT, "4"),
        status=held.one_of("status", _STATUS_KEYS),
        note=held.text("note", most=_LONGEST_NOTE_CP),
        values=tuple(
            TemplateValue(field=one.line("field"), value=one.text("value", most=_LONGEST_NOTE_CP))
            for one in values
        ),
    )
