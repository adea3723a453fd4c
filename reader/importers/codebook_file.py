"""A codebook from a file: JSON of ours, or REFI-QDA, told apart by how the file begins.

JSON is foreign: only so large, only the keys of `resources/schemas/codebook.schema.json`,
each of its kind and length. What is wrong is named by its place, as in `tags[2].colour`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reader.errors import BadValue, SourceDamaged, SourceRefused
from reader.importers import from_bytes
from reader.importers.reading import read_bytes
from reader.label import Label
from reader.model.codebook import FIELD_KINDS, OwnField, Template, TemplateValue
from reader.model.codebook_joining import Book
from reader.model.tags import Tag
from reader.model.vocabulary import STATUSES, Choice
from reader.text.canonical import canonical

MOST_BYTES = 4_000_000
MOST_TAGS, MOST_FIELDS, MOST_CHOICES, MOST_TEMPLATES = 1000, 500, 1000, 1000
_LONGEST_CP, _LONGEST_NOTE_CP = 2000, 100_000
_LINES = ("solid", "dotted", "dashed", "wavy")
_KINDS = tuple(one.key for one in FIELD_KINDS)
_STATUS_KEYS = ("", *(one.key for one in STATUSES))
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_DIGIT = re.compile("[0-9A-Z]?")  # what a keyboard has on every layout
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_TOO_LARGE = Label("it is larger than 4 MB", "حجمه أكبر من 4 ميغابايت")
_TOO_DEEP = Label("its lists are nested too deep", "قوائمه متداخلة أعمق مما يُقرأ")
_NO_JSON = Label("it is no JSON: line {line}", "ليس JSON صحيحًا: السطر {line}")
_NOT_OURS = Label(
    "it is no codebook of Hashiya, version 1", "ليس دليل علامات من «حاشية» بالإصدار 1"
)
_OBJECT = Label("an object with the keys of a codebook", "المطلوب كائن بمفاتيح دليل العلامات")
_KNOWN = Label("there are {keys}", "المفاتيح هي {keys}")
_NEEDED = Label("it has to be there", "لا بد منه")
_LIST = Label("a list of at most {most}", "المطلوب قائمة لا تزيد على {most}")
_TEXT = Label("a text of at most {most} characters", "المطلوب نص لا يزيد على {most} حرفًا")
_LINE = Label("a text in one line", "المطلوب نص في سطر واحد")
_FORM = Label("a value such as {example}", "المطلوب قيمة مثل {example}")
_ONE_OF = Label("it takes {keys}", "القيم المقبولة {keys}")
_ONCE = Label("it stands there twice", "ورد مرتين")
_WORDS = Label("a name in Arabic or English", "المطلوب اسم بالعربية أو الإنجليزية")


def load_codebook(path: Path) -> Book:
    """Return the codebook in a file; raises children of ImportFailed, and BadValue."""
    source = read_bytes(path)
    if source.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return _from_refi(source, path.name)
    return codebook_from(source, path.name)


def codebook_from(source: bytes, name: str) -> Book:
    """Return the codebook in JSON; raises SourceRefused, SourceDamaged and BadValue."""
    if len(source) > MOST_BYTES:
        raise SourceRefused(name=name, reason=_TOO_LARGE)
    try:
        content = json.loads(source.decode("utf-8-sig"))
    except RecursionError as error:
        raise SourceRefused(name=name, reason=_TOO_DEEP) from error
    except ValueError as error:  # no UTF-8, no JSON, or a number of thousands of digits
        line = getattr(error, "lineno", 1)
        raise SourceDamaged(name=name, reason=_filled(_NO_JSON, line=line)) from error
    if not isinstance(content, dict) or content.get("format") != "hashiya-codebook":
        raise SourceDamaged(name=name, reason=_NOT_OURS)
    return _book(_Held(content, "", ("format", "version", "tags", "templates")), name)


def _from_refi(source: bytes, name: str) -> Book:
    bundle = from_bytes(source, Path(name).with_suffix(".qdc").name).bundle
    return Book(tags=bundle.tags if bundle is not None else (), told=("colour",))


class _Held:
    """An object of the JSON; `place` is where it stands."""

    def __init__(self, held: object, place: str, keys: Sequence[str]) -> None:
        self.place = place
        if not isinstance(held, dict):
            raise _bad(place or "codebook", held, _OBJECT)
        self._held: Mapping[str, Any] = held
        for key in held:
            if key not in keys:
                raise _bad(self._at(canonical(key)), key, _filled(_KNOWN, keys=", ".join(keys)))

    def line(self, key: str, *, most: int = _LONGEST_CP, needed: bool = True) -> str:
        """Return a text without line breaks and controls."""
        text = self.text(key, most=most)
        if _CONTROLS.search(text):
            raise _bad(self._at(key), text, _LINE)
        if needed and not text.strip():
            raise _bad(self._at(key), text, _NEEDED)
        return text

    def text(self, key: str, *, most: int) -> str:
        value = self._held.get(key, "")
        if not isinstance(value, str) or len(value) > most:
            raise _bad(self._at(key), value, _filled(_TEXT, most=most))
        return canonical(value)

    def formed(self, key: str, form: re.Pattern[str], example: str) -> str:
        text = self.text(key, most=_LONGEST_CP)
        if not form.fullmatch(text):
            raise _bad(self._at(key), text, _filled(_FORM, example=example))
        return text

    def one_of(self, key: str, keys: Sequence[str]) -> str:
        text = self.text(key, most=_LONGEST_CP)
        if text not in keys:
            raise _bad(self._at(key), text, _filled(_ONE_OF, keys=", ".join(filter(None, keys))))
        return text

    def label(self) -> Label:
        """Return a name in both languages; where one is not told, the other stands for it."""
        held = _Held(self._held.get("label"), self._at("label"), ("en", "ar"))
        english, arabic = (held.line(key, needed=False).strip() for key in ("en", "ar"))
        if not (english or arabic):
            raise _bad(self._at("label"), "", _WORDS)
        return Label(english or arabic, arabic or english)

    def parts(self, key: str, keys: Sequence[str], most: int) -> Iterator["_Held"]:
        """Yield the objects of a list."""
        listed = self._held.get(key, [])
        if not isinstance(listed, list) or len(listed) > most:
            raise _bad(self._at(key), listed, _filled(_LIST, most=most))
        for number, one in enumerate(listed):
            yield _Held(one, f"{self._at(key)}[{number}]", keys)

    def is_version(self) -> bool:
        return self._held.get("version") == 1

    def _at(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key


def _book(held: _Held, name: str) -> Book:
    if not held.is_version():
        raise SourceDamaged(name=name, reason=_NOT_OURS)
    tags: list[Tag] = []
    fields: list[OwnField] = []
    keys = ("key", "label", "colour", "line", "digit", "fields")
    for part in held.parts("tags", keys, MOST_TAGS):
        tag = _tag(part)
        _refuse_twice(part, "key", tag.key, (one.key for one in tags))
        tags.append(tag)
        fields += _fields(part, tag.key)
    keys = ("name", "tag", "digit", "status", "note", "values")
    templates = tuple(_template(part) for part in held.parts("templates", keys, MOST_TEMPLATES))
    return Book(tags=tuple(tags), fields=tuple(fields), templates=templates)


def _tag(held: _Held) -> Tag:
    return Tag(
        key=held.line("key"),
        label=held.label(),
        colour=held.formed("colour", _COLOUR, "#2f9e44"),
        line=held.one_of("line", _LINES),
        digit=held.formed("digit", _DIGIT, "4"),
    )


def _fields(held: _Held, tag: str) -> Iterator[OwnField]:
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


def _choices(held: _Held) -> Iterator[Choice]:
    met: set[str] = set()
    for part in held.parts("choices", ("key", "label"), MOST_CHOICES):
        key = part.line("key")
        _refuse_twice(part, "key", key, met)
        met.add(key)
        yield Choice(key, part.label())


def _template(held: _Held) -> Template:
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


def _refuse_twice(held: _Held, key: str, value: str, met: Iterable[str]) -> None:
    if value in met:
        raise _bad(f"{held.place}.{key}", value, _ONCE)


def _bad(place: str, value: object, expected: Label) -> BadValue:
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return BadValue(field=place, value=canonical(shown[:80]), expected=expected)


def _filled(label: Label, **facts: object) -> Label:
    return Label(label.en.format(**facts), label.ar.format(**facts))
