"""How a document and what was made of it pass between the program and its child, as JSON.

An answer comes in parts, so that nobody holds a whole library as JSON: first what a
document is, then the parts of its bundle. What comes back is foreign: it is checked
against the values it should become, and anything else is a failure of the child.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any, BinaryIO

from reader import errors
from reader.errors import ColumnsUncertain, EncodingUncertain, ReaderError
from reader.importers.columns import Columns
from reader.importers.document import Contents, Document, Given
from reader.importers.values import Unbundling, parts_of
from reader.label import Label
from reader.text.canonical import canonical

_STRINGS = tuple(
    "title text encoding byline publisher url published language".split()  # noqa: SIM905 - a list of names
)
# What a part begins with that is no JSON: the bytes of a source.
_RAW = b"="
# What foreign values raise where they are none of ours.
_NO_VALUES = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


class NotUnderstood(Exception):
    """The child's answer is not one."""


def pack_given(given: Given) -> dict[str, Any]:
    """Return what is known of a source, for JSON."""
    return asdict(given)


def unpack_given(packed: Mapping[str, Any]) -> Given:
    """Return what is known of a source."""
    return Given(**{**packed, "columns": _columns(packed["columns"])})


def pack(outcome: Contents | ReaderError) -> Iterator[bytes]:
    """Yield what a reader made of a document, or why it could not; strings are canonical."""
    if isinstance(outcome, ReaderError):
        yield _said(_pack_error(outcome))
        return
    answer = asdict(replace(outcome, bundle=None))
    answer["bundle"] = outcome.bundle is not None
    for document in answer["documents"]:
        document |= {key: canonical(document[key]) for key in _STRINGS}
    yield _said(answer)
    if outcome.bundle is not None:
        for part in parts_of(outcome.bundle):
            yield _RAW + part if isinstance(part, bytes) else _said(part)


def _said(part: Mapping[str, Any]) -> bytes:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _pack_error(outcome: ReaderError) -> dict[str, Any]:
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
    return answer


class Unpacking:
    """What a child makes of a document, on its way: parts are taken as they come.

    `take` and `contents` raise NotUnderstood for what is no answer.
    """

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._head: Mapping[str, Any] | None = None
        self._bundle = Unbundling()

    def take(self, part: bytes) -> None:
        """Take the next part."""
        try:
            if self._head is None:
                self._head = dict(json.loads(part))
            elif part.startswith(_RAW):
                self._bundle.take_source(part[len(_RAW) :])
            else:
                self._bundle.take(json.loads(part))
        except _NO_VALUES as error:
            raise NotUnderstood(str(error)) from error

    def contents(self) -> Contents:
        """Return all of it; raises the failure that the child reports."""
        if self._head is None:
            raise NotUnderstood
        try:
            packed = self._head
            if "error" in packed:
                raise _error(packed, self._source)
            return Contents(
                documents=tuple(_document(one) for one in packed["documents"]),
                columns=_columns(packed["columns"]),
                notes=_labels(packed["notes"]),
                bundle=self._bundle.bundle() if packed["bundle"] is True else None,
            )
        except _NO_VALUES as error:
            raise NotUnderstood(str(error)) from error


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
