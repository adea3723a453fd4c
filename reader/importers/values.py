"""A bundle as JSON and back: how it travels from the child to the program.

What comes back is foreign. It is built field by field from the values' own types, and
whatever is of another type, or says of a text what it is not, is a failure.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from functools import cache
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from reader.errors import BadSpan
from reader.model.annotation import FIELDS_OF_TAG, Annotation
from reader.model.bundle import Bundle, BundledText
from reader.model.change import RECORD_KINDS, Record, kind_of
from reader.text.canonical import canonical, sha256_of

_CLASSES: Mapping[str, type] = {key: cls for key, cls, _ in RECORD_KINDS}


def pack_bundle(bundle: Bundle) -> dict[str, Any]:
    """Return a bundle, for JSON."""
    packed: dict[str, Any] = _packed(replace(bundle, records=()))
    packed["records"] = [{"kind": kind_of(one), "record": _packed(one)} for one in bundle.records]
    return packed


def unpack_bundle(packed: Mapping[str, Any]) -> Bundle:
    """Return a bundle; raises ValueError, TypeError or KeyError for what is none."""
    bundle: Bundle = _built(Bundle, {**packed, "records": []})
    for one in bundle.texts:
        _check(one)
    return replace(bundle, records=tuple(unpack_record(one) for one in packed["records"]))


def unpack_record(packed: Mapping[str, Any]) -> Record:
    """Return a record whose kind stands beside it; raises as `unpack_bundle` does."""
    try:
        record: Record = _built(_CLASSES[packed["kind"]], packed["record"])
    except BadSpan as error:
        raise ValueError(packed) from error
    return record


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
        return {name: _packed(getattr(value, name)) for name in _names(cls)}
    if isinstance(value, tuple):
        return [_packed(one) for one in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value


def _built(cls: type, packed: Mapping[str, Any]) -> Any:
    hints = _hints(cls)
    contents = {name: _value(hints[name], packed[name]) for name in hints if name != "fields"}
    if cls is Annotation:
        typed = FIELDS_OF_TAG.get(contents["tag"])
        held = packed["fields"]
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
    if hint is bytes:
        return base64.b64decode(_of(str, packed), validate=True)
    if hint is float and type(packed) is int:
        return float(packed)
    return _of(hint, packed)


def _of(kind: type, packed: Any) -> Any:
    if type(packed) is not kind:
        raise TypeError(packed)
    return packed


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)
