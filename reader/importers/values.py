"""A bundle as JSON and back, in parts: how it travels from the child to the program.

A part holds some hundred values; what a value is by itself is left out. The bytes of a
source follow their text as they are. What comes back is foreign. It is built field by
field from the values' own types, and whatever is of another type, or says of a text what
it is not, is a failure.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from reader.errors import BadSpan
from reader.model.annotation import FIELDS_OF_TAG, Annotation
from reader.model.article import Revision
from reader.model.bundle import Bundle, BundledText, Loose
from reader.model.carried import Carried, Tie
from reader.model.change import RECORD_KINDS, Record, kind_of
from reader.text.canonical import canonical, sha256_of

_CLASSES: Mapping[str, type] = {key: cls for key, cls, _ in RECORD_KINDS}
# The parts of a bundle that are just values; texts, records and loose ones are more.
_PLAIN = ("annotators", "tags", "articles", "misfits")
_NAMES = {*_PLAIN, "text", "records", "loose", "annotations", "ties"}
_AT_ONCE = 500


def parts_of(bundle: Bundle) -> Iterator[dict[str, Any] | bytes]:
    """Yield a bundle in parts, for JSON; the bytes of a source after the part of its text."""
    for name in _PLAIN:
        for some in _some(getattr(bundle, name)):
            yield {name: [_packed(one) for one in some]}
    for text in bundle.texts:
        yield {"text": _packed(text.revision)}
        yield text.source
    for some in _some(bundle.records):
        yield {"records": [{"kind": kind_of(one), "record": _packed(one)} for one in some]}
    for loose in bundle.loose:
        place = _packed(replace(loose, annotations=(), ties=()))
        for some in _some(loose.annotations) or [()]:
            yield {"loose": place, "annotations": [_packed(one) for one in some]}
        for some in _some(loose.ties):
            yield {"loose": place, "ties": [_packed(one) for one in some]}


class Unbundling:
    """Builds a bundle of its parts; raises ValueError, TypeError or KeyError for what is none."""

    def __init__(self) -> None:
        self._plain: dict[str, list[Any]] = {name: [] for name in _PLAIN}
        self._texts: list[BundledText] = []
        self._records: list[Record] = []
        self._loose: dict[Loose, tuple[list[Carried], list[Tie]]] = {}
        self._revision: Revision | None = None

    def take(self, part: Mapping[str, Any]) -> None:
        """Take a part."""
        if not part.keys() <= _NAMES:
            raise KeyError(*part)
        for name in _PLAIN:
            (kind,) = get_args(_hints(Bundle)[name])[:1]
            self._plain[name] += [_built(kind, one) for one in part.get(name, ())]
        self._records += [unpack_record(one) for one in part.get("records", ())]
        if "text" in part:
            self._revision = _built(Revision, part["text"])
        if "loose" in part:
            annotations, ties = self._loose.setdefault(_built(Loose, part["loose"]), ([], []))
            annotations += [_built(Carried, one) for one in part.get("annotations", ())]
            ties += [_built(Tie, one) for one in part.get("ties", ())]

    def take_source(self, source: bytes) -> None:
        """Take the bytes of the text that came last."""
        if self._revision is None:
            raise ValueError(len(source))
        text = BundledText(revision=self._revision, source=source)
        _check(text)
        self._texts.append(text)
        self._revision = None

    def bundle(self) -> Bundle:
        """Return what came."""
        if self._revision is not None:
            raise ValueError(self._revision.uid)
        loose = (
            replace(one, annotations=tuple(annotations), ties=tuple(ties))
            for one, (annotations, ties) in self._loose.items()
        )
        return Bundle(
            texts=tuple(self._texts),
            records=tuple(self._records),
            loose=tuple(loose),
            **{name: tuple(held) for name, held in self._plain.items()},
        )


def unpack_record(packed: Mapping[str, Any]) -> Record:
    """Return a record whose kind stands beside it; raises as `Unbundling` does."""
    try:
        record: Record = _built(_CLASSES[packed["kind"]], packed["record"])
    except BadSpan as error:
        raise ValueError(packed) from error
    return record


def _some(values: Sequence[Any]) -> list[Sequence[Any]]:
    return [values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE)]


def _check(text: BundledText) -> None:
    revision = text.revision
    is_true = (
        revision.text_sha256 == sha256_of(revision.text)
        and revision.source_sha256 == hashlib.sha256(text.source).hexdigest()
        and revision.text == canonical(revision.text)
    )
    if not is_true:
        raise ValueError(revision.uid)


def _packed(value: Any) -> Any:
    if is_dataclass(value):
        cls: type = type(value)
        held = ((name, getattr(value, name), usual) for name, usual in _usual(cls))
        return {name: _packed(one) for name, one, usual in held if one is not usual}
    if isinstance(value, tuple):
        return [_packed(one) for one in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value


def _built(cls: type, packed: Mapping[str, Any]) -> Any:
    hints = _hints(cls)
    contents = {
        name: _value(hints[name], held)
        for name, held in _of(dict, packed).items()
        if not (name == "fields" and cls is Annotation)
    }
    if cls is Annotation:
        typed = FIELDS_OF_TAG.get(contents["tag"])
        held = packed.get("fields")
        contents["fields"] = None if held is None or typed is None else _built(typed, held)
    return cls(**contents)


def _value(hint: Any, packed: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (one for one in get_args(hint) if one is not type(None))
        return None if packed is None else _value(hint, packed)
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], one) for one in _of(list, packed))
    if get_origin(hint) is Mapping:
        return {_of(str, key): _of(str, one) for key, one in _of(dict, packed).items()}
    if is_dataclass(hint):
        return _built(cast("type", hint), packed)
    return _plain(hint, packed)


def _plain(hint: Any, packed: Any) -> Any:
    if hint is datetime:
        moment = datetime.fromisoformat(_of(str, packed))
        if moment.tzinfo is None:
            raise ValueError(packed)
        return moment
    if hint is float and type(packed) is int:
        return float(packed)
    return _of(hint, packed)


def _of(kind: type, packed: Any) -> Any:
    if type(packed) is not kind:
        raise TypeError(packed)
    return packed


@cache
def _usual(cls: type) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a class with what they are by themselves; MISSING for no such thing."""
    return tuple((field.name, field.default) for field in fields(cls))


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)
