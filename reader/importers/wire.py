"""How a document and what was made of it pass between the program and its child, as JSON.

What comes back is foreign: it is checked against the values it should become, and
anything else is a failure of the child.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any, BinaryIO

from reader import errors
from reader.errors import ColumnsUncertain, EncodingUncertain, ReaderError
from reader.importers.columns import Columns
from reader.importers.document import Contents, Document, Given
from reader.importers.values import pack_bundle, unpack_bundle
from reader.label import Label
from reader.model.bundle import Bundle
from reader.text.canonical import canonical

_STRINGS = tuple(
    "title text encoding byline publisher url published language".split()  # noqa: SIM905 - a list of names
)


class NotUnderstood(Exception):
    """The child's answer is not one."""


def pack_given(given: Given) -> dict[str, Any]:
    """Return what is known of a source, for JSON."""
    return asdict(given)


def unpack_given(packed: Mapping[str, Any]) -> Given:
    """Return what is known of a source."""
    return Given(**{**packed, "columns": _columns(packed["columns"])})


def pack(outcome: Contents | ReaderError) -> bytes:
    """Return what a reader made of a document, or why it could not; strings are canonical."""
    if isinstance(outcome, ReaderError):
        facts = {
            key: asdict(fact) if isinstance(fact, Label) else canonical(str(fact))
            for key, fact in outcome.facts.items()
        }
        answer: dict[str, Any] = {"error": type(outcome).__name__, "facts": facts}
        # The bytes that these carry are at the other end already.
        if isinstance(outcome, EncodingUncertain):
            answer |= {"facts": {"name": outcome.name}, "choices": outcome.candidates}
        elif isinstance(outcome, ColumnsUncertain):
            answer |= {"facts": {"name": outcome.name}, "choices": outcome.headers}
            answer["samples"] = outcome.samples
    else:
        answer = asdict(replace(outcome, bundle=None))
        answer["bundle"] = None if outcome.bundle is None else pack_bundle(outcome.bundle)
        for document in answer["documents"]:
            document |= {key: canonical(document[key]) for key in _STRINGS}
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def unpack(answer: bytes, source: bytes) -> Contents:
    """Return what a child made of a document.

    Raises the failure that it reports, and NotUnderstood for what is neither.
    """
    try:
        packed = json.loads(answer)
        if "error" in packed:
            raise _error(packed, source)
        return Contents(
            documents=tuple(_document(one) for one in packed["documents"]),
            columns=_columns(packed["columns"]),
            notes=_labels(packed["notes"]),
            bundle=_bundle(packed["bundle"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NotUnderstood(str(error)) from error


def _bundle(packed: Mapping[str, Any] | None) -> Bundle | None:
    return None if packed is None else unpack_bundle(packed)


def _document(packed: Mapping[str, Any]) -> Document:
    strings = {key: packed[key] for key in _STRINGS}
    if not all(isinstance(value, str) for value in strings.values()):
        raise TypeError(packed)
    parts = tuple((int(start), int(end)) for start, end in packed["parts"])
    return Document(**strings, notes=_labels(packed["notes"]), parts=parts)


def _columns(packed: Mapping[str, Any] | None) -> Columns | None:
    if packed is None:
        return None
    return Columns(*(tuple(map(str, packed[key])) for key in ("headers", "fields", "samples")))


def _labels(packed: list[Mapping[str, str]]) -> tuple[Label, ...]:
    return tuple(Label(str(one["en"]), str(one["ar"])) for one in packed)


def _error(packed: Mapping[str, Any], source: bytes) -> ReaderError:
    kind = getattr(errors, packed["error"])
    facts = {
        key: _labels([fact])[0] if isinstance(fact, dict) else str(fact)
        for key, fact in packed["facts"].items()
    }
    if kind in (EncodingUncertain, ColumnsUncertain):
        name, choices = str(facts["name"]), tuple(map(str, packed["choices"]))
        if kind is ColumnsUncertain:
            samples = tuple(map(str, packed["samples"]))
            return ColumnsUncertain(name=name, source=source, headers=choices, samples=samples)
        return EncodingUncertain(name=name, source=source, candidates=choices)
    if not issubclass(kind, ReaderError):
        raise TypeError(kind)
    error: ReaderError = kind(**facts)
    error.sentence("en")
    return error


def send(stream: BinaryIO, part: bytes) -> None:
    """Write some bytes so that `receive` finds where they end."""
    stream.write(len(part).to_bytes(8, "big"))
    stream.write(part)
    stream.flush()


def receive(stream: BinaryIO, most: int | None = None) -> bytes | None:
    """Return what `send` wrote, None where nothing more comes.

    Raises NotUnderstood for more than `most` bytes, or fewer than announced.
    """
    announced = stream.read(8)
    if not announced:
        return None
    size = int.from_bytes(announced, "big")
    if most is not None and size > most:
        raise NotUnderstood(size)
    part = stream.read(size)
    if len(part) < size:
        raise NotUnderstood(len(part))
    return part
